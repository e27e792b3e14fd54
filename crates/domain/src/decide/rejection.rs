//! Why a command is refused. Nothing has changed.

use crate::ids::TaskId;

/// Why a command is refused, for the caller to act on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    /// A field has a value that cannot be.
    #[error("{detail}")]
    Invalid {
        /// JSON Pointer to the field in the command's own terms, such as `/title`.
        pointer: String,
        /// The thing and the remedy.
        detail: String,
    },
    /// No such thing in this space.
    #[error("no {what} '{name}' here{}", suggestion(.nearest.as_deref()))]
    NotFound {
        /// task, project, section, tag, view, change, member.
        what: &'static str,
        /// The id or name that was given.
        name: String,
        /// The nearest name that exists.
        nearest: Option<String>,
    },
    /// The name is taken.
    #[error("there is a {what} '{name}' already; choose another name")]
    Taken {
        /// project, section, tag, view.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// The task has changed since the version that the caller required.
    #[error("task {task} is at version {current}, not {expected}; reload it and try again")]
    Stale {
        /// Which.
        task: TaskId,
        /// What the caller required.
        expected: i64,
        /// What is there.
        current: i64,
    },
    /// The same field was changed on both sides.
    #[error("'{field}' of task {task} was changed meanwhile; choose one of the two values")]
    Conflict {
        /// Which.
        task: TaskId,
        /// The field.
        field: String,
        /// The value that is there, as JSON.
        current: serde_json::Value,
        /// The value that the caller wanted, as JSON.
        wanted: serde_json::Value,
    },
    /// The command is fine, the state forbids it.
    #[error("{0}")]
    NotNow(String),
    /// More than one command may do.
    #[error("{what}: at most {limit} are allowed; send fewer at once")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
}

impl Rejection {
    pub(super) fn invalid(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::Invalid {
            pointer: pointer.into(),
            detail: detail.into(),
        }
    }
}

fn suggestion(nearest: Option<&str>) -> String {
    nearest
        .map(|name| format!("; did you mean '{name}'?"))
        .unwrap_or_default()
}
