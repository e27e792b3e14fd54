//! A data folder of its own, the binary on it, and a server that can be killed.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A data folder that goes away with the test, or a database on a server.
pub(crate) struct World {
    folder: tempfile::TempDir,
    database: Option<String>,
}

/// What a run of the binary gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("no JSON: {}", self.out))
    }
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            database: None,
        }
    }

    /// On a PostgreSQL database, brought to the schema of the binary.
    pub(crate) fn on(database: String) -> Self {
        let world = Self {
            database: Some(database),
            ..Self::new()
        };
        let migrated = world.run(&["migrate"]);
        assert_eq!(migrated.code, 0, "{}", migrated.err);
        world
    }

    pub(crate) fn on_postgres() -> Self {
        Self::on(private_postgres::database())
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A file with this content.
    pub(crate) fn file(&self, name: &str, content: &str) -> String {
        let path = self.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = bare();
        match &self.database {
            Some(url) => command.env("SAYDO_DATABASE_URL", url),
            None => command.arg("--data").arg(self.path().join("data")),
        };
        command.args(words).env("HOME", self.path());
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Run {
        finish(self.command(words).stdin(Stdio::null()).output().unwrap())
    }

    /// The JSON that a verb prints.
    pub(crate) fn json(&self, words: &[&str]) -> Value {
        self.run(&[words, &["--json"]].concat()).json()
    }

    /// Runs the binary with this standard input.
    pub(crate) fn run_with(&self, input: &str, words: &[&str]) -> Run {
        let mut child = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        finish(child.wait_with_output().unwrap())
    }

    /// Titles of open tasks, sorted.
    pub(crate) fn titles(&self) -> Vec<String> {
        let page = self.json(&["ls", "--limit", "200"]);
        let titles = page["tasks"].as_array().unwrap().iter();
        let mut titles: Vec<String> = titles
            .map(|task| task["title"].as_str().unwrap().to_owned())
            .collect();
        titles.sort();
        titles
    }

    /// A token, which is the last word of what the verb prints.
    pub(crate) fn token(&self) -> String {
        let run = self.run(&["token", "create", "--name", "test"]);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out.split_whitespace().last().unwrap().to_owned()
    }

    pub(crate) fn serve(&self) -> Server {
        let address = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        self.serve_on(address)
    }

    /// A server without the line on standard output, with these arguments.
    pub(crate) fn serve_with(&self, words: &[&str]) -> Server {
        let address = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let listen = address.to_string();
        let child = self
            .command(&["serve", "--listen", &listen])
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Server {
            child,
            address,
            line: String::new(),
        };
        server.wait_for(|| TcpStream::connect(address).ok());
        server
    }

    pub(crate) fn serve_on(&self, address: SocketAddr) -> Server {
        let mut child = self
            .command(&["serve", "--listen", &address.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next().map(Result::unwrap).unwrap_or_else(|| {
            let mut err = String::new();
            child
                .stderr
                .take()
                .unwrap()
                .read_to_string(&mut err)
                .unwrap();
            panic!("the server did not start: {err}")
        });
        Server {
            child,
            address,
            line,
        }
    }
}

/// The binary without a data folder, and without settings of the machine it runs on.
pub(crate) fn bare() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_saydo"));
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("SAYDO_") || text.starts_with("XDG_") {
            command.env_remove(&name);
        }
    }
    command.env("NO_COLOR", "1").env("TZ", "Europe/Berlin");
    command
}

pub(crate) fn finish(output: Output) -> Run {
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A server that serves.
pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    /// The one line on standard output.
    pub(crate) line: String,
}

impl Server {
    /// Sends it a signal, such as `STOP`.
    pub(crate) fn signal(&self, name: &str) {
        let told = Command::new("kill")
            .args([&format!("-{name}"), &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(told.success());
    }

    /// Ends it as a crash would.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Status and body of a request.
    pub(crate) fn request(&self, head: &str, token: &str, body: &str) -> (u16, String) {
        let answer = self.answer(head, token, body).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        let body = answer.split_once("\r\n\r\n").unwrap().1;
        (status, body.to_owned())
    }

    /// Head and body of the answer to a request.
    pub(crate) fn answer(&self, head: &str, token: &str, body: &str) -> std::io::Result<String> {
        ask(self.address, head, token, body)
    }

    /// The JSON body of a GET that succeeds.
    pub(crate) fn get(&self, path: &str, token: &str) -> Value {
        let (status, body) = self.request(&format!("GET {path}"), token, "");
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).unwrap()
    }

    /// Asks again and again until `wanted` gives something.
    pub(crate) fn wait_for<T>(&self, wanted: impl Fn() -> Option<T>) -> T {
        wait_for(wanted)
    }

    /// The reminders that were shown, newest first.
    pub(crate) fn shown(&self, token: &str) -> Vec<Value> {
        let page = self.get("/v1/notifications", token);
        page["notifications"].as_array().unwrap().clone()
    }
}

/// Head and body of the answer to a request. `head` is a method, a path and maybe headers, each on a
/// line of its own. An error where the server goes away.
pub(crate) fn ask(
    address: SocketAddr,
    head: &str,
    token: &str,
    body: &str,
) -> std::io::Result<String> {
    let (line, headers) = head.split_once("\r\n").unwrap_or((head, ""));
    let headers = match headers {
        "" => String::new(),
        headers => format!("{headers}\r\n"),
    };
    let proof = match token {
        "" => String::new(),
        token => format!("Authorization: Bearer {token}\r\n"),
    };
    let request = format!(
        "{line} HTTP/1.1\r\nHost: {address}\r\n{headers}{proof}Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if answer.is_empty() {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(answer)
}

/// Asks again and again until `wanted` gives something.
pub(crate) fn wait_for<T>(wanted: impl Fn() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = wanted() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "waited in vain");
        // Nothing tells a test that asks over HTTP when to ask again.
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

/// An instant so many seconds from now, as text.
#[expect(
    clippy::disallowed_methods,
    reason = "the server under test has the same clock"
)]
pub(crate) fn in_seconds(seconds: i64) -> String {
    let later = jiff::SignedDuration::from_secs(seconds);
    (jiff::Timestamp::now() + later).to_string()
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
