//! One server: made, started, asked, and stopped together with this process.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::{binaries, is_root, unprivileged};

const START_LIMIT: Duration = Duration::from_secs(60);

/// Whether commits are kept when the server crashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Crashes {
    /// Nobody looks after a crash: the fastest.
    LoseCommits,
    /// What was acknowledged is there again.
    KeepCommits,
}

pub(crate) struct Server {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
    crashes: Crashes,
    /// Stops the server and removes the folder when the pipe to its input closes, which also
    /// happens when this process is killed.
    guard: Option<Child>,
}

impl Server {
    pub(crate) fn start(crashes: Crashes) -> Result<Self, String> {
        let programs = binaries::folder()?;
        let folder = tempfile::Builder::new()
            .prefix("saydo-postgres-")
            .tempdir()
            .map_err(|error| format!("no temporary folder: {error}"))?;
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(folder.path()))?;
        }
        let data = folder.path().join("data");
        run(unprivileged(&programs.join("initdb"))
            .current_dir("/")
            .args([
                "--auth=trust",
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
            ])
            .args(["--no-sync", "-D"])
            .arg(&data))?;
        let port = free_port()?;
        let mut server = Self {
            programs,
            folder,
            port,
            crashes,
            guard: None,
        };
        server.launch()?;
        Ok(server)
    }

    /// Ends the server as a crash would; its data stay.
    pub(crate) fn crash(&mut self) -> Result<(), String> {
        let Some(mut guard) = self.guard.take() else {
            return Ok(());
        };
        let told = guard
            .stdin
            .take()
            .map(|mut input| input.write_all(b"crash"));
        told.transpose().map_err(|error| error.to_string())?;
        guard.wait().map_err(|error| error.to_string()).map(drop)
    }

    /// Starts the server, also after a crash, and waits until it answers.
    pub(crate) fn launch(&mut self) -> Result<(), String> {
        if self.guard.is_none() {
            self.guard = Some(self.guard()?);
        }
        self.wait()
    }

    pub(crate) fn url(&self, database: &str) -> String {
        format!(
            "postgres://postgres@127.0.0.1:{}/{database}?sslmode=disable",
            self.port
        )
    }

    pub(crate) fn sql(&self, database: &str, sql: &str) -> String {
        let output = self
            .psql(database)
            .args(["-c", sql])
            .output()
            .unwrap_or_else(|error| panic!("psql does not run: {error}"));
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "psql refused a statement: {complaint}"
        );
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Starts the server under a shell that waits for the end of its own input, that is of this
    /// process, and then stops the server and removes the folder. Told of a crash, it ends the
    /// server at once and leaves the folder.
    fn guard(&self) -> Result<Child, String> {
        let script = r#"
            "$1" -D "$3/data" -k "$3" -p "$4" -c listen_addresses=127.0.0.1 -c fsync=off \
                -c synchronous_commit="$2" -c full_page_writes=off -c max_connections=300 \
                -c shared_buffers=64MB -c autovacuum=off >>"$3/log" 2>&1 </dev/null &
            server=$!
            told=$(cat)
            if [ "$told" = crash ]; then
                kill -QUIT $server
                wait $server
            else
                kill -INT $server
                wait $server
                rm -rf "$3"
            fi
        "#;
        let commits = match self.crashes {
            Crashes::LoseCommits => "off",
            Crashes::KeepCommits => "on",
        };
        unprivileged(Path::new("/bin/sh"))
            .current_dir("/")
            .args(["-c", script, "guard"])
            .arg(self.programs.join("postgres"))
            .arg(commits)
            .arg(self.folder.path())
            .arg(self.port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("the private PostgreSQL does not start: {error}"))
    }

    pub(crate) fn psql(&self, database: &str) -> Command {
        let mut command = Command::new(self.programs.join("psql"));
        command
            .args([
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-U",
                "postgres",
                "-h",
            ])
            .arg(self.folder.path())
            .args(["-p", &self.port.to_string(), "-d", database]);
        command
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a server that starts tells nobody when it is ready"
    )]
    fn wait(&self) -> Result<(), String> {
        let started = Instant::now();
        loop {
            let answer = self.psql("postgres").args(["-c", "SELECT 1"]).output();
            if answer.is_ok_and(|output| output.status.success()) {
                return Ok(());
            }
            if started.elapsed() > START_LIMIT {
                let log = std::fs::read_to_string(self.folder.path().join("log"));
                return Err(format!("the private PostgreSQL does not start: {log:?}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!(
        "{command:?} failed: {}",
        String::from_utf8_lossy(&output.stderr)
    ))
}

fn free_port() -> Result<u16, String> {
    std::net::TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("no free port: {error}"))
}
