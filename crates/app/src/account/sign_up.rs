//! Signing up: a new account, where that is open to all or to those with an invite.

use domain::RequestId;
use secrecy::{ExposeSecret as _, SecretString};
use store::account::invite::{self, Invite};
use store::account::{request, user};
use store::{Batch, StoreError};

use super::bootstrap::{self, Founder};
use super::email::{self, Email};
use super::error::AccountError;
use super::passwords::check_strength;
use super::secret;
use super::sessions::SignedIn;
use super::sign_in::{Client, flatten};
use crate::{App, Request};

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
    /// The same request again signs in to the account that it has made, with a session of its own:
    /// the first one's secret is nowhere any more. It proves itself by the password, as every
    /// sign-in does; no password is kept with a request.
    ///
    /// # Errors
    /// [`AccountError::SignUpClosed`], [`AccountError::EmailTaken`], [`AccountError::RequestReused`],
    /// or [`AccountError::Invalid`] for an address, name, zone, password or invite that cannot be.
    pub async fn sign_up(
        &self,
        mode: SignUp,
        new: NewAccount,
        client: &Client,
        request: Option<RequestId>,
    ) -> Result<SignedIn, AccountError> {
        if mode == SignUp::Closed {
            return Err(AccountError::SignUpClosed);
        }
        let request = request.map(|id| {
            let sent = format!("sign up {:?} {:?} {:?}", new.email, new.name, new.zone);
            Request::new(id, sent.as_bytes())
        });
        let (written, password) = (new.email.clone(), new.password.clone());
        match self.make_account(mode, new, client, request.as_ref()).await {
            Err(AccountError::EmailTaken) if self.has_made(&written, request.as_ref()).await? => {
                self.sign_in(&written, password, client).await
            }
            other => other,
        }
    }

    /// Whether the account with this address was made by this request.
    async fn has_made(&self, email: &str, request: Option<&Request>) -> Result<bool, AccountError> {
        let Some(asked) = request else {
            return Ok(false);
        };
        let mut batch = Batch::new();
        let key = batch.add(user::by_email(&email::key(email)));
        let Some(account) = self.store().read(batch).await?.one(key) else {
            return Ok(false);
        };
        let mut batch = Batch::new();
        let key = batch.add(request::get(account.user.id, &asked.id));
        match self.store().read(batch).await?.one(key) {
            None => Ok(false),
            Some(kept) if kept.request_hash == asked.fingerprint => Ok(true),
            Some(_) => Err(AccountError::RequestReused),
        }
    }

    async fn make_account(
        &self,
        mode: SignUp,
        new: NewAccount,
        client: &Client,
        request: Option<&Request>,
    ) -> Result<SignedIn, AccountError> {
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
        let kept = self.keep(founded.user, request, &());
        let now = self.now();
        let mut batch = Batch::new();
        let key = invite.map(|hash| (hash, batch.add(invite::lock(&hash))));
        let signing_up = self.store().transact(batch, move |loaded| {
            let mut writes = founded.writes;
            writes.append(session);
            writes.append(kept);
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
