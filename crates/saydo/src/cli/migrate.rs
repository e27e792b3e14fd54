//! `saydo migrate`: brings the database to the schema of this binary.

use clap::Args;
use serde_json::json;

use crate::backend;
use crate::config::DatabaseSettings;
use crate::print;

use super::Session;

/// Bring the database to the schema of this binary. SQLite does so by itself, after a backup.
#[derive(Debug, Args)]
pub(super) struct Migrate {
    /// Only say what is pending.
    #[arg(long)]
    check: bool,
}

impl Migrate {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let is_embedded = matches!(session.settings.database, DatabaseSettings::Embedded(_));
        let app = if is_embedded && !self.check {
            backend::open(&session.settings, backend::Migrate::Embedded).await?
        } else {
            backend::open_direct(&session.settings).await?
        };
        let ran = if self.check {
            app.pending_migrations()
                .await
                .map_err(backend::from_store)?
        } else {
            app.migrate().await.map_err(backend::from_store)?
        };
        if session.json {
            let name = if self.check { "pending" } else { "ran" };
            return print::json(&json!({ name: ran }));
        }
        let text = match (ran.is_empty(), self.check) {
            (true, _) => "The database is up to date.".to_owned(),
            (false, true) => format!("Pending: {}.", ran.join(", ")),
            (false, false) => format!("Done: {}.", ran.join(", ")),
        };
        Ok(print::line(&text)?)
    }
}
