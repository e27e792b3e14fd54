//! Opening saydo on a database.

use std::path::PathBuf;
use std::sync::Arc;

use domain::Ids;
use secrecy::{ExposeSecret, SecretString};
use store::{Store, StoreError, Target};

use crate::account::Accounts;
use crate::clock::{Clock, SystemClock, TimeOrderedIds};
use crate::feed::Feed;
use crate::jobs::Retention;
use crate::load::Remembered;
use crate::{App, Inner};

/// Which database.
#[derive(Debug, Clone)]
pub enum Database {
    /// A file, made when it does not exist.
    Sqlite(PathBuf),
    /// A server.
    Postgres {
        /// `postgres://user:password@host/database?sslmode=require`; may be a pooled endpoint.
        url: SecretString,
    },
}

/// How to open saydo.
#[derive(Clone)]
pub struct Options {
    /// Which database.
    pub database: Database,
    /// Whether an older SQLite file is migrated, after a backup. PostgreSQL never is: see
    /// [`App::migrate`].
    pub migrate: bool,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// New identifiers.
    pub ids: Arc<dyn Ids>,
    /// How long things are kept.
    pub retention: Retention,
}

impl Options {
    /// This database, the machine's clock, migrating.
    pub fn new(database: Database) -> Self {
        Self {
            database,
            migrate: true,
            clock: Arc::new(SystemClock),
            ids: Arc::new(TimeOrderedIds),
            retention: Retention::default(),
        }
    }
}

impl App {
    /// Opens the database.
    ///
    /// # Errors
    /// [`StoreError`] when it is newer, damaged, locked, full or out of reach.
    pub async fn open(options: Options) -> Result<Self, StoreError> {
        let target = match &options.database {
            Database::Sqlite(path) => Target::Sqlite(path.clone()),
            Database::Postgres { url } => Target::Postgres(url.expose_secret().to_owned()),
        };
        let settings = store::Options {
            migrate: options.migrate,
            ..store::Options::default()
        };
        let store = Store::open(target, settings).await?;
        Ok(Self(Arc::new(Inner {
            store,
            clock: options.clock,
            ids: options.ids,
            retention: options.retention,
            feed: Feed::default(),
            remembered: Remembered::default(),
            accounts: Accounts::default(),
        })))
    }

    /// Waits for what is queued and closes the database.
    pub async fn close(&self) {
        self.0.store.close().await;
    }
}
