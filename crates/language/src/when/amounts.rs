//! Lengths of time: "3 days", "an hour and a half", "2h30m".

use jiff::civil::Date;
use jiff::{SignedDuration, Span, ToSpan, Zoned};

use super::Scan;
use crate::locale::{Unit, Word};

/// A length of time: calendar months and days, and exact seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) months: i64,
    pub(crate) days: i64,
    pub(crate) seconds: i64,
    /// The smallest unit that was named.
    pub(crate) unit: Unit,
}

impl Amount {
    const NOTHING: Self = Self {
        months: 0,
        days: 0,
        seconds: 0,
        unit: Unit::Decade,
    };

    /// Whether it is measured by the clock and not by the calendar alone.
    pub(crate) fn is_clock(self) -> bool {
        self.seconds != 0 || self.unit <= Unit::Hour
    }

    /// `day` moved by the calendar part; months clamp to the last day.
    pub(crate) fn after_day(self, day: Date, sign: i64) -> Option<Date> {
        day.checked_add(self.calendar(sign)?).ok()
    }

    /// `moment` moved by everything; the clock part is exact.
    pub(crate) fn after(self, moment: &Zoned, sign: i64) -> Option<Zoned> {
        let moved = moment.checked_add(self.calendar(sign)?).ok()?;
        moved
            .checked_add(SignedDuration::from_secs(self.seconds * sign))
            .ok()
    }

    /// Minutes, counting a day as 24 hours; `None` for months.
    pub(crate) fn minutes(self) -> Option<i32> {
        if self.months != 0 {
            return i32::try_from(self.months * 43_200 + self.days * 1_440).ok();
        }
        i32::try_from((self.days * 86_400 + self.seconds) / 60).ok()
    }

    /// Seconds, a month being 30 days.
    pub(crate) fn total_seconds(self) -> i64 {
        let years = self.months / 12;
        let months = self.months % 12;
        (years * 365 + months * 30 + self.days) * 86_400 + self.seconds
    }

    fn calendar(self, sign: i64) -> Option<Span> {
        let span = (self.months * sign).try_months_span()?;
        span.try_days(self.days * sign).ok()
    }

    fn add(&mut self, thousandths: i64, unit: Unit) {
        let whole = thousandths / 1_000;
        let rest = thousandths % 1_000;
        match unit {
            Unit::Second => self.seconds += whole,
            Unit::Minute => self.seconds += thousandths * 60 / 1_000,
            Unit::Hour => self.seconds += thousandths * 3_600 / 1_000,
            Unit::Day | Unit::Workday | Unit::Weekend => {
                self.days += whole;
                self.seconds += rest * 86_400 / 1_000;
            }
            Unit::Week => self.days += thousandths * 7 / 1_000,
            Unit::Fortnight => self.days += thousandths * 14 / 1_000,
            Unit::Month => {
                self.months += whole;
                self.days += rest * 30 / 1_000;
            }
            Unit::Quarter => self.months += thousandths * 3 / 1_000,
            Unit::Year => self.months += thousandths * 12 / 1_000,
            Unit::Decade => self.months += thousandths * 120 / 1_000,
        }
        self.unit = self.unit.min(unit);
    }
}

trait Months {
    fn try_months_span(self) -> Option<Span>;
}

impl Months for i64 {
    fn try_months_span(self) -> Option<Span> {
        0.days().try_months(self).ok()
    }
}

impl Scan<'_> {
    /// A unit of time in words.
    pub(crate) fn unit(&self, at: usize) -> Option<Unit> {
        self.class(at, |word| {
            if let Word::Unit(unit) = word {
                Some(*unit)
            } else {
                None
            }
        })
    }

    fn short_unit(&self, at: usize) -> Option<Unit> {
        if !self.glued(at) {
            return None;
        }
        self.class(at, |word| {
            if let Word::Short(unit) = word {
                Some(*unit)
            } else {
                None
            }
        })
    }

    /// A length of time.
    pub(crate) fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        let mut amount = Amount::NOTHING;
        let mut next = at;
        let mut last = None;
        while let Some((thousandths, unit, after)) = self.one_amount(next) {
            // Units shrink: "1 hour 30 minutes", never "30 minutes 1 hour".
            if last.is_some_and(|last| unit >= last) {
                break;
            }
            amount.add(thousandths, unit);
            last = Some(unit);
            next = after;
            let joined = if self.means(next, ",") {
                next + 1
            } else {
                next
            };
            let joined = self.opt(joined, Word::And);
            if self.one_amount(joined).is_none() {
                break;
            }
            next = joined;
        }
        let last = last?;
        // The place after the last unit, also where a connector led nowhere.
        if self.is(next, Word::And) && self.is(next + 1, Word::A) && self.is(next + 2, Word::Half) {
            amount.add(500, last);
            next += 3;
        } else if self.is(next, Word::And) && self.is(next + 1, Word::Half) {
            amount.add(500, last);
            next += 2;
        } else if self.is(next, Word::And)
            && self.is(next + 1, Word::A)
            && self.is(next + 2, Word::Quarter)
        {
            amount.add(250, last);
            next += 3;
        }
        Some((amount, next))
    }

    fn one_amount(&self, at: usize) -> Option<(i64, Unit, usize)> {
        // "quarter of an hour", "three quarters of an hour".
        let (quarters, place) = match self.number(at) {
            Some((n, next)) if n < 4 && matches!(self.sense(next), "quarters" | "quarter") => {
                (i64::from(n), next)
            }
            _ => (1, self.opt(at, Word::A)),
        };
        if self.sense(place).starts_with("quarter") {
            let unit_at = self.opt(self.opt(place + 1, Word::Of), Word::A);
            if self.unit(unit_at) == Some(Unit::Hour) {
                return Some((quarters * 250, Unit::Hour, unit_at + 1));
            }
        }
        let (thousandths, next) = self.quantity(at)?;
        if let Some(unit) = self.short_unit(next) {
            // "1m" and "5d" need digits; a glued letter behind a word is something else.
            if self.number_at(next - 1).is_some() && !self.letter_follows(next + 1) {
                return Some((thousandths, unit, next + 1));
            }
        }
        let next = self.hyphen(next);
        // "one more week", "2 business days"
        let next = if matches!(self.sense(next), "more" | "whole" | "full") {
            next + 1
        } else {
            next
        };
        if matches!(self.sense(next), "business" | "working" | "work")
            && self.unit(next + 1) == Some(Unit::Day)
        {
            return Some((thousandths, Unit::Workday, next + 2));
        }
        let unit = self.unit(next)?;
        // "a second monitor" counts nothing.
        let ordinal = self.is(next, Word::Ordinal(2)) && self.is(at, Word::A);
        if ordinal && !self.boundary(next + 1) {
            return None;
        }
        Some((thousandths, unit, next + 1))
    }

    fn letter_follows(&self, at: usize) -> bool {
        self.glued(at)
            && self
                .tokens
                .get(at)
                .is_some_and(|t| t.kind == crate::tokens::Kind::Word)
    }
}
