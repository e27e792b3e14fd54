//! Parts of periods that are counted: "the 9th month of next year", "the first ten days of march",
//! "for 3 days from monday".

use jiff::ToSpan;

use super::moment::Weight;
use super::{Bound, Days, Grain, Moment, Scan, When};
use crate::locale::{Unit, Word};

impl Scan<'_> {
    /// "the 9th month of next year", "the first ten days of march", "the last two weeks of 2027".
    pub(crate) fn counted_part(&self, at: usize) -> Option<(Days, usize)> {
        let start = self.opt(at, Word::The);
        self.month_of_year(start)
            .or_else(|| self.first_or_last(start))
    }

    fn month_of_year(&self, at: usize) -> Option<(Days, usize)> {
        let (n, next) = self.ordinal(at).filter(|(n, _)| (1..=12).contains(n))?;
        if self.unit(next) != Some(Unit::Month) || !self.is_part_of(next + 1) {
            return None;
        }
        let (year, end) = self.span_of(next + 2)?;
        if year.grain != Grain::Year {
            return None;
        }
        let from = year.from.checked_add((i64::from(n) - 1).months()).ok()?;
        let to = from.checked_add(1.month()).ok()?;
        Some((Days::range(from, to, Grain::Month, Weight::Full), end))
    }

    fn first_or_last(&self, at: usize) -> Option<(Days, usize)> {
        let last = self.is(at, Word::Last);
        let place = match self.ordinal(at) {
            Some((1, next)) => next,
            _ if last => at + 1,
            _ => return None,
        };
        let (amount, next) = self.amount(place)?;
        if amount.is_clock() || !self.is_part_of(next) {
            return None;
        }
        let (whole, end) = self.span_of(next + 1)?;
        let (from, to) = if last {
            (amount.after_day(whole.to, -1)?.max(whole.from), whole.to)
        } else {
            (whole.from, amount.after_day(whole.from, 1)?.min(whole.to))
        };
        Some((Days::range(from, to, Grain::Day, Weight::Full), end))
    }

    fn is_part_of(&self, at: usize) -> bool {
        self.is(at, Word::Of) || self.is(at, Word::In)
    }

    /// "for 3 days from monday", "for two weeks, from today": those days.
    pub(crate) fn stretch_from(&self, at: usize) -> Option<(When, usize)> {
        if !self.is(at, Word::For) {
            return None;
        }
        let (amount, next) = self.amount(at + 1)?;
        let from = self.opt_sense(next, ",");
        if amount.is_clock() || !self.is(from, Word::From) {
            return None;
        }
        let (first, end) = self
            .day(from + 1)
            .filter(|(days, _)| days.grain == Grain::Day)?;
        let last = amount.after_day(first.from, 1)?.yesterday().ok()?;
        let on = |days| Moment {
            days: Some(days),
            ..Moment::NOTHING
        };
        let when = When {
            bound: Bound::On,
            start: on(first),
            end: Some(on(Days::one(last, Weight::Full)?)),
            length: None,
            announced: true,
            weakly: false,
        };
        Some((when, end))
    }
}
