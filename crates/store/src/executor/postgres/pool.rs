//! Connections that are kept: a few that reads share, and some that transactions hold alone.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

use super::connection::{Connection, Connector};
use crate::error::StoreError;

/// Connections that any number of reads use at the same time.
pub(super) struct Shared {
    slots: Vec<tokio::sync::Mutex<Option<Arc<Connection>>>>,
    next: AtomicUsize,
}

impl Shared {
    pub(super) fn new(size: usize) -> Self {
        let slots = (0..size.max(1))
            .map(|_| tokio::sync::Mutex::new(None))
            .collect();
        Self {
            slots,
            next: AtomicUsize::new(0),
        }
    }

    /// How many there are at most.
    pub(super) fn size(&self) -> usize {
        self.slots.len()
    }

    /// One of them, made when it is not there yet or has died.
    pub(super) async fn get(&self, connector: &Connector) -> Result<Arc<Connection>, StoreError> {
        let index = self.next.fetch_add(1, Ordering::Relaxed) % self.slots.len();
        let mut slot = self.slots[index].lock().await;
        if let Some(connection) = slot.as_ref().filter(|connection| !connection.is_closed()) {
            return Ok(connection.clone());
        }
        let connection = Arc::new(connector.connect().await?);
        *slot = Some(connection.clone());
        Ok(connection)
    }
}

/// Connections that one transaction at a time holds.
pub(super) struct Exclusive {
    idle: Mutex<Vec<Connection>>,
    permits: Semaphore,
    size: usize,
    timeout: Duration,
}

impl Exclusive {
    pub(super) fn new(size: usize, timeout: Duration) -> Self {
        Self {
            idle: Mutex::default(),
            permits: Semaphore::new(size.max(1)),
            size: size.max(1),
            timeout,
        }
    }

    /// How many there are at most.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// One that nobody else uses until it is given back.
    pub(super) async fn take(&self, connector: &Connector) -> Result<Held<'_>, StoreError> {
        let permit = tokio::time::timeout(self.timeout, self.permits.acquire())
            .await
            .map_err(|elapsed| StoreError::Busy(Arc::new(elapsed)))?
            .map_err(StoreError::other)?;
        let idle = loop {
            match self.lock().pop() {
                Some(connection) if connection.is_closed() => {}
                other => break other,
            }
        };
        let connection = match idle {
            Some(connection) => connection,
            None => connector.connect().await?,
        };
        Ok(Held {
            connection,
            pool: self,
            _permit: permit,
        })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection that is held. Dropped without being given back it is closed, and the server
/// rolls back what was open.
pub(super) struct Held<'a> {
    connection: Connection,
    pool: &'a Exclusive,
    _permit: SemaphorePermit<'a>,
}

impl Held<'_> {
    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Returns it to the pool. No transaction is open on it.
    pub(super) fn give_back(self) {
        if !self.connection.is_closed() {
            self.pool.lock().push(self.connection);
        }
    }

    /// Ends the open transaction without its effects and returns the connection to the pool,
    /// or closes it when that fails.
    pub(super) async fn roll_back(self) {
        if self
            .connection
            .client()
            .batch_execute("ROLLBACK")
            .await
            .is_ok()
        {
            self.give_back();
        }
    }
}
