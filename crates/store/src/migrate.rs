//! Brings a database to the schema that this binary knows: numbered files, the same names for
//! both engines, each in a transaction of its own.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};

use crate::error::StoreError;
use crate::executor::postgres::Postgres;
use crate::executor::{Backend, Store};

/// One step of the schema.
struct Migration {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations {
    ($($name:literal),+ $(,)?) => {
        &[$(Migration {
            name: $name,
            sqlite: include_str!(concat!("../migrations/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!("../migrations/", $name, ".postgres.sql")),
        }),+]
    };
}

/// All steps, in order; the first brings the schema to version 1.
const MIGRATIONS: &[Migration] = migrations![
    "0001_initial",
    "0002_request",
    "0003_relation",
    "0004_withdrawn",
    "0005_assistant",
];

const VERSION_TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)";

/// "saydo" in hexadecimal: tells our files from other SQLite files, and is the key of the lock
/// that migrations of one PostgreSQL database take.
const APPLICATION: i64 = 0x7361_7964;

/// The newest schema that this binary knows.
pub fn known_version() -> i64 {
    i64::try_from(MIGRATIONS.len()).expect("there are few migrations")
}

impl Store {
    /// The schema of the database, and the names of the migrations that it lacks.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when the database is newer than this binary.
    pub async fn pending(&self) -> Result<(i64, Vec<&'static str>), StoreError> {
        let found = match &self.backend {
            Backend::Sqlite(sqlite) => {
                sqlite
                    .alone(|connection| sqlite_version(connection))
                    .await?
            }
            Backend::Postgres(postgres) => postgres_version(postgres).await?,
        };
        Ok((
            found,
            after(found).map(|(_, migration)| migration.name).collect(),
        ))
    }

    /// Runs what is pending and returns the names of what ran. Several processes may call it at
    /// once; each migration runs once.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when the database is newer than this binary; else any
    /// [`StoreError`], with the failed migration rolled back.
    pub async fn migrate(&self) -> Result<Vec<&'static str>, StoreError> {
        match &self.backend {
            Backend::Sqlite(sqlite) => {
                let path = sqlite.path().to_owned();
                sqlite
                    .alone(move |connection| migrate_sqlite(connection, &path))
                    .await
            }
            Backend::Postgres(postgres) => migrate_postgres(postgres).await,
        }
    }
}

/// Refuses what is newer or no saydo database, then migrates or reports what is pending.
pub(crate) fn prepare_sqlite(
    connection: &mut Connection,
    path: &Path,
    migrate: bool,
) -> Result<(), StoreError> {
    let found = sqlite_version(connection)?;
    if found == known_version() {
        return Ok(());
    }
    if !migrate {
        return Err(StoreError::Pending {
            found,
            known: known_version(),
        });
    }
    migrate_sqlite(connection, path).map(|_| ())
}

pub(crate) fn sqlite_version(connection: &Connection) -> Result<i64, StoreError> {
    let tables: i64 = connection.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table'",
        [],
        |row| row.get(0),
    )?;
    if tables == 0 {
        return Ok(0);
    }
    let application: i64 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION {
        return Err(StoreError::corrupt(
            "the file is an SQLite database of another program",
        ));
    }
    let found = connection
        .query_row("SELECT max(version) FROM schema_version", [], |row| {
            row.get(0)
        })
        .optional()?
        .flatten();
    refuse_newer(found.unwrap_or(0))
}

fn migrate_sqlite(
    connection: &mut Connection,
    path: &Path,
) -> Result<Vec<&'static str>, StoreError> {
    let found = sqlite_version(connection)?;
    if found > 0 && found < known_version() {
        let known = known_version();
        tracing::info!(
            schema.found = found,
            schema.known = known,
            "backing up before migrating"
        );
        back_up(connection, path, found)?;
    }
    let mut ran = Vec::new();
    for (version, migration) in after(found) {
        let transaction =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Another process may have been faster.
        if sqlite_version(&transaction)? >= version {
            continue;
        }
        transaction.execute_batch(VERSION_TABLE)?;
        transaction.execute_batch(migration.sqlite)?;
        transaction.execute(
            "INSERT INTO schema_version (version, name) VALUES (?1, ?2)",
            rusqlite::params![version, migration.name],
        )?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.commit()?;
        ran.push(migration.name);
    }
    Ok(ran)
}

/// Copies a file before it is migrated: beside it, named after its schema. A copy that is there
/// already is of the same schema and stays.
pub(crate) fn back_up(
    connection: &Connection,
    path: &Path,
    version: i64,
) -> Result<PathBuf, StoreError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let copy = path.with_file_name(format!("{name}.schema-{version}.backup"));
    if !copy.exists() {
        connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    }
    Ok(copy)
}

/// The schema of a PostgreSQL database.
pub(crate) async fn postgres_version(postgres: &Postgres) -> Result<i64, StoreError> {
    let connection = postgres.connect().await?;
    version_on(connection.client()).await
}

async fn version_on(client: &tokio_postgres::Client) -> Result<i64, StoreError> {
    let exists: bool = client
        .query_one("SELECT to_regclass('schema_version') IS NOT NULL", &[])
        .await?
        .try_get(0)?;
    if !exists {
        return Ok(0);
    }
    let found: i64 = client
        .query_one("SELECT coalesce(max(version), 0) FROM schema_version", &[])
        .await?
        .try_get(0)?;
    refuse_newer(found)
}

async fn migrate_postgres(postgres: &Postgres) -> Result<Vec<&'static str>, StoreError> {
    let connection = postgres.connect().await?;
    let client = connection.client();
    let found = version_on(client).await?;
    let mut ran = Vec::new();
    for (version, migration) in after(found) {
        // A lock of the transaction, so that it also holds behind a pooled endpoint.
        client
            .batch_execute(&format!(
                "BEGIN; SELECT pg_advisory_xact_lock({APPLICATION})"
            ))
            .await?;
        if version_on(client).await? >= version {
            client.batch_execute("ROLLBACK").await?;
            continue;
        }
        client.batch_execute(VERSION_TABLE).await?;
        client.batch_execute(migration.postgres).await?;
        client
            .execute(
                "INSERT INTO schema_version (version, name) VALUES ($1, $2)",
                &[&version, &migration.name],
            )
            .await?;
        client.batch_execute("COMMIT").await?;
        ran.push(migration.name);
    }
    Ok(ran)
}

fn after(found: i64) -> impl Iterator<Item = (i64, &'static Migration)> {
    (1..)
        .zip(MIGRATIONS)
        .filter(move |(version, _)| *version > found)
}

fn refuse_newer(found: i64) -> Result<i64, StoreError> {
    let known = known_version();
    if found > known {
        Err(StoreError::Newer { found, known })
    } else {
        Ok(found)
    }
}
