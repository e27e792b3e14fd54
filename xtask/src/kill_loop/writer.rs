//! One writer: creates, renames and completes tasks of its own, and repeats with the same key what
//! was not answered, until it is.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::client::{Answer, Client, Write};

/// Every so many acknowledged writes, one is sent again.
const REPEAT_EVERY: usize = 16;

/// A write and what the server answered.
#[derive(Debug, Clone)]
pub(super) struct Acknowledged {
    pub(super) write: Write,
    pub(super) change_id: String,
    pub(super) task_id: String,
}

#[derive(Debug)]
pub(super) struct Writer {
    number: u32,
    client: Client,
    stop: Arc<AtomicBool>,
    random: fastrand::Rng,
    done: Vec<Acknowledged>,
    /// The writer's last task, which the next change may change.
    open: Option<String>,
}

impl Writer {
    pub(super) fn new(number: u32, seed: u64, client: Client, stop: Arc<AtomicBool>) -> Self {
        let random = fastrand::Rng::with_seed(seed ^ (u64::from(number) << 32));
        Self {
            number,
            client,
            stop,
            random,
            done: Vec::new(),
            open: None,
        }
    }

    /// Writes until it is told to stop, and returns everything that was acknowledged.
    pub(super) fn work(mut self) -> Result<Vec<Acknowledged>> {
        while !self.stop.load(Ordering::Relaxed) {
            let write = self.next_write();
            let answer = self.until_answered(&write)?;
            let done = acknowledged(write, &answer)?;
            self.open =
                Some(done.task_id.clone()).filter(|_| !done.write.path.ends_with("complete"));
            if self.done.len().is_multiple_of(REPEAT_EVERY) {
                let again = acknowledged(done.write.clone(), &self.until_answered(&done.write)?)?;
                ensure!(
                    again.change_id == done.change_id,
                    "the key {} was answered with {} and then with {}",
                    done.write.key,
                    done.change_id,
                    again.change_id
                );
            }
            self.done.push(done);
        }
        Ok(self.done)
    }

    fn next_write(&mut self) -> Write {
        let key = format!("writer-{}-{}", self.number, self.done.len());
        match (&self.open, self.random.u8(..10)) {
            (Some(task), 0..3) => Write {
                method: "PATCH",
                path: format!("/tasks/{task}"),
                body: json!({"title": format!("renamed by {key}")}),
                key,
            },
            (Some(task), 3..5) => Write {
                method: "POST",
                path: format!("/tasks/{task}/complete"),
                body: json!({}),
                key,
            },
            _ => Write {
                method: "POST",
                path: "/tasks".to_owned(),
                body: json!({"title": format!("written by {key}"), "tags": ["kill-loop"]}),
                key,
            },
        }
    }

    fn until_answered(&self, write: &Write) -> Result<Value> {
        loop {
            match self.client.write(write)? {
                Answer::Acknowledged(answer) => return Ok(answer),
                Answer::Later(wait) => pause(wait),
                Answer::Unknown => pause(Duration::from_millis(2)),
            }
        }
    }
}

fn acknowledged(write: Write, answer: &Value) -> Result<Acknowledged> {
    let text = |pointer: &str| {
        let value = answer.pointer(pointer).and_then(Value::as_str);
        value
            .map(str::to_owned)
            .with_context(|| format!("the answer has no {pointer}: {answer}"))
    };
    Ok(Acknowledged {
        change_id: text("/change_id")?,
        task_id: text("/tasks/0/id")?,
        write,
    })
}

/// Lets time pass; nobody ever sends on the channel.
pub(super) fn pause(time: Duration) {
    let (_keep, nothing) = mpsc::channel::<()>();
    let _ = nothing.recv_timeout(time);
}
