//! Copies of an SQLite database: made while it is used, and looked at before one is put back.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::executor::{Backend, Store};
use crate::migrate;

impl Store {
    /// Where the database's file is; `None` on PostgreSQL.
    pub fn file(&self) -> Option<&Path> {
        match &self.backend {
            Backend::Sqlite(sqlite) => Some(sqlite.path()),
            Backend::Postgres(_) => None,
        }
    }

    /// Copies the database as it is at one moment into a new file, while others go on writing.
    /// `false` on PostgreSQL, which has its own tools for that.
    ///
    /// # Errors
    /// [`StoreError`]; no half copy is left behind.
    pub async fn back_up(&self, copy: PathBuf) -> Result<bool, StoreError> {
        let Some(file) = self.file().map(Path::to_owned) else { return Ok(false) };
        let work = move || {
            // Written beside and renamed, so that a copy that was cut short is never taken for one.
            let part = copy.with_extension("part");
            let _ = std::fs::remove_file(&part);
            let connection = read_only(&file)?;
            let copied = connection.execute("VACUUM INTO ?1", [part.to_string_lossy()]);
            if let Err(error) = copied {
                let _ = std::fs::remove_file(&part);
                return Err(error.into());
            }
            let synced = std::fs::File::open(&part).and_then(|file| file.sync_all());
            synced.and_then(|()| std::fs::rename(&part, &copy)).map_err(StoreError::other)?;
            Ok(true)
        };
        tokio::task::spawn_blocking(work).await.map_err(StoreError::other)?
    }
}

/// The schema of the SQLite database in `file`, after checking that it is whole and one of ours.
///
/// # Errors
/// [`StoreError::Corrupt`] when it is damaged or no saydo database, [`StoreError::Newer`] when a
/// newer saydo has written it.
pub fn inspect(file: &Path) -> Result<i64, StoreError> {
    let connection = read_only(file)?;
    let version = migrate::sqlite_version(&connection)?;
    let verdict: String =
        connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        let detail = Box::<dyn std::error::Error + Send + Sync>::from(verdict);
        return Err(StoreError::Corrupt(std::sync::Arc::from(detail)));
    }
    Ok(version)
}

fn read_only(file: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(connection)
}
