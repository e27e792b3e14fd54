//! Changes, events, conflicts and the ledger as callers see them.

use domain::actor::Via;
use domain::change::Event;
use domain::task::{Occurrence, OccurrenceOutcome};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ActorView {
    /// The user.
    pub user_id: Uuid,
    /// The user's name.
    pub name: String,
    /// The token's name, where it was a token.
    pub credential_name: Option<String>,
}

/// One committed command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ChangeView {
    /// Identity: what undo takes.
    pub change_id: Uuid,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who.
    pub actor: ActorView,
    /// Through what: ui, api, cli, chat, mcp, import, system.
    #[schema(value_type = String)]
    pub via: Via,
    /// The chat or agent turn.
    pub turn_id: Option<Uuid>,
    /// The kind of command, such as `complete_tasks`.
    pub command: String,
    /// What happened, as people say it.
    pub words: String,
    /// Whether it was taken back.
    pub undone: bool,
    /// Whether it can be taken back.
    pub can_undo: bool,
    /// Its events, in order.
    pub events: Vec<EventView>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EventView {
    /// Dense position in the space's history.
    pub rev: i64,
    /// Such as `task.completed`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is about.
    pub subject_id: Uuid,
    /// The title or name of that.
    pub title: Option<String>,
    /// The change that it is part of.
    pub change_id: Uuid,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who.
    pub user_id: Uuid,
    /// Through what.
    #[schema(value_type = String)]
    pub via: Via,
    /// The chat or agent turn.
    pub turn_id: Option<Uuid>,
    /// Fields before, only those that changed.
    #[schema(value_type = Object)]
    pub before: Map<String, Value>,
    /// The same fields after; all fields of a new subject.
    #[schema(value_type = Object)]
    pub after: Map<String, Value>,
}

impl EventView {
    /// The event; `title` is the subject's where it is known.
    pub fn new(event: &Event, title: Option<String>) -> Self {
        let named = |fields: &Map<String, Value>| {
            let name = fields.get("title").or_else(|| fields.get("name"))?;
            name.as_str().map(str::to_owned)
        };
        Self {
            rev: event.rev,
            kind: event.kind(),
            subject_id: event.subject_id,
            title: title
                .or_else(|| named(&event.after))
                .or_else(|| named(&event.before)),
            change_id: event.change.uuid(),
            at: event.at,
            user_id: event.by.user.uuid(),
            via: event.by.via,
            turn_id: event.by.turn.map(domain::TurnId::uuid),
            before: event.before.clone(),
            after: event.after.clone(),
        }
    }
}

/// A field that undo left alone, because it has changed since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ConflictView {
    /// The task, or other thing.
    pub task_id: Uuid,
    /// The field.
    pub field: String,
    /// What that means, as people say it.
    pub words: String,
}

/// How one slot of a series ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct OccurrenceView {
    /// The local day or date-time.
    pub slot: String,
    /// done, skipped or missed.
    #[schema(value_type = String)]
    pub outcome: OccurrenceOutcome,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The checklist as it was.
    pub checklist: Vec<super::ChecklistItemView>,
}

impl From<&Occurrence> for OccurrenceView {
    fn from(row: &Occurrence) -> Self {
        let lines = row
            .before
            .first()
            .map(|task| task.checklist.as_slice())
            .unwrap_or_default();
        Self {
            slot: row.slot.to_string(),
            outcome: row.outcome,
            at: row.at,
            checklist: lines
                .iter()
                .map(|line| super::ChecklistItemView {
                    id: line.id.uuid(),
                    title: line.title.clone(),
                    done: line.done,
                })
                .collect(),
        }
    }
}
