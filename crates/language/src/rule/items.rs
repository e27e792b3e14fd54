//! Days inside a month: "1st and 15th", "first and third monday", "2nd last friday", "last workday".

use domain::rule::{ByDay, Rule};

use super::workdays;
use crate::locale::{Unit, Word};
use crate::when::Scan;

/// A list of days inside a month, all of one kind.
#[derive(Debug, Default)]
pub(super) struct MonthItems {
    by_day: Vec<ByDay>,
    by_month_day: Vec<i8>,
    /// Which of the days from Monday to Friday.
    by_set_pos: Vec<i16>,
}

impl MonthItems {
    /// Makes them the days of `rule`.
    pub(super) fn give(self, rule: &mut Rule) {
        rule.by_day = if self.by_set_pos.is_empty() {
            self.by_day
        } else {
            workdays()
        };
        rule.by_month_day = self.by_month_day;
        rule.by_set_pos = self.by_set_pos;
    }

    /// How many days are named.
    pub(super) fn len(&self) -> usize {
        self.by_day.len() + self.by_month_day.len() + self.by_set_pos.len()
    }

    /// "first friday", alone.
    pub(super) fn is_first_weekday(&self) -> bool {
        matches!(self.by_day.as_slice(), [day] if day.ordinal == Some(1))
    }

    /// Days by their number.
    pub(super) fn is_days(&self) -> bool {
        !self.by_month_day.is_empty()
    }

    /// Days counted from Monday to Friday.
    pub(super) fn is_workdays(&self) -> bool {
        !self.by_set_pos.is_empty()
    }

    fn is_one_kind(&self) -> bool {
        let kinds = [
            !self.by_day.is_empty(),
            !self.by_month_day.is_empty(),
            !self.by_set_pos.is_empty(),
        ];
        kinds.into_iter().filter(|kind| *kind).count() == 1
    }
}

impl Scan<'_> {
    /// The list that begins at `at`. Ordinals in front of a noun share it: "first and third monday".
    pub(super) fn month_items(&self, at: usize) -> Option<(MonthItems, usize)> {
        let mut items = MonthItems::default();
        let mut waiting: Vec<i8> = Vec::new();
        let mut next = at;
        let mut place = self.opt(at, Word::The);
        // A list longer than a month is no list of days.
        for _ in 0..31 {
            let Some((position, after)) = self.position(place) else {
                break;
            };
            waiting.push(position);
            next = match self.position_noun(&mut items, &mut waiting, after) {
                Some(end) => end,
                None if position > 0 => after,
                None => break,
            };
            let mut link = next;
            while matches!(self.sense(link), "," | "/") || self.is(link, Word::And) {
                link += 1;
            }
            if link == next {
                break;
            }
            place = self.opt(self.skip(link, &[Word::On]), Word::The);
        }
        // What waits for no noun counts days, unless a month or a unit follows: "the 1st of may".
        let dated = self.month_name(next).is_some() || self.unit(next).is_some();
        if waiting.iter().any(|position| *position < 0) || !waiting.is_empty() && dated {
            return None;
        }
        items.by_month_day.append(&mut waiting);
        (next > at && items.is_one_kind()).then_some((items, next))
    }

    /// "3rd", "last", "2nd last", "second to last".
    fn position(&self, at: usize) -> Option<(i8, usize)> {
        if self.is(at, Word::Last) {
            return Some((-1, at + 1));
        }
        if let Some(n) = self.last_but(at) {
            return Some((-n, at + 1));
        }
        let (n, next) = self.ordinal(at).filter(|(n, _)| (1..=31).contains(n))?;
        let n = i8::try_from(n).ok()?;
        let last = self.opt(next, Word::To);
        if self.is(last, Word::Last) {
            return Some((-n, last + 1));
        }
        Some((n, next))
    }

    /// "the last but one" in one word.
    pub(super) fn last_but(&self, at: usize) -> Option<i8> {
        self.class(at, |word| match word {
            Word::FromEnd(n) => i8::try_from(*n).ok(),
            _ => None,
        })
    }

    /// Gives the positions that wait the noun that stands at `at`.
    fn position_noun(
        &self,
        items: &mut MonthItems,
        waiting: &mut Vec<i8>,
        at: usize,
    ) -> Option<usize> {
        if let Some(weekday) = self.weekday_any(at) {
            if waiting.iter().any(|position| !(-5..=5).contains(position)) {
                return None;
            }
            let days = waiting.drain(..).map(|nth| ByDay::nth(nth, weekday));
            items.by_day.extend(days);
            return Some(self.after_day_name(at));
        }
        let business = matches!(self.sense(at), "business" | "working");
        let noun = at + usize::from(business);
        match self.unit(noun) {
            Some(Unit::Day) if !business => items.by_month_day.append(waiting),
            Some(Unit::Workday | Unit::Day) => {
                items.by_set_pos.extend(waiting.drain(..).map(i16::from));
            }
            _ => return None,
        }
        Some(noun + 1)
    }
}
