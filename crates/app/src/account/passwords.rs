//! Passwords: how strong they must be, and how they are hashed and checked without starving the rest.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::Semaphore;
use zxcvbn::{Score, zxcvbn};

use super::error::AccountError;

/// Characters that a password has at most; longer ones would only cost time.
const PASSWORD_CHARS: usize = 200;

/// Hashes and checks passwords, a few at a time: each takes 19 MiB and some 20 ms of one core.
pub(crate) struct Passwords {
    room: Semaphore,
}

impl Default for Passwords {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            room: Semaphore::new(cores.clamp(1, 4)),
        }
    }
}

/// Checked for accounts that do not exist, so that both take the same time: random bytes in the
/// shape of a hash, with the same parameters.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$qV0fuR+aHHafxh5gVasFkw$SU2khjbiHDe5cT4dTPDMe0c3yZJyh5sG+4tPY0alnDY";

impl Passwords {
    /// The hash to keep, in PHC form.
    pub(crate) async fn hash(&self, password: SecretString) -> Result<String, AccountError> {
        self.run(move || hash_now(password.expose_secret())).await?
    }

    /// Whether the password is the one behind `hash`; `None` is checked as long, and is never right.
    pub(crate) async fn verify(
        &self,
        password: SecretString,
        hash: Option<String>,
    ) -> Result<bool, AccountError> {
        let is_known = hash.is_some();
        let hash = hash.unwrap_or_else(|| DECOY.to_owned());
        let is_right = self
            .run(move || {
                let Ok(hash) = PasswordHash::new(&hash) else {
                    return false;
                };
                hasher()
                    .verify_password(password.expose_secret().as_bytes(), &hash)
                    .is_ok()
            })
            .await?;
        Ok(is_right && is_known)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, AccountError> {
        let _room = self
            .room
            .acquire()
            .await
            .map_err(|_| AccountError::Interrupted)?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_| AccountError::Interrupted)
    }
}

/// OWASP's first choice of parameters: 19 MiB, two passes, one lane.
fn hasher() -> Argon2<'static> {
    let params =
        Params::new(19_456, 2, 1, None).expect("these parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash_now(password: &str) -> Result<String, AccountError> {
    let hash = hasher().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string())
        .map_err(|_| AccountError::Interrupted)
}

/// Refuses a password that is easily guessed, and says what would be better.
///
/// `about` are words that an attacker would try first: the name, the address.
///
/// # Errors
/// [`AccountError::Invalid`] with zxcvbn's own advice.
pub(crate) fn check_strength(password: &SecretString, about: &[&str]) -> Result<(), AccountError> {
    let password = password.expose_secret();
    if password.chars().count() > PASSWORD_CHARS {
        let detail = format!("a password has at most {PASSWORD_CHARS} characters");
        return Err(AccountError::invalid("/password", detail));
    }
    let estimate = zxcvbn(password, about);
    if estimate.score() >= Score::Three {
        return Ok(());
    }
    let advice = estimate.feedback().map(|feedback| {
        let warning = feedback.warning().map(|warning| warning.to_string());
        let suggestions = feedback.suggestions().iter().map(ToString::to_string);
        warning
            .into_iter()
            .chain(suggestions)
            .collect::<Vec<_>>()
            .join(" ")
    });
    let advice = advice.filter(|advice| !advice.is_empty());
    let advice =
        advice.unwrap_or_else(|| "Add another word or two. Uncommon words are better.".to_owned());
    Err(AccountError::invalid(
        "/password",
        format!("this password is easily guessed: {advice}"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_of_a_known_account_is_accepted() {
        let passwords = Passwords::default();
        let hash = passwords
            .hash("correct horse battery".into())
            .await
            .unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert!(
            passwords
                .verify("correct horse battery".into(), Some(hash.clone()))
                .await
                .unwrap()
        );
        assert!(!passwords.verify("wrong".into(), Some(hash)).await.unwrap());
        assert!(
            !passwords
                .verify("correct horse battery".into(), None)
                .await
                .unwrap()
        );
    }

    #[test]
    fn a_weak_password_is_refused_with_advice() {
        let error = check_strength(&"password1".into(), &[]).unwrap_err();
        assert!(error.to_string().contains("easily guessed"), "{error}");
        assert!(
            check_strength(
                &"ada.lovelace@example.org".into(),
                &["ada.lovelace@example.org"]
            )
            .is_err()
        );
        assert!(check_strength(&"walnut-ferry-oblique-91".into(), &[]).is_ok());
        assert!(check_strength(&"x".repeat(201).into(), &[]).is_err());
    }
}
