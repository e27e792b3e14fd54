//! One command of a group commit: runs inside the group's transaction, answered after the commit.

use std::panic::AssertUnwindSafe;

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::error::{StoreError, TransactError};
use crate::executor::sqlite::connection as sqlite;
use crate::statement::{Batch, Loaded, WriteBatch};

/// A command whose types the writer does not know.
pub(super) trait Queued: Send {
    /// Runs inside the open transaction, without a trace of it left on failure. Returns the
    /// engine's error, if there was one.
    fn run(&mut self, connection: &Connection) -> Option<StoreError>;

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
    fn run(&mut self, connection: &Connection) -> Option<StoreError> {
        let (load, body) = self.work.take()?;
        // A body that panics is a bug, but not one that may stop everybody's writes.
        let ran = std::panic::catch_unwind(AssertUnwindSafe(|| apply(connection, load, body)));
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
    connection: &Connection,
    load: Batch,
    body: impl FnOnce(&mut Loaded) -> Result<(WriteBatch, T), E>,
) -> Result<T, TransactError<E>> {
    let mut loaded = sqlite::fetch(connection, load)?;
    let (writes, value) = body(&mut loaded).map_err(TransactError::Body)?;
    if writes.is_empty() {
        return Ok(value);
    }
    run(connection, "SAVEPOINT command")?;
    if let Err(error) = sqlite::write(connection, &writes) {
        if !connection.is_autocommit() {
            run(connection, "ROLLBACK TO command")?;
            run(connection, "RELEASE command")?;
        }
        return Err(error.into());
    }
    run(connection, "RELEASE command")?;
    Ok(value)
}

fn run(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}
