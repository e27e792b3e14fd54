//! How a task relates to others, from both sides.

use std::collections::HashMap;

use domain::actor::Actor;
use domain::{Relation, RelationKind, TaskId};
use serde::{Deserialize, Serialize};

use crate::App;
use crate::error::QueryError;
use crate::read::TaskKey;
use crate::view::TaskView;

/// A relation of one task to another, seen from the first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RelationView {
    /// How.
    #[schema(value_type = RelationName)]
    pub kind: RelationKind,
    /// The other task.
    pub task: TaskView,
}

/// For the OpenAPI document: names of relations.
#[derive(utoipa::ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "a schema only")]
pub(crate) enum RelationName {
    BlockedBy,
    Blocks,
    RelatesTo,
    Duplicates,
    DuplicatedBy,
}

impl App {
    /// The relations of a task, by kind and number of the other. Tasks of the trash are left out.
    ///
    /// # Errors
    /// [`QueryError::NotFound`] when there is no such task in the actor's space.
    pub async fn relations(
        &self,
        actor: &Actor,
        key: TaskKey,
    ) -> Result<Vec<RelationView>, QueryError> {
        let id = TaskId::new(self.task(actor, key).await?.id);
        let (_, mut loaded, kept) = self
            .read(actor, |scope, batch| {
                batch.add(store::relation::of_task(scope, id))
            })
            .await?;
        let seen: Vec<Relation> = loaded
            .all(kept)
            .into_iter()
            .map(|(keeper, relation)| match keeper {
                keeper if keeper == id => relation,
                keeper => Relation {
                    kind: relation.kind.inverse(),
                    task: keeper,
                },
            })
            .collect();
        let others: Vec<TaskId> = seen.iter().map(|relation| relation.task).collect();
        let views: HashMap<TaskId, TaskView> = self
            .tasks_by_id(actor, &others)
            .await?
            .into_iter()
            .filter(|view| view.deleted_at.is_none())
            .map(|view| (TaskId::new(view.id), view))
            .collect();
        let mut relations: Vec<RelationView> = seen
            .iter()
            .filter_map(|Relation { kind, task }| {
                let task = views.get(task)?.clone();
                Some(RelationView { kind: *kind, task })
            })
            .collect();
        relations.sort_by_key(|relation| (relation.kind, relation.task.number));
        // Two tasks may each have been said to have to do with the other.
        relations.dedup_by_key(|relation| (relation.kind, relation.task.id));
        Ok(relations)
    }
}
