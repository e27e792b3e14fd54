//! Relations of requests.

use domain::{Relation, RelationKind, TaskId};
use serde::Deserialize;
use utoipa::ToSchema;

/// A relation to another task, seen from the one that is changed.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RelationInput)]
pub(crate) struct RelationInput {
    /// blocked_by, blocks, relates_to, duplicates or duplicated_by.
    #[schema(value_type = String, example = "blocked_by")]
    kind: RelationKind,
    /// The other task.
    #[schema(value_type = uuid::Uuid)]
    task_id: TaskId,
}

impl From<RelationInput> for Relation {
    fn from(input: RelationInput) -> Self {
        Self {
            kind: input.kind,
            task: input.task_id,
        }
    }
}
