//! What waits for a yes: tokens that are good once, for fifteen minutes, for exactly one subject
//! and one user. Only hashes are kept.

use domain::actor::Actor;
use domain::policy::{Forbidden, may_read};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;
use store::conversation::{ConversationWrites as _, lock_confirmation};
use store::{Batch, Loaded, WriteBatch};
use store::{StoreError, TransactError};

use crate::App;
use crate::account::secret::{fresh, hash};

const LIFETIME: SignedDuration = SignedDuration::from_mins(15);

/// Why a token confirms nothing. It has not been used up by this.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ConfirmError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Nobody was asked with it.
    #[error("this confirm token is unknown; call without it to get one")]
    Unknown,
    /// It is good once.
    #[error("this confirm token has been used; call without it to get a new one")]
    Used,
    /// It is too old.
    #[error("this confirm token is older than 15 minutes; call without it to get a new one")]
    Expired,
    /// What it was given for is not what it was sent with.
    #[error(
        "this confirm token is for other arguments or other tasks; call without it to see what \
         would change"
    )]
    Other,
    /// The store could not.
    #[error("could not check the confirm token")]
    Store(#[from] StoreError),
}

impl App {
    /// A token with which the actor's user confirms `subject`, once.
    ///
    /// # Errors
    /// The actor's and the store's.
    pub async fn ask_confirmation(
        &self,
        actor: &Actor,
        subject: &str,
    ) -> Result<String, ConfirmError> {
        let scope = may_read(actor)?;
        let token = fresh("");
        let now = self.now();
        let expires_at = now.saturating_add(LIFETIME).unwrap_or(now);
        let mut writes = WriteBatch::new();
        writes.insert_confirmation(scope, &token.hash, &hash(subject), now, expires_at);
        self.store().write(writes).await?;
        Ok(token.secret.expose_secret().to_owned())
    }

    /// Uses `token` up for `subject`.
    ///
    /// # Errors
    /// [`ConfirmError`] when it does not fit; it stays good then.
    pub async fn take_confirmation(
        &self,
        actor: &Actor,
        token: &str,
        subject: &str,
    ) -> Result<(), ConfirmError> {
        let scope = may_read(actor)?;
        let (token_hash, subject_hash) = (hash(token), hash(subject));
        let now = self.now();
        let mut batch = Batch::new();
        let key = batch.add(lock_confirmation(scope, &token_hash));
        let body = move |loaded: &mut Loaded| {
            let row = loaded.one(key).ok_or(ConfirmError::Unknown)?;
            if row.used_at.is_some() {
                return Err(ConfirmError::Used);
            }
            if row.expires_at < now {
                return Err(ConfirmError::Expired);
            }
            if row.subject_hash != subject_hash {
                return Err(ConfirmError::Other);
            }
            let mut writes = WriteBatch::new();
            writes.use_confirmation(scope, &token_hash, now);
            Ok((writes, ()))
        };
        self.store()
            .transact(batch, body)
            .await
            .map_err(|error| match error {
                TransactError::Store(error) => ConfirmError::Store(error),
                TransactError::Body(error) => error,
            })
    }
}
