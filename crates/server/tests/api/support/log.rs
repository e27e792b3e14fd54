//! Everything that one test's thread logs, at every level, but what the binary keeps quiet too.

use std::cell::RefCell;
use std::io::Write;
use std::sync::Once;

thread_local! {
    static LOGGED: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Sends what is logged to the tap of its thread. Before any test runs code that logs: what a
/// thread without a listener logs first would be silent in every other thread too.
pub(crate) fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let everything = format!("trace,{}", agent::mcp::QUIET);
        tracing_subscriber::fmt()
            .with_env_filter(tracing_subscriber::EnvFilter::new(everything))
            .with_writer(|| Sink)
            .init();
    });
}

/// Keeps what this thread logs until it is closed.
pub(crate) struct LogTap;

impl LogTap {
    pub(crate) fn open() -> Self {
        install();
        LOGGED.set(Some(Vec::new()));
        Self
    }

    pub(crate) fn close(self) -> String {
        String::from_utf8(LOGGED.take().unwrap_or_default()).unwrap()
    }
}

struct Sink;

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOGGED.with_borrow_mut(|logged| {
            if let Some(logged) = logged {
                logged.extend_from_slice(bytes);
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
