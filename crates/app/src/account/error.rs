//! Why something about an account could not be done, named for what the caller can do about it.

use std::time::Duration;

use domain::policy::Forbidden;
use store::StoreError;

use crate::once::OnceError;

/// Why something about an account could not be done. Nothing has changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AccountError {
    /// The credential allows less.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// A field has a value that cannot be.
    #[error("{detail}")]
    Invalid {
        /// JSON Pointer to the field.
        pointer: &'static str,
        /// The thing and the remedy.
        detail: String,
    },
    /// Address and password do not belong together, or the account is disabled: never said which.
    #[error("the address or the password is wrong")]
    WrongCredentials,
    /// Too many failed attempts.
    #[error("too many failed attempts; wait {} s before the next one", .retry_after.as_secs().max(1))]
    Locked {
        /// How long to wait.
        retry_after: Duration,
    },
    /// The session, token or link is unknown, revoked or too old.
    #[error("{0}")]
    Unauthenticated(&'static str),
    /// Nobody may sign up here.
    #[error("sign-up is closed here; ask the person who runs this saydo for an account")]
    SignUpClosed,
    /// An account has this address already.
    #[error("there is an account with this address already; sign in instead")]
    EmailTaken,
    /// No such thing of this user.
    #[error("no {what} '{name}' here")]
    NotFound {
        /// session, token, user.
        what: &'static str,
        /// The id or name that was given.
        name: String,
    },
    /// The request id was used for another request.
    #[error("this request id was used for another request; make a new one")]
    RequestReused,
    /// The request was carried out before, and its answer had a secret that is shown once.
    #[error("this request has made {what} already, and the secret is shown only once; {remedy}")]
    ShownOnce {
        /// What it made.
        what: String,
        /// What to do without the secret.
        remedy: &'static str,
    },
    /// The command layer refuses a change of settings.
    #[error(transparent)]
    Execute(Box<crate::ExecuteError>),
    /// The process is about to end.
    #[error("saydo is stopping; try again in a moment")]
    Interrupted,
    /// The store could not.
    #[error("could not reach the accounts")]
    Store(#[from] StoreError),
}

impl From<OnceError> for AccountError {
    fn from(error: OnceError) -> Self {
        match error {
            OnceError::Reused => Self::RequestReused,
            OnceError::Store(error) => Self::Store(error),
        }
    }
}

impl AccountError {
    pub(crate) fn invalid(pointer: &'static str, detail: impl Into<String>) -> Self {
        Self::Invalid {
            pointer,
            detail: detail.into(),
        }
    }
}
