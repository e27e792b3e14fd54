//! Why a program gets no tokens.

use store::{StoreError, TransactError};

/// Why a program gets no tokens, named as RFC 6749, section 5.2 and RFC 8707 name it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum GrantError {
    /// The code or refresh token is unknown, used, too old, or another program's.
    #[error("{0}")]
    InvalidGrant(&'static str),
    /// More is asked for than was agreed to.
    #[error("ask for no more than was agreed to, or send the person to /oauth/authorize again")]
    InvalidScope,
    /// The tokens would be for another address than was agreed to.
    #[error("these tokens are for {0} only; leave 'resource' out or send that")]
    InvalidTarget(String),
    /// The store could not.
    #[error("could not reach the accounts")]
    Store(#[from] StoreError),
}

impl From<TransactError<Self>> for GrantError {
    fn from(error: TransactError<Self>) -> Self {
        match error {
            TransactError::Store(error) => Self::Store(error),
            TransactError::Body(error) => error,
        }
    }
}
