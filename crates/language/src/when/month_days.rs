//! Dates with a month's name, days of a month, months, years and parts of them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::moment::Weight;
use super::numeric::{date, full_year, month_of};
use super::{Days, Grain, Scan};
use crate::locale::{Unit, Word};
use crate::tokens::Kind;

impl Scan<'_> {
    /// "december 3rd 2026", "3 dec", "the 3rd of december", "dec 2026", "december".
    pub(crate) fn month_date(&self, at: usize) -> Option<(Days, usize)> {
        if self.cut_on_range(at) && !self.is(at, Word::The) {
            return None;
        }
        self.month_first(at).or_else(|| self.day_first(at))
    }

    fn month_first(&self, at: usize) -> Option<(Days, usize)> {
        let month = self.month_name(at)?;
        let mut next = self.opt_sense(at + 1, ".");
        if next > at + 1 && !self.glued(at + 1) {
            next = at + 1;
        }
        // May/3, oct-2
        let joined =
            matches!(self.sense(next), "/" | "-") && self.glued(next) && self.glued(next + 1);
        let place = if joined { next + 1 } else { next };
        let place = if self.means(place, ",") && self.lenient {
            place + 1
        } else {
            place
        };
        let place = self.opt(place, Word::The);
        if let Some((day, after)) = self.day_number(place) {
            if let Some((year, end)) = self.year_behind(after) {
                let day = date(year, month, day)?;
                return Some((Days::one(day, Weight::Full)?, end));
            }
            let strict = self.number_at(after - 1).is_some()
                && self.cut_off(after)
                && !self.ends_range(after);
            if !strict && let Some(day) = self.next_month_day(month, day) {
                return Some((Days::one(day, Weight::Full)?, after));
            }
        }
        if self.digits(place) == 2 && self.number_at(place).is_some_and(|n| n > 31) {
            return None;
        }
        if let Some((year, end)) = self.year_behind(if joined { place } else { next })
            && (!self.cut_off(end) || self.range_dash(end))
        {
            let weight = if self.is(at, Word::Homonym) {
                Weight::Plain
            } else {
                Weight::Full
            };
            return Some((month_of(year, u32::try_from(month).ok()?, weight)?, end));
        }
        // A number that is no day of the month makes this something else.
        if self.digits(place) > 0 && place > next
            || self.digits(next) > 0 && self.number_at(next).is_some_and(|n| n <= 31 || n > 9999)
        {
            return None;
        }
        // "32 August" is no day, and no month either.
        if at > 0 && matches!(self.digits(at - 1), 1 | 2) {
            return None;
        }
        let year = self.next_month(month);
        let weight = Weight::Slight;
        Some((month_of(year, u32::try_from(month).ok()?, weight)?, at + 1))
    }

    fn day_first(&self, at: usize) -> Option<(Days, usize)> {
        let start = self.opt(at, Word::The);
        let (day, next) = self.day_number(start)?;
        let next = if self.means(next, ".") && self.glued(next) {
            next + 1
        } else {
            next
        };
        let mut place = self.opt(next, Word::Of);
        if self.means(place, "-") && self.glued(place) {
            place += 1;
        }
        let month = self.month_name(place)?;
        // "one may ask"
        if self.is(place, Word::Homonym)
            && place == next
            && self.digits(start) == 0
            && self.ordinal(start).is_none()
        {
            return None;
        }
        let mut after = place + 1;
        if self.means(after, ".") && self.glued(after) {
            after += 1;
        }
        if self.is(after, Word::In) && self.year_behind(after + 1).is_some() {
            after += 1;
        }
        if let Some((year, end)) = self.year_behind(after) {
            return Some((Days::one(date(year, month, day)?, Weight::Full)?, end));
        }
        // "3 may" with a modal may: a following verb is not looked at; digits and a month are enough.
        let day = self.next_month_day(month, day)?;
        Some((Days::one(day, Weight::Full)?, after))
    }

    /// A day of the month in digits or as an ordinal.
    pub(crate) fn day_number(&self, at: usize) -> Option<(u32, usize)> {
        let (day, next) = self.ordinal(at).or_else(|| {
            if self.digits(at) > 2 {
                return None;
            }
            let (value, next) = self.number(at)?;
            // "may twenty nine"
            (!self.clock_follows(next)).then_some((value, next))
        })?;
        (1..=31).contains(&day).then_some((day, next))
    }

    fn clock_follows(&self, at: usize) -> bool {
        (self.means(at, ":") && self.glued(at) && self.glued(at + 1))
            || self.is(at, Word::Am)
            || self.is(at, Word::Pm)
            || self.is(at, Word::Oclock)
            || self
                .unit(at)
                .is_some_and(|unit| !self.is(at, Word::Ordinal(2)) && unit != Unit::Decade)
    }

    fn ends_range(&self, at: usize) -> bool {
        matches!(self.sense(at), "-" | "\u{2013}" | "/")
    }

    /// A year behind a date: ", 2026", "2026", "'26".
    fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let at = self.opt(self.opt_sense(at, ","), Word::Of);
        let at = self.opt(at, Word::In);
        let at = if self.means(at, "'") && self.digits(at + 1) == 2 {
            at + 1
        } else {
            at
        };
        let (value, width) = (self.number_at(at)?, self.digits(at));
        // "10. Januar, 10. März"
        let ordinal = self.locale.grammar.dots_order && width == 2 && self.dotted(at);
        if ordinal || self.means(at + 1, ":") && self.glued(at + 1) {
            return None;
        }
        // Thai calendar, as the era says.
        if width == 4 && matches!(self.sense(at + 1), "be") {
            return Some((i16::try_from(value.checked_sub(543)?).ok()?, at + 2));
        }
        let short = width == 2 && (self.lenient || self.means(at.wrapping_sub(1), "'"));
        let long = width == 4 && (1000..=2999).contains(&value);
        // "may 3, 36 times", "may 3 36 pm"
        let other = [Word::Am, Word::Pm, Word::Times];
        let counts = other.into_iter().any(|word| self.is(at + 1, word));
        let two_digits = short && !counts && !self.cut_off(at + 1);
        if !long && !two_digits {
            return None;
        }
        Some((full_year(value, width)?, at + 1))
    }

    /// The year of the next such month; the running month counts.
    pub(crate) fn next_month(&self, month: i8) -> i16 {
        let this = self.today.year();
        if month >= self.today.month() {
            this
        } else {
            this.saturating_add(1)
        }
    }

    /// "the 5th", "5th of next month", "on the 21st": the next such day.
    pub(crate) fn month_day(&self, at: usize) -> Option<(Days, usize)> {
        let start = self.opt(at, Word::The);
        let (day, next) = self
            .ordinal(start)
            .filter(|(day, _)| (1..=31).contains(day))?;
        let in_digits = self.digits(start) > 0;
        if in_digits && self.locale.grammar.dots_order && !self.lenient && !self.opens_day(at, next)
        {
            return None;
        }
        if !in_digits && start == at {
            return None;
        }
        if self.is(next, Word::Of) || self.is(next, Word::In) {
            let place = self.opt(next + 1, Word::The);
            if let Some((month, end)) = self.relative_month(place) {
                let day = month.with().day(i8::try_from(day).ok()?).build().ok()?;
                return Some((Days::one(day, Weight::Full)?, end));
            }
        }
        if self.unit(next).is_some()
            || (!in_digits && !self.boundary(next))
            || self.is(next, Word::Half)
        {
            return None;
        }
        let mut month = self.today.first_of_month();
        for _ in 0..4 {
            let there = date(month.year(), month.month(), day);
            if let Some(there) = there.filter(|there| *there >= self.today) {
                return Some((Days::one(there, Weight::Slight)?, next));
            }
            month = month.checked_add(1.month()).ok()?;
        }
        None
    }

    /// Whether digits with a full stop are a day, and no other ordinal: "am 3.", "bis zum 15.", but
    /// not "im 3. Stock", "zum 3. Mal", "nach dem 3. Klingeln".
    fn opens_day(&self, at: usize, next: usize) -> bool {
        const BEFORE: [Word; 5] = [Word::On, Word::By, Word::From, Word::Before, Word::Starting];
        if self.is(next, Word::Times) {
            return false;
        }
        let before = at.checked_sub(1);
        let said = |word: &Word| before.is_some_and(|before| self.is(before, *word));
        // "Freitag, den 3."
        let dated = before.is_none_or(|before| {
            self.tokens[before].kind != Kind::Word || self.weekday_name(before).is_some()
        });
        let article = dated && matches!(self.surface(at), "den" | "dem");
        let to = before
            .is_some_and(|before| self.means(before, "to") && self.is(before, Word::WithArticle));
        article || to || BEFORE.iter().any(said)
    }

    /// "this month", "next month", "the month", "december", "january 2027": its first day.
    pub(crate) fn relative_month(&self, at: usize) -> Option<(Date, usize)> {
        let shift = if self.is(at, Word::Next) && !self.is(at, Word::This) {
            1
        } else if self.is(at, Word::Last) {
            -1
        } else {
            0
        };
        let place = if shift != 0 || self.is(at, Word::This) {
            at + 1
        } else {
            self.opt(at, Word::The)
        };
        if self.unit(place) == Some(Unit::Month) {
            let first = self.today.first_of_month();
            return Some((
                first.checked_add(i64::from(shift).months()).ok()?,
                place + 1,
            ));
        }
        let month = self.month_name(place)?;
        let (year, next) = match self.year_behind(place + 1) {
            Some(found) => found,
            None => (self.next_month(month), place + 1),
        };
        Some((Date::new(year, month, 1).ok()?, next))
    }

    /// "in 2027", "the year 2008", "q3 2026": only where a preposition or leniency allows it.
    pub(crate) fn year(&self, at: usize) -> Option<(Days, usize)> {
        if let Some(found) = self.quarter_name(at) {
            return Some(found);
        }
        let mut place = self.opt(at, Word::The);
        if self.unit(place) == Some(Unit::Year) {
            place = self.opt(place + 1, Word::Of);
        } else if place > at {
            return None;
        }
        let value = self.number_at(place).filter(|_| self.digits(place) == 4)?;
        let cut =
            self.cut_off(place + 1) && !(self.range_dash(place + 1) && self.digits(place + 2) == 4);
        let number = self.cut_on(place) && place > 1 && self.cut_on(place - 2);
        if !(1900..=2100).contains(&value) || number || cut || self.cut_on_range(place) {
            return None;
        }
        let year = i16::try_from(value).ok()?;
        let from = Date::new(year, 1, 1).ok()?;
        let to = Date::new(year.checked_add(1)?, 1, 1).ok()?;
        Some((
            Days::range(from, to, Grain::Year, Weight::Slight),
            place + 1,
        ))
    }

    /// "q1", "q1 2017", "2017 q1", "first quarter of 2018".
    fn quarter_name(&self, at: usize) -> Option<(Days, usize)> {
        let mark = |at: usize| {
            let n = self.number_at(at + 1).filter(|n| (1..=4).contains(n))?;
            (self.means(at, "q") && self.glued(at + 1) && !self.cut_off(at + 2)).then_some(n)
        };
        let (quarter, year, next) = if let Some(quarter) = mark(at) {
            match self.year_behind(at + 2) {
                Some((year, next)) => (quarter, year, next),
                None => (quarter, self.today.year(), at + 2),
            }
        } else if self.digits(at) == 4 {
            let place = self.opt_sense(at + 1, "-");
            (mark(place)?, full_year(self.number_at(at)?, 4)?, place + 2)
        } else {
            return None;
        };
        quarter_of(year, quarter, next)
    }
}

fn quarter_of(year: i16, quarter: u32, next: usize) -> Option<(Days, usize)> {
    let month = i8::try_from(quarter * 3 - 2).ok()?;
    let from = Date::new(year, month, 1).ok()?;
    let to = from.checked_add(3.months()).ok()?;
    Some((Days::range(from, to, Grain::Quarter, Weight::Plain), next))
}
