//! Looking after the database itself: its schema, copies of it, and whether reminders keep up.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::Serialize;
use store::{Engine, StoreError};

use crate::App;

/// How the database is.
#[derive(Debug, Clone, Serialize)]
pub struct DatabaseStatus {
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    /// Its schema.
    pub schema: i64,
    /// The schema that this binary needs.
    pub known_schema: i64,
    /// Migrations that it lacks.
    pub pending: Vec<&'static str>,
    /// When the next reminder is due; in the past where nobody fires them.
    pub next_reminder_at: Option<Timestamp>,
}

impl App {
    /// Runs what the database lacks and returns the names of what ran.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when the database is newer than this binary; any [`StoreError`] with
    /// the failed step rolled back.
    pub async fn migrate(&self) -> Result<Vec<&'static str>, StoreError> {
        self.store().migrate().await
    }

    /// The migrations that the database lacks.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn pending_migrations(&self) -> Result<Vec<&'static str>, StoreError> {
        Ok(self.store().pending().await?.1)
    }

    /// How the database is.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub async fn database_status(&self) -> Result<DatabaseStatus, StoreError> {
        let (schema, pending) = self.store().pending().await?;
        let next_reminder_at = if pending.is_empty() {
            self.next_fire_at().await?
        } else {
            None
        };
        Ok(DatabaseStatus {
            engine: match self.store().engine() {
                Engine::Sqlite => "sqlite",
                Engine::Postgres => "postgres",
            },
            schema,
            known_schema: store::known_version(),
            pending,
            next_reminder_at,
        })
    }

    /// Copies the database into a new file while it is used; `false` where it is PostgreSQL, which
    /// has its own tools.
    ///
    /// # Errors
    /// [`StoreError`]; no half copy is left behind.
    pub async fn back_up(&self, copy: PathBuf) -> Result<bool, StoreError> {
        self.store().back_up(copy).await
    }
}

/// Checks that `file` is a whole saydo database that this binary can use.
///
/// # Errors
/// [`StoreError::Corrupt`] and [`StoreError::Newer`].
pub fn inspect_backup(file: &Path) -> Result<i64, StoreError> {
    store::backup::inspect(file)
}
