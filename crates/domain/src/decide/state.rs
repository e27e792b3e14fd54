//! What a command must see before it can be decided.

use std::collections::HashMap;
use std::sync::Arc;

use crate::change::{Change, Event};
use crate::command::{Command, Expected, Patch, Place, UndoTarget};
use crate::ids::{ChangeId, ProjectId, SectionId, TagId, TaskId, TokenId, TurnId};
use crate::space::{Directory, Space};
use crate::task::{Occurrence, Task};
use crate::user::Settings;

/// What was loaded for a command, all of one space and under its lock.
#[derive(Debug, Clone)]
pub struct State {
    /// The space.
    pub space: Space,
    /// The settings of its owner: floating times are of this clock.
    pub owner: Settings,
    /// What structures it; most commands change nothing of it.
    pub directory: Arc<Directory>,
    /// Every task that the command reads, trash included.
    pub tasks: HashMap<TaskId, Task>,
    /// The latest ledger row of each recurring task that the command reopens.
    pub occurrences: HashMap<TaskId, Occurrence>,
    /// The changes to undo with their events, newest first.
    pub undo: Vec<(Change, Vec<Event>)>,
    /// Projects, sections, tags and views of the trash that undo may bring back.
    pub trashed: Directory,
    /// Positions around the places that the command names: (just before, just after) per task.
    pub neighbours: HashMap<TaskId, (Option<crate::Position>, Option<crate::Position>)>,
    /// Events about the tasks that were edited from an older version, oldest first.
    pub edits: HashMap<TaskId, Vec<Event>>,
    /// The first and last position among tasks, where the command moves to an end.
    pub ends: Option<(crate::Position, crate::Position)>,
}

/// What to load for a command.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Needs {
    /// These tasks.
    pub tasks: Vec<TaskId>,
    /// Their subtasks too, at every depth.
    pub descendants: bool,
    /// These tasks' parents up to the root: for cycles and depth.
    pub ancestors_of: Vec<TaskId>,
    /// The neighbours in manual order of these tasks.
    pub neighbours_of: Vec<TaskId>,
    /// These tasks, which the command's tasks are related to.
    pub related: Vec<TaskId>,
    /// Everything that these tasks wait for, however far away: for circles.
    pub blockers_of: Vec<TaskId>,
    /// The first and last position of the space.
    pub ends: bool,
    /// Events about these tasks after these versions: for merging edits.
    pub edits_since: Vec<(TaskId, i64)>,
    /// Every open task with a due, start or reminders: a new zone changes what is derived.
    pub dated: bool,
    /// The latest ledger row of each of `tasks`.
    pub occurrences: bool,
    /// All tasks of this project, trash included.
    pub tasks_of_project: Option<ProjectId>,
    /// All tasks of this section, trash included.
    pub tasks_of_section: Option<SectionId>,
    /// All tasks with this tag, trash included.
    pub tasks_with_tag: Option<TagId>,
    /// The changes to undo, their events, and every task that the events are about.
    pub undo: Option<UndoNeeds>,
}

/// Which changes to load for undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoNeeds {
    /// The acting user's latest change that is neither undone nor itself an undo.
    Last,
    /// One.
    Change(ChangeId),
    /// Those of a turn that are not undone.
    Turn(TurnId),
    /// Those of a token that are not undone.
    Token(TokenId),
}

impl Needs {
    /// What `command` must see.
    pub fn of(command: &Command) -> Self {
        let mut needs = Self::default();
        match command {
            Command::AddTasks { tasks } => {
                needs
                    .ancestors_of
                    .extend(tasks.iter().filter_map(|task| task.parent));
            }
            Command::UpdateTasks { changes } => {
                for change in changes {
                    needs.tasks.push(change.task);
                    if let Patch::Set(parent) = change.fields.parent {
                        needs.ancestors_of.push(parent);
                        needs.descendants = true;
                    }
                    needs.related.extend(change.fields.related());
                    if !needs.related.is_empty() {
                        needs.blockers_of.push(change.task);
                        needs.blockers_of.extend(change.fields.related());
                    }
                    if let Expected::Merge(version) = change.expected {
                        needs.edits_since.push((change.task, version));
                    }
                    match change.fields.place {
                        Some(Place::After(task) | Place::Before(task)) => {
                            needs.neighbours_of.push(task);
                        }
                        Some(Place::First | Place::Last) => needs.ends = true,
                        None => {}
                    }
                    if change.fields.status.is_some() || !change.fields.project.is_keep() {
                        needs.descendants = true;
                        needs.occurrences = true;
                    }
                }
            }
            Command::RescheduleTasks { tasks, .. } | Command::SnoozeReminders { tasks, .. } => {
                needs.tasks.clone_from(tasks);
            }
            Command::CompleteTasks { tasks } => {
                needs.tasks = tasks.iter().map(|completion| completion.task).collect();
                needs.descendants = true;
            }
            Command::ReopenTasks { tasks } => {
                needs.tasks.clone_from(tasks);
                needs.descendants = true;
                needs.occurrences = true;
            }
            Command::DeleteTasks { tasks, .. }
            | Command::PurgeTasks { tasks }
            | Command::DuplicateTasks { tasks } => {
                needs.tasks.clone_from(tasks);
                needs.descendants = true;
            }
            Command::RestoreTasks { tasks } => {
                needs.tasks.clone_from(tasks);
                needs.ancestors_of.clone_from(tasks);
                needs.descendants = true;
            }
            Command::DeleteProject { id } => needs.tasks_of_project = Some(*id),
            Command::DeleteSection { id } => needs.tasks_of_section = Some(*id),
            Command::DeleteTag { id } => needs.tasks_with_tag = Some(*id),
            Command::UpdateSettings { .. } => needs.dated = true,
            Command::Undo { target } => {
                needs.undo = Some(match target {
                    UndoTarget::Last => UndoNeeds::Last,
                    UndoTarget::Change(id) => UndoNeeds::Change(*id),
                    UndoTarget::Turn(id) => UndoNeeds::Turn(*id),
                    UndoTarget::Token(id) => UndoNeeds::Token(*id),
                });
            }
            Command::AddProject { .. }
            | Command::UpdateProject { .. }
            | Command::AddSection { .. }
            | Command::UpdateSection { .. }
            | Command::AddTag { .. }
            | Command::UpdateTag { .. }
            | Command::AddView { .. }
            | Command::UpdateView { .. }
            | Command::DeleteView { .. } => {}
        }
        needs
    }
}
