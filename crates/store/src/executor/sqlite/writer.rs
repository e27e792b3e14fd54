//! The one thread that writes. Commands that wait share one commit, and each is answered after it.

use std::sync::mpsc::{Receiver, Sender, channel};

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::error::StoreError;
use crate::executor::sqlite::group::{Group, Queued};
use crate::executor::sqlite::stopped;

/// What the writer is asked to do.
pub(super) enum Work {
    /// A transaction, which may share its commit with others.
    Command(Box<dyn Queued>),
    /// Something that needs the connection outside of transactions.
    Alone(Box<dyn FnOnce(&mut Connection) + Send>),
    /// The end. The reply comes when the file is closed.
    Stop(oneshot::Sender<()>),
}

/// The writer thread; it ends when the last clone is dropped, after what is queued.
#[derive(Clone)]
pub(super) struct Writer {
    work: Sender<Work>,
}

impl Writer {
    pub(super) fn start(connection: Connection, group: usize) -> Result<Self, StoreError> {
        let (work, queue) = channel();
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || serve(connection, &queue, group.max(1)))
            .map_err(StoreError::other)?;
        Ok(Self { work })
    }

    pub(super) fn queue(&self, work: Work) -> Result<(), StoreError> {
        self.work.send(work).map_err(|_| stopped())
    }
}

fn serve(mut connection: Connection, queue: &Receiver<Work>, group: usize) {
    let mut next = queue.recv().ok();
    while let Some(work) = next.take() {
        match work {
            Work::Command(first) => next = commit_group(&connection, queue, first, group),
            Work::Alone(work) => work(&mut connection),
            Work::Stop(reply) => {
                drop(connection);
                let _ = reply.send(());
                return;
            }
        }
        next = next.or_else(|| queue.recv().ok());
    }
}

/// Runs `first` and whatever else waits in one transaction, commits, and answers all of them.
/// Returns the work that ended the group without being part of it.
fn commit_group(
    connection: &Connection,
    queue: &Receiver<Work>,
    first: Box<dyn Queued>,
    limit: usize,
) -> Option<Work> {
    let mut group = match Group::begin(connection) {
        Ok(group) => group,
        Err(error) => {
            first.answer(Err(error));
            return None;
        }
    };
    let mut ran: Vec<Box<dyn Queued>> = Vec::new();
    let mut waiting = Some(Work::Command(first));
    let mut broken = None;
    while let Some(Work::Command(mut command)) = waiting {
        let error = command.run(&mut group);
        ran.push(command);
        // The engine itself rolls everything back on a full disk and on I/O errors.
        if connection.is_autocommit() {
            broken = Some(error.unwrap_or_else(|| {
                StoreError::other("the database ended a transaction by itself")
            }));
            waiting = None;
            break;
        }
        waiting = if ran.len() < limit {
            queue.try_recv().ok()
        } else {
            None
        };
    }
    let result = match broken {
        Some(error) => Err(error),
        None => group.commit(),
    };
    for command in ran {
        command.answer(result.clone());
    }
    waiting
}
