//! Reading and writing rules.

use jiff::civil::date;

use super::{rule, slot, zone};
use crate::rule::{ByDay, End, Frequency, Mode, Overflow, Rule, RuleError};
use crate::{Slot, limits};
use jiff::civil::Weekday;

#[track_caller]
fn reads_as(text: &str, canonical: &str) {
    let rule = rule(text);
    assert_eq!(rule.to_rrule(), canonical);
    assert_eq!(
        Rule::parse(canonical).unwrap(),
        rule,
        "the canonical text reads back"
    );
}

#[track_caller]
fn refused(text: &str, message: &str) {
    let error = Rule::parse(text).unwrap_err();
    assert_eq!(error.to_string(), message);
}

#[test]
fn rules_are_written_in_one_canonical_form() {
    reads_as("FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=1");
    reads_as("RRULE:FREQ=DAILY;INTERVAL=1", "FREQ=DAILY");
    reads_as(
        " rrule:freq=weekly;byday=fr, mo ,we;interval=2; ",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
    );
    reads_as(
        "BYDAY=+1MO,-1FR;FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=-1FR,1MO",
    );
    reads_as(
        "FREQ=YEARLY;BYMONTH=7,1,7;BYMONTHDAY=2",
        "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=2",
    );
    reads_as(
        "FREQ=WEEKLY;BYDAY=TU;COUNT=4",
        "FREQ=WEEKLY;BYDAY=TU;COUNT=4",
    );
    reads_as("FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;UNTIL=20261231");
    reads_as(
        "FREQ=DAILY;UNTIL=20261201T235959",
        "FREQ=DAILY;UNTIL=20261201T235959",
    );
    reads_as("FREQ=HOURLY;INTERVAL=12", "FREQ=HOURLY;INTERVAL=12");
}

#[test]
fn the_week_start_is_kept_only_where_it_makes_a_difference() {
    reads_as("FREQ=WEEKLY;BYDAY=TU,SU;WKST=SU", "FREQ=WEEKLY;BYDAY=TU,SU");
    reads_as(
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
    );
}

#[test]
fn clamping_and_skipping_are_both_written_and_read() {
    reads_as("FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=31");
    let clamped = "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31";
    reads_as(clamped, clamped);
    reads_as("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", clamped);
    reads_as(
        "FREQ=MONTHLY;BYMONTHDAY=30,29,28;BYSETPOS=-1",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=30",
    );
    reads_as(
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=31",
    );
    assert_eq!(rule("FREQ=MONTHLY;BYMONTHDAY=31").overflow, Overflow::Skip);
    assert_eq!(rule(clamped).overflow, Overflow::Clamp);
}

#[test]
fn rules_that_cannot_overflow_are_equal_whatever_they_say_about_it() {
    for text in [
        "FREQ=MONTHLY;BYMONTHDAY=28",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31",
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=DAILY",
    ] {
        let clamped = rule(&format!("RSCALE=GREGORIAN;SKIP=BACKWARD;{text}"));
        assert_eq!(rule(text), clamped);
        assert_eq!(clamped.to_rrule(), text);
    }
}

#[test]
fn the_anchor_decides_whether_every_month_can_overflow() {
    let every_month = Rule::every(1, Frequency::Monthly);
    assert_eq!(
        every_month.to_rrule_from(slot("2026-11-20")),
        "FREQ=MONTHLY"
    );
    assert_eq!(
        every_month.to_rrule_from(slot("2026-10-31")),
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD"
    );
    assert_eq!(
        rule("FREQ=MONTHLY").settled(slot("2026-11-20")),
        every_month
    );
    assert_eq!(
        rule("FREQ=MONTHLY").settled(slot("2026-10-31")).overflow,
        Overflow::Skip
    );
    let every_year = Rule::every(1, Frequency::Yearly);
    assert_eq!(every_year.to_rrule_from(slot("2026-10-31")), "FREQ=YEARLY");
    assert_eq!(
        every_year.to_rrule_from(slot("2028-02-29")),
        "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD"
    );
}

#[test]
fn clamps_have_a_spelling_in_plain_rfc_5545() {
    let of = |text: &str, anchor: &str| rule(text).to_interpret_rrule(slot(anchor));
    let clamp = "RSCALE=GREGORIAN;SKIP=BACKWARD;";
    assert_eq!(
        of(&format!("{clamp}FREQ=MONTHLY;BYMONTHDAY=31"), "2027-01-31"),
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"
    );
    assert_eq!(
        of(&format!("{clamp}FREQ=MONTHLY"), "2027-01-30"),
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"
    );
    assert_eq!(
        of(&format!("{clamp}FREQ=YEARLY"), "2028-02-29"),
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"
    );
    assert_eq!(
        of("FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31"),
        "FREQ=MONTHLY;BYMONTHDAY=31"
    );
    assert_eq!(of("FREQ=MONTHLY", "2027-01-20"), "FREQ=MONTHLY");
    let two = format!("{clamp}FREQ=MONTHLY;BYMONTHDAY=15,31");
    assert_eq!(
        of(&two, "2027-01-15"),
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=15,31"
    );
}

#[test]
fn an_until_in_utc_needs_a_zone() {
    refused(
        "FREQ=DAILY;UNTIL=20261231T050000Z",
        "UNTIL=20261231T050000Z is in UTC; write a local day or time without the Z, or give a time zone",
    );
    let rule = Rule::parse_in(
        "FREQ=DAILY;UNTIL=20261231T050000Z",
        &zone("America/New_York"),
    )
    .unwrap();
    assert_eq!(
        rule.end,
        Some(End::Until(Slot::timed(date(2026, 12, 31).at(0, 0, 0, 0))))
    );
}

#[test]
fn whatever_is_not_kept_is_refused_by_name() {
    refused(
        "",
        "the rule is empty; write for example FREQ=WEEKLY;BYDAY=MO",
    );
    refused(
        "RRULE:",
        "the rule is empty; write for example FREQ=WEEKLY;BYDAY=MO",
    );
    refused(
        "INTERVAL=2",
        "FREQ is missing; add FREQ=HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY",
    );
    refused(
        "FREQ=DAILY;BYHOUR=9",
        "BYHOUR is not supported; give the time of day with the due date",
    );
    refused(
        "FREQ=YEARLY;BYYEARDAY=100",
        "BYYEARDAY is not supported; use BYMONTH and BYMONTHDAY",
    );
    refused(
        "FREQ=YEARLY;BYWEEKNO=20",
        "BYWEEKNO is not supported; use FREQ=YEARLY with BYMONTH and BYDAY, or FREQ=WEEKLY with INTERVAL",
    );
    refused(
        "FREQ=MINUTELY",
        "FREQ=MINUTELY is not supported; the shortest step is FREQ=HOURLY",
    );
    refused(
        "FREQ=SECONDLY",
        "FREQ=SECONDLY is not supported; the shortest step is FREQ=HOURLY",
    );
    refused(
        "FREQ=FORTNIGHTLY",
        "FREQ=FORTNIGHTLY is not valid; FREQ takes HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY",
    );
    refused(
        "FREQ=DAILY;EXDATE=20260101",
        "'EXDATE' is no part of a rule",
    );
    refused(
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ is given twice; give it once",
    );
    refused(
        "daily",
        "'DAILY' is no part of a rule; write NAME=VALUE, for example FREQ=DAILY",
    );
    refused(
        "RSCALE=CHINESE;FREQ=YEARLY",
        "RSCALE=CHINESE is not supported; use RSCALE=GREGORIAN",
    );
    refused(
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD",
        "SKIP=FORWARD is not supported; use SKIP=BACKWARD or SKIP=OMIT",
    );
    refused(
        "FREQ=YEARLY;BYMONTH=5L",
        "BYMONTH=5L is not supported; the Gregorian calendar has no leap months",
    );
}

#[test]
fn values_out_of_bounds_are_refused() {
    refused(
        "FREQ=DAILY;INTERVAL=0",
        "INTERVAL=0 is not valid; INTERVAL takes 1 to 999",
    );
    refused(
        "FREQ=DAILY;INTERVAL=1000",
        "INTERVAL=1000 is not valid; INTERVAL takes 1 to 999",
    );
    refused(
        "FREQ=DAILY;INTERVAL=-1",
        "INTERVAL=-1 is not valid; INTERVAL takes 1 to 999",
    );
    refused(
        "FREQ=DAILY;COUNT=0",
        "COUNT=0 is not valid; COUNT takes 1 to 9999",
    );
    refused(
        "FREQ=DAILY;COUNT=99999999999",
        "COUNT=99999999999 is not valid; COUNT takes 1 to 9999",
    );
    refused(
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "BYMONTHDAY=32 is not valid; BYMONTHDAY takes 1 to 31 or -31 to -1",
    );
    refused(
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "BYMONTHDAY=0 is not valid; BYMONTHDAY takes 1 to 31 or -31 to -1",
    );
    refused(
        "FREQ=YEARLY;BYMONTH=13",
        "BYMONTH=13 is not valid; BYMONTH takes 1 to 12",
    );
    refused(
        "FREQ=MONTHLY;BYDAY=54MO",
        "BYDAY=54 is not valid; BYDAY takes weekdays such as MO, 1MO or -1FR",
    );
    refused(
        "FREQ=WEEKLY;BYDAY=Monday",
        "BYDAY=MONDAY is not valid; BYDAY takes weekdays such as MO, 1MO or -1FR",
    );
    refused(
        "FREQ=WEEKLY;BYDAY=é",
        "BYDAY=é is not valid; BYDAY takes weekdays such as MO, 1MO or -1FR",
    );
    refused(
        "FREQ=DAILY;UNTIL=tomorrow",
        "UNTIL=TOMORROW is not valid; UNTIL takes a local day such as 20261231 or a local time such as 20261231T170000",
    );
    refused(
        "FREQ=DAILY;UNTIL=20260230",
        "UNTIL=20260230 is not valid; UNTIL takes a local day such as 20261231 or a local time such as 20261231T170000",
    );
    refused(
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "BYMONTH=2;BYMONTHDAY=30 never happens; change the month or the day",
    );
    let long = format!("FREQ=DAILY;{}", "X".repeat(limits::RULE_CHARS));
    assert_eq!(
        Rule::parse(&long),
        Err(RuleError::TooLong(limits::RULE_CHARS))
    );
}

#[test]
fn parts_that_exclude_each_other_are_refused() {
    refused(
        "FREQ=DAILY;UNTIL=20261231;COUNT=3",
        "UNTIL does not go with COUNT; keep one of them",
    );
    refused(
        "FREQ=WEEKLY;BYDAY=1MO",
        "BYDAY with a number does not go with this FREQ; use FREQ=MONTHLY or FREQ=YEARLY",
    );
    refused(
        "FREQ=WEEKLY;BYMONTHDAY=1",
        "BYMONTHDAY does not go with FREQ=WEEKLY; use FREQ=MONTHLY",
    );
    refused(
        "FREQ=DAILY;BYMONTH=1;BYSETPOS=1",
        "BYSETPOS does not go with this FREQ; use FREQ=WEEKLY, MONTHLY or YEARLY",
    );
    refused(
        "FREQ=MONTHLY;BYSETPOS=1",
        "BYSETPOS does not go with a rule that names no days; add BYDAY or BYMONTHDAY",
    );
}

#[test]
fn a_rule_is_stored_as_its_text_and_mode() {
    let mut rule = Rule::every(2, Frequency::Weekly);
    rule.by_day = vec![ByDay::every(Weekday::Tuesday)];
    rule.mode = Mode::Completion;
    let stored = serde_json::to_string(&rule).unwrap();
    assert_eq!(
        stored,
        r#"{"rrule":"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU","mode":"completion"}"#
    );
    assert_eq!(serde_json::from_str::<Rule>(&stored).unwrap(), rule);
    let error = serde_json::from_str::<Rule>(r#"{"rrule":"FREQ=DAILY;BYHOUR=9"}"#).unwrap_err();
    assert!(
        error.to_string().starts_with("BYHOUR is not supported"),
        "{error}"
    );
}
