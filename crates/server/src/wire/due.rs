//! Due and start moments of requests: the object of the answers, ISO text, or words.

use domain::{Due, Zone};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::untagged::text_or_object;
use crate::problem::{Code, Problem};

/// A moment: an object, an ISO day (`2026-12-01`), an ISO local time (`2026-12-01T09:00`), one with
/// a zone (`2026-12-01T09:00[Europe/Berlin]`), or words (`tomorrow 5pm`).
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = DueInput)]
pub(crate) enum DueInput {
    Text(String),
    Object(DueObject),
}

text_or_object!(
    DueInput,
    DueObject,
    "a day, a date-time, words, or an object with kind and date"
);

/// A moment with its parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DueObject)]
pub(crate) struct DueObject {
    kind: DueKind,
    /// The day.
    #[schema(value_type = String, format = Date)]
    date: Date,
    /// The wall time as HH:MM, of the timed kinds.
    #[serde(default)]
    time: Option<String>,
    /// The IANA zone, of the zoned kind.
    #[serde(default)]
    zone: Option<String>,
}

/// A whole day, a wall time wherever the user is, or a wall time of one zone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = DueKind)]
pub(crate) enum DueKind {
    Day,
    Floating,
    Zoned,
}

/// What a request says about a moment.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum When {
    Exact(Due),
    /// For the language engine.
    Words(String),
}

impl DueInput {
    /// The moment, or the words that name it. `pointer` is the field's place in the body.
    pub(crate) fn read(self, pointer: &str) -> Result<When, Problem> {
        let invalid = |detail: String| Problem::new(Code::InvalidField, detail).at(pointer);
        match self {
            Self::Object(object) => object.read().map(When::Exact).map_err(invalid),
            Self::Text(text) => match iso(text.trim()) {
                Some(due) => due.map(When::Exact).map_err(invalid),
                None => Ok(When::Words(text)),
            },
        }
    }
}

impl DueObject {
    fn read(self) -> Result<Due, String> {
        let Self {
            kind,
            date,
            time,
            zone,
        } = self;
        let time = time.map(|time| domain::wall::parse(&time)).transpose()?;
        let zone = zone
            .map(|name| Zone::named(&name))
            .transpose()
            .map_err(|error| error.to_string())?;
        match (kind, time, zone) {
            (DueKind::Day, None, None) => Ok(Due::Day { date }),
            (DueKind::Floating, Some(time), None) => Ok(Due::Floating { date, time }),
            (DueKind::Zoned, Some(time), Some(zone)) => Ok(Due::Zoned { date, time, zone }),
            (DueKind::Day, ..) => Err("a due of kind day has neither time nor zone".to_owned()),
            (DueKind::Floating, ..) => {
                Err("a due of kind floating has a time and no zone".to_owned())
            }
            (DueKind::Zoned, ..) => Err("a due of kind zoned has a time and a zone".to_owned()),
        }
    }
}

/// `None` where the text is no ISO date at all.
fn iso(text: &str) -> Option<Result<Due, String>> {
    let looks_iso = text.len() >= 10
        && text
            .bytes()
            .take(10)
            .enumerate()
            .all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            })
        && (text.len() == 10 || matches!(text.as_bytes()[10], b'T' | b't' | b' '));
    looks_iso.then(|| read_iso(text))
}

fn read_iso(text: &str) -> Result<Due, String> {
    let malformed =
        || format!("'{text}' is no date that exists; write YYYY-MM-DD or YYYY-MM-DDTHH:MM");
    if text.len() == 10 {
        return text
            .parse()
            .map(|date| Due::Day { date })
            .map_err(|_| malformed());
    }
    let (local, zone) = match text.split_once('[') {
        Some((local, rest)) => (local, Some(rest.strip_suffix(']').ok_or_else(malformed)?)),
        None => (text, None),
    };
    let is_instant = local[10..].contains(['Z', 'z', '+', '-']);
    let zone = zone
        .map(Zone::named)
        .transpose()
        .map_err(|error| error.to_string())?;
    if is_instant {
        let at: jiff::Timestamp = local.parse().map_err(|_| malformed())?;
        let zone = zone.unwrap_or_else(Zone::utc);
        let at = at.to_zoned(zone.time_zone().clone()).datetime();
        return Ok(Due::Zoned {
            date: at.date(),
            time: at.time(),
            zone,
        });
    }
    let at: DateTime = local.parse().map_err(|_| malformed())?;
    let (date, time) = (at.date(), at.time());
    Ok(match zone {
        Some(zone) => Due::Zoned { date, time, zone },
        None => Due::Floating { date, time },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: serde_json::Value, expected: Option<serde_json::Value>) {
        let read = serde_json::from_value::<DueInput>(body.clone())
            .unwrap()
            .read("/due")
            .unwrap();
        match (read, expected) {
            (When::Exact(due), Some(expected)) => {
                assert_eq!(serde_json::to_value(due).unwrap(), expected)
            }
            (When::Words(words), None) => assert_eq!(body, words),
            (read, expected) => panic!("{body}: {read:?} is not {expected:?}"),
        }
    }

    #[test]
    fn every_spelling_of_a_moment_is_read() {
        use serde_json::json;
        let day = json!({"kind": "day", "date": "2026-12-01"});
        check(json!("2026-12-01"), Some(day.clone()));
        check(
            json!({"kind": "day", "date": "2026-12-01", "time": null, "zone": null}),
            Some(day),
        );
        let floating = json!({"kind": "floating", "date": "2026-12-01", "time": "09:00"});
        check(json!("2026-12-01T09:00"), Some(floating.clone()));
        check(json!("2026-12-01T09:00:00"), Some(floating.clone()));
        check(floating.clone(), Some(floating));
        let zoned = json!({"kind": "zoned", "date": "2026-12-01", "time": "09:00", "zone": "Europe/Berlin"});
        check(
            json!("2026-12-01T09:00[Europe/Berlin]"),
            Some(zoned.clone()),
        );
        check(json!("2026-12-01T08:00:00Z[Europe/Berlin]"), Some(zoned));
        check(json!("tomorrow 5pm"), None);
        check(json!("1 Dec"), None);
    }

    #[test]
    fn moments_that_cannot_be_are_refused() {
        use serde_json::json;
        for body in [
            json!("2026-02-30"),
            json!("2026-12-01T25:00"),
            json!("2026-12-01T09:00[Mars/Olympus]"),
            json!({"kind": "day", "date": "2026-12-01", "time": "09:00"}),
            json!({"kind": "zoned", "date": "2026-12-01", "time": "09:00"}),
            json!({"kind": "floating", "date": "2026-12-01", "time": "9"}),
        ] {
            let read = serde_json::from_value::<DueInput>(body.clone())
                .unwrap()
                .read("/due");
            assert!(read.is_err(), "{body}");
        }
        assert!(
            serde_json::from_value::<DueInput>(
                json!({"kind": "day", "date": "2026-12-01", "x": 1})
            )
            .is_err()
        );
    }
}
