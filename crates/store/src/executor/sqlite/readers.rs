//! Threads that read, each with its own connection.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::Connection;

use crate::error::StoreError;
use crate::executor::Options;
use crate::executor::sqlite::{connection, stopped};

type Job = Box<dyn FnOnce(&Connection) + Send>;

/// What a reader is asked to do; `None` is the end.
type Work = Option<Job>;

/// The reader threads; they end when the last clone is dropped.
#[derive(Clone)]
pub(super) struct Readers {
    work: Sender<Work>,
    threads: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

impl Readers {
    pub(super) fn start(path: &Path, options: &Options) -> Result<Self, StoreError> {
        let (work, queue) = channel::<Work>();
        let queue = Arc::new(Mutex::new(queue));
        let mut threads = Vec::new();
        for number in 0..options.readers.max(1) {
            let connection = connection::open_reader(path, options)?;
            let queue = queue.clone();
            let thread = std::thread::Builder::new()
                .name(format!("sqlite-reader-{number}"))
                .spawn(move || serve(&connection, &queue))
                .map_err(StoreError::other)?;
            threads.push(thread);
        }
        Ok(Self {
            work,
            threads: Arc::new(Mutex::new(threads)),
        })
    }

    pub(super) fn queue(&self, job: Job) -> Result<(), StoreError> {
        self.work.send(Some(job)).map_err(|_| stopped())
    }

    /// Ends the threads after what is queued, and waits for them. What is queued later is refused
    /// by silence.
    pub(super) fn stop(&self) {
        let threads =
            std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for _ in &threads {
            // Threads that are gone need no end.
            let _ = self.work.send(None);
        }
        for thread in threads {
            let _ = thread.join();
        }
    }
}

fn serve(connection: &Connection, queue: &Mutex<Receiver<Work>>) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Some(job)) = job else { return };
        // A decoder that panics must not take the thread with it.
        let panicked =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| job(connection))).is_err();
        if panicked && !connection.is_autocommit() {
            let _ = connection.execute_batch("ROLLBACK");
        }
    }
}
