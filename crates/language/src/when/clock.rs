//! Times of day: "8am", "half past four", "17:30", "noon", "in the evening".

use jiff::civil::Time;

use super::moment::Weight;
use super::{Clock, Grain, Scan};
use crate::locale::{Part, Unit, Word};
use crate::tokens::Kind;

impl Scan<'_> {
    /// A part of the day.
    pub(crate) fn part(&self, at: usize) -> Option<(Part, usize)> {
        let pick = |word: &Word| {
            if let Word::Part(part) = word {
                Some(*part)
            } else {
                None
            }
        };
        if let Some(part) = self.class(at, pick) {
            return Some((part, at + 1));
        }
        if self.means(at, "first") && self.means(at + 1, "thing") {
            let next = at + 2;
            let inner = self.opt(self.opt(next, Word::In), Word::The);
            return match self.class(inner, pick) {
                Some(Part::Morning) => Some((Part::Morning, inner + 1)),
                _ => Some((Part::Morning, next)),
            };
        }
        if (self.is(at, Word::Early) || self.is(at, Word::Late) || self.is(at, Word::Middle))
            && let Some(part) = self.class(self.hyphen(at + 1), pick)
        {
            return Some((part, self.hyphen(at + 1) + 1));
        }
        None
    }

    /// The wall time that a part of the day stands for.
    pub(crate) fn part_clock(&self, part: Part) -> Clock {
        let parts = &self.ctx.time.parts;
        let (time, next_day) = match part {
            Part::Morning => (parts.morning, false),
            Part::Noon => (parts.noon, false),
            Part::Afternoon => (parts.afternoon, false),
            Part::Evening => (parts.evening, false),
            Part::Night => (parts.night, false),
            Part::Midnight => (Time::midnight(), true),
        };
        let grain = if matches!(part, Part::Noon | Part::Midnight) {
            Grain::Hour
        } else {
            Grain::Part
        };
        Clock {
            time,
            grain,
            open: false,
            next_day,
            plain: false,
            weight: Weight::Plain,
        }
    }

    /// A time of day in numbers or words, with its preposition. `announced` is set by "at".
    pub(crate) fn clock(&self, at: usize) -> Option<(Clock, usize)> {
        let mut start = at;
        let mut announced = false;
        while self.is(start, Word::At)
            || self.is(start, Word::About)
            || self.means(start, "exactly")
            || self.means(start, "sharp")
        {
            announced = announced || self.is(start, Word::At);
            start += 1;
        }
        let (mut clock, mut next) = self
            .leading_clock(start)
            .or_else(|| self.fraction_clock(start))
            .or_else(|| self.digital_clock(start, announced))
            .or_else(|| self.spoken_clock(start, announced))?;
        if self.means(next, "sharp") || self.means(next, "exactly") || self.means(next, "ish") {
            next += 1;
        }
        if announced {
            clock.weight = clock.weight.max(Weight::Plain);
        }
        (!self.cut_off(next) || self.range_dash(next)).then_some((clock, next))
    }

    /// "halb acht", "Viertel acht", "drei viertel acht", "fünf vor halb acht": parts of the hour that
    /// is named.
    fn leading_clock(&self, at: usize) -> Option<(Clock, usize)> {
        if !self.locale.grammar.halves_lead {
            return None;
        }
        let (offset, place) = match self.number(at) {
            Some((minutes @ 1..=20, next)) => {
                let next = self.opt(next, Word::Unit(Unit::Minute));
                match (self.sense(next), self.is(next + 1, Word::Half)) {
                    ("before", true) => (1_440 - minutes, next + 1),
                    ("after", true) => (minutes, next + 1),
                    _ => (0, at),
                }
            }
            _ => (0, at),
        };
        let (ahead, place) = if self.is(place, Word::Half) {
            (30, place + 1)
        } else if self.is(place, Word::Quarter) {
            (45, place + 1)
        } else if self.number(place).map(|(n, _)| n) == Some(3) && self.is(place + 1, Word::Quarter)
        {
            (15, place + 2)
        } else {
            return None;
        };
        let (hour, next) = self
            .number(place)
            .filter(|(hour, _)| (1..=12).contains(hour))?;
        if self.means(next, ":") || self.unit(next).is_some() {
            return None;
        }
        // "halb eins" is half past twelve.
        let hour = if hour == 1 { 13 } else { hour };
        let total = hour * 60 + 1_440 - ahead + offset;
        let (half, end) = self.half_of_day(self.opt(next, Word::Oclock));
        let clock = Clock {
            time: clock_time((total / 60) % 24, total % 60, 0)?,
            grain: Grain::Minute,
            open: true,
            next_day: false,
            plain: false,
            weight: Weight::Full,
        };
        Some((halved(clock, half)?, end))
    }

    /// "half past four", "quarter to six", "ten past 3", "20 minutes to 5".
    fn fraction_clock(&self, at: usize) -> Option<(Clock, usize)> {
        let begin = self.opt(at, Word::A);
        let (minutes, mut next) = if self.is(begin, Word::Half) {
            (30, begin + 1)
        } else if self.is(begin, Word::Quarter) && self.means(begin, "quarter") {
            (15, begin + 1)
        } else {
            let (n, next) = self.number(at).filter(|(n, _)| (1..60).contains(n))?;
            (
                n,
                if self.unit(next) == Some(Unit::Minute) {
                    next + 1
                } else {
                    next
                },
            )
        };
        let before = match self.sense(next) {
            "past" | "after" => false,
            "to" | "til" | "till" | "before" | "of" => true,
            _ if minutes == 30 && self.number(next).is_some() => {
                // British "half four" is half past four.
                next -= 1;
                false
            }
            _ => return None,
        };
        // "25 or 6 to 4": odd minutes need to be called so, or a preposition.
        let odd = !matches!(minutes, 5 | 10 | 15 | 20 | 25 | 30);
        let called = next > 0 && self.is(next - 1, Word::Unit(Unit::Minute))
            || at > 0 && self.is(at - 1, Word::At);
        if odd && (matches!(self.sense(next), "after" | "before") || before && !called) {
            return None;
        }
        let (hour, place) = match self.part(next + 1) {
            Some((Part::Noon, place)) => (12, place),
            Some((Part::Midnight, place)) => (0, place),
            _ => self
                .number(next + 1)
                .filter(|(h, _)| (1..=12).contains(h))?,
        };
        if self.means(place, ":") || self.unit(place).is_some() {
            return None;
        }
        let exact = hour == 0 || (hour == 12 && self.part(next + 1).is_some());
        let total = if before {
            hour * 60 + 1_440 - minutes
        } else {
            hour * 60 + minutes
        };
        let (half, place) = self.half_of_day(place);
        let time = clock_time((total / 60) % 24, total % 60, 0)?;
        let clock = Clock {
            time,
            grain: Grain::Minute,
            open: !exact,
            next_day: false,
            plain: false,
            weight: Weight::Full,
        };
        Some((halved(clock, half)?, place))
    }

    fn digital_clock(&self, at: usize, announced: bool) -> Option<(Clock, usize)> {
        let hour = self.number_at(at)?;
        let width = self.digits(at);
        if self.cut_on_range(at) {
            return None;
        }
        // 17:30, 5:30, 17:30:15, 5.30pm
        let colon = matches!(self.sense(at + 1), ":" | "." | "h")
            && self.glued(at + 1)
            && self.glued(at + 2);
        if colon && width <= 2 && self.digits(at + 2) == 2 {
            let minute = self.number_at(at + 2)?;
            let dotted = self.means(at + 1, ".");
            let mut next = at + 3;
            let mut second = 0;
            let mut grain = Grain::Minute;
            if self.means(next, ":") && self.glued(next) && self.digits(next + 1) == 2 {
                second = self.number_at(next + 1)?;
                grain = Grain::Second;
                next += 2;
            }
            let oclock = self.is(next, Word::Oclock);
            let said = announced && !self.glued(next) && self.boundary(next);
            let (half, after) = self.half_of_day(self.opt(next, Word::Oclock));
            if dotted && half.is_none() && !oclock && !said {
                return None;
            }
            let time = clock_time(hour, minute, second)?;
            let open = (1..=12).contains(&hour) && width == 1 || (hour == 12 && half.is_some());
            let clock = Clock {
                time,
                grain,
                open,
                next_day: false,
                plain: !self.locale.grammar.twelve_hours,
                weight: Weight::Full,
            };
            return Some((halved(clock, half)?, after));
        }
        let glued_h = self.means(at + 1, "h") && self.glued(at + 1) && announced;
        if glued_h && width <= 2 {
            let clock = Clock {
                time: clock_time(hour, 0, 0)?,
                grain: Grain::Hour,
                open: false,
                next_day: false,
                plain: false,
                weight: Weight::Full,
            };
            return Some((clock, at + 2));
        }
        // 330 p.m., at 1730
        if width == 3 || width == 4 {
            let (half, after) = self.half_of_day(at + 1);
            let (h, m) = (hour / 100, hour % 100);
            let plausible = half.is_some() || (announced && width == 4 && (m % 5 == 0));
            if !plausible {
                return None;
            }
            let clock = Clock {
                time: clock_time(h, m, 0)?,
                grain: Grain::Minute,
                open: half.is_some(),
                next_day: false,
                plain: false,
                weight: Weight::Full,
            };
            return Some((halved(clock, half)?, after));
        }
        self.hour_clock(hour, at + 1, announced, width)
    }

    fn spoken_clock(&self, at: usize, announced: bool) -> Option<(Clock, usize)> {
        if self
            .tokens
            .get(at)
            .is_none_or(|token| token.kind != Kind::Word)
        {
            return None;
        }
        // "ein Uhr"
        let one = || (self.is(at, Word::A) && self.is(at + 1, Word::Oclock)).then_some((1, at + 1));
        let (hour, next) = self
            .number(at)
            .or_else(one)
            .filter(|(h, _)| (1..=24).contains(h))?;
        // "nine thirty", "four fifteen pm", "five oh five"
        let oh = usize::from(matches!(self.sense(next), "oh" | "o"));
        if let Some((minute, after)) = self.number(next + oh)
            && self.tokens[next + oh].kind == Kind::Word
            && hour <= 12
            && ((10..60).contains(&minute) || (oh == 1 && minute < 10))
        {
            let (half, end) = self.half_of_day(after);
            if half.is_some() || announced {
                let clock = Clock {
                    time: clock_time(hour, minute, 0)?,
                    grain: Grain::Minute,
                    open: true,
                    next_day: false,
                    plain: false,
                    weight: Weight::Full,
                };
                return Some((halved(clock, half)?, end));
            }
        }
        self.hour_clock(hour, next, announced, 0)
    }

    /// A bare hour, which needs "at", am or pm, o'clock or a part of the day.
    fn hour_clock(
        &self,
        hour: u32,
        next: usize,
        announced: bool,
        width: usize,
    ) -> Option<(Clock, usize)> {
        let oclock = self.is(next, Word::Oclock);
        let mark = if oclock { next + 1 } else { next };
        if oclock && let Some((clock, after)) = self.minutes_behind(hour, mark) {
            return Some((clock, after));
        }
        let (half, after) = self.half_of_day(mark);
        if half.is_none() && !oclock && !announced && !self.lenient {
            return None;
        }
        if half.is_none() && !oclock && !announced {
            return None;
        }
        if half.is_none()
            && (self.unit(after).is_some() || self.means(after, "%") || self.means(after, "/"))
        {
            return None;
        }
        let open =
            (1..=12).contains(&hour) && width < 2 || half.is_some() || ((10..=12).contains(&hour));
        if half.is_some() && hour > 12 && !matches!(half, Some(Half::Part(_))) {
            return None;
        }
        let weight = if half.is_some() || oclock {
            Weight::Full
        } else {
            Weight::Plain
        };
        let clock = Clock {
            time: clock_time(hour % 24, 0, 0)?,
            grain: Grain::Hour,
            open,
            next_day: hour == 24,
            plain: false,
            weight,
        };
        (hour <= 24).then_some(())?;
        Some((halved(clock, half)?, after))
    }

    /// The minutes of "8 Uhr 30", where that is how times are said.
    fn minutes_behind(&self, hour: u32, at: usize) -> Option<(Clock, usize)> {
        let (minute, next) = self
            .number(at)
            .filter(|(minute, _)| (1..60).contains(minute))?;
        let padded = self.digits(at) == 2 || self.digits(at) == 0 && minute >= 10;
        if self.locale.grammar.twelve_hours
            || !padded
            || self.unit(next).is_some()
            || self.dotted(at)
        {
            return None;
        }
        let (half, after) = self.half_of_day(next);
        let clock = Clock {
            time: clock_time(hour, minute, 0)?,
            grain: Grain::Minute,
            open: hour <= 12,
            next_day: false,
            plain: true,
            weight: Weight::Full,
        };
        (!self.cut_off(next)).then_some(())?;
        Some((halved(clock, half)?, after))
    }

    /// am, p.m., "in the morning", "at night".
    fn half_of_day(&self, at: usize) -> (Option<Half>, usize) {
        let dotted = |letter: &str| {
            self.means(at, letter)
                && (self.means(at + 1, ".") && self.means(at + 2, "m") || self.means(at + 1, "m"))
        };
        if self.is(at, Word::Am) || self.is(at, Word::Pm) {
            let half = if self.is(at, Word::Am) {
                Half::Am
            } else {
                Half::Pm
            };
            return (Some(half), at + 1);
        }
        for (letter, half) in [("a", Half::Am), ("p", Half::Pm)] {
            if dotted(letter) {
                let mut next = at + 1;
                if self.means(next, ".") {
                    next += 1;
                }
                next += 1;
                if self.means(next, ".") && self.glued(next) {
                    next += 1;
                }
                return (Some(half), next);
            }
        }
        let letter =
            self.means(at, "p") || self.means(at, "a") && at > 1 && self.means(at - 2, ":");
        if letter && self.glued(at) && !self.cut_off(at + 1) {
            let half = if self.means(at, "a") {
                Half::Am
            } else {
                Half::Pm
            };
            return (Some(half), at + 1);
        }
        // "8 Uhr abends"
        let of_day = self.class(at, |word| match word {
            Word::OfDay(part) => Some(*part),
            _ => None,
        });
        if let Some(part) = of_day {
            return (Some(Half::Part(part)), at + 1);
        }
        let inner = self.opt(at, Word::In);
        let inner = if inner == at {
            self.opt(at, Word::At)
        } else {
            self.opt(inner, Word::The)
        };
        if inner > at
            && let Some((part, next)) = self.part(inner)
            && !matches!(part, Part::Noon | Part::Midnight)
        {
            return (Some(Half::Part(part)), next);
        }
        (None, at)
    }
}

/// Which half of the day was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
    Part(Part),
}

fn halved(clock: Clock, half: Option<Half>) -> Option<Clock> {
    let hour = clock.time.hour();
    let moved = |hour: i8| clock.time.with().hour(hour).build().ok();
    let settled = |time| {
        Some(Clock {
            time,
            open: false,
            weight: Weight::Full,
            ..clock
        })
    };
    match half {
        None => Some(clock),
        Some(_) if hour > 12 => settled(clock.time),
        Some(Half::Am) => settled(moved(hour % 12)?),
        Some(Half::Pm) => settled(moved(hour % 12 + 12)?),
        Some(Half::Part(part)) => settled(in_part(clock.time, part)),
    }
}

/// The reading of a twelve-hour time that lies in a part of the day.
pub(crate) fn in_part(time: Time, part: Part) -> Time {
    let hour = time.hour();
    if hour > 12 {
        return time;
    }
    let hour = match part {
        Part::Morning => hour % 12,
        Part::Night if hour == 12 => 0,
        Part::Night if hour <= 4 => hour,
        Part::Midnight => hour % 12,
        _ => hour % 12 + 12,
    };
    time.with().hour(hour).build().unwrap_or(time)
}

fn clock_time(hour: u32, minute: u32, second: u32) -> Option<Time> {
    let part = |value: u32| i8::try_from(value).ok();
    Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok()
}
