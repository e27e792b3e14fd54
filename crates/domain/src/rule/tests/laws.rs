//! Laws that hold for every rule: the engine agrees with the plain expansion, and text is lossless.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date, time};
use jiff::tz::TimeZone;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::brute;
use crate::Slot;
use crate::rule::{ByDay, End, Frequency, Mode, Overflow, Rule};

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn nonzero(most: i8) -> impl Strategy<Value = i8> {
    (1..=most, any::<bool>()).prop_map(|(value, negative)| if negative { -value } else { value })
}

fn by_day() -> impl Strategy<Value = ByDay> {
    let ordinal = prop_oneof![3 => Just(None), 2 => nonzero(5).prop_map(Some), 1 => nonzero(53).prop_map(Some)];
    (ordinal, select(&WEEKDAYS[..])).prop_map(|(ordinal, weekday)| ByDay { ordinal, weekday })
}

pub(super) fn rules() -> impl Strategy<Value = Rule> {
    let frequency = select(vec![
        Frequency::Hourly,
        Frequency::Daily,
        Frequency::Weekly,
        Frequency::Monthly,
        Frequency::Yearly,
    ]);
    let interval = prop_oneof![3 => 1_u16..=3, 2 => 1_u16..=15, 1 => 1_u16..=999];
    let set_pos =
        prop_oneof![3 => Just(Vec::new()), 1 => vec(nonzero(6).prop_map(i16::from), 1..3)];
    let month_day = prop_oneof![2 => Just(Vec::new()), 1 => vec(nonzero(31), 1..4)];
    let months = prop_oneof![2 => Just(Vec::new()), 1 => vec(1_i8..=12, 1..4)];
    let days = prop_oneof![1 => Just(Vec::new()), 1 => vec(by_day(), 1..4)];
    let end = prop_oneof![
        3 => Just(None),
        1 => (1_u32..50).prop_map(|count| Some(End::Count(count))),
        1 => days_of_this_century().prop_map(|day| Some(End::Until(Slot::day(day)))),
    ];
    (
        (frequency, interval, days, month_day, months, set_pos),
        (select(&WEEKDAYS[..]), any::<bool>(), any::<bool>(), end),
    )
        .prop_map(
            |(
                (frequency, interval, days, month_day, months, set_pos),
                (start, clamp, done, end),
            )| Rule {
                frequency,
                interval,
                by_day: days,
                by_month_day: month_day,
                by_month: months,
                by_set_pos: set_pos,
                week_start: start,
                end,
                overflow: if clamp {
                    Overflow::Clamp
                } else {
                    Overflow::Skip
                },
                mode: if done {
                    Mode::Completion
                } else {
                    Mode::Schedule
                },
            },
        )
        .prop_filter("parts go together", |rule| rule.check().is_ok())
        .prop_map(Rule::canonical)
}

fn days_of_this_century() -> impl Strategy<Value = Date> {
    (0_i64..36_500).prop_map(|days| date(2000, 1, 1).saturating_add(days.days()))
}

fn anchors() -> impl Strategy<Value = Slot> {
    (
        days_of_this_century(),
        prop_oneof![Just(None), (0_i8..24).prop_map(Some)],
    )
        .prop_map(|(date, hour)| Slot {
            date,
            time: hour.map(|hour| time(hour, 30, 0, 0)),
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn text_reads_back_as_the_same_rule(rule in rules()) {
        let read = Rule::parse(&rule.to_rrule()).unwrap();
        prop_assert_eq!(Rule { mode: rule.mode, ..read }, respelled(&rule));
    }

    #[test]
    fn the_plain_spelling_has_the_same_occurrences(rule in rules(), anchor in anchors()) {
        let plain = Rule::parse(&rule.to_interpret_rrule(anchor)).unwrap();
        let first = |rule: &Rule| -> Vec<Slot> { rule.occurrences(anchor, &TimeZone::UTC).take(8).collect() };
        prop_assert_eq!(first(&plain), first(&rule));
    }

    #[test]
    fn the_engine_agrees_with_a_plain_expansion(
        rule in rules(), anchor in anchors(), ahead in 0_i64..2_000, hour in 0_i8..24,
    ) {
        prop_assume!(rule.frequency != Frequency::Hourly);
        let rule = Rule { end: None, ..rule };
        let end = anchor.date.saturating_add(2_000.days());
        let expected: Vec<Slot> = brute::expand(&rule, anchor.date, end)
            .into_iter()
            .map(|date| Slot { date, time: anchor.time })
            .collect();
        let zone = TimeZone::UTC;
        let found: Vec<Slot> =
            rule.occurrences(anchor, &zone).take_while(|slot| slot.date < end).collect();
        prop_assert_eq!(&found, &expected);
        let date = anchor.date.saturating_add(ahead.days());
        let middle = Slot { date, time: anchor.time.map(|_| time(hour, 30, 0, 0)) };
        let in_reach = |slot: Option<Slot>| slot.filter(|slot| slot.date < end);
        prop_assert_eq!(
            in_reach(rule.next_after(anchor, middle, &zone)),
            expected.iter().copied().find(|slot| *slot > middle)
        );
        prop_assert_eq!(
            in_reach(rule.first_from(anchor, middle, &zone)),
            expected.iter().copied().find(|slot| *slot >= middle)
        );
        let before = expected.iter().filter(|slot| **slot < middle).count();
        prop_assert_eq!(rule.count_before(anchor, middle, &zone, 9_999) as usize, before);
    }

    #[test]
    fn ends_cut_the_expansion_where_they_say(rule in rules(), anchor in anchors()) {
        let zone = TimeZone::UTC;
        let endless = Rule { end: None, ..rule.clone() };
        let found: Vec<Slot> = rule.occurrences(anchor, &zone).take(60).collect();
        let all = endless.occurrences(anchor, &zone).take(60);
        let expected: Vec<Slot> = match rule.end {
            None => all.collect(),
            Some(End::Count(count)) => all.take(count as usize).collect(),
            Some(End::Until(until)) => all.take_while(|slot| slot.date <= until.date).collect(),
        };
        prop_assert_eq!(&found, &expected);
        if let (Some(last), true) = (found.last(), found.len() < 60 && rule.mode == Mode::Schedule) {
            prop_assert_eq!(rule.next_after(anchor, *last, &zone), None);
        }
    }
}

/// The rule as its text is read: the last of the 28th to the nth is the clamped nth.
fn respelled(rule: &Rule) -> Rule {
    let read = Rule::parse(&rule.to_rrule()).unwrap();
    let same = read.by_month_day == rule.by_month_day;
    if same {
        rule.clone()
    } else {
        Rule {
            mode: rule.mode,
            ..read
        }
    }
}
