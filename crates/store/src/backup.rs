//! Copies of an SQLite file: made while others write, checked before they count, put back whole.

use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::executor::{Backend, Store};
use crate::migrate;

/// Pages copied between two reports of progress.
const STEP: i32 = 1_000;

/// How far a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Pages still to copy.
    pub remaining: u64,
    /// Pages in all.
    pub total: u64,
}

impl Store {
    /// Where the database's file is; `None` on PostgreSQL.
    pub fn file(&self) -> Option<&Path> {
        match &self.backend {
            Backend::Sqlite(sqlite) => Some(sqlite.path()),
            Backend::Postgres(_) => None,
        }
    }

    /// [`Store::backup`] without reports of progress; `false` on PostgreSQL.
    ///
    /// # Errors
    /// Those of [`Store::backup`].
    pub async fn back_up(&self, to: PathBuf) -> Result<bool, StoreError> {
        if self.file().is_none() {
            return Ok(false);
        }
        self.backup(&to, |_| {}).await.map(|()| true)
    }

    /// Copies the database to a new file, as it is at one moment, while others go on writing. The
    /// copy is checked before it gets its name. Nobody else can read it.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Corrupt`] when the copy is damaged, and
    /// [`StoreError::Other`] on PostgreSQL, which has `pg_dump` for this, or when `to` exists.
    pub async fn backup(
        &self,
        to: &Path,
        progress: impl Fn(Progress) + Send + 'static,
    ) -> Result<(), StoreError> {
        let Backend::Sqlite(sqlite) = &self.backend else {
            return Err(StoreError::other("PostgreSQL is backed up with pg_dump"));
        };
        let (from, to) = (sqlite.path().to_owned(), to.to_owned());
        let copying = tokio::task::spawn_blocking(move || {
            let _ = std::fs::remove_file(beside(&to, "partial"));
            if to.exists() {
                let message = format!("{} exists; choose another name", to.display());
                return Err(StoreError::other(message));
            }
            let source = read_only(&from)?;
            let partial = beside(&to, "partial");
            let copied = copy_checked(&source, &partial, &progress)
                .and_then(|()| std::fs::rename(&partial, &to).map_err(StoreError::other));
            if copied.is_err() {
                // What is incomplete must not be taken for a backup.
                let _ = std::fs::remove_file(&partial);
            }
            copied
        });
        copying.await.map_err(StoreError::other)?
    }
}

/// Puts the backup `from` in the place of the database `to`, which nobody may have open. What was
/// there before is kept beside it; its path is returned.
///
/// # Errors
/// [`StoreError::Corrupt`] when `from` is damaged or no saydo database, [`StoreError::Newer`] when
/// it is newer than this binary, [`StoreError::Busy`] when `to` is in use. `to` is then as it was.
pub fn restore(
    from: &Path,
    to: &Path,
    progress: impl Fn(Progress),
) -> Result<Option<PathBuf>, StoreError> {
    let source = read_only(from)?;
    if migrate::sqlite_version(&source)? == 0 {
        return Err(StoreError::corrupt("the backup is empty"));
    }
    let fresh = beside(to, "restoring");
    let _ = std::fs::remove_file(&fresh);
    let copied = copy_checked(&source, &fresh, &progress).and_then(|()| {
        let kept = set_aside(to)?;
        std::fs::rename(&fresh, to).map_err(StoreError::other)?;
        Ok(kept)
    });
    if copied.is_err() {
        let _ = std::fs::remove_file(&fresh);
    }
    copied
}

/// The schema of the database in `file`, after checking that it is whole and one of ours.
///
/// # Errors
/// [`StoreError::Corrupt`] when it is damaged or no saydo database, [`StoreError::Newer`] when a
/// newer saydo has written it.
pub fn inspect(file: &Path) -> Result<i64, StoreError> {
    let connection = read_only(file)?;
    let version = migrate::sqlite_version(&connection)?;
    check(&connection)?;
    Ok(version)
}

fn read_only(file: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(connection)
}

/// Renames a database that nobody has open, with everything committed in its one file.
fn set_aside(path: &Path) -> Result<Option<PathBuf>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    let connection = Connection::open(path)?;
    // Leaving the write-ahead log takes a lock that fails while anybody has the file open.
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    if mode != "delete" {
        let message = "the database is in use; stop the server first";
        return Err(StoreError::Busy(std::sync::Arc::from(Box::<
            dyn std::error::Error + Send + Sync,
        >::from(
            message
        ))));
    }
    connection.close().map_err(|(_, error)| error)?;
    let mut kept = beside(path, "before-restore");
    for number in 2.. {
        if !kept.exists() {
            break;
        }
        kept = beside(path, &format!("before-restore-{number}"));
    }
    std::fs::rename(path, &kept).map_err(StoreError::other)?;
    Ok(Some(kept))
}

fn copy_checked(
    source: &Connection,
    to: &Path,
    progress: &impl Fn(Progress),
) -> Result<(), StoreError> {
    create_private(to)?;
    let mut target = Connection::open(to)?;
    // One snapshot for all steps, so that writers do not make the copy begin again.
    source.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema;")?;
    let copied = copy(source, &mut target, progress);
    source.execute_batch("COMMIT")?;
    copied?;
    check(&target)
}

fn copy(
    source: &Connection,
    target: &mut Connection,
    progress: &impl Fn(Progress),
) -> Result<(), StoreError> {
    let backup = Backup::new(source, target)?;
    loop {
        let step = backup.step(STEP)?;
        let at = backup.progress();
        let pages = |count: i32| u64::try_from(count).unwrap_or(0);
        progress(Progress {
            remaining: pages(at.remaining),
            total: pages(at.pagecount),
        });
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(StoreError::other("the copy is locked by another process")),
        }
    }
}

/// Fails when the file is damaged.
pub(crate) fn check(connection: &Connection) -> Result<(), StoreError> {
    let faults = faults(connection)?;
    if faults.is_empty() {
        Ok(())
    } else {
        Err(StoreError::corrupt(faults.join("; ")))
    }
}

/// What the engine finds wrong with a file; empty when all is well.
pub(crate) fn faults(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
    let mut rows = statement.query([])?;
    let mut faults = Vec::new();
    while let Some(row) = rows.next()? {
        faults.push(row.get::<_, String>(0)?);
    }
    faults.retain(|fault| fault != "ok");
    Ok(faults)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}.{suffix}"))
}

/// Makes an empty file that only its owner can read.
fn create_private(path: &Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(StoreError::other)
}
