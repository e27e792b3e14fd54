//! What the person who runs saydo does with accounts: make, reset, disable. For the command line.

use domain::actor::Actor;
use secrecy::SecretString;
use store::Batch;
use store::account::user::Account;
use store::account::{link, session, user};

use super::bootstrap::{self, Founder, local};
use super::email::{self, Email};
use super::error::AccountError;
use super::passwords::check_strength;
use super::sign_up::{NewAccount, is_taken};
use crate::App;

impl App {
    /// Makes an account, whoever may sign up.
    ///
    /// # Errors
    /// [`AccountError::EmailTaken`] and [`AccountError::Invalid`].
    pub async fn user_create(&self, new: NewAccount) -> Result<Actor, AccountError> {
        let email = Email::parse(&new.email)?;
        let name = bootstrap::person_name(&new.name)?;
        let zone = bootstrap::zone(new.zone.as_deref())?;
        check_strength(&new.password, &[&email.written, &name])?;
        let password_hash = Some(self.0.accounts.passwords.hash(new.password).await?);
        let founded = self.bootstrap(Founder {
            name,
            email: Some(email),
            password_hash,
            zone,
        });
        match self.store().write(founded.writes).await {
            Err(error) if is_taken(&error) => Err(AccountError::EmailTaken),
            other => {
                other?;
                Ok(local(founded.user, founded.space))
            }
        }
    }

    /// Sets a password without the one before and ends all sessions of the account.
    ///
    /// # Errors
    /// [`AccountError::NotFound`] and [`AccountError::Invalid`].
    pub async fn reset_password(
        &self,
        email: &str,
        password: SecretString,
    ) -> Result<(), AccountError> {
        let account = self.account_of(email).await?;
        check_strength(&password, &[email, &account.user.name])?;
        let hash = self.0.accounts.passwords.hash(password).await?;
        let id = account.user.id;
        let mut writes = user::set_password(id, &hash, self.now());
        writes.append(session::delete_others(id, None));
        writes.append(link::delete_all(id));
        let reset = self.store().write(writes).await;
        self.0.accounts.actors.forget(id);
        Ok(reset?)
    }

    /// Disables an account, or enables it again. Its credentials are refused from then on.
    ///
    /// # Errors
    /// [`AccountError::NotFound`].
    pub async fn set_disabled(&self, email: &str, is_disabled: bool) -> Result<(), AccountError> {
        let account = self.account_of(email).await?;
        let now = self.now();
        let writes = user::set_disabled(account.user.id, is_disabled.then_some(now), now);
        let changed = self.store().write(writes).await;
        self.0.accounts.actors.forget(account.user.id);
        Ok(changed?)
    }

    /// The person at the machine, acting for an account by its address.
    ///
    /// # Errors
    /// [`AccountError::NotFound`].
    pub async fn local_actor(&self, email: &str) -> Result<Actor, AccountError> {
        let account = self.account_of(email).await?;
        Ok(local(account.user.id, account.space))
    }

    async fn account_of(&self, email: &str) -> Result<Account, AccountError> {
        let mut batch = Batch::new();
        let key = batch.add(user::by_email(&email::key(email)));
        let account = self.store().read(batch).await?.one(key);
        account.ok_or_else(|| AccountError::NotFound {
            what: "user",
            name: email.to_owned(),
        })
    }
}
