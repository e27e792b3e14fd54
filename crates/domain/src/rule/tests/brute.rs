//! A slow, plain expansion of rules, to compare the engine with: it looks at every day.

use jiff::civil::{Date, Weekday};

use crate::rule::{ByDay, Frequency, Overflow, Rule};

/// Every day from `anchor` to before `end` that the rule names, without regard to UNTIL and COUNT.
pub(super) fn expand(rule: &Rule, anchor: Date, end: Date) -> Vec<Date> {
    let mut found = Vec::new();
    let mut period: Vec<Date> = Vec::new();
    let mut key = None;
    let mut index: i64 = -1;
    let mut day = first_day_of_period(rule, anchor);
    loop {
        let here = period_of(rule, day);
        if key != Some(here) {
            close(rule, index, &mut period, &mut found);
            key = Some(here);
            index += 1;
            if day >= end {
                break;
            }
        }
        if names(rule, anchor, day) {
            period.push(day);
        }
        day = day.tomorrow().unwrap();
    }
    found.retain(|day| *day >= anchor && *day < end);
    found
}

fn close(rule: &Rule, index: i64, period: &mut Vec<Date>, found: &mut Vec<Date>) {
    let days = std::mem::take(period);
    if index < 0 || index % i64::from(rule.interval) != 0 {
        return;
    }
    for (at, day) in days.iter().enumerate() {
        let from_start = i16::try_from(at).unwrap() + 1;
        let from_end = from_start - 1 - i16::try_from(days.len()).unwrap();
        let positions = &rule.by_set_pos;
        if positions.is_empty() || positions.contains(&from_start) || positions.contains(&from_end)
        {
            found.push(*day);
        }
    }
}

fn first_day_of_period(rule: &Rule, anchor: Date) -> Date {
    match rule.frequency {
        Frequency::Hourly | Frequency::Daily => anchor,
        Frequency::Weekly => {
            let mut day = anchor;
            while day.weekday() != rule.week_start {
                day = day.yesterday().unwrap();
            }
            day
        }
        Frequency::Monthly => anchor.first_of_month(),
        Frequency::Yearly => anchor.first_of_year(),
    }
}

/// Something that is the same for all days of one period and differs from the next one's.
fn period_of(rule: &Rule, day: Date) -> Date {
    first_day_of_period(rule, day)
}

fn names(rule: &Rule, anchor: Date, day: Date) -> bool {
    if !rule.by_month.is_empty() && !rule.by_month.contains(&day.month()) {
        return false;
    }
    if !rule.by_month_day.is_empty()
        && !rule
            .by_month_day
            .iter()
            .any(|n| is_month_day(rule, *n, day))
    {
        return false;
    }
    if !rule.by_day.is_empty() && !rule.by_day.iter().any(|named| is_by_day(rule, *named, day)) {
        return false;
    }
    if !rule.by_month_day.is_empty() || !rule.by_day.is_empty() {
        return true;
    }
    match rule.frequency {
        Frequency::Hourly | Frequency::Daily => true,
        Frequency::Weekly => day.weekday() == anchor.weekday(),
        Frequency::Monthly => is_month_day(rule, anchor.day(), day),
        Frequency::Yearly => {
            let month = !rule.by_month.is_empty() || day.month() == anchor.month();
            month && is_month_day(rule, anchor.day(), day)
        }
    }
}

fn is_month_day(rule: &Rule, number: i8, day: Date) -> bool {
    let clamps = rule.overflow == Overflow::Clamp
        && matches!(rule.frequency, Frequency::Monthly | Frequency::Yearly);
    let last = day.days_in_month();
    day.day() == number
        || day.day() - last - 1 == number
        || (clamps && number > last && day.day() == last)
}

fn is_by_day(rule: &Rule, named: ByDay, day: Date) -> bool {
    if named.weekday != day.weekday() {
        return false;
    }
    let Some(ordinal) = named.ordinal else {
        return true;
    };
    let in_month = rule.frequency == Frequency::Monthly || !rule.by_month.is_empty();
    let (first, last) = if in_month {
        (day.first_of_month(), day.last_of_month())
    } else {
        (day.first_of_year(), day.last_of_year())
    };
    let (from, to) = if ordinal > 0 {
        (first, day)
    } else {
        (day, last)
    };
    count_weekdays(from, to, named.weekday) == ordinal.unsigned_abs()
}

fn count_weekdays(from: Date, to: Date, weekday: Weekday) -> u8 {
    let mut count = 0;
    let mut day = from;
    loop {
        count += u8::from(day.weekday() == weekday);
        if day == to {
            return count;
        }
        day = day.tomorrow().unwrap();
    }
}
