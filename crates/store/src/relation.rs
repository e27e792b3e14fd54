//! Reading how tasks relate to each other, from both sides.

use domain::policy::SpaceScope;
use domain::{Relation, RelationKind, TaskId};

use crate::sql::statements;
use crate::statement::Fetch;
use crate::value::values;

statements! {
    OF_TASK = shared "relation/of_task";
}

/// A relation as it is kept: with this task, to another.
pub type Kept = (TaskId, Relation);

/// The relations that a task keeps, and those that others keep to it.
pub fn of_task(scope: SpaceScope, task: TaskId) -> Fetch<Kept> {
    Fetch::new(&OF_TASK, values![scope.space(), task], |row| {
        let kind: RelationKind = row.take_name()?;
        let keeper = row.take()?;
        let relation = Relation {
            kind,
            task: row.take()?,
        };
        Ok((keeper, relation))
    })
}
