//! Changes to the fields of a task, and what the caller believes is there.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{NewSeries, Patch, ProjectRef, SectionRef, SeriesTime};
use crate::due::Due;
use crate::ids::{ChecklistItemId, ReminderId, TaskId, UserId};
use crate::relation::{Relation, RelationKind};
use crate::task::{Priority, ReminderTime, Status};

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
    /// Notes to add below those that are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub add_notes: Option<String>,
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
    /// All tasks that must be done before.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub blocked_by: Patch<BTreeSet<TaskId>>,
    /// All tasks that it keeps a relation to.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub relates_to: Patch<BTreeSet<TaskId>>,
    /// All tasks that it says again.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub duplicates: Patch<BTreeSet<TaskId>>,
    /// Relations to add, seen from this task.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub add_relations: Vec<Relation>,
    /// Relations to take away, whichever of the two tasks keeps them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remove_relations: Vec<Relation>,
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

impl TaskFields {
    /// The relations that are replaced as a whole, by kind.
    pub(crate) fn relations(&self) -> [(RelationKind, &Patch<BTreeSet<TaskId>>); 3] {
        [
            (RelationKind::BlockedBy, &self.blocked_by),
            (RelationKind::RelatesTo, &self.relates_to),
            (RelationKind::Duplicates, &self.duplicates),
        ]
    }

    /// Every task that a relation is made to or taken away from.
    pub(crate) fn related(&self) -> impl Iterator<Item = TaskId> {
        let whole = self
            .relations()
            .into_iter()
            .flat_map(|(_, patch)| match patch {
                Patch::Set(tasks) => tasks.iter().copied().collect(),
                Patch::Keep | Patch::Clear => Vec::new(),
            });
        let single = self.add_relations.iter().chain(&self.remove_relations);
        whole.chain(single.map(|relation| relation.task))
    }
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
