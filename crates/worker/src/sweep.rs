//! Removing for good what is past its time, now and then.

use std::time::Duration;

use app::App;
use tokio_util::sync::CancellationToken;

use crate::Options;

/// Lets a start be quick.
const FIRST: Duration = Duration::from_secs(60);

pub(crate) async fn run(app: &App, options: Options, shutdown: &CancellationToken) {
    let mut wait = FIRST;
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = tokio::time::sleep(wait) => {}
        }
        wait = options.sweep_every;
        match app.sweep().await {
            Ok(swept) if swept.tasks > 0 => {
                tracing::info!(
                    tasks = swept.tasks,
                    "removed what was in the trash for its time"
                );
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(
                error = &error as &dyn std::error::Error,
                "could not remove what is past its time; trying again later"
            ),
        }
    }
}
