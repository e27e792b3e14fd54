//! What every changing request brings: who, under which name, and what.

use app::Request as Named;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, Method};
use domain::actor::Actor;
use serde::de::DeserializeOwned;

use crate::body::Body;
use crate::caller::Caller;
use crate::headers::{idempotency_key, if_match};
use crate::problem::Problem;

/// A changing request: the actor, the caller's name for it, and its body.
pub(crate) struct Write<T> {
    pub(crate) actor: Actor,
    pub(crate) body: T,
    /// The strict version of `If-Match`.
    pub(crate) version: Option<i64>,
    /// The name, with a fingerprint of all that was sent under it.
    pub(crate) request: Option<Named>,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Write<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        use axum::RequestExt as _;
        let mut request = request;
        let Caller(actor) = request.extract_parts::<Caller>().await?;
        let key = idempotency_key(request.headers())?;
        let version = if_match(request.headers())?;
        let line = request_line(request.method(), request.uri(), request.headers());
        let body = Body::<T>::from_request(request, state).await?;
        let request = key.map(|key| {
            let mut sent = line.into_bytes();
            sent.extend_from_slice(&body.sent);
            Named::new(key, &sent)
        });
        Ok(Self {
            actor,
            body: body.value,
            version,
            request,
        })
    }
}

/// What a repeated request has to have in common with the first, beside its body.
fn request_line(method: &Method, uri: &axum::http::Uri, headers: &HeaderMap) -> String {
    let version = headers
        .get(axum::http::header::IF_MATCH)
        .and_then(|value| value.to_str().ok());
    format!("{method} {uri} {}\n", version.unwrap_or_default())
}
