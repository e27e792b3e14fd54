//! Ending without hurting anybody: from the moment that the process is told to end it is not
//! ready any more, and event streams end so that their readers go to another process.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use futures_util::StreamExt as _;
use tokio_util::sync::CancellationToken;

/// The same routes, which end with `shutdown`.
pub(crate) fn draining(router: Router, shutdown: &CancellationToken) -> Router {
    router.layer(from_fn_with_state(shutdown.clone(), pass))
}

async fn pass(State(shutdown): State<CancellationToken>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if shutdown.is_cancelled() && matches!(path, "/readyz" | "/ready" | "/health") {
        return (StatusCode::SERVICE_UNAVAILABLE, "{\"status\":\"ending\"}").into_response();
    }
    // Chat turns are finished; only the endless feed is cut.
    let is_feed = path == "/v1/events";
    let response = next.run(request).await;
    let is_stream = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    if !(is_feed && is_stream) {
        return response;
    }
    response.map(|body| {
        let chunks = body
            .into_data_stream()
            .take_until(shutdown.cancelled_owned());
        Body::from_stream(chunks)
    })
}
