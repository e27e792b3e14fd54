//! Tags.

use app::Outcome;
use app::view::{TagView, TaskView};
use axum::extract::State;
use axum::response::Response;
use domain::TagId;
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
use crate::wire::directory::TagBody;
use crate::write::Write;

pub(super) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(update, delete))
}

/// Tags by name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Tags)]
struct ListView {
    /// Tags by name.
    tags: Vec<TagView>,
}

/// What changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TagOutcome)]
struct OutcomeView {
    /// The change, for undo; null when nothing changed.
    change_id: Option<Uuid>,
    /// The space's revision after it.
    rev: i64,
    /// As it is now; null when it did not change.
    tag: Option<TagView>,
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
            tag: outcome.tags.into_iter().next(),
            tasks: outcome.tasks,
            words: outcome.words,
            notes: outcome.notes,
        }
    }
}

/// Lists tags.
#[utoipa::path(
    get, path = "/v1/tags", tag = "directory", operation_id = "list_tags",
    responses((status = 200, description = "Tags by name.", body = ListView))
)]
async fn list(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<ListView>, Problem> {
    let overview = state.app.overview(&actor).await.map_err(refusal::query)?;
    Ok(Json(ListView {
        tags: overview.tags,
    }))
}

/// Adds a tag.
#[utoipa::path(
    post, path = "/v1/tags", tag = "directory", operation_id = "add_tag", request_body = TagBody,
    responses((status = 201, description = "What was added", body = OutcomeView))
)]
async fn add(State(state): State<ServerState>, write: Write<TagBody>) -> Result<Response, Problem> {
    let command = Command::AddTag {
        tag: write.body.into(),
    };
    let outcome: OutcomeView = execute(&state, &write.actor, command, write.request).await?;
    Ok(created(outcome))
}

/// Changes a tag. A field that is absent stays; null empties it.
#[utoipa::path(
    patch, path = "/v1/tags/{id}", tag = "directory", operation_id = "update_tag",
    params(("id" = Uuid, Path)), request_body = TagBody,
    responses((status = 200, description = "What changed", body = OutcomeView))
)]
async fn update(
    State(state): State<ServerState>,
    Id(id): Id<TagId>,
    write: Write<TagBody>,
) -> Result<Json<OutcomeView>, Problem> {
    let command = Command::UpdateTag {
        id,
        tag: write.body.into(),
    };
    execute(&state, &write.actor, command, write.request)
        .await
        .map(Json)
}

/// Deletes a tag and takes it off its tasks.
#[utoipa::path(
    delete, path = "/v1/tags/{id}", tag = "directory", operation_id = "delete_tag",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "What changed", body = OutcomeView))
)]
async fn delete(
    State(state): State<ServerState>,
    Id(id): Id<TagId>,
    write: Write<EmptyBody>,
) -> Result<Json<OutcomeView>, Problem> {
    let command = Command::DeleteTag { id };
    execute(&state, &write.actor, command, write.request)
        .await
        .map(Json)
}
