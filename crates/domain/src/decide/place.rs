//! Where a task is: its place in the manual order, and what it is part of.

use super::Rejection;
use super::draft::Draft;
use crate::command::Place;
use crate::ids::TaskId;
use crate::limits;
use crate::position::Position;

/// The position for a place. Tasks moved one after another in the same command keep their order.
pub(super) fn position(draft: &Draft<'_>, place: Place) -> Result<Position, Rejection> {
    let beyond = Position::nth(draft.next_number());
    match place {
        Place::First => {
            let first = draft.state.ends.as_ref().map(|(first, _)| first);
            let moved = draft.all_tasks().map(|task| &task.position).min();
            Ok(Position::between(
                None,
                first.into_iter().chain(moved).min().or(Some(&beyond)),
            ))
        }
        Place::Last => {
            let last = draft.state.ends.as_ref().map(|(_, last)| last);
            let moved = draft.all_tasks().map(|task| &task.position).max();
            let last = last.into_iter().chain(moved).max();
            Ok(Position::between(last, Some(&beyond)))
        }
        Place::After(neighbour) => {
            let here = draft.task(neighbour)?.position.clone();
            let next = following(draft, neighbour, &here);
            Ok(Position::between(
                Some(&here),
                next.as_ref().or(Some(&beyond)),
            ))
        }
        Place::Before(neighbour) => {
            let here = draft.task(neighbour)?.position.clone();
            let previous = preceding(draft, neighbour, &here);
            Ok(Position::between(previous.as_ref(), Some(&here)))
        }
    }
}

fn following(draft: &Draft<'_>, neighbour: TaskId, here: &Position) -> Option<Position> {
    let stored = draft
        .state
        .neighbours
        .get(&neighbour)
        .and_then(|(_, next)| next.clone());
    let moved = draft
        .all_tasks()
        .map(|task| &task.position)
        .filter(|other| *other > here)
        .min();
    stored
        .into_iter()
        .filter(|next| next > here)
        .chain(moved.cloned())
        .min()
}

fn preceding(draft: &Draft<'_>, neighbour: TaskId, here: &Position) -> Option<Position> {
    let stored = draft
        .state
        .neighbours
        .get(&neighbour)
        .and_then(|(previous, _)| previous.clone());
    let moved = draft
        .all_tasks()
        .map(|task| &task.position)
        .filter(|other| *other < here)
        .max();
    stored
        .into_iter()
        .filter(|previous| previous < here)
        .chain(moved.cloned())
        .max()
}

/// Refuses a parent that is too deep already.
pub(super) fn check_depth(draft: &Draft<'_>, parent: TaskId) -> Result<(), Rejection> {
    let depth = lineage(draft, parent)?.len();
    if depth >= limits::TASK_DEPTH {
        return Err(Rejection::NotNow(format!(
            "subtasks nest at most {} deep; attach it higher up",
            limits::TASK_DEPTH
        )));
    }
    Ok(())
}

/// Refuses a parent that is the task itself or one of its own subtasks.
pub(super) fn check_parent(
    draft: &Draft<'_>,
    task: TaskId,
    parent: TaskId,
) -> Result<(), Rejection> {
    if lineage(draft, parent)?.contains(&task) {
        return Err(Rejection::invalid(
            "/parent_id",
            "a task cannot be part of itself or of its own subtasks",
        ));
    }
    let below = draft.descendants(task).len().min(limits::TASK_DEPTH);
    if below > 0 {
        let depth = lineage(draft, parent)?.len() + height(draft, task);
        if depth > limits::TASK_DEPTH {
            return Err(Rejection::NotNow(format!(
                "subtasks nest at most {} deep; attach it higher up",
                limits::TASK_DEPTH
            )));
        }
    }
    check_depth(draft, parent)
}

/// The task and everything above it, from below.
fn lineage(draft: &Draft<'_>, task: TaskId) -> Result<Vec<TaskId>, Rejection> {
    let mut line = vec![task];
    let mut next = draft.task(task)?.parent;
    while let Some(id) = next {
        if line.contains(&id) {
            break;
        }
        line.push(id);
        next = draft.any_task(id)?.parent;
    }
    Ok(line)
}

fn height(draft: &Draft<'_>, task: TaskId) -> usize {
    1 + draft
        .children(task)
        .into_iter()
        .map(|child| height(draft, child))
        .max()
        .unwrap_or(0)
}
