//! The picture that clients may show, inside the answer so that nothing is fetched.

use rmcp::model::Icon;

/// A white tick on blue, as SVG. In base64, because an address holds neither spaces nor quotes.
const TICK: &str = "data:image/svg+xml;base64,\
PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnIHZpZXdCb3g9JzAgMCAyNCAyNCc+PHJlY3Qg\
d2lkdGg9JzI0JyBoZWlnaHQ9JzI0JyByeD0nNicgZmlsbD0nIzI1NjNlYicvPjxwYXRoIGQ9J203IDEyIDQgNCA3\
LTgnIGZpbGw9J25vbmUnIHN0cm9rZT0nI2ZmZicgc3Ryb2tlLXdpZHRoPScyLjUnLz48L3N2Zz4=";

/// saydo's own.
pub(super) fn saydo() -> Icon {
    Icon::new(TICK)
        .with_mime_type("image/svg+xml")
        .with_sizes(vec!["any".to_owned()])
}

#[cfg(test)]
mod tests {
    use super::saydo;

    #[test]
    fn a_client_that_reads_addresses_strictly_can_read_the_icon() {
        let icon = saydo().src;
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ":/+;,=".contains(letter);
        assert!(icon.chars().all(is_plain), "{icon}");
    }
}
