//! What a piece of text says about time, before anybody asks what it is for.

use domain::due::Zone;
use jiff::Zoned;
use jiff::civil::{Date, Time};

/// How fine an expression is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grain {
    Second,
    Minute,
    Hour,
    /// A part of the day.
    Part,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
}

impl Grain {
    /// The name that evaluation rows use.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour | Self::Part => "hour",
            Self::Day | Self::Weekend => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// One or several days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    /// The first day.
    pub(crate) from: Date,
    /// The day after the last.
    pub(crate) to: Date,
    /// The day on which a task is due that is given this expression.
    pub(crate) task: Date,
    pub(crate) grain: Grain,
    /// How sure it is that this is a date at all.
    pub(crate) weight: Weight,
}

/// How much of its surroundings an expression needs to be taken for a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// Only with a preposition before it: "the 5th", "march", "12/5".
    Slight,
    /// With a preposition, or at an edge: "friday".
    Plain,
    /// Nearly anywhere: "tomorrow", "2026-12-15", "december 3".
    Full,
}

impl Days {
    /// One day.
    pub(crate) fn one(day: Date, weight: Weight) -> Option<Self> {
        Some(Self {
            from: day,
            to: day.tomorrow().ok()?,
            task: day,
            grain: Grain::Day,
            weight,
        })
    }

    /// From `from` to the day before `to`; a task is due on the first.
    pub(crate) fn range(from: Date, to: Date, grain: Grain, weight: Weight) -> Self {
        Self {
            from,
            to,
            task: from,
            grain,
            weight,
        }
    }

    /// The same days, a task being due on another one.
    pub(crate) fn due_on(mut self, task: Date) -> Self {
        self.task = task;
        self
    }
}

/// A time of day as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) time: Time,
    pub(crate) grain: Grain,
    /// Whether am or pm is still open ("at 3").
    pub(crate) open: bool,
    /// The end of the day: 00:00 of the next date.
    pub(crate) next_day: bool,
    /// Whether an open time is read as written where nothing else tells the half of the day.
    pub(crate) plain: bool,
    pub(crate) weight: Weight,
}

/// On which side of the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Bound {
    #[default]
    On,
    By,
    Before,
    After,
    Since,
    Until,
}

/// A day, a time, both, or an exact instant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Moment {
    pub(crate) days: Option<Days>,
    pub(crate) clock: Option<Clock>,
    /// A part of the day that came with an exact time or day ("saturday evening at 8").
    pub(crate) part: Option<crate::locale::Part>,
    /// "in 20 minutes".
    pub(crate) exact: Option<(Zoned, Grain)>,
    pub(crate) zone: Option<Zone>,
}

impl Moment {
    /// Nothing said yet.
    pub(crate) const NOTHING: Self = Self {
        days: None,
        clock: None,
        part: None,
        exact: None,
        zone: None,
    };

    /// Whether anything was said.
    pub(crate) fn is_something(&self) -> bool {
        self.days.is_some() || self.clock.is_some() || self.exact.is_some() || self.part.is_some()
    }

    /// How sure it is that this is a date at all.
    pub(crate) fn weight(&self) -> Weight {
        if self.exact.is_some()
            || (self.days.is_some() && (self.clock.is_some() || self.part.is_some()))
        {
            return Weight::Full;
        }
        match (&self.days, &self.clock) {
            (Some(days), _) => days.weight,
            (None, Some(clock)) => clock.weight,
            (None, None) => Weight::Plain,
        }
    }
}

/// A moment or a range, with the preposition that came before it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct When {
    pub(crate) bound: Bound,
    pub(crate) start: Moment,
    /// The end of a range.
    pub(crate) end: Option<Moment>,
    /// "for two hours" behind a moment.
    pub(crate) length: Option<super::amounts::Amount>,
    /// Whether a preposition announced it.
    pub(crate) announced: bool,
    /// Whether the preposition was the weak "for".
    pub(crate) weakly: bool,
}
