//! Writes rules as RFC 5545 text, with the day overflow of RFC 7529 where a day can overflow.

use std::fmt::Write as _;

use jiff::civil::Weekday;

use super::{ByDay, End, Frequency, Overflow, Rule};
use crate::Slot;

impl Rule {
    /// Canonical text that [`Rule::parse`] reads back as the same rule (mode aside), such as
    /// `FREQ=MONTHLY;BYMONTHDAY=1` or `RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31`.
    pub fn to_rrule(&self) -> String {
        write(&self.clone().canonical(), self.can_overflow())
    }

    /// Text for people and other programs, of a rule whose anchor is known: the overflow is named only
    /// where it can occur from there, so "every month" on the 20th is `FREQ=MONTHLY`.
    pub fn to_rrule_from(&self, anchor: Slot) -> String {
        write(&self.clone().canonical(), self.can_overflow_from(anchor))
    }

    /// Like [`Rule::to_rrule_from`] in plain RFC 5545: the clamped 31st is
    /// `BYMONTHDAY=28,29,30,31;BYSETPOS=-1`. Only where that spelling cannot say it (several days, of
    /// which one overflows) the text is that of RFC 7529.
    pub fn to_interpret_rrule(&self, anchor: Slot) -> String {
        let mut rule = self.clone().canonical();
        if rule.overflow == Overflow::Skip || !rule.can_overflow_from(anchor) {
            return write(&rule, false);
        }
        let day = match rule.by_month_day.as_slice() {
            [] => anchor.date.day(),
            [day] => *day,
            _ => return write(&rule, true),
        };
        if rule.frequency == Frequency::Yearly {
            match rule.by_month.as_slice() {
                [] if rule.by_month_day.is_empty() => rule.by_month = vec![anchor.date.month()],
                [_] => {}
                _ => return write(&rule, true),
            }
        }
        if !rule.by_day.is_empty() || !rule.by_set_pos.is_empty() {
            return write(&rule, true);
        }
        rule.by_month_day = (28..=day).collect();
        rule.by_set_pos = vec![-1];
        write(&rule, false)
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.to_rrule())
    }
}

fn write(rule: &Rule, can_overflow: bool) -> String {
    let clamps = can_overflow && rule.overflow == Overflow::Clamp;
    let mut text = String::new();
    if clamps {
        text.push_str("RSCALE=GREGORIAN;");
    }
    text.push_str("FREQ=");
    text.push_str(frequency(rule.frequency));
    if rule.interval != 1 {
        let _ = write!(text, ";INTERVAL={}", rule.interval);
    }
    if clamps {
        text.push_str(";SKIP=BACKWARD");
    }
    list(&mut text, "BYMONTH", &rule.by_month, ToString::to_string);
    list(
        &mut text,
        "BYMONTHDAY",
        &rule.by_month_day,
        ToString::to_string,
    );
    list(&mut text, "BYDAY", &rule.by_day, by_day);
    list(&mut text, "BYSETPOS", &rule.by_set_pos, ToString::to_string);
    if rule.week_start != Weekday::Monday {
        let _ = write!(text, ";WKST={}", weekday(rule.week_start));
    }
    match rule.end {
        None => {}
        Some(End::Count(count)) => {
            let _ = write!(text, ";COUNT={count}");
        }
        Some(End::Until(slot)) => {
            let _ = write!(text, ";UNTIL={}", until(slot));
        }
    }
    text
}

fn list<T>(text: &mut String, part: &str, items: &[T], item: impl Fn(&T) -> String) {
    if !items.is_empty() {
        let items: Vec<String> = items.iter().map(item).collect();
        let _ = write!(text, ";{part}={}", items.join(","));
    }
}

fn until(slot: Slot) -> String {
    match slot.time {
        None => slot.date.strftime("%Y%m%d").to_string(),
        Some(_) => slot.datetime().strftime("%Y%m%dT%H%M%S").to_string(),
    }
}

fn by_day(day: &ByDay) -> String {
    match day.ordinal {
        None => weekday(day.weekday).to_owned(),
        Some(ordinal) => format!("{ordinal}{}", weekday(day.weekday)),
    }
}

fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Hourly => "HOURLY",
        Frequency::Daily => "DAILY",
        Frequency::Weekly => "WEEKLY",
        Frequency::Monthly => "MONTHLY",
        Frequency::Yearly => "YEARLY",
    }
}

fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
