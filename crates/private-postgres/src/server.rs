//! One server: made, started, asked, and stopped together with this process.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::{binaries, is_root, unprivileged};

const START_LIMIT: Duration = Duration::from_secs(60);

pub(crate) struct Server {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
    /// Stops the server and removes the folder when the pipe to its input closes, which also
    /// happens when this process is killed.
    _guard: Child,
}

impl Server {
    pub(crate) fn start() -> Result<Self, String> {
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
        let guard = launch(&programs, folder.path(), &data, port)?;
        let server = Self {
            programs,
            folder,
            port,
            _guard: guard,
        };
        server.wait()?;
        Ok(server)
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

    fn psql(&self, database: &str) -> Command {
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

/// Starts the server under a shell that waits for the end of its own input, that is of this
/// process, and then stops the server and removes the folder.
fn launch(programs: &Path, folder: &Path, data: &Path, port: u16) -> Result<Child, String> {
    let script = r#"
        "$1" -D "$2" -k "$3" -p "$4" -c listen_addresses=127.0.0.1 -c fsync=off \
            -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
            -c shared_buffers=64MB -c autovacuum=off >"$3/log" 2>&1 </dev/null &
        server=$!
        echo started
        cat >/dev/null
        kill -INT $server
        wait $server
        rm -rf "$3"
    "#;
    let mut guard = unprivileged(Path::new("/bin/sh"))
        .current_dir("/")
        .args(["-c", script, "guard"])
        .arg(programs.join("postgres"))
        .arg(data)
        .arg(folder)
        .arg(port.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("the private PostgreSQL does not start: {error}"))?;
    if let Some(input) = guard.stdin.as_mut() {
        input.flush().map_err(|error| error.to_string())?;
    }
    Ok(guard)
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
