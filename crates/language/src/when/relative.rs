//! Days counted from now: "tomorrow", "in 3 days", "two weeks from monday", "next week",
//! "this weekend".

use jiff::civil::{Date, Weekday};
use jiff::{ToSpan, Zoned};

use super::moment::Weight;
use super::{Days, Grain, Scan};
use crate::locale::{Unit, Word};

/// A day, or an exact instant.
pub(crate) enum Found {
    Days(Days),
    Exact(Zoned, Grain),
}

impl Scan<'_> {
    /// "today", "the day after tomorrow", "tomorrow week".
    pub(crate) fn near_day(&self, at: usize) -> Option<(Days, usize)> {
        let full = |day| Days::one(day, Weight::Full);
        // "later today"
        if self.is(at, Word::Later)
            && let Some(day) = self.near_word(at + 1)
        {
            return Some((full(day)?, at + 2));
        }
        let start = self.opt(at, Word::The);
        if self.unit(start) == Some(Unit::Day) {
            let sign = if self.is(start + 1, Word::After) {
                1
            } else {
                -1
            };
            if sign == 1 || self.is(start + 1, Word::Before) {
                let anchor = start + 2;
                let base = self.near_word(anchor);
                if let Some(base) = base.filter(|_| !self.is(anchor, Word::Tonight)) {
                    return Some((full(base.checked_add(sign.days()).ok()?)?, anchor + 1));
                }
                if start > at
                    && self.lenient
                    && self.tokens.get(anchor).is_none_or(|t| !t.is_content())
                {
                    return Some((full(self.today.checked_add(sign.days()).ok()?)?, anchor));
                }
            }
            return None;
        }
        let mut day = self.near_word(at)?;
        let mut next = at + 1;
        if self.unit(next) == Some(Unit::Week) && self.is(at, Word::Tomorrow) {
            day = day.checked_add(7.days()).ok()?;
            next += 1;
        }
        // "heute in einer Woche"
        if let Some((days, end)) = self.weeks_on(next) {
            day = day.checked_add(days.days()).ok()?;
            next = end;
        }
        let day = full(day)?;
        Some((day, next))
    }

    /// "in a week", behind a day: so many days later.
    pub(crate) fn weeks_on(&self, at: usize) -> Option<(i64, usize)> {
        if !self.is(at, Word::In) {
            return None;
        }
        let (amount, next) = self.amount(at + 1)?;
        let weeks = !amount.is_clock() && amount.months == 0 && amount.unit == Unit::Week;
        weeks.then_some((amount.days, next))
    }

    fn near_word(&self, at: usize) -> Option<Date> {
        let ahead = self.class(at, |word| match word {
            Word::Today => Some(0),
            Word::Tomorrow => Some(1),
            Word::Yesterday => Some(-1),
            Word::Ahead(days) => Some(i64::from(*days)),
            _ => None,
        })?;
        // "am Morgen": the same word is a part of the day behind an article.
        let is_part = self.class(at, |word| matches!(word, Word::Part(_)).then_some(()));
        if is_part.is_some() && at > 0 && self.is(at - 1, Word::WithArticle) {
            return None;
        }
        self.today.checked_add(ahead.days()).ok()
    }

    /// "in 3 days", "3 days from now", "a week ago", "two weeks from monday", "within an hour".
    pub(crate) fn counted(&self, at: usize) -> Option<(Found, usize)> {
        if self.cut_on(at) {
            return None;
        }
        // "vor drei Tagen"
        if self.is(at, Word::AgoBefore)
            && let Some((amount, next)) = self.amount(at + 1)
        {
            return Some((self.counted_from_now(amount, -1)?, next));
        }
        let inside = self.is(at, Word::In);
        let place = if inside {
            self.skip(at + 1, &[Word::About, Word::The])
        } else {
            at
        };
        let place = if inside && matches!(self.sense(place), "next" | "another") {
            place + 1
        } else {
            place
        };
        let place = if inside && self.means(place, "exactly") {
            place + 1
        } else {
            place
        };
        let (amount, next) = self.amount(place)?;
        if inside {
            // "in 2 weeks' time"
            let next = match (self.sense(next), self.sense(next + 1)) {
                ("'", "time") => next + 2,
                ("time", _) => next + 1,
                ("from", "now") => next + 2,
                _ => next,
            };
            // "in a day" is a date; a bare number with a short unit ("in 5m") may be a length.
            return (!self.cut_off(next))
                .then_some(())
                .and_then(|()| Some((self.counted_from_now(amount, 1)?, next)));
        }
        if self.is(next, Word::Ago) || matches!(self.sense(next), "earlier" | "back") {
            return Some((self.counted_from_now(amount, -1)?, next + 1));
        }
        if self.is(next, Word::Hence) {
            return Some((self.counted_from_now(amount, 1)?, next + 1));
        }
        let sign = if self.is(next, Word::From) || self.is(next, Word::After) {
            1
        } else if self.is(next, Word::Before) {
            -1
        } else if self.is(next, Word::On) && amount.days % 7 == 0 && amount.days > 0 {
            // British "a week on monday".
            1
        } else {
            return None;
        };
        if self.is(next, Word::From)
            && (self.is(next + 1, Word::Now) || self.is(next + 1, Word::Today))
            && amount.is_clock()
        {
            return Some((self.counted_from_now(amount, sign)?, next + 2));
        }
        if self.is(next, Word::From) && self.is(next + 1, Word::Now) {
            return Some((self.counted_from_now(amount, sign)?, next + 2));
        }
        if amount.is_clock() {
            return None;
        }
        let (base, end) = self
            .day(next + 1)
            .filter(|(days, _)| days.grain == Grain::Day)?;
        let day = amount.after_day(base.task, sign)?;
        Some((Found::Days(Days::one(day, Weight::Full)?), end))
    }

    fn counted_from_now(&self, amount: super::amounts::Amount, sign: i64) -> Option<Found> {
        if amount.is_clock() {
            let grain = match amount.unit {
                Unit::Second => Grain::Second,
                _ => Grain::Minute,
            };
            return Some(Found::Exact(amount.after(&self.now, sign)?, grain));
        }
        if amount.unit == Unit::Workday {
            return Some(Found::Days(Days::one(
                self.workdays(amount.days * sign)?,
                Weight::Full,
            )?));
        }
        Some(Found::Days(Days::one(
            amount.after_day(self.today, sign)?,
            Weight::Full,
        )?))
    }

    fn workdays(&self, days: i64) -> Option<Date> {
        let mut day = self.today;
        let step = days.signum();
        for _ in 0..days.abs().min(10_000) {
            day = day.checked_add(step.days()).ok()?;
            while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
                day = day.checked_add(step.days()).ok()?;
            }
        }
        Some(day)
    }

    /// "this week", "next month", "the weekend", "next 7 days", "last two days".
    pub(crate) fn period(&self, at: usize) -> Option<(Days, usize)> {
        let mut place = self.opt(at, Word::The);
        let the = place > at || at > 0 && self.is(at - 1, Word::WithArticle);
        let this = self.is(place, Word::This);
        let mut shift = 0_i64;
        let mut said = this;
        if self.is(place, Word::Next) && !(this && self.unit(place + 1) == Some(Unit::Weekend)) {
            shift = 1;
            said = true;
        } else if self.is(place, Word::AfterNext) {
            shift = 2;
            said = true;
        } else if self.is(place, Word::Last) {
            shift = -1;
            said = true;
        }
        if said {
            place += 1;
        }
        let mut end = place + 1;
        if !said && self.is_after_next(place) {
            shift = 2;
            said = true;
            end = place + 3;
        }
        let year_named = |at: usize| {
            self.unit(at) == Some(Unit::Year) && self.digits(self.opt(at + 1, Word::Of)) == 4
        };
        if year_named(place) {
            return None;
        }
        if said
            && shift != 0
            && (self.digits(place) > 0
                || self.number(place).is_some()
                || self.is(place, Word::Couple)
                || self.is(place, Word::Few))
        {
            return self.counted_period(place, shift);
        }
        let unit = self.unit(place)?;
        if matches!(unit, Unit::Weekend) && (said || the) {
            let weekend = self.weekend(shift)?;
            let weight = if said { Weight::Full } else { Weight::Plain };
            return Some((Days { weight, ..weekend }, end));
        }
        let loosely = the && self.lenient;
        if !said && !loosely {
            return None;
        }
        let full = Weight::Full;
        let days = match unit {
            Unit::Week => {
                let from = self.shifted_week(shift)?;
                let task = if shift == 0 { self.today } else { from };
                Days::range(from, from.checked_add(7.days()).ok()?, Grain::Week, full).due_on(task)
            }
            Unit::Month => {
                let from = self
                    .today
                    .first_of_month()
                    .checked_add(shift.months())
                    .ok()?;
                let task = if shift == 0 { self.today } else { from };
                Days::range(
                    from,
                    from.last_of_month().tomorrow().ok()?,
                    Grain::Month,
                    full,
                )
                .due_on(task)
            }
            Unit::Quarter => {
                let month = (self.today.month() - 1) / 3 * 3 + 1;
                let from = Date::new(self.today.year(), month, 1).ok()?;
                let from = from.checked_add((shift * 3).months()).ok()?;
                Days::range(
                    from,
                    from.checked_add(3.months()).ok()?,
                    Grain::Quarter,
                    full,
                )
                .due_on(if shift == 0 { self.today } else { from })
            }
            Unit::Year => {
                let from = Date::new(self.today.year(), 1, 1)
                    .ok()?
                    .checked_add(shift.years())
                    .ok()?;
                Days::range(from, from.checked_add(1.year()).ok()?, Grain::Year, full)
                    .due_on(if shift == 0 { self.today } else { from })
            }
            Unit::Day if shift != 0 => Days::one(self.today.checked_add(shift.days()).ok()?, full)?,
            _ => return None,
        };
        Some((days, end))
    }

    /// "week after next", but not "week after next friday".
    fn is_after_next(&self, at: usize) -> bool {
        self.unit(at).is_some()
            && self.is(at + 1, Word::After)
            && self.is(at + 2, Word::Next)
            && self.unit(at + 3).is_none()
            && self.weekday_name(at + 3).is_none()
            && self.month_name(at + 3).is_none()
    }

    fn weekend(&self, shift: i64) -> Option<Days> {
        let ahead = i64::from(self.today.weekday().until(Weekday::Saturday));
        // On a Sunday "this weekend" is the one that is running.
        let coming = if self.today.weekday() == Weekday::Sunday {
            -1
        } else {
            ahead
        };
        let saturday = self.today.checked_add((coming + shift * 7).days()).ok()?;
        let monday = saturday.checked_add(2.days()).ok()?;
        Some(
            Days::range(saturday, monday, Grain::Weekend, Weight::Full)
                .due_on(saturday.max(self.today.min(monday))),
        )
    }

    /// "next 7 days" starts today; "last two days" ends before today.
    fn counted_period(&self, at: usize, sign: i64) -> Option<(Days, usize)> {
        let (amount, next) = self.amount(at)?;
        if amount.is_clock() {
            return None;
        }
        if amount.unit == Unit::Quarter {
            let month = (self.today.month() - 1) / 3 * 3 + 1;
            let this = Date::new(self.today.year(), month, 1).ok()?;
            let base = if sign > 0 {
                this.checked_add(3.months()).ok()?
            } else {
                this
            };
            let other = amount.after_day(base, sign)?;
            return Some((
                Days::range(
                    base.min(other),
                    base.max(other),
                    Grain::Quarter,
                    Weight::Full,
                ),
                next,
            ));
        }
        let other = amount.after_day(self.today, sign)?;
        let grain = match amount.unit {
            Unit::Week | Unit::Fortnight => Grain::Week,
            Unit::Month => Grain::Month,
            Unit::Quarter => Grain::Quarter,
            Unit::Year | Unit::Decade => Grain::Year,
            _ => Grain::Day,
        };
        let days = if sign > 0 {
            Days::range(self.today, other, grain, Weight::Full)
        } else {
            Days::range(other, self.today, grain, Weight::Full)
        };
        Some((days, next))
    }
}
