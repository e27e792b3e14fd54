//! Ranges: "dec 3-5", "3-4pm", "monday to friday".

use super::moment::Weight;
use super::{Clock, Days, Grain, Moment, Scan};
use crate::locale::{Unit, Word};

impl Scan<'_> {
    /// "dec 3-5", "3-4pm", "from monday to friday", "between 3 and 5pm".
    pub(crate) fn range(&self, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
        let begin = self.skip(at, &[Word::From]);
        self.days_of_month_range(begin)
            .or_else(|| self.hours_range(begin))
            .or_else(|| self.moments_range(begin))
    }

    pub(crate) fn range_sign(&self, at: usize) -> Option<usize> {
        let sign = self.token(at)?;
        if matches!(sign.text, "-" | "–" | "—" | "~")
            || self.is(at, Word::Until)
            || self.is(at, Word::Through)
        {
            return Some(at + 1);
        }
        (self.is(at, Word::And) && !self.means(at, ",")).then_some(at + 1)
    }

    /// Whether "and" may close a range that begins at `at`.
    pub(crate) fn between(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, Word::Between)
    }

    /// "13 to 15 july", "23rd to 26th oct", "august 27th - 29th, 2026".
    pub(crate) fn days_of_month_range(&self, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
        let of_days = |from: Days, to: Days, next| {
            let end = Moment {
                days: Some(to),
                ..Moment::NOTHING
            };
            let mut start = Moment {
                days: Some(from),
                ..Moment::NOTHING
            };
            // "22-23 feb at 7pm"
            let mut next = next;
            if let Some((clock, after)) = self.clock(next) {
                start.clock = Some(clock);
                next = after;
            }
            Some((start, Some(end), next))
        };
        let start = self.opt(at, Word::The);
        if let Some((first, next)) = self.day_number(start)
            && let Some(after) = self.range_sign(next)
            && (!self.is(next, Word::And) || self.between(at))
            && let Some((last, end)) = self.month_date(self.opt(after, Word::The))
            && last.grain == Grain::Day
        {
            let from = last
                .from
                .with()
                .day(i8::try_from(first).ok()?)
                .build()
                .ok()?;
            if from < last.from {
                return of_days(Days::one(from, Weight::Full)?, last, end);
            }
        }
        if self.month_name(at).is_some()
            && let Some((first, next)) = self.month_date(at)
            && first.grain == Grain::Day
            && let Some(after) = self.range_sign(next)
            && (!self.is(next, Word::And) || self.between(at))
            && let Some((last, end)) = self.day_number(after)
            && self.month_name(end).is_none()
        {
            let mut from = first.from;
            let mut next = end;
            let year_at = self.opt_sense(end, ",");
            if self.digits(year_at) == 4
                && let Some(year) = self.number_at(year_at)
            {
                from = from.with().year(i16::try_from(year).ok()?).build().ok()?;
                next = year_at + 1;
            }
            let to = from.with().day(i8::try_from(last).ok()?).build().ok()?;
            if to > from && !self.cut_off(next) {
                return of_days(
                    Days::one(from, Weight::Full)?,
                    Days::one(to, Weight::Full)?,
                    next,
                );
            }
        }
        None
    }

    /// "3-4pm", "from 9 to 5", "9:30 - 11:00 on thursday".
    pub(crate) fn hours_range(&self, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
        let from_said = at > 0 && (self.is(at - 1, Word::From) || self.is(at - 1, Word::Between));
        let part_lead = self.day_part(at).map(|(days, _, next)| (days, next));
        let evening = part_lead.is_some() && !self.means(at + 1, "morning");
        let lead = part_lead.or_else(|| self.moment_days(at));
        let place = lead.as_ref().map_or(at, |(_, next)| {
            let place = self.opt_sense(*next, ",");
            self.skip(place, &[Word::From, Word::Between, Word::At])
        });
        let from_said = from_said
            || (place > at
                && (self.is(place - 1, Word::From) || self.is(place - 1, Word::Between)));
        let (mut first, sign) = self.range_hour(place)?;
        let after = self.range_sign(sign)?;
        if self.is(sign, Word::And) && !from_said {
            return None;
        }
        let after = self.skip(after, &[Word::At, Word::About]);
        let (mut last, mut next) = self.clock(after).or_else(|| {
            let bare = (from_said || self.clock_marked(place, sign))
                .then(|| self.range_hour(after))
                .flatten()?;
            Some(bare)
        })?;
        let marked = !first.open || !last.open;
        if !marked && !from_said {
            return None;
        }
        if first.open && !last.open {
            let pm = last.time.hour() >= 12;
            let hour = first.time.hour() % 12 + if pm { 12 } else { 0 };
            let same = first.time.with().hour(hour).build().ok()?;
            let earlier = first.time.with().hour(hour % 12).build().ok()?;
            first.time = if same < last.time { same } else { earlier };
            first.open = false;
        } else if last.open && !first.open && first.time.hour() <= 12 {
            if last.time <= first.time {
                last.time = last
                    .time
                    .with()
                    .hour(last.time.hour() % 12 + 12)
                    .build()
                    .ok()?;
            }
            last.open = false;
        } else if last.open && first.open {
            let plain = self.settle_hour(first, None);
            let settled = if evening && plain.hour() < 12 {
                plain.with().hour(plain.hour() + 12).build().ok()?
            } else {
                plain
            };
            first.time = settled;
            first.open = false;
            if last.time.hour() < 12 && last.time < settled {
                last.time = last.time.with().hour(last.time.hour() + 12).build().ok()?;
            }
            last.open = false;
        }
        let mut start = Moment {
            clock: Some(Clock {
                weight: Weight::Full,
                ..first
            }),
            ..Moment::NOTHING
        };
        let end = Moment {
            clock: Some(last),
            ..Moment::NOTHING
        };
        if let Some((days, _)) = lead {
            start.days = Some(days);
        } else {
            let on = self.skip(self.opt_sense(next, ","), &[Word::On]);
            if let Some((days, after)) = self.moment_days(on) {
                start.days = Some(days);
                next = after;
                if let Some((_, after)) = self.part(next) {
                    next = after;
                }
            }
        }
        Some((start, Some(end), next))
    }

    pub(crate) fn moment_days(&self, at: usize) -> Option<(Days, usize)> {
        let (days, mut next) = self.day(at).filter(|(days, _)| days.grain == Grain::Day)?;
        if let Some((_, after)) = self.part(next) {
            next = after;
        }
        Some((days, next))
    }

    pub(crate) fn clock_marked(&self, at: usize, sign: usize) -> bool {
        (at..sign).any(|at| self.means(at, ":") || self.is(at, Word::Am) || self.is(at, Word::Pm))
    }

    /// A clock time, or a bare hour before a range sign.
    pub(crate) fn range_hour(&self, at: usize) -> Option<(Clock, usize)> {
        let at = self.skip(at, &[Word::At]);
        if let Some(found) = self.clock(at) {
            return Some(found);
        }
        let (hour, next) = self.number(at).filter(|(hour, _)| *hour <= 24)?;
        if self.cut_on_range(at)
            || self.digits(at) > 2
            || self.unit(next).is_some_and(|unit| unit != Unit::Second)
        {
            return None;
        }
        // "3:30-6": minutes belong to the first.
        if self.means(next, ":") && self.glued(next) && self.digits(next + 1) == 2 {
            let minute = self.number_at(next + 1)?;
            let time =
                jiff::civil::Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0)
                    .ok()?;
            let open = hour <= 12;
            return Some((
                Clock {
                    time,
                    grain: Grain::Minute,
                    open,
                    next_day: false,
                    plain: false,
                    weight: Weight::Full,
                },
                next + 2,
            ));
        }
        let time = jiff::civil::Time::new(i8::try_from(hour % 24).ok()?, 0, 0, 0).ok()?;
        Some((
            Clock {
                time,
                grain: Grain::Hour,
                open: hour <= 12,
                next_day: false,
                plain: false,
                weight: Weight::Plain,
            },
            next,
        ))
    }

    /// "monday to friday", "dec 3 10:00 - dec 5 12:00".
    pub(crate) fn moments_range(&self, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
        let (start, next) = self.moment(at)?;
        let after = self.range_sign(next)?;
        if self.is(next, Word::And) && !self.between(at) {
            return None;
        }
        // "move it from monday to friday" is no range for the caller that asks for one day.
        let (mut end, last) = self.moment(after)?;
        if start.days.is_some() != end.days.is_some() && end.clock.is_none() {
            return None;
        }
        if end.days.is_none() && start.clock.is_none() {
            return None;
        }
        let mut start = start;
        self.before_now(&mut start, &end);
        let year_said = |from: usize, to: usize| (from..to).any(|at| self.digits(at) == 4);
        if let (Some(from), Some(to)) = (&mut start.days, &end.days)
            && year_said(after, last)
            && !year_said(at, next)
            && (at..next).any(|place| self.month_name(place).is_some())
            && from.grain <= Grain::Month
            && to.from.year() != from.from.year()
        {
            let moved = from.from.with().year(to.from.year()).build().ok()?;
            if moved < to.from {
                *from = if from.grain == Grain::Month {
                    Days::range(
                        moved,
                        moved.last_of_month().tomorrow().ok()?,
                        Grain::Month,
                        Weight::Full,
                    )
                } else {
                    Days::one(moved, Weight::Full)?
                };
            }
        }
        if let (Some(from), Some(to)) = (&start.days, &mut end.days)
            && to.from < from.from
        {
            if from.from.year() == to.from.year()
                && to.grain >= Grain::Day
                && self.weekday_name(after).is_none()
            {
                // "from 10/25 to 01/25"
                let later = to.from.checked_add(jiff::ToSpan::year(1)).ok()?;
                *to = Days::one(later, Weight::Full)?;
            } else if self.weekday_name(last - 1).is_some() {
                let later = to.from.checked_add(jiff::ToSpan::days(7)).ok()?;
                *to = Days::one(later, Weight::Full)?;
            }
        }
        Some((start, Some(end), last))
    }

    /// "between eight o'clock and now": the last eight o'clock, not the next.
    fn before_now(&self, start: &mut Moment, end: &Moment) {
        let is_now = |(instant, _): &(jiff::Zoned, Grain)| *instant == self.now;
        let (Some(clock), true) = (&mut start.clock, end.exact.as_ref().is_some_and(is_now)) else {
            return;
        };
        if start.days.is_some() || !clock.open {
            return;
        }
        let hour = clock.time.hour() % 12;
        let read = |hour: i8| clock.time.with().hour(hour).build().ok();
        let past = |time: &jiff::civil::Time| *time <= self.now.time();
        let latest = read(hour + 12)
            .filter(past)
            .or_else(|| read(hour).filter(past));
        if let (Some(time), Some(today)) = (latest, Days::one(self.today, Weight::Full)) {
            clock.time = time;
            clock.open = false;
            start.days = Some(today);
        }
    }
}
