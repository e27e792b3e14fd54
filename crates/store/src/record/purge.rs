//! Removing for good what has been in the trash for its time. What happened stays in the events.

use domain::policy::SpaceScope;
use domain::{SpaceId, TaskId, UserId};
use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    SPACES = shared "space/after";
    TRASHED = shared "task/trashed_before";
    SEARCH = twins "task_search/purge";
    TASK_TAG = shared "task_tag/purge";
    RELATION = shared "relation/purge";
    RELATION_OF_OTHERS = shared "relation/purge_other";
    OCCURRENCE = shared "occurrence/purge";
    TIMER = shared "timer/purge";
    DELIVERY = shared "delivery/purge";
    TASK = shared "task/purge";
    OLD_DELIVERY = shared "delivery/purge_old";
}

/// Spaces with their owners, in the order of their ids. Machinery: it finds out where to look.
pub fn spaces(after: Option<SpaceId>, limit: u32) -> Fetch<(SpaceId, UserId)> {
    let after = after.map_or(Uuid::nil(), SpaceId::uuid);
    Fetch::new(&SPACES, values![after, limit], |row| {
        Ok((row.take()?, row.take()?))
    })
}

/// Tasks that went to the trash before `before`, the oldest first.
pub fn trashed_before(scope: SpaceScope, before: Timestamp, limit: u32) -> Fetch<TaskId> {
    Fetch::new(&TRASHED, values![scope.space(), before, limit], |row| {
        row.take()
    })
}

/// Removes tasks of the trash with everything that is theirs.
pub fn purge_tasks(scope: SpaceScope, tasks: &[TaskId]) -> WriteBatch {
    let mut writes = WriteBatch::new();
    // The words first: on SQLite they are found through their tasks.
    for sql in [
        &SEARCH,
        &TASK_TAG,
        &RELATION,
        &RELATION_OF_OTHERS,
        &OCCURRENCE,
        &TIMER,
        &DELIVERY,
        &TASK,
    ] {
        writes.push(sql, values![scope.space(), tasks]);
    }
    writes
}

/// Removes notifications of moments before `before`.
pub fn purge_notifications(scope: SpaceScope, before: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&OLD_DELIVERY, values![scope.space(), before]);
    writes
}
