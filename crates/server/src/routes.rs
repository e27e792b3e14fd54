//! REST: each handler reads a request, calls `app`, and answers with one of its views.

pub(crate) mod account;
pub(crate) mod auth;
pub(crate) mod bulk;
pub(crate) mod chat;
pub(crate) mod conversations;
pub(crate) mod credentials;
pub(crate) mod directory;
pub(crate) mod feed;
pub(crate) mod history;
pub(crate) mod notifications;
pub(crate) mod overview;
pub(crate) mod task_actions;
pub(crate) mod tasks;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::json::Json;
use crate::problem::{Code, Problem};

/// An answer with status 201.
pub(crate) fn created<T: Serialize>(value: T) -> Response {
    (StatusCode::CREATED, Json(value)).into_response()
}

/// The rows of a page that a caller asks for, within bounds.
pub(crate) fn limit(asked: Option<u32>) -> Result<u32, Problem> {
    let most = domain::limits::PAGE_ROWS;
    match asked {
        None => Ok(domain::limits::PAGE_ROWS_DEFAULT),
        Some(limit) if (1..=most).contains(&limit) => Ok(limit),
        Some(limit) => {
            let detail = format!("a page has 1 to {most} rows, not {limit}");
            Err(Problem::new(Code::InvalidParameter, detail).at_parameter("limit"))
        }
    }
}
