//! Dates in digits: ISO, dotted, slashed in the reader's order, and with a month's name between.

use domain::time::DateOrder;
use jiff::civil::Date;

use super::moment::Weight;
use super::{Days, Grain, Scan};
use crate::locale::Word;
use crate::tokens::Kind;

impl Scan<'_> {
    /// A date in digits. Never a part of a longer number.
    pub(crate) fn numeric(&self, at: usize) -> Option<(Days, usize)> {
        // "den 1.3."
        let at = match self.locale.grammar.dots_order {
            true => self.opt(at, Word::The),
            false => at,
        };
        let slashed = self.means(at + 1, "/");
        if self.digits(at) == 0 || self.cut_on(at) && (!slashed || self.cut_on_range(at)) {
            return None;
        }
        let (days, next) = self.three_part(at).or_else(|| self.two_part(at))?;
        (!self.cut_off(next) || self.means(at + 1, "/") && self.range_dash(next))
            .then_some((days, next))
    }

    fn separator(&self, at: usize) -> Option<&str> {
        let sign = self.sense(at);
        (self.glued(at) && self.glued(at + 1) && matches!(sign, "/" | "-" | "." | "\u{2010}"))
            .then_some(sign)
    }

    fn three_part(&self, at: usize) -> Option<(Days, usize)> {
        let first = self.number_at(at)?;
        let sign = self.separator(at + 1)?;
        if self.separator(at + 3)? != sign {
            return None;
        }
        let last_width = self.digits(at + 4);
        let last = self.number_at(at + 4)?;
        // 31-Oct-74, 31/Oct/1974
        if let Some(month) = self.month_name(at + 2) {
            if self.digits(at) == 4 {
                let day = date(i16::try_from(first).ok()?, month, last)?;
                return Some((Days::one(day, Weight::Full)?, at + 5));
            }
            let year = full_year(last, last_width)?;
            return Some((Days::one(date(year, month, first)?, Weight::Full)?, at + 5));
        }
        let second = self.number_at(at + 2)?;
        if self.digits(at) == 4 {
            if self.digits(at + 2) > 2 || last_width > 2 {
                return None;
            }
            let day = date(i16::try_from(first).ok()?, i8::try_from(second).ok()?, last)?;
            return Some((Days::one(day, Weight::Full)?, at + 5));
        }
        if self.digits(at) > 2 || self.digits(at + 2) > 2 || !matches!(last_width, 2 | 4) {
            return None;
        }
        // A dotted or dashed form with a short year is as likely a version number.
        let dotted = self.locale.grammar.dots_order || self.lenient && at == 0;
        if sign == "." && last_width == 2 && !dotted {
            return None;
        }
        let year = full_year(last, last_width)?;
        let day_first = sign == "." || self.ctx.time.date_order != DateOrder::Mdy;
        let day = in_order(year, first, second, day_first)?;
        Some((Days::one(day, Weight::Full)?, at + 5))
    }

    fn two_part(&self, at: usize) -> Option<(Days, usize)> {
        let first = self.number_at(at)?;
        let sign = self.separator(at + 1)?;
        // 4/Jul
        if let Some(month) = self.month_name(at + 2)
            && (1..=31).contains(&first)
            && self.digits(at) <= 2
        {
            return Some((
                Days::one(self.next_month_day(month, first)?, Weight::Full)?,
                at + 3,
            ));
        }
        let second = self.number_at(at + 2)?;
        let (width, second_width) = (self.digits(at), self.digits(at + 2));
        if matches!(sign, "/" | "-") && width == 4 && second_width <= 2 && self.lenient {
            return Some((
                month_of(i16::try_from(first).ok()?, second, Weight::Slight)?,
                at + 3,
            ));
        }
        if sign == "/" && width <= 2 && second_width == 4 {
            return Some((
                month_of(i16::try_from(second).ok()?, first, Weight::Slight)?,
                at + 3,
            ));
        }
        if sign == "." && width <= 2 && second_width <= 2 && self.locale.grammar.dots_order {
            return self.dotted_date(at, first, second);
        }
        if width > 2 || second_width > 2 || !matches!(sign, "/") {
            return None;
        }
        let day_first = self.ctx.time.date_order == DateOrder::Dmy;
        let (day, month) = if day_first {
            (first, second)
        } else {
            (second, first)
        };
        let in_order = self.next_month_day(i8::try_from(month).ok()?, day);
        let swapped = || self.next_month_day(i8::try_from(day).ok()?, month);
        // A date only one way round is read that way.
        let day = in_order.or_else(swapped)?;
        let padded = width == 2 && second_width == 2;
        Some((
            Days::one(
                day,
                if padded {
                    Weight::Plain
                } else {
                    Weight::Slight
                },
            )?,
            at + 3,
        ))
    }

    /// "5.12.", and "5.12" where the words around it say that it is a date.
    fn dotted_date(&self, at: usize, day: u32, month: u32) -> Option<(Days, usize)> {
        let closed = self.dotted(at + 2);
        let weight = if closed { Weight::Full } else { Weight::Slight };
        let day = self.next_month_day(i8::try_from(month).ok()?, day)?;
        Some((Days::one(day, weight)?, at + 3 + usize::from(closed)))
    }

    /// A month's name, also glued to digits.
    pub(crate) fn month_name(&self, at: usize) -> Option<i8> {
        let token = self.token(at)?;
        if token.kind != Kind::Word {
            return None;
        }
        self.class(at, |word| match word {
            Word::Month(month) => Some(*month),
            _ => None,
        })
    }

    /// The next such day that is not past. The 29th of February waits for a leap year.
    pub(crate) fn next_month_day(&self, month: i8, day: u32) -> Option<Date> {
        let this_year = self.today.year();
        (this_year..=this_year.saturating_add(8))
            .filter_map(|year| date(year, month, day))
            .find(|date| *date >= self.today)
    }
}

/// A date from its parts, where it exists.
pub(crate) fn date(year: i16, month: i8, day: u32) -> Option<Date> {
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

/// The year of digits: two digits mean 1930 to 2029.
pub(crate) fn full_year(value: u32, width: usize) -> Option<i16> {
    let year = match width {
        4 => value,
        2 if value >= 50 => 1900 + value,
        2 => 2000 + value,
        _ => return None,
    };
    i16::try_from(year).ok()
}

fn in_order(year: i16, first: u32, second: u32, day_first: bool) -> Option<Date> {
    let (day, month) = if day_first {
        (first, second)
    } else {
        (second, first)
    };
    date(year, i8::try_from(month).ok()?, day)
        .or_else(|| date(year, i8::try_from(day).ok()?, month))
}

/// A whole month.
pub(crate) fn month_of(year: i16, month: u32, weight: Weight) -> Option<Days> {
    if !(1900..2200).contains(&year) {
        return None;
    }
    let from = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
    let to = from.last_of_month().tomorrow().ok()?;
    Some(Days::range(from, to, Grain::Month, weight))
}
