//! How a locale says things back: words and forms of dates, rules, reminders and doubts.

/// Everything that is said back. Pairs of words are for rules that count from the schedule and from
/// completion.
pub(crate) struct Catalogue {
    /// Before something to do.
    pub(crate) opening: &'static str,
    pub(crate) today: &'static str,
    pub(crate) tomorrow: &'static str,
    pub(crate) yesterday: &'static str,
    /// Monday first.
    pub(crate) weekdays: [&'static str; 7],
    pub(crate) weekdays_short: [&'static str; 7],
    pub(crate) months: [&'static str; 12],
    pub(crate) months_short: [&'static str; 12],
    /// Hour, day, week, month, year.
    pub(crate) units: [UnitWords; 5],
    /// One and many.
    pub(crate) minute: (&'static str, &'static str),
    /// Before a number of units: "every 3 days".
    pub(crate) every_few: [&'static str; 2],
    /// Before names of weekdays.
    pub(crate) every_day: [&'static str; 2],
    pub(crate) on: &'static str,
    pub(crate) on_the: &'static str,
    pub(crate) of: &'static str,
    pub(crate) in_month: &'static str,
    pub(crate) and: &'static str,
    pub(crate) at: &'static str,
    pub(crate) until: &'static str,
    pub(crate) times: &'static str,
    pub(crate) once: &'static str,
    pub(crate) workday: &'static str,
    pub(crate) day: &'static str,
    pub(crate) skipping: &'static str,
    /// Behind a length of time before it is due, begins, must be done.
    pub(crate) before: [&'static str; 3],
    /// The same, after.
    pub(crate) after: [&'static str; 3],
    /// When it is due, begins, must be done.
    pub(crate) at_the_time: [&'static str; 3],
    /// None, low, medium, high, urgent.
    pub(crate) priorities: [&'static str; 5],
    pub(crate) ordinal: fn(i32) -> String,
    /// The nth from the end; 1 is the last.
    pub(crate) from_the_end: fn(i32) -> String,
    /// A day of a month.
    pub(crate) month_day: fn(i8, &str) -> String,
    /// A day with its year.
    pub(crate) full_date: fn(i8, &str, i16) -> String,
    /// A day with its weekday, and with its year where that is not plain.
    pub(crate) short_date: fn(&str, i8, &str, Option<i16>) -> String,
    pub(crate) doubts: Doubts,
}

/// A unit of time in the phrases of rules.
pub(crate) struct UnitWords {
    pub(crate) every: [&'static str; 2],
    pub(crate) every_other: &'static str,
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
}

/// What is asked where a sentence leaves something open, with alternatives that can be said.
pub(crate) struct Doubts {
    pub(crate) which_task: &'static str,
    pub(crate) remind_of_what: &'static str,
    pub(crate) one_time: &'static str,
    pub(crate) one_time_of_day: &'static str,
    pub(crate) new_list: &'static str,
    pub(crate) exception: &'static str,
    /// With the word that an answer puts before the name of a project.
    pub(crate) which_project: (&'static str, &'static str),
    pub(crate) hourly: Choice,
    pub(crate) times_of_day: Choice,
    pub(crate) twice_a_week: Choice,
    pub(crate) days_of_week: Choice,
    pub(crate) days_of_month: Choice,
    pub(crate) days: Choice,
}

/// A question with its alternatives.
pub(crate) type Choice = (&'static str, &'static [&'static str]);
