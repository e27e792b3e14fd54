//! The kill loop: several writers work, the server is killed with SIGKILL at random moments and
//! started again, and in the end every acknowledged change must be there exactly once.

mod client;
mod server;
mod verify;
mod writer;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use client::Client;
use server::Server;
use writer::Writer;

/// The shortest and the longest time, in milliseconds, that the server lives between two kills.
const LIFE_MS: std::ops::Range<u64> = 5..250;

/// What the command line asks for.
#[derive(Debug)]
pub(crate) struct Options {
    times: u32,
    seed: u64,
    writers: u32,
    binary: PathBuf,
    /// An empty PostgreSQL database instead of a file.
    database: Option<String>,
}

impl Options {
    /// Reads `--times N --seed N --writers N --binary PATH --database URL`.
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let binary = PathBuf::from("target/debug/saydo");
        let mut options = Self {
            times: 100,
            seed: 1,
            writers: 4,
            binary,
            database: None,
        };
        while let Some(name) = arguments.next() {
            let value = arguments
                .next()
                .with_context(|| format!("{name} needs a value"))?;
            let number = || {
                value
                    .parse()
                    .with_context(|| format!("{name} needs a number"))
            };
            match name.as_str() {
                "--times" => options.times = u32::try_from(number()?)?,
                "--seed" => options.seed = number()?,
                "--writers" => options.writers = u32::try_from(number()?)?,
                "--binary" => options.binary = PathBuf::from(&value),
                "--database" => options.database = Some(value),
                _ => bail!(
                    "there is no option {name}; use --times, --seed, --writers, --binary, --database"
                ),
            }
        }
        Ok(options)
    }
}

/// Runs the loop and returns one line that says what was seen.
///
/// # Errors
/// When a change was lost or doubled, or when the server does not start again.
pub(crate) fn run(options: &Options) -> Result<String> {
    let started = Instant::now();
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let mut server = Server::start(&options.binary, folder.path(), options.database.clone())?;
    let client = Client::new(server.address(), server.token()?);
    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..options.writers)
        .map(|number| {
            let writer = Writer::new(number, options.seed, client.clone(), Arc::clone(&stop));
            std::thread::spawn(move || writer.work())
        })
        .collect();

    let kills = kill_and_restart(options, &mut server, &writers);
    stop.store(true, Ordering::Relaxed);
    let mut acknowledged = Vec::new();
    for writer in writers {
        let done = writer
            .join()
            .map_err(|_| anyhow::anyhow!("a writer panicked"))?;
        acknowledged.extend(done.context("a writer got an answer that it must not get")?);
    }
    let slowest = kills?;
    let checked = verify::check(&client, &acknowledged, options.seed)?;
    server.kill()?;
    Ok(format!(
        "kill-loop: {} kills, {} acknowledged changes, 0 lost, 0 doubled, revisions 1 to {checked} \
         dense, slowest start {} ms (seed {}, {} s)",
        options.times,
        acknowledged.len(),
        slowest.as_millis(),
        options.seed,
        started.elapsed().as_secs()
    ))
}

/// Kills the server as often as asked and returns how long the slowest start took.
fn kill_and_restart<T>(
    options: &Options,
    server: &mut Server,
    writers: &[std::thread::JoinHandle<T>],
) -> Result<Duration> {
    // Nothing is ever sent on this channel: waiting for it passes the time.
    let (_keep, pause) = mpsc::channel::<()>();
    let mut random = fastrand::Rng::with_seed(options.seed);
    let mut slowest = Duration::ZERO;
    for kill in 1..=options.times {
        let _ = pause.recv_timeout(Duration::from_millis(random.u64(LIFE_MS)));
        ensure!(
            writers.iter().all(|writer| !writer.is_finished()),
            "a writer gave up"
        );
        server.kill()?;
        let began = Instant::now();
        server
            .serve()
            .with_context(|| format!("the server did not start after kill {kill}"))?;
        slowest = slowest.max(began.elapsed());
    }
    Ok(slowest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &str) -> Result<Options> {
        Options::parse(words.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_read_and_unknown_ones_are_refused() {
        let options = parse("--times 7 --seed 3 --binary x/saydo").unwrap();
        assert_eq!((options.times, options.seed, options.writers), (7, 3, 4));
        assert_eq!(options.binary, PathBuf::from("x/saydo"));
        assert!(
            parse("--time 7")
                .unwrap_err()
                .to_string()
                .contains("no option --time")
        );
        assert!(
            parse("--times many")
                .unwrap_err()
                .to_string()
                .contains("needs a number")
        );
    }
}
