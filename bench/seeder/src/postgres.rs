//! Loading into PostgreSQL with COPY; the index of words is made again afterwards.

use std::fmt::Write as _;
use std::pin::Pin;

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use futures_util::SinkExt as _;
use tokio::runtime::Runtime;
use tokio_postgres::{Client, CopyInSink, NoTls};

use crate::cell::{Cell, Engine, Loader, Table};

/// How much text is sent at once.
const CHUNK_BYTES: usize = 256 * 1024;

pub(crate) struct Postgres {
    runtime: Runtime,
    client: Client,
    copy: Option<Pin<Box<CopyInSink<Bytes>>>>,
    text: String,
    words_index: String,
}

impl Postgres {
    /// Opens a database that saydo has migrated and nobody has used.
    pub(crate) fn open(url: &str) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let (client, words_index) = runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(url, NoTls)
                .await
                .context("cannot connect")?;
            tokio::spawn(connection);
            let tasks: i64 = client
                .query_one("SELECT count(*) FROM task", &[])
                .await
                .context("the database has no table task; migrate it first")?
                .get(0);
            ensure!(
                tasks == 0,
                "the database has {tasks} tasks already; seed a new one"
            );
            let row = client
                .query_one(
                    "SELECT indexdef FROM pg_indexes WHERE indexname = 'task_search_words'",
                    &[],
                )
                .await?;
            let words_index: String = row.get(0);
            client
                .batch_execute("BEGIN; DROP INDEX task_search_words")
                .await?;
            Ok((client, words_index))
        })?;
        Ok(Self {
            runtime,
            client,
            copy: None,
            text: String::new(),
            words_index,
        })
    }

    pub(crate) fn finish(self) -> Result<()> {
        let end = format!(
            "SET LOCAL maintenance_work_mem = '256MB'; {}; COMMIT",
            self.words_index
        );
        self.runtime.block_on(async {
            self.client.batch_execute(&end).await?;
            self.client.batch_execute("VACUUM ANALYZE").await
        })?;
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        let text = Bytes::from(std::mem::take(&mut self.text));
        let copy = self
            .copy
            .as_mut()
            .context("rows are written between begin and end")?;
        self.runtime.block_on(copy.send(text))?;
        Ok(())
    }
}

impl Loader for Postgres {
    fn engine(&self) -> Engine {
        Engine::Postgres
    }

    fn begin(&mut self, table: Table) -> Result<()> {
        let sql = format!(
            "COPY {} ({}) FROM STDIN",
            table.name(),
            table.columns(Engine::Postgres)
        );
        self.copy = Some(Box::pin(self.runtime.block_on(self.client.copy_in(&sql))?));
        Ok(())
    }

    fn row(&mut self, _table: Table, row: &[Cell]) -> Result<()> {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                self.text.push('\t');
            }
            append(&mut self.text, cell);
        }
        self.text.push('\n');
        if self.text.len() >= CHUNK_BYTES {
            self.flush()
        } else {
            Ok(())
        }
    }

    fn end(&mut self, _table: Table) -> Result<()> {
        self.flush()?;
        let mut copy = self.copy.take().context("begin comes before end")?;
        self.runtime.block_on(copy.as_mut().finish())?;
        Ok(())
    }
}

/// One value in the text form of COPY.
fn append(text: &mut String, cell: &Cell) {
    match cell {
        Cell::Null => text.push_str("\\N"),
        Cell::Whole(whole) => {
            let _ = write!(text, "{whole}");
        }
        Cell::Text(value) => {
            for character in value.chars() {
                match character {
                    '\\' => text.push_str("\\\\"),
                    '\t' => text.push_str("\\t"),
                    '\n' => text.push_str("\\n"),
                    other => text.push(other),
                }
            }
        }
        Cell::Id(id) => {
            let _ = write!(text, "{id}");
        }
        Cell::Bytes(bytes) => {
            text.push_str("\\\\x");
            for byte in bytes {
                let _ = write!(text, "{byte:02x}");
            }
        }
    }
}
