//! Saved views.

use app::Outcome;
use app::view::{TaskView, ViewView};
use axum::extract::State;
use axum::response::Response;
use domain::ViewId;
use domain::command::Command;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::execute;
use crate::caller::Caller;
use crate::json::Json;
use crate::params::Id;
use crate::problem::Problem;
use crate::refusal;
use crate::routes::created;
use crate::state::ServerState;
use crate::wire::bulk::EmptyBody;
use crate::wire::directory::ViewBody;
use crate::write::Write;

pub(super) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(update, delete))
}

/// Saved views in manual order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Views)]
struct ListView {
    /// Saved views in manual order.
    views: Vec<ViewView>,
}

/// What changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ViewOutcome)]
struct OutcomeView {
    /// The change, for undo; null when nothing changed.
    change_id: Option<Uuid>,
    /// The space's revision after it.
    rev: i64,
    /// As it is now; null when it did not change.
    view: Option<ViewView>,
    /// The tasks that changed with it.
    tasks: Vec<TaskView>,
    /// What happened, as people say it.
    words: String,
    /// What else there is to tell.
    notes: Vec<String>,
}

impl From<Outcome> for OutcomeView {
    fn from(outcome: Outcome) -> Self {
        Self {
            change_id: outcome.change_id,
            rev: outcome.rev,
            view: outcome.views.into_iter().next(),
            tasks: outcome.tasks,
            words: outcome.words,
            notes: outcome.notes,
        }
    }
}

/// Lists saved views.
#[utoipa::path(
    get, path = "/v1/views", tag = "directory", operation_id = "list_views",
    responses((status = 200, description = "Saved views in manual order.", body = ListView))
)]
async fn list(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<ListView>, Problem> {
    let overview = state.app.overview(&actor).await.map_err(refusal::query)?;
    Ok(Json(ListView {
        views: overview.views,
    }))
}

/// Adds a saved view.
#[utoipa::path(
    post, path = "/v1/views", tag = "directory", operation_id = "add_view", request_body = ViewBody,
    responses((status = 201, description = "What was added", body = OutcomeView))
)]
async fn add(
    State(state): State<ServerState>,
    write: Write<ViewBody>,
) -> Result<Response, Problem> {
    let command = Command::AddView {
        view: write.body.into(),
    };
    let outcome: OutcomeView = execute(&state, &write.actor, command, write.request).await?;
    Ok(created(outcome))
}

/// Changes a saved view. A field that is absent stays; null empties it.
#[utoipa::path(
    patch, path = "/v1/views/{id}", tag = "directory", operation_id = "update_view",
    params(("id" = Uuid, Path)), request_body = ViewBody,
    responses((status = 200, description = "What changed", body = OutcomeView))
)]
async fn update(
    State(state): State<ServerState>,
    Id(id): Id<ViewId>,
    write: Write<ViewBody>,
) -> Result<Json<OutcomeView>, Problem> {
    let command = Command::UpdateView {
        id,
        view: write.body.into(),
    };
    execute(&state, &write.actor, command, write.request)
        .await
        .map(Json)
}

/// Deletes a saved view.
#[utoipa::path(
    delete, path = "/v1/views/{id}", tag = "directory", operation_id = "delete_view",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "What changed", body = OutcomeView))
)]
async fn delete(
    State(state): State<ServerState>,
    Id(id): Id<ViewId>,
    write: Write<EmptyBody>,
) -> Result<Json<OutcomeView>, Problem> {
    let command = Command::DeleteView { id };
    execute(&state, &write.actor, command, write.request)
        .await
        .map(Json)
}
