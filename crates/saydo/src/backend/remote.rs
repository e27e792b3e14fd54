//! A server, over HTTP.

use std::time::Duration;

use futures_util::TryStreamExt as _;
use reqwest::{RequestBuilder, header};
use rmcp::transport::StreamableHttpClientTransport;
use rmcp::transport::streamable_http_client::StreamableHttpClientTransportConfig;
use serde_json::json;

use crate::problem::Problem;

use super::call::{Answer, Body, Call};
use super::failure;

/// A server and the token for it.
pub(crate) struct Remote {
    server: String,
    token: Option<String>,
    client: reqwest::Client,
}

impl Remote {
    /// A client for `server`.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub(crate) fn new(server: String, token: Option<String>) -> anyhow::Result<Self> {
        #[expect(
            clippy::disallowed_methods,
            reason = "the address is the user's own choice"
        )]
        let client = reqwest::Client::builder()
            .user_agent(concat!("saydo-cli/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(Duration::from_secs(10))
            .read_timeout(Duration::from_secs(60))
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        Ok(Self {
            server,
            token,
            client,
        })
    }

    /// The way to the server's `/mcp`.
    pub(crate) fn assistant(self) -> StreamableHttpClientTransport<reqwest::Client> {
        let mut config =
            StreamableHttpClientTransportConfig::with_uri(format!("{}/mcp", self.server));
        config.auth_header = self.token;
        config.allow_stateless = true;
        StreamableHttpClientTransport::with_client(self.client, config)
    }

    /// The answer. A call that may be repeated is sent again once when the connection broke.
    ///
    /// # Errors
    /// When the server cannot be reached.
    pub(super) async fn send(&self, call: Call) -> anyhow::Result<Answer> {
        let url = format!("{}{}", self.server, call.target()?);
        let first = self.build(&call, &url).send().await;
        let response = match first {
            Err(error) if call.is_repeatable() && !error.is_connect() && !error.is_builder() => {
                self.build(&call, &url).send().await
            }
            first => first,
        };
        let response = response.map_err(|error| self.unreachable(error))?;
        let status = response.status().as_u16();
        let chunks = response.bytes_stream().map_ok(|bytes| bytes.to_vec());
        Ok(Answer {
            status,
            body: Body::new(chunks.map_err(std::io::Error::other)),
        })
    }

    fn build(&self, call: &Call, url: &str) -> RequestBuilder {
        let mut request = self
            .client
            .request(call.method.clone(), url)
            .header(header::ACCEPT, call.accept)
            .header("X-Saydo-Via", "cli");
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(id) = &call.request {
            request = request.header("Idempotency-Key", id.as_str());
        }
        match &call.body {
            Some(body) => request.json(body),
            None => request,
        }
    }

    fn unreachable(&self, error: reqwest::Error) -> Problem {
        let text = format!("cannot reach {}; is the server running?", self.server);
        Problem::unavailable(text).caused_by(error.without_url())
    }
}

impl Remote {
    /// A new token called `name`, for the account with this password.
    ///
    /// # Errors
    /// When the server refuses.
    pub(crate) async fn token_for(
        &self,
        email: &str,
        password: &str,
        name: &str,
    ) -> anyhow::Result<String> {
        let body = json!({ "email": email, "password": password });
        let signed_in = self.post("/v1/auth/sign-in", &body, None).await?;
        let cookie = signed_in
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next().map(str::to_owned))
            .find(|cookie| cookie.contains("saydo="))
            .ok_or_else(|| {
                Problem::unavailable("this does not answer like a saydo server; check the address")
            })?;
        let body = json!({ "name": name, "scope": "tasks:admin" });
        let made: serde_json::Value = self
            .post("/v1/tokens", &body, Some(&cookie))
            .await?
            .json()
            .await?;
        self.post("/v1/auth/sign-out", &json!({}), Some(&cookie))
            .await?;
        let secret = made["secret"].as_str().or(made["token"].as_str());
        Ok(secret.unwrap_or_default().to_owned())
    }

    async fn post(
        &self,
        path: &str,
        body: &serde_json::Value,
        cookie: Option<&str>,
    ) -> anyhow::Result<reqwest::Response> {
        let mut request = self
            .client
            .post(format!("{}{path}", self.server))
            .header(header::ORIGIN, &self.server)
            .json(body);
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let response = request
            .send()
            .await
            .map_err(|error| self.unreachable(error))?;
        if response.status().is_success() {
            return Ok(response);
        }
        let status = response.status().as_u16();
        let document = response.json().await.unwrap_or_default();
        Err(failure::from_document(status, &document).into())
    }
}
