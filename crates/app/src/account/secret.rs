//! Secrets that are given out once and kept only as hashes: sessions, tokens, links, invites.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRng as _;
use rand::rngs::SysRng;
use secrecy::SecretString;
use sha2::{Digest as _, Sha256};

/// What every personal token begins with, so that scanners find leaked ones.
pub const TOKEN_PREFIX: &str = "saydo_pat_";

/// The SHA-256 of a secret: what the database keeps.
pub(crate) type Hash = [u8; 32];

/// A fresh secret: what is given out, and the hash of it that is kept.
pub(crate) struct Fresh {
    pub(crate) secret: SecretString,
    pub(crate) hash: Hash,
}

/// Makes a secret of 256 random bits after `prefix`.
///
/// # Panics
/// When the operating system has no randomness, which leaves no safe way to go on.
pub(crate) fn fresh(prefix: &str) -> Fresh {
    let mut bits = [0u8; 32];
    SysRng
        .try_fill_bytes(&mut bits)
        .expect("the operating system gives random bytes");
    let text = format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bits));
    let hash = hash(&text);
    Fresh {
        secret: text.into(),
        hash,
    }
}

/// The hash under which a secret is found. A fast hash is enough: 256 random bits cannot be guessed.
pub(crate) fn hash(secret: &str) -> Hash {
    Sha256::digest(secret.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn secrets_differ_and_are_found_by_their_hash() {
        let (one, two) = (fresh(TOKEN_PREFIX), fresh(TOKEN_PREFIX));
        assert_ne!(one.secret.expose_secret(), two.secret.expose_secret());
        assert_eq!(one.hash, hash(one.secret.expose_secret()));
        assert_eq!(one.secret.expose_secret().len(), TOKEN_PREFIX.len() + 43);
    }
}
