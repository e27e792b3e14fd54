//! Commands: everything that can be asked of a space, already parsed, not yet allowed.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::due::{Due, Slot};
use crate::ids::{
    ChangeId, ChecklistItemId, ProjectId, ReminderId, SectionId, TagId, TaskId, TokenId, TurnId,
    UserId, ViewId,
};
use crate::rule::Rule;
use crate::space::Layout;
use crate::task::{CatchUp, Priority, ReminderTime, Status};
use crate::user::Settings;

/// One thing to do, as a whole or not at all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Adds tasks, in the order given.
    AddTasks {
        /// What to add.
        tasks: Vec<NewTask>,
    },
    /// Changes fields of tasks.
    UpdateTasks {
        /// One entry per task.
        changes: Vec<TaskChange>,
    },
    /// Moves due dates. Of a recurring task this occurrence, or with [`Span::Series`] all.
    RescheduleTasks {
        /// Which.
        tasks: Vec<TaskId>,
        /// Where to.
        to: Move,
        /// This occurrence or the series.
        span: Span,
    },
    /// Completes or skips; a recurring task advances.
    CompleteTasks {
        /// One entry per task.
        tasks: Vec<Completion>,
    },
    /// Reopens done tasks; of a recurring one the latest completed occurrence.
    ReopenTasks {
        /// Which.
        tasks: Vec<TaskId>,
    },
    /// Moves tasks and their subtasks to the trash.
    DeleteTasks {
        /// Which.
        tasks: Vec<TaskId>,
        /// Of a recurring task: this occurrence (a skip) or the series.
        span: Span,
    },
    /// Brings tasks back from the trash.
    RestoreTasks {
        /// Which.
        tasks: Vec<TaskId>,
    },
    /// Copies tasks with their checklists and subtasks, as new open tasks beside the originals.
    DuplicateTasks {
        /// Which.
        tasks: Vec<TaskId>,
    },
    /// Repeats reminders later.
    SnoozeReminders {
        /// The tasks whose reminders; those without one get an absolute one.
        tasks: Vec<TaskId>,
        /// When to sound again.
        until: Timestamp,
    },
    /// Adds a project.
    AddProject {
        /// Its fields; the name is required.
        project: ProjectFields,
    },
    /// Changes a project.
    UpdateProject {
        /// Which.
        id: ProjectId,
        /// What changes.
        project: ProjectFields,
    },
    /// Moves a project, its sections and its tasks to the trash.
    DeleteProject {
        /// Which.
        id: ProjectId,
    },
    /// Adds a section.
    AddSection {
        /// Its project.
        project: ProjectRef,
        /// Its fields; the name is required.
        section: SectionFields,
    },
    /// Changes a section.
    UpdateSection {
        /// Which.
        id: SectionId,
        /// What changes.
        section: SectionFields,
    },
    /// Deletes a section; its tasks stay in the project.
    DeleteSection {
        /// Which.
        id: SectionId,
    },
    /// Adds a tag.
    AddTag {
        /// Its fields; the name is required.
        tag: TagFields,
    },
    /// Changes a tag.
    UpdateTag {
        /// Which.
        id: TagId,
        /// What changes.
        tag: TagFields,
    },
    /// Deletes a tag and takes it off its tasks.
    DeleteTag {
        /// Which.
        id: TagId,
    },
    /// Adds a saved view.
    AddView {
        /// Its fields; name and filter are required.
        view: ViewFields,
    },
    /// Changes a saved view.
    UpdateView {
        /// Which.
        id: ViewId,
        /// What changes.
        view: ViewFields,
    },
    /// Deletes a saved view.
    DeleteView {
        /// Which.
        id: ViewId,
    },
    /// Changes the settings of the space's owner; a new zone moves floating times with it.
    UpdateSettings {
        /// All of them.
        settings: Settings,
    },
    /// Takes changes back, where nothing has touched the same fields since.
    Undo {
        /// Which.
        target: UndoTarget,
    },
}

impl Command {
    /// Its name in history and logs, such as `complete_tasks`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::AddTasks { .. } => "add_tasks",
            Self::UpdateTasks { .. } => "update_tasks",
            Self::RescheduleTasks { .. } => "reschedule_tasks",
            Self::CompleteTasks { .. } => "complete_tasks",
            Self::ReopenTasks { .. } => "reopen_tasks",
            Self::DeleteTasks { .. } => "delete_tasks",
            Self::RestoreTasks { .. } => "restore_tasks",
            Self::DuplicateTasks { .. } => "duplicate_tasks",
            Self::SnoozeReminders { .. } => "snooze_reminders",
            Self::AddProject { .. } => "add_project",
            Self::UpdateProject { .. } => "update_project",
            Self::DeleteProject { .. } => "delete_project",
            Self::AddSection { .. } => "add_section",
            Self::UpdateSection { .. } => "update_section",
            Self::DeleteSection { .. } => "delete_section",
            Self::AddTag { .. } => "add_tag",
            Self::UpdateTag { .. } => "update_tag",
            Self::DeleteTag { .. } => "delete_tag",
            Self::AddView { .. } => "add_view",
            Self::UpdateView { .. } => "update_view",
            Self::DeleteView { .. } => "delete_view",
            Self::UpdateSettings { .. } => "update_settings",
            Self::Undo { .. } => "undo",
        }
    }
}

/// What to take back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "lowercase")]
pub enum UndoTarget {
    /// This user's latest change that is not undone.
    Last,
    /// One change.
    Change(ChangeId),
    /// All of a chat or agent turn.
    Turn(TurnId),
    /// All that one token did.
    Token(TokenId),
}

/// One occurrence of a recurring task, or all of them from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Span {
    /// This occurrence.
    #[default]
    This,
    /// The series.
    Series,
}

/// Where a due date goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Move {
    /// To this moment. A whole day keeps the wall time that the task has.
    To {
        /// The moment.
        due: Due,
    },
    /// To exactly this moment: a whole day drops the wall time.
    Exactly {
        /// The moment.
        due: Due,
    },
    /// By calendar days, from each task's own due date, or from today where it has none.
    ByDays {
        /// Days; negative is earlier.
        days: i32,
    },
    /// By elapsed minutes; a whole day counts from now.
    ByMinutes {
        /// Minutes; negative is earlier.
        minutes: i32,
    },
    /// Away: no due date. Refused for a recurring task, whose rule would be lost.
    Clear,
}

/// One task to complete or skip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    /// Which.
    pub task: TaskId,
    /// The occurrence that the caller saw; when the series has moved on, nothing happens.
    pub expected_slot: Option<Slot>,
    /// Done or skipped.
    pub outcome: CompletionOutcome,
    /// When it was done, where that was not now. Never in the future.
    pub completed_at: Option<Timestamp>,
}

/// What became of the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CompletionOutcome {
    /// It was done.
    #[default]
    Done,
    /// This occurrence is left out.
    Skipped,
    /// It was given up: status cancelled, series included.
    Cancelled,
}

/// A change of one field: left alone, emptied, or set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// Absent: the field stays.
    #[default]
    Keep,
    /// Null: the field is emptied.
    Clear,
    /// A value.
    Set(T),
}

impl<T> Patch<T> {
    /// Whether the field stays as it is.
    pub fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// The new value of a field that is now `current`.
    pub fn apply(self, current: Option<T>) -> Option<T> {
        match self {
            Self::Keep => current,
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep | Self::Clear => serializer.serialize_none(),
            Self::Set(value) => serializer.serialize_some(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Clear, Self::Set))
    }
}

/// A project named by id or by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectRef {
    /// By id.
    Id(ProjectId),
    /// By name, which must exist.
    Named(String),
    /// By name, made when it does not exist: the user wrote it as a mark.
    NamedOrNew(String),
}

/// A section named by id or by name within the task's project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionRef {
    /// By id.
    Id(SectionId),
    /// By name, which must exist.
    Named(String),
}

/// A rule and how it catches up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSeries {
    /// The rule.
    pub rule: Rule,
    /// What happens to missed slots.
    pub catch_up: CatchUp,
}

/// A task to add. Tags are names and are made when they do not exist.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewTask {
    /// One line, never empty.
    pub title: String,
    /// Markdown.
    pub notes: String,
    /// The Inbox where nothing is said.
    pub project: Option<ProjectRef>,
    /// A section of that project.
    pub section: Option<SectionRef>,
    /// The task it is part of.
    pub parent: Option<TaskId>,
    /// Instead of `parent`, the index in the same command of the task it is part of.
    pub parent_index: Option<usize>,
    /// Open where nothing is said. Imports set others.
    pub status: Status,
    /// When it was finished, for imports of finished tasks.
    pub completed_at: Option<Timestamp>,
    /// How much it matters.
    pub priority: Priority,
    /// Hidden until then.
    pub start: Option<Due>,
    /// When it is due; with a rule and no due, the rule's first occurrence.
    pub due: Option<Due>,
    /// A hard date.
    pub deadline: Option<Date>,
    /// How long it takes.
    pub duration_minutes: Option<u32>,
    /// Names of tags, without `#`.
    pub tags: Vec<String>,
    /// Members of the space.
    pub assignees: Vec<UserId>,
    /// What repeats. With no due, `series_time` gives the wall time.
    pub series: Option<NewSeries>,
    /// The wall time of a rule that was given without a due.
    pub series_time: Option<SeriesTime>,
    /// Lines of the checklist.
    pub checklist: Vec<String>,
    /// `None` takes the user's default reminders; an empty list means none.
    pub reminders: Option<Vec<ReminderTime>>,
    /// The words that it was made from.
    pub source_text: Option<String>,
}

/// The wall time, and zone where one was named, of a rule that was given without a due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesTime {
    /// The wall time.
    #[serde(with = "crate::wall")]
    pub time: jiff::civil::Time,
    /// The zone, where one was named.
    pub zone: Option<crate::due::Zone>,
}

/// Changes to one task. A field that is absent never changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskChange {
    /// Which.
    pub task: TaskId,
    /// What the caller last saw.
    pub expected: Expected,
    /// What changes.
    pub fields: TaskFields,
    /// Of a recurring task: whether text, priority and tags change for one occurrence only.
    /// The default is the series.
    pub only_this: bool,
}

/// What the caller believes about the version of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", content = "version", rename_all = "lowercase")]
pub enum Expected {
    /// Nothing: the change applies to whatever is there.
    #[default]
    Any,
    /// Exactly this version, else refused as stale (`If-Match`).
    Exactly(i64),
    /// Edited from this version: disjoint fields merge, the same field is a conflict.
    Merge(i64),
}

/// New values for fields of a task.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskFields {
    /// Never cleared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Clearing empties them.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub notes: Patch<String>,
    /// Clearing moves to the Inbox.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub project: Patch<ProjectRef>,
    /// Clearing takes it out of its section.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub section: Patch<SectionRef>,
    /// Clearing makes it a task of its own.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent: Patch<TaskId>,
    /// A status; done advances a recurring task like completing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Clearing means none.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub priority: Patch<Priority>,
    /// A new place in the manual order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Hidden until then.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start: Patch<Due>,
    /// Exactly this due. Of a recurring task it moves this occurrence; clearing it is refused
    /// unless the rule is cleared too.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub due: Patch<Due>,
    /// A hard date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub deadline: Patch<Date>,
    /// How long it takes.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub duration_minutes: Patch<u32>,
    /// All tags, by name.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub tags: Patch<Vec<String>>,
    /// Tags to add, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub add_tags: Vec<String>,
    /// Tags to remove, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remove_tags: Vec<String>,
    /// All assignees.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub assignees: Patch<BTreeSet<UserId>>,
    /// A rule from now on; clearing ends the series and keeps the task.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub series: Patch<NewSeries>,
    /// The wall time for a new rule that was given without a due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series_time: Option<SeriesTime>,
    /// The whole checklist.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub checklist: Patch<Vec<ChecklistLine>>,
    /// All reminders.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub reminders: Patch<Vec<ReminderTime>>,
    /// Reminders to add.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub add_reminders: Vec<ReminderTime>,
    /// Reminders to remove.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remove_reminders: Vec<ReminderId>,
}

/// One line of a checklist: an existing one by id, or a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistLine {
    /// The line that stays; absent for a new one.
    #[serde(default)]
    pub id: Option<ChecklistItemId>,
    /// One line, never empty.
    pub title: String,
    /// Whether it is ticked.
    #[serde(default)]
    pub done: bool,
}

/// A place in the manual order: right after one neighbour, right before another, or at an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Right after this task.
    After(TaskId),
    /// Right before this task.
    Before(TaskId),
    /// At the top.
    First,
    /// At the bottom.
    Last,
}

/// Fields of a project to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectFields {
    /// Unique in the space without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The project it is inside of.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent: Patch<ProjectRef>,
    /// `#rrggbb`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub colour: Patch<String>,
    /// One emoji.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub icon: Patch<String>,
    /// Kept, but out of the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    /// How it opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Right after this project; clearing means first.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub after: Patch<ProjectId>,
}

/// Fields of a section to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionFields {
    /// Unique in the project without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// On a board, whether a task dropped here is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_done_column: Option<bool>,
    /// Right after this section; clearing means first.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub after: Patch<SectionId>,
}

/// Fields of a tag to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagFields {
    /// Without `#`; unique in the space without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `#rrggbb`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub colour: Patch<String>,
}

/// Fields of a saved view to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewFields {
    /// Unique in the space without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A filter that parses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// How it is drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Such as `due,-priority`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// What rows are grouped by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether other members see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<bool>,
    /// Right after this view; clearing means first.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub after: Patch<ViewId>,
}
