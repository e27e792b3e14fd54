//! Parts of periods: "end of the month", "beginning of january", "mid march", "late next week".

use jiff::ToSpan;
use jiff::civil::Date;

use super::moment::Weight;
use super::{Days, Grain, Scan};
use crate::locale::{Unit, Word};

impl Scan<'_> {
    /// "end of the month", "beginning of january", "mid march", "late next week", "eom".
    pub(crate) fn edge(&self, at: usize) -> Option<(Days, usize)> {
        if let Some(found) = self.edge_short(at) {
            return Some(found);
        }
        let start = self.opt(at, Word::The);
        let early = self.is(start, Word::Early)
            || matches!(self.sense(start), "beginning" | "start")
            || self.means(start, "earlier");
        let late =
            self.is(start, Word::Late) || self.is(start, Word::End) || self.means(start, "later");
        let middle = self.is(start, Word::Middle);
        if !(early || late || middle) {
            return None;
        }
        let place = self.hyphen(start + 1);
        let linked = self.skip(place, &[Word::Of, Word::In]);
        if self.unit(linked) == Some(Unit::Day)
            || (self.is(linked, Word::The) && self.unit(linked + 1) == Some(Unit::Day))
        {
            return None;
        }
        let named = linked > place;
        let (days, next) = self.span_of(linked)?;
        // "start training on january 2nd" is no beginning of January.
        if matches!(self.sense(start), "start" | "end") && !named && start == at {
            return None;
        }
        let last = days.to.yesterday().ok()?;
        let month_like = days.grain == Grain::Month;
        let (from, to, task) = if early {
            let to = if month_like {
                days.from.checked_add(10.days()).ok()?
            } else {
                days.from.checked_add(3.days()).ok()?
            };
            (days.from, to, days.from)
        } else if middle {
            let length = i64::from(days.from.until(days.to).ok()?.get_days());
            let day = if month_like {
                days.from.with().day(15).build().ok()?
            } else if days.grain == Grain::Year {
                days.from.with().month(7).day(1).build().ok()?
            } else {
                days.from.checked_add((length / 2).days()).ok()?
            };
            let from = if month_like {
                days.from.checked_add(10.days()).ok()?
            } else {
                day
            };
            let to = if month_like {
                days.from.checked_add(20.days()).ok()?
            } else {
                day.tomorrow().ok()?
            };
            (from, to, day)
        } else {
            let task = if days.grain == Grain::Week {
                days.from.checked_add(4.days()).ok()?
            } else {
                last
            };
            let from = if month_like {
                days.from.checked_add(20.days()).ok()?
            } else {
                task
            };
            (from, days.to, task)
        };
        Some((
            Days::range(from, to, Grain::Day, Weight::Full).due_on(task),
            next,
        ))
    }

    fn edge_short(&self, at: usize) -> Option<(Days, usize)> {
        // "close of business friday", "eod tomorrow": the end of that day.
        let closing = self.means(at, "close")
            && self.is(at + 1, Word::Of)
            && matches!(self.sense(at + 2), "business" | "play");
        let behind = if closing { at + 3 } else { at + 1 };
        if closing || matches!(self.sense(at), "eod" | "cob") {
            let named = self
                .day(self.opt(behind, Word::On))
                .filter(|(days, _)| days.grain == Grain::Day);
            return named.or_else(|| Some((Days::one(self.today, Weight::Full)?, behind)));
        }
        let day = match self.sense(at) {
            "eom" => self.today.last_of_month(),
            "eow" => self
                .shifted_week(0)?
                .checked_add(4.days())
                .ok()?
                .max(self.today),
            "eoy" => Date::new(self.today.year(), 12, 31).ok()?,
            _ => return None,
        };
        Some((Days::one(day, Weight::Full)?, at + 1))
    }

    /// The period whose edge is meant.
    pub(crate) fn span_of(&self, at: usize) -> Option<(Days, usize)> {
        if let Some(found) = self.period(at) {
            return Some(found);
        }
        let place = self.opt(at, Word::The);
        if let Some(unit) = self
            .unit(place)
            .filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Quarter))
        {
            let from = match unit {
                Unit::Week => self.shifted_week(0)?,
                Unit::Month => self.today.first_of_month(),
                Unit::Quarter => {
                    Date::new(self.today.year(), (self.today.month() - 1) / 3 * 3 + 1, 1).ok()?
                }
                _ => Date::new(self.today.year(), 1, 1).ok()?,
            };
            let (to, grain) = match unit {
                Unit::Week => (from.checked_add(7.days()).ok()?, Grain::Week),
                Unit::Month => (from.checked_add(1.month()).ok()?, Grain::Month),
                Unit::Quarter => (from.checked_add(3.months()).ok()?, Grain::Quarter),
                _ => (from.checked_add(1.year()).ok()?, Grain::Year),
            };
            return Some((Days::range(from, to, grain, Weight::Full), place + 1));
        }
        let (month, next) = self.relative_month(at).or_else(|| {
            let (days, next) = self.year(at)?;
            (days.grain == Grain::Year).then_some((days.from, next))
        })?;
        let grain = if self.digits(next - 1) == 4 && self.month_name(at).is_none() {
            Grain::Year
        } else {
            Grain::Month
        };
        let to = if grain == Grain::Year {
            month.checked_add(1.year()).ok()?
        } else {
            month.checked_add(1.month()).ok()?
        };
        Some((Days::range(month, to, grain, Weight::Full), next))
    }
}
