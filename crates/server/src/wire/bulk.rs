//! Many tasks at once: chosen by ids or by a filter, all or none.

use domain::TaskId;
use domain::command::Span;
use serde::Deserialize;
use utoipa::ToSchema;

use super::due::DueInput;
use super::task_patch::TaskFieldsBody;

/// Many tasks and what happens to them, all or none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Bulk)]
pub(crate) struct BulkBody {
    /// These tasks, at least one.
    #[serde(default)]
    #[schema(value_type = Option<Vec<uuid::Uuid>>, min_items = 1)]
    pub(crate) ids: Option<Vec<TaskId>>,
    /// Or those that match this filter.
    #[serde(default)]
    pub(crate) filter: Option<String>,
    /// What happens to them.
    pub(crate) action: ActionBody,
    /// Only says what would happen.
    #[serde(default)]
    pub(crate) dry_run: bool,
    /// Required where a filter deletes, and wherever tasks of the trash are removed for good.
    #[serde(default)]
    pub(crate) confirm: bool,
}

/// What happens to the tasks.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BulkAction)]
pub(crate) struct ActionBody {
    pub(crate) kind: ActionKind,
    /// Where to, of `reschedule`.
    #[serde(default)]
    pub(crate) to: Option<DueInput>,
    /// What changes, of `update`.
    #[serde(default)]
    pub(crate) fields: Option<TaskFieldsBody>,
    /// Of recurring tasks: this occurrence or the series.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "this")]
    pub(crate) scope: Option<Span>,
}

/// The kinds of bulk actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = BulkActionKind)]
pub(crate) enum ActionKind {
    Complete,
    Reopen,
    Delete,
    Restore,
    Purge,
    Duplicate,
    Reschedule,
    Update,
}

/// Completes or skips.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Complete)]
pub(crate) struct CompleteBody {
    /// The occurrence that was seen; when the series has moved on, nothing happens.
    #[schema(value_type = Option<String>, example = "2026-12-01")]
    pub(crate) expected_slot: Option<domain::Slot>,
    /// When it was done, where that was not now.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub(crate) completed_at: Option<jiff::Timestamp>,
}

/// Skips one occurrence.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Skip)]
pub(crate) struct SkipBody {
    /// The occurrence that was seen; when the series has moved on, nothing happens.
    #[schema(value_type = Option<String>, example = "2026-12-01")]
    pub(crate) expected_slot: Option<domain::Slot>,
}

/// Moves the due date.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Reschedule)]
pub(crate) struct RescheduleBody {
    /// Where to; null takes the date away.
    pub(crate) to: Option<DueInput>,
    /// Of a recurring task: this occurrence or the series.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "this")]
    pub(crate) scope: Option<Span>,
}

/// Repeats the reminder later.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Snooze)]
pub(crate) struct SnoozeBody {
    /// An instant (`2026-12-01T09:00:00Z`), or words such as `in 10 minutes`.
    #[schema(example = "in 10 minutes")]
    pub(crate) until: DueInput,
}

/// A body without fields.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = Empty)]
pub(crate) struct EmptyBody {}

/// What to take back; nothing said means the latest change.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Undo)]
pub(crate) struct UndoBody {
    /// One change.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub(crate) change_id: Option<domain::ChangeId>,
    /// All of a chat or agent turn.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub(crate) turn_id: Option<domain::TurnId>,
    /// All that one token did.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub(crate) token_id: Option<domain::TokenId>,
}
