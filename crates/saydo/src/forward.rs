//! Forwarding what other processes serve, so that a browser always sees one origin.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};

/// The addresses of processes that serve what this one does not.
#[derive(Debug, Clone, Default)]
pub(crate) struct Elsewhere {
    /// Of the interface for programs.
    pub(crate) api: Option<String>,
    /// Of chat and conversations.
    pub(crate) chat: Option<String>,
    /// Of `/mcp`.
    pub(crate) mcp: Option<String>,
}

impl Elsewhere {
    /// Where a path is served, when that is elsewhere.
    fn target(&self, path: &str) -> Option<&str> {
        let is_below = |root: &str| {
            path.strip_prefix(root)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let any = |roots: &[&str]| roots.iter().any(|root| is_below(root));
        let target = if any(&["/v1/chat", "/v1/conversations", "/chatkit"]) {
            &self.chat
        } else if any(&[
            "/v1",
            "/sign-in/link",
            "/openapi.json",
            "/docs",
            "/.well-known",
            "/oauth",
        ]) {
            &self.api
        } else if is_below("/mcp") {
            &self.mcp
        } else {
            &None
        };
        target.as_deref()
    }

    fn is_empty(&self) -> bool {
        self.api.is_none() && self.chat.is_none() && self.mcp.is_none()
    }
}

/// The same routes, with what is served elsewhere forwarded.
///
/// # Errors
/// When TLS cannot be set up.
pub(crate) fn forwarding(router: Router, elsewhere: Elsewhere) -> anyhow::Result<Router> {
    if elsewhere.is_empty() {
        return Ok(router);
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "the addresses are the operator's own choice"
    )]
    let client = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(5))
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    Ok(router.layer(from_fn_with_state(Arc::new((client, elsewhere)), pass)))
}

type Forward = Arc<(reqwest::Client, Elsewhere)>;

async fn pass(State(forward): State<Forward>, request: Request, next: Next) -> Response {
    let (client, elsewhere) = forward.as_ref();
    let Some(target) = elsewhere.target(request.uri().path()) else {
        return next.run(request).await;
    };
    let rest = request
        .uri()
        .path_and_query()
        .map_or("/", |rest| rest.as_str());
    let url = format!("{target}{rest}");
    let (parts, body) = request.into_parts();
    let from = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|info| info.0);
    let sent = client
        .request(parts.method, url)
        .headers(onward(parts.headers, from))
        .body(reqwest::Body::wrap_stream(body.into_data_stream()))
        .send()
        .await;
    match sent {
        Ok(answer) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = answer.status();
            *response.headers_mut() = without_hops(answer.headers().clone());
            *response.body_mut() = Body::from_stream(answer.bytes_stream());
            response
        }
        Err(error) => {
            let error = error.without_url();
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "cannot forward a request"
            );
            let body = "{\"type\":\"urn:saydo:problem:unavailable\",\"title\":\"Not available now\",\
                        \"status\":503,\"code\":\"unavailable\",\
                        \"detail\":\"this part of saydo does not answer; try again in a moment\"}";
            let kind = (header::CONTENT_TYPE, "application/problem+json");
            let retry = (header::RETRY_AFTER, "1");
            (StatusCode::SERVICE_UNAVAILABLE, [kind, retry], body).into_response()
        }
    }
}

/// The headers of a request for the next server: the same host, and where it came from.
fn onward(headers: HeaderMap, from: Option<SocketAddr>) -> HeaderMap {
    let mut headers = without_hops(headers);
    headers.remove(header::CONTENT_LENGTH);
    if let Some(from) = from {
        let name = HeaderName::from_static("x-forwarded-for");
        let before = headers.get(&name).and_then(|value| value.to_str().ok());
        let all = match before {
            Some(before) => format!("{before}, {}", from.ip()),
            None => from.ip().to_string(),
        };
        if let Ok(value) = HeaderValue::from_str(&all) {
            headers.insert(name, value);
        }
    }
    headers
}

/// Without the headers that are about one connection only (RFC 9110, section 7.6.1).
fn without_hops(mut headers: HeaderMap) -> HeaderMap {
    for name in [
        "connection",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    ] {
        headers.remove(name);
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<&str>) {
        let elsewhere = Elsewhere {
            api: Some("http://api".to_owned()),
            chat: Some("http://chat".to_owned()),
            mcp: None,
        };
        assert_eq!(elsewhere.target(path), expected, "{path}");
    }

    #[test]
    fn every_path_goes_where_it_is_served() {
        check("/v1/tasks", Some("http://api"));
        check("/v1/chat", Some("http://chat"));
        check("/v1/chat/confirm", Some("http://chat"));
        check("/v1/conversations/1", Some("http://chat"));
        check("/v1/chatter", Some("http://api"));
        check("/chat", None);
        check("/mcp", None);
        check("/", None);
    }
}
