//! Reading when reminders are due.

use domain::decide::Timer;
use domain::policy::SpaceScope;
use domain::{SpaceId, Task, TaskId, UserId};
use jiff::Timestamp;

use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::task_row;
use crate::value::values;

statements! {
    DUE_SPACES = shared "timer/due_spaces";
    DUE_OF_SPACE = shared "timer/due_of_space";
    EARLIEST = shared "timer/earliest";
    OF_TASKS = shared "timer/of_tasks";
    WITHDRAW = shared "timer/fire";
}

/// A space with timers that are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueSpace {
    /// The space.
    pub space: SpaceId,
    /// Its owner, on whose behalf they fire.
    pub owner: UserId,
    /// When the earliest was due.
    pub earliest: Timestamp,
    /// How many are due, among those that were looked at.
    pub timers: i64,
}

/// The spaces of the first `limit` timers that are due at `now`. Machinery: it finds out where to
/// look, not what is there.
pub fn due_spaces(now: Timestamp, limit: u32) -> Fetch<DueSpace> {
    Fetch::new(&DUE_SPACES, values![now, limit], |row| {
        Ok(DueSpace {
            space: row.take()?,
            owner: row.take()?,
            earliest: row.take()?,
            timers: row.take()?,
        })
    })
}

/// Timers that nobody wants any more: they count as fired and tell nobody.
pub fn withdraw(scope: SpaceScope, timers: &[Timer], now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    for timer in timers {
        let values = values![timer.reminder, timer.fire_at, now, scope.space()];
        writes.push(&WITHDRAW, values);
    }
    writes
}

/// The timers of a space that are due, earliest first, each with its task.
pub fn due_of_space(scope: SpaceScope, now: Timestamp, limit: u32) -> Fetch<(Timer, Task)> {
    Fetch::new(&DUE_OF_SPACE, values![scope.space(), now, limit], |row| {
        let (reminder, fire_at, slot) = (row.take()?, row.take()?, row.take()?);
        let task = task_row::read(row)?;
        Ok((
            Timer {
                task: task.id,
                reminder,
                fire_at,
                slot,
            },
            task,
        ))
    })
}

/// When the next timer of any space is due.
pub fn earliest() -> Fetch<Timestamp> {
    Fetch::new(&EARLIEST, Vec::new(), |row| row.take())
}

/// The pending timers of tasks, earliest first.
pub fn of_tasks(scope: SpaceScope, tasks: &[TaskId]) -> Fetch<Timer> {
    Fetch::new(&OF_TASKS, values![scope.space(), tasks], |row| {
        Ok(Timer {
            task: row.take()?,
            reminder: row.take()?,
            fire_at: row.take()?,
            slot: row.take()?,
        })
    })
}
