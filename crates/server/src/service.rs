//! What those who run saydo ask: is it alive, is it ready, what has it done.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::json;

use crate::front;
use crate::json::Json;
use crate::metrics::Metrics;
use crate::state::ServerState;

const PATIENCE: Duration = Duration::from_secs(2);

/// Present in every role.
pub(crate) fn router() -> Router<ServerState> {
    Router::new()
        .route("/livez", get(alive))
        .route("/healthz", get(alive))
        .route("/health", get(ready))
        .route("/readyz", get(ready))
        .route("/ready", get(ready))
        .route("/metrics", get(metrics))
        .method_not_allowed_fallback(front::method_not_allowed)
}

/// The same, in a process without a database: it is ready as soon as it listens.
pub(crate) fn without_database(metrics: Metrics) -> Router {
    Router::new()
        .route("/livez", get(alive))
        .route("/healthz", get(alive))
        .route("/health", get(alive))
        .route("/readyz", get(alive))
        .route("/ready", get(alive))
        .route("/metrics", get(async move || text(&metrics)))
        .method_not_allowed_fallback(front::method_not_allowed)
}

async fn alive() -> Json<serde_json::Value> {
    Json(json!({"status": "ok"}))
}

async fn ready(State(state): State<ServerState>) -> Response {
    match tokio::time::timeout(PATIENCE, state.app.probe()).await {
        Ok(Ok(())) => Json(json!({"status": "ok", "checks": {"database": "ok"}})).into_response(),
        Ok(Err(error)) => unready(&error.to_string()),
        Err(_) => unready("the database does not answer"),
    }
}

fn unready(detail: &str) -> Response {
    let body = json!({"status": "unavailable", "checks": {"database": detail}});
    (StatusCode::SERVICE_UNAVAILABLE, Json(body)).into_response()
}

async fn metrics(State(state): State<ServerState>) -> Response {
    text(&state.metrics)
}

fn text(metrics: &Metrics) -> Response {
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], metrics.text()).into_response()
}
