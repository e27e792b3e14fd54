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
        } else if let Some(n) = self.fold(at) {
            (n, at + 1)
        } else {
            let (n, next) = self.number(at)?;
            (
                n,
                if self.means(next, "times") {
                    next + 1
                } else {
                    return None;
                },
            )
        };
        // "zweimal täglich"
        if let Some((words, next)) = self.adverb(place).filter(|_| self.fold(at).is_some()) {
            let unit = match words.rule.frequency {
                Frequency::Hourly => Unit::Hour,
                Frequency::Daily => Unit::Day,
                Frequency::Weekly => Unit::Week,
                Frequency::Monthly => Unit::Month,
                Frequency::Yearly => Unit::Year,
            };
            let doubt = (times > 1).then(|| self.which_days(times, unit));
            return Some((RuleWords { doubt, ..words }, next));
        }
        let articled = self.is(place, Word::WithArticle) && self.is(place, Word::In);
        let per = if self.is(place, Word::A)
            || articled
            || self.is(place, Word::The) && self.fold(at).is_some()
            || matches!(self.sense(place), "per")
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

    /// "dreimal": so many times, in one word.
    pub(crate) fn fold(&self, at: usize) -> Option<u32> {
        self.class(at, |word| match word {
            Word::Fold(n) => Some(*n),
            _ => None,
        })
    }

    pub(crate) fn which_days(&self, times: u32, unit: Unit) -> Doubt {
        let doubts = &self.locale.catalogue.doubts;
        let (question, alternatives) = match unit {
            Unit::Day => doubts.times_of_day,
            Unit::Week if times == 2 => doubts.twice_a_week,
            Unit::Week => doubts.days_of_week,
            Unit::Month => doubts.days_of_month,
            _ => doubts.days,
        };
        Doubt {
            question: question.to_owned(),
            alternatives: alternatives.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    /// "every half hour", "every 20 minutes": more often than a task can repeat.
    pub(crate) fn oftener_than_hourly(&self, at: usize) -> Option<(RuleWords, usize)> {
        if !self.is(at, Word::Every) {
            return None;
        }
        let (amount, next) = self.amount(at + 1)?;
        if !amount.is_clock() || amount.seconds % 3_600 == 0 {
            return None;
        }
        let (question, alternatives) = self.locale.catalogue.doubts.hourly;
        let mut words = RuleWords::new(Rule::every(1, Frequency::Hourly));
        words.doubt = Some(Doubt {
            question: question.to_owned(),
            alternatives: alternatives.iter().map(|text| (*text).to_owned()).collect(),
        });
        Some((words, next))
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
            || matches!(self.sense(at), "when" | "once"))
        {
            return None;
        }
        let mut place = at + 1;
        while matches!(
            self.sense(place),
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
        if !DONE.contains(&self.sense(place)) {
            return None;
        }
        place += 1;
        if self.means(place, "off") {
            place += 1;
        }
        while matches!(
            self.sense(place),
            "it" | "them" | "one" | "date" | "that" | "last" | "this" | "have" | "is"
        ) || (self.means(place, "the") && self.means(place + 1, "last"))
        {
            place += 1;
        }
        Some(place)
    }
}
