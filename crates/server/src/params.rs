//! Parameters of paths and queries, with faults that name the parameter.

use app::TaskKey;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::body::words::{Fault, plain};
use crate::body::{named, nearest};
use crate::problem::{Code, Problem};

/// The query string.
pub(crate) struct Params<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Query::try_from_uri(&parts.uri)
            .map(|Query(value)| Self(value))
            .map_err(|rejection| {
                let text = rejection.body_text();
                let text = text.rsplit("query string: ").next().unwrap_or_default();
                if let Some(field) = named(text, "unknown field `") {
                    let known: Vec<&str> = text.split('`').skip(3).step_by(2).collect();
                    let nearest = nearest(field, &known);
                    let detail = format!("'{field}' is no parameter of this");
                    return Problem::new(Code::InvalidParameter, detail)
                        .at_parameter(field)
                        .suggesting(nearest);
                }
                let (name, message) = match text.split_once(": ") {
                    Some((name, message)) if !name.contains(' ') => (Some(name), message),
                    _ => (named(text, "field `"), text),
                };
                let Fault { words, suggestion } = plain(message);
                let problem = Problem::new(Code::InvalidParameter, words).suggesting(suggestion);
                match name {
                    Some(name) => problem.at_parameter(name),
                    None => problem,
                }
            })
    }
}

/// The id of the path. What is no id names nothing here.
pub(crate) struct Id<T>(pub(crate) T);

impl<S: Send + Sync, T: std::str::FromStr> FromRequestParts<S> for Id<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let text = segment(parts, state).await?;
        text.parse()
            .map(Self)
            .map_err(|_| Problem::not_found("id", &text).at_parameter("id"))
    }
}

/// A task of the path, by id or by number.
pub(crate) struct TaskPath(pub(crate) TaskKey);

impl<S: Send + Sync> FromRequestParts<S> for TaskPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let text = segment(parts, state).await?;
        if let Ok(number) = text.parse() {
            return Ok(Self(TaskKey::Number(number)));
        }
        let id = text.parse().map(TaskKey::Id);
        id.map(Self)
            .map_err(|_| Problem::not_found("task", &text).at_parameter("id"))
    }
}

async fn segment<S: Send + Sync>(parts: &mut Parts, state: &S) -> Result<String, Problem> {
    let path = Path::<String>::from_request_parts(parts, state).await;
    path.map(|Path(text)| text)
        .map_err(|_| Problem::not_found("path", parts.uri.path()))
}
