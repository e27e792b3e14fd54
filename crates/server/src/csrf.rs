//! What a request with a cookie must prove: that it comes from our own pages.

use axum::http::{HeaderMap, Method, header};

use crate::body::is_json;
use crate::problem::{Code, Problem};

/// What is known of a request beside its headers.
#[derive(Clone, Copy)]
pub(crate) struct Visit<'a> {
    /// The configured origin; without it the `Host` header says which is ours.
    pub(crate) origin: Option<&'a str>,
    /// Whether a cookie says who calls.
    pub(crate) has_cookie: bool,
    /// Whether one of our own forms is sent there, which a page without a script needs. Its handler
    /// asks for a proof of its own.
    pub(crate) is_form: bool,
}

/// Refuses an unsafe request of a browser that did not come from our own origin. A request with a
/// cookie must say where it comes from; one without is checked where it says so, which keeps other
/// sites from signing a browser in.
pub(crate) fn check(method: &Method, headers: &HeaderMap, visit: Visit<'_>) -> Result<(), Problem> {
    let Visit {
        origin,
        has_cookie,
        is_form,
    } = visit;
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    if !is_same_origin(headers, origin).unwrap_or(!has_cookie) {
        let detail =
            "a request with a cookie must come from saydo's own pages; use a token elsewhere";
        return Err(Problem::new(Code::CrossSite, detail));
    }
    let has_body = headers.contains_key(header::CONTENT_TYPE);
    if has_cookie && has_body && !is_json(headers) && !is_form {
        let detail = "a request with a cookie must be sent with 'Content-Type: application/json'";
        return Err(Problem::new(Code::WrongContentType, detail));
    }
    Ok(())
}

/// `None` where the request does not say.
fn is_same_origin(headers: &HeaderMap, origin: Option<&str>) -> Option<bool> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return Some(site == "same-origin");
    }
    let from = text("origin")?;
    Some(match origin {
        Some(origin) => from == origin,
        None => {
            let authority = from.split_once("://").map(|(_, authority)| authority);
            authority.is_some() && authority == text("host")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(has_cookie: bool, is_form: bool) -> Visit<'static> {
        Visit {
            origin: None,
            has_cookie,
            is_form,
        }
    }

    #[track_caller]
    fn check_one(headers: &[(&'static str, &str)], has_cookie: bool, allowed: bool) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        let result = check(&Method::POST, &map, visit(has_cookie, false));
        assert_eq!(result.is_ok(), allowed, "{headers:?}");
    }

    #[test]
    fn a_cookie_counts_only_from_our_own_pages() {
        let json = ("content-type", "application/json");
        let host = ("host", "todo.example.org");
        check_one(&[json, ("sec-fetch-site", "same-origin")], true, true);
        check_one(&[("sec-fetch-site", "same-origin")], true, true);
        check_one(&[json, ("sec-fetch-site", "cross-site")], true, false);
        check_one(&[json, ("sec-fetch-site", "same-site")], true, false);
        check_one(&[json, ("sec-fetch-site", "none")], true, false);
        check_one(
            &[json, host, ("origin", "https://todo.example.org")],
            true,
            true,
        );
        check_one(
            &[json, host, ("origin", "https://evil.example")],
            true,
            false,
        );
        check_one(&[json, host, ("origin", "null")], true, false);
        check_one(&[json], true, false);
        let form = ("content-type", "text/plain");
        check_one(&[form, ("sec-fetch-site", "same-origin")], true, false);
    }

    #[test]
    fn without_a_cookie_only_a_foreign_page_is_refused() {
        check_one(&[("content-type", "application/json")], false, true);
        check_one(&[("sec-fetch-site", "cross-site")], false, false);
    }

    #[test]
    fn reading_needs_no_proof() {
        assert!(check(&Method::GET, &HeaderMap::new(), visit(true, false)).is_ok());
    }
    #[test]
    fn one_of_our_own_forms_comes_from_our_own_pages_too() {
        let form = |site: &str| {
            let mut map = HeaderMap::new();
            let kind = "application/x-www-form-urlencoded";
            map.insert("content-type", kind.parse().unwrap());
            map.insert("sec-fetch-site", site.parse().unwrap());
            check(&Method::POST, &map, visit(true, true)).is_ok()
        };
        assert!(form("same-origin"));
        assert!(!form("same-site"));
        assert!(!form("cross-site"));
        assert!(!form("none"));
    }
}
