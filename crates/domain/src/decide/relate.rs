//! Relations of a task to others: made, replaced, taken away, never in a circle.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::{Rejection, validate};
use crate::change::Verb;
use crate::command::{Patch, TaskFields};
use crate::ids::TaskId;
use crate::limits;
use crate::relation::{Relation, RelationKind};
use crate::task::Task;

/// Changes the relations of `task`; what the others keep of them changes in the draft.
pub(super) fn edit(
    draft: &mut Draft<'_>,
    task: &mut Task,
    fields: &TaskFields,
) -> Result<(), Rejection> {
    for (kind, patch) in fields.relations() {
        let others = match patch {
            Patch::Keep => continue,
            Patch::Clear => BTreeSet::new(),
            Patch::Set(others) => others.clone(),
        };
        let held = task.related(kind).cloned().unwrap_or_default();
        for other in others.difference(&held) {
            check_other(draft, task.id, *other)?;
        }
        if let Some(related) = task.related_mut(kind) {
            *related = others;
        }
        check_number(task)?;
    }
    for relation in &fields.add_relations {
        add(draft, task, *relation)?;
    }
    for relation in &fields.remove_relations {
        remove(draft, task, *relation);
    }
    Ok(())
}

fn add(draft: &mut Draft<'_>, task: &mut Task, relation: Relation) -> Result<(), Rejection> {
    let Relation { kind, task: other } = relation;
    check_other(draft, task.id, other)?;
    if let Some(related) = task.related_mut(kind) {
        related.insert(other);
        return check_number(task);
    }
    let mut keeper = draft.task(other)?.clone();
    if let Some(related) = keeper.related_mut(kind.inverse()) {
        related.insert(task.id);
    }
    check_number(&keeper)?;
    draft.put_task(Verb::Updated, keeper);
    Ok(())
}

/// Takes a relation away, whichever of the two keeps it. One that is not there is no error.
fn remove(draft: &mut Draft<'_>, task: &mut Task, relation: Relation) {
    let Relation { kind, task: other } = relation;
    if let Some(related) = task.related_mut(kind) {
        related.remove(&other);
    }
    let Ok(mut keeper) = draft.task(other).cloned() else {
        return;
    };
    let related = keeper.related_mut(kind.inverse());
    if related.is_some_and(|related| related.remove(&task.id)) {
        draft.put_task(Verb::Updated, keeper);
    }
}

fn check_other(draft: &Draft<'_>, task: TaskId, other: TaskId) -> Result<(), Rejection> {
    if task == other {
        return Err(Rejection::NotNow(
            "a task has no relation to itself; name another one".to_owned(),
        ));
    }
    draft.task(other).map(drop)
}

fn check_number(task: &Task) -> Result<(), Rejection> {
    let kinds = RelationKind::KEPT.into_iter();
    let number = kinds
        .filter_map(|kind| task.related(kind))
        .map(BTreeSet::len);
    validate::at_most("relations of a task", number.sum(), limits::TASK_RELATIONS)
}

/// Refuses tasks that would wait for themselves, once all edits are in the draft.
pub(super) fn check_circles(
    draft: &Draft<'_>,
    task: TaskId,
    fields: &TaskFields,
) -> Result<(), Rejection> {
    let adds = |kind| {
        let mut added = fields.add_relations.iter();
        added.any(|relation| relation.kind == kind)
    };
    if matches!(fields.blocked_by, Patch::Set(_))
        || adds(RelationKind::BlockedBy)
        || adds(RelationKind::Blocks)
    {
        let mut seen = BTreeSet::new();
        let mut next: Vec<TaskId> = blockers(draft, task);
        while let Some(blocker) = next.pop() {
            if blocker == task {
                return Err(Rejection::NotNow(format!(
                    "task #{} would wait for itself; take one of the relations in between away first",
                    draft.task(task)?.number
                )));
            }
            if seen.insert(blocker) {
                next.extend(blockers(draft, blocker));
            }
        }
    }
    Ok(())
}

fn blockers(draft: &Draft<'_>, task: TaskId) -> Vec<TaskId> {
    let task = draft.any_task(task);
    task.map(|task| task.blocked_by.iter().copied().collect())
        .unwrap_or_default()
}
