//! Completing, skipping and giving up.

use jiff::{Timestamp, ToSpan};

use super::draft::Draft;
use super::{Rejection, validate};
use crate::change::Verb;
use crate::command::{Completion, CompletionOutcome};
use crate::due::Due;
use crate::ids::TaskId;
use crate::limits;
use crate::rule::{Moment, advance};
use crate::task::{Occurrence, OccurrenceOutcome, Series, Status, Task};

pub(super) fn tasks(draft: &mut Draft<'_>, tasks: &[Completion]) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", tasks.len(), limits::COMMAND_TASKS)?;
    for completion in tasks {
        task(draft, completion)?;
    }
    Ok(())
}

/// Completes one task. What is done already, or has moved past the slot that the caller saw,
/// stays as it is: completing twice advances once.
pub(super) fn task(draft: &mut Draft<'_>, completion: &Completion) -> Result<(), Rejection> {
    let task = draft.task(completion.task)?.clone();
    let at = completion.completed_at.unwrap_or(draft.ctx.now);
    if at > draft.ctx.now {
        return Err(Rejection::invalid(
            "/completed_at",
            "completed_at lies in the future; leave it out for now",
        ));
    }
    if !task.status.is_open() {
        return Ok(());
    }
    match (&task.series, completion.outcome) {
        (_, CompletionOutcome::Cancelled) => {
            finish(draft, task, Status::Cancelled, Verb::Completed, at);
        }
        (None, CompletionOutcome::Skipped) => {
            return Err(Rejection::NotNow(format!(
                "task #{} does not repeat, so there is no occurrence to skip; complete or delete it",
                task.number
            )));
        }
        (None, CompletionOutcome::Done) => finish(draft, task, Status::Done, Verb::Completed, at),
        (Some(series), outcome) => {
            if completion
                .expected_slot
                .is_some_and(|expected| expected != series.slot)
            {
                return Ok(());
            }
            let series = series.clone();
            advance_task(draft, task, &series, outcome, at);
        }
    }
    Ok(())
}

/// Ends a task and what is still open below it.
fn finish(draft: &mut Draft<'_>, task: Task, status: Status, verb: Verb, at: Timestamp) {
    for child in draft.descendants(task.id) {
        if let Ok(child) = draft.task(child).cloned()
            && child.status.is_open()
        {
            draft.put_task(verb, finished(draft, child, status, at));
        }
    }
    let task = finished(draft, task, status, at);
    draft.put_task(verb, task);
}

fn finished(draft: &Draft<'_>, mut task: Task, status: Status, at: Timestamp) -> Task {
    task.status = status;
    task.completed_at = Some(at);
    task.completed_by = Some(draft.ctx.actor.user);
    for reminder in &mut task.reminders {
        reminder.snoozed_until = None;
    }
    task
}

fn advance_task(
    draft: &mut Draft<'_>,
    task: Task,
    series: &Series,
    outcome: CompletionOutcome,
    at: Timestamp,
) {
    let zone = task.due.as_ref().map_or_else(
        || draft.clock.zone.clone(),
        |due| due.zone_or(&draft.clock.zone),
    );
    let moment = Moment::new(draft.ctx.now, &draft.clock, zone).done_at(at, &draft.clock);
    let (ledger, verb) = match outcome {
        CompletionOutcome::Skipped => (OccurrenceOutcome::Skipped, Verb::Skipped),
        _ => (OccurrenceOutcome::Done, Verb::Completed),
    };
    let step = advance(series, ledger, &moment);
    let children: Vec<TaskId> = draft.children(task.id);
    let mut before = vec![task.clone()];
    before.extend(
        children
            .iter()
            .filter_map(|child| draft.task(*child).ok().cloned()),
    );
    let row = |slot, outcome, before| Occurrence {
        task: task.id,
        slot,
        outcome,
        at,
        by: Some(draft.ctx.actor.user),
        before,
    };
    let mut rows = vec![row(series.slot, ledger, before)];
    rows.extend(
        step.missed
            .iter()
            .map(|slot| row(*slot, OccurrenceOutcome::Missed, Vec::new())),
    );
    draft.occurrences.extend(rows);
    let Some(next) = step.series(series) else {
        let id = task.id;
        finish(draft, task, Status::Done, verb, at);
        draft.end_series(id);
        return;
    };
    let days = next
        .slot
        .date
        .since(series.slot.date)
        .map_or(0, |span| span.get_days());
    for child in children {
        if let Ok(child) = draft.task(child).cloned() {
            draft.put_task(Verb::Updated, renewed(child, days));
        }
    }
    let mut after = renewed(task, days);
    let due = after.due.take().unwrap_or(Due::Day {
        date: series.slot.date,
    });
    after.due = Some(due.at(next.slot));
    if let Some(original) = &series.original {
        after.title.clone_from(&original.title);
        after.notes.clone_from(&original.notes);
        after.priority = original.priority;
        after.tags.clone_from(&original.tags);
    }
    after.series = Some(next);
    draft.put_task(verb, after);
}

/// The task as it starts its next occurrence, `days` later: dates keep their distances, ticks and
/// snoozes are gone.
fn renewed(mut task: Task, days: i32) -> Task {
    let later = |date: jiff::civil::Date| date.checked_add(days.days()).unwrap_or(date);
    let shifted = |due: Due| match due {
        Due::Day { date } => Due::Day { date: later(date) },
        Due::Floating { date, time } => Due::Floating {
            date: later(date),
            time,
        },
        Due::Zoned { date, time, zone } => Due::Zoned {
            date: later(date),
            time,
            zone,
        },
    };
    task.due = task.due.map(shifted);
    task.start = task.start.map(shifted);
    task.deadline = task.deadline.map(later);
    task.status = Status::Open;
    task.completed_at = None;
    task.completed_by = None;
    for line in &mut task.checklist {
        line.done = false;
    }
    for reminder in &mut task.reminders {
        reminder.snoozed_until = None;
    }
    task
}
