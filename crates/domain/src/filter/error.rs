//! Why a filter is refused, and where.

/// Why a filter is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct FilterError {
    /// Where, in characters from the start of the filter.
    pub position: usize,
    /// What is wrong and what to do.
    pub message: String,
    /// What was probably meant, to be put in the place of what was written.
    pub suggestion: Option<String>,
}

impl FilterError {
    pub(super) fn new(position: usize, message: impl Into<String>) -> Self {
        Self {
            position,
            message: message.into(),
            suggestion: None,
        }
    }

    pub(super) fn or_maybe(mut self, suggestion: Option<String>) -> Self {
        if let Some(meant) = &suggestion {
            self.message = format!("{}; did you mean {meant}?", self.message);
        }
        self.suggestion = suggestion;
        self
    }
}
