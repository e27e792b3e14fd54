//! Requests to the server that may die at any moment.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// A request took place and was answered, or nobody knows.
#[derive(Debug)]
pub(super) enum Answer {
    /// The server acknowledged the change.
    Acknowledged(Value),
    /// The server asked to come back later; nothing happened.
    Later(Duration),
    /// The connection broke: the change may or may not have happened.
    Unknown,
}

/// One write, repeatable with the same key.
#[derive(Debug, Clone)]
pub(super) struct Write {
    pub(super) key: String,
    pub(super) method: &'static str,
    pub(super) path: String,
    pub(super) body: Value,
}

#[derive(Debug, Clone)]
pub(super) struct Client {
    agent: ureq::Agent,
    base: String,
    authorization: String,
}

impl Client {
    pub(super) fn new(address: SocketAddr, token: String) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(10)))
            .build();
        Self {
            agent: config.into(),
            base: format!("http://{address}/v1"),
            authorization: format!("Bearer {token}"),
        }
    }

    /// Sends a write.
    ///
    /// # Errors
    /// When the server answers with anything but success or "later".
    pub(super) fn write(&self, write: &Write) -> Result<Answer> {
        let url = format!("{}{}", self.base, write.path);
        let request = ureq::http::Request::builder()
            .method(write.method)
            .uri(url)
            .header("Authorization", &self.authorization)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", &write.key)
            .body(write.body.to_string())
            .context("the request is malformed")?;
        let Ok(mut response) = self.agent.run(request) else {
            return Ok(Answer::Unknown);
        };
        let status = response.status().as_u16();
        let wait = response
            .headers()
            .get("Retry-After")
            .and_then(|value| value.to_str().ok());
        let wait = wait.and_then(|value| value.parse().ok()).unwrap_or(1);
        let Ok(text) = response.body_mut().read_to_string() else {
            return Ok(Answer::Unknown);
        };
        match status {
            200 | 201 => Ok(Answer::Acknowledged(serde_json::from_str(&text)?)),
            429 | 503 => Ok(Answer::Later(Duration::from_secs(wait))),
            _ => bail!(
                "{} {} was answered with {status}: {text}",
                write.method,
                write.path
            ),
        }
    }

    /// Reads one page; the server must live.
    pub(super) fn read(&self, path: &str) -> Result<Value> {
        let url = format!("{}{path}", self.base);
        loop {
            let mut response = self
                .agent
                .get(&url)
                .header("Authorization", &self.authorization)
                .header("Accept", "application/json")
                .call()
                .with_context(|| format!("cannot read {path}"))?;
            let text = response.body_mut().read_to_string()?;
            if response.status() == 429 {
                super::writer::pause(Duration::from_millis(200));
                continue;
            }
            ensure!(
                response.status() == 200,
                "{path}: {} {text}",
                response.status()
            );
            return Ok(serde_json::from_str(&text)?);
        }
    }
}
