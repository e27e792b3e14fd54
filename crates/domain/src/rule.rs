//! Recurrence rules: what repeats, how, and for how long (model, section 3; RFC 5545, section 3.3.10).
//!
//! A rule knows no date of its own. Every question is asked from an **anchor**, the first day and wall
//! time of the series, and answered in calendar units counted from there, so that nothing drifts.

mod advance;
mod check;
mod days;
mod error;
mod hourly;
mod parse;
mod period;
mod print;
mod search;
#[cfg(test)]
mod tests;

pub use advance::{Advance, Moment, advance, upcoming};
pub use error::RuleError;
pub use search::Occurrences;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Frequency {
    /// Elapsed hours.
    Hourly,
    /// Calendar days.
    Daily,
    /// Calendar weeks.
    Weekly,
    /// Calendar months.
    Monthly,
    /// Calendar years.
    Yearly,
}

/// A weekday, with an ordinal where the rule has one: `-1` and Friday is the last Friday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ByDay {
    /// `None` for every such weekday, else 1..=53 or -53..=-1.
    pub ordinal: Option<i8>,
    /// The weekday.
    pub weekday: Weekday,
}

/// When a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// After this local day or time, which is included.
    Until(crate::Slot),
    /// After so many slots (schedule mode) or completions (completion mode). At least 1.
    Count(u32),
}

/// What happens to a day of the month that a month lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Overflow {
    /// The month's last day (RFC 7529, `SKIP=BACKWARD`).
    #[default]
    Clamp,
    /// That month has no occurrence (plain RFC 5545).
    Skip,
}

/// What the next occurrence is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The calendar: "every".
    #[default]
    Schedule,
    /// The day of completion: "every!", "2 weeks after I finish".
    Completion,
}

/// A recurrence rule without its anchor.
///
/// [`Rule::parse`] gives it in canonical form; a rule that was put together by hand gets there by
/// [`Rule::canonical`]. On the wire `{"rrule": "FREQ=MONTHLY;BYMONTHDAY=1", "mode": "schedule"}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rule {
    /// How often.
    pub frequency: Frequency,
    /// Every so many; 1..=999.
    pub interval: u16,
    /// BYDAY.
    pub by_day: Vec<ByDay>,
    /// BYMONTHDAY: 1..=31 or -31..=-1.
    pub by_month_day: Vec<i8>,
    /// BYMONTH: 1..=12.
    pub by_month: Vec<i8>,
    /// BYSETPOS: 1..=366 or -366..=-1.
    pub by_set_pos: Vec<i16>,
    /// WKST; Monday unless said otherwise.
    pub week_start: Weekday,
    /// UNTIL or COUNT.
    pub end: Option<End>,
    /// Month overflow.
    pub overflow: Overflow,
    /// Schedule or completion.
    pub mode: Mode,
}

impl Rule {
    /// Every `interval` of `frequency`, without end, on the calendar.
    pub fn every(interval: u16, frequency: Frequency) -> Self {
        Self {
            frequency,
            interval,
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_month: Vec::new(),
            by_set_pos: Vec::new(),
            week_start: Weekday::Monday,
            end: None,
            overflow: Overflow::Clamp,
            mode: Mode::Schedule,
        }
    }

    /// The last day that the rule may name, where it has one.
    pub fn until(&self) -> Option<Date> {
        match self.end {
            Some(End::Until(slot)) => Some(slot.date),
            _ => None,
        }
    }
}

/// How a rule is stored and sent.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    rrule: String,
    #[serde(default)]
    mode: Mode,
}

impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Text {
            rrule: self.to_rrule(),
            mode: self.mode,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        let rule = Self::parse(&text.rrule).map_err(serde::de::Error::custom)?;
        Ok(Self {
            mode: text.mode,
            ..rule
        })
    }
}
