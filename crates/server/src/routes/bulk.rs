//! Many tasks at once, all or none, and what would happen to them.

use app::view::TaskView;
use app::{ListTasks, Outcome, TaskSet};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use domain::actor::Actor;
use domain::command::{Command, Completion, CompletionOutcome, Expected, Move, Span, TaskChange};
use domain::{TaskId, limits};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::json::Json;
use crate::problem::{Code, Problem};
use crate::reading::Reading;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::bulk::{ActionBody, ActionKind, BulkBody};
use crate::write::Write;

/// Tasks that a preview shows.
const SAMPLE: usize = 20;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(bulk))
}

/// What a bulk action would be about.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BulkPreview)]
struct PreviewView {
    /// How many tasks.
    count: usize,
    /// The first twenty.
    tasks: Vec<TaskView>,
}

/// An outcome, or a preview for `dry_run`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = BulkAnswer)]
#[expect(
    dead_code,
    reason = "describes the two answers in the interface's document"
)]
enum AnswerView {
    Outcome(Box<Outcome>),
    Preview(PreviewView),
}

/// Does the same with many tasks, all or none.
#[utoipa::path(
    post, path = "/v1/tasks/bulk", tag = "tasks", operation_id = "change_tasks", request_body = BulkBody,
    responses((status = 200, description = "What changed, or a preview for dry_run", body = AnswerView))
)]
async fn bulk(
    State(state): State<ServerState>,
    write: Write<BulkBody>,
) -> Result<Response, Problem> {
    let Write {
        actor,
        body,
        request,
        ..
    } = write;
    let BulkBody {
        ids,
        filter,
        action,
        dry_run,
        confirm,
    } = body;
    let is_by_filter = filter.is_some();
    let kind = action.kind;
    let tasks = match (ids, filter) {
        (Some(ids), None) if ids.is_empty() => {
            let detail = "name at least one task";
            return Err(Problem::new(Code::InvalidField, detail).at("/ids"));
        }
        (Some(ids), None) => ids,
        (None, Some(filter)) => matching(&state, &actor, filter, kind).await?,
        _ => {
            let detail = "name the tasks either by ids or by a filter";
            return Err(Problem::new(Code::InvalidField, detail).at("/ids"));
        }
    };
    if tasks.len() > limits::COMMAND_TASKS {
        let detail = format!(
            "at most {} tasks at once; send fewer or narrow the filter",
            limits::COMMAND_TASKS
        );
        return Err(Problem::new(Code::TooMany, detail).at(if is_by_filter {
            "/filter"
        } else {
            "/ids"
        }));
    }
    if dry_run {
        let count = tasks.len();
        let sample = &tasks[..count.min(SAMPLE)];
        let tasks = state
            .app
            .tasks_by_id(&actor, sample)
            .await
            .map_err(refusal::query)?;
        return Ok(Json(PreviewView { count, tasks }).into_response());
    }
    let is_to_confirm = kind == ActionKind::Purge || is_by_filter && kind == ActionKind::Delete;
    if is_to_confirm && !confirm {
        let for_good = if kind == ActionKind::Purge {
            " for good"
        } else {
            ""
        };
        let detail = format!(
            "this deletes {} tasks{for_good}; send it again with confirm: true",
            tasks.len()
        );
        return Err(Problem::new(Code::NotNow, detail).at("/confirm"));
    }
    let command = command(tasks, action, &Reading::new(&state.app, &actor)).await?;
    let outcome = state.app.execute_request(&actor, command, request).await;
    outcome
        .map(|outcome| Json(outcome).into_response())
        .map_err(refusal::execute)
}

/// The tasks that match, up to one more than a command may change.
async fn matching(
    state: &ServerState,
    actor: &Actor,
    filter: String,
    kind: ActionKind,
) -> Result<Vec<TaskId>, Problem> {
    let set = match kind {
        ActionKind::Reopen => TaskSet::Done,
        ActionKind::Restore | ActionKind::Purge => TaskSet::Trash,
        _ => TaskSet::Open,
    };
    let mut list = ListTasks {
        filter: Some(filter),
        set,
        limit: limits::PAGE_ROWS,
        ..ListTasks::default()
    };
    let mut tasks = Vec::new();
    loop {
        let page = state
            .app
            .tasks(actor, &list)
            .await
            .map_err(refusal::query)?;
        tasks.extend(page.tasks.iter().map(|task| TaskId::new(task.id)));
        list.cursor = page.next_cursor;
        if list.cursor.is_none() || tasks.len() > limits::COMMAND_TASKS {
            return Ok(tasks);
        }
    }
}

async fn command(
    tasks: Vec<TaskId>,
    action: ActionBody,
    reading: &Reading<'_>,
) -> Result<Command, Problem> {
    let ActionBody {
        kind,
        to,
        fields,
        scope,
    } = action;
    let needs = |field: &str| {
        let detail = format!("this action needs the field {field}");
        Problem::new(Code::InvalidField, detail).at(format!("/action/{field}"))
    };
    Ok(match kind {
        ActionKind::Complete => {
            let completion = |task| Completion {
                task,
                expected_slot: None,
                outcome: CompletionOutcome::Done,
                completed_at: None,
            };
            Command::CompleteTasks {
                tasks: tasks.into_iter().map(completion).collect(),
            }
        }
        ActionKind::Reopen => Command::ReopenTasks { tasks },
        ActionKind::Delete => Command::DeleteTasks {
            tasks,
            span: scope.unwrap_or(Span::Series),
        },
        ActionKind::Restore => Command::RestoreTasks { tasks },
        ActionKind::Purge => Command::PurgeTasks { tasks },
        ActionKind::Duplicate => Command::DuplicateTasks { tasks },
        ActionKind::Reschedule => {
            let to = reading
                .moment(to.ok_or_else(|| needs("to"))?, "/action/to")
                .await?;
            Command::RescheduleTasks {
                tasks,
                to: Move::To { due: to },
                span: scope.unwrap_or_default(),
            }
        }
        ActionKind::Update => {
            let body = fields.ok_or_else(|| needs("fields"))?;
            let only_this = scope.or(body.scope) == Some(Span::This);
            let fields = body.read(reading, "/action/fields").await?;
            let change = |task| TaskChange {
                task,
                expected: Expected::Any,
                fields: fields.clone(),
                only_this,
            };
            Command::UpdateTasks {
                changes: tasks.into_iter().map(change).collect(),
            }
        }
    })
}
