//! What a worker has done, for metrics.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use app::jobs::FireReport;

/// Counters that the worker advances and metrics read.
#[derive(Debug, Default)]
pub struct Gauges {
    fired: AtomicU64,
    told: AtomicU64,
    failures: AtomicU64,
    last_lateness_ms: AtomicU64,
    worst_lateness_ms: AtomicU64,
}

/// The counters at one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// Timers that have fired.
    pub fired: u64,
    /// People told, once per reminder.
    pub told: u64,
    /// Rounds that failed.
    pub failures: u64,
    /// How late the latest timer of the latest round was.
    pub last_lateness: Duration,
    /// The same over the life of the process.
    pub worst_lateness: Duration,
}

impl Gauges {
    pub(crate) fn fired(&self, report: &FireReport) {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let lateness = u64::try_from(report.lateness.as_millis()).unwrap_or(u64::MAX);
        self.fired.fetch_add(count(report.fired), Ordering::Relaxed);
        self.told.fetch_add(count(report.told), Ordering::Relaxed);
        self.last_lateness_ms.store(lateness, Ordering::Relaxed);
        self.worst_lateness_ms
            .fetch_max(lateness, Ordering::Relaxed);
    }

    pub(crate) fn failed(&self) {
        self.failures.fetch_add(1, Ordering::Relaxed);
    }

    /// The counters now.
    pub fn read(&self) -> Reading {
        let ms = |counter: &AtomicU64| Duration::from_millis(counter.load(Ordering::Relaxed));
        Reading {
            fired: self.fired.load(Ordering::Relaxed),
            told: self.told.load(Ordering::Relaxed),
            failures: self.failures.load(Ordering::Relaxed),
            last_lateness: ms(&self.last_lateness_ms),
            worst_lateness: ms(&self.worst_lateness_ms),
        }
    }
}
