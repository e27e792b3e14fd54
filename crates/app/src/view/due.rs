//! Due dates as callers see them.

use domain::Due;
use jiff::fmt::temporal::DateTimePrinter;
use serde::{Deserialize, Serialize};

/// Prints dates without the detours of `Display`.
const PRINTER: DateTimePrinter = DateTimePrinter::new();

/// Which of the three kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum DueKind {
    /// A calendar day.
    Day,
    /// A wall time of the owner's current zone.
    Floating,
    /// A wall time of a named zone.
    Zoned,
}

/// A due or start moment, always with all four keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DueView {
    /// Which of the three kinds.
    pub kind: DueKind,
    /// `YYYY-MM-DD`.
    #[schema(format = Date)]
    pub date: String,
    /// `HH:MM`, with seconds only where they are not zero; null for a day.
    pub time: Option<String>,
    /// An IANA name; null unless zoned.
    pub zone: Option<String>,
}

impl From<&Due> for DueView {
    fn from(due: &Due) -> Self {
        Self {
            kind: match due {
                Due::Day { .. } => DueKind::Day,
                Due::Floating { .. } => DueKind::Floating,
                Due::Zoned { .. } => DueKind::Zoned,
            },
            date: PRINTER.date_to_string(&due.date()),
            time: due.time().map(domain::wall::to_text),
            zone: due.zone().map(|zone| zone.name().to_owned()),
        }
    }
}
