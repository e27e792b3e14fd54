//! One connection: its prepared statements, and how batches run on it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures_util::TryStreamExt;
use postgres_types::ToSql;
use tokio_postgres::config::SslMode;
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, Config, NoTls, Statement as Prepared};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::join::Joins;
use super::{pipeline, tls};
use crate::error::StoreError;
use crate::row::Row;
use crate::sql::Engine;
use crate::statement::{Batch, Entry, WriteBatch};
use crate::value::Value;

/// Statements that each connection keeps prepared; filters make new ones.
const PREPARED: usize = 512;

/// Plans hold for all values of the parameters: each is asserted by a test, and none is made again
/// for one execution, which costs more than most statements themselves.
const GENERIC_PLANS: &str = "-c plan_cache_mode=force_generic_plan";

/// Makes connections.
pub(super) struct Connector {
    config: Config,
    tls: Option<MakeRustlsConnect>,
    timeout: Duration,
    /// Whether the server takes [`GENERIC_PLANS`]; a pooler between may not.
    takes_options: AtomicBool,
}

impl Connector {
    pub(super) fn new(url: &str, timeout: Duration) -> Result<Self, StoreError> {
        let (url, certificates) = tls::settings(url)?;
        let mut config: Config = url.parse().map_err(StoreError::unavailable)?;
        config.connect_timeout(timeout);
        // A server that is gone without a word is noticed in seconds, not in hours.
        config.keepalives_idle(Duration::from_secs(30));
        config.tcp_user_timeout(Duration::from_secs(10));
        if config.get_application_name().is_none() {
            config.application_name("saydo");
        }
        let tls = match config.get_ssl_mode() {
            SslMode::Disable => None,
            _ => Some(tls::connector(certificates.as_deref())?),
        };
        Ok(Self {
            config,
            tls,
            timeout,
            takes_options: AtomicBool::new(true),
        })
    }

    pub(super) async fn connect(&self) -> Result<Connection, StoreError> {
        let client = tokio::time::timeout(self.timeout, self.open())
            .await
            .map_err(StoreError::unavailable)?
            .map_err(|error| match StoreError::from(error) {
                StoreError::Other(source) => StoreError::Unavailable(source),
                other => other,
            })?;
        Ok(Connection {
            client,
            prepared: Mutex::default(),
            joins: Joins::default(),
            is_broken: AtomicBool::new(false),
        })
    }

    /// A client with generic plans, or without where a pooler refuses the option.
    async fn open(&self) -> Result<Client, tokio_postgres::Error> {
        if self.takes_options.load(Ordering::Relaxed) {
            let mut config = self.config.clone();
            let options = config.get_options().unwrap_or_default();
            config.options(format!("{options} {GENERIC_PLANS}").trim());
            match self.open_with(&config).await {
                Err(error) if error.code() == Some(&SqlState::PROTOCOL_VIOLATION) => {
                    tracing::info!("the database's pooler refuses options; plans are its own");
                    self.takes_options.store(false, Ordering::Relaxed);
                }
                other => return other,
            }
        }
        self.open_with(&self.config).await
    }

    async fn open_with(&self, config: &Config) -> Result<Client, tokio_postgres::Error> {
        Ok(match &self.tls {
            None => {
                let (client, connection) = config.connect(NoTls).await?;
                tokio::spawn(serve(connection));
                client
            }
            Some(tls) => {
                let (client, connection) = config.connect(tls.clone()).await?;
                tokio::spawn(serve(connection));
                client
            }
        })
    }
}

/// Moves bytes until the connection ends. Its error also reaches whoever waits for an answer.
async fn serve(connection: impl Future<Output = Result<(), tokio_postgres::Error>>) {
    if let Err(error) = connection.await {
        tracing::debug!(%error, "a connection to PostgreSQL ended");
    }
}

/// One connection with its prepared statements.
pub(crate) struct Connection {
    client: Client,
    prepared: Mutex<HashMap<String, Prepared>>,
    joins: Joins,
    /// Whether it has failed in a way that another one may not.
    is_broken: AtomicBool,
}

impl Connection {
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed() || self.is_broken.load(Ordering::Relaxed)
    }

    /// Fetches a batch in one round trip, together with `BEGIN` where a transaction starts here.
    pub(super) async fn fetch(&self, batch: &mut Batch, begin: bool) -> Result<(), StoreError> {
        self.note(self.run_fetch(batch, begin).await)
    }

    async fn run_fetch(&self, batch: &mut Batch, begin: bool) -> Result<(), StoreError> {
        let prepared = {
            let texts: Vec<_> = batch
                .entries
                .iter()
                .map(|entry| entry.statement.text(Engine::Postgres))
                .collect();
            self.prepare(&texts).await?
        };
        let mut steps: Vec<pipeline::Step<'_>> = Vec::with_capacity(batch.entries.len() + 1);
        if begin {
            steps.push(Box::pin(async {
                Ok(self.client.batch_execute("BEGIN").await?)
            }));
        }
        for (entry, prepared) in batch.entries.iter_mut().zip(&prepared) {
            steps.push(Box::pin(self.fetch_one(entry, prepared)));
        }
        pipeline::run(steps).await
    }

    async fn fetch_one(&self, entry: &mut Entry, prepared: &Prepared) -> Result<(), StoreError> {
        let values = parameters(entry.statement.values.iter());
        let rows = self.client.query_raw(prepared, values).await?;
        let mut rows = std::pin::pin!(rows);
        while let Some(row) = rows.try_next().await? {
            entry.rows.push(&mut Row::postgres(&row))?;
        }
        Ok(())
    }

    /// Runs a batch and `COMMIT` in one round trip.
    ///
    /// PostgreSQL answers the `COMMIT` of a failed transaction with a rollback and no error. A
    /// transaction fails by an error of one of its statements only, and each of those is looked
    /// at before this returns.
    pub(super) async fn write_and_commit(&self, batch: &WriteBatch) -> Result<(), StoreError> {
        self.note(self.run_write(batch).await)
    }

    async fn run_write(&self, batch: &WriteBatch) -> Result<(), StoreError> {
        let runs = self.joins.runs(&batch.changes);
        let texts: Vec<_> = runs.iter().map(|run| run.text.as_ref()).collect();
        let prepared = self.prepare(&texts).await?;
        let mut steps: Vec<pipeline::Step<'_>> = Vec::with_capacity(runs.len() + 1);
        for (run, prepared) in runs.iter().zip(&prepared) {
            steps.push(Box::pin(async move {
                let values = parameters(run.values.iter().copied());
                let rows = self.client.execute_raw(prepared, values).await?;
                run.checked.map_or(Ok(()), |change| change.check(rows))
            }));
        }
        if runs.iter().any(|run| run.checked.is_some()) {
            // A row that has changed is no error to PostgreSQL: look before committing.
            pipeline::run(steps).await?;
            return Ok(self.client.batch_execute("COMMIT").await?);
        }
        steps.push(Box::pin(async {
            Ok(self.client.batch_execute("COMMIT").await?)
        }));
        pipeline::run(steps).await
    }

    /// Remembers that the connection is not to be used again.
    fn note(&self, outcome: Result<(), StoreError>) -> Result<(), StoreError> {
        if matches!(outcome, Err(StoreError::Unavailable(_))) {
            self.is_broken.store(true, Ordering::Relaxed);
        }
        outcome
    }

    async fn prepare(&self, texts: &[&str]) -> Result<Vec<Prepared>, StoreError> {
        let mut found = Vec::with_capacity(texts.len());
        for text in texts {
            let known = self.cache().get(*text).cloned();
            found.push(match known {
                Some(prepared) => prepared,
                None => {
                    let prepared = self.client.prepare(text).await?;
                    let mut cache = self.cache();
                    if cache.len() >= PREPARED {
                        cache.clear();
                    }
                    cache.insert((*text).to_owned(), prepared.clone());
                    prepared
                }
            });
        }
        Ok(found)
    }

    fn cache(&self) -> std::sync::MutexGuard<'_, HashMap<String, Prepared>> {
        self.prepared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn parameters<'a>(
    values: impl ExactSizeIterator<Item = &'a Value>,
) -> impl ExactSizeIterator<Item = &'a (dyn ToSql + Sync)> {
    values.map(|value| value as &(dyn ToSql + Sync))
}
