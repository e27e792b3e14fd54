//! When a process is told to end.

use std::time::Duration;

/// How long what has begun may take to end.
pub(crate) const DRAIN: Duration = Duration::from_secs(10);

/// Returns when the process is told to end: by SIGTERM, or by Ctrl-C. Telling it twice ends it at
/// once.
pub(crate) async fn end() {
    told().await;
    tokio::spawn(async {
        told().await;
        std::process::exit(1);
    });
}

#[cfg(unix)]
async fn told() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return interrupted().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        () = interrupted() => {}
    }
}

#[cfg(not(unix))]
async fn told() {
    interrupted().await;
}

async fn interrupted() {
    // Without the handler the process ends by the signal itself.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
