//! A PostgreSQL of one's own for tests: made in a temporary folder, never the system's cluster.
//!
//! One server per test process, started by the first call, stopped when the process ends however
//! it ends. Data is not synced to disk.

mod binaries;
mod cluster;
mod server;

use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

pub use cluster::{Cluster, Lock};
use server::{Crashes, Server};

/// Returns the URL of a new empty database on this process's own server.
///
/// # Panics
/// When PostgreSQL is not installed or does not start; the message says what to install. Tests
/// fail then, they never skip.
pub fn database() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let server = server();
    let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    server.sql(
        "postgres",
        &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"),
    );
    server.url(&name)
}

/// Runs SQL on a database of this process's server, as its superuser, and returns what psql
/// prints.
///
/// # Panics
/// When the statement fails.
pub fn run(url: &str, sql: &str) -> String {
    let name = url
        .split('?')
        .next()
        .and_then(|url| url.rsplit('/').next())
        .unwrap_or("postgres");
    server().sql(name, sql)
}

/// Ends every connection to the database behind `url`, as a failover or a restart does.
///
/// # Panics
/// When the server does not answer.
pub fn cut_connections(url: &str) {
    run(
        url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
}

fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| {
        Server::start(Crashes::LoseCommits).unwrap_or_else(|error| panic!("{error}"))
    })
}

/// `program` as the user `postgres` when this process is root, which PostgreSQL refuses to run as.
fn unprivileged(program: &std::path::Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
