//! Users and what they have settled: names, locale, clock, default reminders.

use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use serde::{Deserialize, Serialize};

use crate::due::Zone;
use crate::ids::UserId;
use crate::task::ReminderTime;
use crate::time::{DateOrder, DayParts, TimeSettings};

/// A person with an account. Secrets are kept elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// Identity.
    pub id: UserId,
    /// The address they sign in with; `None` for the local owner before one is set.
    pub email: Option<String>,
    /// What to call them.
    pub name: String,
    /// What they have settled.
    pub settings: Settings,
    /// When the account was disabled.
    pub disabled_at: Option<Timestamp>,
}

/// A user's settings, as they are stored and sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// A BCP 47 tag, such as `en-US`.
    pub locale: String,
    /// The current zone; floating times follow it.
    pub time_zone: Zone,
    /// First day of the week.
    #[serde(with = "weekday")]
    pub week_start: Weekday,
    /// How 12/5 is read.
    pub date_order: DateOrder,
    /// When the day ends.
    #[serde(with = "crate::wall")]
    pub day_rollover: Time,
    /// What morning, noon, afternoon, evening and night mean.
    pub day_parts: DayParts,
    /// When all-day tasks remind.
    #[serde(with = "crate::wall")]
    pub all_day_reminder_time: Time,
    /// What a task with a due date gets where nothing is said: minutes before.
    pub default_reminders: Vec<i32>,
}

impl Default for Settings {
    fn default() -> Self {
        let time = TimeSettings::default();
        Self {
            locale: "en".to_owned(),
            time_zone: Zone::utc(),
            week_start: time.week_start,
            date_order: time.date_order,
            day_rollover: time.rollover,
            day_parts: time.parts,
            all_day_reminder_time: time.all_day_reminder,
            default_reminders: vec![0],
        }
    }
}

impl Settings {
    /// The clock half of the settings.
    pub fn time(&self) -> TimeSettings {
        TimeSettings {
            zone: self.time_zone.time_zone().clone(),
            week_start: self.week_start,
            date_order: self.date_order,
            rollover: self.day_rollover,
            parts: self.day_parts,
            all_day_reminder: self.all_day_reminder_time,
        }
    }

    /// The reminders of a task with a due date that says nothing about reminders.
    pub fn reminders(&self) -> Vec<ReminderTime> {
        self.default_reminders
            .iter()
            .map(|minutes_before| ReminderTime::Relative {
                anchor: crate::task::ReminderAnchor::Due,
                minutes_before: *minutes_before,
            })
            .collect()
    }
}

mod weekday {
    //! Weekdays as `monday` to `sunday`.

    use jiff::civil::Weekday;
    use serde::{Deserialize, Deserializer, Serializer};

    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    pub(super) fn serialize<S: Serializer>(
        day: &Weekday,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let index = usize::try_from(day.to_monday_zero_offset()).expect("an offset is 0 to 6");
        serializer.serialize_str(NAMES[index])
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Weekday, D::Error> {
        let name = String::deserialize(deserializer)?;
        NAMES
            .iter()
            .zip(0..)
            .find(|(known, _)| **known == name)
            .and_then(|(_, offset)| Weekday::from_monday_zero_offset(offset).ok())
            .ok_or_else(|| {
                serde::de::Error::custom(format!("'{name}' is no weekday; write monday to sunday"))
            })
    }
}
