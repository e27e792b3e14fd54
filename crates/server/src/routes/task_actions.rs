//! What is done with one task: complete, reopen, skip, restore, duplicate, reschedule, snooze.

use app::{Outcome, TaskKey};
use axum::extract::State;
use domain::TaskId;
use domain::command::{Command, Completion, CompletionOutcome, Move};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::json::Json;
use crate::params::TaskPath;
use crate::problem::Problem;
use crate::reading::Reading;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::bulk::{CompleteBody, EmptyBody, RescheduleBody, SkipBody, SnoozeBody};
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(complete))
        .routes(routes!(reopen))
        .routes(routes!(skip))
        .routes(routes!(restore))
        .routes(routes!(duplicate))
        .routes(routes!(reschedule))
        .routes(routes!(snooze))
}

/// Carries out what `command` makes of the task.
async fn act<T>(
    state: &ServerState,
    key: TaskKey,
    write: Write<T>,
    command: impl FnOnce(TaskId, T) -> Command,
) -> Result<Json<Outcome>, Problem> {
    let Write {
        actor,
        body,
        request,
        ..
    } = write;
    let task = state
        .app
        .task_id(&actor, key)
        .await
        .map_err(refusal::query)?;
    let outcome = state
        .app
        .execute_request(&actor, command(task, body), request)
        .await;
    outcome.map(Json).map_err(refusal::execute)
}

/// Completes a task; a recurring one moves to its next occurrence.
#[utoipa::path(
    post, path = "/v1/tasks/{id}/complete", tag = "tasks", operation_id = "complete_task",
    params(("id" = String, Path, description = "Id or number")), request_body = CompleteBody,
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn complete(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    write: Write<CompleteBody>,
) -> Result<Json<Outcome>, Problem> {
    act(&state, key, write, |task, body| {
        let CompleteBody {
            expected_slot,
            completed_at,
        } = body;
        let completion = Completion {
            task,
            expected_slot,
            outcome: CompletionOutcome::Done,
            completed_at,
        };
        Command::CompleteTasks {
            tasks: vec![completion],
        }
    })
    .await
}

/// Opens a done task again; of a recurring one the latest completed occurrence.
#[utoipa::path(
    post, path = "/v1/tasks/{id}/reopen", tag = "tasks", operation_id = "reopen_task",
    params(("id" = String, Path, description = "Id or number")), request_body = EmptyBody,
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn reopen(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    write: Write<EmptyBody>,
) -> Result<Json<Outcome>, Problem> {
    act(&state, key, write, |task, _| Command::ReopenTasks {
        tasks: vec![task],
    })
    .await
}

/// Leaves one occurrence of a recurring task out.
#[utoipa::path(
    post, path = "/v1/tasks/{id}/skip", tag = "tasks", operation_id = "skip_task",
    params(("id" = String, Path, description = "Id or number")), request_body = SkipBody,
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn skip(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    write: Write<SkipBody>,
) -> Result<Json<Outcome>, Problem> {
    act(&state, key, write, |task, body| {
        let outcome = CompletionOutcome::Skipped;
        let completion = Completion {
            task,
            expected_slot: body.expected_slot,
            outcome,
            completed_at: None,
        };
        Command::CompleteTasks {
            tasks: vec![completion],
        }
    })
    .await
}

/// Brings a task back from the trash.
#[utoipa::path(
    post, path = "/v1/tasks/{id}/restore", tag = "tasks", operation_id = "restore_task",
    params(("id" = String, Path, description = "Id or number")), request_body = EmptyBody,
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn restore(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    write: Write<EmptyBody>,
) -> Result<Json<Outcome>, Problem> {
    act(&state, key, write, |task, _| Command::RestoreTasks {
        tasks: vec![task],
    })
    .await
}

/// Copies a task with its checklist and subtasks.
#[utoipa::path(
    post, path = "/v1/tasks/{id}/duplicate", tag = "tasks", operation_id = "duplicate_task",
    params(("id" = String, Path, description = "Id or number")), request_body = EmptyBody,
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn duplicate(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    write: Write<EmptyBody>,
) -> Result<Json<Outcome>, Problem> {
    act(&state, key, write, |task, _| Command::DuplicateTasks {
        tasks: vec![task],
    })
    .await
}

/// Moves the due date: of a recurring task this occurrence, or the series.
#[utoipa::path(
    post, path = "/v1/tasks/{id}/reschedule", tag = "tasks", operation_id = "reschedule_task",
    params(("id" = String, Path, description = "Id or number")), request_body = RescheduleBody,
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn reschedule(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    write: Write<RescheduleBody>,
) -> Result<Json<Outcome>, Problem> {
    let Write {
        actor,
        body,
        request,
        version,
    } = write;
    let to = match body.to {
        None => Move::Clear,
        Some(to) => Move::To {
            due: Reading::new(&state.app, &actor).moment(to, "/to").await?,
        },
    };
    let span = body.scope.unwrap_or_default();
    let write = Write {
        actor,
        body: (to, span),
        request,
        version,
    };
    act(&state, key, write, |task, (to, span)| {
        Command::RescheduleTasks {
            tasks: vec![task],
            to,
            span,
        }
    })
    .await
}

/// Repeats the reminder later.
#[utoipa::path(
    post, path = "/v1/tasks/{id}/snooze", tag = "tasks", operation_id = "snooze_task",
    params(("id" = String, Path, description = "Id or number")), request_body = SnoozeBody,
    responses((status = 200, description = "What changed", body = Outcome))
)]
async fn snooze(
    State(state): State<ServerState>,
    TaskPath(key): TaskPath,
    write: Write<SnoozeBody>,
) -> Result<Json<Outcome>, Problem> {
    let Write {
        actor,
        body,
        request,
        version,
    } = write;
    let until = Reading::new(&state.app, &actor)
        .instant(body.until, "/until")
        .await?;
    let write = Write {
        actor,
        body: until,
        request,
        version,
    };
    act(&state, key, write, |task, until| Command::SnoozeReminders {
        tasks: vec![task],
        until,
    })
    .await
}
