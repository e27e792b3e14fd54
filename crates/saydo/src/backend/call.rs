//! One call of the REST contract and its answer, whatever carries them.

use std::pin::Pin;

use domain::RequestId;
use futures_util::{Stream, TryStreamExt as _};
use reqwest::Method;
use serde_json::Value;

use crate::problem::Problem;

use super::sse::{self, SseEvent};

/// A request without an address.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) body: Option<Value>,
    pub(super) request: Option<RequestId>,
    pub(super) accept: &'static str,
}

impl Call {
    /// A call without query and body.
    pub(crate) fn new(method: Method, path: impl Into<String>) -> Self {
        let accept = "application/json";
        Self {
            method,
            path: path.into(),
            query: Vec::new(),
            body: None,
            request: None,
            accept,
        }
    }

    /// With a parameter.
    pub(crate) fn query(mut self, name: &'static str, value: impl ToString) -> Self {
        self.query.push((name, value.to_string()));
        self
    }

    /// With a parameter, where there is one.
    pub(crate) fn query_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.query(name, value),
            None => self,
        }
    }

    /// With a JSON body.
    pub(crate) fn json(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// With a name that makes it safe to send again.
    pub(crate) fn request(mut self, request: &RequestId) -> Self {
        self.request = Some(request.clone());
        self
    }

    /// Asking for a stream of events.
    pub(crate) fn stream(mut self) -> Self {
        self.accept = "text/event-stream";
        self
    }

    /// Path and query, percent-encoded.
    pub(super) fn target(&self) -> anyhow::Result<String> {
        let mut url = reqwest::Url::parse("http://localhost")?.join(&self.path)?;
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        Ok(match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        })
    }

    /// Whether sending it twice does the same as once.
    pub(super) fn is_repeatable(&self) -> bool {
        self.method == Method::GET || self.request.is_some()
    }
}

/// Status and body.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Body,
}

impl Answer {
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

type Chunks = Pin<Box<dyn Stream<Item = Result<Vec<u8>, std::io::Error>> + Send>>;

/// The body of an answer, as it arrives.
pub(crate) struct Body(Chunks);

impl Body {
    pub(super) fn new(
        chunks: impl Stream<Item = Result<Vec<u8>, std::io::Error>> + Send + 'static,
    ) -> Self {
        Self(Box::pin(chunks))
    }

    /// All of it as JSON; nothing is null.
    ///
    /// # Errors
    /// When the connection breaks, or when it is no JSON.
    pub(crate) async fn json(self) -> anyhow::Result<Value> {
        let mut bytes = Vec::new();
        let mut chunks = self.0;
        while let Some(chunk) = chunks.try_next().await.map_err(interrupted)? {
            bytes.extend_from_slice(&chunk);
        }
        if bytes.is_empty() {
            return Ok(Value::Null);
        }
        Ok(serde_json::from_slice(&bytes).map_err(|error| {
            Problem::unavailable("this does not answer like a saydo server").caused_by(error)
        })?)
    }

    /// The events of a stream, one by one.
    pub(crate) fn events(self) -> impl Stream<Item = anyhow::Result<SseEvent>> + Unpin {
        Box::pin(sse::events(
            self.0.map_err(|error| interrupted(error).into()),
        ))
    }
}

fn interrupted(error: std::io::Error) -> Problem {
    Problem::unavailable("the connection was interrupted; try again").caused_by(error)
}
