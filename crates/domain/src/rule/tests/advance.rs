//! How a series moves on: both modes, missed slots, ends, clock changes (model, 3.4, 3.5, 3.9).

use jiff::ToSpan;
use jiff::civil::{DateTime, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::{rule, slot, zone};
use crate::rule::{Advance, Mode, Moment, Rule, advance, upcoming};
use crate::task::{CatchUp, OccurrenceOutcome, Series};
use crate::time::TimeSettings;
use crate::{Slot, limits};

pub(super) fn series(text: &str, anchor: &str, current: &str) -> Series {
    Series {
        rule: rule(text).settled(slot(anchor)),
        anchor: slot(anchor),
        slot: slot(current),
        spent: 0,
        catch_up: CatchUp::Jump,
        original: None,
    }
}

pub(super) fn at(zone: &TimeZone, local: &str) -> Moment {
    let local: DateTime = local.parse().unwrap();
    let settings = TimeSettings {
        zone: zone.clone(),
        ..TimeSettings::default()
    };
    let now = zone.to_ambiguous_timestamp(local).compatible().unwrap();
    Moment::new(now, &settings, zone.clone())
}

pub(super) fn done(series: &Series, now: &str) -> Advance {
    advance(
        series,
        OccurrenceOutcome::Done,
        &at(&zone("America/New_York"), now),
    )
}

/// Expects the next slot and the missed ones after the current occurrence is done at `now`.
#[track_caller]
pub(super) fn check(series: &Series, now: &str, next: Option<&str>, missed: &str) {
    let found = done(series, now);
    let missed: Vec<Slot> = missed.split_whitespace().map(slot).collect();
    assert_eq!(found.next, next.map(slot));
    assert_eq!(found.missed, missed);
}

#[test]
fn done_on_its_day_it_goes_to_the_next_slot() {
    check(
        &series("FREQ=DAILY", "2026-11-01", "2026-11-20"),
        "2026-11-20T10:00",
        Some("2026-11-21"),
        "",
    );
    check(
        &series("FREQ=WEEKLY;BYDAY=FR", "2026-11-06", "2026-11-20"),
        "2026-11-20T23:59",
        Some("2026-11-27"),
        "",
    );
    check(
        &series("FREQ=DAILY", "2026-11-01T09:00", "2026-11-20T09:00"),
        "2026-11-20T10:00",
        Some("2026-11-21T09:00"),
        "",
    );
}

#[test]
fn done_early_it_still_goes_past_its_own_slot() {
    check(
        &series("FREQ=WEEKLY;BYDAY=FR", "2026-11-06", "2026-11-27"),
        "2026-11-20T10:00",
        Some("2026-12-04"),
        "",
    );
    check(
        &series("FREQ=DAILY", "2026-11-01T18:00", "2026-11-20T18:00"),
        "2026-11-20T10:00",
        Some("2026-11-21T18:00"),
        "",
    );
}

#[test]
fn several_missed_cycles_land_in_the_future_and_are_noted() {
    check(
        &series("FREQ=DAILY", "2026-11-01", "2026-11-16"),
        "2026-11-20T10:00",
        Some("2026-11-20"),
        "2026-11-17 2026-11-18 2026-11-19",
    );
    check(
        &series("FREQ=DAILY", "2026-11-01T09:00", "2026-11-18T09:00"),
        "2026-11-20T10:00",
        Some("2026-11-21T09:00"),
        "2026-11-19T09:00 2026-11-20T09:00",
    );
    check(
        &series("FREQ=DAILY", "2026-11-01T19:00", "2026-11-18T19:00"),
        "2026-11-20T10:00",
        Some("2026-11-20T19:00"),
        "2026-11-19T19:00",
    );
    check(
        &series("FREQ=MONTHLY", "2026-01-31", "2026-06-30"),
        "2026-11-20T10:00",
        Some("2026-12-31"),
        "2026-07-31 2026-08-31 2026-10-31",
    );
}

#[test]
fn catching_up_one_by_one_takes_the_very_next_slot() {
    let mut series = series("FREQ=DAILY", "2026-11-01", "2026-11-16");
    series.catch_up = CatchUp::Each;
    check(&series, "2026-11-20T10:00", Some("2026-11-17"), "");
}

#[test]
fn a_time_that_is_exactly_now_has_passed_and_a_day_lasts_until_its_end() {
    check(
        &series("FREQ=DAILY", "2026-11-01T10:00", "2026-11-19T10:00"),
        "2026-11-20T10:00",
        Some("2026-11-21T10:00"),
        "2026-11-20T10:00",
    );
    check(
        &series("FREQ=DAILY", "2026-11-01", "2026-11-19"),
        "2026-11-20T23:59:59",
        Some("2026-11-20"),
        "",
    );
}

#[test]
fn hourly_series_jump_to_the_next_hour_that_is_ahead() {
    check(
        &series(
            "FREQ=HOURLY;INTERVAL=4",
            "2026-11-19T10:00",
            "2026-11-20T02:00",
        ),
        "2026-11-20T15:30",
        Some("2026-11-20T18:00"),
        "2026-11-20T06:00 2026-11-20T10:00 2026-11-20T14:00",
    );
}

#[test]
fn a_long_neglected_series_lists_a_bounded_number_of_missed_slots() {
    let daily = done(
        &series("FREQ=DAILY", "2001-01-01", "2001-01-01"),
        "2026-11-20T10:00",
    );
    assert_eq!(daily.next, Some(slot("2026-11-20")));
    assert_eq!(daily.missed.len(), limits::MISSED_SLOTS);
    assert!(daily.missed_more);
    let hourly = done(
        &series("FREQ=HOURLY", "2001-01-01T00:30", "2001-01-01T00:30"),
        "2026-11-20T10:00",
    );
    assert_eq!(hourly.next, Some(slot("2026-11-20T10:30")));
}

#[test]
fn exactly_as_many_missed_slots_as_are_listed_are_not_more() {
    let first = date(2026, 11, 20).saturating_sub(1_001.days());
    let series = series("FREQ=DAILY", &first.to_string(), &first.to_string());
    let found = done(&series, "2026-11-20T10:00");
    assert_eq!((found.missed.len(), found.missed_more), (1_000, false));
    assert_eq!(found.next, Some(slot("2026-11-20")));
}

#[test]
fn until_is_inclusive() {
    let daily = |current| series("FREQ=DAILY;UNTIL=20261121", "2026-11-18", current);
    check(
        &daily("2026-11-20"),
        "2026-11-20T10:00",
        Some("2026-11-21"),
        "",
    );
    check(&daily("2026-11-21"), "2026-11-21T10:00", None, "");
    check(
        &daily("2026-11-18"),
        "2026-11-25T10:00",
        None,
        "2026-11-19 2026-11-20 2026-11-21",
    );
    check(
        &series(
            "FREQ=DAILY;UNTIL=20261121",
            "2026-11-18T09:00",
            "2026-11-20T09:00",
        ),
        "2026-11-20T09:30",
        Some("2026-11-21T09:00"),
        "",
    );
    check(
        &series(
            "FREQ=DAILY;UNTIL=20261121T085959",
            "2026-11-18T09:00",
            "2026-11-20T09:00",
        ),
        "2026-11-20T09:30",
        None,
        "",
    );
}

#[test]
fn a_count_counts_slots_of_a_schedule_missed_ones_too() {
    let mut series = series("FREQ=DAILY;COUNT=5", "2026-11-16", "2026-11-18");
    series.spent = 2;
    check(&series, "2026-11-18T10:00", Some("2026-11-19"), "");
    assert_eq!(done(&series, "2026-11-18T10:00").spent, 3);
    check(
        &series,
        "2026-11-20T10:00",
        Some("2026-11-20"),
        "2026-11-19",
    );
    assert_eq!(done(&series, "2026-11-20T10:00").spent, 4);
    check(&series, "2026-12-24T10:00", None, "2026-11-19 2026-11-20");
    series.spent = 4;
    check(&series, "2026-11-18T10:00", None, "");
}

#[test]
fn a_slot_inside_a_gap_is_ahead_until_the_moved_time() {
    // 02:30 is 03:30 on this day.
    let series = series("FREQ=DAILY", "2026-03-01T02:30", "2026-03-07T02:30");
    check(&series, "2026-03-08T03:10", Some("2026-03-08T02:30"), "");
    check(
        &series,
        "2026-03-08T03:31",
        Some("2026-03-09T02:30"),
        "2026-03-08T02:30",
    );
}

#[test]
fn the_next_dates_stop_with_the_rule() {
    let zone = zone("America/New_York");
    let mut counted = series("FREQ=DAILY;COUNT=4", "2026-11-18", "2026-11-19");
    counted.spent = 1;
    assert_eq!(
        upcoming(&counted, &zone, 3),
        [slot("2026-11-20"), slot("2026-11-21")]
    );
    let until = series("FREQ=DAILY;UNTIL=20261120", "2026-11-18", "2026-11-19");
    assert_eq!(upcoming(&until, &zone, 3), [slot("2026-11-20")]);
}

#[test]
fn a_rule_without_a_due_begins_today_or_at_the_next_time() {
    let zone = zone("America/New_York");
    let first = |text: &str, time: Option<&str>, now: &str| {
        let time = time.map(|time| crate::wall::parse(time).unwrap());
        rule(text)
            .first_due(time, &at(&zone, now))
            .map(|slot| slot.to_string())
    };
    assert_eq!(
        first("FREQ=DAILY", None, "2026-11-20T23:00").as_deref(),
        Some("2026-11-20")
    );
    assert_eq!(
        first("FREQ=DAILY", Some("09:00"), "2026-11-20T09:00").as_deref(),
        Some("2026-11-21T09:00")
    );
    assert_eq!(
        first(
            "FREQ=MONTHLY;BYMONTHDAY=1",
            Some("09:00"),
            "2026-11-01T10:00"
        )
        .as_deref(),
        Some("2026-12-01T09:00")
    );
    assert_eq!(
        first("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", None, "2026-11-20T10:00").as_deref(),
        Some("2026-11-24")
    );
    assert_eq!(
        first("FREQ=HOURLY;INTERVAL=2", None, "2026-11-20T10:00:40").as_deref(),
        Some("2026-11-20T10:00")
    );
    assert_eq!(
        first("FREQ=HOURLY;INTERVAL=2", Some("09:00"), "2026-11-20T10:00").as_deref(),
        Some("2026-11-20T11:00")
    );
    assert_eq!(
        first("FREQ=DAILY;UNTIL=20261119", None, "2026-11-20T10:00"),
        None
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn completing_on_time_gives_the_expansion(rule in super::laws::rules(), days in 0_i64..20_000) {
        let zone = zone("Europe/Berlin");
        let start = Slot::day(date(2000, 1, 1).saturating_add(days.days()));
        let rule = Rule { mode: Mode::Schedule, ..rule };
        let expected: Vec<Slot> = rule.occurrences(start, &zone).take(12).collect();
        prop_assume!(!expected.is_empty());
        let mut series = Series {
            rule, anchor: start, slot: expected[0], spent: 0, catch_up: CatchUp::Jump, original: None,
        };
        let mut found = vec![series.slot];
        while found.len() < 12 {
            let moment = at(&zone, &series.slot.datetime().to_string());
            let next = advance(&series, OccurrenceOutcome::Done, &moment);
            prop_assert!(next.missed.is_empty());
            let Some(next) = next.series(&series) else { break };
            series = next;
            found.push(series.slot);
        }
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn completing_late_lands_ahead_and_misses_what_lies_between(
        rule in super::laws::rules(), days in 0_i64..20_000, late in 0_i64..400, hour in 0_i8..24,
    ) {
        let zone = zone("America/New_York");
        let start = Slot::day(date(2000, 1, 1).saturating_add(days.days()));
        let rule = Rule { mode: Mode::Schedule, end: None, ..rule };
        let first = rule.first(start, &zone);
        prop_assume!(first.is_some());
        let slot = first.unwrap();
        let series = Series {
            rule, anchor: start, slot, spent: 0, catch_up: CatchUp::Jump, original: None,
        };
        let now = slot.date.saturating_add(late.days()).at(hour, 15, 0, 0);
        let moment = at(&zone, &now.to_string());
        let found = advance(&series, OccurrenceOutcome::Done, &moment);
        if let Some(next) = found.next {
            prop_assert!(next > slot && moment.is_ahead(next));
            prop_assert!(found.missed.iter().all(|missed| *missed > slot && *missed < next && !moment.is_ahead(*missed)));
            prop_assert!(found.missed.is_sorted());
            let between = series.rule.occurrences(start, &zone).filter(|found| *found > slot);
            let between: Vec<Slot> = between.take_while(|found| *found < next).take(limits::MISSED_SLOTS).collect();
            prop_assert_eq!(found.missed, between);
        }
    }
}
