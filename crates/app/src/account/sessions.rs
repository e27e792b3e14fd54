//! Signed-in browsers: begun, listed, ended.

use domain::actor::{Actor, Credential};
use domain::{SessionId, UserId, policy};
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use store::account::session::{self, NewSession};
use store::{Batch, StoreError, WriteBatch};
use uuid::Uuid;

use super::error::AccountError;
use super::secret;
use super::sign_in::Client;
use crate::once::OnceError;
use crate::{App, Request};

/// A session ends when it has not been used for so long.
pub(crate) const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Characters kept of what a browser calls itself.
const AGENT_CHARS: usize = 200;

/// A session that has just begun.
#[derive(Debug)]
pub struct SignedIn {
    /// Goes into the cookie, and is nowhere else.
    pub secret: SecretString,
    /// The session.
    pub session: SessionId,
    /// Its user.
    pub user: UserId,
    /// When it ends unless it is used.
    pub expires_at: Timestamp,
}

/// A signed-in browser as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SessionView {
    /// Identity.
    pub id: Uuid,
    /// What the browser calls itself.
    pub user_agent: String,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    #[schema(value_type = String, format = DateTime)]
    pub last_used_at: Timestamp,
    /// When it ends unless it is used.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
    /// Whether it is the one that asks.
    pub current: bool,
}

impl App {
    /// A session of `user`, to be written with whatever it belongs to.
    pub(crate) fn new_session(&self, user: UserId, client: &Client) -> (SignedIn, WriteBatch) {
        let fresh = secret::fresh("");
        let now = self.now();
        let session = NewSession {
            token_hash: fresh.hash,
            id: SessionId::new(self.ids().next()),
            user,
            agent: client
                .agent
                .chars()
                .filter(|c| !c.is_control())
                .take(AGENT_CHARS)
                .collect(),
            created_at: now,
            expires_at: now.checked_add(SESSION_LIFE).unwrap_or(Timestamp::MAX),
        };
        let writes = session::insert(&session);
        let signed_in = SignedIn {
            secret: fresh.secret,
            session: session.id,
            user,
            expires_at: session.expires_at,
        };
        (signed_in, writes)
    }

    /// The actor's signed-in browsers, the latest first.
    ///
    /// # Errors
    /// [`AccountError::Forbidden`] for a credential below `tasks:admin`.
    pub async fn sessions(&self, actor: &Actor) -> Result<Vec<SessionView>, AccountError> {
        policy::may_administer(actor)?;
        let mut batch = Batch::new();
        let key = batch.add(session::list(actor.user, self.now()));
        let mut rows = self.store().read(batch).await?.all(key);
        rows.sort_by_key(|row| std::cmp::Reverse(row.last_used_at));
        let view = |row: session::SessionRow| SessionView {
            id: row.id.uuid(),
            user_agent: row.agent,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            expires_at: row.expires_at,
            current: actor.credential == Credential::Session(row.id),
        };
        Ok(rows.into_iter().map(view).collect())
    }

    /// Ends one session of the actor.
    ///
    /// # Errors
    /// [`AccountError::NotFound`] when there is no such session of theirs.
    pub async fn end_session(
        &self,
        actor: &Actor,
        id: SessionId,
        request: Option<Request>,
    ) -> Result<(), AccountError> {
        let scope = policy::may_administer(actor)?;
        let request = request.as_ref();
        if self.answered::<()>(scope, request).await?.is_some() {
            return Ok(());
        }
        let writes = session::delete(actor.user, id);
        let ended = self.write_once(scope, request, writes, ()).await;
        self.0.accounts.actors.forget(actor.user);
        match ended {
            Err(OnceError::Store(StoreError::Changed { .. })) => Err(AccountError::NotFound {
                what: "session",
                name: id.to_string(),
            }),
            other => Ok(other?),
        }
    }

    /// Ends all sessions of the actor but the one that asks.
    ///
    /// # Errors
    /// [`AccountError::Forbidden`] for a credential below `tasks:admin`.
    pub async fn end_other_sessions(
        &self,
        actor: &Actor,
        request: Option<Request>,
    ) -> Result<(), AccountError> {
        let scope = policy::may_administer(actor)?;
        let request = request.as_ref();
        // Somebody may have signed in since the first time, and stays.
        if self.answered::<()>(scope, request).await?.is_some() {
            return Ok(());
        }
        let writes = session::delete_others(actor.user, current(actor));
        let ended = self.write_once(scope, request, writes, ()).await;
        self.0.accounts.actors.forget(actor.user);
        Ok(ended?)
    }

    /// Ends the session that asks. Signing out twice is no error.
    ///
    /// # Errors
    /// [`AccountError::Store`] when the store cannot.
    pub async fn sign_out(&self, actor: &Actor) -> Result<(), AccountError> {
        let Some(id) = current(actor) else {
            return Ok(());
        };
        let ended = self.store().write(session::delete(actor.user, id)).await;
        self.0.accounts.actors.forget(actor.user);
        match ended {
            Err(StoreError::Changed { .. }) => Ok(()),
            other => Ok(other?),
        }
    }
}

/// The session that an actor acts by.
pub(crate) fn current(actor: &Actor) -> Option<SessionId> {
    match actor.credential {
        Credential::Session(id) => Some(id),
        _ => None,
    }
}
