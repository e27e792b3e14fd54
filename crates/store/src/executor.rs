//! One way to run statements on either database: read a batch, or transact.

pub(crate) mod postgres;
pub(crate) mod sqlite;

use std::path::PathBuf;
use std::time::Duration;

use crate::error::{StoreError, TransactError};
use crate::migrate;
use crate::sql::Engine;
use crate::statement::{Batch, Loaded, WriteBatch};
use postgres::Postgres;
use sqlite::Sqlite;

/// Which database to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A file, made when it does not exist.
    Sqlite(PathBuf),
    /// A server: `postgres://user:password@host/database?sslmode=require`.
    Postgres(String),
}

/// How to open it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Reader threads (SQLite) or connections that reads share (PostgreSQL).
    pub readers: usize,
    /// Connections for transactions (PostgreSQL).
    pub writers: usize,
    /// Commands that may share one commit (SQLite).
    pub group: usize,
    /// How long to wait for another process's write, or for a connection.
    pub busy_timeout: Duration,
    /// Whether pending migrations of an SQLite file are run on opening, after a backup.
    pub migrate: bool,
}

impl Default for Options {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            readers: cores.clamp(2, 8),
            writers: (8 * cores).clamp(16, 32),
            group: 256,
            busy_timeout: Duration::from_secs(5),
            migrate: true,
        }
    }
}

/// A database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) backend: Backend,
}

#[derive(Clone)]
pub(crate) enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Store {
    /// Opens a database. An SQLite file is made or migrated as needed, after a backup beside it;
    /// PostgreSQL is left as it is: see [`Store::pending`] and [`Store::migrate`].
    ///
    /// # Errors
    /// [`StoreError::Newer`], [`StoreError::Corrupt`], [`StoreError::Unavailable`],
    /// [`StoreError::Busy`] and [`StoreError::Full`].
    pub async fn open(target: Target, options: Options) -> Result<Self, StoreError> {
        let backend = match target {
            Target::Sqlite(path) => {
                let opened = tokio::task::spawn_blocking(move || Sqlite::open(&path, &options));
                Backend::Sqlite(opened.await.map_err(StoreError::other)??)
            }
            Target::Postgres(url) => Backend::Postgres(Postgres::open(&url, &options).await?),
        };
        let store = Self { backend };
        if let Backend::Postgres(postgres) = &store.backend {
            migrate::postgres_version(postgres).await?;
        }
        Ok(store)
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match &self.backend {
            Backend::Sqlite(_) => Engine::Sqlite,
            Backend::Postgres(_) => Engine::Postgres,
        }
    }

    /// Fetches a batch: one snapshot on SQLite, one round trip on PostgreSQL.
    ///
    /// # Errors
    /// Any [`StoreError`]. A lost connection is replaced and the batch repeated once before
    /// [`StoreError::Unavailable`].
    pub async fn read(&self, batch: Batch) -> Result<Loaded, StoreError> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.read(batch).await,
            Backend::Postgres(postgres) => postgres.read(batch).await,
        }
    }

    /// Loads a batch, gives it to `body`, and writes what `body` returns, in one transaction.
    /// Returns after the commit. The transaction is carried out also when the caller goes away.
    ///
    /// # Errors
    /// [`TransactError::Body`] when `body` refuses: nothing was written. [`TransactError::Store`]
    /// otherwise; where [`StoreError::is_retryable`] holds, the caller repeats the whole call
    /// with the same request id.
    pub async fn transact<T, E, F>(&self, load: Batch, body: F) -> Result<T, TransactError<E>>
    where
        T: Send + 'static,
        E: Send + 'static,
        F: FnOnce(&mut Loaded) -> Result<(WriteBatch, T), E> + Send + 'static,
    {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.transact(load, body).await,
            Backend::Postgres(postgres) => postgres.transact(load, body).await,
        }
    }

    /// Writes a batch without loading anything.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn write(&self, writes: WriteBatch) -> Result<(), StoreError> {
        let body = |_: &mut Loaded| Ok::<_, std::convert::Infallible>((writes, ()));
        self.transact(Batch::new(), body)
            .await
            .map_err(|error| match error {
                TransactError::Store(error) => error,
                TransactError::Body(never) => match never {},
            })
    }

    /// Whether another process has committed to the file since the last call. Always `false` on
    /// PostgreSQL, where every process is another one and the feed polls revisions.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn changed_elsewhere(&self) -> Result<bool, StoreError> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.changed_elsewhere().await,
            Backend::Postgres(_) => Ok(false),
        }
    }

    /// Bounds the size of an SQLite file: a write that needs more fails with
    /// [`StoreError::Full`], as on a full disk. `None` lifts the bound. No effect on PostgreSQL.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn limit_size(&self, bytes: Option<u64>) -> Result<(), StoreError> {
        match &self.backend {
            Backend::Sqlite(sqlite) => sqlite.limit_size(bytes).await,
            Backend::Postgres(_) => Ok(()),
        }
    }

    /// Waits for what is queued and closes the database.
    pub async fn close(&self) {
        if let Backend::Sqlite(sqlite) = &self.backend {
            sqlite.close().await;
        }
    }
}
