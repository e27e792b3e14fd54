//! The one cookie: the secret of a session.

use axum::http::{HeaderMap, HeaderValue, header};
use secrecy::{ExposeSecret as _, SecretString};

const SECURE: &str = "__Host-saydo";
const PLAIN: &str = "saydo";
const LIFE_SECONDS: u64 = 30 * 24 * 3600;

/// The secret of a request's cookie. On https only the cookie that is bound to it counts.
pub(crate) fn read(headers: &HeaderMap, is_https: bool) -> Option<&str> {
    let name = if is_https { SECURE } else { PLAIN };
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

/// The header that gives a browser its cookie.
pub(crate) fn set(secret: &SecretString, is_https: bool) -> HeaderValue {
    let mut value = header_value(&written(secret.expose_secret(), LIFE_SECONDS, is_https));
    value.set_sensitive(true);
    value
}

/// The header that takes it away.
pub(crate) fn clear(is_https: bool) -> HeaderValue {
    header_value(&written("", 0, is_https))
}

fn written(value: &str, life: u64, is_https: bool) -> String {
    let (name, secure) = if is_https {
        (SECURE, "; Secure")
    } else {
        (PLAIN, "")
    };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={life}{secure}")
}

fn header_value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("a secret is base64url")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_https_only_the_bound_cookie_counts() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            HeaderValue::from_static("a=1; saydo=plain; __Host-saydo=bound"),
        );
        assert_eq!(read(&headers, true), Some("bound"));
        assert_eq!(read(&headers, false), Some("plain"));
    }

    #[test]
    fn the_cookie_is_out_of_reach_of_scripts() {
        let secure = set(&"secret".into(), true);
        assert_eq!(
            secure.to_str().unwrap(),
            "__Host-saydo=secret; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure"
        );
        assert!(clear(false).to_str().unwrap().contains("Max-Age=0"));
    }
}
