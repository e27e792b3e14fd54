//! Manual order as text: between any two positions there is always another one.

use serde::{Deserialize, Serialize};

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A fractional index over the digits `0-9a-z`, compared as bytes. Never ends in `0`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Position(String);

impl Position {
    /// The position of the `number`-th thing ever made in a space: after every earlier one and,
    /// because [`Position::between`] is given the next of these as its upper bound, before every
    /// later one.
    pub fn nth(number: i64) -> Self {
        let mut digits = [b'0'; 9];
        let mut rest = number.unsigned_abs();
        for digit in digits[..8].iter_mut().rev() {
            *digit = DIGITS[usize::try_from(rest % 36).expect("a digit is below 36")];
            rest /= 36;
        }
        // A final digit in the middle keeps the text from ending in 0.
        digits[8] = b'i';
        Self(String::from_utf8(digits.to_vec()).expect("the digits are ASCII"))
    }

    /// A position strictly between two others; `None` stands for the very start or end.
    ///
    /// Callers pass `low < high`; were they not, the result sorts after `low`.
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Self {
        let low = low.map_or(&[][..], |position| position.0.as_bytes());
        let high = high.map(|position| position.0.as_bytes());
        let mut text = Vec::with_capacity(low.len() + 1);
        let mut bounded = high;
        for index in 0.. {
            let floor = low.get(index).map_or(0, |byte| value(*byte));
            let ceiling = bounded
                .and_then(|high| high.get(index))
                .map_or(36, |byte| value(*byte));
            if ceiling > floor + 1 {
                text.push(DIGITS[(floor + ceiling) / 2]);
                break;
            }
            text.push(DIGITS[floor]);
            if ceiling > floor {
                bounded = None;
            }
        }
        Self(String::from_utf8(text).expect("the digits are ASCII"))
    }

    /// Reads what [`Position::as_str`] gave; `None` when it is no position.
    pub fn parse(text: &str) -> Option<Self> {
        Self::try_from(text.to_owned()).ok()
    }

    /// The text that sorts like the position.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Position {
    type Error = String;

    /// Reads what [`Position::as_str`] gave; gives the text back when it is no position.
    fn try_from(text: String) -> Result<Self, String> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase();
        let valid = !text.is_empty() && !text.ends_with('0') && text.bytes().all(is_digit);
        if valid { Ok(Self(text)) } else { Err(text) }
    }
}

fn value(digit: u8) -> usize {
    DIGITS
        .iter()
        .position(|candidate| *candidate == digit)
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn later_numbers_sort_later() {
        assert!(Position::nth(9) < Position::nth(10));
        assert!(Position::nth(35) < Position::nth(36));
        assert!(Position::nth(1_295) < Position::nth(1_296));
    }

    proptest! {
        #[test]
        fn between_any_two_positions_lies_another(numbers in (0i64..99_999, 1i64..99_999), picks: Vec<bool>) {
            let mut low = Position::nth(numbers.0);
            let mut high = Position::nth(numbers.0 + numbers.1);
            for pick in picks {
                let middle = Position::between(Some(&low), Some(&high));
                prop_assert!(low < middle && middle < high, "{low:?} {middle:?} {high:?}");
                prop_assert!(Position::parse(middle.as_str()).is_some());
                if pick { low = middle } else { high = middle }
            }
        }

        #[test]
        fn there_is_room_at_both_ends(number in 0i64..99_999) {
            let here = Position::nth(number);
            prop_assert!(Position::between(None, Some(&here)) < here);
            prop_assert!(Position::between(Some(&here), None) > here);
        }
    }
}
