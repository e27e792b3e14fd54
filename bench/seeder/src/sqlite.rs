//! Loading into an SQLite file: one transaction, rows in the order of the keys.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, ToSql, params_from_iter};

use crate::cell::{Cell, Engine, Loader, Table};

pub(crate) struct Sqlite {
    connection: Connection,
}

impl Sqlite {
    /// Opens a file that saydo has migrated and nobody has used.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        ensure!(
            path.exists(),
            "there is no {}; make it with saydo migrate",
            path.display()
        );
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000; BEGIN",
        )?;
        let tasks: i64 = connection
            .query_row("SELECT count(*) FROM task", [], |row| row.get(0))
            .context("the file has no table task; migrate it first")?;
        ensure!(
            tasks == 0,
            "the database has {tasks} tasks already; seed a new one"
        );
        Ok(Self { connection })
    }

    #[cfg(test)]
    pub(crate) const fn of(connection: Connection) -> Self {
        Self { connection }
    }

    #[cfg(test)]
    pub(crate) const fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn finish(self) -> Result<()> {
        self.connection.execute_batch(
            "INSERT INTO task_search (task_search) VALUES ('optimize'); COMMIT;
             PRAGMA wal_checkpoint(TRUNCATE);",
        )?;
        Ok(())
    }
}

impl Loader for Sqlite {
    fn engine(&self) -> Engine {
        Engine::Sqlite
    }

    fn begin(&mut self, _table: Table) -> Result<()> {
        Ok(())
    }

    fn row(&mut self, table: Table, row: &[Cell]) -> Result<()> {
        let marks = vec!["?"; row.len()].join(", ");
        let columns = table.columns(Engine::Sqlite);
        let sql = format!("INSERT INTO {} ({columns}) VALUES ({marks})", table.name());
        self.connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(row))?;
        Ok(())
    }

    fn end(&mut self, _table: Table) -> Result<()> {
        Ok(())
    }
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Whole(whole) => ToSqlOutput::from(*whole),
            Self::Text(text) => ToSqlOutput::from(text.as_str()),
            Self::Id(id) => ToSqlOutput::Owned(Value::Blob(id.as_bytes().to_vec())),
            Self::Bytes(bytes) => ToSqlOutput::from(bytes.as_slice()),
        })
    }
}
