//! Problem documents (RFC 9457): the one shape of every error answer.
//!
//! What an error of `app` becomes is decided in `refusal.rs`; here is only the shape.

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// Every kind of error answer: stable names that clients may rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Code {
    InvalidJson,
    InvalidField,
    UnknownField,
    InvalidParameter,
    InvalidHeader,
    InvalidFilter,
    NotUnderstood,
    TooDeep,
    TooLarge,
    TooMany,
    WrongContentType,
    Unauthenticated,
    WrongCredentials,
    Forbidden,
    CrossSite,
    InsufficientScope,
    WrongHost,
    SignUpClosed,
    NotFound,
    MethodNotAllowed,
    Conflict,
    Taken,
    NotNow,
    Stale,
    RequestReused,
    ShownOnce,
    RateLimited,
    Locked,
    Internal,
    Unavailable,
    StorageFull,
}

impl Code {
    fn facts(self) -> (&'static str, StatusCode, &'static str) {
        use StatusCode as S;
        match self {
            Self::InvalidJson => ("invalid_json", S::BAD_REQUEST, "The body is no valid JSON"),
            Self::InvalidField => (
                "invalid_field",
                S::UNPROCESSABLE_ENTITY,
                "A field has a value that cannot be",
            ),
            Self::UnknownField => (
                "unknown_field",
                S::UNPROCESSABLE_ENTITY,
                "A field is not known",
            ),
            Self::InvalidParameter => (
                "invalid_parameter",
                S::BAD_REQUEST,
                "A parameter has a value that cannot be",
            ),
            Self::InvalidHeader => (
                "invalid_header",
                S::BAD_REQUEST,
                "A header has a value that cannot be",
            ),
            Self::InvalidFilter => (
                "invalid_filter",
                S::BAD_REQUEST,
                "The filter cannot be read",
            ),
            Self::NotUnderstood => (
                "not_understood",
                S::UNPROCESSABLE_ENTITY,
                "The text was not understood",
            ),
            Self::TooDeep => ("too_deep", S::BAD_REQUEST, "The body is nested too deeply"),
            Self::TooLarge => ("too_large", S::PAYLOAD_TOO_LARGE, "The body is too large"),
            Self::TooMany => ("too_many", S::UNPROCESSABLE_ENTITY, "Too much at once"),
            Self::WrongContentType => (
                "wrong_content_type",
                S::UNSUPPORTED_MEDIA_TYPE,
                "The body has to be JSON",
            ),
            Self::Unauthenticated => ("unauthenticated", S::UNAUTHORIZED, "Sign in first"),
            Self::WrongCredentials => (
                "wrong_credentials",
                S::UNAUTHORIZED,
                "The address or the password is wrong",
            ),
            Self::Forbidden => ("forbidden", S::FORBIDDEN, "This is not allowed"),
            Self::CrossSite => (
                "cross_site",
                S::FORBIDDEN,
                "The request comes from another site",
            ),
            Self::InsufficientScope => (
                "insufficient_scope",
                S::FORBIDDEN,
                "The token allows less than this needs",
            ),
            Self::WrongHost => (
                "wrong_host",
                S::FORBIDDEN,
                "The host or the origin is not known here",
            ),
            Self::SignUpClosed => ("sign_up_closed", S::FORBIDDEN, "Sign-up is closed"),
            Self::NotFound => ("not_found", S::NOT_FOUND, "There is no such thing"),
            Self::MethodNotAllowed => (
                "method_not_allowed",
                S::METHOD_NOT_ALLOWED,
                "This cannot be done here",
            ),
            Self::Conflict => (
                "conflict",
                S::CONFLICT,
                "The same field was changed meanwhile",
            ),
            Self::Taken => ("taken", S::CONFLICT, "The name is taken"),
            Self::NotNow => ("not_now", S::CONFLICT, "Not possible as things are"),
            Self::Stale => ("stale", S::PRECONDITION_FAILED, "It has changed meanwhile"),
            Self::RequestReused => (
                "request_reused",
                S::UNPROCESSABLE_ENTITY,
                "The key was used for another request",
            ),
            Self::ShownOnce => (
                "shown_once",
                S::CONFLICT,
                "This was done, and its secret is shown only once",
            ),
            Self::RateLimited => ("rate_limited", S::TOO_MANY_REQUESTS, "Too many requests"),
            Self::Locked => ("locked", S::TOO_MANY_REQUESTS, "Too many failed attempts"),
            Self::Internal => ("internal", S::INTERNAL_SERVER_ERROR, "A fault in saydo"),
            Self::Unavailable => (
                "unavailable",
                S::SERVICE_UNAVAILABLE,
                "Not available right now",
            ),
            Self::StorageFull => ("storage_full", S::INSUFFICIENT_STORAGE, "The disk is full"),
        }
    }
}

/// An error answer. Boxed, because it travels in every `Result`.
#[derive(Debug, Clone)]
pub(crate) struct Problem(Box<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    status: StatusCode,
    document: Document,
    retry_after: Option<Duration>,
}

/// A problem document (RFC 9457).
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct Document {
    /// Names the kind of problem; never changes.
    #[serde(rename = "type")]
    #[schema(example = "urn:saydo:problem:not_found")]
    kind: String,
    /// The kind in words.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// What went wrong this time, and what helps.
    detail: String,
    /// The kind as one word.
    #[schema(example = "not_found")]
    code: &'static str,
    /// The places that are wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<Place>,
    /// What may have been meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<String>,
    /// Where in the text, counted in characters from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<usize>,
    /// The value that is there now, where the same field was changed on both sides.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    current: Option<serde_json::Value>,
    /// The value that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    wanted: Option<serde_json::Value>,
}

/// One place that is wrong.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ProblemPlace)]
pub(crate) struct Place {
    /// JSON Pointer into the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    /// Or the name of a parameter of the path or query.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    /// What is wrong with it.
    detail: String,
}

impl Problem {
    pub(crate) fn new(code: Code, detail: impl Into<String>) -> Self {
        let (name, status, title) = code.facts();
        Self(Box::new(Inner {
            status,
            document: Document {
                kind: format!("urn:saydo:problem:{name}"),
                title,
                status: status.as_u16(),
                detail: detail.into(),
                code: name,
                errors: Vec::new(),
                suggestion: None,
                position: None,
                current: None,
                wanted: None,
            },
            retry_after: None,
        }))
    }

    pub(crate) fn not_found(what: &str, name: &str) -> Self {
        Self::new(Code::NotFound, format!("no {what} '{name}' here"))
    }

    pub(crate) fn at(mut self, pointer: impl Into<String>) -> Self {
        let detail = self.0.document.detail.clone();
        self.0.document.errors.push(Place {
            pointer: Some(pointer.into()),
            parameter: None,
            detail,
        });
        self
    }

    pub(crate) fn at_parameter(mut self, name: impl Into<String>) -> Self {
        let detail = self.0.document.detail.clone();
        self.0.document.errors.push(Place {
            pointer: None,
            parameter: Some(name.into()),
            detail,
        });
        self
    }

    pub(crate) fn suggesting(mut self, suggestion: Option<String>) -> Self {
        self.0.document.suggestion = suggestion;
        self
    }

    pub(crate) fn position(mut self, position: usize) -> Self {
        self.0.document.position = Some(position);
        self
    }

    pub(crate) fn values(mut self, current: serde_json::Value, wanted: serde_json::Value) -> Self {
        self.0.document.current = Some(current);
        self.0.document.wanted = Some(wanted);
        self
    }

    pub(crate) fn retry_after(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Inner {
            status,
            document,
            retry_after,
        } = *self.0;
        let body = serde_json::to_vec(&document).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(wait) = retry_after {
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        let challenge = match (status, document.code) {
            (StatusCode::UNAUTHORIZED, _) => Some("Bearer realm=\"saydo\""),
            (_, "insufficient_scope") => {
                Some("Bearer realm=\"saydo\", error=\"insufficient_scope\", scope=\"tasks:write\"")
            }
            _ => None,
        };
        if let Some(challenge) = challenge {
            let value = HeaderValue::from_static(challenge);
            headers.insert(header::WWW_AUTHENTICATE, value);
        }
        response
    }
}
