//! Days in filters: `today`, `+7d`, `monday`, `next week`, `2026-12-01`, `today+2w`.

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::ast::{Base, DayRef, Op, Shift, Unit};
use super::resolved::Days;

/// The largest count of a shift.
const SHIFT_COUNT: i32 = 9_999;

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("monday", "mon", Weekday::Monday),
    ("tuesday", "tue", Weekday::Tuesday),
    ("wednesday", "wed", Weekday::Wednesday),
    ("thursday", "thu", Weekday::Thursday),
    ("friday", "fri", Weekday::Friday),
    ("saturday", "sat", Weekday::Saturday),
    ("sunday", "sun", Weekday::Sunday),
];

/// Words that a day may be written with, for suggestions.
pub(super) const WORDS: [&str; 10] = [
    "today",
    "tomorrow",
    "yesterday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Reads one word: a day, a distance from today, or both.
pub(super) fn read(word: &str) -> Option<DayRef> {
    if let Some(shift) = shift(word) {
        return Some(DayRef {
            base: Base::Today,
            shift: Some(shift),
        });
    }
    with_shift(word, base)
}

/// Reads what follows `this`, `next` or `last`: `week` or `month`.
pub(super) fn read_period(which: &str, word: &str) -> Option<DayRef> {
    let distance = distance_of(which)?;
    with_shift(word, |word| match word.to_lowercase().as_str() {
        "week" => Some(Base::Week(distance)),
        "month" => Some(Base::Month(distance)),
        _ => None,
    })
}

/// -1, 0 or 1 for `last`, `this` or `next`.
pub(super) fn distance_of(word: &str) -> Option<i8> {
    match word.to_lowercase().as_str() {
        "last" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    }
}

fn with_shift(word: &str, base: impl Fn(&str) -> Option<Base>) -> Option<DayRef> {
    if let Some(base) = base(word) {
        return Some(DayRef { base, shift: None });
    }
    let at = word.rfind(['+', '-'])?;
    let (start, distance) = word.split_at(at);
    Some(DayRef {
        base: base(start)?,
        shift: Some(shift(distance)?),
    })
}

fn base(word: &str) -> Option<Base> {
    let word = word.to_lowercase();
    match word.as_str() {
        "today" => return Some(Base::Today),
        "tomorrow" => return Some(Base::Tomorrow),
        "yesterday" => return Some(Base::Yesterday),
        _ => {}
    }
    if let Some((_, _, weekday)) = WEEKDAYS
        .iter()
        .find(|(long, short, _)| *long == word || *short == word)
    {
        return Some(Base::Weekday(*weekday));
    }
    let is_iso = word.len() == 10
        && word.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if is_iso {
        word.parse().ok().map(Base::Date)
    } else {
        None
    }
}

fn shift(text: &str) -> Option<Shift> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let end = digits.find(|character: char| !character.is_ascii_digit())?;
    let (number, unit) = digits.split_at(end);
    let count: i32 = number.parse().ok().filter(|count| *count <= SHIFT_COUNT)?;
    let unit = match unit.to_lowercase().as_str() {
        "d" | "day" | "days" => Unit::Day,
        "w" | "week" | "weeks" => Unit::Week,
        "m" | "month" | "months" => Unit::Month,
        "y" | "year" | "years" => Unit::Year,
        _ => return None,
    };
    Some(Shift {
        count: if text.starts_with('-') { -count } else { count },
        unit,
    })
}

impl std::fmt::Display for DayRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let which = |distance: &i8| match distance {
            0 => "this",
            1.. => "next",
            _ => "last",
        };
        match &self.base {
            Base::Today if self.shift.is_some() => {}
            Base::Today => f.write_str("today")?,
            Base::Tomorrow => f.write_str("tomorrow")?,
            Base::Yesterday => f.write_str("yesterday")?,
            Base::Weekday(day) => {
                let found = WEEKDAYS.iter().find(|(_, _, weekday)| weekday == day);
                f.write_str(found.map_or("monday", |(long, _, _)| long))?;
            }
            Base::Date(date) => write!(f, "{date}")?,
            Base::Week(distance) => write!(f, "{} week", which(distance))?,
            Base::Month(distance) => write!(f, "{} month", which(distance))?,
        }
        let Some(shift) = self.shift else {
            return Ok(());
        };
        let unit = match shift.unit {
            Unit::Day => "d",
            Unit::Week => "w",
            Unit::Month => "m",
            Unit::Year => "y",
        };
        write!(f, "{:+}{unit}", shift.count)
    }
}

impl DayRef {
    /// The days that this names: one, or those of a week or month. `today` and `week_start` are the
    /// reader's.
    pub fn days(&self, today: Date, week_start: Weekday) -> Days {
        let plus = |date: Date, span: Span| date.saturating_add(span);
        let day = |count: i64| Span::new().days(count);
        let (from, to) = match self.base {
            Base::Today => (today, plus(today, day(1))),
            Base::Tomorrow => (plus(today, day(1)), plus(today, day(2))),
            Base::Yesterday => (plus(today, day(-1)), today),
            Base::Date(date) => (date, plus(date, day(1))),
            Base::Weekday(weekday) => {
                let ahead = i64::from(today.weekday().until(weekday));
                let date = plus(today, day(if ahead == 0 { 7 } else { ahead }));
                (date, plus(date, day(1)))
            }
            Base::Week(distance) => {
                let since = i64::from(today.weekday().since(week_start));
                let start = plus(today, day(7 * i64::from(distance) - since));
                (start, plus(start, day(7)))
            }
            Base::Month(distance) => {
                let months = Span::new().months(i64::from(distance));
                let start = plus(today.first_of_month(), months);
                (start, plus(start, Span::new().months(1)))
            }
        };
        let Some(shift) = self.shift else {
            return Days {
                from: Some(from),
                to: Some(to),
            };
        };
        let count = i64::from(shift.count.clamp(-SHIFT_COUNT, SHIFT_COUNT));
        let span = match shift.unit {
            Unit::Day => day(count),
            Unit::Week => Span::new().weeks(count),
            Unit::Month => Span::new().months(count),
            Unit::Year => Span::new().years(count),
        };
        // The length is kept, so that a month from the 31st is still one day long.
        let length = from.duration_until(to).as_hours() / 24;
        let from = plus(from, span);
        Days {
            from: Some(from),
            to: Some(plus(from, day(length))),
        }
    }
}

impl Op {
    /// What is `op` the days `named`: "before next week" ends where next week begins.
    pub(super) fn bounds(self, named: Days) -> Days {
        match self {
            Self::Equal => named,
            Self::Less => Days {
                from: None,
                to: named.from,
            },
            Self::AtMost => Days {
                from: None,
                to: named.to,
            },
            Self::Greater => Days {
                from: named.to,
                to: None,
            },
            Self::AtLeast => Days {
                from: named.from,
                to: None,
            },
        }
    }
}

/// Whether the word is a distance alone, such as `7d`.
pub(super) fn is_distance(word: &str) -> bool {
    shift(word).is_some()
}
