//! PostgreSQL: reads are pipelined on a few shared connections, a transaction holds one of its
//! own and takes two round trips.

mod connection;
mod join;
mod pipeline;
mod pool;
mod tls;

use std::sync::Arc;

use crate::error::{StoreError, TransactError};
use crate::executor::Options;
use crate::statement::{Batch, Loaded, WriteBatch};
pub(crate) use connection::Connection;
use connection::Connector;
use pool::{Exclusive, Shared};

/// Connections to one server.
#[derive(Clone)]
pub(crate) struct Postgres {
    inner: Arc<Inner>,
}

struct Inner {
    connector: Connector,
    shared: Shared,
    exclusive: Exclusive,
}

impl Postgres {
    pub(crate) async fn open(url: &str, options: &Options) -> Result<Self, StoreError> {
        let connector = Connector::new(url, options.busy_timeout)?;
        let inner = Inner {
            connector,
            shared: Shared::new(options.readers),
            exclusive: Exclusive::new(options.writers, options.busy_timeout),
        };
        let postgres = Self {
            inner: Arc::new(inner),
        };
        // A wrong address is told now, not at the first request.
        postgres.inner.shared.get(&postgres.inner.connector).await?;
        Ok(postgres)
    }

    /// A connection of its own that belongs to no pool, for migrations.
    pub(crate) async fn connect(&self) -> Result<Connection, StoreError> {
        self.inner.connector.connect().await
    }

    pub(crate) async fn read(&self, mut batch: Batch) -> Result<Loaded, StoreError> {
        let mut retries = self.inner.shared.size();
        loop {
            let connection = self.inner.shared.get(&self.inner.connector).await?;
            match connection.fetch(&mut batch, false).await {
                Ok(()) => return Ok(Loaded::new(batch.entries)),
                // A connection that died in the pool: nothing is lost by asking again, at most
                // until each of them is a new one.
                Err(StoreError::Unavailable(_)) if retries > 0 => {
                    retries -= 1;
                    batch
                        .entries
                        .iter_mut()
                        .for_each(|entry| entry.rows.clear());
                }
                Err(error) => return Err(error),
            }
        }
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
        let inner = self.inner.clone();
        // A task of its own, so that a caller that goes away leaves no transaction half done.
        let task = tokio::spawn(Box::pin(async move { inner.transact(load, body).await }));
        task.await
            .unwrap_or_else(|failure| Err(StoreError::other(failure).into()))
    }
}

impl Inner {
    async fn transact<T, E, F>(&self, mut load: Batch, body: F) -> Result<T, TransactError<E>>
    where
        F: FnOnce(&mut Loaded) -> Result<(WriteBatch, T), E>,
    {
        let mut retries = self.exclusive.size();
        let held = loop {
            let held = self.exclusive.take(&self.connector).await?;
            match held.connection().fetch(&mut load, true).await {
                Ok(()) => break held,
                Err(error) => {
                    held.roll_back().await;
                    let is_lost = matches!(error, StoreError::Unavailable(_));
                    if !is_lost || retries == 0 {
                        return Err(error.into());
                    }
                    retries -= 1;
                    load.entries.iter_mut().for_each(|entry| entry.rows.clear());
                }
            }
        };
        let (writes, value) = match body(&mut Loaded::new(load.entries)) {
            Ok(decided) => decided,
            Err(refusal) => {
                held.roll_back().await;
                return Err(TransactError::Body(refusal));
            }
        };
        match held.connection().write_and_commit(&writes).await {
            Ok(()) => {
                held.give_back();
                Ok(value)
            }
            Err(error) => {
                held.roll_back().await;
                Err(error.into())
            }
        }
    }
}
