//! Reminders in the app.

use app::jobs::NotificationPage;
use axum::extract::State;
use axum::http::StatusCode;
use domain::DeliveryId;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::limit;
use crate::caller::Caller;
use crate::json::Json;
use crate::params::{Id, Params};
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::bulk::EmptyBody;
use crate::wire::query::PageParams;
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(acknowledge_all))
        .routes(routes!(acknowledge))
}

/// Reminders that were shown, newest first.
#[utoipa::path(
    get, path = "/v1/notifications", tag = "notifications", operation_id = "list_notifications", params(PageParams),
    responses((status = 200, description = "A page of reminders", body = NotificationPage))
)]
async fn list(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    Params(query): Params<PageParams>,
) -> Result<Json<NotificationPage>, Problem> {
    let page = state
        .app
        .notifications(&actor, query.cursor.as_deref(), limit(query.limit)?)
        .await;
    page.map(Json).map_err(refusal::query)
}

/// Notes that the user has seen a reminder.
#[utoipa::path(
    post, path = "/v1/notifications/{id}/acknowledge", tag = "notifications", operation_id = "acknowledge_notification",
    params(("id" = uuid::Uuid, Path)), request_body = EmptyBody,
    responses((status = 204, description = "Noted"))
)]
async fn acknowledge(
    State(state): State<ServerState>,
    Id(id): Id<DeliveryId>,
    write: Write<EmptyBody>,
) -> Result<StatusCode, Problem> {
    let noted = state.app.acknowledge(&write.actor, id, write.request).await;
    noted
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(refusal::execute)
}

/// Notes that the user has seen all reminders.
#[utoipa::path(
    post, path = "/v1/notifications/acknowledge-all", tag = "notifications", operation_id = "acknowledge_notifications",
    request_body = EmptyBody, responses((status = 204, description = "Noted"))
)]
async fn acknowledge_all(
    State(state): State<ServerState>,
    write: Write<EmptyBody>,
) -> Result<StatusCode, Problem> {
    let noted = state.app.acknowledge_all(&write.actor, write.request).await;
    noted
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(refusal::execute)
}
