//! Recurrence by how often ("twice a week") and by completion ("2 weeks after I finish").

use domain::rule::{Frequency, Rule};

use super::every::rule_of_unit;
use super::{RuleWords, completing};
use crate::locale::{Unit, Word};
use crate::proposal::Doubt;
use crate::when::Scan;

impl Scan<'_> {
    /// "once a week", "twice a day" (a doubt), "3 times per month" (a doubt).
    pub(crate) fn times_per(&self, at: usize) -> Option<(RuleWords, usize)> {
        let (times, place) = if self.is(at, Word::Once) {
            (1, at + 1)
        } else if self.is(at, Word::Twice) {
            (2, at + 1)
        } else {
            let (n, next) = self.number(at)?;
            (
                n,
                if self.low_is(next, "times") {
                    next + 1
                } else {
                    return None;
                },
            )
        };
        let per = if self.is(place, Word::A)
            || matches!(self.low(place), "per")
            || self.is(place, Word::Every)
        {
            place + 1
        } else {
            return None;
        };
        let (interval, unit_at) = if self.is(place, Word::Every) {
            self.interval(per)
        } else {
            (1, per)
        };
        let unit = self.unit(unit_at)?;
        let mut words = RuleWords::new(rule_of_unit(unit, interval)?);
        if times > 1 {
            words.doubt = Some(self.which_days(times, unit));
        }
        Some((words, unit_at + 1))
    }

    pub(crate) fn which_days(&self, times: u32, unit: Unit) -> Doubt {
        let (question, alternatives): (&str, &[&str]) = match unit {
            Unit::Day => (
                "At which times of the day?",
                &["every day at 9:00", "every day at 20:00"],
            ),
            Unit::Week if times == 2 => (
                "On which days?",
                &["every monday and thursday", "every tuesday and friday"],
            ),
            Unit::Week => (
                "On which days?",
                &["every monday, wednesday and friday", "every day"],
            ),
            Unit::Month => (
                "On which days of the month?",
                &["every 1st and 15th", "every 2 weeks"],
            ),
            _ => ("On which days?", &["every day", "every week"]),
        };
        Doubt {
            question: question.to_owned(),
            alternatives: alternatives.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    /// "14 days after I last did it", "2 weeks after completion".
    pub(crate) fn after_doing(&self, at: usize) -> Option<(RuleWords, usize)> {
        let (amount, next) = self.amount(at)?;
        let next = self.completion(next)?;
        let (frequency, count) = if amount.months > 0 && amount.months % 12 == 0 && amount.days == 0
        {
            (Frequency::Yearly, amount.months / 12)
        } else if amount.months > 0 && amount.days == 0 {
            (Frequency::Monthly, amount.months)
        } else if amount.seconds > 0 {
            (
                Frequency::Hourly,
                (amount.days * 24) + amount.seconds / 3_600,
            )
        } else if amount.days % 7 == 0 && amount.unit >= Unit::Week {
            (Frequency::Weekly, amount.days / 7)
        } else {
            (Frequency::Daily, amount.days)
        };
        let interval = u16::try_from(count)
            .ok()
            .filter(|n| (1..=999).contains(n))?;
        let mut words = completing(RuleWords::new(Rule::every(interval, frequency)));
        words.ahead = Some(amount);
        Some((words, next))
    }

    /// "after completion", "after I last did it", "after I finish", "when done", "from completion".
    pub(crate) fn completion(&self, at: usize) -> Option<usize> {
        const DONE: [&str; 14] = [
            "completion",
            "completing",
            "finishing",
            "done",
            "did",
            "do",
            "finish",
            "finished",
            "complete",
            "completed",
            "doing",
            "completes",
            "finishes",
            "ticked",
        ];
        if !(self.is(at, Word::After)
            || self.is(at, Word::From)
            || self.is(at, Word::Since)
            || matches!(self.low(at), "when" | "once"))
        {
            return None;
        }
        let mut place = at + 1;
        while matches!(
            self.low(place),
            "i" | "it"
                | "it's"
                | "its"
                | "is"
                | "was"
                | "the"
                | "last"
                | "i've"
                | "have"
                | "each"
                | "every"
                | "task"
                | "previous"
                | "being"
                | "we"
                | "they"
        ) {
            place += 1;
            if place > at + 6 {
                return None;
            }
        }
        if !DONE.contains(&self.low(place)) {
            return None;
        }
        place += 1;
        if self.low_is(place, "off") {
            place += 1;
        }
        while matches!(
            self.low(place),
            "it" | "them" | "one" | "date" | "that" | "last" | "this"
        ) || (self.low_is(place, "the") && self.low_is(place + 1, "last"))
        {
            place += 1;
        }
        Some(place)
    }
}
