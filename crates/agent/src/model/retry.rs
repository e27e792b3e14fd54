//! When to ask a model again: only before it has said anything, and not for long.

use std::time::Duration;

use super::ModelError;

/// Times that a step is tried.
const ATTEMPTS: u32 = 4;
/// The longest wait before another try.
const LONGEST: Duration = Duration::from_secs(8);

/// How long to wait before the next try after `attempt` tries, the last of which failed with
/// `error`; `None` to give up. `chance` is between 0 and 1, so that many do not come back at once.
pub(super) fn wait(attempt: u32, error: &ModelError, chance: f64) -> Option<Duration> {
    if attempt >= ATTEMPTS || !error.is_passing() {
        return None;
    }
    if let ModelError::Busy {
        retry_after: Some(after),
    } = error
    {
        return (*after <= LONGEST).then_some(*after);
    }
    let whole = Duration::from_millis(250) * 2_u32.pow(attempt - 1);
    Some(whole.mul_f64(0.5 + chance / 2.0).min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(attempt: u32, error: ModelError, expected: Option<u64>) {
        let found = wait(attempt, &error, 1.0);
        assert_eq!(found, expected.map(Duration::from_millis), "{error:?}");
    }

    fn busy(seconds: Option<u64>) -> ModelError {
        let retry_after = seconds.map(Duration::from_secs);
        ModelError::Busy { retry_after }
    }

    #[test]
    fn what_passes_is_tried_again_and_waits_grow() {
        check(1, ModelError::Unreachable, Some(250));
        check(2, ModelError::Failed { status: 503 }, Some(500));
        check(3, busy(None), Some(1000));
        check(4, busy(None), None);
        assert_eq!(
            wait(1, &ModelError::Unreachable, 0.0),
            Some(Duration::from_millis(125))
        );
    }

    #[test]
    fn a_server_that_says_when_is_believed_unless_that_is_too_long() {
        check(1, busy(Some(2)), Some(2000));
        check(1, busy(Some(60)), None);
    }

    #[test]
    fn what_stays_wrong_is_not_tried_again() {
        check(1, ModelError::Denied, None);
        check(1, ModelError::Refused { status: 404 }, None);
        check(1, ModelError::Cut, None);
        check(1, ModelError::Garbled, None);
    }
}
