//! Changing the password, which ends every other session.

use domain::actor::Actor;
use domain::{RequestId, policy};
use secrecy::SecretString;
use store::Batch;
use store::account::user::Account;
use store::account::{link, session, user};

use super::email::Email;
use super::error::AccountError;
use super::passwords::check_strength;
use super::sessions::current;
use super::sign_in::{Client, Subjects};
use super::sign_up::is_taken;
use crate::once::OnceError;
use crate::{App, Request};

impl App {
    /// Changes the actor's password. `held` is the one they have, where they have one; `email` the
    /// address to sign in with, for an account that has none yet.
    ///
    /// # Errors
    /// [`AccountError::WrongCredentials`] and [`AccountError::Locked`] for the password held,
    /// [`AccountError::Invalid`] for a new one that is easily guessed.
    ///
    /// No password is kept with a request, not even as a plain hash: a retry is told by the new
    /// password, which is the account's by then.
    pub async fn change_password(
        &self,
        actor: &Actor,
        held: Option<SecretString>,
        new: SecretString,
        email: Option<String>,
        request: Option<RequestId>,
    ) -> Result<(), AccountError> {
        let scope = policy::may_administer(actor)?;
        let account = self.account(actor).await?;
        let request = request.map(|id| Request::new(id, format!("password {email:?}").as_bytes()));
        let request = request.as_ref();
        if self.answered::<()>(scope, request).await?.is_some() {
            return match self.require_password(&account, Some(new)).await {
                Err(AccountError::WrongCredentials) => Err(AccountError::RequestReused),
                other => other,
            };
        }
        self.require_password(&account, held).await?;
        let email = match (email, &account.user.email) {
            (Some(email), None) => Some(Email::parse(&email)?),
            (None, Some(_)) => None,
            (None, None) => {
                return Err(AccountError::invalid(
                    "/email",
                    "give an address to sign in with as well",
                ));
            }
            (Some(_), Some(_)) => {
                return Err(AccountError::invalid(
                    "/email",
                    "this account has an address already; leave the field out",
                ));
            }
        };
        let address = email
            .as_ref()
            .map(|email| email.written.as_str())
            .or(account.user.email.as_deref());
        check_strength(&new, &[address.unwrap_or_default(), &account.user.name])?;
        let hash = self.0.accounts.passwords.hash(new).await?;
        let now = self.now();
        let mut writes = user::set_password(actor.user, &hash, now);
        if let Some(email) = &email {
            writes.append(user::set_email(actor.user, &email.written, &email.key, now));
        }
        writes.append(session::delete_others(actor.user, current(actor)));
        writes.append(link::delete_all(actor.user));
        let changed = self.write_once(scope, request, writes, ()).await;
        self.0.accounts.actors.forget(actor.user);
        match changed {
            Err(OnceError::Store(error)) if is_taken(&error) => Err(AccountError::EmailTaken),
            other => Ok(other?),
        }
    }

    /// Proves that the person at the keyboard knows the password of the account, where it has one.
    /// Failures count like failures to sign in.
    pub(crate) async fn require_password(
        &self,
        account: &Account,
        held: Option<SecretString>,
    ) -> Result<(), AccountError> {
        let Some(hash) = account.password_hash.clone() else {
            return Ok(());
        };
        let email = account.user.email.clone().unwrap_or_default();
        let subjects = Subjects::new(&email, &Client::default());
        self.count_attempt(&subjects).await?;
        let held = held.unwrap_or_default();
        if !self.0.accounts.passwords.verify(held, Some(hash)).await? {
            return Err(AccountError::WrongCredentials);
        }
        Ok(self.store().write(subjects.forgive()).await?)
    }

    /// The account of an actor.
    pub(crate) async fn account(&self, actor: &Actor) -> Result<Account, AccountError> {
        let mut batch = Batch::new();
        let key = batch.add(user::get(actor.user));
        let account = self.store().read(batch).await?.one(key);
        account.ok_or(AccountError::Unauthenticated("this account is gone"))
    }
}
