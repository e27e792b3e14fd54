//! Where answers are sent: which addresses a program may name, and which one it means.

use url::{Host, Url, form_urlencoded};

/// Characters of one address.
const CHARS: usize = 2_000;

/// Schemes that a browser handles itself. Every other one belongs to a program (RFC 8252).
const NOT_OF_PROGRAMS: [&str; 17] = [
    "about",
    "blob",
    "chrome",
    "data",
    "file",
    "filesystem",
    "ftp",
    "intent",
    "javascript",
    "jar",
    "mailto",
    "resource",
    "sms",
    "tel",
    "vbscript",
    "view-source",
    "ws",
];

/// Reads an address that a program may be answered at: https, this machine, or a scheme of its own.
///
/// # Errors
/// What is wrong with it.
pub(super) fn parse(text: &str) -> Result<Url, &'static str> {
    if text.len() > CHARS || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("a redirect_uri has at most 2000 visible ASCII characters");
    }
    let url = Url::parse(text).map_err(|_| "a redirect_uri is a whole address")?;
    if text.contains('#') {
        return Err("a redirect_uri has no fragment");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("a redirect_uri has no user and password");
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_this_machine(&url) => Ok(url),
        "http" => Err("a redirect_uri with http leads to this machine only; use https"),
        scheme if NOT_OF_PROGRAMS.contains(&scheme) || scheme == "wss" => {
            Err("a redirect_uri is https, http to this machine, or a scheme of the program")
        }
        _ => Ok(url),
    }
}

/// Whether an address that was asked for is one that the program has named: exactly, or on this
/// machine on another port (RFC 8252, section 7.3).
pub(super) fn is_named(asked: &str, named: &[String]) -> bool {
    if named.iter().any(|named| named == asked) {
        return true;
    }
    let Some(asked) = on_this_machine(asked) else {
        return false;
    };
    named
        .iter()
        .filter_map(|named| on_this_machine(named))
        .any(|named| named == asked)
}

/// An address on this machine without its port.
fn on_this_machine(text: &str) -> Option<Url> {
    let mut url = parse(text).ok().filter(is_this_machine)?;
    url.set_port(None).ok()?;
    (url.scheme() == "http").then_some(url)
}

/// Whether an address leads to the machine of the browser.
pub(super) fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// The address with an answer in its query.
pub(super) fn with(redirect_uri: &str, pairs: &[(&str, &str)]) -> String {
    let mut answer = form_urlencoded::Serializer::new(String::new());
    answer.extend_pairs(pairs);
    let separator = if redirect_uri.contains('?') { '&' } else { '?' };
    format!("{redirect_uri}{separator}{}", answer.finish())
}

/// What a page must allow so that its form may lead there (CSP `form-action`).
pub(super) fn source(url: &Url) -> String {
    if matches!(url.scheme(), "http" | "https") {
        url.origin().ascii_serialization()
    } else {
        format!("{}:", url.scheme())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_a_program_can_own_are_read() {
        for good in [
            "https://claude.ai/api/mcp/auth_callback",
            "https://a.example:8443/x?y=z",
            "http://127.0.0.1/callback",
            "http://127.0.0.1:3000/callback",
            "http://[::1]:3000/callback",
            "http://localhost:3000/",
            "cursor://anysphere.cursor-retrieval/oauth/callback",
            "com.example.app:/callback",
        ] {
            assert!(parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/callback",
            "http://a.example/callback",
            "http://127.0.0.1.a.example/callback",
            "http://localhost.a.example/",
            "https://a.example/#x",
            "https://user@a.example/",
            "https://user:secret@a.example/",
            "https://a.example/x y",
            "https://a.example/\r\nset-cookie: a=b",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "blob:https://a.example/1",
            "ws://a.example/",
            "wss://a.example/",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    #[track_caller]
    fn check(asked: &str, named: &str, expected: bool) {
        let named = [named.to_owned()];
        assert_eq!(is_named(asked, &named), expected, "{asked}");
    }

    #[test]
    fn an_address_counts_exactly_and_on_this_machine_on_any_port() {
        let named = "https://a.example/callback";
        check(named, named, true);
        check("https://a.example/callback/", named, false);
        check("https://a.example/callback?x", named, false);
        check("https://a.example:443/callback", named, false);
        check("https://A.example/callback", named, false);
        check("https://a.example/callback/../evil", named, false);

        let named = "http://127.0.0.1/callback";
        check("http://127.0.0.1:53124/callback", named, true);
        check("http://127.0.0.1:53124/other", named, false);
        check("http://127.0.0.1:53124/callback?x=1", named, false);
        check("http://localhost:53124/callback", named, false);
        check("http://127.0.0.1.evil.example/callback", named, false);
        check("http://127.0.0.1:1@evil.example/callback", named, false);
        check("https://127.0.0.1:53124/callback", named, false);
    }

    #[test]
    fn an_answer_is_added_to_the_query() {
        let pairs = [("code", "a b"), ("state", "&=")];
        let answer = with("https://a.example/x", &pairs);
        assert_eq!(answer, "https://a.example/x?code=a+b&state=%26%3D");
        let answer = with("https://a.example/x?y=z", &pairs[..1]);
        assert_eq!(answer, "https://a.example/x?y=z&code=a+b");
    }
}
