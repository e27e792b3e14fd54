//! Actions of one sentence, one after the other: "it" in a later one is what an earlier one named.

use domain::command::{Move, NewTask, Patch, TaskFields};

use crate::proposal::{Action, TaskRef};
use crate::when::Scan;

impl Scan<'_> {
    /// Adds an action to those said before it. "it" is then what they named. Gives `false` where
    /// that cannot be told.
    pub(crate) fn join(&self, actions: &mut Vec<Action>, action: Action) -> bool {
        let Some(before) = actions.last_mut() else {
            actions.push(action);
            return true;
        };
        if action == Action::Undo && *before == Action::Undo {
            return true;
        }
        if action.tasks() != Some(&TaskRef::Focus) {
            if !deleted_together(before, &action) {
                actions.push(action);
            }
            return true;
        }
        if let Action::Create { drafts }
        | Action::AddMissing { drafts }
        | Action::AddSubtasks { drafts, .. } = before
        {
            return drafts
                .last_mut()
                .is_some_and(|draft| amended(&mut draft.task, &action));
        }
        // What was finished or thrown away is not changed afterwards.
        let gone = matches!(before, Action::Delete { .. } | Action::Complete { .. });
        match before.tasks().cloned().filter(|_| !gone) {
            Some(tasks) => actions.push(action.on(tasks)),
            None => return false,
        }
        true
    }
}

/// Puts what a second order deletes into the first, so that it is asked about as when both are named
/// in one: "delete milk and delete bread". Gives `false` where they are no such orders.
fn deleted_together(before: &mut Action, action: &Action) -> bool {
    let (
        Action::Delete { tasks, span },
        Action::Delete {
            tasks: more,
            span: same,
        },
    ) = (before, action)
    else {
        return false;
    };
    let each = |tasks: &TaskRef| match tasks {
        TaskRef::Each(each) => each.clone(),
        one => vec![one.clone()],
    };
    let by_name = |tasks: &TaskRef| !matches!(tasks, TaskRef::Filter(_) | TaskRef::Focus);
    if span != same || !by_name(tasks) || !by_name(more) {
        return false;
    }
    *tasks = TaskRef::Each(each(tasks).into_iter().chain(each(more)).collect());
    true
}

/// Puts a change of "it" into the task that is about to be made. Gives `false` where it has no
/// meaning there.
fn amended(task: &mut NewTask, action: &Action) -> bool {
    match action {
        Action::Reschedule {
            to: Move::To { due } | Move::Exactly { due },
            ..
        } if task.series.is_none() => task.due = Some(due.clone()),
        Action::Update { fields, .. } => {
            let known = TaskFields {
                priority: fields.priority.clone(),
                project: fields.project.clone(),
                add_tags: fields.add_tags.clone(),
                add_reminders: fields.add_reminders.clone(),
                add_notes: fields.add_notes.clone(),
                ..TaskFields::default()
            };
            if **fields != known {
                return false;
            }
            if let Patch::Set(priority) = known.priority {
                task.priority = priority;
            }
            if let Patch::Set(project) = known.project {
                task.project = Some(project);
            }
            if let Some(notes) = known.add_notes {
                task.notes = notes;
            }
            task.tags.extend(known.add_tags);
            if !known.add_reminders.is_empty() {
                task.reminders
                    .get_or_insert_default()
                    .extend(known.add_reminders);
            }
        }
        _ => return false,
    }
    true
}
