//! Wall-clock times as text: `09:00`, with seconds (`09:00:30`) only where they are not zero.

use jiff::civil::Time;
use serde::{Deserialize, Deserializer, Serializer};

/// The shortest text that reads back as `time`.
pub fn to_text(time: Time) -> String {
    if time.second() == 0 {
        format!("{:02}:{:02}", time.hour(), time.minute())
    } else {
        format!(
            "{:02}:{:02}:{:02}",
            time.hour(),
            time.minute(),
            time.second()
        )
    }
}

/// Reads `HH:MM` or `HH:MM:SS`.
///
/// # Errors
/// The message says which form is expected.
pub fn parse(text: &str) -> Result<Time, String> {
    let malformed = || format!("'{text}' is no time of day; write HH:MM, for example 09:30");
    let plain =
        matches!(text.len(), 5 | 8) && text.bytes().all(|b| b.is_ascii_digit() || b == b':');
    if !plain {
        return Err(malformed());
    }
    text.parse().map_err(|_| malformed())
}

/// For `#[serde(with = "wall")]`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(time: &Time, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&to_text(*time))
}

/// For `#[serde(with = "wall")]`.
///
/// # Errors
/// When the text is no time of day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Time, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).map_err(serde::de::Error::custom)
}
