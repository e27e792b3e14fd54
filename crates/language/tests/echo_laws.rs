//! What is said back can be said again: rules, dates and reminders read back to themselves.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::Slot;
use domain::due::{Due, Zone};
use domain::rule::{ByDay, End, Frequency, Mode, Overflow, Rule};
use domain::task::{ReminderAnchor, ReminderTime};
use domain::time::TimeSettings;
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use language::{Context, echo, parse_reminder, parse_rule, parse_when};
use proptest::prelude::*;

/// Every language that there is.
const LOCALES: [&str; 2] = ["en-US", "de-DE"];

/// Friday 20 November 2026, 10:00 in Berlin.
fn context(locale: &str) -> Context {
    let time = TimeSettings {
        zone: TimeZone::get("Europe/Berlin").unwrap(),
        ..TimeSettings::default()
    };
    Context::new("2026-11-20T09:00:00Z".parse().unwrap(), time, locale)
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (1_i8..=7).prop_map(|n| Weekday::from_monday_one_offset(n).unwrap())
}

fn weekdays(most: usize) -> impl Strategy<Value = Vec<ByDay>> {
    prop::collection::vec(weekday().prop_map(ByDay::every), 1..=most)
}

fn nth_weekdays() -> impl Strategy<Value = Vec<ByDay>> {
    let one = (
        prop::sample::select(vec![1_i8, 2, 3, 4, 5, -1, -2]),
        weekday(),
    )
        .prop_map(|(nth, day)| ByDay::nth(nth, day));
    prop::collection::vec(one, 1..=3)
}

fn month_days() -> impl Strategy<Value = Vec<i8>> {
    let one = prop_oneof![4 => 1_i8..=31, 1 => Just(-1_i8), 1 => -3_i8..=-1];
    prop::collection::vec(one, 1..=3)
}

fn months() -> impl Strategy<Value = Vec<i8>> {
    prop::collection::vec(1_i8..=12, 1..=3)
}

fn end() -> impl Strategy<Value = Option<End>> {
    prop_oneof![
        3 => Just(None),
        1 => (1_u32..=200).prop_map(|count| Some(End::Count(count))),
        1 => (30_i64..2_000).prop_map(|ahead| Some(End::Until(Slot::day(date(ahead))))),
    ]
}

/// A day so many days from today.
fn date(ahead: i64) -> Date {
    Date::constant(2026, 11, 20)
        .checked_add(ahead.days())
        .unwrap()
}

/// Rules of every shape that the product makes and that the domain accepts.
fn rule() -> impl Strategy<Value = Rule> {
    let interval = prop_oneof![3 => Just(1_u16), 1 => Just(2), 1 => 3_u16..=60];
    let shape = prop_oneof![
        Just(Rule::every(1, Frequency::Hourly)),
        Just(Rule::every(1, Frequency::Daily)),
        Just(Rule::every(1, Frequency::Weekly)),
        weekdays(4).prop_map(|by_day| Rule {
            by_day,
            ..Rule::every(1, Frequency::Weekly)
        }),
        Just(Rule {
            by_day: workdays(),
            ..Rule::every(1, Frequency::Weekly)
        }),
        month_days().prop_map(|by_month_day| Rule {
            by_month_day,
            ..Rule::every(1, Frequency::Monthly)
        }),
        nth_weekdays().prop_map(|by_day| Rule {
            by_day,
            ..Rule::every(1, Frequency::Monthly)
        }),
        prop::sample::select(vec![1_i16, 2, 3, -1]).prop_map(|place| Rule {
            by_day: workdays(),
            by_set_pos: vec![place],
            ..Rule::every(1, Frequency::Monthly)
        }),
        (months(), 1_i8..=28).prop_map(|(by_month, day)| Rule {
            by_month,
            by_month_day: vec![day],
            ..Rule::every(1, Frequency::Yearly)
        }),
        (1_i8..=12).prop_map(|month| Rule {
            by_month: vec![month],
            by_month_day: vec![-1],
            ..Rule::every(1, Frequency::Yearly)
        }),
        months().prop_map(|by_month| Rule {
            by_month,
            ..Rule::every(1, Frequency::Daily)
        }),
        (months(), weekdays(3)).prop_map(|(by_month, by_day)| Rule {
            by_month,
            by_day,
            ..Rule::every(1, Frequency::Weekly)
        }),
        (months(), prop::sample::select(vec![1_i16, 2, -1])).prop_map(|(by_month, place)| Rule {
            by_month,
            by_day: workdays(),
            by_set_pos: vec![place],
            ..Rule::every(1, Frequency::Yearly)
        }),
        (months(), nth_weekdays()).prop_map(|(by_month, by_day)| Rule {
            by_month,
            by_day,
            ..Rule::every(1, Frequency::Yearly)
        }),
    ];
    (shape, interval, end(), any::<bool>(), any::<bool>())
        .prop_map(|(shape, interval, end, strict, skip)| {
            let mode = if strict {
                Mode::Completion
            } else {
                Mode::Schedule
            };
            let overflow = if skip {
                Overflow::Skip
            } else {
                Overflow::Clamp
            };
            Rule {
                interval,
                end,
                mode,
                overflow,
                ..shape
            }
            .canonical()
        })
        .prop_filter("the domain refuses it", |rule| rule.check().is_ok())
        .prop_filter("it ends before it begins", |rule| {
            let zone = TimeZone::get("Europe/Berlin").unwrap();
            let first = rule.begin(Slot::day(date(0)), &zone);
            first.is_some_and(|first| rule.includes(first))
        })
}

fn workdays() -> Vec<ByDay> {
    (1_i8..=5)
        .map(|n| ByDay::every(Weekday::from_monday_one_offset(n).unwrap()))
        .collect()
}

fn time() -> impl Strategy<Value = Time> {
    (0_i8..24, 0_i8..60).prop_map(|(hour, minute)| Time::constant(hour, minute, 0, 0))
}

fn due() -> impl Strategy<Value = Due> {
    let day = (-1_i64..900).prop_map(date);
    let zone = prop::sample::select(vec!["America/New_York", "Asia/Tokyo", "Europe/London"]);
    prop_oneof![
        day.clone().prop_map(|date| Due::Day { date }),
        (day.clone(), time()).prop_map(|(date, time)| Due::Floating { date, time }),
        (day, time(), zone).prop_map(|(date, time, zone)| Due::Zoned {
            date,
            time,
            zone: Zone::named(zone).unwrap()
        }),
    ]
}

fn reminder() -> impl Strategy<Value = ReminderTime> {
    let minutes = prop_oneof![
        0_i32..=120,
        (1_i32..=72).prop_map(|hours| hours * 60),
        (1_i32..=30).prop_map(|days| days * 1_440),
        (1_i32..=8).prop_map(|weeks| weeks * 10_080),
        (1_i32..=90).prop_map(|after| -after),
    ];
    let anchor = prop::sample::select(vec![
        ReminderAnchor::Due,
        ReminderAnchor::Start,
        ReminderAnchor::Deadline,
    ]);
    (anchor, minutes).prop_map(|(anchor, minutes_before)| ReminderTime::Relative {
        anchor,
        minutes_before,
    })
}

/// Asserts that what is said about `rule` means `rule`.
fn rule_says_itself(rule: &Rule, time: Option<Time>, locale: &str) -> Result<(), TestCaseError> {
    let ctx = context(locale);
    let time = time.filter(|_| names_its_days(rule));
    let anchor = time.and_then(|time| {
        let first = Slot {
            date: date(1),
            time: Some(time),
        };
        rule.begin(first, &ctx.time.zone)
    });
    let words = echo::rule(rule, anchor, locale);
    // By the hour a rule begins now, and the time is no part of its words.
    let said = |time: Option<Time>| time.filter(|_| rule.frequency != Frequency::Hourly);
    let read = parse_rule(&words, &ctx).map(|read| (read.rule.canonical(), said(read.time)));
    prop_assert_eq!(read, Some((rule.clone(), anchor.and(time))), "{}", words);
    Ok(())
}

/// Whether the days follow from the rule alone; else its words name those of the first occurrence.
fn names_its_days(rule: &Rule) -> bool {
    rule.frequency == Frequency::Daily || !rule.by_day.is_empty() || !rule.by_month_day.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_rule_that_is_said_back_reads_back_to_itself(rule in rule(), time in prop::option::of(time())) {
        for locale in LOCALES {
            rule_says_itself(&rule, time, locale)?;
        }
    }

    #[test]
    fn a_date_that_is_said_back_reads_back_to_itself(due in due()) {
        for locale in LOCALES {
            let ctx = context(locale);
            let words = echo::due(&due, ctx.now, &ctx.time, &ctx.locale);
            prop_assert_eq!(parse_when(&words, &ctx), Some(due.clone()), "{}", words);
        }
    }

    #[test]
    fn a_reminder_that_is_said_back_reads_back_to_itself(reminder in reminder()) {
        for locale in LOCALES {
            let ctx = context(locale);
            let words = echo::reminder(&reminder, ctx.now, &ctx.time, &ctx.locale);
            prop_assert_eq!(parse_reminder(&words, &ctx), Some(reminder), "{}", words);
        }
    }
}
