//! What a command did, as callers see it.

use std::collections::HashMap;
use std::sync::Arc;

use domain::decide::{Parts, State, Write};
use domain::space::Directory;
use domain::{Status, Task, TaskId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::view::{
    ConflictView, Light, ProjectView, SectionView, Subtasks, TagView, TaskView, ViewView,
};
use crate::words;

/// What a command did. Stored with the change, so that a retry gets the same answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Outcome {
    /// The change, for undo; null when nothing changed.
    pub change_id: Option<Uuid>,
    /// The space's revision after it.
    pub rev: i64,
    /// The tasks that it was about, as they are now, in the order of the command; those that it
    /// removed for good, as they were.
    pub tasks: Vec<TaskView>,
    /// The projects that it changed.
    pub projects: Vec<ProjectView>,
    /// The sections that it changed.
    pub sections: Vec<SectionView>,
    /// The tags that it changed.
    pub tags: Vec<TagView>,
    /// The saved views that it changed.
    pub views: Vec<ViewView>,
    /// For an undo, the changes that it took back.
    pub undone: Vec<Uuid>,
    /// For an undo, the fields that it left alone because they have changed since.
    pub conflicts: Vec<ConflictView>,
    /// What happened, as people say it.
    pub words: String,
    /// What else to tell the user, such as "new project garden".
    pub notes: Vec<String>,
}

impl Outcome {
    /// The outcome of a decision. `named` are the tasks that the command names, in order; they are
    /// shown even when they did not change.
    pub(crate) fn new(
        parts: &Parts,
        state: &State,
        named: &[TaskId],
        counts: &HashMap<TaskId, Subtasks>,
        light: &Light<'_>,
    ) -> Self {
        let directory = directory_after(&state.directory, &parts.writes);
        let light = Light {
            directory: &directory,
            ..light.clone()
        };
        let mut outcome = Self {
            change_id: (!parts.events.is_empty()).then(|| parts.change.id.uuid()),
            rev: parts.rev,
            undone: parts.change.undoes.iter().map(|id| id.uuid()).collect(),
            notes: parts.notes.clone(),
            ..Self::default()
        };
        let written: HashMap<TaskId, &Task> = parts
            .writes
            .iter()
            .filter_map(|write| match write {
                Write::Task { after, .. } => Some((after.id, after.as_ref())),
                _ => None,
            })
            .collect();
        let task = |id: &TaskId| written.get(id).copied().or_else(|| state.tasks.get(id));
        let changed = parts.writes.iter().filter_map(|write| match write {
            // A write without a change only keeps derived columns current.
            Write::Task {
                before: Some(before),
                after,
            } if before == after => None,
            write => write.task(),
        });
        let mut shown: Vec<TaskId> = Vec::new();
        for id in named.iter().copied().chain(changed) {
            if !shown.contains(&id) {
                shown.push(id);
            }
        }
        let subtasks = |id: TaskId| match counts.get(&id) {
            Some(counts) => *counts,
            None => count_subtasks(state, &written, id),
        };
        outcome.tasks = shown
            .iter()
            .filter_map(task)
            .map(|task| TaskView::new(task, subtasks(task.id), &light))
            .collect();
        for write in &parts.writes {
            match write {
                Write::Task { .. } | Write::Purged { .. } | Write::Settings { .. } => {}
                Write::Project { after, .. } => {
                    outcome.projects.push(ProjectView::new(after, None));
                }
                Write::Section { after, .. } => outcome.sections.push(after.into()),
                Write::Tag { after, .. } => outcome.tags.push(after.into()),
                Write::View { after, .. } => outcome.views.push(after.into()),
            }
        }
        outcome.conflicts = parts
            .conflicts
            .iter()
            .map(|(task, field)| ConflictView {
                task_id: task.uuid(),
                field: field.clone(),
                words: words::conflict(field),
            })
            .collect();
        outcome.words = words::outcome(&parts.change.command, &outcome);
        outcome
    }
}

/// The directory with a decision's writes applied, what went to the trash included, so that a
/// view of a deleted task still has its names.
fn directory_after(before: &Arc<Directory>, writes: &[Write]) -> Arc<Directory> {
    let mut directory = Arc::clone(before);
    let own = Arc::make_mut;
    for write in writes {
        match write {
            Write::Task { .. } | Write::Purged { .. } | Write::Settings { .. } => {}
            Write::Project { after, .. } => {
                put(&mut own(&mut directory).projects, after, |it| it.id)
            }
            Write::Section { after, .. } => {
                put(&mut own(&mut directory).sections, after, |it| it.id)
            }
            Write::Tag { after, .. } => put(&mut own(&mut directory).tags, after, |it| it.id),
            Write::View { after, .. } => put(&mut own(&mut directory).views, after, |it| it.id),
        }
    }
    directory
}

fn put<T: Clone, I: PartialEq>(records: &mut Vec<T>, record: &T, id: impl Fn(&T) -> I) {
    match records.iter_mut().find(|known| id(known) == id(record)) {
        Some(known) => *known = record.clone(),
        None => records.push(record.clone()),
    }
}

fn count_subtasks(state: &State, written: &HashMap<TaskId, &Task>, parent: TaskId) -> Subtasks {
    let kept = state
        .tasks
        .values()
        .filter(|task| !written.contains_key(&task.id));
    let mut counts = Subtasks::default();
    for task in kept.chain(written.values().copied()) {
        if task.parent == Some(parent) && task.deleted_at.is_none() {
            match task.status {
                Status::Done | Status::Cancelled => counts.done += 1,
                Status::Open | Status::InProgress | Status::Waiting => counts.open += 1,
            }
        }
    }
    counts
}
