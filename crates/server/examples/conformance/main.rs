//! A server for those who judge the protocol: the router, the tokens and the configuration of
//! `saydo serve`, and behind `/mcp` a handler with the names that their scenarios call.
//!
//!     cargo run -p saydo-server --example conformance -- serve --data DIR --listen 127.0.0.1:0 [--sessions]
//!
//! Nothing of it is in the binary that people run.

mod asking;
mod content;
mod described;
mod handler;

use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;

use agent::Chat;
use app::{App, Database, Options};
use server::{Metrics, ServerOptions, Surfaces};
use tokio::net::TcpListener;

use handler::Fixtures;

#[tokio::main]
#[expect(clippy::print_stdout, reason = "a program says where it listens")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut data, mut listen) = (None, "127.0.0.1:0".to_owned());
    let mut has_sessions = false;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "serve" => {}
            "--sessions" => has_sessions = true,
            "--data" => data = arguments.next().map(PathBuf::from),
            "--listen" => listen = arguments.next().ok_or("--listen needs an address")?,
            other => return Err(format!("unknown argument '{other}'").into()),
        }
    }
    let file = data
        .ok_or("--data names a folder of saydo")?
        .join("saydo.db");
    let app = App::open(Options::new(Database::Sqlite(file))).await?;
    let options = ServerOptions {
        actor_requests_per_minute: None,
        mcp_sessions: has_sessions,
        ..ServerOptions::default()
    };
    let chat = Chat::new(app.clone());
    let assistant = || Fixtures;
    let metrics = Metrics::new();
    let router =
        server::router_with_assistant(app, chat, options, Surfaces::ALL, metrics, assistant);
    let listener = TcpListener::bind(listen).await?;
    println!("listening on http://{}", listener.local_addr()?);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(terminated())
        .await?;
    Ok(())
}

async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    if let Ok(mut signal) = signal(SignalKind::terminate()) {
        signal.recv().await;
    }
}
