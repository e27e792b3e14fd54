//! How German says dates, rules and reminders back.

use crate::locale::{Catalogue, Doubts, UnitWords};

/// The German catalogue.
pub(super) static CATALOGUE: Catalogue = Catalogue {
    opening: "neue Aufgabe:",
    today: "heute",
    tomorrow: "morgen",
    yesterday: "gestern",
    weekdays: [
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ],
    weekdays_short: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    months_short: [
        "Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez",
    ],
    units: [
        UnitWords {
            every: ["jede Stunde", "jede! Stunde"],
            every_other: "jede zweite Stunde",
            one: "Stunde",
            many: "Stunden",
        },
        UnitWords {
            every: ["jeden Tag", "jeden! Tag"],
            every_other: "jeden zweiten Tag",
            one: "Tag",
            many: "Tage",
        },
        UnitWords {
            every: ["jede Woche", "jede! Woche"],
            every_other: "jede zweite Woche",
            one: "Woche",
            many: "Wochen",
        },
        UnitWords {
            every: ["jeden Monat", "jeden! Monat"],
            every_other: "jeden zweiten Monat",
            one: "Monat",
            many: "Monate",
        },
        UnitWords {
            every: ["jedes Jahr", "jedes! Jahr"],
            every_other: "jedes zweite Jahr",
            one: "Jahr",
            many: "Jahre",
        },
    ],
    minute: ("Minute", "Minuten"),
    every_few: ["alle", "alle!"],
    every_day: ["jeden", "jeden!"],
    on: "am",
    on_the: "am",
    of: "im",
    in_month: "im",
    and: "und",
    at: "um",
    until: "bis",
    times: "Mal",
    once: "einmal",
    workday: "Werktag",
    day: "Tag",
    skipping: "nur in Monaten mit diesem Tag",
    before: ["vorher", "vor dem Beginn", "vor der Frist"],
    after: ["nachher", "nach dem Beginn", "nach der Frist"],
    at_the_time: ["pünktlich", "zum Beginn", "zur Frist"],
    priorities: [
        "keine Priorität",
        "niedrige Priorität",
        "mittlere Priorität",
        "hohe Priorität",
        "dringend",
    ],
    ordinal: |n| format!("{n}."),
    from_the_end,
    month_day: |day, month| format!("{day}. {month}"),
    full_date: |day, month, year| format!("{day}. {month} {year}"),
    short_date,
    doubts: Doubts {
        which_task: "Welche Aufgabe meinst du?",
        remind_of_what: "Woran soll ich dich erinnern?",
        one_time: "Eine Aufgabe hat eine Uhrzeit. Welche?",
        one_time_of_day: "Eine Aufgabe wiederholt sich zu einer Uhrzeit. Zu welcher?",
        exception: "Eine Zeit kann ich nicht auslassen. Wann ist es fällig?",
        new_list: "Eine Liste ist ein Projekt oder alle Aufgaben mit einem Tag. Was soll darauf stehen?",
        which_project: ("In welchem Projekt?", "in"),
        hourly: (
            "Eine Aufgabe wiederholt sich höchstens stündlich. Wie oft?",
            &["jede Stunde", "alle 2 Stunden"],
        ),
        times_of_day: (
            "Zu welchen Uhrzeiten?",
            &["jeden Tag um 9:00", "jeden Tag um 20:00"],
        ),
        twice_a_week: (
            "An welchen Tagen?",
            &["jeden Montag und Donnerstag", "jeden Dienstag und Freitag"],
        ),
        days_of_week: (
            "An welchen Tagen?",
            &["jeden Montag, Mittwoch und Freitag", "jeden Tag"],
        ),
        days_of_month: (
            "An welchen Tagen des Monats?",
            &["jeden 1. und 15.", "alle 2 Wochen"],
        ),
        days: ("An welchen Tagen?", &["jeden Tag", "jede Woche"]),
    },
};

fn from_the_end(n: i32) -> String {
    match n {
        1 => "letzten".to_owned(),
        2 => "vorletzten".to_owned(),
        n => format!("{n}. letzten"),
    }
}

fn short_date(weekday: &str, day: i8, month: &str, year: Option<i16>) -> String {
    match year {
        None => format!("{weekday} {day}. {month}"),
        Some(year) => format!("{weekday} {day}. {month} {year}"),
    }
}
