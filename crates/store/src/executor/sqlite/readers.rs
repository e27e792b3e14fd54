//! Threads that read, each with its own connection.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use crate::error::StoreError;
use crate::executor::Options;
use crate::executor::sqlite::{connection, stopped};

type Job = Box<dyn FnOnce(&Connection) + Send>;

/// The reader threads; they end when the last clone is dropped.
#[derive(Clone)]
pub(super) struct Readers {
    jobs: Sender<Job>,
}

impl Readers {
    pub(super) fn start(path: &Path, options: &Options) -> Result<Self, StoreError> {
        let (jobs, queue) = channel::<Job>();
        let queue = Arc::new(Mutex::new(queue));
        for number in 0..options.readers.max(1) {
            let connection = connection::open_reader(path, options)?;
            let queue = queue.clone();
            std::thread::Builder::new()
                .name(format!("sqlite-reader-{number}"))
                .spawn(move || serve(&connection, &queue))
                .map_err(StoreError::other)?;
        }
        Ok(Self { jobs })
    }

    pub(super) fn queue(&self, job: Job) -> Result<(), StoreError> {
        self.jobs.send(job).map_err(|_| stopped())
    }
}

fn serve(connection: &Connection, queue: &Mutex<Receiver<Job>>) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        // A decoder that panics must not take the thread with it.
        let panicked =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| job(connection))).is_err();
        if panicked && !connection.is_autocommit() {
            let _ = connection.execute_batch("ROLLBACK");
        }
    }
}
