//! Bare phrases: the words that fields of the API and of tools accept instead of structured values.

use domain::command::Move;
use domain::due::{Due, Zone};
use domain::rule::Rule;
use domain::task::ReminderTime;
use jiff::civil::Time;

use crate::context::Context;

/// A rule in words: the rule with what it says about its first occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleWords {
    /// What repeats.
    pub rule: Rule,
    /// The first occurrence on or after now, in the words' own terms.
    pub due: Due,
    /// The wall time, where one was said.
    pub time: Option<Time>,
    /// The zone, where one was named.
    pub zone: Option<Zone>,
}

/// Reads `words` as one moment, such as "tomorrow 5pm"; `None` when they are not wholly that.
pub fn parse_when(words: &str, ctx: &Context) -> Option<Due> {
    let _ = (words, ctx);
    None
}

/// Reads `words` as a recurrence, such as "every weekday at 8"; `None` when they are not wholly that.
pub fn parse_rule(words: &str, ctx: &Context) -> Option<RuleWords> {
    let _ = (words, ctx);
    None
}

/// Reads `words` as a reminder, such as "an hour before" or "tomorrow 9am".
pub fn parse_reminder(words: &str, ctx: &Context) -> Option<ReminderTime> {
    let _ = (words, ctx);
    None
}

/// Reads `words` as where a due date goes: a moment, "+1d", "by 2 days", "none".
pub fn parse_move(words: &str, ctx: &Context) -> Option<Move> {
    let _ = (words, ctx);
    None
}
