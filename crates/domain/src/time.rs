//! How one person reads a clock: zone, week start, order of dates, names for parts of the day.

use jiff::civil::{Date, Time, Weekday, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

/// The order of day, month and year in a numeric date such as 12/5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Day, month, year: 12/5 is the twelfth of May.
    Dmy,
    /// Month, day, year: 12/5 is the fifth of December.
    Mdy,
    /// Year, month, day.
    Ymd,
}

/// The clock times that words for parts of the day mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayParts {
    /// "morning", "first thing".
    #[serde(with = "crate::wall")]
    pub morning: Time,
    /// "noon", "midday".
    #[serde(with = "crate::wall")]
    pub noon: Time,
    /// "afternoon".
    #[serde(with = "crate::wall")]
    pub afternoon: Time,
    /// "evening".
    #[serde(with = "crate::wall")]
    pub evening: Time,
    /// "tonight", "night".
    #[serde(with = "crate::wall")]
    pub night: Time,
}

impl Default for DayParts {
    fn default() -> Self {
        Self {
            morning: time(9, 0, 0, 0),
            noon: time(12, 0, 0, 0),
            afternoon: time(15, 0, 0, 0),
            evening: time(19, 0, 0, 0),
            night: time(20, 0, 0, 0),
        }
    }
}

/// How one user's words and days map to instants.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeSettings {
    /// The user's current zone. Floating times mean this zone's wall clock.
    pub zone: TimeZone,
    /// First day of the week.
    pub week_start: Weekday,
    /// How 12/5 is read.
    pub date_order: DateOrder,
    /// When the user's day ends: 00:00, or later for people who work past midnight.
    pub rollover: Time,
    /// What the words for parts of the day mean.
    pub parts: DayParts,
    /// When a reminder of an all-day task sounds.
    pub all_day_reminder: Time,
}

impl Default for TimeSettings {
    fn default() -> Self {
        Self {
            zone: TimeZone::UTC,
            week_start: Weekday::Monday,
            date_order: DateOrder::Dmy,
            rollover: Time::midnight(),
            parts: DayParts::default(),
            all_day_reminder: time(9, 0, 0, 0),
        }
    }
}

impl TimeSettings {
    /// `now` on this user's wall clock.
    pub fn local(&self, now: Timestamp) -> Zoned {
        now.to_zoned(self.zone.clone())
    }

    /// The user's current day. Before the rollover it is still yesterday.
    pub fn today(&self, now: Timestamp) -> Date {
        let local = self.local(now).datetime();
        if local.time() < self.rollover {
            local.date().yesterday().unwrap_or(local.date())
        } else {
            local.date()
        }
    }

    /// The zone's IANA name, or `UTC` for a zone without one.
    pub fn zone_name(&self) -> &str {
        self.zone.iana_name().unwrap_or("UTC")
    }
}
