//! The examples of RFC 5545, section 3.8.5.3, those of RFC 7529, and the model's month ends.

use super::{check, check_in};

#[test]
fn daily_and_weekly_examples_of_the_rfc() {
    check(
        "FREQ=DAILY;COUNT=3",
        "1997-09-02T09:00",
        "1997-09-02T09:00 1997-09-03T09:00 1997-09-04T09:00",
    );
    check(
        "FREQ=DAILY;INTERVAL=2",
        "1997-09-02T09:00",
        "1997-09-02T09:00 1997-09-04T09:00 1997-09-06T09:00 ...",
    );
    check(
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        "1997-09-02",
        "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12",
    );
    check(
        "FREQ=DAILY;BYMONTH=1;UNTIL=19980103",
        "1997-09-02",
        "1998-01-01 1998-01-02 1998-01-03",
    );
    check(
        "FREQ=WEEKLY;COUNT=4",
        "1997-09-02",
        "1997-09-02 1997-09-09 1997-09-16 1997-09-23",
    );
    check(
        "FREQ=WEEKLY;UNTIL=19970923T090000",
        "1997-09-02T09:00",
        "1997-09-02T09:00 1997-09-09T09:00 1997-09-16T09:00 1997-09-23T09:00",
    );
    check(
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "1997-09-02",
        "1997-09-02 1997-09-16 1997-09-30 1997-10-14 ...",
    );
    check(
        "FREQ=WEEKLY;COUNT=4;WKST=SU;BYDAY=TU,TH",
        "1997-09-02",
        "1997-09-02 1997-09-04 1997-09-09 1997-09-11",
    );
    check(
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR",
        "1997-09-01",
        "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 ...",
    );
    check(
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "1997-09-02",
        "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16",
    );
}

#[test]
fn the_week_start_moves_biweekly_sets() {
    check(
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        "1997-08-05",
        "1997-08-05 1997-08-10 1997-08-19 1997-08-24",
    );
    check(
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        "1997-08-05",
        "1997-08-05 1997-08-17 1997-08-19 1997-08-31",
    );
}

#[test]
fn monthly_examples_of_the_rfc() {
    check(
        "FREQ=MONTHLY;COUNT=4;BYDAY=1FR",
        "1997-09-05",
        "1997-09-05 1997-10-03 1997-11-07 1997-12-05",
    );
    check(
        "FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU",
        "1997-09-07",
        "1997-09-07 1997-09-28 1997-11-02 1997-11-30",
    );
    check(
        "FREQ=MONTHLY;COUNT=3;BYDAY=-2MO",
        "1997-09-22",
        "1997-09-22 1997-10-20 1997-11-17",
    );
    check(
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        "1997-09-28",
        "1997-09-28 1997-10-29 1997-11-28 1997-12-29 ...",
    );
    check(
        "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=2,15",
        "1997-09-02",
        "1997-09-02 1997-09-15 1997-10-02 1997-10-15",
    );
    check(
        "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1",
        "1997-09-30",
        "1997-09-30 1997-10-01 1997-10-31 1997-11-01",
    );
    check(
        "FREQ=MONTHLY;INTERVAL=18;COUNT=4;BYMONTHDAY=10,11",
        "1997-09-10",
        "1997-09-10 1997-09-11 1999-03-10 1999-03-11",
    );
    check(
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "1997-09-02",
        "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04 ...",
    );
    check(
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "1997-09-02",
        "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13 ...",
    );
    check(
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "1997-09-13",
        "1997-09-13 1997-10-11 1997-11-08 1997-12-13 ...",
    );
    check(
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        "1997-09-04",
        "1997-09-04 1997-10-07 1997-11-06",
    );
    check(
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        "1997-09-29",
        "1997-09-29 1997-10-30 1997-11-27 1997-12-30 ...",
    );
    check(
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        "2007-01-15",
        "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30",
    );
}

#[test]
fn yearly_examples_of_the_rfc() {
    check(
        "FREQ=YEARLY;COUNT=4;BYMONTH=6,7",
        "1997-06-10",
        "1997-06-10 1997-07-10 1998-06-10 1998-07-10",
    );
    check(
        "FREQ=YEARLY;INTERVAL=2;COUNT=4;BYMONTH=1,2,3",
        "1997-03-10",
        "1997-03-10 1999-01-10 1999-02-10 1999-03-10",
    );
    check(
        "FREQ=YEARLY;BYDAY=20MO",
        "1997-05-19",
        "1997-05-19 1998-05-18 1999-05-17 ...",
    );
    check(
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "1997-03-13",
        "1997-03-13 1997-03-20 1997-03-27 1998-03-05 ...",
    );
    check(
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        "1997-06-05",
        "1997-06-05 1997-06-12 1997-06-19 1997-06-26 1997-07-03 ...",
    );
    check(
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "1996-11-05",
        "1996-11-05 2000-11-07 2004-11-02 ...",
    );
    check(
        "FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA;UNTIL=19980102",
        "1998-01-01",
        "1998-01-01 1998-01-02",
    );
    check(
        "FREQ=YEARLY;BYMONTHDAY=1;COUNT=3",
        "2026-11-15",
        "2026-12-01 2027-01-01 2027-02-01",
    );
    check(
        "FREQ=YEARLY;BYDAY=-1SU",
        "2026-01-01",
        "2026-12-27 2027-12-26 2028-12-31 ...",
    );
    check(
        "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR",
        "2026-01-01",
        "2026-02-13 2026-03-13 2026-11-13 2027-08-13 ...",
    );
}

#[test]
fn hourly_examples_count_elapsed_time() {
    check(
        "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000",
        "1997-09-02T09:00",
        "1997-09-02T09:00 1997-09-02T12:00 1997-09-02T15:00",
    );
    check(
        "FREQ=HOURLY;INTERVAL=12",
        "2026-11-20T10:00",
        "2026-11-20T10:00 2026-11-20T22:00 2026-11-21T10:00 ...",
    );
    check(
        "FREQ=HOURLY;INTERVAL=8;BYDAY=SA",
        "2026-11-20T10:00",
        "2026-11-21T02:00 2026-11-21T10:00 2026-11-21T18:00 2026-11-28T02:00 ...",
    );
    // Clocks go forward at 02:00 on 8 March 2026 and back at 02:00 on 1 November 2026.
    check(
        "FREQ=HOURLY;INTERVAL=4",
        "2026-03-07T22:00",
        "2026-03-07T22:00 2026-03-08T03:00 2026-03-08T07:00 ...",
    );
    check(
        "FREQ=HOURLY",
        "2026-10-31T23:00",
        "2026-10-31T23:00 2026-11-01T00:00 2026-11-01T01:00 2026-11-01T02:00 ...",
    );
    check(
        "FREQ=HOURLY;INTERVAL=2",
        "2026-10-31T23:00",
        "2026-10-31T23:00 2026-11-01T01:00 2026-11-01T02:00 2026-11-01T04:00 ...",
    );
    check_in(
        "Australia/Lord_Howe",
        "FREQ=HOURLY",
        "2026-04-05T00:15",
        "2026-04-05T00:15 2026-04-05T01:15 2026-04-05T01:45 2026-04-05T02:45 ...",
    );
}

#[test]
fn the_31st_clamps_to_the_last_day_and_comes_back() {
    let clamp = "RSCALE=GREGORIAN;SKIP=BACKWARD;";
    check(
        &format!("{clamp}FREQ=MONTHLY"),
        "2026-01-31",
        "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 ...",
    );
    check(
        &format!("{clamp}FREQ=MONTHLY;BYMONTHDAY=31"),
        "2027-12-31",
        "2027-12-31 2028-01-31 2028-02-29 2028-03-31 ...",
    );
    check(
        &format!("{clamp}FREQ=MONTHLY;INTERVAL=3"),
        "2026-11-30",
        "2026-11-30 2027-02-28 2027-05-30 2027-08-30 ...",
    );
    check(
        &format!("{clamp}FREQ=MONTHLY;BYMONTHDAY=30,31"),
        "2026-12-30",
        "2026-12-30 2026-12-31 2027-01-30 2027-01-31 2027-02-28 2027-03-30 ...",
    );
    check(
        &format!("{clamp}FREQ=YEARLY"),
        "2028-02-29",
        "2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29 ...",
    );
    check(
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
        "2027-01-31",
        "2027-02-28 2027-03-30 2027-04-30 ...",
    );
    check(
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
        "2027-01-01",
        "2027-02-28 2028-02-29 2029-02-28 ...",
    );
}

#[test]
fn plain_rules_leave_months_without_the_day_out() {
    check(
        "FREQ=MONTHLY",
        "2026-01-31",
        "2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31 ...",
    );
    check(
        "FREQ=MONTHLY;BYMONTHDAY=30",
        "2026-01-30",
        "2026-01-30 2026-03-30 ...",
    );
    check(
        "FREQ=YEARLY",
        "2096-02-29",
        "2096-02-29 2104-02-29 2108-02-29 ...",
    );
    check(
        "FREQ=MONTHLY;BYDAY=5FR",
        "2026-11-01",
        "2027-01-29 2027-04-30 2027-07-30 ...",
    );
    check(
        "FREQ=MONTHLY;BYMONTHDAY=-31",
        "2026-02-01",
        "2026-03-01 2026-05-01 2026-07-01 2026-08-01 ...",
    );
}

#[test]
fn the_last_day_of_the_month_is_always_the_last_day() {
    check(
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "2027-11-10",
        "2027-11-30 2027-12-31 2028-01-31 2028-02-29 2028-03-31 ...",
    );
}

#[test]
fn weekday_sets_go_on_across_weeks() {
    check(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "2026-11-19",
        "2026-11-19 2026-11-20 2026-11-23 2026-11-24 ...",
    );
    check(
        "FREQ=DAILY;INTERVAL=2;BYDAY=SA,SU",
        "2026-11-20",
        "2026-11-22 2026-11-28 2026-12-06 2026-12-12 ...",
    );
    check(
        "FREQ=WEEKLY;BYDAY=SA,SU;BYSETPOS=1",
        "2026-11-20",
        "2026-11-21 2026-11-28 ...",
    );
}
