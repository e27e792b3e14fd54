//! Answers to programs at `/oauth/token` and beside it, as RFC 6749, section 5 shapes them.

use crate::json::Json;
use app::account::assistants::GrantError;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::problem::Problem;
use crate::refusal;

/// Why a program does not get what it asks for.
pub(super) enum Refusal {
    /// As the RFCs name it, with a sentence.
    OAuth(&'static str, String),
    /// It is not the program's fault.
    Problem(Problem),
}

impl Refusal {
    pub(super) fn invalid(description: impl Into<String>) -> Self {
        Self::OAuth("invalid_request", description.into())
    }
}

impl From<GrantError> for Refusal {
    fn from(error: GrantError) -> Self {
        let name = match &error {
            GrantError::InvalidGrant(_) => "invalid_grant",
            GrantError::InvalidScope => "invalid_scope",
            GrantError::InvalidTarget(_) => "invalid_target",
            GrantError::Store(error) => return Self::Problem(refusal::store(error)),
        };
        Self::OAuth(name, error.to_string())
    }
}

#[derive(Serialize)]
struct Body {
    error: &'static str,
    error_description: String,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::OAuth(error, error_description) => {
                let body = Body {
                    error,
                    error_description,
                };
                for_programs(StatusCode::BAD_REQUEST, body)
            }
            Self::Problem(problem) => problem.into_response(),
        }
    }
}

/// An answer that a program in a page may read too; it is never kept.
pub(super) fn for_programs(status: StatusCode, body: impl Serialize) -> Response {
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        ),
    ];
    (status, headers, Json(body)).into_response()
}
