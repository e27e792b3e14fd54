//! Signing in with address and password: the same time and the same words for every failure.

use std::net::IpAddr;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::SecretString;
use store::account::failure::{self, Failure};
use store::account::user::{self, Account};
use store::{Batch, TransactError, WriteBatch};

use super::email;
use super::error::AccountError;
use super::lockout::{self, Counter, Failures};
use super::secret;
use super::sessions::SignedIn;
use crate::App;

/// Where a sign-in comes from.
#[derive(Debug, Clone, Default)]
pub struct Client {
    /// The caller's network, where it is known.
    pub address: Option<IpAddr>,
    /// What the browser calls itself.
    pub agent: String,
}

/// What failures are counted by, hashed: the table says neither who nor from where.
pub(crate) struct Subjects {
    pub(crate) account: String,
    pub(crate) address: Option<String>,
}

impl Subjects {
    pub(crate) fn new(email: &str, client: &Client) -> Self {
        let subject = |kind: &str, text: &str| {
            format!(
                "{kind}:{}",
                URL_SAFE_NO_PAD.encode(secret::hash(&format!("{kind}:{text}")))
            )
        };
        Self {
            account: subject("account", &email::key(email)),
            address: client
                .address
                .map(|address| subject("address", &address.to_string())),
        }
    }

    fn all(&self) -> Vec<String> {
        std::iter::once(self.account.clone())
            .chain(self.address.clone())
            .collect()
    }

    /// Takes back what was counted, after a success.
    pub(crate) fn forgive(&self) -> WriteBatch {
        let mut writes = failure::delete(&self.account);
        if let Some(address) = &self.address {
            writes.append(failure::forgive(address));
        }
        writes
    }
}

impl App {
    /// Begins a session with address and password.
    ///
    /// # Errors
    /// [`AccountError::WrongCredentials`] whatever was wrong; [`AccountError::Locked`] after too
    /// many failures of the account or from the address.
    pub async fn sign_in(
        &self,
        email: &str,
        password: SecretString,
        client: &Client,
    ) -> Result<SignedIn, AccountError> {
        let subjects = Subjects::new(email, client);
        self.count_attempt(&subjects).await?;
        let mut batch = Batch::new();
        let key = batch.add(user::by_email(&email::key(email)));
        let account = self.store().read(batch).await?.one(key);
        let hash = account
            .as_ref()
            .and_then(|account: &Account| account.password_hash.clone());
        let is_right = self.0.accounts.passwords.verify(password, hash).await?;
        let account = account.filter(|account| is_right && account.user.disabled_at.is_none());
        let account = account.ok_or(AccountError::WrongCredentials)?;
        let (signed_in, mut writes) = self.new_session(account.user.id, client);
        writes.append(subjects.forgive());
        self.store().write(writes).await?;
        Ok(signed_in)
    }

    /// Counts an attempt before it is made, in a transaction of its own, so that neither a crash
    /// nor many attempts at once go uncounted. A success takes it back.
    pub(crate) async fn count_attempt(&self, subjects: &Subjects) -> Result<(), AccountError> {
        let now = self.now();
        let account = subjects.account.clone();
        let all = subjects.all();
        let mut batch = Batch::new();
        let key = batch.add(failure::by_subjects(&all));
        let counted = self.store().transact(batch, move |loaded| {
            let waits = loaded.all(key).into_iter().filter_map(|failure: Failure| {
                let counter = if failure.subject == account {
                    Counter::Account
                } else {
                    Counter::Address
                };
                let failures = Failures {
                    count: failure.failures,
                    last_at: failure.last_at,
                };
                lockout::locked_until(counter, failures, now)
            });
            if let Some(until) = waits.max() {
                let wait = until.duration_since(now);
                let retry_after = Duration::try_from(wait).unwrap_or_default();
                return Err(AccountError::Locked { retry_after });
            }
            let mut writes = WriteBatch::new();
            for subject in &all {
                writes.append(failure::add(subject, now, lockout::forgotten_before(now)));
            }
            Ok((writes, ()))
        });
        counted.await.map_err(flatten)
    }
}

/// The reason of the body or of the store.
pub(crate) fn flatten(error: TransactError<AccountError>) -> AccountError {
    match error {
        TransactError::Store(error) => error.into(),
        TransactError::Body(error) => error,
    }
}
