//! A day with its time, in either order, with part of the day and zone.

use domain::due::Zone;

use super::moment::Weight;
use super::relative::Found;
use super::{Clock, Days, Grain, Moment, Scan};
use crate::locale::{Names, Part, Word};

impl Scan<'_> {
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

    pub(crate) fn connector(&self, at: usize, moment: &Moment) -> usize {
        let comma = if self.means(at, ",") { at + 1 } else { at };
        // "dec 18, at 9" but not "friday, buy milk at 9": the comma needs a moment right behind it.
        let place = self.skip(comma, &[Word::On]);
        if place > comma {
            return place;
        }
        // "tomorrow after 4pm", "14th feb from 9:30".
        let bounded = self.is(comma, Word::After)
            || self.is(comma, Word::Before)
            || self.is(comma, Word::By)
            || self.means(comma, "from")
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
        if matches!(self.sense(comma), "of" | "in")
            && moment.clock.is_none()
            && moment.part.is_some()
        {
            return comma + 1;
        }
        comma
    }

    pub(crate) fn extend(&self, moment: &mut Moment, at: usize) -> Option<usize> {
        if moment.exact.is_some() || !self.step() {
            return None;
        }
        if moment.days.is_none()
            && moment.part.is_none()
            && let Some((days, part, next)) = self.day_part(at)
        {
            moment.days = Some(days);
            moment.part = Some(part);
            return Some(next);
        }
        if moment.days.is_some() && matches!(self.sense(at), "eod" | "cob") {
            return Some(at + 1);
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
        if moment.clock.is_none()
            && let Some((clock, next)) = self.clock(at)
        {
            // "april 15" is no hour of 15; a weight of Plain needs its "at".
            moment.clock = Some(clock);
            let (zone, next) = self.zone(next);
            moment.zone = zone;
            return Some(next);
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
            if let Some((days, next)) = self.day(at)
                && (!moment.is_something() || days.grain <= Grain::Weekend || self.lenient)
            {
                moment.days = Some(days);
                return Some(next);
            }
        }
        if moment.part.is_none() {
            let inner = self.skip(at, &[Word::In, Word::At, Word::On, Word::The, Word::For]);
            let spoken = inner > at || moment.days.is_some();
            if let Some((part, next)) = self.part(inner) {
                let noonish = matches!(part, Part::Noon | Part::Midnight);
                if spoken || noonish || self.lenient || self.means(inner, "first") {
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
    pub(crate) fn day_part(&self, at: usize) -> Option<(Days, Part, usize)> {
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
        if self.is(at, Word::Last) && self.means(at + 1, "night") {
            return Some((
                Days::one(self.today.yesterday().ok()?, Weight::Full)?,
                Part::Night,
                at + 2,
            ));
        }
        None
    }

    /// "now", "right now", "at the moment", "the last 2 minutes": from when on.
    pub(crate) fn this_instant(&self, at: usize) -> Option<(jiff::Zoned, usize)> {
        let place = if matches!(self.sense(at), "right" | "just") {
            at + 1
        } else {
            at
        };
        if self.means(place, "now") {
            return Some((self.now.clone(), place + 1));
        }
        if self.is(at, Word::At)
            && matches!(
                (self.sense(at + 1), self.sense(at + 2)),
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
    pub(crate) fn hour_tonight(&self, at: usize) -> Option<(Clock, usize)> {
        let (hour, next) = self
            .number(at)
            .filter(|(hour, _)| (1..=12).contains(hour))?;
        let mark = self.opt_sense(next, ",");
        if !self.is(mark, Word::Tonight) || self.cut_on(at) {
            return None;
        }
        let time = jiff::civil::Time::new(i8::try_from(hour).ok()?, 0, 0, 0).ok()?;
        let clock = Clock {
            time,
            grain: Grain::Hour,
            open: true,
            next_day: false,
            plain: false,
            weight: Weight::Full,
        };
        Some((clock, next))
    }

    /// A zone behind a time: "EST", "Berlin time", "in Tokyo", "(UTC)", "Europe/Berlin".
    pub(crate) fn zone(&self, at: usize) -> (Option<Zone>, usize) {
        let open = self.opt_sense(at, "(");
        let inner = self.opt(open, Word::In);
        let named = |list: &Names<&'static str>| {
            let fits = |words: &[&str]| {
                let mut words = words.iter().enumerate();
                words.all(|(n, word)| self.surface(inner + n) == *word)
            };
            let mut names = list.beginning(self.surface(inner)).iter();
            let (words, name) = names.find(|(words, _)| fits(words))?;
            Some((Zone::named(name).ok()?, inner + words.len()))
        };
        let timed = |next: usize| self.is(next, Word::Times) && self.means(next, "time");
        let closed = |next: usize| {
            if open > at {
                self.opt_sense(next, ")")
            } else {
                next
            }
        };
        // "um 19 Uhr ist Elternabend" names no zone.
        let written = self
            .token(inner)
            .is_some_and(|token| token.low == token.text);
        let is_verb = written && self.is(inner, Word::Being);
        if let Some((zone, next)) = named(&self.locale.zones).filter(|_| !is_verb) {
            return (Some(zone), closed(next + usize::from(timed(next))));
        }
        if let Some((zone, next)) = named(&self.locale.places) {
            // "dinner at 8 in Paris" said in Paris only names the place.
            let elsewhere = self.ctx.time.zone.iana_name() != zone.time_zone().iana_name();
            if timed(next) || open > at {
                return (Some(zone), closed(next + usize::from(timed(next))));
            }
            if inner > open && elsewhere && !self.cut_off(next) && !self.name_follows(next) {
                return (Some(zone), next);
            }
        }
        if self.means(inner + 1, "/") && self.glued(inner + 1) && self.glued(inner + 2) {
            let name = format!(
                "{}/{}",
                self.tokens[inner].text,
                self.tokens.get(inner + 2).map_or("", |t| t.text)
            );
            if let Ok(zone) = Zone::named(&name) {
                return (
                    Some(zone),
                    if open > at {
                        self.opt_sense(inner + 3, ")")
                    } else {
                        inner + 3
                    },
                );
            }
        }
        (None, at)
    }

    /// Whether a capital goes on with the name of a place: "in Paris Hall".
    fn name_follows(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.is_capital() && !token.glued)
    }
}
