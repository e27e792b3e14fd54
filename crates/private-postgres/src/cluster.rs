//! A server of one test, which may crash and come back, and whose locks a test may hold.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Stdio};

use crate::server::{Crashes, Server};

/// A server of one's own, for tests that end it or get in its way. What it acknowledged survives
/// [`Cluster::crash`].
pub struct Cluster(Server);

impl Cluster {
    /// Makes and starts a server.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start.
    pub fn start() -> Self {
        Self(Server::start(Crashes::KeepCommits).unwrap_or_else(|error| panic!("{error}")))
    }

    /// Returns the URL of its one database, which is empty at first.
    pub fn url(&self) -> String {
        self.0.url("postgres")
    }

    /// Runs SQL as the superuser, and returns what psql prints.
    ///
    /// # Panics
    /// When the statement fails.
    pub fn run(&self, sql: &str) -> String {
        self.0.sql("postgres", sql)
    }

    /// Ends the server at once, as a crash would.
    ///
    /// # Panics
    /// When it cannot be ended.
    pub fn crash(&mut self) {
        self.0.crash().unwrap_or_else(|error| panic!("{error}"));
    }

    /// Starts the server again, and waits until it answers.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start_again(&mut self) {
        self.0.launch().unwrap_or_else(|error| panic!("{error}"));
    }

    /// Begins a transaction with `sql`, which locks something, and keeps it open.
    ///
    /// # Panics
    /// When psql does not run.
    pub fn lock(&self, sql: &str) -> Lock {
        let mut child = self
            .0
            .psql("postgres")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("psql does not run: {error}"));
        let statements = format!("BEGIN;\n{sql};\n\\echo locked\n");
        let input = child.stdin.as_mut().expect("psql has an input");
        input
            .write_all(statements.as_bytes())
            .unwrap_or_else(|error| panic!("psql does not listen: {error}"));
        let output = child.stdout.take().expect("psql has an output");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        assert!(
            lines.any(|line| line == "locked"),
            "psql refused: {statements}"
        );
        Lock(child)
    }
}

/// A lock that is held until it is dropped.
pub struct Lock(Child);

impl Drop for Lock {
    fn drop(&mut self) {
        // The end of its input ends psql, and with it the transaction.
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}
