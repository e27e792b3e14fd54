//! Headers of requests and answers that carry versions and names of requests.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use domain::RequestId;

use crate::problem::{Code, Problem};

/// The caller's name for the request.
pub(crate) fn idempotency_key(headers: &HeaderMap) -> Result<Option<RequestId>, Problem> {
    let Some(value) = headers.get("idempotency-key") else {
        return Ok(None);
    };
    let text = value.to_str().unwrap_or_default();
    // The draft of the header quotes its value as a structured string; most callers do not.
    let text = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .unwrap_or(text);
    let read = text.parse().map(Some);
    read.map_err(|error: domain::InvalidRequestId| {
        Problem::new(Code::InvalidHeader, format!("Idempotency-Key: {error}"))
    })
}

/// The caller's name for a request of somebody who is not signed in yet.
pub(crate) struct Key(pub(crate) Option<RequestId>);

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        idempotency_key(&parts.headers).map(Self)
    }
}

/// The version that `If-Match` requires.
pub(crate) fn if_match(headers: &HeaderMap) -> Result<Option<i64>, Problem> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        return Ok(None);
    };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let version = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let version = version.and_then(|text| text.parse().ok());
    let malformed = || {
        Problem::new(
            Code::InvalidHeader,
            "If-Match: send one version as it came in ETag, such as \"3\"",
        )
    };
    version.map(Some).ok_or_else(malformed)
}

/// Whether the caller already has this version.
pub(crate) fn has_version(headers: &HeaderMap, version: i64) -> bool {
    let Some(value) = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
    else {
        return false;
    };
    let tag = format!("\"{version}\"");
    value
        .split(',')
        .any(|one| one.trim().trim_start_matches("W/") == tag)
}

/// The version of a task as an entity tag.
pub(crate) fn etag(version: i64) -> (header::HeaderName, HeaderValue) {
    let tag = HeaderValue::from_str(&format!("\"{version}\"")).expect("digits make a header");
    (header::ETAG, tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &'static str, value: &str, expected: Result<Option<i64>, ()>) {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        assert_eq!(if_match(&headers).map_err(|_| ()), expected, "{value}");
    }

    #[test]
    fn a_required_version_is_read() {
        check("if-match", "\"3\"", Ok(Some(3)));
        check("if-match", "*", Ok(None));
        check("if-match", "3", Err(()));
        check("if-match", "\"three\"", Err(()));
        check("if-none-match", "\"3\"", Ok(None));
    }

    #[test]
    fn a_key_may_be_quoted() {
        let mut headers = HeaderMap::new();
        assert_eq!(idempotency_key(&headers).unwrap(), None);
        for text in ["abc", "\"abc\""] {
            headers.insert("idempotency-key", text.parse().unwrap());
            assert_eq!(idempotency_key(&headers).unwrap().unwrap().as_str(), "abc");
        }
        headers.insert("idempotency-key", "a b".parse().unwrap());
        assert!(idempotency_key(&headers).is_err());
    }
}
