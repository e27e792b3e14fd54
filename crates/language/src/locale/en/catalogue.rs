//! How English says dates, rules and reminders back.

use crate::locale::Catalogue;

/// The English catalogue.
pub(super) static CATALOGUE: Catalogue = Catalogue {
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    months_short: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    units: [
        ("hour", "hours"),
        ("day", "days"),
        ("week", "weeks"),
        ("month", "months"),
        ("year", "years"),
    ],
    minute: ("minute", "minutes"),
    every: "every",
    every_strictly: "every!",
    every_other: "every other",
    on: "on",
    on_the: "on the",
    of: "of",
    in_month: "in",
    and: "and",
    at: "at",
    until: "until",
    times: "times",
    once: "once",
    weekday: "weekday",
    last: "last",
    day: "day",
    skipping: "skipping months without that day",
    before: "before",
    after: "after",
    at_the_time: "at the time",
    anchors: ["", "the start", "the deadline"],
    priorities: [
        "no priority",
        "low priority",
        "medium priority",
        "high priority",
        "urgent",
    ],
    ordinal,
};

fn ordinal(n: i32) -> String {
    let ending = match (n.abs() % 10, n.abs() % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
