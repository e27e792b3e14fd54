//! Copies of tasks with their checklists and subtasks. Relations stay with the original.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::{Rejection, add, validate};
use crate::change::Verb;
use crate::ids::{ChecklistItemId, TaskId};
use crate::limits;
use crate::position::Position;
use crate::task::{ReminderTime, Status, Task};

pub(super) fn tasks(draft: &mut Draft<'_>, tasks: &[TaskId]) -> Result<(), Rejection> {
    let total: usize = tasks
        .iter()
        .map(|id| 1 + draft.descendants(*id).len())
        .sum();
    validate::at_most("tasks in one command", total, limits::COMMAND_TASKS)?;
    for id in tasks {
        let parent = draft.task(*id)?.parent;
        copy(draft, *id, parent)?;
    }
    Ok(())
}

fn copy(draft: &mut Draft<'_>, id: TaskId, parent: Option<TaskId>) -> Result<(), Rejection> {
    let original = draft.task(id)?.clone();
    let children = draft.children(id);
    let number = draft.take_number();
    let times: Vec<ReminderTime> = original
        .reminders
        .iter()
        .map(|reminder| reminder.at)
        .collect();
    let mut checklist = original.checklist.clone();
    for line in &mut checklist {
        line.id = draft.new_id(ChecklistItemId::new);
        line.done = false;
    }
    let task = Task {
        id: draft.new_id(TaskId::new),
        number,
        parent,
        position: Position::nth(number),
        status: Status::Open,
        checklist,
        blocked_by: BTreeSet::new(),
        relates_to: BTreeSet::new(),
        duplicates: BTreeSet::new(),
        reminders: add::reminders(draft, &times)?,
        source: draft.ctx.actor.via,
        created_at: draft.ctx.now,
        updated_at: draft.ctx.now,
        completed_at: None,
        completed_by: None,
        version: 1,
        ..original
    };
    let copied = task.id;
    draft.put_task(Verb::Created, task);
    for child in children {
        copy(draft, child, Some(copied))?;
    }
    Ok(())
}
