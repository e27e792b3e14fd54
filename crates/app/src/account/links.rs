//! Links that sign in once, within ten minutes: what `saydo serve` prints.

use domain::actor::Actor;
use domain::policy;
use jiff::SignedDuration;
use secrecy::SecretString;
use store::account::link::{self, Link};
use store::{Batch, StoreError};

use super::bootstrap::after;
use super::error::AccountError;
use super::secret;
use super::sessions::SignedIn;
use super::sign_in::{Client, flatten};
use crate::App;

const LINK_LIFE: SignedDuration = SignedDuration::from_mins(10);
const GONE: AccountError = AccountError::Unauthenticated(
    "this link was used already or is older than 10 minutes; ask for a new one",
);

impl App {
    /// The secret of a new link that signs the actor's user in.
    ///
    /// # Errors
    /// [`AccountError::Forbidden`] for a credential below `tasks:admin`.
    pub async fn create_link(&self, actor: &Actor) -> Result<SecretString, AccountError> {
        policy::may_administer(actor)?;
        let fresh = secret::fresh("");
        let now = self.now();
        let link = Link {
            user: actor.user,
            purpose: "sign_in".to_owned(),
            expires_at: after(now, LINK_LIFE),
            used_at: None,
            disabled_at: None,
        };
        self.store()
            .write(link::insert(&fresh.hash, &link, now))
            .await?;
        Ok(fresh.secret)
    }

    /// Begins a session with a link, which is then used up.
    ///
    /// # Errors
    /// [`AccountError::Unauthenticated`] when it is unknown, used or too old.
    pub async fn redeem_link(
        &self,
        secret: &str,
        client: &Client,
    ) -> Result<SignedIn, AccountError> {
        let hash = secret::hash(secret);
        let now = self.now();
        let mut batch = Batch::new();
        let key = batch.add(link::lock(&hash));
        let app = self.clone();
        let client = client.clone();
        let redeeming = self.store().transact(batch, move |loaded| {
            let is_good = |link: &Link| {
                link.used_at.is_none()
                    && link.expires_at > now
                    && link.disabled_at.is_none()
                    && link.purpose == "sign_in"
            };
            let link = loaded.one(key).filter(is_good).ok_or(GONE)?;
            let (signed_in, session) = app.new_session(link.user, &client);
            let mut writes = link::use_up(&hash, now);
            writes.append(session);
            Ok((writes, signed_in))
        });
        match redeeming.await.map_err(flatten) {
            Err(AccountError::Store(StoreError::Changed { .. })) => Err(GONE),
            other => other,
        }
    }
}
