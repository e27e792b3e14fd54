//! When something is due: a day, a floating wall time, or a wall time in a named zone.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::wall;

/// A due or start moment. The three kinds are never mixed up (model, section 2).
///
/// On the wire: `{"kind": "day", "date": "2026-12-01"}`,
/// `{"kind": "floating", "date": "2026-12-01", "time": "09:00"}`,
/// `{"kind": "zoned", "date": "2026-12-01", "time": "09:00", "zone": "Europe/Berlin"}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum Due {
    /// A calendar day, never converted through UTC.
    Day {
        /// The day.
        date: Date,
    },
    /// A wall time of the owner's current zone.
    Floating {
        /// The day on that wall clock.
        date: Date,
        /// The time on that wall clock.
        #[serde(with = "wall")]
        time: Time,
    },
    /// A wall time of a named zone.
    Zoned {
        /// The day in `zone`.
        date: Date,
        /// The time in `zone`.
        #[serde(with = "wall")]
        time: Time,
        /// The zone.
        zone: Zone,
    },
}

impl Due {
    /// The calendar day, in the zone that the kind implies.
    pub fn date(&self) -> Date {
        match self {
            Self::Day { date } | Self::Floating { date, .. } | Self::Zoned { date, .. } => *date,
        }
    }

    /// The wall time; `None` for a whole day.
    pub fn time(&self) -> Option<Time> {
        match self {
            Self::Day { .. } => None,
            Self::Floating { time, .. } | Self::Zoned { time, .. } => Some(*time),
        }
    }

    /// The named zone of the zoned kind.
    pub fn zone(&self) -> Option<&Zone> {
        match self {
            Self::Zoned { zone, .. } => Some(zone),
            _ => None,
        }
    }

    /// The zone on whose wall clock this moment lies, where `owner` is the owner's current zone.
    pub fn zone_or(&self, owner: &TimeZone) -> TimeZone {
        self.zone()
            .map_or_else(|| owner.clone(), |zone| zone.time_zone().clone())
    }

    /// The instant; `None` for a whole day. A wall time inside a gap moves forward by the gap,
    /// inside a fold it means the first one.
    pub fn instant(&self, owner: &TimeZone) -> Option<Timestamp> {
        let local = self.date().to_datetime(self.time()?);
        self.zone_or(owner)
            .to_ambiguous_timestamp(local)
            .compatible()
            .ok()
    }

    /// The same kind and zone at another slot. A slot without a time makes it a whole day.
    pub fn at(&self, slot: Slot) -> Self {
        match (slot.time, self) {
            (None, _) => Self::Day { date: slot.date },
            (Some(time), Self::Zoned { zone, .. }) => Self::Zoned {
                date: slot.date,
                time,
                zone: zone.clone(),
            },
            (Some(time), _) => Self::Floating {
                date: slot.date,
                time,
            },
        }
    }

    /// Day and wall time without the zone.
    pub fn slot(&self) -> Slot {
        Slot {
            date: self.date(),
            time: self.time(),
        }
    }
}

/// A day, or a day and a wall time, without a zone: names one occurrence of a series.
///
/// As text `2026-12-01` or `2026-12-01T09:00`. A whole day sorts before every time of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slot {
    /// The day.
    pub date: Date,
    /// The wall time, `None` for a whole day.
    pub time: Option<Time>,
}

impl Slot {
    /// A whole day.
    pub fn day(date: Date) -> Self {
        Self { date, time: None }
    }

    /// A wall time of a day.
    pub fn timed(at: DateTime) -> Self {
        Self {
            date: at.date(),
            time: Some(at.time()),
        }
    }

    /// Day and time; midnight for a whole day.
    pub fn datetime(self) -> DateTime {
        self.date.to_datetime(self.time.unwrap_or(Time::midnight()))
    }
}

impl std::fmt::Display for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.time {
            None => write!(f, "{}", self.date),
            Some(time) => write!(f, "{}T{}", self.date, wall::to_text(time)),
        }
    }
}

impl std::str::FromStr for Slot {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (date, time) = match text.split_once('T') {
            None => (text, None),
            Some((date, time)) => (date, Some(wall::parse(time)?)),
        };
        let date = date
            .parse()
            .map_err(|_| format!("'{text}' is no day; write YYYY-MM-DD or YYYY-MM-DDTHH:MM"))?;
        Ok(Self { date, time })
    }
}

impl TryFrom<String> for Slot {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Slot> for String {
    fn from(slot: Slot) -> Self {
        slot.to_string()
    }
}

/// A time zone of the IANA database, with its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(TimeZone);

impl Zone {
    /// Looks a zone up by its IANA name, without regard to case.
    ///
    /// # Errors
    /// When no such zone exists.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        if name.eq_ignore_ascii_case("utc") {
            return Ok(Self::utc());
        }
        match TimeZone::get(name) {
            Ok(zone) if zone.iana_name().is_some() => Ok(Self(zone)),
            _ => Err(UnknownZone(name.to_owned())),
        }
    }

    /// UTC.
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The zone's rules.
    pub fn time_zone(&self) -> &TimeZone {
        &self.0
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }
}

/// No zone of the IANA database has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no time zone; use an IANA name such as Europe/Berlin")]
pub struct UnknownZone(pub String);

impl Eq for Zone {}

impl std::hash::Hash for Zone {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, UnknownZone> {
        Self::named(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}
