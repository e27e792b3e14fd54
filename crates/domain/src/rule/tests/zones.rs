//! Clock changes: named edges, and laws over every zone of the tz database.

use jiff::civil::{DateTime, date, time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};

use super::{check_in, rule, slot, zone};
use crate::due::{Due, Slot, Zone};

#[track_caller]
fn instants(zone_name: &str, text: &str, anchor: &str, expected: &[&str]) {
    let zone = zone(zone_name);
    let rule = rule(text);
    let found: Vec<String> = rule
        .occurrences(slot(anchor), &zone)
        .take(expected.len())
        .map(|slot| due(slot, zone_name).instant(&zone).unwrap().to_string())
        .collect();
    assert_eq!(found, expected);
}

fn due(slot: Slot, zone_name: &str) -> Due {
    let zone = Zone::named(zone_name).unwrap();
    Due::Zoned {
        date: slot.date,
        time: slot.time.unwrap(),
        zone,
    }
}

#[test]
fn daily_at_nine_stays_at_nine_across_clock_changes() {
    instants(
        "Europe/Berlin",
        "FREQ=DAILY",
        "2026-03-28T09:00",
        &["2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z"],
    );
    instants(
        "America/New_York",
        "FREQ=DAILY",
        "2026-10-31T09:00",
        &["2026-10-31T13:00:00Z", "2026-11-01T14:00:00Z"],
    );
    instants(
        "Australia/Sydney",
        "FREQ=WEEKLY",
        "2026-09-27T09:00",
        &["2026-09-26T23:00:00Z", "2026-10-03T22:00:00Z"],
    );
    instants(
        "Pacific/Auckland",
        "FREQ=MONTHLY",
        "2026-09-05T09:00",
        &["2026-09-04T21:00:00Z", "2026-10-04T20:00:00Z"],
    );
    instants(
        "Pacific/Auckland",
        "FREQ=YEARLY;BYMONTH=4,10",
        "2026-04-05T09:00",
        &["2026-04-04T21:00:00Z", "2026-10-04T20:00:00Z"],
    );
}

#[test]
fn a_wall_time_inside_a_gap_moves_forward_for_that_day_only() {
    instants(
        "America/New_York",
        "FREQ=DAILY",
        "2026-03-07T02:30",
        &[
            "2026-03-07T07:30:00Z",
            "2026-03-08T07:30:00Z",
            "2026-03-09T06:30:00Z",
        ],
    );
    check_in(
        "America/New_York",
        "FREQ=DAILY",
        "2026-03-07T02:30",
        "2026-03-07T02:30 2026-03-08T02:30 2026-03-09T02:30 ...",
    );
}

#[test]
fn a_wall_time_inside_a_fold_is_the_first_and_comes_once() {
    instants(
        "America/New_York",
        "FREQ=DAILY",
        "2026-10-31T01:30",
        &[
            "2026-10-31T05:30:00Z",
            "2026-11-01T05:30:00Z",
            "2026-11-02T06:30:00Z",
        ],
    );
}

#[test]
fn daily_at_midnight_survives_a_gap_at_midnight() {
    check_in(
        "America/Santiago",
        "FREQ=DAILY",
        "2026-09-05T00:00",
        "2026-09-05T00:00 2026-09-06T00:00 2026-09-07T00:00 ...",
    );
    instants(
        "America/Santiago",
        "FREQ=DAILY",
        "2026-09-05T00:00",
        &[
            "2026-09-05T04:00:00Z",
            "2026-09-06T04:00:00Z",
            "2026-09-07T03:00:00Z",
        ],
    );
    instants(
        "Africa/Cairo",
        "FREQ=DAILY",
        "2026-04-23T00:00",
        &[
            "2026-04-22T22:00:00Z",
            "2026-04-23T22:00:00Z",
            "2026-04-24T21:00:00Z",
        ],
    );
}

#[test]
fn monday_evening_in_new_york_stays_monday() {
    let zone = zone("America/New_York");
    let mondays = rule("FREQ=WEEKLY;BYDAY=MO");
    for slot in mondays
        .occurrences(slot("2026-11-23T20:30"), &zone)
        .take(60)
    {
        assert_eq!(slot.date.weekday(), jiff::civil::Weekday::Monday);
        assert_eq!(slot.time, Some(time(20, 30, 0, 0)));
    }
}

#[test]
fn a_day_that_a_zone_left_out_is_still_a_day_of_the_calendar() {
    // Apia went from 29 to 31 December 2011.
    check_in(
        "Pacific/Apia",
        "FREQ=DAILY",
        "2011-12-29",
        "2011-12-29 2011-12-30 2011-12-31 ...",
    );
    check_in(
        "Pacific/Apia",
        "FREQ=HOURLY;INTERVAL=12",
        "2011-12-29T18:00",
        "2011-12-29T18:00 2011-12-31T06:00 2011-12-31T18:00 ...",
    );
}

/// The zones of the bundled database.
fn every_zone() -> Vec<TimeZone> {
    let bundled = TimeZoneDatabase::bundled();
    let zones: Vec<TimeZone> = bundled
        .available()
        .filter_map(|name| bundled.get(name.as_str()).ok())
        .collect();
    assert!(zones.len() > 400, "only {} zones", zones.len());
    zones
}

/// Wall times shortly before each clock change of the years 2025 and 2026, and one plain day.
fn edges(zone: &TimeZone) -> Vec<DateTime> {
    let from: Timestamp = "2025-01-01T00:00:00Z".parse().unwrap();
    let to: Timestamp = "2027-01-01T00:00:00Z".parse().unwrap();
    let changes = zone.following(from).map(|change| change.timestamp());
    let before = changes
        .take_while(|at| *at < to)
        .map(|at| zone.to_datetime(at - 25.hours()));
    before.chain([date(2026, 6, 15).at(12, 0, 0, 0)]).collect()
}

#[test]
fn in_every_zone_calendar_slots_keep_their_wall_time_and_instants_grow() {
    let rules = [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=SA,SU,MO",
        "FREQ=MONTHLY;BYMONTHDAY=-1,1",
        "FREQ=YEARLY",
    ];
    for zone in every_zone() {
        for edge in edges(&zone) {
            for minutes in [0, 30, 90] {
                let anchor = Slot::timed(edge.checked_add(minutes.minutes()).unwrap());
                for text in rules {
                    laws_of_calendar_slots(text, anchor, &zone);
                }
            }
        }
    }
}

#[track_caller]
fn laws_of_calendar_slots(text: &str, anchor: Slot, zone: &TimeZone) {
    let rule = rule(text).settled(anchor);
    let mut before: Option<(Slot, Timestamp)> = None;
    for slot in rule.occurrences(anchor, zone).take(4) {
        assert_eq!(slot.time, anchor.time, "{text} {zone:?}");
        let ambiguous = zone.to_ambiguous_timestamp(slot.datetime());
        let is_gap = matches!(ambiguous.offset(), jiff::tz::AmbiguousOffset::Gap { .. });
        let at = ambiguous.compatible().unwrap();
        assert_eq!(
            zone.to_datetime(at) == slot.datetime(),
            !is_gap,
            "{text} {slot} {zone:?}"
        );
        if let Some((earlier, earlier_at)) = before {
            assert!(
                slot > earlier && at > earlier_at,
                "{text} {slot} after {earlier} {zone:?}"
            );
            assert_eq!(rule.next_after(anchor, earlier, zone), Some(slot));
        }
        before = Some((slot, at));
    }
}

#[test]
fn in_every_zone_hourly_slots_grow_and_no_step_is_lost_outside_of_folds() {
    for zone in every_zone() {
        for edge in edges(&zone) {
            for text in [
                "FREQ=HOURLY",
                "FREQ=HOURLY;INTERVAL=7",
                "FREQ=HOURLY;INTERVAL=24",
            ] {
                laws_of_hourly_slots(text, Slot::timed(edge), &zone);
            }
        }
    }
}

#[track_caller]
fn laws_of_hourly_slots(text: &str, anchor: Slot, zone: &TimeZone) {
    let rule = rule(text);
    let slots: Vec<Slot> = rule.occurrences(anchor, zone).take(60).collect();
    let start = zone
        .to_ambiguous_timestamp(anchor.datetime())
        .compatible()
        .unwrap();
    // Every step, one after the other, kept when its wall time is new.
    let mut expected: Vec<Slot> = Vec::new();
    let mut at = start;
    while expected.len() < slots.len() {
        let local = Slot::timed(zone.to_datetime(at));
        if expected.iter().all(|earlier| *earlier < local) {
            expected.push(local);
        }
        at += i64::from(rule.interval).hours();
    }
    assert_eq!(slots, expected, "{text} {anchor} {zone:?}");
    for pair in slots.windows(2) {
        assert_eq!(
            rule.next_after(anchor, pair[0], zone),
            Some(pair[1]),
            "{text} {zone:?}"
        );
        assert_eq!(
            rule.first_from(anchor, pair[1], zone),
            Some(pair[1]),
            "{text} {zone:?}"
        );
    }
}
