//! Who did what, and taking it back.

use app::view::{ConflictView, TaskView};
use app::{HistoryPage, HistoryQuery, Outcome};
use axum::extract::State;
use domain::TaskId;
use domain::command::{Command, UndoTarget};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::limit;
use crate::caller::Caller;
use crate::json::Json;
use crate::params::{Params, TaskPath};
use crate::problem::{Code, Problem};
use crate::refusal;
use crate::state::ServerState;
use crate::wire::bulk::UndoBody;
use crate::wire::query::{HistoryParams, PageParams};
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(history))
        .routes(routes!(of_task))
        .routes(routes!(undo))
}

/// Changes, newest first: who, through what, and which fields.
#[utoipa::path(
    get, path = "/v1/history", tag = "history", operation_id = "list_history", params(HistoryParams),
    responses((status = 200, description = "A page of changes", body = HistoryPage))
)]
async fn history(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    Params(query): Params<HistoryParams>,
) -> Result<Json<HistoryPage>, Problem> {
    let query = HistoryQuery {
        task: query.task_id,
        limit: limit(query.limit)?,
        cursor: query.cursor,
    };
    state
        .app
        .history(&actor, &query)
        .await
        .map(Json)
        .map_err(refusal::query)
}

/// Changes of one task, newest first.
#[utoipa::path(
    get, path = "/v1/tasks/{id}/history", tag = "history", operation_id = "list_task_history",
    params(("id" = String, Path, description = "Id or number"), PageParams),
    responses((status = 200, description = "A page of changes", body = HistoryPage))
)]
async fn of_task(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    TaskPath(key): TaskPath,
    Params(query): Params<PageParams>,
) -> Result<Json<HistoryPage>, Problem> {
    let task = state.app.task(&actor, key).await.map_err(refusal::query)?;
    let task = Some(TaskId::new(task.id));
    let query = HistoryQuery {
        task,
        limit: limit(query.limit)?,
        cursor: query.cursor,
    };
    state
        .app
        .history(&actor, &query)
        .await
        .map(Json)
        .map_err(refusal::query)
}

/// What was taken back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Undone)]
struct UndoneView {
    /// The change that was taken back; of several the latest; null when nothing changed.
    undone: Option<Uuid>,
    /// All that were taken back.
    undone_all: Vec<Uuid>,
    /// The change that took them back.
    change_id: Option<Uuid>,
    /// The space's revision after it.
    rev: i64,
    /// The tasks as they are now.
    tasks: Vec<TaskView>,
    /// Fields that were left alone because they have changed since.
    conflicts: Vec<ConflictView>,
    /// What happened, as people say it.
    words: String,
    /// What else there is to tell.
    notes: Vec<String>,
}

impl From<Outcome> for UndoneView {
    fn from(outcome: Outcome) -> Self {
        Self {
            undone: outcome.undone.first().copied(),
            undone_all: outcome.undone,
            change_id: outcome.change_id,
            rev: outcome.rev,
            tasks: outcome.tasks,
            conflicts: outcome.conflicts,
            words: outcome.words,
            notes: outcome.notes,
        }
    }
}

/// Takes back a change, a turn, or all that a token did; the latest change where nothing is said.
#[utoipa::path(
    post, path = "/v1/undo", tag = "history", operation_id = "undo", request_body = UndoBody,
    responses((status = 200, description = "What was taken back", body = UndoneView))
)]
async fn undo(
    State(state): State<ServerState>,
    write: Write<UndoBody>,
) -> Result<Json<UndoneView>, Problem> {
    let target = match write.body {
        UndoBody {
            change_id: None,
            turn_id: None,
            token_id: None,
        } => UndoTarget::Last,
        UndoBody {
            change_id: Some(id),
            turn_id: None,
            token_id: None,
        } => UndoTarget::Change(id),
        UndoBody {
            change_id: None,
            turn_id: Some(id),
            token_id: None,
        } => UndoTarget::Turn(id),
        UndoBody {
            change_id: None,
            turn_id: None,
            token_id: Some(id),
        } => UndoTarget::Token(id),
        _ => {
            return Err(Problem::new(
                Code::InvalidField,
                "name one of change_id, turn_id, token_id",
            )
            .at(""));
        }
    };
    let outcome = state
        .app
        .execute_request(&write.actor, Command::Undo { target }, write.request)
        .await;
    outcome
        .map(|outcome| Json(outcome.into()))
        .map_err(refusal::execute)
}
