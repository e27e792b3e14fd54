//! The real binary as a child process on a data folder and a fixed free port.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

/// How long a start may take before the loop gives up.
const START: Duration = Duration::from_secs(20);

#[derive(Debug)]
pub(super) struct Server {
    binary: PathBuf,
    data: PathBuf,
    database: Option<String>,
    address: SocketAddr,
    child: Option<Child>,
}

impl Server {
    /// Starts the server and waits until it says that it listens.
    pub(super) fn start(binary: &Path, data: &Path, database: Option<String>) -> Result<Self> {
        let binary = binary
            .canonicalize()
            .with_context(|| format!("there is no {}; build it first", binary.display()))?;
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut server = Self {
            binary,
            data: data.to_owned(),
            database,
            address,
            child: None,
        };
        if server.database.is_some() {
            let migrated = server.command().arg("migrate").output()?;
            ensure!(
                migrated.status.success(),
                "cannot migrate the database: {}",
                String::from_utf8_lossy(&migrated.stderr)
            );
        }
        server.serve()?;
        Ok(server)
    }

    pub(super) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Starts the server again.
    pub(super) fn serve(&mut self) -> Result<()> {
        let mut child = self
            .command()
            .args(["serve", "--listen", &self.address.to_string()])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("cannot start the server")?;
        let (said, lines) = mpsc::channel();
        for stream in [
            child
                .stdout
                .take()
                .map(|out| Box::new(out) as Box<dyn std::io::Read + Send>),
            child
                .stderr
                .take()
                .map(|err| Box::new(err) as Box<dyn std::io::Read + Send>),
        ]
        .into_iter()
        .flatten()
        {
            let said = said.clone();
            // The streams are read to their end, so that the server never waits for a reader.
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = said.send(line);
                }
            });
        }
        drop(said);
        self.child = Some(child);
        let mut heard = Vec::new();
        loop {
            match lines.recv_timeout(START) {
                Ok(line) if line.contains("token=") => return Ok(()),
                Ok(line) => heard.push(line),
                Err(_) => bail!(
                    "the server printed no sign-in link, but:\n{}",
                    heard.join("\n")
                ),
            }
        }
    }

    /// Ends the server with SIGKILL.
    pub(super) fn kill(&mut self) -> Result<()> {
        if let Some(mut child) = self.child.take() {
            if let Some(status) = child.try_wait()? {
                bail!("the server had ended by itself: {status}");
            }
            child.kill()?;
            child.wait()?;
        }
        Ok(())
    }

    /// A personal token of the local owner.
    pub(super) fn token(&self) -> Result<String> {
        let output = self
            .command()
            .args(["token", "create", "--name", "kill-loop"])
            .output()?;
        ensure!(
            output.status.success(),
            "cannot create a token: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let printed = String::from_utf8(output.stdout).context("the token is no text")?;
        let token = printed
            .split_whitespace()
            .last()
            .context("no token was printed")?;
        Ok(token.to_owned())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command.stdin(Stdio::null());
        // No setting of the caller reaches it, and the writers write as fast as they can.
        command
            .env_clear()
            .env("HOME", &self.data)
            .env("SAYDO_RATE_LIMIT", "off");
        match &self.database {
            Some(url) => command.env("SAYDO_DATABASE_URL", url),
            None => command.arg("--data").arg(&self.data),
        };
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}
