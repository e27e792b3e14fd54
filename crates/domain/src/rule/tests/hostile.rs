//! Hostile rules: nothing panics, and searches for what never comes end.

use jiff::civil::{Date, date, time};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::laws::rules;
use super::{rule, slot, zone};
use crate::Slot;
use crate::rule::Rule;

#[track_caller]
fn never(text: &str, anchor: &str) {
    let zone = zone("Europe/Berlin");
    assert_eq!(rule(text).first(slot(anchor), &zone), None, "{text}");
}

#[test]
fn searches_for_what_never_comes_end() {
    never("FREQ=MONTHLY;INTERVAL=12;BYMONTH=3", "2026-01-01");
    never(
        "FREQ=YEARLY;INTERVAL=200;BYMONTH=2;BYMONTHDAY=29",
        "2100-01-01",
    );
    never("FREQ=DAILY;INTERVAL=7;BYDAY=MO", "2026-11-20");
    never(
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-30,30,29;INTERVAL=999;BYDAY=MO",
        "9000-01-01",
    );
    never("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", "2026-11-20");
    never("FREQ=MONTHLY;BYDAY=6FR", "2026-11-20");
    never("FREQ=YEARLY;BYDAY=MO;BYSETPOS=60", "2026-11-20");
    never(
        "FREQ=HOURLY;INTERVAL=168;BYDAY=TU;BYMONTH=2;BYMONTHDAY=29",
        "9990-11-20T10:00",
    );
    never(
        "FREQ=HOURLY;INTERVAL=24;BYMONTHDAY=31;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR,SA,SU",
        "9999-02-01T10:00",
    );
}

#[test]
fn rare_days_are_found() {
    let zone = zone("Europe/Berlin");
    let first = |text: &str| {
        rule(text)
            .first(slot("2026-11-20"), &zone)
            .unwrap()
            .to_string()
    };
    assert_eq!(
        first("FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=28"),
        "3025-02-28"
    );
    assert_eq!(
        first("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"),
        "2044-02-29"
    );
    assert_eq!(
        first("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"),
        "2044-02-29"
    );
    assert_eq!(
        first("FREQ=HOURLY;INTERVAL=24;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"),
        "2044-02-29T00:00"
    );
    assert_eq!(first("FREQ=YEARLY;BYDAY=53MO"), "2029-12-31");
}

#[test]
fn the_calendar_ends_without_a_panic() {
    let zone = TimeZone::UTC;
    for text in [
        "FREQ=DAILY",
        "FREQ=WEEKLY",
        "FREQ=MONTHLY",
        "FREQ=YEARLY",
        "FREQ=HOURLY",
    ] {
        let (last, end) = (Slot::day(Date::MAX), Slot::timed(Date::MAX.at(23, 0, 0, 0)));
        assert_eq!(rule(text).next_after(last, end, &zone), None, "{text}");
        let first = Slot::day(date(1, 1, 1));
        assert!(
            rule(text)
                .next_after(first, Slot::day(date(2026, 1, 1)), &zone)
                .is_some(),
            "{text}"
        );
    }
}

fn any_slot() -> impl Strategy<Value = Slot> {
    (
        -9_999_i16..=9_999,
        1_i8..=12,
        1_i8..=28,
        prop::option::of((0_i8..24, 0_i8..60)),
    )
        .prop_map(|(year, month, day, at)| Slot {
            date: date(year, month, day),
            time: at.map(|(hour, minute)| time(hour, minute, 0, 0)),
        })
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,80}") {
        let _ = Rule::parse(&text);
    }

    #[test]
    fn no_text_like_a_rule_makes_the_parser_panic(
        text in "(RRULE:)?(FREQ|INTERVAL|BYDAY|BYMONTHDAY|UNTIL|COUNT|SKIP|WKST)=[A-Z0-9,+-]{0,12}(;(FREQ|BYDAY|BYSETPOS|UNTIL)=[A-Z0-9,+-TZé]{0,18}){0,4}",
    ) {
        if let Ok(rule) = Rule::parse(&text) {
            prop_assert_eq!(Rule::parse(&rule.to_rrule()).unwrap(), rule);
        }
    }

    #[test]
    fn no_rule_and_no_moment_make_a_search_panic(
        rule in rules(), anchor in any_slot(), from in any_slot(),
    ) {
        let zone = zone("America/New_York");
        let next = rule.next_after(anchor, from, &zone);
        prop_assert!(next.is_none_or(|next| next > from && next.date >= anchor.date));
        let first = rule.first_from(anchor, from, &zone);
        prop_assert!(first.is_none_or(|first| first.date >= from.date.max(anchor.date)));
        let _ = rule.begin(from, &zone);
    }
}
