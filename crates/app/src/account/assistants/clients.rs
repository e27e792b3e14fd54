//! Programs that register themselves (RFC 7591), where the settings allow it.

use jiff::SignedDuration;
use store::Batch;
use store::account::assistant::client::{self, ClientRow};

use crate::App;
use crate::account::error::AccountError;

/// How long a program that nobody connects is remembered.
const UNUSED: SignedDuration = SignedDuration::from_hours(24);

/// A program that has registered itself: nobody vouches for what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredClient {
    /// What it calls itself.
    pub name: String,
    /// Where it may be answered.
    pub redirect_uris: Vec<String>,
}

impl App {
    /// Remembers a program, and gives the id that it is known by from now on.
    ///
    /// # Errors
    /// [`AccountError::Store`] when the store cannot.
    pub async fn register_client(&self, new: RegisteredClient) -> Result<String, AccountError> {
        let id = self.ids().next().to_string();
        let now = self.now();
        let row = ClientRow {
            name: new.name,
            redirect_uris: new.redirect_uris,
        };
        let unused_since = now.checked_sub(UNUSED).unwrap_or(now);
        let writes = client::insert(&id, &row, now, unused_since);
        self.store().write(writes).await?;
        Ok(id)
    }

    /// A program that has registered itself.
    ///
    /// # Errors
    /// [`AccountError::Store`] when the store cannot.
    pub async fn registered_client(
        &self,
        id: &str,
    ) -> Result<Option<RegisteredClient>, AccountError> {
        let mut batch = Batch::new();
        let key = batch.add(client::get(id));
        let row = self.store().read(batch).await?.one(key);
        Ok(row.map(|row| RegisteredClient {
            name: row.name,
            redirect_uris: row.redirect_uris,
        }))
    }
}
