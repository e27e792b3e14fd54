//! Why something about a conversation could not be done.

use domain::ConversationId;
use domain::policy::Forbidden;
use store::{StoreError, TransactError};

use crate::once::OnceError;

/// Why something about a conversation could not be done. Nothing has changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ConversationError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The user has no conversation with this id.
    #[error("no conversation '{0}' here")]
    NotFound(ConversationId),
    /// A value that cannot be.
    #[error("{detail}")]
    Invalid {
        /// JSON Pointer to it, or the parameter's name.
        pointer: &'static str,
        /// The thing and the remedy.
        detail: String,
    },
    /// The request id was used for another request.
    #[error("this request id was used for another request; make a new one")]
    RequestReused,
    /// The store could not.
    #[error("could not reach the conversations")]
    Store(#[from] StoreError),
}

impl ConversationError {
    pub(crate) fn invalid(pointer: &'static str, detail: impl Into<String>) -> Self {
        Self::Invalid {
            pointer,
            detail: detail.into(),
        }
    }
}

impl From<OnceError> for ConversationError {
    fn from(error: OnceError) -> Self {
        match error {
            OnceError::Reused => Self::RequestReused,
            OnceError::Store(error) => Self::Store(error),
        }
    }
}

impl From<TransactError<ConversationError>> for ConversationError {
    fn from(error: TransactError<ConversationError>) -> Self {
        match error {
            TransactError::Store(error) => Self::Store(error),
            TransactError::Body(error) => error,
        }
    }
}
