//! Changes and events: what happened, for history, undo, feeds and outside sinks.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::actor::{Credential, Via};
use crate::command::Command;
use crate::ids::{ChangeId, EventId, RequestId, SpaceId, TurnId, UserId};

/// What kind of thing an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A task.
    Task,
    /// A project.
    Project,
    /// A section.
    Section,
    /// A tag.
    Tag,
    /// A saved view.
    View,
    /// The settings that a space's dates depend on.
    Settings,
}

/// What happened to the subject. On the wire `task.completed` and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verb {
    /// It is new.
    Created,
    /// Fields changed.
    Updated,
    /// A due date moved.
    Rescheduled,
    /// It was completed; a recurring task has advanced.
    Completed,
    /// One occurrence was left out.
    Skipped,
    /// It is open again.
    Reopened,
    /// It went to the trash.
    Deleted,
    /// It came back from the trash.
    Restored,
    /// It was removed from the trash for good.
    Purged,
    /// A series has no further occurrence.
    Ended,
    /// A reminder is due.
    Reminded,
    /// A reminder was put off.
    Snoozed,
}

/// One fact in a space's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Identity.
    pub id: EventId,
    /// The space.
    pub space: SpaceId,
    /// Dense position in the space's history, from 1.
    pub rev: i64,
    /// What it is about.
    pub subject: Subject,
    /// What happened.
    pub verb: Verb,
    /// The subject's id.
    pub subject_id: uuid::Uuid,
    /// The change it is part of.
    pub change: ChangeId,
    /// When.
    pub at: Timestamp,
    /// Who, and by what proof.
    pub by: By,
    /// Fields before, only those that changed; empty for a new subject.
    pub before: Map<String, Value>,
    /// The same fields after; all fields for a new subject.
    pub after: Map<String, Value>,
}

impl Event {
    /// The type on the wire, such as `task.completed`.
    pub fn kind(&self) -> String {
        kind(self.subject, self.verb)
    }
}

/// The type of an event on the wire, such as `task.completed`.
pub fn kind(subject: Subject, verb: Verb) -> String {
    let name = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let subject = serde_json::to_value(subject).map(name).unwrap_or_default();
    let verb = serde_json::to_value(verb).map(name).unwrap_or_default();
    format!("{subject}.{verb}")
}

/// Who did something, and through what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// The user.
    pub user: UserId,
    /// The proof.
    pub credential: Credential,
    /// The surface.
    pub via: Via,
    /// The chat or agent turn.
    pub turn: Option<TurnId>,
}

/// One committed command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Identity.
    pub id: ChangeId,
    /// The space.
    pub space: SpaceId,
    /// Revision of its first event.
    pub first_rev: i64,
    /// Revision of its last event.
    pub last_rev: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: By,
    /// The kind of command, such as `complete_tasks`.
    pub command: String,
    /// The caller's name for the request.
    pub request: Option<RequestId>,
    /// The change that took this one back.
    pub undone_by: Option<ChangeId>,
    /// The changes that this one took back.
    pub undoes: Vec<ChangeId>,
}

/// The kind of change that firing reminders is; no caller sends it.
pub(crate) const FIRE_REMINDERS: &str = "fire_reminders";

impl Change {
    /// Whether it can still be taken back by naming it.
    pub fn can_be_undone(&self) -> bool {
        let is_final = [FIRE_REMINDERS, Command::PURGE_TASKS].contains(&self.command.as_str());
        self.undone_by.is_none() && !is_final
    }

    /// Whether "undo", without saying what, may mean it: tasks and lists, done by somebody. Settings
    /// are taken back by naming the change.
    pub fn is_meant_by_undo(&self) -> bool {
        self.can_be_undone()
            && self.undoes.is_empty()
            && self.by.via != Via::System
            && self.command != Command::UPDATE_SETTINGS
    }
}
