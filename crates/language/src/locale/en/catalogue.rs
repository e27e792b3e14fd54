//! How English says dates, rules and reminders back.

use crate::locale::{Catalogue, Doubts, UnitWords};

/// The English catalogue.
pub(super) static CATALOGUE: Catalogue = Catalogue {
    opening: "add",
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
        unit(
            "every hour",
            "every! hour",
            "every other hour",
            "hour",
            "hours",
        ),
        unit("every day", "every! day", "every other day", "day", "days"),
        unit(
            "every week",
            "every! week",
            "every other week",
            "week",
            "weeks",
        ),
        unit(
            "every month",
            "every! month",
            "every other month",
            "month",
            "months",
        ),
        unit(
            "every year",
            "every! year",
            "every other year",
            "year",
            "years",
        ),
    ],
    minute: ("minute", "minutes"),
    every_few: ["every", "every!"],
    every_day: ["every", "every!"],
    on: "on",
    on_the: "on the",
    of: "of",
    in_month: "in",
    and: "and",
    at: "at",
    until: "until",
    times: "times",
    once: "once",
    workday: "weekday",
    day: "day",
    skipping: "skipping months without that day",
    before: ["before", "before the start", "before the deadline"],
    after: ["after", "after the start", "after the deadline"],
    at_the_time: ["at the time", "at the start", "at the deadline"],
    priorities: [
        "no priority",
        "low priority",
        "medium priority",
        "high priority",
        "urgent",
    ],
    ordinal,
    from_the_end,
    month_day: |day, month| format!("{month} {day}"),
    full_date: |day, month, year| format!("{day} {month}, {year}"),
    short_date,
    doubts: Doubts {
        which_task: "Which task do you mean?",
        remind_of_what: "What should I remind you of?",
        one_time: "A task has one time. Which one?",
        one_time_of_day: "A task repeats at one time of day. At which time?",
        exception: "I cannot leave a time out. When is it due?",
        new_list: "A list is a project, or all tasks with a tag. What should stand on it?",
        which_project: ("In which project?", "in"),
        hourly: (
            "A task repeats once an hour at most. How often?",
            &["every hour", "every 2 hours"],
        ),
        times_of_day: (
            "At which times of the day?",
            &["every day at 9:00", "every day at 20:00"],
        ),
        twice_a_week: (
            "On which days?",
            &["every monday and thursday", "every tuesday and friday"],
        ),
        days_of_week: (
            "On which days?",
            &["every monday, wednesday and friday", "every day"],
        ),
        days_of_month: (
            "On which days of the month?",
            &["every 1st and 15th", "every 2 weeks"],
        ),
        days: ("On which days?", &["every day", "every week"]),
    },
};

const fn unit(
    every: &'static str,
    strictly: &'static str,
    every_other: &'static str,
    one: &'static str,
    many: &'static str,
) -> UnitWords {
    UnitWords {
        every: [every, strictly],
        every_other,
        one,
        many,
    }
}

fn from_the_end(n: i32) -> String {
    match n {
        1 => "last".to_owned(),
        n => format!("{} last", ordinal(n)),
    }
}

fn short_date(weekday: &str, day: i8, month: &str, year: Option<i16>) -> String {
    match year {
        None => format!("{weekday} {day} {month}"),
        Some(year) => format!("{weekday} {day} {month} {year}"),
    }
}

fn ordinal(n: i32) -> String {
    let ending = match (n.abs() % 10, n.abs() % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
