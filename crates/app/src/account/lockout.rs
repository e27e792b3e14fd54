//! How long one waits after failed attempts to sign in.

use jiff::{SignedDuration, Timestamp};

/// Failures of one account, or from one address, that cost nothing.
const FREE_PER_ACCOUNT: i64 = 5;
const FREE_PER_ADDRESS: i64 = 30;
/// The first wait; every further failure doubles it.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(30);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);
/// After so long without a failure they are forgotten.
const MEMORY: SignedDuration = SignedDuration::from_hours(24);

/// What failures are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counter {
    Account,
    Address,
}

/// Failures counted so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failures {
    pub(crate) count: i64,
    pub(crate) last_at: Timestamp,
}

/// When the next attempt is allowed, where that is later than `now`.
pub(crate) fn locked_until(
    counter: Counter,
    failures: Failures,
    now: Timestamp,
) -> Option<Timestamp> {
    let free = match counter {
        Counter::Account => FREE_PER_ACCOUNT,
        Counter::Address => FREE_PER_ADDRESS,
    };
    let over = u32::try_from(failures.count.checked_sub(free)?).ok()?;
    let wait = FIRST_WAIT
        .saturating_mul(2_i32.saturating_pow(over.min(16)))
        .min(LONGEST_WAIT);
    failures
        .last_at
        .checked_add(wait)
        .ok()
        .filter(|until| *until > now)
}

/// From when on a failure is the first of a new count.
pub(crate) fn forgotten_before(now: Timestamp) -> Timestamp {
    now.checked_sub(MEMORY).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(counter: Counter, count: i64, seconds_later: i64, waits: Option<i64>) {
        let last_at = Timestamp::from_second(1_000_000).unwrap();
        let now = Timestamp::from_second(1_000_000 + seconds_later).unwrap();
        let until = locked_until(counter, Failures { count, last_at }, now);
        assert_eq!(
            until.map(|until| until.as_second() - now.as_second()),
            waits
        );
    }

    #[test]
    fn a_few_failures_are_free_and_each_further_one_doubles_the_wait() {
        check(Counter::Account, 4, 0, None);
        check(Counter::Account, 5, 0, Some(30));
        check(Counter::Account, 5, 10, Some(20));
        check(Counter::Account, 5, 30, None);
        check(Counter::Account, 6, 0, Some(60));
        check(Counter::Account, 7, 0, Some(120));
        check(Counter::Account, 1_000_000, 0, Some(900));
        check(Counter::Address, 29, 0, None);
        check(Counter::Address, 30, 0, Some(30));
    }
}
