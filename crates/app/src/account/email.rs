//! Addresses that people sign in with: checked for their shape, compared in one canonical form.

use super::error::AccountError;

/// An address as it was written, and the key by which two spellings of it are the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Email {
    pub(crate) written: String,
    pub(crate) key: String,
}

impl Email {
    /// Reads an address. Its shape is checked loosely: only a mail shows whether it exists.
    ///
    /// # Errors
    /// [`AccountError::Invalid`] at `/email`.
    pub(crate) fn parse(text: &str) -> Result<Self, AccountError> {
        let written = text.trim().to_owned();
        let malformed = || {
            AccountError::invalid(
                "/email",
                "this is no e-mail address; write it like ada@example.org",
            )
        };
        let (local, domain) = written.rsplit_once('@').ok_or_else(malformed)?;
        let is_plain = |part: &str| {
            !part.is_empty()
                && !part
                    .chars()
                    .any(|c| c.is_whitespace() || c.is_control() || "@<>()[],;:\"\\".contains(c))
        };
        let is_domain = is_plain(domain)
            && domain
                .split('.')
                .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
        if written.len() > 254 || local.len() > 64 || !is_plain(local) || !is_domain {
            return Err(malformed());
        }
        let key = key(&written);
        Ok(Self { written, key })
    }
}

/// The canonical form of an address: what failures are counted by, whether the account exists or not.
pub(crate) fn key(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_address_have_one_key() {
        let email = Email::parse("  Ada@Example.ORG ").unwrap();
        assert_eq!(email.written, "Ada@Example.ORG");
        assert_eq!(email.key, "ada@example.org");
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        for text in [
            "",
            "ada",
            "@example.org",
            "ada@",
            "a b@example.org",
            "a@b..c",
            "a@b@c",
            "a\n@b.org",
            "<a@b.org>",
        ] {
            assert!(Email::parse(text).is_err(), "{text}");
        }
        assert!(Email::parse("ada@localhost").is_ok());
        assert!(Email::parse("müller@exämple.org").is_ok());
    }
}
