//! What is counted, in Prometheus' text format.

use std::sync::Arc;
use std::time::Duration;

use prometheus::{
    Histogram, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, Opts, Registry,
    TextEncoder,
};

/// Counters of one process. Cheap to clone; every clone counts into the same.
#[derive(Clone)]
pub struct Metrics(Arc<Inner>);

struct Inner {
    registry: Registry,
    requests: IntCounterVec,
    latency: HistogramVec,
    feeds: IntGauge,
    chat_turns: IntCounter,
    lateness: Histogram,
    fired: IntCounter,
}

const LATENCIES: &[f64] = &[
    0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];
const LATENESS: &[f64] = &[
    0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 30.0, 300.0, 3600.0,
];

impl Metrics {
    /// Counters that are all zero.
    ///
    /// # Panics
    /// Never: the names are fixed and differ.
    pub fn new() -> Self {
        let registry = Registry::new();
        let requests = IntCounterVec::new(
            Opts::new(
                "saydo_http_requests_total",
                "Requests by route, method and status.",
            ),
            &["route", "method", "status"],
        );
        let latency = HistogramVec::new(
            HistogramOpts::new(
                "saydo_http_request_seconds",
                "Time to the first byte of the answer.",
            )
            .buckets(LATENCIES.to_vec()),
            &["route"],
        );
        let feeds = IntGauge::new("saydo_feed_connections", "Event streams that are open.");
        let chat_turns = IntCounter::new("saydo_chat_turns_total", "Chat turns begun.");
        let lateness = Histogram::with_opts(
            HistogramOpts::new(
                "saydo_reminder_lateness_seconds",
                "How late reminders fired.",
            )
            .buckets(LATENESS.to_vec()),
        );
        let fired = IntCounter::new("saydo_reminders_fired_total", "Reminders that fired.");
        let inner = Inner {
            registry,
            requests: requests.expect("the name is valid"),
            latency: latency.expect("the name is valid"),
            feeds: feeds.expect("the name is valid"),
            chat_turns: chat_turns.expect("the name is valid"),
            lateness: lateness.expect("the name is valid"),
            fired: fired.expect("the name is valid"),
        };
        let register = |collector: Box<dyn prometheus::core::Collector>| {
            inner
                .registry
                .register(collector)
                .expect("the names differ");
        };
        register(Box::new(inner.requests.clone()));
        register(Box::new(inner.latency.clone()));
        register(Box::new(inner.feeds.clone()));
        register(Box::new(inner.chat_turns.clone()));
        register(Box::new(inner.lateness.clone()));
        register(Box::new(inner.fired.clone()));
        Self(Arc::new(inner))
    }

    /// Counts one reminder that fired so late.
    pub fn reminder_fired(&self, lateness: Duration) {
        self.0.fired.inc();
        self.0.lateness.observe(lateness.as_secs_f64());
    }

    /// Everything as text.
    pub fn text(&self) -> String {
        TextEncoder::new()
            .encode_to_string(&self.0.registry.gather())
            .unwrap_or_default()
    }

    pub(crate) fn request(&self, route: &str, method: &str, status: u16, took: Duration) {
        let mut digits = [b'0'; 3];
        for (digit, divisor) in digits.iter_mut().zip([100, 10, 1]) {
            *digit += u8::try_from(status / divisor % 10).unwrap_or_default();
        }
        let status = std::str::from_utf8(&digits).unwrap_or_default();
        self.0
            .requests
            .with_label_values(&[route, method, status])
            .inc();
        self.0
            .latency
            .with_label_values(&[route])
            .observe(took.as_secs_f64());
    }

    pub(crate) fn chat_turn(&self) {
        self.0.chat_turns.inc();
    }

    /// Counts an event stream until the guard is dropped.
    pub(crate) fn feed(&self) -> FeedGuard {
        self.0.feeds.inc();
        FeedGuard(self.0.feeds.clone())
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

/// One open event stream.
pub(crate) struct FeedGuard(IntGauge);

impl Drop for FeedGuard {
    fn drop(&mut self) {
        self.0.dec();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_is_counted() {
        let metrics = Metrics::new();
        metrics.request("/v1/tasks", "GET", 200, Duration::from_millis(3));
        let feed = metrics.feed();
        let text = metrics.text();
        assert!(
            text.contains(
                r#"saydo_http_requests_total{method="GET",route="/v1/tasks",status="200"} 1"#
            ),
            "{text}"
        );
        assert!(text.contains("saydo_feed_connections 1"), "{text}");
        drop(feed);
        assert!(metrics.text().contains("saydo_feed_connections 0"));
    }
}
