//! Dates, rules and reminders said back in words. Everything said here can be read back by the
//! engine of the same locale.

mod dates;
mod rules;

pub use dates::{due, length, reminder};
pub use rules::rule;

use domain::Priority;

use crate::locale;

/// What a person may say before something to do, so that it is surely taken for that.
pub fn opening(tag: &str) -> &'static str {
    locale::of(tag).catalogue.opening
}

/// `priority` as people say it.
pub fn priority(priority: Priority, tag: &str) -> &'static str {
    let names = &locale::of(tag).catalogue.priorities;
    match priority {
        Priority::None => names[0],
        Priority::Low => names[1],
        Priority::Medium => names[2],
        Priority::High => names[3],
        Priority::Urgent => names[4],
    }
}
