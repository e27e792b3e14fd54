//! Answers in JSON.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::problem::{Code, Problem};

/// Room for the answer that most requests get: one task.
const ONE_TASK: usize = 2048;

/// A value as the body of an answer.
///
/// A page of tasks is some 1,800 keys and values, each written by itself, and axum's own type
/// writes them through `bytes`, which took a third of the time of the whole request.
#[derive(Debug, Clone)]
pub(crate) struct Json<T>(pub(crate) T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        let mut body = Vec::with_capacity(ONE_TASK);
        match serde_json::to_writer(&mut body, &self.0) {
            Ok(()) => {
                let kind = HeaderValue::from_static("application/json");
                ([(header::CONTENT_TYPE, kind)], Body::from(body)).into_response()
            }
            Err(error) => {
                tracing::error!(%error, "an answer could not be written as JSON");
                Problem::new(Code::Internal, "the answer could not be written").into_response()
            }
        }
    }
}
