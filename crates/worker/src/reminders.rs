//! Firing reminders: sleeps until the next one is due, and looks at least once per poll for those
//! that other processes have set.

use std::time::Duration;

use app::App;
use app::jobs::FireReport;
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::Options;

/// The first and the longest pause after a failure.
const PAUSES: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(5));

pub(crate) async fn run(
    app: &App,
    options: Options,
    observe: impl Fn(Duration),
    shutdown: &CancellationToken,
) {
    let mut pause = PAUSES.0;
    while !shutdown.is_cancelled() {
        let wait = match app.fire_due(options.batch).await {
            Ok(report) => {
                report.lateness.iter().for_each(|late| observe(*late));
                if report.fired > 0 {
                    tracing::debug!(fired = report.fired, told = report.told, "reminders fired");
                }
                if pause > PAUSES.0 {
                    tracing::info!("the database is back; reminders go on");
                    pause = PAUSES.0;
                }
                until(&report, app.now(), options.poll)
            }
            Err(error) => {
                if pause == PAUSES.0 {
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "reminders cannot be fired; they are late, not lost"
                    );
                }
                let wait = pause;
                pause = (2 * pause).min(PAUSES.1);
                wait
            }
        };
        tokio::select! {
            () = shutdown.cancelled() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// How long to sleep: until the next timer, but never longer than a poll.
fn until(report: &FireReport, now: Timestamp, poll: Duration) -> Duration {
    let Some(next_at) = report.next_at else {
        return poll;
    };
    match Duration::try_from(next_at.duration_since(now)) {
        Ok(wait) if !wait.is_zero() => wait.min(poll),
        // More are due than the round could take.
        _ if report.fired > 0 => Duration::ZERO,
        // Something is due that this round could not fire.
        _ => PAUSES.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fired: usize, next_in_ms: Option<i64>, expected_ms: u64) {
        let at = |ms| Timestamp::from_millisecond(1_000_000 + ms).unwrap();
        let report = FireReport {
            fired,
            next_at: next_in_ms.map(at),
            ..FireReport::default()
        };

        let wait = until(&report, at(0), Duration::from_secs(1));

        assert_eq!(wait, Duration::from_millis(expected_ms));
    }

    #[test]
    fn the_worker_sleeps_until_the_next_timer_but_never_longer_than_a_poll() {
        check(0, None, 1_000);
        check(0, Some(60_000), 1_000);
        check(3, Some(300), 300);
    }

    #[test]
    fn the_worker_goes_on_at_once_while_it_gets_anywhere() {
        check(3, Some(0), 0);
        check(3, Some(-5_000), 0);
        check(0, Some(-5_000), 100);
    }
}
