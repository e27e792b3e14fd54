//! A task to add, with what it may name that does not exist yet.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::due::{Due, Zone};
use crate::ids::{ProjectId, SectionId, TaskId, UserId};
use crate::rule::Rule;
use crate::task::{CatchUp, Priority, ReminderTime, Status};

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
    pub zone: Option<Zone>,
}
