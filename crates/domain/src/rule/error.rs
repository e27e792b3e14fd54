//! Why a recurrence rule is refused. Every variant names the part.

/// Why a text or a set of parts is no recurrence rule that saydo keeps.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Nothing was written.
    #[error("the rule is empty; write for example FREQ=WEEKLY;BYDAY=MO")]
    Empty,
    /// More text than any rule needs.
    #[error("the rule has more than {0} characters; shorten it")]
    TooLong(usize),
    /// A part without `=`, or with nothing on one side of it.
    #[error("'{0}' is no part of a rule; write NAME=VALUE, for example FREQ=DAILY")]
    Malformed(String),
    /// A part that occurs more than once.
    #[error("{0} is given twice; give it once")]
    Twice(&'static str),
    /// A part that no rule has.
    #[error("'{0}' is no part of a rule")]
    Unknown(String),
    /// A part or value of RFC 5545 or 7529 that saydo does not keep.
    #[error("{part} is not supported; {remedy}")]
    Unsupported {
        /// The part, with its value where that is what is refused.
        part: String,
        /// What to do instead.
        remedy: &'static str,
    },
    /// A value that the part cannot have.
    #[error("{part}={value} is not valid; {part} takes {expected}")]
    Value {
        /// The part.
        part: &'static str,
        /// What was written.
        value: String,
        /// What it takes.
        expected: &'static str,
    },
    /// `FREQ` is absent.
    #[error("FREQ is missing; add FREQ=HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY")]
    NoFrequency,
    /// Two parts that exclude each other.
    #[error("{part} does not go with {other}; {remedy}")]
    Conflict {
        /// One part.
        part: &'static str,
        /// The other.
        other: &'static str,
        /// What to do instead.
        remedy: &'static str,
    },
    /// UNTIL is in UTC and no zone was given to convert it.
    #[error("UNTIL={0} is in UTC; write a local day or time without the Z, or give a time zone")]
    UntilInUtc(String),
    /// No day of any year satisfies the rule.
    #[error("{0} never happens; change the month or the day")]
    Never(String),
}
