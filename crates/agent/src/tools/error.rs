//! Why a tool could not do it.

use app::{ExecuteError, QueryError};
use domain::decide::Rejection;
use domain::nearest::nearest;
use domain::policy::Forbidden;

/// Why a tool could not do it. Nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum ToolError {
    /// No tool has this name.
    #[error("no tool '{name}'{}", .nearest.map(|near| format!("; did you mean '{near}'?")).unwrap_or_default())]
    UnknownTool {
        /// The name that was given.
        name: String,
        /// The nearest tool.
        nearest: Option<&'static str>,
    },
    /// An argument has a value that cannot be.
    #[error("{detail}")]
    Argument {
        /// JSON Pointer to it.
        pointer: String,
        /// The thing and the remedy.
        detail: String,
    },
    /// A name fits several tasks.
    #[error("'{name}' could be {}; say which by its number", .matches.join(", "))]
    Ambiguous {
        /// The name that was given.
        name: String,
        /// The tasks that it fits, best first.
        matches: Vec<String>,
    },
    /// A name fits nothing.
    #[error("no {what} '{name}'{}", .nearest.as_deref().map(|near| format!("; did you mean '{near}'?")).unwrap_or_default())]
    NotFound {
        /// The kind of thing.
        what: &'static str,
        /// The name that was given.
        name: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// A confirm token that does not fit.
    #[error("{0}")]
    Confirmation(#[from] app::conversation::ConfirmError),
    /// The command was refused.
    #[error(transparent)]
    Execute(#[from] ExecuteError),
    /// The question was refused.
    #[error(transparent)]
    Query(#[from] QueryError),
}

impl ToolError {
    pub(crate) fn unknown_tool(name: &str) -> Self {
        let nearest = nearest(name, super::list().iter().map(|tool| tool.name));
        Self::UnknownTool {
            name: name.to_owned(),
            nearest,
        }
    }

    pub(crate) fn argument(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::Argument {
            pointer: pointer.into(),
            detail: detail.into(),
        }
    }

    /// A stable word for the kind of error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownTool { .. } => "unknown_tool",
            Self::Argument { .. } => "invalid_argument",
            Self::Ambiguous { .. } => "ambiguous",
            Self::NotFound { .. } => "not_found",
            Self::Confirmation(_) => "confirmation_invalid",
            Self::Execute(error) => execute_code(error),
            Self::Query(_) => "refused",
        }
    }
}

fn execute_code(error: &ExecuteError) -> &'static str {
    match error {
        ExecuteError::Forbidden(Forbidden::Scope { .. }) => "insufficient_scope",
        ExecuteError::Forbidden(_) => "forbidden",
        ExecuteError::Rejected(Rejection::NotFound { .. }) => "not_found",
        ExecuteError::Rejected(Rejection::Stale { .. } | Rejection::Conflict { .. }) => "stale",
        ExecuteError::Rejected(_) => "refused",
        ExecuteError::RequestReused => "request_reused",
        _ => "unavailable",
    }
}
