//! One command of a group commit: runs inside the group's transaction, answered after the commit.

use std::panic::AssertUnwindSafe;

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::error::{StoreError, TransactError};
use crate::executor::sqlite::connection as sqlite;
use crate::statement::{Batch, Change, Loaded, WriteBatch};

/// The transaction that the commands of a group share.
pub(super) struct Group<'a> {
    connection: &'a Connection,
    /// Whether a command of the group has written.
    is_dirty: bool,
    /// What is written after all commands.
    last: Vec<Change>,
}

impl<'a> Group<'a> {
    /// Begins the transaction.
    pub(super) fn begin(connection: &'a Connection) -> Result<Self, StoreError> {
        run(connection, "BEGIN IMMEDIATE")?;
        Ok(Self {
            connection,
            is_dirty: false,
            last: Vec::new(),
        })
    }

    /// Writes what comes last and commits, or rolls everything back.
    pub(super) fn commit(self) -> Result<(), StoreError> {
        let committed = sqlite::write(self.connection, &self.last)
            .and_then(|()| run(self.connection, "COMMIT"));
        if committed.is_err() && !self.connection.is_autocommit() {
            // What cannot be committed must not stay open; a failure here shows at the next BEGIN.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
        committed
    }

    /// Writes one command's changes, or none of them.
    fn write(&mut self, writes: WriteBatch) -> Result<(), StoreError> {
        let (last, now): (Vec<_>, Vec<_>) = writes
            .changes
            .into_iter()
            .partition(|change| change.is_last);
        // The first to write can be undone with the whole transaction. A savepoint costs a copy
        // of every page that is changed under it.
        if self.is_dirty {
            run(self.connection, "SAVEPOINT command")?;
        }
        if let Err(error) = sqlite::write(self.connection, &now) {
            if !self.connection.is_autocommit() {
                self.take_back()?;
            }
            return Err(error);
        }
        if self.is_dirty {
            run(self.connection, "RELEASE command")?;
        }
        self.is_dirty = true;
        self.last.extend(last);
        Ok(())
    }

    fn take_back(&self) -> Result<(), StoreError> {
        if self.is_dirty {
            run(self.connection, "ROLLBACK TO command")?;
            return run(self.connection, "RELEASE command");
        }
        run(self.connection, "ROLLBACK")?;
        run(self.connection, "BEGIN IMMEDIATE")
    }
}

/// A command whose types the writer does not know.
pub(super) trait Queued: Send {
    /// Runs inside the group's transaction, without a trace of it left on failure. Returns the
    /// engine's error, if there was one.
    fn run(&mut self, group: &mut Group<'_>) -> Option<StoreError>;

    /// Answers the caller: with the command's own result if the group was committed.
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

type Reply<T, E> = oneshot::Sender<Result<T, TransactError<E>>>;
type Answer<T, E> = oneshot::Receiver<Result<T, TransactError<E>>>;

pub(super) struct Command<T, E, F> {
    work: Option<(Batch, F)>,
    result: Option<Result<T, TransactError<E>>>,
    reply: Reply<T, E>,
}

impl<T, E, F> Command<T, E, F>
where
    F: FnOnce(&mut Loaded) -> Result<(WriteBatch, T), E>,
{
    pub(super) fn new(load: Batch, body: F) -> (Self, Answer<T, E>) {
        let (reply, answer) = oneshot::channel();
        (
            Self {
                work: Some((load, body)),
                result: None,
                reply,
            },
            answer,
        )
    }
}

impl<T, E, F> Queued for Command<T, E, F>
where
    T: Send,
    E: Send,
    F: FnOnce(&mut Loaded) -> Result<(WriteBatch, T), E> + Send,
{
    fn run(&mut self, group: &mut Group<'_>) -> Option<StoreError> {
        let (load, body) = self.work.take()?;
        // A body that panics is a bug, but not one that may stop everybody's writes.
        let ran = std::panic::catch_unwind(AssertUnwindSafe(|| apply(group, load, body)));
        let result = ran.unwrap_or_else(|_| {
            Err(StoreError::other("the code that decides about a change panicked").into())
        });
        let error = match &result {
            Err(TransactError::Store(error)) => Some(error.clone()),
            _ => None,
        };
        self.result = Some(result);
        error
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let result = match (committed, self.result) {
            (Ok(()), Some(result)) => result,
            // Its own error says more than the group's. A refusal by the body may rest on what
            // an earlier command of the failed group had done, so it does not stand.
            (Err(_), Some(Err(TransactError::Store(error)))) | (Err(error), _) => Err(error.into()),
            (Ok(()), None) => Err(StoreError::other("a command was answered before it ran").into()),
        };
        // A caller that went away needs no answer; the command is committed all the same.
        let _ = self.reply.send(result);
    }
}

fn apply<T, E>(
    group: &mut Group<'_>,
    load: Batch,
    body: impl FnOnce(&mut Loaded) -> Result<(WriteBatch, T), E>,
) -> Result<T, TransactError<E>> {
    let mut loaded = sqlite::fetch(group.connection, load)?;
    let (writes, value) = body(&mut loaded).map_err(TransactError::Body)?;
    if !writes.is_empty() {
        group.write(writes)?;
    }
    Ok(value)
}

fn run(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}
