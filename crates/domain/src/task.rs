//! Tasks: the nouns that everything else is about.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::actor::Via;
use crate::due::{Due, Slot};
use crate::ids::{ChecklistItemId, ProjectId, ReminderId, SectionId, TagId, TaskId, UserId};
use crate::position::Position;
use crate::rule::Rule;

/// Where a task stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not begun.
    #[default]
    Open,
    /// Begun.
    InProgress,
    /// Blocked by somebody or something outside.
    Waiting,
    /// Finished.
    Done,
    /// Given up.
    Cancelled,
}

impl Status {
    /// Whether the task still wants attention.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::InProgress | Self::Waiting)
    }
}

/// How much a task matters. People also say p4 (low) to p1 (urgent).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// Nothing was said.
    #[default]
    None,
    /// p4.
    Low,
    /// p3.
    Medium,
    /// p2.
    High,
    /// p1.
    Urgent,
}

/// One task as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Identity.
    pub id: TaskId,
    /// The space's own number, said as `#42`.
    pub number: i64,
    /// The project it lives in.
    pub project: ProjectId,
    /// The section of that project.
    pub section: Option<SectionId>,
    /// The task it is a part of.
    pub parent: Option<TaskId>,
    /// One line, never empty.
    pub title: String,
    /// Markdown, empty when there is none.
    pub notes: String,
    /// Where it stands.
    pub status: Status,
    /// How much it matters.
    pub priority: Priority,
    /// Manual order among the tasks of the same project, section and parent.
    pub position: Position,
    /// Hidden until then.
    pub start: Option<Due>,
    /// When it is due.
    pub due: Option<Due>,
    /// A hard date that rescheduling never moves.
    pub deadline: Option<Date>,
    /// How long it takes.
    pub duration_minutes: Option<u32>,
    /// Its tags.
    pub tags: BTreeSet<TagId>,
    /// Who it is assigned to.
    pub assignees: BTreeSet<UserId>,
    /// The series that it is the current occurrence of.
    pub series: Option<Series>,
    /// Its checklist, in order.
    pub checklist: Vec<ChecklistItem>,
    /// When to remind, in no particular order.
    pub reminders: Vec<Reminder>,
    /// The tasks that must be done before this one.
    pub blocked_by: BTreeSet<TaskId>,
    /// The tasks that it has to do with.
    #[serde(default)]
    pub relates_to: BTreeSet<TaskId>,
    /// The tasks that it says again.
    #[serde(default)]
    pub duplicates: BTreeSet<TaskId>,
    /// What it was made through.
    pub source: Via,
    /// The words that it was made from, where there were any.
    pub source_text: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was finished, for the statuses that are not open.
    pub completed_at: Option<Timestamp>,
    /// Who finished it.
    pub completed_by: Option<UserId>,
    /// When it went to the trash.
    pub deleted_at: Option<Timestamp>,
    /// Grows by one with every change.
    pub version: i64,
}

impl Task {
    /// Whether it belongs in lists of what is still to do.
    pub fn is_open(&self) -> bool {
        self.status.is_open() && self.deleted_at.is_none()
    }
}

/// A recurring task's rule and where the series stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// What repeats.
    pub rule: Rule,
    /// First day and wall time: all arithmetic starts here.
    pub anchor: Slot,
    /// The occurrence that the task now stands for. A moved `due` leaves it alone.
    pub slot: Slot,
    /// Slots used up (schedule mode) or completions (completion mode), this one not counted.
    pub spent: u32,
    /// What happens to slots that were missed.
    pub catch_up: CatchUp,
    /// What the series says where this occurrence says something else.
    pub original: Option<Original>,
}

/// What completing does about slots that have passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CatchUp {
    /// Jumps to the first slot from today on, and notes the ones between as missed.
    #[default]
    Jump,
    /// Steps one slot at a time.
    Each,
}

/// The series' own fields, kept while one occurrence overrides them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// The series' title.
    pub title: String,
    /// The series' notes.
    pub notes: String,
    /// The series' priority.
    pub priority: Priority,
    /// The series' tags.
    pub tags: BTreeSet<TagId>,
}

/// One line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistItem {
    /// Identity.
    pub id: ChecklistItemId,
    /// One line, never empty.
    pub title: String,
    /// Whether it is ticked.
    pub done: bool,
}

/// One reminder of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Identity.
    pub id: ReminderId,
    /// When it sounds.
    pub at: ReminderTime,
    /// A snooze of the current occurrence: it sounds again then.
    pub snoozed_until: Option<Timestamp>,
}

/// When a reminder sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum ReminderTime {
    /// So many minutes before (positive) or after (negative) a date of the task.
    Relative {
        /// Which date.
        #[serde(default)]
        anchor: ReminderAnchor,
        /// Minutes before it.
        minutes_before: i32,
    },
    /// At an instant.
    Absolute {
        /// The instant.
        at: Timestamp,
    },
}

/// The date of a task that a relative reminder counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReminderAnchor {
    /// The due date.
    #[default]
    Due,
    /// The start.
    Start,
    /// The deadline.
    Deadline,
}

/// How one slot of a series ended. The ledger of these rows is never edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// The recurring task.
    pub task: TaskId,
    /// The slot.
    pub slot: Slot,
    /// How it ended.
    pub outcome: OccurrenceOutcome,
    /// When it was completed or skipped; for a missed slot, when the series jumped over it.
    pub at: Timestamp,
    /// Who did it.
    pub by: Option<UserId>,
    /// The task and its direct subtasks as they were, so that un-completing restores them exactly.
    pub before: Vec<Task>,
}

/// How one slot of a series ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OccurrenceOutcome {
    /// Completed.
    Done,
    /// Skipped on purpose.
    Skipped,
    /// Passed over when the series caught up.
    Missed,
}
