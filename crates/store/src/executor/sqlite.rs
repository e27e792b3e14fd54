//! SQLite: one writer thread that groups commits, and reader threads.

pub(crate) mod connection;
mod group;
mod readers;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::error::{StoreError, TransactError};
use crate::executor::Options;
use crate::migrate;
use crate::statement::{Batch, Loaded, WriteBatch};
use group::Command;
use readers::Readers;
use writer::{Work, Writer};

/// An open file.
#[derive(Clone)]
pub(crate) struct Sqlite {
    path: PathBuf,
    readers: Readers,
    writer: Writer,
    /// `data_version` as of the last look; 0 before the first.
    seen: Arc<AtomicI64>,
}

impl Sqlite {
    pub(crate) fn open(path: &Path, options: &Options) -> Result<Self, StoreError> {
        let mut connection = connection::open_writer(path, options)?;
        migrate::prepare_sqlite(&mut connection, path, options.migrate)?;
        let readers = Readers::start(path, options)?;
        let writer = Writer::start(connection, options.group)?;
        Ok(Self {
            path: path.to_owned(),
            readers,
            writer,
            seen: Arc::default(),
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) async fn read(&self, batch: Batch) -> Result<Loaded, StoreError> {
        let (reply, answer) = oneshot::channel();
        self.readers.queue(Box::new(move |connection| {
            // A caller that went away needs no answer.
            let _ = reply.send(connection::snapshot(connection, batch));
        }))?;
        answer.await.map_err(|_| stopped())?
    }

    pub(crate) async fn transact<T, E, F>(
        &self,
        load: Batch,
        body: F,
    ) -> Result<T, TransactError<E>>
    where
        T: Send + 'static,
        E: Send + 'static,
        F: FnOnce(&mut Loaded) -> Result<(WriteBatch, T), E> + Send + 'static,
    {
        let (command, answer) = Command::new(load, body);
        self.writer.queue(Work::Command(Box::new(command)))?;
        answer.await.map_err(|_| stopped())?
    }

    /// Runs `work` on the writer's connection between two transactions.
    pub(crate) async fn alone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        self.writer.queue(Work::Alone(Box::new(move |connection| {
            let _ = reply.send(work(connection));
        })))?;
        answer.await.map_err(|_| stopped())?
    }

    pub(crate) async fn changed_elsewhere(&self) -> Result<bool, StoreError> {
        // Commits of this connection leave its own `data_version` alone, and it makes all of
        // this process's commits.
        let version = self
            .alone(|connection| {
                Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
            })
            .await?;
        let before = self.seen.swap(version, Ordering::AcqRel);
        Ok(before != 0 && before != version)
    }

    pub(crate) async fn limit_size(&self, bytes: Option<u64>) -> Result<(), StoreError> {
        const UNBOUNDED: i64 = 4_294_967_294;
        self.alone(move |connection| {
            let page: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
            let bytes = bytes.and_then(|bytes| i64::try_from(bytes).ok());
            let pages = bytes.map_or(UNBOUNDED, |bytes| (bytes / page).clamp(1, UNBOUNDED));
            Ok(connection.pragma_update(None, "max_page_count", pages)?)
        })
        .await
    }

    pub(crate) async fn close(&self) {
        let (reply, answer) = oneshot::channel();
        if self.writer.queue(Work::Stop(reply)).is_ok() {
            let _ = answer.await;
        }
        let readers = self.readers.clone();
        // Joining blocks, and a panic of a reader is no reason not to close.
        let _ = tokio::task::spawn_blocking(move || readers.stop()).await;
    }
}

fn stopped() -> StoreError {
    StoreError::unavailable("the database of this process has been closed")
}
