//! Sessions of clients before 2026-07-28 belong to the user who began them.

use std::collections::HashMap;
use std::sync::Arc;

use axum::http::HeaderMap;
use axum::response::Response;
use domain::UserId;
use rmcp::transport::streamable_http_server::session::local::LocalSessionManager;
use tokio::sync::Mutex;

use crate::problem::Problem;

const SESSION: &str = "mcp-session-id";

/// Whose each session is.
#[derive(Clone)]
pub(super) struct Owners {
    manager: Arc<LocalSessionManager>,
    users: Arc<Mutex<HashMap<String, UserId>>>,
}

impl Owners {
    pub(super) fn new(manager: Arc<LocalSessionManager>) -> Self {
        let users = Arc::default();
        Self { manager, users }
    }

    /// Refuses somebody else's session as if it were none.
    pub(super) async fn check(&self, headers: &HeaderMap, user: UserId) -> Result<(), Problem> {
        let Some(session) = headers.get(SESSION).and_then(|value| value.to_str().ok()) else {
            return Ok(());
        };
        match self.users.lock().await.get(session) {
            Some(owner) if *owner != user => Err(Problem::not_found("session", session)),
            _ => Ok(()),
        }
    }

    /// Keeps whose a new session is, and forgets those that have ended.
    pub(super) async fn note(&self, response: &mut Response, user: UserId) {
        let begun = response.headers().get(SESSION);
        let Some(session) = begun.and_then(|value| value.to_str().ok()) else {
            return;
        };
        let alive = self.manager.sessions.read().await;
        let mut users = self.users.lock().await;
        users.retain(|known, _| alive.contains_key(known.as_str()));
        users.insert(session.to_owned(), user);
    }
}
