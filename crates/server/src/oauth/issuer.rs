//! Under which address this server is known to programs.

use axum::http::{HeaderMap, header};

use crate::mcp::LOOPBACK;
use crate::options::ServerOptions;
use crate::problem::{Code, Problem};

/// The address of this server; its endpoints are below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Issuer(String);

impl Issuer {
    /// The configured address. Without one, the address on this machine that was asked for: no
    /// other name in a `Host` header is believed.
    pub(crate) fn of(options: &ServerOptions, headers: &HeaderMap) -> Option<Self> {
        if let Some(origin) = options.origin() {
            return Some(Self(origin.to_owned()));
        }
        let host = headers.get(header::HOST)?.to_str().ok()?;
        let url = url::Url::parse(&format!("http://{host}")).ok()?;
        let name = url
            .host_str()?
            .trim_start_matches('[')
            .trim_end_matches(']');
        let is_plain = url.path() == "/" && url.username().is_empty() && url.password().is_none();
        let is_ours = is_plain && url.query().is_none() && LOOPBACK.contains(&name);
        is_ours.then(|| Self(url.origin().ascii_serialization()))
    }

    /// The same, or what to tell the caller.
    pub(crate) fn required(options: &ServerOptions, headers: &HeaderMap) -> Result<Self, Problem> {
        Self::of(options, headers).ok_or_else(|| {
            let detail = "assistants cannot be connected under this name; set public_url";
            Problem::new(Code::WrongHost, detail)
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// An address below it.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// What tokens are for.
    pub(crate) fn resource(&self) -> String {
        self.at("/mcp")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(public_url: Option<&str>, host: &str, expected: Option<&str>) {
        let options = ServerOptions {
            public_url: public_url.map(ToOwned::to_owned),
            ..ServerOptions::default()
        };
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        let found = Issuer::of(&options, &headers);
        assert_eq!(found.as_ref().map(Issuer::as_str), expected, "{host}");
    }

    #[test]
    fn the_configured_address_counts_whatever_was_asked_for() {
        let url = Some("https://todo.example.org/x");
        check(url, "todo.example.org", Some("https://todo.example.org"));
        check(url, "evil.example", Some("https://todo.example.org"));
    }

    #[test]
    fn without_one_only_the_names_of_this_machine_are_believed() {
        check(None, "localhost:8080", Some("http://localhost:8080"));
        check(None, "127.0.0.1:8080", Some("http://127.0.0.1:8080"));
        check(None, "[::1]:8080", Some("http://[::1]:8080"));
        check(None, "localhost", Some("http://localhost"));
        for host in [
            "evil.example",
            "localhost.evil.example",
            "localhost@evil.example",
            "evil.example#localhost",
            "x@localhost",
            "localhost/x",
            "localhost?x",
            "",
        ] {
            check(None, host, None);
        }
    }
}
