//! Commands: everything that can be asked of a space, already parsed, not yet allowed.

mod directory;
mod new_task;
mod patch;
mod task_fields;

use jiff::Timestamp;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

pub use directory::{ProjectFields, SectionFields, TagFields, ViewFields};
pub use new_task::{NewSeries, NewTask, ProjectRef, SectionRef, SeriesTime};
pub use patch::Patch;
pub use task_fields::{ChecklistLine, Expected, Place, TaskChange, TaskFields};

use crate::due::{Due, Slot, Zone};
use crate::ids::{ChangeId, ProjectId, SectionId, TagId, TaskId, TokenId, TurnId, ViewId};
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
    /// Removes tasks of the trash for good, with their subtasks there. It cannot be undone.
    PurgeTasks {
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
    pub(crate) const PURGE_TASKS: &'static str = "purge_tasks";
    pub(crate) const UPDATE_SETTINGS: &'static str = "update_settings";

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
            Self::PurgeTasks { .. } => Self::PURGE_TASKS,
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
            Self::UpdateSettings { .. } => Self::UPDATE_SETTINGS,
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
    /// By calendar months, from each task's own due date, or from today where it has none. A day
    /// that the month lacks becomes its last.
    ByMonths {
        /// Months; negative is earlier.
        months: i32,
    },
    /// To this wall time on the day that the task is due; on the next day that it is still ahead
    /// where the task has no due date or that moment has passed.
    ToTime {
        /// The wall time.
        time: Time,
        /// The zone that it is read in; the task's own where none was named.
        zone: Option<Zone>,
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
