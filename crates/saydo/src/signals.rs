//! When a process is told to end.

use std::time::Duration;

/// How long what has begun may take to end.
pub(crate) const DRAIN: Duration = Duration::from_secs(10);

/// Listens from this call on; what it returns ends when the process is told to: by SIGTERM, or by
/// Ctrl-C. Telling it twice ends it at once.
pub(crate) fn listen() -> impl Future<Output = ()> {
    let mut signals = Signals::listen();
    async move {
        signals.told().await;
        tokio::spawn(async move {
            signals.told().await;
            std::process::exit(1);
        });
    }
}

#[cfg(unix)]
struct Signals(Vec<tokio::signal::unix::Signal>);

#[cfg(unix)]
impl Signals {
    /// Without a handler the process ends by the signal itself.
    fn listen() -> Self {
        use tokio::signal::unix::{SignalKind, signal};
        let kinds = [SignalKind::terminate(), SignalKind::interrupt()];
        Self(
            kinds
                .into_iter()
                .filter_map(|kind| signal(kind).ok())
                .collect(),
        )
    }

    async fn told(&mut self) {
        std::future::poll_fn(|context| {
            let is_told = |signal: &mut tokio::signal::unix::Signal| {
                matches!(signal.poll_recv(context), std::task::Poll::Ready(Some(())))
            };
            // Each is asked, so that each wakes this task.
            let told = self
                .0
                .iter_mut()
                .map(is_told)
                .fold(false, |told, one| told | one);
            if told {
                std::task::Poll::Ready(())
            } else {
                std::task::Poll::Pending
            }
        })
        .await;
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> Self {
        Self
    }

    async fn told(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
