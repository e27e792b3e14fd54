//! Days of a filter in the reader's calendar.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::{Reader, filter};
use crate::filter::Test;
use crate::filter::resolved::{Days, Within};

/// Expects the days that a condition on the due date means on Friday, 20 November 2026.
#[track_caller]
fn check(text: &str, from: &str, to: &str) {
    let reader = Reader::at("Europe/Berlin", "2026-11-20T10:00");
    let Test::Due(within) = filter(text).resolve(&reader.context()).unwrap().test else {
        panic!("{text} is not about the due date");
    };
    let day = |text: &str| -> Option<Date> { (text != "-").then(|| text.parse().unwrap()) };
    assert_eq!(
        within.days,
        Days {
            from: day(from),
            to: day(to)
        },
        "{text}"
    );
}

#[test]
fn days_are_those_of_the_reader() {
    check("today", "2026-11-20", "2026-11-21");
    check("tomorrow", "2026-11-21", "2026-11-22");
    check("due = yesterday", "2026-11-19", "2026-11-20");
    check("upcoming", "2026-11-21", "-");
    check("due = friday", "2026-11-27", "2026-11-28");
    check("due = sat", "2026-11-21", "2026-11-22");
    check("due = 2026-12-01", "2026-12-01", "2026-12-02");
}

#[test]
fn distances_are_calendar_units() {
    check("due = +7d", "2026-11-27", "2026-11-28");
    check("due = -2w", "2026-11-06", "2026-11-07");
    check("due = +1m", "2026-12-20", "2026-12-21");
    check("due = 2026-01-31+1m", "2026-02-28", "2026-03-01");
    check("due = 2028-02-29+1y", "2029-02-28", "2029-03-01");
    check("due = monday+1w", "2026-11-30", "2026-12-01");
    check("due < 9999-12-31+9999y", "-", "9999-12-31");
}

#[test]
fn comparisons_with_a_day_include_it_or_not() {
    check("due < monday", "-", "2026-11-23");
    check("due <= monday", "-", "2026-11-24");
    check("due > monday", "2026-11-24", "-");
    check("due >= monday", "2026-11-23", "-");
}

#[test]
fn weeks_and_months_begin_and_end_where_the_reader_s_do() {
    check("this week", "2026-11-16", "2026-11-23");
    check("due = next week", "2026-11-23", "2026-11-30");
    check("due < next week", "-", "2026-11-23");
    check("due <= this week", "-", "2026-11-23");
    check("due > this week", "2026-11-23", "-");
    check("last month", "2026-10-01", "2026-11-01");
    check("due = next month", "2026-12-01", "2027-01-01");
    let mut reader = Reader::at("Europe/Berlin", "2026-11-20T10:00");
    reader.settings.week_start = Weekday::Sunday;
    let resolved = filter("this week").resolve(&reader.context()).unwrap();
    let Test::Due(Within { days, .. }) = resolved.test else {
        panic!("not about the due date")
    };
    assert_eq!(days.from, Some(jiff::civil::date(2026, 11, 15)));
}

#[test]
fn today_lies_between_the_reader_s_midnights_in_every_zone() {
    let zones = [
        "Pacific/Chatham",
        "Pacific/Kiritimati",
        "Pacific/Apia",
        "Pacific/Auckland",
        "Australia/Lord_Howe",
        "Australia/Eucla",
        "Asia/Tokyo",
        "Asia/Kathmandu",
        "Asia/Kolkata",
        "Asia/Tehran",
        "Africa/Cairo",
        "Europe/Berlin",
        "Europe/London",
        "Atlantic/Azores",
        "America/St_Johns",
        "America/Santiago",
        "America/New_York",
        "America/Los_Angeles",
        "Pacific/Marquesas",
        "Pacific/Pago_Pago",
    ];
    let start: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    for name in zones {
        let zone = TimeZone::get(name).unwrap();
        for step in 0..800 {
            let now = start + (step * 11).hours();
            let mut reader = Reader::at(name, "2026-11-20T10:00");
            reader.now = now;
            let resolved = filter("today").resolve(&reader.context()).unwrap();
            let Test::Due(within) = resolved.test else {
                panic!("not about the due date")
            };
            assert!(within.instants.contains(now), "{name} {now}");
            let (from, to) = (within.instants.from.unwrap(), within.instants.to.unwrap());
            let today = zone.to_datetime(now).date();
            assert_eq!(within.days.from, Some(today));
            assert_eq!(zone.to_datetime(from).date(), today, "{name} {now}");
            assert_eq!(
                zone.to_datetime(from - 1.second()).date(),
                today.yesterday().unwrap()
            );
            assert_eq!(
                zone.to_datetime(to).date(),
                today.tomorrow().unwrap(),
                "{name} {now}"
            );
        }
    }
}

#[test]
fn a_reader_who_works_past_midnight_is_still_in_the_day_before() {
    let mut reader = Reader::at("Europe/Berlin", "2026-11-21T01:30");
    reader.settings.rollover = jiff::civil::time(3, 0, 0, 0);
    let resolved = filter("today").resolve(&reader.context()).unwrap();
    let Test::Due(within) = resolved.test else {
        panic!("not about the due date")
    };
    assert_eq!(within.days.from, Some(jiff::civil::date(2026, 11, 20)));
    assert_eq!(
        within.instants.from.unwrap().to_string(),
        "2026-11-20T02:00:00Z"
    );
    assert_eq!(
        within.instants.to.unwrap().to_string(),
        "2026-11-21T02:00:00Z"
    );
}
