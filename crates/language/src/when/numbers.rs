//! Numbers and ordinals, in digits and in words.

use super::Scan;
use crate::locale::{Unit, Word};

/// No length of time has more units.
const MOST: u32 = 1_000_000;

impl Scan<'_> {
    /// A whole number: "12", "twelve", "twenty-five", "two hundred".
    pub(crate) fn number(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(value) = self.number_at(at) {
            return Some((value, at + 1));
        }
        let (mut value, mut next) = self.below_hundred(at)?;
        if self.is(next, Word::Hundred) {
            value *= 100;
            next += 1;
            let rest = self.opt(next, Word::And);
            if let Some((small, after)) = self.below_hundred(rest) {
                value += small;
                next = after;
            }
        }
        if self.is(next, Word::Thousand) {
            value *= 1_000;
            next += 1;
            if let Some((small, after)) = self.below_hundred(self.opt(next, Word::And)) {
                value += small;
                next = after;
            }
        }
        Some((value, next))
    }

    fn below_hundred(&self, at: usize) -> Option<(u32, usize)> {
        let units = |at| {
            self.class(at, |word| match word {
                Word::Number(value) if *value > 0 => Some(*value),
                _ => None,
            })
        };
        let tens = |word: &Word| {
            if let Word::Tens(value) = word {
                Some(*value)
            } else {
                None
            }
        };
        if let Some(value) = self.class(at, tens) {
            let next = self.hyphen(at + 1);
            return match units(next) {
                Some(unit) if unit < 10 => Some((value + unit, next + 1)),
                _ => Some((value, at + 1)),
            };
        }
        units(at).map(|value| (value, at + 1))
    }

    /// An ordinal: "1st", "first", "twenty-first".
    pub(crate) fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        let pick = |word: &Word| {
            if let Word::Ordinal(n) = word {
                Some(*n)
            } else {
                None
            }
        };
        if let Some(value) = self.number_at(at) {
            if self.locale.grammar.dots_order {
                return self.dotted(at).then_some((value, at + 2));
            }
            let marked = self.is(at + 1, Word::OrdinalMark) && self.glued(at + 1);
            let suffix = self.sense(at + 1);
            let fits = matches!(suffix, "st" | "nd" | "rd" | "th");
            return (marked && fits && !self.cut_off(at + 2)).then_some((value, at + 2));
        }
        if let Some(value) = self.class(at, pick) {
            return Some((value, at + 1));
        }
        let tens = self.class(at, |w| {
            if let Word::Tens(n) = w {
                Some(*n)
            } else {
                None
            }
        })?;
        let next = self.hyphen(at + 1);
        let unit = self.class(next, pick).filter(|unit| *unit < 10)?;
        Some((tens + unit, next + 1))
    }

    /// Whether the digits at `at` are an ordinal by the full stop behind them: "1." but not "1.5".
    pub(crate) fn dotted(&self, at: usize) -> bool {
        self.digits(at) > 0
            && self.means(at + 1, ".")
            && self.glued(at + 1)
            && !(self.glued(at + 2) && self.digits(at + 2) > 0)
    }

    /// A number with a fraction where it has one, in thousandths: "2.5", "1 1/2", "two and a half".
    pub(crate) fn quantity(&self, at: usize) -> Option<(i64, usize)> {
        if self.is(at, Word::Half) {
            let next = self.opt(self.opt(at + 1, Word::Of), Word::A);
            return Some((500, next));
        }
        // "dreiviertel Stunde", with or without "eine"
        let three = self.opt(at, Word::A);
        if self
            .class(three, |word| (*word == Word::Number(3)).then_some(()))
            .is_some()
            && self.is(three + 1, Word::Quarter)
            && self.unit(three + 2) == Some(Unit::Hour)
        {
            return Some((750, three + 2));
        }
        if self.is(at, Word::A) {
            if self.is(at + 1, Word::Half) {
                return Some((500, at + 2));
            }
            if self.is(at + 1, Word::Couple) {
                return Some((2_000, self.opt(at + 2, Word::Of)));
            }
            if self.is(at + 1, Word::Few) {
                return Some((3_000, at + 2));
            }
            return Some((1_000, at + 1));
        }
        if let Some(value) = self.class(at, |word| match word {
            Word::Thousandths(value) => Some(i64::from(*value)),
            _ => None,
        }) {
            return Some((value, at + 1));
        }
        if self.is(at, Word::Couple) {
            return Some((2_000, self.opt(at + 1, Word::Of)));
        }
        if self.is(at, Word::Few) {
            return Some((3_000, at + 1));
        }
        let (value, next) = self.number(at)?;
        if value > MOST {
            return None;
        }
        let whole = i64::from(value) * 1_000;
        if self.glued(next)
            && matches!(self.sense(next), "." | ",")
            && self.glued(next + 1)
            && let Some(fraction) = self.tokens.get(next + 1).filter(|t| t.number.is_some())
        {
            let digits = &fraction.text[..fraction.text.len().min(3)];
            let scale = [0, 100, 10, 1][digits.len()];
            return Some((whole + digits.parse::<i64>().ok()? * scale, next + 2));
        }
        if self.is(next, Word::And) && self.is(next + 1, Word::A) && self.is(next + 2, Word::Half) {
            return Some((whole + 500, next + 3));
        }
        if self.number_at(next) == Some(1)
            && self.means(next + 1, "/")
            && self.number_at(next + 2) == Some(2)
        {
            return Some((whole + 500, next + 3));
        }
        Some((whole, next))
    }

    pub(crate) fn hyphen(&self, at: usize) -> usize {
        if self.means(at, "-") && self.glued(at) && self.glued(at + 1) {
            at + 1
        } else {
            at
        }
    }
}
