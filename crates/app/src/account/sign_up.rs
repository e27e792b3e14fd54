//! Signing up: a new account, where that is open to all or to those with an invite.

use secrecy::{ExposeSecret as _, SecretString};
use store::account::invite::{self, Invite};
use store::{Batch, StoreError};

use super::bootstrap::{self, Founder};
use super::email::Email;
use super::error::AccountError;
use super::passwords::check_strength;
use super::secret;
use super::sessions::SignedIn;
use super::sign_in::{Client, flatten};
use crate::App;

/// Who may sign up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SignUp {
    /// Everybody.
    Open,
    /// Those with an invite.
    Invite,
    /// Nobody.
    #[default]
    Closed,
}

/// A person who signs up.
#[derive(Debug)]
pub struct NewAccount {
    /// The address to sign in with.
    pub email: String,
    /// Not easily guessed.
    pub password: SecretString,
    /// What to call them.
    pub name: String,
    /// Their IANA time zone; UTC where none is given.
    pub zone: Option<String>,
    /// An invite, where one is needed.
    pub invite: Option<SecretString>,
}

impl App {
    /// Makes an account and signs it in.
    ///
    /// # Errors
    /// [`AccountError::SignUpClosed`], [`AccountError::EmailTaken`], or [`AccountError::Invalid`]
    /// for an address, name, zone, password or invite that cannot be.
    pub async fn sign_up(
        &self,
        mode: SignUp,
        new: NewAccount,
        client: &Client,
    ) -> Result<SignedIn, AccountError> {
        if mode == SignUp::Closed {
            return Err(AccountError::SignUpClosed);
        }
        let invite = match (mode, new.invite) {
            (SignUp::Invite, None) => {
                return Err(AccountError::invalid(
                    "/invite",
                    "sign-up needs an invite here; ask for one",
                ));
            }
            (SignUp::Invite, invite) => invite.map(|invite| secret::hash(invite.expose_secret())),
            _ => None,
        };
        let email = Email::parse(&new.email)?;
        let name = bootstrap::person_name(&new.name)?;
        let zone = bootstrap::zone(new.zone.as_deref())?;
        check_strength(&new.password, &[&email.written, &name])?;
        let password_hash = Some(self.0.accounts.passwords.hash(new.password).await?);
        let email_key = email.key.clone();
        let founded = self.bootstrap(Founder {
            name,
            email: Some(email),
            password_hash,
            zone,
        });
        let (signed_in, session) = self.new_session(founded.user, client);
        let now = self.now();
        let mut batch = Batch::new();
        let key = invite.map(|hash| (hash, batch.add(invite::lock(&hash))));
        let signing_up = self.store().transact(batch, move |loaded| {
            let mut writes = founded.writes;
            writes.append(session);
            if let Some((hash, key)) = key {
                let is_good = |invite: &Invite| {
                    invite.used_at.is_none()
                        && invite.expires_at > now
                        && invite
                            .email_key
                            .as_ref()
                            .is_none_or(|key| *key == email_key)
                };
                if !loaded.one(key).as_ref().is_some_and(is_good) {
                    return Err(AccountError::invalid(
                        "/invite",
                        "this invite is used, too old or for another address",
                    ));
                }
                writes.append(invite::use_up(&hash, founded.user, now));
            }
            Ok((writes, ()))
        });
        match signing_up.await.map_err(flatten) {
            Err(AccountError::Store(error)) if is_taken(&error) => Err(AccountError::EmailTaken),
            other => other.map(|()| signed_in),
        }
    }
}

/// Whether another account has the address.
pub(crate) fn is_taken(error: &StoreError) -> bool {
    error.is_unique("email_key")
}
