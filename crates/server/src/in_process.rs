//! The interface for a caller in the same process, who is known already: the command line on a
//! local database. The same handlers, without a port, a proof and limits.

use std::sync::Arc;

use agent::Chat;
use app::App;
use axum::extract::DefaultBodyLimit;
use axum::{Extension, Router};
use domain::actor::Actor;

use crate::caller::{Known, Shown};
use crate::metrics::Metrics;
use crate::options::ServerOptions;
use crate::state::ServerState;
use crate::{front, router};

/// Every operation of the interface, carried out as `actor`.
pub fn in_process(app: App, chat: Chat, actor: Actor) -> Router {
    let state = ServerState::new(app, chat, ServerOptions::default(), Metrics::new());
    router::interface()
        .split_for_parts()
        .0
        .fallback(front::not_found)
        .method_not_allowed_fallback(front::method_not_allowed)
        .layer(DefaultBodyLimit::max(domain::limits::BODY_BYTES))
        .layer(Extension(Known(Ok(actor.clone()))))
        .layer(Extension(Shown::InProcess(Arc::new(actor))))
        .with_state(state)
}
