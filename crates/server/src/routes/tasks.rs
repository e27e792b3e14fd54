//! Tasks: added, listed, read, changed, deleted, searched.

use app::view::{OccurrenceView, TaskView};
use app::{ListTasks, Outcome, Page, RelationView, TaskSet};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::command::{Command, Span};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{created, limit};
use crate::caller::Caller;
use crate::headers::{etag, has_version};
use crate::json::Json;
use crate::params::{Params, TaskPath};
use crate::problem::Problem;
use crate::reading::Reading;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::bulk::EmptyBody;
use crate::wire::query::{ScopeQuery, SearchQuery, StatusParam, TasksQuery};
use crate::wire::task::{Add, NewTaskBody};
use crate::wire::task_patch::TaskFieldsBody;
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(add, list))
        .routes(routes!(get, update, delete))
        .routes(routes!(search))
        .routes(routes!(occurrences))
        .routes(routes!(relations))
}

/// Adds tasks: by a sentence, by fields, or several at once.
#[utoipa::path(
    post, path = "/v1/tasks", tag = "tasks", operation_id = "add_tasks", request_body = NewTaskBody,
    responses((status = 201, description = "What was added", body = Outcome))
)]
async fn add(
    State(state): State<ServerState>,
    write: Write<NewTaskBody>,
) -> Result<Response, Problem> {
    let Write {
        actor,
        body,
        request,
        ..
    } = write;
    let outcome = match body.read(&Reading::new(&state.app, &actor)).await? {
        Add::Text(text) => {
            let id = request.as_ref().map(|request| &request.id);
            state.app.add_text(&actor, &text, id).await
        }
        Add::Tasks(tasks) => {
            state
                .app
                .execute_request(&actor, Command::AddTasks { tasks }, request)
                .await
        }
    };
    outcome.map(created).map_err(refusal::execute)
}

/// Lists tasks.
#[utoipa::path(
    get, path = "/v1/tasks", tag = "tasks", operation_id = "list_tasks", params(TasksQuery),
    responses((status = 200, description = "A page of tasks", body = Page))
)]
async fn list(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    Params(query): Params<TasksQuery>,
) -> Result<Json<Page>, Problem> {
    let list = ListTasks {
        filter: query.filter,
        sort: query.sort,
        set: set(query.status.unwrap_or_default()),
        project: query.project_id,
        parent: query.parent_id,
        limit: limit(query.limit)?,
        cursor: query.cursor,
    };
    state
        .app
        .tasks(&actor, &list)
        .await
        .map(Json)
        .map_err(refusal::query)
}

fn set(status: StatusParam) -> TaskSet {
    match status {
        StatusParam::Open => TaskSet::Open,
        StatusParam::Done => TaskSet::Done,
        StatusParam::Trash => TaskSet::Trash,
        StatusParam::All => TaskSet::All,
    }
}

/// One task, by id or by number.
#[utoipa::path(
    get, path = "/v1/tasks/{id}", tag = "tasks", operation_id = "get_task",
    params(("id" = String, Path, description = "Id or number")),
    responses((status = 200, description = "The task; its version is in ETag", body = TaskView))
)]
async fn get(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    TaskPath(key): TaskPath,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let task = state.app.task(&actor, key).await.map_err(refusal::query)?;
    let tag = etag(task.version);
    if has_version(&headers, task.version) {
        return Ok((StatusCode::NOT_MODIFIED, [tag]).into_response());
    }
    Ok(([tag], Json(task)).into_response())
}

/// Changes fields of a task. A field that is absent stays; null empties it.
#[utoipa::path(
    patch, path = "/v1/tasks/{id}", tag = "tasks", operation_id = "update_task",
    params(("id" = String, Path, description = "Id or number")), request_body = TaskFieldsBody,
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn update(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    write: Write<TaskFieldsBody>,
) -> Result<Response, Problem> {
    let Write {
        actor,
        body,
        version,
        request,
    } = write;
    let task = state
        .app
        .task_id(&actor, key)
        .await
        .map_err(refusal::query)?;
    let change = body
        .change(task, version, &Reading::new(&state.app, &actor))
        .await?;
    let command = Command::UpdateTasks {
        changes: vec![change],
    };
    let outcome = state
        .app
        .execute_request(&actor, command, request)
        .await
        .map_err(refusal::execute)?;
    let tag = outcome
        .tasks
        .iter()
        .find(|view| view.id == task.uuid())
        .map(|view| etag(view.version));
    Ok((tag.map(|tag| [tag]), Json(outcome)).into_response())
}

/// Moves a task to the trash; with `scope=this` skips one occurrence instead.
#[utoipa::path(
    delete, path = "/v1/tasks/{id}", tag = "tasks", operation_id = "delete_task",
    params(("id" = String, Path, description = "Id or number"), ScopeQuery),
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn delete(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    Params(query): Params<ScopeQuery>,
    write: Write<EmptyBody>,
) -> Result<Json<Outcome>, Problem> {
    let task = state
        .app
        .task_id(&write.actor, key)
        .await
        .map_err(refusal::query)?;
    let span = query.scope.unwrap_or(Span::Series);
    let command = Command::DeleteTasks {
        tasks: vec![task],
        span,
    };
    let outcome = state
        .app
        .execute_request(&write.actor, command, write.request)
        .await;
    outcome.map(Json).map_err(refusal::execute)
}

/// Tasks that were found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Found)]
struct FoundView {
    /// The best match first.
    tasks: Vec<TaskView>,
}

/// Finds tasks by words of their titles and notes.
#[utoipa::path(
    get, path = "/v1/search", tag = "tasks", operation_id = "search_tasks", params(SearchQuery),
    responses((status = 200, description = "Tasks, best first", body = FoundView))
)]
async fn search(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    Params(query): Params<SearchQuery>,
) -> Result<Json<FoundView>, Problem> {
    let found = state
        .app
        .search(&actor, &query.q, limit(query.limit)?)
        .await;
    found
        .map(|tasks| Json(FoundView { tasks }))
        .map_err(refusal::query)
}

/// How the past occurrences of a task ended.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Occurrences)]
struct OccurrencesView {
    /// The latest first.
    occurrences: Vec<OccurrenceView>,
}

/// How the past occurrences of a recurring task ended.
#[utoipa::path(
    get, path = "/v1/tasks/{id}/occurrences", tag = "tasks", operation_id = "list_occurrences",
    params(("id" = String, Path, description = "Id or number")),
    responses((status = 200, description = "The ledger, latest first", body = OccurrencesView))
)]
async fn occurrences(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    TaskPath(key): TaskPath,
) -> Result<Json<OccurrencesView>, Problem> {
    let task = state.app.task(&actor, key).await.map_err(refusal::query)?;
    let rows = state
        .app
        .occurrences(&actor, domain::TaskId::new(task.id))
        .await;
    rows.map(|occurrences| Json(OccurrencesView { occurrences }))
        .map_err(refusal::query)
}

/// How a task relates to others.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Relations)]
struct RelationsView {
    /// By kind, then by number.
    relations: Vec<RelationView>,
}

/// How a task relates to others, whichever of the two was told so.
#[utoipa::path(
    get, path = "/v1/tasks/{id}/relations", tag = "tasks", operation_id = "list_relations",
    params(("id" = String, Path, description = "Id or number")),
    responses((status = 200, description = "The relations, seen from this task", body = RelationsView))
)]
async fn relations(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    TaskPath(key): TaskPath,
) -> Result<Json<RelationsView>, Problem> {
    let relations = state.app.relations(&actor, key).await;
    relations
        .map(|relations| Json(RelationsView { relations }))
        .map_err(refusal::query)
}
