//! Puts the recognisers together: one day, then a moment of day and time, then a range.

use domain::due::Zone;

use super::moment::Weight;
use super::relative::Found;
use super::{Bound, Clock, Days, Grain, Moment, Scan, When};
use crate::locale::{Part, Unit, Word};
use crate::tokens::Kind;

impl Scan<'_> {
    /// One day or period of days.
    pub(crate) fn day(&self, at: usize) -> Option<(Days, usize)> {
        if !self.step() || self.tokens.get(at)?.kind == Kind::Quote {
            return None;
        }
        self.numeric(at)
            .or_else(|| self.feast(at))
            .or_else(|| self.edge(at))
            .or_else(|| self.near_day(at))
            .or_else(|| self.nth_of_month(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.month_date(at))
            .or_else(|| self.relative_month_date(at))
            .or_else(|| self.period(at))
            .or_else(|| self.month_day(at))
            .or_else(|| if self.lenient { self.year(at) } else { None })
            .filter(|(_, next)| !self.cut_off_date(*next))
    }

    fn cut_off_date(&self, next: usize) -> bool {
        // A dash may open a range: "dec 3-5", "aug 8 - aug 12".
        self.cut_off(next)
            && !matches!(self.low(next), "-" | "~" | ":" | "/")
            && !self
                .tokens
                .get(next)
                .is_some_and(|t| t.kind == Kind::Punct && !matches!(t.text, "." | "_" | "'" | "@"))
    }

    /// "next march", "this december", "next 5/12", "next 6th of april".
    fn relative_month_date(&self, at: usize) -> Option<(Days, usize)> {
        let marked = self.is(at, Word::Next) || self.is(at, Word::This) || self.is(at, Word::Last);
        if !marked {
            return None;
        }
        if self.is(at + 1, Word::Homonym) && !self.boundary(at + 2) {
            return None;
        }
        if self.month_name(at + 1).is_some() && !self.is(at, Word::Last) {
            let (days, next) = self.month_date(at + 1)?;
            return Some((
                Days {
                    weight: Weight::Full,
                    ..days
                },
                next,
            ));
        }
        if self.is(at, Word::Next) {
            return self.numeric(at + 1).or_else(|| self.month_date(at + 1));
        }
        None
    }

    /// A day with its time, in either order, with part of the day and zone.
    pub(crate) fn moment(&self, at: usize) -> Option<(Moment, usize)> {
        let mut moment = Moment::NOTHING;
        let mut next = at;
        for _ in 0..5 {
            let place = if moment.is_something() {
                self.connector(next, &moment)
            } else {
                next
            };
            let Some(after) = self.extend(&mut moment, place) else {
                break;
            };
            next = after;
        }
        moment.is_something().then_some((moment, next))
    }

    fn connector(&self, at: usize, moment: &Moment) -> usize {
        let comma = if self.low_is(at, ",") { at + 1 } else { at };
        // "dec 18, at 9" but not "friday, buy milk at 9": the comma needs a moment right behind it.
        let place = self.skip(comma, &[Word::On]);
        if place > comma {
            return place;
        }
        // "tomorrow after 4pm", "14th feb from 9:30".
        let bounded = self.is(comma, Word::After)
            || self.is(comma, Word::Before)
            || self.is(comma, Word::By)
            || self.low_is(comma, "from")
            || self.is(comma, Word::About);
        if bounded && moment.days.is_some() && moment.clock.is_none() {
            let hour = comma + 1;
            if self.clock(hour).is_some() {
                return hour;
            }
            // "tonight around 7"
            if moment.part.is_some()
                && self
                    .number(hour)
                    .is_some_and(|(n, next)| (1..=12).contains(&n) && self.unit(next).is_none())
            {
                return comma;
            }
        }
        if self.is(comma, Word::For) && moment.days.is_some() && self.digits(comma + 1) > 0 {
            return comma + 1;
        }
        if matches!(self.low(comma), "of" | "in") && moment.clock.is_none() && moment.part.is_some()
        {
            return comma + 1;
        }
        comma
    }

    fn extend(&self, moment: &mut Moment, at: usize) -> Option<usize> {
        if moment.exact.is_some() || !self.step() {
            return None;
        }
        if moment.days.is_none() && moment.part.is_none() {
            if let Some((days, part, next)) = self.day_part(at) {
                moment.days = Some(days);
                moment.part = Some(part);
                return Some(next);
            }
        }
        if self.lenient
            && !moment.is_something()
            && let Some((instant, next)) = self.this_instant(at)
        {
            moment.exact = Some((instant, Grain::Second));
            return Some(next);
        }
        if moment.clock.is_none()
            && moment.days.is_none()
            && let Some((clock, next)) = self.hour_tonight(at)
        {
            moment.clock = Some(clock);
            return Some(next);
        }
        if moment.clock.is_none()
            && moment.part.is_some()
            && self.is(at, Word::About)
            && let Some((clock, next)) = self.range_hour(at + 1)
        {
            moment.clock = Some(clock);
            return Some(next);
        }
        if moment.clock.is_none() {
            if let Some((clock, next)) = self.clock(at) {
                // "april 15" is no hour of 15; a weight of Plain needs its "at".
                moment.clock = Some(clock);
                let (zone, next) = self.zone(next);
                moment.zone = zone;
                return Some(next);
            }
        }
        if moment.days.is_none() {
            match self.counted(at) {
                Some((Found::Exact(instant, grain), next)) if !moment.is_something() => {
                    moment.exact = Some((instant, grain));
                    return Some(next);
                }
                Some((Found::Days(days), next)) => {
                    moment.days = Some(days);
                    return Some(next);
                }
                _ => {}
            }
            if let Some((days, next)) = self.day(at) {
                if !moment.is_something() || days.grain <= Grain::Weekend || self.lenient {
                    moment.days = Some(days);
                    return Some(next);
                }
            }
        }
        if moment.part.is_none() {
            let inner = self.skip(at, &[Word::In, Word::At, Word::On, Word::The, Word::For]);
            let spoken = inner > at || moment.days.is_some();
            if let Some((part, next)) = self.part(inner) {
                let noonish = matches!(part, Part::Noon | Part::Midnight);
                if spoken || noonish || self.lenient || self.low_is(inner, "first") {
                    moment.part = Some(part);
                    let (zone, next) = self.zone(next);
                    moment.zone = moment.zone.take().or(zone);
                    return Some(next);
                }
            }
        }
        None
    }

    /// "this morning", "tonight", "last night", "tomorrow night".
    fn day_part(&self, at: usize) -> Option<(Days, Part, usize)> {
        let today = Days::one(self.today, Weight::Full)?;
        if self.is(at, Word::Tonight) {
            return Some((today, Part::Night, at + 1));
        }
        if self.is(at, Word::This)
            && !self.is(at, Word::Next)
            && let Some((part, next)) = self.part(at + 1)
        {
            return Some((today, part, next));
        }
        if self.is(at, Word::Last) && self.low_is(at + 1, "night") {
            return Some((
                Days::one(self.today.yesterday().ok()?, Weight::Full)?,
                Part::Night,
                at + 2,
            ));
        }
        None
    }

    /// "now", "right now", "at the moment", "the last 2 minutes": from when on.
    fn this_instant(&self, at: usize) -> Option<(jiff::Zoned, usize)> {
        let place = if matches!(self.low(at), "right" | "just") {
            at + 1
        } else {
            at
        };
        if self.low_is(place, "now") {
            return Some((self.now.clone(), place + 1));
        }
        if self.is(at, Word::At)
            && matches!(
                (self.low(at + 1), self.low(at + 2)),
                ("the", "moment") | ("this", "time" | "moment")
            )
        {
            return Some((self.now.clone(), at + 3));
        }
        let place = self.opt(at, Word::The);
        if self.is(place, Word::Last) {
            let (amount, next) = self.amount(place + 1)?;
            if amount.is_clock() {
                return Some((amount.after(&self.now, -1)?, next));
            }
        }
        None
    }

    /// "11 tonight", "10, tonight".
    fn hour_tonight(&self, at: usize) -> Option<(Clock, usize)> {
        let (hour, next) = self
            .number(at)
            .filter(|(hour, _)| (1..=12).contains(hour))?;
        let mark = self.opt_low(next, ",");
        if !self.is(mark, Word::Tonight) || self.cut_on(at) {
            return None;
        }
        let time = jiff::civil::Time::new(i8::try_from(hour).ok()?, 0, 0, 0).ok()?;
        let clock = Clock {
            time,
            grain: Grain::Hour,
            open: true,
            next_day: false,
            weight: Weight::Full,
        };
        Some((clock, next))
    }

    /// A zone behind a time: "EST", "berlin time", "(UTC)", "Europe/Berlin".
    fn zone(&self, at: usize) -> (Option<Zone>, usize) {
        let open = self.opt_low(at, "(");
        let inner = self.opt(open, Word::In);
        for (words, name) in &self.locale.zones {
            let fits = words
                .iter()
                .enumerate()
                .all(|(n, word)| self.low_is(inner + n, word));
            if !fits {
                continue;
            }
            let mut next = inner + words.len();
            if self.low_is(next, "time") {
                next += 1;
            }
            if open > at {
                next = self.opt_low(next, ")");
            }
            if let Ok(zone) = Zone::named(name) {
                return (Some(zone), next);
            }
        }
        if self.low_is(inner + 1, "/") && self.glued(inner + 1) && self.glued(inner + 2) {
            let name = format!(
                "{}/{}",
                self.tokens[inner].text,
                self.tokens.get(inner + 2).map_or("", |t| t.text)
            );
            if let Ok(zone) = Zone::named(&name) {
                return (
                    Some(zone),
                    if open > at {
                        self.opt_low(inner + 3, ")")
                    } else {
                        inner + 3
                    },
                );
            }
        }
        (None, at)
    }

    /// A moment or range with its preposition.
    pub(crate) fn when(&self, at: usize) -> Option<(When, usize)> {
        if !self.step() {
            return None;
        }
        let (bound, announced, weakly, place) = self.preposition(at);
        let (start, end, next) = self
            .range(place)
            .or_else(|| {
                self.moment(place)
                    .map(|(moment, next)| (moment, None, next))
            })
            .or_else(|| {
                // "in 3 days" and "in the morning" keep their own preposition.
                (place > at).then_some(())?;
                self.moment(at)
                    .map(|(moment, next)| (moment, None, next))
                    .or_else(|| self.bare_hour(bound, place))
            })?;
        let mut when = When {
            bound,
            start,
            end,
            length: None,
            announced,
            weakly,
        };
        let mut after = next;
        if self.is(next, Word::For)
            && when.end.is_none()
            && self.low_is(next, "for")
            && let Some((amount, end)) = self.amount(next + 1)
            && (when.start.clock.is_some() || self.lenient)
            && !self.is(end, Word::Ago)
        {
            when.length = Some(amount);
            after = end;
        }
        Some((when, after))
    }

    /// "by 5", "before 6": an hour with nothing behind it that could be counted.
    fn bare_hour(&self, bound: Bound, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
        if !matches!(bound, Bound::By | Bound::Before | Bound::After) {
            return None;
        }
        let (clock, next) = self.range_hour(at)?;
        let counts = self.unit(next).is_some()
            || !self.boundary(next)
            || self.low_is(next, "%")
            || self.low_is(next, "of")
            || self.low_is(next, "to")
            || self.cut_off(next);
        (!counts && clock.open).then(|| {
            (
                Moment {
                    clock: Some(clock),
                    ..Moment::NOTHING
                },
                None,
                next,
            )
        })
    }

    fn preposition(&self, at: usize) -> (Bound, bool, bool, usize) {
        let mut place = at;
        let mut announced = false;
        if self.is(place, Word::Due) {
            announced = true;
            place = self.opt_low(place + 1, ":");
            if self.low_is(place, "date") {
                place = self.opt_low(self.opt_low(place + 1, "is"), ":");
            }
        }
        let here = |word| self.is(place, word);
        if self.low_is(place, "no")
            && self.low_is(place + 1, "later")
            && self.low_is(place + 2, "than")
        {
            return (Bound::By, true, false, place + 3);
        }
        if self.low_is(place, "later") && self.low_is(place + 1, "than") {
            return (Bound::After, true, false, place + 2);
        }
        if here(Word::By) {
            return (Bound::By, true, false, place + 1);
        }
        if here(Word::Before) {
            return (Bound::Before, true, false, self.opt_low(place + 1, "to"));
        }
        if here(Word::After) {
            return (Bound::After, true, false, place + 1);
        }
        if here(Word::Since) {
            return (Bound::Since, true, false, place + 1);
        }
        if here(Word::Until) && !here(Word::Half) {
            return (Bound::Until, true, false, place + 1);
        }
        if here(Word::On)
            || here(Word::From)
            || here(Word::Starting) && self.low(place).ends_with("ing")
        {
            return (Bound::On, true, false, self.opt_low(place + 1, "on"));
        }
        if here(Word::In) || here(Word::At) {
            return (Bound::On, true, false, place + 1);
        }
        if here(Word::For) && self.low_is(place, "for") {
            return (Bound::On, true, true, place + 1);
        }
        if here(Word::About) || self.low_is(place, "during") {
            return (Bound::On, announced, false, place + 1);
        }
        (Bound::On, announced, false, place)
    }

    /// "dec 3-5", "3-4pm", "from monday to friday", "between 3 and 5pm".
    fn range(&self, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
        let begin = self.skip(at, &[Word::From]);
        self.days_of_month_range(begin)
            .or_else(|| self.hours_range(begin))
            .or_else(|| self.moments_range(begin))
    }

    fn range_sign(&self, at: usize) -> Option<usize> {
        let sign = self.token(at)?;
        if matches!(sign.text, "-" | "–" | "—" | "~")
            || self.is(at, Word::Until)
            || self.is(at, Word::Through)
        {
            return Some(at + 1);
        }
        (self.is(at, Word::And) && !self.low_is(at, ",")).then_some(at + 1)
    }

    /// Whether "and" may close a range that begins at `at`.
    fn between(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, Word::Between)
    }

    /// "13 to 15 july", "23rd to 26th oct", "august 27th - 29th, 2026".
    fn days_of_month_range(&self, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
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
            && !(self.is(next, Word::And) && !self.between(at))
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
            && !(self.is(next, Word::And) && !self.between(at))
            && let Some((last, end)) = self.day_number(after)
            && self.month_name(end).is_none()
        {
            let mut from = first.from;
            let mut next = end;
            let year_at = self.opt_low(end, ",");
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
    fn hours_range(&self, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
        let from_said = at > 0 && (self.is(at - 1, Word::From) || self.is(at - 1, Word::Between));
        let part_lead = self.day_part(at).map(|(days, _, next)| (days, next));
        let evening = part_lead.is_some() && !self.low_is(at + 1, "morning");
        let lead = part_lead.or_else(|| self.moment_days(at));
        let place = lead.as_ref().map_or(at, |(_, next)| {
            let place = self.opt_low(*next, ",");
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
            let bare = (from_said && !first.open || self.clock_marked(place, sign) || from_said)
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
            let on = self.skip(self.opt_low(next, ","), &[Word::On]);
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

    fn moment_days(&self, at: usize) -> Option<(Days, usize)> {
        let (days, mut next) = self.day(at).filter(|(days, _)| days.grain == Grain::Day)?;
        if let Some((_, after)) = self.part(next) {
            next = after;
        }
        Some((days, next))
    }

    fn clock_marked(&self, at: usize, sign: usize) -> bool {
        (at..sign).any(|at| self.low_is(at, ":") || self.is(at, Word::Am) || self.is(at, Word::Pm))
    }

    /// A clock time, or a bare hour before a range sign.
    fn range_hour(&self, at: usize) -> Option<(Clock, usize)> {
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
        if self.low_is(next, ":") && self.glued(next) && self.digits(next + 1) == 2 {
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
                weight: Weight::Plain,
            },
            next,
        ))
    }

    /// "monday to friday", "dec 3 10:00 - dec 5 12:00".
    fn moments_range(&self, at: usize) -> Option<(Moment, Option<Moment>, usize)> {
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
        let year_said = |from: usize, to: usize| (from..to).any(|at| self.digits(at) == 4);
        if let (Some(from), Some(to)) = (&mut start.days, &end.days)
            && year_said(after, last)
            && !year_said(at, next)
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
}
