//! A single integer that orders tasks by when they are due.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::due::Due;

/// What a task without a due date sorts by: after every date.
pub const NEVER: i64 = i64::MAX;

/// Wall-clock milliseconds of `due` in `zone`, the zone of its space, since 1970-01-01T00:00 on
/// that wall clock. A whole day counts as its very end, so that the timed tasks of a day come
/// first; [`NEVER`] where nothing is due.
pub fn due_sort(due: Option<&Due>, zone: &TimeZone) -> i64 {
    match due {
        None => NEVER,
        Some(Due::Day { date }) => end_of(*date),
        Some(Due::Floating { date, time }) => wall_ms(date.to_datetime(*time)),
        // A floating time stands as it is written; only another zone's clock is converted.
        Some(zoned) => zoned
            .instant(zone)
            .map_or_else(|| end_of(zoned.date()), |at| wall_ms(zone.to_datetime(at))),
    }
}

fn end_of(date: Date) -> i64 {
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;
    // The last day that jiff can hold ends at the end of its range.
    wall_ms(date.to_datetime(jiff::civil::Time::midnight()))
        .saturating_add(DAY_MS - 1)
        .min(NEVER - 1)
}

fn wall_ms(at: DateTime) -> i64 {
    // UTC has no gaps, so every wall time of a date that jiff can hold is one instant of it; the
    // few hours at both ends of its range that are not still sort at their end.
    TimeZone::UTC.to_timestamp(at).map_or_else(
        |_| if at.year() < 0 { i64::MIN } else { NEVER - 1 },
        jiff::Timestamp::as_millisecond,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::due::Zone;

    fn due(json: &str) -> Due {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn timed_tasks_of_a_day_come_before_the_day_and_nothing_due_comes_last() {
        let berlin = Zone::named("Europe/Berlin").unwrap();
        let order = [
            Some(due(r#"{"kind":"day","date":"2026-11-30"}"#)),
            // 00:30 on the first of December in Berlin.
            Some(due(
                r#"{"kind":"zoned","date":"2026-11-30","time":"18:30","zone":"America/New_York"}"#,
            )),
            Some(due(
                r#"{"kind":"floating","date":"2026-12-01","time":"09:00"}"#,
            )),
            Some(due(
                r#"{"kind":"floating","date":"2026-12-01","time":"23:59"}"#,
            )),
            Some(due(r#"{"kind":"day","date":"2026-12-01"}"#)),
            Some(due(
                r#"{"kind":"floating","date":"2026-12-02","time":"00:00"}"#,
            )),
            None,
        ];
        let keys = order.map(|due| due_sort(due.as_ref(), berlin.time_zone()));
        assert!(keys.is_sorted_by(|a, b| a < b), "{keys:?}");
    }
}
