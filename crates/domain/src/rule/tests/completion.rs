//! Series that count from the day of completion (model, 3.5).

use jiff::ToSpan;
use jiff::civil::{Time, date};
use proptest::prelude::*;

use super::advance::{at, check, done, series};
use super::{slot, zone};
use crate::Slot;
use crate::rule::{Mode, Moment, Overflow, Rule, advance, upcoming};
use crate::task::{CatchUp, OccurrenceOutcome, Series};
use crate::time::TimeSettings;

fn completing(text: &str, anchor: &str, current: &str) -> Series {
    let mut series = series(text, anchor, current);
    series.rule.mode = Mode::Completion;
    series.rule.overflow = Overflow::Clamp;
    series
}

#[test]
fn completion_mode_counts_from_the_local_day_of_completion() {
    check(
        &completing("FREQ=DAILY;INTERVAL=14", "2026-11-01", "2026-11-15"),
        "2026-11-20T21:30",
        Some("2026-12-04"),
        "",
    );
    check(
        &completing(
            "FREQ=DAILY;INTERVAL=14",
            "2026-11-01T09:00",
            "2026-11-29T09:00",
        ),
        "2026-11-20T21:30",
        Some("2026-12-04T09:00"),
        "",
    );
    check(
        &completing("FREQ=MONTHLY", "2026-01-31", "2026-01-31"),
        "2026-01-31T10:00",
        Some("2026-02-28"),
        "",
    );
    check(
        &completing("FREQ=MONTHLY", "2026-01-31", "2026-01-31"),
        "2026-02-10T10:00",
        Some("2026-03-10"),
        "",
    );
    check(
        &completing("FREQ=YEARLY", "2028-02-29", "2028-02-29"),
        "2028-02-29T10:00",
        Some("2029-02-28"),
        "",
    );
    check(
        &completing("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "2026-11-16"),
        "2026-11-18T10:00",
        Some("2026-11-23"),
        "",
    );
    check(
        &completing(
            "FREQ=HOURLY;INTERVAL=4",
            "2026-11-20T08:00",
            "2026-11-20T08:00",
        ),
        "2026-11-20T10:17:31",
        Some("2026-11-20T14:17"),
        "",
    );
}

#[test]
fn in_completion_mode_too_done_early_it_goes_past_its_own_slot() {
    let daily = completing("FREQ=DAILY", "2026-11-20", "2026-11-21");
    check(&daily, "2026-11-20T10:00", Some("2026-11-22"), "");
    let far = completing("FREQ=DAILY;INTERVAL=3", "2026-11-30", "2026-11-30");
    check(&far, "2026-11-20T10:00", Some("2026-12-02"), "");
}

#[test]
fn completion_moves_the_anchor_and_the_schedule_keeps_it() {
    assert_eq!(
        done(
            &completing(
                "FREQ=DAILY;INTERVAL=14",
                "2026-11-01T09:00",
                "2026-11-15T09:00"
            ),
            "2026-11-20T21:30"
        )
        .anchor,
        slot("2026-11-20T09:00")
    );
    assert_eq!(
        done(
            &series("FREQ=DAILY", "2026-11-01", "2026-11-15"),
            "2026-11-20T10:00"
        )
        .anchor,
        slot("2026-11-01")
    );
}

#[test]
fn done_after_eight_in_the_evening_counts_for_that_local_day() {
    let series = completing("FREQ=DAILY", "2026-11-20", "2026-11-20");
    // 20:30 in New York is the next day in UTC.
    check(&series, "2026-11-20T20:30", Some("2026-11-21"), "");
    check(&series, "2026-11-20T23:59", Some("2026-11-21"), "");
}

#[test]
fn before_the_rollover_it_is_still_the_day_before() {
    let zone = zone("Europe/Berlin");
    let settings = TimeSettings {
        zone: zone.clone(),
        rollover: Time::constant(3, 0, 0, 0),
        ..TimeSettings::default()
    };
    let now = zone
        .to_timestamp(date(2026, 11, 21).at(1, 30, 0, 0))
        .unwrap();
    let moment = Moment::new(now, &settings, zone);
    let found = advance(
        &completing("FREQ=DAILY", "2026-11-20", "2026-11-20"),
        OccurrenceOutcome::Done,
        &moment,
    );
    assert_eq!(found.next, Some(slot("2026-11-21")));
}

#[test]
fn something_done_days_ago_counts_from_then() {
    let zone = zone("Europe/Berlin");
    let settings = TimeSettings {
        zone: zone.clone(),
        ..TimeSettings::default()
    };
    let then = zone
        .to_timestamp(date(2026, 11, 17).at(22, 0, 0, 0))
        .unwrap();
    let moment = at(&zone, "2026-11-20T10:00").done_at(then, &settings);
    let found = advance(
        &completing("FREQ=DAILY;INTERVAL=2", "2026-11-15", "2026-11-17"),
        OccurrenceOutcome::Done,
        &moment,
    );
    assert_eq!(found.next, Some(slot("2026-11-19")));
}

#[test]
fn a_count_counts_completions_in_completion_mode() {
    let mut series = completing("FREQ=DAILY;COUNT=2", "2026-11-16", "2026-11-16");
    check(&series, "2026-11-25T10:00", Some("2026-11-26"), "");
    assert_eq!(done(&series, "2026-11-25T10:00").spent, 1);
    series.spent = 1;
    check(&series, "2026-11-25T10:00", None, "");
    let moment = at(&zone("America/New_York"), "2026-11-25T10:00");
    let skipped = advance(&series, OccurrenceOutcome::Skipped, &moment);
    assert_eq!((skipped.spent, skipped.next), (1, Some(slot("2026-11-26"))));
}

#[test]
fn the_next_dates_are_those_of_completing_on_time() {
    let zone = zone("America/New_York");
    let after = completing("FREQ=DAILY;INTERVAL=14", "2026-11-18", "2026-11-20");
    assert_eq!(
        upcoming(&after, &zone, 3),
        [slot("2026-12-04"), slot("2026-12-18"), slot("2027-01-01")]
    );
    let month = completing("FREQ=MONTHLY", "2026-12-31", "2026-12-31");
    assert_eq!(upcoming(&month, &zone, 3)[0], slot("2027-01-31"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn in_completion_mode_slots_grow_and_follow_the_day_of_completion(
        rule in super::laws::rules(), days in 0_i64..20_000, late in -40_i64..400, hour in 0_i8..24,
    ) {
        let zone = zone("America/New_York");
        let start = Slot::timed(date(2000, 1, 1).saturating_add(days.days()).at(9, 0, 0, 0));
        let series = Series {
            rule: Rule { mode: Mode::Completion, end: None, ..rule },
            anchor: start, slot: start, spent: 0, catch_up: CatchUp::Jump, original: None,
        };
        let now = start.date.saturating_add(late.days()).at(hour, 15, 0, 0);
        let found = advance(&series, OccurrenceOutcome::Done, &at(&zone, &now.to_string()));
        prop_assert_eq!(found.anchor.date, now.date());
        if let Some(next) = found.next {
            prop_assert!(next > start && next > found.anchor);
        }
    }
}
