//! The one place where errors of `app` become problem documents.

use std::time::Duration;

use app::account::AccountError;
use app::conversation::ConversationError;
use app::{ExecuteError, QueryError, StoreError};
use domain::decide::Rejection;
use domain::filter::FilterError;

use crate::problem::{Code, Problem};

/// Why a command was not carried out.
pub(crate) fn execute(error: ExecuteError) -> Problem {
    let detail = error.to_string();
    match error {
        ExecuteError::Forbidden(_) => Problem::new(Code::Forbidden, detail),
        ExecuteError::Rejected(rejection) => rejected(rejection),
        ExecuteError::RequestReused => Problem::new(Code::RequestReused, detail),
        ExecuteError::NotUnderstood(_) => Problem::new(Code::NotUnderstood, detail),
        ExecuteError::Filter(error) => filter(&error),
        ExecuteError::Store(error) => store(&error),
    }
}

/// Why a query has no answer.
pub(crate) fn query(error: QueryError) -> Problem {
    let detail = error.to_string();
    match error {
        QueryError::Forbidden(_) => Problem::new(Code::Forbidden, detail),
        QueryError::NotFound { .. } => Problem::new(Code::NotFound, detail),
        QueryError::Filter(error) => filter(&error),
        QueryError::Invalid { parameter, .. } => {
            Problem::new(Code::InvalidParameter, detail).at_parameter(parameter)
        }
        QueryError::Store(error) => store(&error),
    }
}

/// Why words of a body name nothing. `pointer` is their place.
pub(crate) fn words(error: QueryError, pointer: &str) -> Problem {
    match error {
        QueryError::Invalid { detail, .. } => Problem::new(Code::NotUnderstood, detail).at(pointer),
        other => query(other),
    }
}

/// Why something about an account was not done.
pub(crate) fn account(error: AccountError) -> Problem {
    let detail = error.to_string();
    match error {
        AccountError::Forbidden(_) => Problem::new(Code::Forbidden, detail),
        AccountError::Invalid { pointer, .. } => {
            Problem::new(Code::InvalidField, detail).at(pointer)
        }
        AccountError::WrongCredentials => Problem::new(Code::WrongCredentials, detail),
        AccountError::Locked { retry_after } => {
            Problem::new(Code::Locked, detail).retry_after(retry_after)
        }
        AccountError::Unauthenticated(_) => Problem::new(Code::Unauthenticated, detail),
        AccountError::SignUpClosed => Problem::new(Code::SignUpClosed, detail),
        AccountError::EmailTaken => Problem::new(Code::Taken, detail).at("/email"),
        AccountError::NotFound { .. } => Problem::new(Code::NotFound, detail),
        AccountError::RequestReused => Problem::new(Code::RequestReused, detail),
        AccountError::ShownOnce { .. } => Problem::new(Code::ShownOnce, detail),
        AccountError::Execute(error) => execute(*error),
        AccountError::Interrupted => unavailable(detail),
        AccountError::Store(error) => store(&error),
    }
}

/// Why something about a conversation was not done.
pub(crate) fn conversation(error: ConversationError) -> Problem {
    let detail = error.to_string();
    match error {
        ConversationError::Forbidden(_) => Problem::new(Code::Forbidden, detail),
        ConversationError::NotFound(_) => Problem::new(Code::NotFound, detail),
        ConversationError::Invalid { pointer, .. } if pointer.starts_with('/') => {
            Problem::new(Code::InvalidField, detail).at(pointer)
        }
        ConversationError::Invalid { pointer, .. } => {
            Problem::new(Code::InvalidParameter, detail).at_parameter(pointer)
        }
        ConversationError::RequestReused => Problem::new(Code::RequestReused, detail),
        ConversationError::Store(error) => store(&error),
    }
}

fn rejected(rejection: Rejection) -> Problem {
    let detail = rejection.to_string();
    match rejection {
        Rejection::Invalid { pointer, .. } => Problem::new(Code::InvalidField, detail).at(pointer),
        Rejection::NotFound { nearest, .. } => {
            Problem::new(Code::NotFound, detail).suggesting(nearest)
        }
        Rejection::Taken { .. } => Problem::new(Code::Taken, detail).at("/name"),
        Rejection::Stale { .. } => Problem::new(Code::Stale, detail),
        Rejection::Conflict {
            field,
            current,
            wanted,
            ..
        } => Problem::new(Code::Conflict, detail)
            .at(format!("/{field}"))
            .values(current, wanted),
        Rejection::NotNow(_) => Problem::new(Code::NotNow, detail),
        Rejection::TooMany { .. } => Problem::new(Code::TooMany, detail),
    }
}

fn filter(error: &FilterError) -> Problem {
    Problem::new(Code::InvalidFilter, error.to_string())
        .at_parameter("filter")
        .position(error.position)
        .suggesting(error.suggestion.clone())
}

/// What the store says. The detail goes to the log once, here.
pub(crate) fn store(error: &StoreError) -> Problem {
    let detail = error.to_string();
    match error {
        StoreError::Full(_) => {
            tracing::error!(error = error as &dyn std::error::Error, "the disk is full");
            Problem::new(Code::StorageFull, detail)
        }
        error if error.is_retryable() => {
            tracing::warn!(
                error = error as &dyn std::error::Error,
                "the database did not answer"
            );
            unavailable(detail)
        }
        error => {
            tracing::error!(
                error = error as &dyn std::error::Error,
                "the database failed"
            );
            Problem::new(
                Code::Internal,
                "saydo could not use its database; the log has the details",
            )
        }
    }
}

fn unavailable(detail: String) -> Problem {
    Problem::new(Code::Unavailable, detail).retry_after(Duration::from_secs(1))
}
