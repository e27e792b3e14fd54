//! The authorization server for assistants (OAuth 2.1): a person in a signed-in browser says yes,
//! the program gets tokens for `/mcp`. What a yes does is `app::account::assistants`.

mod answer;
mod authorize;
mod client;
mod document;
pub(crate) mod issuer;
mod metadata;
mod page;
mod redirect;
mod register;
mod request;
pub(crate) mod scope;
mod sign_in;
mod token;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::{get, post};

use crate::front;
use crate::state::ServerState;

pub(crate) use client::Known as KnownClients;

/// Routes whose callers are programs: cookies mean nothing there, and any page may call them.
pub(crate) const FOR_PROGRAMS: [&str; 3] = ["/oauth/token", "/oauth/revoke", "/oauth/register"];

/// Routes that our own forms are sent to.
pub(crate) const FORMS: [&str; 2] = ["/oauth/authorize", "/oauth/sign-in"];

/// Consent and tokens.
pub(crate) fn router() -> Router<ServerState> {
    Router::new()
        .route(
            "/oauth/authorize",
            get(authorize::ask).post(authorize::decide),
        )
        .route("/oauth/sign-in", get(sign_in::ask).post(sign_in::sign_in))
        .route("/oauth/page.css", get(style))
        .route("/oauth/token", post(token::give))
        .route("/oauth/revoke", post(token::revoke))
        .route("/oauth/register", post(register::register))
        .method_not_allowed_fallback(front::method_not_allowed)
}

/// What programs read before they ask.
pub(crate) fn metadata() -> Router<ServerState> {
    Router::new()
        .route(
            "/.well-known/oauth-protected-resource",
            get(metadata::resource),
        )
        .route(
            "/.well-known/oauth-protected-resource/mcp",
            get(metadata::resource),
        )
        .route(
            "/.well-known/oauth-authorization-server",
            get(metadata::server),
        )
        .method_not_allowed_fallback(front::method_not_allowed)
}

async fn style() -> impl axum::response::IntoResponse {
    let kind = HeaderValue::from_static("text/css; charset=utf-8");
    let age = HeaderValue::from_static("public, max-age=3600");
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, age)];
    (headers, include_str!("oauth/page.css"))
}
