//! Tests of the rule engine: text, RFC 5545's examples, the model's cases, and laws over random rules
//! and all zones.

mod advance;
mod brute;
mod completion;
mod examples;
mod hostile;
mod laws;
mod phrases;
mod text;
mod zones;

use jiff::tz::TimeZone;

use super::Rule;
use crate::Slot;

/// A slot from text.
#[track_caller]
fn slot(text: &str) -> Slot {
    text.parse().unwrap()
}

/// A rule from text.
#[track_caller]
fn rule(text: &str) -> Rule {
    Rule::parse(text).unwrap()
}

/// A zone from its name.
#[track_caller]
fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

/// Expects the first occurrences of a rule; `...` at the end allows more.
#[track_caller]
fn check(text: &str, anchor: &str, expected: &str) {
    check_in("America/New_York", text, anchor, expected);
}

/// Like [`check`] in another zone.
#[track_caller]
fn check_in(zone_name: &str, text: &str, anchor: &str, expected: &str) {
    let (rule, zone, anchor) = (rule(text), zone(zone_name), slot(anchor));
    let (expected, endless) = match expected.strip_suffix("...") {
        Some(expected) => (expected, true),
        None => (expected, false),
    };
    let expected: Vec<Slot> = expected.split_whitespace().map(slot).collect();
    let more = usize::from(!endless);
    let found: Vec<Slot> = rule
        .occurrences(anchor, &zone)
        .take(expected.len() + more)
        .collect();
    assert_eq!(found, expected, "{text} from {anchor}");
    // What the iterator gives, the searches find as well.
    assert_eq!(rule.first(anchor, &zone), expected.first().copied());
    for pair in expected.windows(2) {
        assert_eq!(
            rule.next_after(anchor, pair[0], &zone),
            Some(pair[1]),
            "after {}",
            pair[0]
        );
        assert_eq!(
            rule.first_from(anchor, pair[1], &zone),
            Some(pair[1]),
            "from {}",
            pair[1]
        );
    }
    if let (false, Some(last)) = (endless, expected.last()) {
        assert_eq!(
            rule.next_after(anchor, *last, &zone),
            None,
            "after the last"
        );
    }
}
