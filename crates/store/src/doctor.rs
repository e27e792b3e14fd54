//! Looks at the health of a database without changing anything.

use rusqlite::Connection;

use crate::backup;
use crate::error::StoreError;
use crate::executor::{Backend, Store};
use crate::migrate;

/// What a look at the database found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Engine and version, such as `SQLite 3.51.0`.
    pub engine: String,
    /// The schema of the database.
    pub schema: i64,
    /// The schema that this binary knows.
    pub known_schema: i64,
    /// Bytes that the database takes.
    pub size_bytes: i64,
    /// What is wrong; empty when all is well.
    pub faults: Vec<String>,
    /// Name and number of rows of what there is: users, spaces, tasks, events, pending timers.
    pub counts: Vec<(&'static str, i64)>,
}

/// Rows that are counted, by name.
const COUNTS: &[(&str, &str)] = &[
    ("users", "SELECT count(*) FROM app_user"),
    ("spaces", "SELECT count(*) FROM space"),
    ("tasks", "SELECT count(*) FROM task"),
    ("events", "SELECT count(*) FROM event"),
    (
        "pending timers",
        "SELECT count(*) FROM timer WHERE state = 'pending'",
    ),
];

/// What must never be, by how it is reported; each query counts offences.
const RULES: &[(&str, &str)] = &[
    (
        "spaces whose revisions have gaps",
        "SELECT count(*) FROM space WHERE space.rev <> \
         (SELECT count(*) FROM event WHERE event.space_id = space.id)",
    ),
    (
        "spaces without an Inbox",
        "SELECT count(*) FROM space WHERE NOT EXISTS (SELECT 1 FROM project \
         WHERE project.space_id = space.id AND project.kind = 'inbox' \
         AND project.deleted_at IS NULL)",
    ),
    (
        "open tasks in a project that is gone",
        "SELECT count(*) FROM task WHERE task.is_open = 1 AND NOT EXISTS (SELECT 1 FROM project \
         WHERE project.space_id = task.space_id AND project.id = task.project_id)",
    ),
    (
        "pending timers of tasks that are not open",
        "SELECT count(*) FROM timer JOIN task ON task.space_id = timer.space_id \
         AND task.id = timer.task_id WHERE timer.state = 'pending' AND task.is_open = 0",
    ),
];

impl Store {
    /// Reads the whole database: for `saydo doctor`, not for a probe.
    ///
    /// # Errors
    /// Any [`StoreError`]; damage that the engine can still read around is in
    /// [`Health::faults`].
    pub async fn examine(&self) -> Result<Health, StoreError> {
        match &self.backend {
            Backend::Sqlite(sqlite) => {
                let path = sqlite.path().to_owned();
                let look = move || {
                    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
                    examine_sqlite(&Connection::open_with_flags(path, flags)?)
                };
                tokio::task::spawn_blocking(look)
                    .await
                    .map_err(StoreError::other)?
            }
            Backend::Postgres(postgres) => {
                let connection = postgres.connect().await?;
                let schema = migrate::postgres_version(postgres).await?;
                examine_postgres(connection.client(), schema).await
            }
        }
    }

    /// Whether the database answers, for a readiness probe.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub async fn ping(&self) -> Result<(), StoreError> {
        let mut batch = crate::Batch::new();
        batch.add(crate::timer::earliest());
        self.read(batch).await.map(drop)
    }
}

fn examine_sqlite(connection: &Connection) -> Result<Health, StoreError> {
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let mut faults = backup::faults(connection)?;
    for (name, sql) in RULES {
        note(&mut faults, name, number(sql)?);
    }
    let mut counts = Vec::new();
    for (name, sql) in COUNTS {
        counts.push((*name, number(sql)?));
    }
    Ok(Health {
        engine: format!("SQLite {}", rusqlite::version()),
        schema: migrate::sqlite_version(connection)?,
        known_schema: migrate::known_version(),
        size_bytes: number(
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
        )?,
        faults,
        counts,
    })
}

async fn examine_postgres(
    client: &tokio_postgres::Client,
    schema: i64,
) -> Result<Health, StoreError> {
    let mut faults = Vec::new();
    for (name, sql) in RULES {
        note(
            &mut faults,
            name,
            client.query_one(*sql, &[]).await?.try_get(0)?,
        );
    }
    let mut counts = Vec::new();
    for (name, sql) in COUNTS {
        counts.push((*name, client.query_one(*sql, &[]).await?.try_get(0)?));
    }
    let version: String = client
        .query_one("SHOW server_version", &[])
        .await?
        .try_get(0)?;
    Ok(Health {
        engine: format!("PostgreSQL {version}"),
        schema,
        known_schema: migrate::known_version(),
        size_bytes: client
            .query_one("SELECT pg_database_size(current_database())", &[])
            .await?
            .try_get(0)?,
        faults,
        counts,
    })
}

fn note(faults: &mut Vec<String>, name: &str, count: i64) {
    if count > 0 {
        faults.push(format!("{count} {name}"));
    }
}
