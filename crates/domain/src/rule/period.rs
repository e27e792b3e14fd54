//! Periods: the days, weeks, months or years that a rule steps over, counted from its anchor.
//!
//! The index of the period that holds a day is computed, never found by stepping.

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};

use super::{Frequency, Rule, days};

/// Days from `start` to `end`; negative when `end` is earlier.
pub(super) fn days_between(start: Date, end: Date) -> i64 {
    start.duration_until(end).as_hours() / 24
}

/// The day so many days later; `None` outside of the years that dates have.
pub(super) fn plus_days(date: Date, days: i64) -> Option<Date> {
    let hours = days.checked_mul(24)?;
    if hours.abs() > 24 * 366 * 20_000 {
        return None;
    }
    date.checked_add(SignedDuration::from_hours(hours)).ok()
}

/// The index of the period that holds `date`, or of the one before it where `date` lies in none.
pub(super) fn index_of(rule: &Rule, anchor: Date, date: Date) -> i64 {
    let elapsed = match rule.frequency {
        Frequency::Hourly | Frequency::Daily => days_between(anchor, date),
        Frequency::Weekly => {
            let start = week_of(anchor, rule.week_start);
            days_between(start, week_of(date, rule.week_start)) / 7
        }
        Frequency::Monthly => months(date) - months(anchor),
        Frequency::Yearly => i64::from(date.year()) - i64::from(anchor.year()),
    };
    elapsed.max(0) / i64::from(rule.interval)
}

/// The days that the rule names in one period, in order; `None` after the year 9999.
pub(super) fn days_of(rule: &Rule, anchor: Date, index: i64) -> Option<Vec<Date>> {
    let step = index.checked_mul(i64::from(rule.interval))?;
    let mut days = Vec::new();
    match rule.frequency {
        Frequency::Hourly | Frequency::Daily => {
            let date = plus_days(anchor, step)?;
            days.extend(days::keeps(rule, date).then_some(date));
        }
        Frequency::Weekly => {
            let start = plus_days(week_of(anchor, rule.week_start), step.checked_mul(7)?)?;
            week_days(rule, anchor, start, &mut days);
        }
        Frequency::Monthly => {
            let month = months(anchor).checked_add(step)?;
            let year = i16::try_from(month.div_euclid(12)).ok()?;
            let number = i8::try_from(month.rem_euclid(12) + 1).ok()?;
            let first = Date::new(year, number, 1).ok()?;
            if rule.by_month.is_empty() || rule.by_month.contains(&number) {
                days::of_month(rule, first, anchor.day(), &mut days);
            }
        }
        Frequency::Yearly => {
            let year = i16::try_from(i64::from(anchor.year()).checked_add(step)?).ok()?;
            Date::new(year, 1, 1).ok()?;
            days::of_year(rule, year, anchor, &mut days);
        }
    }
    Some(positions(rule, days))
}

/// The first index after `index` that can have days: a daily rule jumps over months that it leaves out.
pub(super) fn next_index(rule: &Rule, anchor: Date, index: i64) -> Option<i64> {
    let next = index.checked_add(1)?;
    if rule.frequency != Frequency::Daily || rule.by_month.is_empty() {
        return Some(next);
    }
    let interval = i64::from(rule.interval);
    let date = plus_days(anchor, next.checked_mul(interval)?)?;
    let Some(first) = month_from(date, &rule.by_month) else {
        return Some(next);
    };
    let days = days_between(anchor, first);
    Some(next.max(days.div_euclid(interval) + i64::from(days.rem_euclid(interval) != 0)))
}

/// The first of the next month in `months`; `None` when `date` is in one of them already.
pub(super) fn month_from(date: Date, months: &[i8]) -> Option<Date> {
    if months.contains(&date.month()) {
        return None;
    }
    match months.iter().filter(|month| **month > date.month()).min() {
        Some(month) => Date::new(date.year(), *month, 1).ok(),
        None => Date::new(date.year().checked_add(1)?, *months.iter().min()?, 1).ok(),
    }
}

fn week_of(date: Date, week_start: Weekday) -> Date {
    let since = i64::from(date.weekday().since(week_start));
    plus_days(date, -since).unwrap_or(date)
}

fn week_days(rule: &Rule, anchor: Date, start: Date, days: &mut Vec<Date>) {
    for offset in 0..7 {
        let Some(date) = plus_days(start, offset) else {
            return;
        };
        let named = if rule.by_day.is_empty() {
            date.weekday() == anchor.weekday()
        } else {
            rule.by_day.iter().any(|day| day.weekday == date.weekday())
        };
        if named && (rule.by_month.is_empty() || rule.by_month.contains(&date.month())) {
            days.push(date);
        }
    }
}

/// Months since the year 0.
fn months(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month()) - 1
}

fn positions(rule: &Rule, days: Vec<Date>) -> Vec<Date> {
    if rule.by_set_pos.is_empty() {
        return days;
    }
    let length = days.len();
    let mut kept: Vec<usize> = rule
        .by_set_pos
        .iter()
        .filter_map(|position| {
            let distance = usize::from(position.unsigned_abs());
            if *position > 0 {
                distance.checked_sub(1)
            } else {
                length.checked_sub(distance)
            }
        })
        .collect();
    kept.sort_unstable();
    kept.dedup();
    kept.into_iter()
        .filter_map(|position| days.get(position).copied())
        .collect()
}
