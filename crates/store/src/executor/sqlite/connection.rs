//! Connections to an SQLite file: how they are set up, and how statements run on one.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::executor::Options;
use crate::row::Row;
use crate::sql::Engine;
use crate::statement::{Batch, Change, Entry, Loaded, Statement};

/// Statements that each connection keeps prepared; more than there are files.
const PREPARED: usize = 256;

/// Opens the writer's connection and makes the file when there is none.
pub(crate) fn open_writer(path: &Path, options: &Options) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(options.busy_timeout)?;
    // Durable: an acknowledged commit survives a power cut, on macOS too.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA wal_autocheckpoint = 4000;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    configure(&connection)?;
    Ok(connection)
}

/// Opens a connection that can only read.
pub(crate) fn open_reader(path: &Path, options: &Options) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(options.busy_timeout)?;
    configure(&connection)?;
    Ok(connection)
}

fn configure(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -16384;
         PRAGMA mmap_size = 1073741824;
         PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF;",
    )?;
    // One plan per statement, whatever its values: else each new value prepares it again.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    Ok(())
}

/// Fetches a batch from one state of the database.
pub(crate) fn snapshot(connection: &Connection, batch: Batch) -> Result<Loaded, StoreError> {
    if batch.entries.len() < 2 {
        return fetch(connection, batch);
    }
    connection.prepare_cached("BEGIN")?.execute([])?;
    let loaded = fetch(connection, batch);
    let ended = connection
        .prepare_cached("COMMIT")
        .and_then(|mut end| end.execute([]));
    if ended.is_err() && !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    loaded
}

/// Fetches a batch inside whatever transaction is open.
pub(crate) fn fetch(connection: &Connection, mut batch: Batch) -> Result<Loaded, StoreError> {
    for entry in &mut batch.entries {
        fetch_one(connection, entry)?;
    }
    Ok(Loaded::new(batch.entries))
}

fn fetch_one(connection: &Connection, entry: &mut Entry) -> Result<(), StoreError> {
    let mut prepared = prepare(connection, &entry.statement)?;
    let mut rows = prepared.raw_query();
    while let Some(row) = rows.next()? {
        entry.rows.push(&mut Row::sqlite(row))?;
    }
    Ok(())
}

/// Runs statements inside whatever transaction is open.
pub(crate) fn write<'a>(
    connection: &Connection,
    changes: impl IntoIterator<Item = &'a Change>,
) -> Result<(), StoreError> {
    for change in changes {
        let rows = prepare(connection, &change.statement)?.raw_execute()?;
        change.check(u64::try_from(rows).unwrap_or(u64::MAX))?;
    }
    Ok(())
}

fn prepare<'a>(
    connection: &'a Connection,
    statement: &Statement,
) -> Result<rusqlite::CachedStatement<'a>, StoreError> {
    let mut prepared = connection.prepare_cached(statement.text(Engine::Sqlite))?;
    for (index, value) in statement.values.iter().enumerate() {
        prepared.raw_bind_parameter(index + 1, value)?;
    }
    Ok(prepared)
}
