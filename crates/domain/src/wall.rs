//! Wall-clock times as text: `09:00`, with seconds (`09:00:30`) only where they are not zero.

use jiff::civil::Time;
use serde::{Deserialize, Deserializer, Serializer};

/// The shortest text that reads back as `time`.
pub fn to_text(time: Time) -> String {
    let mut text = String::with_capacity(8);
    push_two_digits(&mut text, time.hour());
    text.push(':');
    push_two_digits(&mut text, time.minute());
    if time.second() != 0 {
        text.push(':');
        push_two_digits(&mut text, time.second());
    }
    text
}

fn push_two_digits(text: &mut String, number: i8) {
    for digit in [number / 10, number % 10] {
        text.push(char::from(b'0' + digit.unsigned_abs()));
    }
}

/// Reads `HH:MM` or `HH:MM:SS`.
///
/// # Errors
/// The message says which form is expected.
pub fn parse(text: &str) -> Result<Time, String> {
    let time = match *text.as_bytes() {
        [h1, h2, b':', m1, m2] => time([h1, h2], [m1, m2], [b'0'; 2]),
        [h1, h2, b':', m1, m2, b':', s1, s2] => time([h1, h2], [m1, m2], [s1, s2]),
        _ => None,
    };
    time.ok_or_else(|| format!("'{text}' is no time of day; write HH:MM, for example 09:30"))
}

/// A time from two digits each.
fn time(hour: [u8; 2], minute: [u8; 2], second: [u8; 2]) -> Option<Time> {
    let number = |[tens, ones]: [u8; 2]| {
        let is_number = tens.is_ascii_digit() && ones.is_ascii_digit();
        let value = || i8::try_from((tens - b'0') * 10 + (ones - b'0')).ok();
        is_number.then(value).flatten()
    };
    Time::new(number(hour)?, number(minute)?, number(second)?, 0).ok()
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
