//! Sections.

use app::Outcome;
use app::view::{SectionView, TaskView};
use axum::extract::State;
use axum::response::Response;
use domain::SectionId;
use domain::command::{Command, ProjectRef, SectionFields};
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
use crate::wire::directory::{NewSectionBody, SectionBody};
use crate::write::Write;

pub(super) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(update, delete))
}

/// Sections in manual order.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Sections)]
struct ListView {
    /// Sections in manual order.
    sections: Vec<SectionView>,
}

/// What changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SectionOutcome)]
struct OutcomeView {
    /// The change, for undo; null when nothing changed.
    change_id: Option<Uuid>,
    /// The space's revision after it.
    rev: i64,
    /// As it is now; null when it did not change.
    section: Option<SectionView>,
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
            section: outcome.sections.into_iter().next(),
            tasks: outcome.tasks,
            words: outcome.words,
            notes: outcome.notes,
        }
    }
}

/// Lists sections.
#[utoipa::path(
    get, path = "/v1/sections", tag = "directory", operation_id = "list_sections",
    responses((status = 200, description = "Sections in manual order.", body = ListView))
)]
async fn list(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<ListView>, Problem> {
    let overview = state.app.overview(&actor).await.map_err(refusal::query)?;
    Ok(Json(ListView {
        sections: overview.sections,
    }))
}

/// Adds a section.
#[utoipa::path(
    post, path = "/v1/sections", tag = "directory", operation_id = "add_section", request_body = NewSectionBody,
    responses((status = 201, description = "What was added", body = OutcomeView))
)]
async fn add(
    State(state): State<ServerState>,
    write: Write<NewSectionBody>,
) -> Result<Response, Problem> {
    let command = {
        let NewSectionBody {
            project_id,
            name,
            is_done_column,
            after,
        } = write.body;
        let section = SectionFields {
            name: Some(name),
            is_done_column,
            after,
        };
        Command::AddSection {
            project: ProjectRef::Id(project_id),
            section,
        }
    };
    let outcome: OutcomeView = execute(&state, &write.actor, command, write.request).await?;
    Ok(created(outcome))
}

/// Changes a section. A field that is absent stays; null empties it.
#[utoipa::path(
    patch, path = "/v1/sections/{id}", tag = "directory", operation_id = "update_section",
    params(("id" = Uuid, Path)), request_body = SectionBody,
    responses((status = 200, description = "What changed", body = OutcomeView))
)]
async fn update(
    State(state): State<ServerState>,
    Id(id): Id<SectionId>,
    write: Write<SectionBody>,
) -> Result<Json<OutcomeView>, Problem> {
    let command = Command::UpdateSection {
        id,
        section: write.body.into(),
    };
    execute(&state, &write.actor, command, write.request)
        .await
        .map(Json)
}

/// Deletes a section; its tasks stay in the project.
#[utoipa::path(
    delete, path = "/v1/sections/{id}", tag = "directory", operation_id = "delete_section",
    params(("id" = Uuid, Path)),
    responses((status = 200, description = "What changed", body = OutcomeView))
)]
async fn delete(
    State(state): State<ServerState>,
    Id(id): Id<SectionId>,
    write: Write<EmptyBody>,
) -> Result<Json<OutcomeView>, Problem> {
    let command = Command::DeleteSection { id };
    execute(&state, &write.actor, command, write.request)
        .await
        .map(Json)
}
