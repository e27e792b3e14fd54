//! Which of the compressed forms of a file a browser takes.

use axum::http::{HeaderMap, header};

/// How a file was compressed beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Zstd,
    Gzip,
}

impl Encoding {
    /// As headers name it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
        }
    }

    /// What the build appends to the file's name.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Zstd => ".zst",
            Self::Gzip => ".gz",
        }
    }
}

/// The forms that a browser takes, the smallest first.
pub(crate) fn best(headers: &HeaderMap) -> impl Iterator<Item = Encoding> {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let accepted = accepted.unwrap_or_default().to_ascii_lowercase();
    let takes = move |encoding: &Encoding| {
        accepted.split(',').any(|one| {
            let mut parts = one.split(';').map(str::trim);
            let is_named = parts.next() == Some(encoding.name());
            is_named
                && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
        })
    };
    [Encoding::Brotli, Encoding::Zstd, Encoding::Gzip]
        .into_iter()
        .filter(takes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accepted: &str, expected: &[Encoding]) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, accepted.parse().unwrap());
        assert_eq!(best(&headers).collect::<Vec<_>>(), expected, "{accepted}");
    }

    #[test]
    fn only_forms_that_the_browser_takes_are_offered() {
        check(
            "gzip, deflate, br, zstd",
            &[Encoding::Brotli, Encoding::Zstd, Encoding::Gzip],
        );
        check("gzip;q=1.0, br;q=0", &[Encoding::Gzip]);
        check("identity", &[]);
    }
}
