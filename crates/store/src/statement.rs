//! Statements as data: what to run, with which values, and how to read the rows.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::{Engine, Sql, for_sqlite};
use crate::value::Value;

/// Where a statement's text comes from.
#[derive(Debug, Clone)]
enum Text {
    File(&'static Sql),
    Built {
        sqlite: Arc<str>,
        postgres: Arc<str>,
    },
}

/// A statement with its values.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    text: Text,
    pub(crate) values: Vec<Value>,
}

impl Statement {
    /// A statement from its file.
    pub(crate) fn new(sql: &'static Sql, values: Vec<Value>) -> Self {
        Self {
            text: Text::File(sql),
            values,
        }
    }

    /// A statement put together at run time, the one for SQLite in the shared spelling too. Only
    /// for what no file can say: filters.
    pub(crate) fn built(sqlite: &str, postgres: String, values: Vec<Value>) -> Self {
        let sqlite = for_sqlite(sqlite).into();
        Self {
            text: Text::Built {
                sqlite,
                postgres: postgres.into(),
            },
            values,
        }
    }

    /// The text that `engine` understands.
    pub(crate) fn text(&self, engine: Engine) -> &str {
        match (&self.text, engine) {
            (Text::File(sql), _) => sql.text(engine),
            (Text::Built { sqlite, .. }, Engine::Sqlite) => sqlite,
            (Text::Built { postgres, .. }, Engine::Postgres) => postgres,
        }
    }

    /// `table/verb`, or `built` for a filter.
    pub(crate) fn name(&self) -> &'static str {
        match &self.text {
            Text::File(sql) => sql.name(),
            Text::Built { .. } => "built",
        }
    }
}

/// Reads one row.
pub(crate) type Decode<T> = fn(&mut Row<'_>) -> Result<T, StoreError>;

/// A statement that returns rows, with how to read them.
#[derive(Debug, Clone)]
pub struct Fetch<T> {
    pub(crate) statement: Statement,
    decode: Decode<T>,
}

impl<T> Fetch<T> {
    pub(crate) fn new(sql: &'static Sql, values: Vec<Value>, decode: Decode<T>) -> Self {
        Self {
            statement: Statement::new(sql, values),
            decode,
        }
    }

    pub(crate) fn built(statement: Statement, decode: Decode<T>) -> Self {
        Self { statement, decode }
    }
}

/// Where the rows of one fetch of a [`Batch`] are found in its [`Loaded`].
#[derive(Debug)]
pub struct Key<T> {
    index: usize,
    rows: PhantomData<fn() -> T>,
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

/// Fetches that run together: one snapshot on SQLite, one round trip on PostgreSQL.
#[derive(Default)]
pub struct Batch {
    pub(crate) entries: Vec<Entry>,
}

pub(crate) struct Entry {
    pub(crate) statement: Statement,
    pub(crate) rows: Box<dyn Collect>,
}

impl Batch {
    /// An empty batch.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fetch and returns the key of its rows.
    pub fn add<T: Send + 'static>(&mut self, fetch: Fetch<T>) -> Key<T> {
        let index = self.entries.len();
        let rows = Box::new(Collected {
            decode: fetch.decode,
            rows: Vec::new(),
        });
        self.entries.push(Entry {
            statement: fetch.statement,
            rows,
        });
        Key {
            index,
            rows: PhantomData,
        }
    }

    /// Whether there is nothing to fetch.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// Takes rows of a type that the executor does not know.
pub(crate) trait Collect: Send {
    fn push(&mut self, row: &mut Row<'_>) -> Result<(), StoreError>;
    fn clear(&mut self);
    fn into_any(self: Box<Self>) -> Box<dyn Any + Send>;
}

struct Collected<T> {
    decode: Decode<T>,
    rows: Vec<T>,
}

impl<T: Send + 'static> Collect for Collected<T> {
    fn push(&mut self, row: &mut Row<'_>) -> Result<(), StoreError> {
        self.rows.push((self.decode)(row)?);
        Ok(())
    }

    fn clear(&mut self) {
        self.rows.clear();
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        Box::new(self.rows)
    }
}

/// The rows of a [`Batch`].
#[derive(Default)]
pub struct Loaded {
    rows: Vec<Option<Box<dyn Any + Send>>>,
}

impl Loaded {
    pub(crate) fn new(entries: Vec<Entry>) -> Self {
        Self {
            rows: entries
                .into_iter()
                .map(|entry| Some(entry.rows.into_any()))
                .collect(),
        }
    }

    /// Takes all rows of one fetch. A second call with the same key gives none.
    pub fn all<T: 'static>(&mut self, key: Key<T>) -> Vec<T> {
        self.rows
            .get_mut(key.index)
            .and_then(Option::take)
            .and_then(|rows| rows.downcast::<Vec<T>>().ok())
            .map(|rows| *rows)
            .unwrap_or_default()
    }

    /// Takes the first row of one fetch.
    pub fn one<T: 'static>(&mut self, key: Key<T>) -> Option<T> {
        self.all(key).into_iter().next()
    }
}

/// A statement that changes rows.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) statement: Statement,
    pub(crate) exactly_one: bool,
    /// Whether it may run after the other commands of a group commit: nothing of the same
    /// transaction reads what it writes.
    pub(crate) is_last: bool,
}

/// Statements that change rows, all or none.
#[derive(Debug, Clone, Default)]
pub struct WriteBatch {
    pub(crate) changes: Vec<Change>,
}

impl WriteBatch {
    /// A batch that changes nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Adds everything of another batch.
    pub fn append(&mut self, mut other: Self) {
        self.changes.append(&mut other.changes);
    }

    /// Adds a statement that may change any number of rows.
    pub(crate) fn push(&mut self, sql: &'static Sql, values: Vec<Value>) {
        let statement = Statement::new(sql, values);
        self.changes.push(Change {
            statement,
            exactly_one: false,
            is_last: false,
        });
    }

    /// Adds a statement that must change one row, else the transaction fails with
    /// [`StoreError::Changed`].
    pub(crate) fn push_one(&mut self, sql: &'static Sql, values: Vec<Value>) {
        let statement = Statement::new(sql, values);
        self.changes.push(Change {
            statement,
            exactly_one: true,
            is_last: false,
        });
    }

    /// Adds a statement that cannot fail for reasons of its own and that nothing of the same
    /// transaction depends on. SQLite runs these once per group commit, after all else: a
    /// savepoint after one would write the index of words to disk.
    pub(crate) fn push_last(&mut self, sql: &'static Sql, values: Vec<Value>) {
        let statement = Statement::new(sql, values);
        self.changes.push(Change {
            statement,
            exactly_one: false,
            is_last: true,
        });
    }
}

impl Change {
    /// Checks the number of rows that were changed.
    pub(crate) fn check(&self, rows: u64) -> Result<(), StoreError> {
        if self.exactly_one && rows != 1 {
            return Err(StoreError::Changed {
                statement: self.statement.name(),
            });
        }
        Ok(())
    }
}
