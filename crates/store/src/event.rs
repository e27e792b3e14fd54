//! Reading what happened in one space.

use domain::change::Event;
use domain::policy::SpaceScope;
use domain::{ChangeId, TaskId};
use jiff::Timestamp;
use uuid::Uuid;

use crate::change::read_by;
use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::Fetch;
use crate::value::values;

statements! {
    AFTER = shared "event/after";
    OF_CHANGES = shared "event/of_changes";
    OF_SUBJECT = shared "event/of_subject";
    OF_SUBJECTS_AFTER = shared "event/of_subjects_after";
    OLDEST = shared "event/oldest";
}

/// Events after a revision, in order.
pub fn after(scope: SpaceScope, rev: i64, limit: u32) -> Fetch<Event> {
    Fetch::new(&AFTER, values![scope.space(), rev, limit], read)
}

/// The events of changes, in order.
pub fn of_changes(scope: SpaceScope, changes: &[ChangeId]) -> Fetch<Event> {
    Fetch::new(&OF_CHANGES, values![scope.space(), changes], read)
}

/// Events about one thing, newest first. `before` is the last revision of the page before.
pub fn of_subject(
    scope: SpaceScope,
    subject: Uuid,
    before: Option<i64>,
    limit: u32,
) -> Fetch<Event> {
    let before = before.unwrap_or(i64::MAX);
    Fetch::new(
        &OF_SUBJECT,
        values![scope.space(), subject, before, limit],
        read,
    )
}

/// Events about some tasks after a revision, in order: who changed a field since.
pub fn of_tasks_after(scope: SpaceScope, tasks: &[TaskId], rev: i64) -> Fetch<Event> {
    Fetch::new(&OF_SUBJECTS_AFTER, values![scope.space(), tasks, rev], read)
}

/// The revision and time of the first event that is kept.
pub fn oldest(scope: SpaceScope) -> Fetch<(i64, Timestamp)> {
    Fetch::new(&OLDEST, values![scope.space()], |row| {
        Ok((row.take()?, row.take()?))
    })
}

/// Reads an event in the order of `{event}`.
pub(crate) fn read(row: &mut Row<'_>) -> Result<Event, StoreError> {
    Ok(Event {
        id: row.take()?,
        space: row.take()?,
        rev: row.take()?,
        subject: row.take_name()?,
        verb: row.take_name()?,
        subject_id: row.take()?,
        change: row.take()?,
        at: row.take()?,
        by: read_by(row)?,
        before: row.take_json()?,
        after: row.take_json()?,
    })
}
