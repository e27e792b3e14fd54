//! Reopening: a done task is open again; a recurring one goes back to its latest occurrence.

use super::draft::Draft;
use super::{LedgerStep, Rejection, validate};
use crate::change::Verb;
use crate::ids::TaskId;
use crate::limits;
use crate::task::{Status, Task};

pub(super) fn tasks(draft: &mut Draft<'_>, tasks: &[TaskId]) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", tasks.len(), limits::COMMAND_TASKS)?;
    for id in tasks {
        task(draft, *id)?;
    }
    Ok(())
}

/// Reopens one task; one that is open and does not repeat stays as it is.
pub(super) fn task(draft: &mut Draft<'_>, id: TaskId) -> Result<(), Rejection> {
    let task = draft.task(id)?.clone();
    if let Some(latest) = draft.state.occurrences.get(&id)
        && let Some(series) = &task.series
    {
        let ahead =
            latest.slot > series.slot || (latest.slot == series.slot && task.status.is_open());
        if ahead {
            return Err(Rejection::NotNow(format!(
                "task #{} was moved to earlier dates after it was completed; undo that in its history instead",
                task.number
            )));
        }
        draft.ledger.push(LedgerStep::Withdraw {
            task: id,
            from: latest.slot,
            until: None,
        });
        for before in latest.before.clone() {
            if let Ok(current) = draft.task(before.id).cloned() {
                draft.put_task(Verb::Reopened, restored(current, before));
            }
        }
        return Ok(());
    }
    if task.status.is_open() {
        return Ok(());
    }
    draft.put_task(
        Verb::Reopened,
        Task {
            status: Status::Open,
            completed_at: None,
            completed_by: None,
            ..task
        },
    );
    Ok(())
}

/// What completing changed, as it was; what has been edited since stays edited.
fn restored(current: Task, before: Task) -> Task {
    Task {
        status: before.status,
        due: before.due,
        start: before.start,
        deadline: before.deadline,
        series: before.series,
        checklist: before.checklist,
        reminders: before.reminders,
        completed_at: before.completed_at,
        completed_by: before.completed_by,
        ..current
    }
}
