//! Reading the ledger of recurring tasks.

use domain::TaskId;
use domain::policy::SpaceScope;
use domain::task::Occurrence;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::Fetch;
use crate::value::values;

statements! {
    OF_TASK = shared "occurrence/of_task";
    LATEST = shared "occurrence/latest";
}

/// The ledger of a task, newest slot first.
pub fn of_task(scope: SpaceScope, task: TaskId, limit: u32) -> Fetch<Occurrence> {
    Fetch::new(&OF_TASK, values![scope.space(), task, limit], read)
}

/// The latest slot of each task that was completed or skipped.
pub fn latest(scope: SpaceScope, tasks: &[TaskId]) -> Fetch<Occurrence> {
    Fetch::new(&LATEST, values![scope.space(), tasks], read)
}

fn read(row: &mut Row<'_>) -> Result<Occurrence, StoreError> {
    Ok(Occurrence {
        task: row.take()?,
        slot: row.take()?,
        outcome: row.take_name()?,
        at: row.take()?,
        by: row.take()?,
        before: row.take_json()?,
    })
}
