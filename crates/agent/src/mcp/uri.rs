//! Addresses of resources: `saydo://overview`, `saydo://task/{id}`, `saydo://project/{id}`,
//! `saydo://view/{name}`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

const SCHEME: &str = "saydo://";
/// What stays as it is (RFC 3986, unreserved).
const PLAIN: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What an address leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// The day at a glance.
    Overview,
    /// A task, by id or number.
    Task(String),
    /// A project with its open tasks, by id or name.
    Project(String),
    /// The tasks of a view, by name or id.
    View(String),
}

impl Address {
    /// Reads an address; `None` where it leads nowhere.
    pub(super) fn read(uri: &str) -> Option<Self> {
        let path = uri.strip_prefix(SCHEME)?;
        if path == "overview" {
            return Some(Self::Overview);
        }
        let (kind, key) = path.split_once('/')?;
        let key = percent_decode_str(key).decode_utf8().ok()?.into_owned();
        if key.is_empty() {
            return None;
        }
        match kind {
            "task" => Some(Self::Task(key)),
            "project" => Some(Self::Project(key)),
            "view" => Some(Self::View(key)),
            _ => None,
        }
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, key) = match self {
            Self::Overview => return write!(f, "{SCHEME}overview"),
            Self::Task(key) => ("task", key),
            Self::Project(key) => ("project", key),
            Self::View(key) => ("view", key),
        };
        write!(f, "{SCHEME}{kind}/{}", utf8_percent_encode(key, &PLAIN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(uri: &str, expected: Option<Address>) {
        assert_eq!(Address::read(uri), expected, "{uri}");
        if let Some(address) = expected {
            assert_eq!(address.to_string(), uri);
        }
    }

    #[test]
    fn addresses_are_read_and_written_alike() {
        check("saydo://overview", Some(Address::Overview));
        check("saydo://task/42", Some(Address::Task("42".to_owned())));
        let view = Address::View("next week/é".to_owned());
        check("saydo://view/next%20week%2F%C3%A9", Some(view));
        check(
            "saydo://project/Home",
            Some(Address::Project("Home".to_owned())),
        );
    }

    #[test]
    fn what_leads_nowhere_is_no_address() {
        check("saydo://task/", None);
        check("saydo://tag/x", None);
        check("saydo://overview/x", None);
        check("file:///etc/passwd", None);
        check("saydo://view/%ff", None);
    }
}
