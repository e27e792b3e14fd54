//! Why a command or a query could not be carried out, named for what the caller can do about it.

use domain::decide::Rejection;
use domain::filter::FilterError;
use domain::policy::Forbidden;
use store::StoreError;

use crate::once::OnceError;

/// Why a command was not carried out. Nothing has changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ExecuteError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The command cannot be done.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// The request id was used for another request.
    #[error("this request id was used for another request; make a new one")]
    RequestReused,
    /// The text says nothing that can be done.
    #[error("{0}")]
    NotUnderstood(String),
    /// The filter that names the tasks is no filter.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// The store could not.
    #[error("could not save the change")]
    Store(#[from] StoreError),
}

impl From<OnceError> for ExecuteError {
    fn from(error: OnceError) -> Self {
        match error {
            OnceError::Reused => Self::RequestReused,
            OnceError::Store(error) => Self::Store(error),
        }
    }
}

/// Why a query has no answer.
#[derive(Debug, Clone, thiserror::Error)]
pub enum QueryError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No such thing in this space.
    #[error("no {what} '{name}' here")]
    NotFound {
        /// task, view, change.
        what: &'static str,
        /// The id or name that was given.
        name: String,
    },
    /// The filter is no filter.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// A parameter has a value that cannot be.
    #[error("{detail}")]
    Invalid {
        /// The parameter.
        parameter: &'static str,
        /// The thing and the remedy.
        detail: String,
    },
    /// The store could not.
    #[error("could not read")]
    Store(#[from] StoreError),
}
