//! How many requests one actor, or one address without credential, may make.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use domain::UserId;
use governor::clock::{Clock as _, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

use crate::problem::{Code, Problem};

/// Who is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    User(UserId),
    Address(IpAddr),
    /// The transport has no addresses.
    Nowhere,
}

type Limiter =
    RateLimiter<Key, DefaultKeyedStateStore<Key>, DefaultClock, StateInformationMiddleware>;

/// One limit: so many requests a minute for each key.
pub(crate) struct Rate {
    name: &'static str,
    limiter: Option<Limiter>,
    per_minute: u32,
    checks: AtomicUsize,
}

/// What is left, for the answer's headers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Left {
    name: &'static str,
    per_minute: u32,
    remaining: u32,
}

/// How many checks lie between two sweeps of keys that are not limited any more.
const SWEEP: usize = 16_384;

impl Rate {
    pub(crate) fn new(name: &'static str, per_minute: Option<NonZeroU32>) -> Self {
        let limiter = per_minute.map(|count| {
            RateLimiter::keyed(Quota::per_minute(count))
                .with_middleware::<StateInformationMiddleware>()
        });
        let per_minute = per_minute.map_or(0, NonZeroU32::get);
        Self {
            name,
            limiter,
            per_minute,
            checks: AtomicUsize::new(0),
        }
    }

    /// Counts one request.
    pub(crate) fn check(&self, key: Key) -> Result<Option<Left>, Problem> {
        let Some(limiter) = &self.limiter else {
            return Ok(None);
        };
        if self.checks.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            limiter.retain_recent();
        }
        match limiter.check_key(&key) {
            Ok(state) => Ok(Some(Left {
                name: self.name,
                per_minute: self.per_minute,
                remaining: state.remaining_burst_capacity(),
            })),
            Err(refused) => {
                let wait = refused.wait_time_from(limiter.clock().now());
                let detail = format!(
                    "at most {} requests a minute; wait before the next one",
                    self.per_minute
                );
                Err(Problem::new(Code::RateLimited, detail)
                    .retry_after(wait.max(Duration::from_secs(1))))
            }
        }
    }
}

impl Left {
    pub(crate) fn write(self, headers: &mut HeaderMap) {
        let limit = format!("\"{}\";r={};t=60", self.name, self.remaining);
        let policy = format!("\"{}\";q={};w=60", self.name, self.per_minute);
        for (name, value) in [("ratelimit", limit), ("ratelimit-policy", policy)] {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_uses_up_its_own_limit_only() {
        let rate = Rate::new("test", NonZeroU32::new(2));
        let address = |text: &str| Key::Address(text.parse().unwrap());
        assert!(rate.check(address("1.1.1.1")).is_ok());
        assert!(rate.check(address("1.1.1.1")).is_ok());
        assert!(rate.check(address("1.1.1.1")).is_err());
        assert!(rate.check(address("2.2.2.2")).is_ok());
    }

    #[test]
    fn no_limit_counts_nothing() {
        let rate = Rate::new("test", None);
        assert!(rate.check(Key::Nowhere).unwrap().is_none());
    }
}
