//! Projects.

use app::Outcome;
use app::view::{ProjectView, TaskView};
use axum::extract::State;
use axum::response::Response;
use domain::ProjectId;
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
use crate::wire::directory::ProjectBody;
use crate::write::Write;

pub(super) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(update, delete))
}

/// Projects in manual order; the Inbox among them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Projects)]
struct ListView {
    /// Projects in manual order; the Inbox among them.
    projects: Vec<ProjectView>,
}

/// What changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProjectOutcome)]
struct OutcomeView {
    /// The change, for undo; null when nothing changed.
    change_id: Option<Uuid>,
    /// The space's revision after it.
    rev: i64,
    /// As it is now; null when it did not change.
    project: Option<ProjectView>,
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
            project: outcome.projects.into_iter().next(),
            tasks: outcome.tasks,
            words: outcome.words,
            notes: outcome.notes,
        }
    }
}

/// Lists projects.
#[utoipa::path(
    get, path = "/v1/projects", tag = "directory", operation_id = "list_projects",
    responses((status = 200, description = "Projects in manual order; the Inbox among them.", body = ListView))
)]
async fn list(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<ListView>, Problem> {
    let overview = state.app.overview(&actor).await.map_err(refusal::query)?;
    Ok(Json(ListView {
        projects: overview.projects,
    }))
}

/// Adds a project.
#[utoipa::path(
    post, path = "/v1/projects", tag = "directory", operation_id = "add_project", request_body = ProjectBody,
    responses((status = 201, description = "What was added", body = OutcomeView))
)]
async fn add(
    State(state): State<ServerState>,
    write: Write<ProjectBody>,
) -> Result<Response, Problem> {
    let command = Command::AddProject {
        project: write.body.into(),
    };
    let outcome: OutcomeView = execute(&state, &write.actor, command, write.request).await?;
    Ok(created(outcome))
}

/// Changes a project. A field that is absent stays; null empties it.
#[utoipa::path(
    patch, path = "/v1/projects/{id}", tag = "directory", operation_id = "update_project",
    params(("id" = Uuid, Path)), request_body = ProjectBody,
    responses((status = 200, description = "What changed", body = OutcomeView))
)]
async fn update(
    State(state): State<ServerState>,
    Id(id): Id<ProjectId>,
    write: Write<ProjectBody>,
) -> Result<Json<OutcomeView>, Problem> {
    let command = Command::UpdateProject {
        id,
        project: write.body.into(),
    };
    execute(&state, &write.actor, command, write.request)
        .await
        .map(Json)
}

/// Moves a project, its sections and its tasks to the trash.
#[utoipa::path(
    delete, path = "/v1/projects/{id}", tag = "directory", operation_id = "delete_project",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "What changed", body = OutcomeView))
)]
async fn delete(
    State(state): State<ServerState>,
    Id(id): Id<ProjectId>,
    write: Write<EmptyBody>,
) -> Result<Json<OutcomeView>, Problem> {
    let command = Command::DeleteProject { id };
    execute(&state, &write.actor, command, write.request)
        .await
        .map(Json)
}
