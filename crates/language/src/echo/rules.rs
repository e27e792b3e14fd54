//! Recurrence rules in words.

use domain::Slot;
use domain::rule::{ByDay, End, Frequency, Mode, Overflow, Rule};
use domain::wall;
use jiff::civil::Weekday;

use crate::locale::{self, Catalogue};

/// `rule` as people say it: "every month on the 1st", "every weekday at 08:00". `anchor` is the
/// first occurrence: it gives the time, and the day of the month that the rule does not name.
pub fn rule(rule: &Rule, anchor: Option<Slot>, locale: &str) -> String {
    let catalogue = locale::of(locale).catalogue;
    let rule = &rule.clone().canonical();
    let mut words = match rule.frequency {
        Frequency::Weekly => weekly(rule, anchor, catalogue),
        Frequency::Monthly => format!(
            "{} {}",
            interval(rule, catalogue),
            monthly(rule, anchor, catalogue)
        ),
        Frequency::Yearly => format!(
            "{} {}",
            interval(rule, catalogue),
            yearly(rule, anchor, catalogue)
        ),
        Frequency::Hourly | Frequency::Daily => {
            let mut words = interval(rule, catalogue);
            if !rule.by_day.is_empty() {
                words = format!(
                    "{words} {} {}",
                    catalogue.on,
                    weekdays(&rule.by_day, catalogue)
                );
            }
            words
        }
    };
    if !rule.by_month.is_empty() && !matches!(rule.frequency, Frequency::Yearly) {
        let months: Vec<_> = rule
            .by_month
            .iter()
            .map(|month| catalogue.months[index(*month - 1)].to_owned())
            .collect();
        words = format!(
            "{words} {} {}",
            catalogue.in_month,
            list(&months, catalogue)
        );
    }
    let mut words = words.trim().to_owned();
    if let Some(time) = anchor.and_then(|anchor| anchor.time)
        && rule.frequency != Frequency::Hourly
    {
        words = format!("{words} {} {}", catalogue.at, wall::to_text(time));
    }
    match rule.end {
        Some(End::Until(slot)) => {
            let day = slot.date;
            let month = catalogue.months[index(day.month() - 1)];
            words = format!(
                "{words} {} {}",
                catalogue.until,
                (catalogue.full_date)(day.day(), month, day.year())
            );
        }
        Some(End::Count(1)) => words = format!("{words}, {}", catalogue.once),
        Some(End::Count(count)) => words = format!("{words}, {count} {}", catalogue.times),
        None => {}
    }
    if rule.overflow == Overflow::Skip
        && anchor.map_or(rule.can_overflow(), |anchor| rule.can_overflow_from(anchor))
    {
        words = format!("{words}, {}", catalogue.skipping);
    }
    words
}

fn interval(rule: &Rule, catalogue: &Catalogue) -> String {
    let unit = &catalogue.units[match rule.frequency {
        Frequency::Hourly => 0,
        Frequency::Daily => 1,
        Frequency::Weekly => 2,
        Frequency::Monthly => 3,
        Frequency::Yearly => 4,
    }];
    let strictly = counts_from(rule);
    match rule.interval {
        1 => unit.every[strictly].to_owned(),
        2 if rule.mode == Mode::Schedule => unit.every_other.to_owned(),
        n => format!("{} {n} {}", catalogue.every_few[strictly], unit.many),
    }
}

/// Which of a pair of words a rule takes.
fn counts_from(rule: &Rule) -> usize {
    usize::from(rule.mode == Mode::Completion)
}

fn weekly(rule: &Rule, anchor: Option<Slot>, catalogue: &Catalogue) -> String {
    let every = catalogue.every_day[counts_from(rule)];
    let days: Vec<Weekday> = rule.by_day.iter().map(|day| day.weekday).collect();
    if rule.interval == 1 && is_workdays(&days) {
        return format!("{every} {}", catalogue.workday);
    }
    if rule.interval == 1 && !days.is_empty() {
        return format!("{every} {}", weekdays(&rule.by_day, catalogue));
    }
    let words = interval(rule, catalogue);
    if !days.is_empty() {
        return format!(
            "{words} {} {}",
            catalogue.on,
            weekdays(&rule.by_day, catalogue)
        );
    }
    match anchor {
        Some(anchor) => format!(
            "{words} {} {}",
            catalogue.on,
            catalogue.weekdays[index(anchor.date.weekday().to_monday_zero_offset())]
        ),
        None => words,
    }
}

fn monthly(rule: &Rule, anchor: Option<Slot>, catalogue: &Catalogue) -> String {
    if let Some(words) = set_position(rule, catalogue) {
        return format!("{} {words}", catalogue.on_the);
    }
    if !rule.by_day.is_empty() {
        let days: Vec<_> = rule
            .by_day
            .iter()
            .map(|day| nth_day(*day, catalogue))
            .collect();
        let every = rule.by_day.iter().all(|day| day.ordinal.is_none());
        return format!(
            "{} {}",
            if every {
                catalogue.on
            } else {
                catalogue.on_the
            },
            list(&days, catalogue)
        );
    }
    let days = if rule.by_month_day.is_empty() {
        anchor
            .map(|anchor| vec![anchor.date.day()])
            .unwrap_or_default()
    } else {
        rule.by_month_day.clone()
    };
    if days.is_empty() {
        return String::new();
    }
    let words: Vec<_> = days.iter().map(|day| month_day(*day, catalogue)).collect();
    format!("{} {}", catalogue.on_the, list(&words, catalogue))
}

fn yearly(rule: &Rule, anchor: Option<Slot>, catalogue: &Catalogue) -> String {
    let month_of = |month: i8| catalogue.months[index(month - 1)];
    let months: Vec<i8> = if rule.by_month.is_empty() {
        anchor
            .map(|anchor| anchor.date.month())
            .into_iter()
            .collect()
    } else {
        rule.by_month.clone()
    };
    let names: Vec<_> = months
        .iter()
        .map(|month| month_of(*month).to_owned())
        .collect();
    if let Some(words) = set_position(rule, catalogue) {
        return format!(
            "{} {words} {} {}",
            catalogue.on_the,
            catalogue.of,
            list(&names, catalogue)
        );
    }
    if !rule.by_day.is_empty() {
        let days: Vec<_> = rule
            .by_day
            .iter()
            .map(|day| nth_day(*day, catalogue))
            .collect();
        return format!(
            "{} {} {} {}",
            catalogue.on_the,
            list(&days, catalogue),
            catalogue.of,
            list(&names, catalogue)
        );
    }
    let days: Vec<i8> = if rule.by_month_day.is_empty() {
        anchor.map(|anchor| anchor.date.day()).into_iter().collect()
    } else {
        rule.by_month_day.clone()
    };
    let dates: Vec<_> = months
        .iter()
        .flat_map(|month| days.iter().map(move |day| (month, day)))
        .map(|(month, day)| {
            if *day < 0 {
                format!(
                    "{} {} {}",
                    month_day(*day, catalogue),
                    catalogue.of,
                    month_of(*month)
                )
            } else {
                (catalogue.month_day)(*day, month_of(*month))
            }
        })
        .collect();
    if dates.is_empty() {
        String::new()
    } else {
        format!("{} {}", catalogue.on, list(&dates, catalogue))
    }
}

/// "last weekday", where a position picks from Monday to Friday.
fn set_position(rule: &Rule, catalogue: &Catalogue) -> Option<String> {
    let days: Vec<Weekday> = rule.by_day.iter().map(|day| day.weekday).collect();
    if rule.by_set_pos.is_empty() {
        return None;
    }
    let places: Vec<_> = rule
        .by_set_pos
        .iter()
        .map(|place| nth(i32::from(*place), catalogue))
        .collect();
    let what = if is_workdays(&days) {
        catalogue.workday.to_owned()
    } else {
        weekdays(&rule.by_day, catalogue)
    };
    Some(format!("{} {what}", list(&places, catalogue)))
}

fn nth(n: i32, catalogue: &Catalogue) -> String {
    match n {
        n if n < 0 => (catalogue.from_the_end)(-n),
        n => (catalogue.ordinal)(n),
    }
}

fn nth_day(day: ByDay, catalogue: &Catalogue) -> String {
    let name = catalogue.weekdays[index(day.weekday.to_monday_zero_offset())];
    match day.ordinal {
        Some(n) => format!("{} {name}", nth(i32::from(n), catalogue)),
        None => name.to_owned(),
    }
}

fn month_day(day: i8, catalogue: &Catalogue) -> String {
    if day > 0 {
        return (catalogue.ordinal)(i32::from(day));
    }
    format!("{} {}", nth(i32::from(day), catalogue), catalogue.day)
}

fn weekdays(days: &[ByDay], catalogue: &Catalogue) -> String {
    let names: Vec<_> = days.iter().map(|day| nth_day(*day, catalogue)).collect();
    list(&names, catalogue)
}

fn is_workdays(days: &[Weekday]) -> bool {
    days.len() == 5
        && !days
            .iter()
            .any(|day| matches!(day, Weekday::Saturday | Weekday::Sunday))
}

fn list(words: &[String], catalogue: &Catalogue) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), catalogue.and),
    }
}

fn index(n: i8) -> usize {
    usize::try_from(n).unwrap_or(0)
}
