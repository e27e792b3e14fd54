//! Reminders that fire, and reminders that are put off.

use jiff::{SignedDuration, Timestamp};

use super::draft::Draft;
use super::{Ctx, Decision, Fired, Rejection, State, Timer, validate};
use crate::change::{FIRE_REMINDERS, Verb};
use crate::ids::{ReminderId, TaskId};
use crate::limits;
use crate::task::{Reminder, ReminderTime, Task};

/// Later than this, a reminder says that it is late.
const LATE: SignedDuration = SignedDuration::from_mins(5);

/// Decides what firing `timers`, all due, does: who is told, or that nobody wants it any more.
/// The system's own command; `timers` are of the space in `state`.
pub fn fire(state: &State, timers: &[Timer], ctx: &Ctx<'_>) -> Decision {
    let mut draft = Draft::new(state, ctx);
    for timer in timers {
        let recipients = recipients(&mut draft, timer);
        let late = ctx.now.duration_since(timer.fire_at) > LATE;
        draft.fired.push(Fired {
            timer: timer.clone(),
            recipients,
            late,
        });
    }
    draft.finish(FIRE_REMINDERS, None)
}

fn recipients(draft: &mut Draft<'_>, timer: &Timer) -> Vec<crate::ids::UserId> {
    let Ok(task) = draft.task(timer.task).cloned() else {
        return Vec::new();
    };
    if !task.is_open()
        || !task
            .reminders
            .iter()
            .any(|reminder| reminder.id == timer.reminder)
    {
        return Vec::new();
    }
    let recipients = if task.assignees.is_empty() {
        vec![draft.state.space.owner]
    } else {
        task.assignees.iter().copied().collect()
    };
    draft.put_reminded(timer, task);
    recipients
}

pub(super) fn snooze(
    draft: &mut Draft<'_>,
    tasks: &[TaskId],
    until: Timestamp,
) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", tasks.len(), limits::COMMAND_TASKS)?;
    if until <= draft.ctx.now {
        return Err(Rejection::invalid(
            "/until",
            "until lies in the past; choose a later moment",
        ));
    }
    for id in tasks {
        let mut task = draft.task(*id)?.clone();
        if !task.status.is_open() {
            return Err(Rejection::NotNow(format!(
                "task #{} is finished, so nothing reminds of it",
                task.number
            )));
        }
        match latest(draft, &task) {
            Some(index) => task.reminders[index].snoozed_until = Some(until),
            None => task.reminders.push(Reminder {
                id: draft.new_id(ReminderId::new),
                at: ReminderTime::Absolute { at: until },
                snoozed_until: None,
            }),
        }
        draft.put_task(Verb::Snoozed, task);
    }
    Ok(())
}

/// The reminder that sounded last, or else the one that sounds first.
fn latest(draft: &Draft<'_>, task: &Task) -> Option<usize> {
    let at = |reminder: &Reminder| reminder.base_at(task, &draft.clock);
    let indexed = || task.reminders.iter().enumerate();
    indexed()
        .filter(|(_, reminder)| at(reminder).is_some_and(|at| at <= draft.ctx.now))
        .max_by_key(|(_, reminder)| at(reminder))
        .or_else(|| indexed().min_by_key(|(_, reminder)| at(reminder)))
        .map(|(index, _)| index)
}
