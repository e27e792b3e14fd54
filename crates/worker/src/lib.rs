//! Work that nobody waits for: reminders that fire on time, and sweeping what is past its time.
//!
//! Any number of workers may run on one database; what each does is a transaction of `app`.

mod reminders;
mod sweep;

use std::time::Duration;

use app::App;
use tokio_util::sync::CancellationToken;

/// How a worker works.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The longest time between two looks at the database.
    pub poll: Duration,
    /// Timers that one round takes.
    pub batch: u32,
    /// How often what is past its time is removed.
    pub sweep_every: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            poll: Duration::from_secs(1),
            batch: 5_000,
            sweep_every: Duration::from_secs(6 * 60 * 60),
        }
    }
}

/// Works until `shutdown`; a round that has begun is finished. A database that is away is waited
/// for. `observe` is told of every reminder that fired how late it was.
pub async fn run(
    app: App,
    options: Options,
    observe: impl Fn(Duration),
    shutdown: CancellationToken,
) {
    tokio::join!(
        reminders::run(&app, options, observe, &shutdown),
        sweep::run(&app, options, &shutdown),
    );
}
