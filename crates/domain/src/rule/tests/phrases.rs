//! Phrases of the language's own data: where a series begins and how it goes on.

use jiff::civil::DateTime;

use super::{rule, slot, zone};
use crate::rule::{Mode, Moment, upcoming};
use crate::task::{CatchUp, Series};
use crate::time::TimeSettings;

/// `phrase` is for the reader: the rule is what it means. A series begins at its due where that is
/// given by words, else where the rule first matches.
#[track_caller]
fn check(phrase: &str, zone_name: &str, now: &str, text: &str, due: &str, next: &str) {
    let zone = zone(zone_name);
    let (rule, due) = (rule(text), slot(due));
    let local: DateTime = now.parse().unwrap();
    let now = zone.to_timestamp(local).unwrap();
    let settings = TimeSettings {
        zone: zone.clone(),
        ..TimeSettings::default()
    };
    let moment = Moment::new(now, &settings, zone.clone());
    if !phrase.contains("starting") {
        let time = due.time.filter(|_| !rule.needs_time());
        assert_eq!(rule.first_due(time, &moment), Some(due), "{phrase}");
    }
    let series = Series {
        rule: rule.settled(due),
        anchor: due,
        slot: due,
        spent: 0,
        catch_up: CatchUp::Jump,
        original: None,
    };
    let expected: Vec<_> = next.split_whitespace().map(slot).collect();
    if series.rule.mode == Mode::Schedule {
        assert_eq!(upcoming(&series, &zone, 5), expected, "{phrase}");
    }
}

#[test]
fn series_begin_and_go_on_as_the_phrases_say() {
    check(
        "every day",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY",
        "2026-11-20",
        "2026-11-21 2026-11-22 2026-11-23 2026-11-24 2026-11-25",
    );
    check(
        "daily at 7am",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY",
        "2026-11-21T07:00",
        "2026-11-22T07:00 2026-11-23T07:00 2026-11-24T07:00 2026-11-25T07:00 2026-11-26T07:00",
    );
    check(
        "every evening",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY",
        "2026-11-20T19:00",
        "2026-11-21T19:00 2026-11-22T19:00 2026-11-23T19:00 2026-11-24T19:00 2026-11-25T19:00",
    );
    check(
        "every morning",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY",
        "2026-11-21T09:00",
        "2026-11-22T09:00 2026-11-23T09:00 2026-11-24T09:00 2026-11-25T09:00 2026-11-26T09:00",
    );
    check(
        "each night at 10:30pm",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY",
        "2026-11-20T22:30",
        "2026-11-21T22:30 2026-11-22T22:30 2026-11-23T22:30 2026-11-24T22:30 2026-11-25T22:30",
    );
    check(
        "every other day",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY;INTERVAL=2",
        "2026-11-20",
        "2026-11-22 2026-11-24 2026-11-26 2026-11-28 2026-11-30",
    );
    check(
        "every 3 days",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY;INTERVAL=3",
        "2026-11-20",
        "2026-11-23 2026-11-26 2026-11-29 2026-12-02 2026-12-05",
    );
    check(
        "every three days starting sunday",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY;INTERVAL=3",
        "2026-11-22",
        "2026-11-25 2026-11-28 2026-12-01 2026-12-04 2026-12-07",
    );
    check(
        "every week",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY",
        "2026-11-20",
        "2026-11-27 2026-12-04 2026-12-11 2026-12-18 2026-12-25",
    );
    check(
        "weekly on monday",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=MO",
        "2026-11-23",
        "2026-11-30 2026-12-07 2026-12-14 2026-12-21 2026-12-28",
    );
    check(
        "every monday",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=MO",
        "2026-11-23",
        "2026-11-30 2026-12-07 2026-12-14 2026-12-21 2026-12-28",
    );
    check(
        "every friday",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=FR",
        "2026-11-20",
        "2026-11-27 2026-12-04 2026-12-11 2026-12-18 2026-12-25",
    );
    check(
        "every friday at 9am",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=FR",
        "2026-11-27T09:00",
        "2026-12-04T09:00 2026-12-11T09:00 2026-12-18T09:00 2026-12-25T09:00 2027-01-01T09:00",
    );
    check(
        "mondays and thursdays",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "2026-11-23",
        "2026-11-26 2026-11-30 2026-12-03 2026-12-07 2026-12-10",
    );
    check(
        "every mon, wed, fri at 6pm",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "2026-11-20T18:00",
        "2026-11-23T18:00 2026-11-25T18:00 2026-11-27T18:00 2026-11-30T18:00 2026-12-02T18:00",
    );
    check(
        "every weekday",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "2026-11-20",
        "2026-11-23 2026-11-24 2026-11-25 2026-11-26 2026-11-27",
    );
    check(
        "every workday at 8:15",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "2026-11-23T08:15",
        "2026-11-24T08:15 2026-11-25T08:15 2026-11-26T08:15 2026-11-27T08:15 2026-11-30T08:15",
    );
    check(
        "every weekend",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=SA",
        "2026-11-21",
        "2026-11-28 2026-12-05 2026-12-12 2026-12-19 2026-12-26",
    );
    check(
        "every other week on tuesday",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "2026-11-24",
        "2026-12-08 2026-12-22 2027-01-05 2027-01-19 2027-02-02",
    );
    check(
        "every 2 weeks",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;INTERVAL=2",
        "2026-11-20",
        "2026-12-04 2026-12-18 2027-01-01 2027-01-15 2027-01-29",
    );
    check(
        "fortnightly on saturday",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
        "2026-11-21",
        "2026-12-05 2026-12-19 2027-01-02 2027-01-16 2027-01-30",
    );
    check(
        "biweekly",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;INTERVAL=2",
        "2026-11-20",
        "2026-12-04 2026-12-18 2027-01-01 2027-01-15 2027-01-29",
    );
    check(
        "every month",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYMONTHDAY=20",
        "2026-11-20",
        "2026-12-20 2027-01-20 2027-02-20 2027-03-20 2027-04-20",
    );
    check(
        "monthly on the 5th",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYMONTHDAY=5",
        "2026-12-05",
        "2027-01-05 2027-02-05 2027-03-05 2027-04-05 2027-05-05",
    );
    check(
        "on the 1st of every month at noon",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYMONTHDAY=1",
        "2026-12-01T12:00",
        "2027-01-01T12:00 2027-02-01T12:00 2027-03-01T12:00 2027-04-01T12:00 2027-05-01T12:00",
    );
    check(
        "every 15th",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "2026-12-15",
        "2027-01-15 2027-02-15 2027-03-15 2027-04-15 2027-05-15",
    );
    check(
        "on the 1st and the 15th of each month",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "2026-12-01",
        "2026-12-15 2027-01-01 2027-01-15 2027-02-01 2027-02-15",
    );
    check(
        "last day of every month",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "2026-11-30",
        "2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30",
    );
    check(
        "every month on the 31st",
        "Australia/Sydney",
        "2027-01-31T12:00",
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
        "2027-01-31",
        "2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30",
    );
    check(
        "on the 30th of each month",
        "Australia/Sydney",
        "2027-01-31T12:00",
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
        "2027-02-28",
        "2027-03-30 2027-04-30 2027-05-30 2027-06-30 2027-07-30",
    );
    check(
        "first monday of the month",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYDAY=1MO",
        "2026-12-07",
        "2027-01-04 2027-02-01 2027-03-01 2027-04-05 2027-05-03",
    );
    check(
        "every third thursday of the month at 4pm",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYDAY=3TH",
        "2026-12-17T16:00",
        "2027-01-21T16:00 2027-02-18T16:00 2027-03-18T16:00 2027-04-15T16:00 2027-05-20T16:00",
    );
    check(
        "the last friday of every month",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "2026-11-27",
        "2026-12-25 2027-01-29 2027-02-26 2027-03-26 2027-04-30",
    );
    check(
        "last workday of the month",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "2026-11-30",
        "2026-12-31 2027-01-29 2027-02-26 2027-03-31 2027-04-30",
    );
    check(
        "every 3 months",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20",
        "2026-11-20",
        "2027-02-20 2027-05-20 2027-08-20 2027-11-20 2028-02-20",
    );
    check(
        "quarterly on the 10th",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10",
        "2026-12-10",
        "2027-03-10 2027-06-10 2027-09-10 2027-12-10 2028-03-10",
    );
    check(
        "every 6 months starting january 1",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1",
        "2027-01-01",
        "2027-07-01 2028-01-01 2028-07-01 2029-01-01 2029-07-01",
    );
    check(
        "every year",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20",
        "2026-11-20",
        "2027-11-20 2028-11-20 2029-11-20 2030-11-20 2031-11-20",
    );
    check(
        "every year on december 24",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
        "2026-12-24",
        "2027-12-24 2028-12-24 2029-12-24 2030-12-24 2031-12-24",
    );
    check(
        "annually on march 1st",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1",
        "2027-03-01",
        "2028-03-01 2029-03-01 2030-03-01 2031-03-01 2032-03-01",
    );
    check(
        "every jan 2 and jul 2",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=2",
        "2027-01-02",
        "2027-07-02 2028-01-02 2028-07-02 2029-01-02 2029-07-02",
    );
    check(
        "every day until december 1",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY;UNTIL=20261201T235959",
        "2026-11-20",
        "2026-11-21 2026-11-22 2026-11-23 2026-11-24 2026-11-25",
    );
    check(
        "every tuesday for 4 weeks",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=WEEKLY;BYDAY=TU;COUNT=4",
        "2026-11-24",
        "2026-12-01 2026-12-08 2026-12-15",
    );
    check(
        "daily for 5 days",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=DAILY;COUNT=5",
        "2026-11-20",
        "2026-11-21 2026-11-22 2026-11-23 2026-11-24",
    );
    check(
        "every 2 hours",
        "America/New_York",
        "2026-11-20T10:00",
        "FREQ=HOURLY;INTERVAL=2",
        "2026-11-20T10:00",
        "2026-11-20T12:00 2026-11-20T14:00 2026-11-20T16:00 2026-11-20T18:00 2026-11-20T20:00",
    );
    check(
        "every day at 2:30am",
        "Europe/Berlin",
        "2027-03-24T15:40",
        "FREQ=DAILY",
        "2027-03-25T02:30",
        "2027-03-26T02:30 2027-03-27T02:30 2027-03-28T02:30 2027-03-29T02:30 2027-03-30T02:30",
    );
    check(
        "every day at 9am",
        "Europe/Berlin",
        "2027-03-24T15:40",
        "FREQ=DAILY",
        "2027-03-25T09:00",
        "2027-03-26T09:00 2027-03-27T09:00 2027-03-28T09:00 2027-03-29T09:00 2027-03-30T09:00",
    );
    check(
        "every sunday at 1:30am",
        "Europe/London",
        "2026-10-21T08:00",
        "FREQ=WEEKLY;BYDAY=SU",
        "2026-10-25T01:30",
        "2026-11-01T01:30 2026-11-08T01:30 2026-11-15T01:30 2026-11-22T01:30 2026-11-29T01:30",
    );
    check(
        "every weekday at 17:00",
        "Europe/London",
        "2026-10-21T08:00",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "2026-10-21T17:00",
        "2026-10-22T17:00 2026-10-23T17:00 2026-10-26T17:00 2026-10-27T17:00 2026-10-28T17:00",
    );
    check(
        "every 4 weeks on wednesday",
        "Europe/London",
        "2026-10-21T08:00",
        "FREQ=WEEKLY;INTERVAL=4;BYDAY=WE",
        "2026-10-21",
        "2026-11-18 2026-12-16 2027-01-13 2027-02-10 2027-03-10",
    );
}
