//! The outcome of deciding: everything that must be written, together or not at all.

use jiff::Timestamp;

use crate::change::{Change, Event};
use crate::due::Slot;
use crate::ids::{ChangeId, ReminderId, SpaceId, TaskId, UserId};
use crate::space::{Project, Section, Tag, View};
use crate::task::{Occurrence, Task};
use crate::user::Settings;

/// One record before and after. `before` is `None` for a new record. The trash is a field; only
/// what is purged from it is removed.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// A task.
    Task {
        /// As it was.
        before: Option<Box<Task>>,
        /// As it is now.
        after: Box<Task>,
    },
    /// A task of the trash that is removed for good.
    Purged {
        /// As it was.
        before: Box<Task>,
    },
    /// A project.
    Project {
        /// As it was.
        before: Option<Project>,
        /// As it is now.
        after: Project,
    },
    /// A section.
    Section {
        /// As it was.
        before: Option<Section>,
        /// As it is now.
        after: Section,
    },
    /// A tag.
    Tag {
        /// As it was.
        before: Option<Tag>,
        /// As it is now.
        after: Tag,
    },
    /// A view.
    View {
        /// As it was.
        before: Option<View>,
        /// As it is now.
        after: View,
    },
    /// The settings of the space's owner.
    Settings {
        /// The owner.
        user: UserId,
        /// As they were.
        before: Settings,
        /// As they are now.
        after: Settings,
    },
}

impl Write {
    /// The task that it writes, where it writes one.
    pub fn task(&self) -> Option<TaskId> {
        match self {
            Self::Task { after, .. } => Some(after.id),
            Self::Purged { before } => Some(before.id),
            _ => None,
        }
    }
}

/// A timer that fired, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fired {
    /// The timer.
    pub timer: Timer,
    /// The people to tell; nobody when the task no longer wants it.
    pub recipients: Vec<UserId>,
    /// Whether it fired more than five minutes after its time.
    pub late: bool,
}

/// A moment at which a reminder is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// The task.
    pub task: TaskId,
    /// Its reminder.
    pub reminder: ReminderId,
    /// When.
    pub fire_at: Timestamp,
    /// The occurrence that it reminds of.
    pub slot: Option<Slot>,
}

/// One step that takes rows of the ledger back, or brings them back. Undoing several changes takes
/// steps of both kinds, and each builds on the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerStep {
    /// Un-completing takes back the rows of these slots, and the later ones that were missed.
    Withdraw {
        /// The task.
        task: TaskId,
        /// The first slot.
        from: Slot,
        /// The slot that was open afterwards; without one, there was none.
        until: Option<Slot>,
    },
    /// Undo brings back the rows that reopening took back.
    Reinstate {
        /// The task.
        task: TaskId,
        /// The change that reopened it.
        withdrawn_by: ChangeId,
        /// The slot that it was reopened at: completing it once more has put its own row there.
        slot: Option<Slot>,
    },
}

/// What a command does. Only this module's parent makes one, so that nothing is written that was
/// not decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision(Parts);

/// The contents of a [`Decision`], for the store to write and for the caller to answer with.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// The space.
    pub space: SpaceId,
    /// The space's revision after this.
    pub rev: i64,
    /// The number that the next task gets after this.
    pub next_number: i64,
    /// The revision of the latest change of the directory after this.
    pub directory_rev: i64,
    /// The records.
    pub writes: Vec<Write>,
    /// New rows of the ledger.
    pub occurrences: Vec<Occurrence>,
    /// What becomes of rows that are in the ledger already, step by step, before the new ones.
    pub ledger: Vec<LedgerStep>,
    /// Tasks whose pending timers are replaced by those in `timers`.
    pub retimed: Vec<TaskId>,
    /// The timers of those tasks.
    pub timers: Vec<Timer>,
    /// Timers that have fired.
    pub fired: Vec<Fired>,
    /// What happened, in order, with dense revisions.
    pub events: Vec<Event>,
    /// The change that the events are part of.
    pub change: Change,
    /// Things to tell the user beside the records, such as "new project garden".
    pub notes: Vec<String>,
    /// Fields that undo left alone because they have changed since: task and field.
    pub conflicts: Vec<(TaskId, String)>,
}

impl Decision {
    pub(super) fn new(parts: Parts) -> Self {
        Self(parts)
    }

    /// What is to be written.
    pub fn parts(&self) -> &Parts {
        &self.0
    }

    /// Whether nothing changes, so that nothing need be written.
    pub fn is_empty(&self) -> bool {
        self.0.events.is_empty()
    }
}
