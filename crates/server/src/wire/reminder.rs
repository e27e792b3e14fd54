//! Reminders of requests: minutes before, an object, or words.

use domain::task::{ReminderAnchor, ReminderTime};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::problem::{Code, Problem};

/// A reminder: minutes before the due date, an object, or words (`10 minutes before`).
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = ReminderInput)]
pub(crate) enum ReminderInput {
    Minutes(i32),
    Text(String),
    Object(ReminderObject),
}

/// A reminder relative to a date of the task (`minutes_before`), or at an instant (`at`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ReminderObject)]
pub(crate) struct ReminderObject {
    /// `relative` or `absolute`; follows from the other fields.
    #[serde(default)]
    kind: Option<String>,
    /// The date that minutes are counted from: `due`, `start` or `deadline`.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "due")]
    anchor: Option<ReminderAnchor>,
    /// Minutes before it; negative is after.
    #[serde(default)]
    minutes_before: Option<i32>,
    /// The instant.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    at: Option<Timestamp>,
}

/// What a request says about a reminder.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Remind {
    Exact(ReminderTime),
    /// For the language engine.
    Words(String),
}

impl ReminderInput {
    /// The reminder, or the words that name it. `pointer` is the field's place in the body.
    pub(crate) fn read(self, pointer: &str) -> Result<Remind, Problem> {
        let relative = |anchor: Option<ReminderAnchor>, minutes_before| ReminderTime::Relative {
            anchor: anchor.unwrap_or_default(),
            minutes_before,
        };
        let object = match self {
            Self::Minutes(minutes) => return Ok(Remind::Exact(relative(None, minutes))),
            Self::Text(words) => return Ok(Remind::Words(words)),
            Self::Object(object) => object,
        };
        match (
            object.kind.as_deref(),
            object.anchor,
            object.minutes_before,
            object.at,
        ) {
            (None | Some("absolute"), None, None, Some(at)) => {
                Ok(Remind::Exact(ReminderTime::Absolute { at }))
            }
            (None | Some("relative"), anchor, Some(minutes), None) => {
                Ok(Remind::Exact(relative(anchor, minutes)))
            }
            _ => {
                let detail = "a reminder has either minutes_before and maybe an anchor, or at";
                Err(Problem::new(Code::InvalidField, detail).at(pointer))
            }
        }
    }
}

impl<'de> Deserialize<'de> for ReminderInput {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

struct Visitor;

impl Visitor {
    fn minutes<E: serde::de::Error>(minutes: Option<i32>) -> Result<ReminderInput, E> {
        minutes
            .map(ReminderInput::Minutes)
            .ok_or_else(|| E::custom("so many minutes are out of range"))
    }
}

impl<'de> serde::de::Visitor<'de> for Visitor {
    type Value = ReminderInput;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("minutes before, words, or an object with minutes_before or at")
    }

    fn visit_u64<E: serde::de::Error>(self, minutes: u64) -> Result<ReminderInput, E> {
        Self::minutes(i32::try_from(minutes).ok())
    }

    fn visit_i64<E: serde::de::Error>(self, minutes: i64) -> Result<ReminderInput, E> {
        Self::minutes(i32::try_from(minutes).ok())
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<ReminderInput, E> {
        Ok(ReminderInput::Text(text.to_owned()))
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<ReminderInput, A::Error> {
        let object = serde::de::value::MapAccessDeserializer::new(map);
        ReminderObject::deserialize(object).map(ReminderInput::Object)
    }
}
