//! Deleting an account with everything in it.

use domain::actor::Actor;
use domain::policy;
use secrecy::SecretString;
use store::Batch;
use store::account::{installation, user};

use super::bootstrap::LOCAL_OWNER;
use super::error::AccountError;
use super::sign_in::flatten;
use crate::App;

/// What somebody without a password says to delete their account.
pub const CONFIRMATION: &str = "delete everything";

/// How somebody confirms that their account goes.
#[derive(Debug, Default)]
pub struct Leave {
    /// Their password, where they have one.
    pub password: Option<SecretString>,
    /// [`CONFIRMATION`], where they have none.
    pub confirm: Option<String>,
}

impl App {
    /// Deletes the actor's account and everything in its space, for good.
    ///
    /// # Errors
    /// [`AccountError::WrongCredentials`], [`AccountError::Locked`], or [`AccountError::Invalid`]
    /// where the confirmation is missing.
    pub async fn delete_account(&self, actor: &Actor, leave: Leave) -> Result<(), AccountError> {
        let scope = policy::may_administer(actor)?;
        let account = self.account(actor).await?;
        if account.password_hash.is_none() && leave.confirm.as_deref() != Some(CONFIRMATION) {
            let detail =
                format!("to delete the account with everything in it, send '{CONFIRMATION}'");
            return Err(AccountError::invalid("/confirm", detail));
        }
        self.require_password(&account, leave.password).await?;
        let id = actor.user;
        let space = account.space;
        let mut batch = Batch::new();
        // Nobody changes the space while it goes.
        batch.add(store::space::lock(scope));
        let deleting = self.store().transact(batch, move |_| {
            let mut writes = store::erase_space(space);
            writes.append(installation::delete(LOCAL_OWNER, &id.to_string()));
            writes.append(user::delete(id));
            Ok::<_, AccountError>((writes, ()))
        });
        let deleted = deleting.await.map_err(flatten);
        self.0.accounts.actors.forget(actor.user);
        deleted
    }
}
