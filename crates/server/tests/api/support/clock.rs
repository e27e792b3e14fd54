//! A clock that stands still until a test moves it.

use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

/// A clock that stands still until a test moves it.
pub(crate) struct TestClock(Mutex<Timestamp>);

impl TestClock {
    pub(crate) fn new(at: &str) -> Self {
        Self(Mutex::new(at.parse().unwrap()))
    }

    pub(crate) fn advance(&self, by: SignedDuration) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(by).unwrap();
    }
}

impl app::Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}
