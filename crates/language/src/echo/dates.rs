//! Moments and reminders in words.

use domain::due::Due;
use domain::task::{ReminderAnchor, ReminderTime};
use domain::time::TimeSettings;
use domain::wall;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::locale::{self, Catalogue};

/// `due` as people say it, seen from `now`: "today", "tomorrow 17:00", "Tue 1 Dec",
/// "Fri 15 Jan 2027 09:00", and with the zone where it is not the reader's.
pub fn due(due: &Due, now: Timestamp, settings: &TimeSettings, locale: &str) -> String {
    let catalogue = locale::of(locale).catalogue;
    let mut words = day(due.date(), settings.today(now), catalogue);
    if let Some(time) = due.time() {
        words.push(' ');
        words.push_str(&wall::to_text(time));
    }
    if let Some(zone) = due
        .zone()
        .filter(|zone| zone.name() != settings.zone_name())
    {
        words.push(' ');
        words.push_str(zone.name());
    }
    words
}

fn day(day: Date, today: Date, catalogue: &Catalogue) -> String {
    if day == today {
        return catalogue.today.to_owned();
    }
    if today.tomorrow().is_ok_and(|next| next == day) {
        return catalogue.tomorrow.to_owned();
    }
    if today.yesterday().is_ok_and(|last| last == day) {
        return catalogue.yesterday.to_owned();
    }
    let weekday = catalogue.weekdays_short[index(day.weekday().to_monday_zero_offset())];
    let month = catalogue.months_short[index(day.month() - 1)];
    let year = (day.year() != today.year()).then_some(day.year());
    (catalogue.short_date)(weekday, day.day(), month, year)
}

fn index(n: i8) -> usize {
    usize::try_from(n).unwrap_or(0)
}

/// `reminder` as people say it: "1 hour before", "at the time", "tomorrow 09:00".
pub fn reminder(
    reminder: &ReminderTime,
    now: Timestamp,
    settings: &TimeSettings,
    locale: &str,
) -> String {
    let catalogue = locale::of(locale).catalogue;
    match reminder {
        ReminderTime::Absolute { at } => {
            let there = settings.local(*at).datetime();
            due(
                &Due::Floating {
                    date: there.date(),
                    time: there.time(),
                },
                now,
                settings,
                locale,
            )
        }
        ReminderTime::Relative {
            anchor,
            minutes_before,
        } => {
            let anchor = match anchor {
                ReminderAnchor::Due => 0,
                ReminderAnchor::Start => 1,
                ReminderAnchor::Deadline => 2,
            };
            let length = || length(minutes_before.unsigned_abs(), locale);
            match minutes_before {
                0 => catalogue.at_the_time[anchor].to_owned(),
                n if *n > 0 => format!("{} {}", length(), catalogue.before[anchor]),
                _ => format!("{} {}", length(), catalogue.after[anchor]),
            }
        }
    }
}

/// A length of time in minutes, as people say it: "15 minutes", "2 hours".
pub fn length(minutes: u32, locale: &str) -> String {
    let catalogue = locale::of(locale).catalogue;
    let unit = |n: usize| (catalogue.units[n].one, catalogue.units[n].many);
    let units = [
        (10_080, unit(2)),
        (1_440, unit(1)),
        (60, unit(0)),
        (1, catalogue.minute),
    ];
    let (size, names) = units
        .into_iter()
        .find(|(size, _)| minutes.is_multiple_of(*size))
        .unwrap_or((1, catalogue.minute));
    let count = minutes / size;
    format!("{count} {}", if count == 1 { names.0 } else { names.1 })
}
