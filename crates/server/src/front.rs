//! The front door of the interface: every request passes here once, whatever it asks for.
//!
//! It names the request, finds out who calls, refuses other sites' pages and too many requests,
//! bounds the time, and counts. It knows nothing of tasks.

use std::net::IpAddr;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument as _;

use crate::caller::{Known, Shown, known};
use crate::problem::{Code, Problem};
use crate::rate::{Key, Left};
use crate::state::ServerState;
use crate::{address, csrf, oauth};

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Where attempts to sign in are counted apart.
const SIGN_IN_ROUTES: [&str; 5] = [
    "/v1/auth/sign-in",
    "/v1/auth/sign-up",
    "/sign-in/link",
    "/oauth/sign-in",
    "/oauth/register",
];

pub(crate) async fn pass(
    State(state): State<ServerState>,
    request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("unmatched", MatchedPath::as_str);
    let method = request.method().clone();
    let id = request_id(request.headers());
    let span = tracing::debug_span!(
        "request",
        request.id = id.to_str().unwrap_or_default(),
        http.route = route
    );
    let mut response = admit(&state, route, request, next)
        .instrument(span.clone())
        .await;
    response.headers_mut().insert(REQUEST_ID.clone(), id);
    harden(response.headers_mut());
    let status = response.status();
    let took = began.elapsed();
    state
        .metrics
        .request(route, method.as_str(), status.as_u16(), took);
    let _entered = span.enter();
    let duration_ms = took.as_secs_f64() * 1e3;
    if status.is_server_error() {
        tracing::warn!(http.method = %method, http.status = status.as_u16(), duration_ms, "request failed");
    } else {
        tracing::debug!(http.method = %method, http.status = status.as_u16(), duration_ms, "request served");
    }
    response
}

async fn admit(state: &ServerState, route: &str, request: Request, next: Next) -> Response {
    match enter(state, route, request).await {
        Err(problem) => problem.into_response(),
        Ok((request, left)) => {
            let answer = tokio::time::timeout(state.options.request_timeout, next.run(request));
            let mut response = answer.await.unwrap_or_else(|_| {
                let detail = "the answer took too long; the request may still be carried out, so retry with the same Idempotency-Key";
                Problem::new(Code::Unavailable, detail)
                    .retry_after(std::time::Duration::from_secs(1))
                    .into_response()
            });
            if let Some(left) = left {
                left.write(response.headers_mut());
            }
            response
        }
    }
}

async fn enter(
    state: &ServerState,
    route: &str,
    request: Request,
) -> Result<(Request, Option<Left>), Problem> {
    let (mut parts, body) = request.into_parts();
    let is_for_programs = oauth::FOR_PROGRAMS.contains(&route);
    let shown = match is_for_programs {
        true => None,
        false => Shown::of(&parts.headers, &state.options)?,
    };
    let has_cookie = shown.as_ref().is_some_and(Shown::is_cookie);
    if !is_for_programs && (shown.is_none() || has_cookie) {
        let visit = csrf::Visit {
            origin: state.options.origin(),
            has_cookie,
            is_form: oauth::FORMS.contains(&route),
        };
        csrf::check(&parts.method, &parts.headers, visit)?;
    }
    let from = address::of(&parts, state.options.trusted_proxies).map(address::network);
    let mut left = None;
    let mut is_counted = false;
    if let Some(shown) = shown {
        let known = known(&shown, route, state).await;
        if let Known(Ok(actor)) = &known {
            left = state.actor_rate.check(Key::User(actor.user))?;
            is_counted = true;
        }
        parts.extensions.insert(known);
        parts.extensions.insert(shown);
    }
    if !is_counted {
        left = state.address_rate.check(by_address(from))?;
    }
    if SIGN_IN_ROUTES.contains(&route) {
        left = state.sign_in_rate.check(by_address(from))?;
    }
    Ok((Request::from_parts(parts, body), left))
}

fn by_address(address: Option<IpAddr>) -> Key {
    address.map_or(Key::Nowhere, Key::Address)
}

/// The caller's id where it is a plain short one, else a new one.
fn request_id(headers: &HeaderMap) -> HeaderValue {
    let given = headers.get(&REQUEST_ID);
    let is_plain = |value: &&HeaderValue| {
        (1..=64).contains(&value.len())
            && value
                .as_bytes()
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'_')
    };
    given.filter(is_plain).cloned().unwrap_or_else(|| {
        let id = format!("{:032x}", rand::random::<u128>());
        HeaderValue::from_str(&id).expect("hexadecimal digits make a header")
    })
}

/// Headers that every answer of the interface has, unless the handler chose its own.
fn harden(headers: &mut HeaderMap) {
    let defaults = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ];
    for (name, value) in defaults {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
}

/// Nothing is served under this path.
pub(crate) async fn not_found(uri: axum::http::Uri) -> Problem {
    Problem::not_found("path", uri.path())
}

/// The path is known, the method is not.
pub(crate) async fn method_not_allowed(method: axum::http::Method) -> Problem {
    Problem::new(
        Code::MethodNotAllowed,
        format!("{method} cannot be done here; see the Allow header"),
    )
}

/// What a caller is told after a fault of ours. The fault itself is in the log.
pub(crate) fn panicked(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    tracing::error!("a request met a bug in saydo");
    let mut response = Problem::new(
        Code::Internal,
        "saydo has met a bug; the log has the details",
    )
    .into_response();
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
