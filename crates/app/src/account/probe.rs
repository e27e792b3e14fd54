//! Whether the database answers: what readiness means.

use store::account::installation;
use store::{Batch, StoreError};

use crate::App;

impl App {
    /// Asks the database for something small.
    ///
    /// # Errors
    /// [`StoreError`] when it does not answer.
    pub async fn probe(&self) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        batch.add(installation::get("probe"));
        self.store().read(batch).await.map(|_| ())
    }
}
