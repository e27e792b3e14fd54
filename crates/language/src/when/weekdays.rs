//! Weekdays: bare, this, next and last, and those of a named week or month.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::moment::Weight;
use super::{Days, Grain, Scan};
use crate::locale::{Unit, Word};

impl Scan<'_> {
    /// A weekday's name, singular.
    pub(crate) fn weekday_name(&self, at: usize) -> Option<Weekday> {
        self.class(at, |word| {
            if let Word::Day(day) = word {
                Some(*day)
            } else {
                None
            }
        })
    }

    /// The first day of the week that `day` lies in.
    pub(crate) fn week_of(&self, day: Date) -> Date {
        let start = self.ctx.time.week_start;
        let behind = i64::from(start.until(day.weekday()));
        day.checked_sub(behind.days()).unwrap_or(day)
    }

    /// "friday", "next tuesday", "tuesday next week", "friday the 27th", "monday week".
    pub(crate) fn weekday(&self, at: usize) -> Option<(Days, usize)> {
        let mut place = at;
        let (mut this, mut next, mut last) = (false, false, false);
        if self.is(at, Word::AfterNext)
            && let Some(weekday) = self.weekday_name(at + 1)
        {
            let day = in_week(self.shifted_week(2)?, weekday)?;
            return Some((Days::one(day, Weight::Full)?, at + 2));
        }
        if self.is(at, Word::The) && (self.is(at + 1, Word::Next) || self.is(at + 1, Word::This)) {
            place += 1;
        }
        if self.is(place, Word::This) || self.is(place, Word::Next) || self.is(place, Word::Last) {
            this = self.is(place, Word::This);
            next = self.is(place, Word::Next) && !this;
            last = self.is(place, Word::Last) && !this;
            place += 1;
        }
        // "next week wednesday"
        if (this || next || last)
            && self.unit(place) == Some(Unit::Week)
            && let Some(weekday) =
                self.weekday_name(self.opt(self.opt_sense(place + 1, "-"), Word::On))
        {
            let end = self.opt(self.opt_sense(place + 1, "-"), Word::On) + 1;
            let week = self.shifted_week(i64::from(next) - i64::from(last))?;
            return Some((Days::one(in_week(week, weekday)?, Weight::Full)?, end));
        }
        let weekday = self.weekday_name(place)?;
        let mut end = place + 1;
        if self.means(end, ".") && self.glued(end) && self.surface(place).len() <= 5 {
            end += 1;
        }
        let weight = if self.is(place, Word::Homonym) {
            Weight::Slight
        } else {
            Weight::Plain
        };
        if !(this || next || last) {
            if let Some(found) = self.weekday_with_date(end, weekday) {
                return Some(found);
            }
            if let Some((shift, after)) = self.named_week(end) {
                let day = in_week(self.shifted_week(shift)?, weekday)?;
                return Some((Days::one(day, Weight::Full)?, after));
            }
            if let Some((days, after)) = self.weeks_on(end) {
                let day = self.next_weekday(weekday)?.checked_add(days.days()).ok()?;
                return Some((Days::one(day, Weight::Full)?, after));
            }
            if self.unit(end) == Some(Unit::Week) {
                let day = self.next_weekday(weekday)?.checked_add(7.days()).ok()?;
                return Some((Days::one(day, Weight::Full)?, end + 1));
            }
            if self.is(end, Word::Following) || self.is(end, Word::Next) && self.boundary(end + 1) {
                return Some((Days::one(self.next_weekday(weekday)?, weight)?, end + 1));
            }
            return Some((Days::one(self.next_weekday(weekday)?, weight)?, end));
        }
        let day = if next {
            in_week(self.shifted_week(1)?, weekday)?
        } else if last {
            self.last_weekday(weekday)?
        } else {
            self.next_weekday(weekday)?
        };
        Some((Days::one(day, Weight::Full)?, end))
    }

    /// "of next week", "next week", "of this week".
    fn named_week(&self, at: usize) -> Option<(i64, usize)> {
        let at = self.opt_sense(at, ",");
        let at = self.opt(self.opt(self.opt(at, Word::Of), Word::In), Word::The);
        let shift = if self.is(at, Word::This) && !self.is(at, Word::Next) {
            0
        } else if self.is(at, Word::Next) {
            1
        } else if self.is(at, Word::Last) {
            -1
        } else {
            return None;
        };
        (self.unit(at + 1) == Some(Unit::Week)).then_some((shift, at + 2))
    }

    /// "friday the 27th", "monday, february 18", "thu 29/03", "monday 21".
    fn weekday_with_date(&self, at: usize, weekday: Weekday) -> Option<(Days, usize)> {
        let place = self.opt_sense(at, ",");
        let place = self.opt(place, Word::On);
        if let Some((days, end)) = self.month_date(place).or_else(|| self.numeric(place))
            && days.grain == Grain::Day
        {
            return Some((
                Days {
                    weight: Weight::Full,
                    ..days
                },
                end,
            ));
        }
        let start = self.opt(place, Word::The);
        let (day, end) = self.ordinal(start).or_else(|| {
            // "monday 21": digits that are no time and no quantity.
            let (day, end) = self.number(start).filter(|_| self.digits(start) == 2)?;
            let agrees = self.matching_day(weekday, day, 1).is_some();
            (agrees && self.boundary(end)).then_some((day, end))
        })?;
        if self.unit(end).is_some() || self.cut_off(end) {
            return None;
        }
        let day = self
            .matching_day(weekday, day, 14)
            .or_else(|| self.matching_day_of(day))?;
        Some((Days::one(day, Weight::Full)?, end))
    }

    /// The next day of the month `day` that is a `weekday`, looking `months` months ahead.
    fn matching_day(&self, weekday: Weekday, day: u32, months: i64) -> Option<Date> {
        (0..=months).find_map(|ahead| {
            let month = self
                .today
                .first_of_month()
                .checked_add(ahead.months())
                .ok()?;
            let there = month.with().day(i8::try_from(day).ok()?).build().ok()?;
            (there >= self.today && there.weekday() == weekday).then_some(there)
        })
    }

    fn matching_day_of(&self, day: u32) -> Option<Date> {
        (0..3_i64).find_map(|ahead| {
            let month = self
                .today
                .first_of_month()
                .checked_add(ahead.months())
                .ok()?;
            let there = month.with().day(i8::try_from(day).ok()?).build().ok()?;
            (there >= self.today).then_some(there)
        })
    }

    /// Whether nothing follows that would belong to a name.
    pub(crate) fn boundary(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_none_or(|token| !token.is_content() || token.has_weight())
    }

    pub(crate) fn next_weekday(&self, weekday: Weekday) -> Option<Date> {
        let ahead = i64::from(self.today.weekday().until(weekday));
        self.today
            .checked_add((if ahead == 0 { 7 } else { ahead }).days())
            .ok()
    }

    pub(crate) fn last_weekday(&self, weekday: Weekday) -> Option<Date> {
        let behind = i64::from(weekday.until(self.today.weekday()));
        self.today
            .checked_sub((if behind == 0 { 7 } else { behind }).days())
            .ok()
    }

    /// The first day of the week so many weeks from now. Weeks are calendar weeks.
    pub(crate) fn shifted_week(&self, weeks: i64) -> Option<Date> {
        self.week_of(self.today).checked_add(weeks.weeks()).ok()
    }

    /// "first monday of december", "last friday of next month", "last day of october 2015",
    /// "3rd week of 2018".
    pub(crate) fn nth_of_month(&self, at: usize) -> Option<(Days, usize)> {
        let start = self.opt(at, Word::The);
        let (nth, place) = if self.is(start, Word::Last) {
            (-1, start + 1)
        } else {
            let (n, next) = self.ordinal(start).filter(|(n, _)| (1..=31).contains(n))?;
            (i8::try_from(n).ok()?, next)
        };
        let weekday = self.weekday_name(place);
        let unit = self.unit(place);
        let link = self.opt(place + 1, Word::Of);
        let link = if link == place + 1 {
            self.opt(link, Word::In)
        } else {
            link
        };
        if link == place + 1 || (weekday.is_none() && unit.is_none()) {
            return None;
        }
        let (month, end) = self.relative_month(link).or_else(|| {
            let (days, end) = self.year(link)?;
            (unit == Some(Unit::Week)).then_some((days.from, end))
        })?;
        let day = match (weekday, unit) {
            (Some(weekday), _) => month.nth_weekday_of_month(nth, weekday).ok()?,
            (None, Some(Unit::Day)) if nth < 0 => month.last_of_month(),
            (None, Some(Unit::Day)) => month.with().day(nth).build().ok()?,
            (None, Some(Unit::Workday)) => self.nth_workday(month, nth)?,
            (None, Some(Unit::Week)) => {
                let from = if nth < 0 {
                    let last = self.week_of(month.last_of_month());
                    // A week belongs to the month in which its Thursday lies.
                    let middle = last.checked_add(3.days()).ok()?;
                    if middle.month() == month.month() {
                        last
                    } else {
                        last.checked_sub(7.days()).ok()?
                    }
                } else {
                    self.week_of(month)
                        .checked_add(i64::from(nth - 1).weeks())
                        .ok()?
                };
                let to = from.checked_add(7.days()).ok()?;
                return Some((Days::range(from, to, Grain::Week, Weight::Full), end));
            }
            _ => return None,
        };
        Some((Days::one(day, Weight::Full)?, end))
    }

    fn nth_workday(&self, month: Date, nth: i8) -> Option<Date> {
        let works = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let days = i64::from(month.days_in_month());
        let mut all = (0..days)
            .filter_map(|ahead| month.checked_add(ahead.days()).ok())
            .filter(works);
        if nth < 0 {
            all.next_back()
        } else {
            all.nth(usize::try_from(nth - 1).ok()?)
        }
    }
}

fn in_week(week: Date, weekday: Weekday) -> Option<Date> {
    let ahead = i64::from(week.weekday().until(weekday));
    week.checked_add(ahead.days()).ok()
}
