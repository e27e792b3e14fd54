//! The days that a rule names within one month or one year, in order. BYSETPOS is not applied here.

use jiff::civil::Date;

use super::{ByDay, Overflow, Rule};

/// The days of one month, for monthly rules and for the months of a yearly rule.
pub(super) fn of_month(rule: &Rule, first: Date, anchor_day: i8, days: &mut Vec<Date>) {
    let length = first.days_in_month();
    if !rule.by_month_day.is_empty() {
        let by_day = |date: &Date| rule.by_day.is_empty() || in_month(&rule.by_day, *date);
        let named = month_days(rule, first);
        days.extend(named.into_iter().filter(by_day));
    } else if !rule.by_day.is_empty() {
        let dates = (1..=length).filter_map(|day| on(first, day));
        days.extend(dates.filter(|date| in_month(&rule.by_day, *date)));
    } else {
        days.extend(resolve(rule.overflow, anchor_day, length).and_then(|day| on(first, day)));
    }
}

/// The days of one year, for yearly rules.
pub(super) fn of_year(rule: &Rule, year: i16, anchor: Date, days: &mut Vec<Date>) {
    let Ok(first) = Date::new(year, 1, 1) else {
        return;
    };
    if !rule.by_month.is_empty() {
        for month in &rule.by_month {
            if let Ok(first) = Date::new(year, *month, 1) {
                of_month(rule, first, anchor.day(), days);
            }
        }
    } else if !rule.by_month_day.is_empty() {
        let by_day = |date: &Date| rule.by_day.is_empty() || in_year(&rule.by_day, *date);
        for month in 1..=12 {
            if let Ok(first) = Date::new(year, month, 1) {
                days.extend(month_days(rule, first).into_iter().filter(by_day));
            }
        }
    } else if !rule.by_day.is_empty() {
        let mut date = first;
        while date.year() == year {
            if in_year(&rule.by_day, date) {
                days.push(date);
            }
            let Ok(next) = date.tomorrow() else { break };
            date = next;
        }
    } else if let Ok(first) = Date::new(year, anchor.month(), 1) {
        let day = resolve(rule.overflow, anchor.day(), first.days_in_month());
        days.extend(day.and_then(|day| on(first, day)));
    }
    days.sort_unstable();
}

/// Whether a rule that steps by hours, days or weeks keeps this day: its BY parts only leave days out.
pub(super) fn keeps(rule: &Rule, date: Date) -> bool {
    let month = rule.by_month.is_empty() || rule.by_month.contains(&date.month());
    let length = date.days_in_month();
    let month_day = rule.by_month_day.is_empty()
        || rule
            .by_month_day
            .iter()
            .any(|day| exact(*day, length) == Some(date.day()));
    let weekday =
        rule.by_day.is_empty() || rule.by_day.iter().any(|day| day.weekday == date.weekday());
    month && month_day && weekday
}

/// BYMONTHDAY within one month, overflow applied, sorted, without repeats.
fn month_days(rule: &Rule, first: Date) -> Vec<Date> {
    let length = first.days_in_month();
    let mut days: Vec<i8> = rule
        .by_month_day
        .iter()
        .filter_map(|day| resolve(rule.overflow, *day, length))
        .collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().filter_map(|day| on(first, day)).collect()
}

fn resolve(overflow: Overflow, day: i8, length: i8) -> Option<i8> {
    match overflow {
        Overflow::Clamp if day > length => Some(length),
        _ => exact(day, length),
    }
}

fn exact(day: i8, length: i8) -> Option<i8> {
    let day = if day < 0 { length + 1 + day } else { day };
    (1..=length).contains(&day).then_some(day)
}

fn on(first: Date, day: i8) -> Option<Date> {
    Date::new(first.year(), first.month(), day).ok()
}

fn in_month(by_day: &[ByDay], date: Date) -> bool {
    is_any(by_day, date, || {
        (date.day().into(), date.days_in_month().into())
    })
}

fn in_year(by_day: &[ByDay], date: Date) -> bool {
    is_any(by_day, date, || (date.day_of_year(), date.days_in_year()))
}

/// Whether the day is one of `by_day`. `place` gives the number of the day in its month or year and
/// how many days that has; it is asked for only where a number matters.
fn is_any(by_day: &[ByDay], date: Date, place: impl Fn() -> (i16, i16)) -> bool {
    let weekday = date.weekday();
    let mut same = by_day.iter().filter(|named| named.weekday == weekday);
    same.any(|named| {
        let Some(ordinal) = named.ordinal.map(i16::from) else {
            return true;
        };
        let (day, length) = place();
        ordinal == (day - 1) / 7 + 1 || -ordinal == (length - day) / 7 + 1
    })
}
