//! Puts the recognisers together: one day, then a moment of day and time, then a range.

use super::moment::Weight;
use super::{Bound, Days, Moment, Scan, When};
use crate::locale::Word;
use crate::tokens::Kind;

impl Scan<'_> {
    /// One day or period of days.
    pub(crate) fn day(&self, at: usize) -> Option<(Days, usize)> {
        if !self.step() || self.tokens.get(at)?.kind == Kind::Quote {
            return None;
        }
        self.numeric(at)
            .or_else(|| self.feast(at))
            .or_else(|| self.edge(at))
            .or_else(|| self.counted_part(at))
            .or_else(|| self.near_day(at))
            .or_else(|| self.nth_of_month(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.month_date(at))
            .or_else(|| self.relative_month_date(at))
            .or_else(|| self.period(at))
            .or_else(|| self.month_day(at))
            .or_else(|| if self.lenient { self.year(at) } else { None })
            .filter(|(_, next)| !self.cut_off_date(*next))
    }

    pub(crate) fn cut_off_date(&self, next: usize) -> bool {
        // A dash may open a range: "dec 3-5", "aug 8 - aug 12".
        self.cut_off(next)
            && !matches!(self.sense(next), "-" | "~" | ":" | "/")
            && !self
                .tokens
                .get(next)
                .is_some_and(|t| t.kind == Kind::Punct && !matches!(t.text, "." | "_" | "'" | "@"))
    }

    /// "next march", "this december", "next 5/12", "next 6th of april".
    pub(crate) fn relative_month_date(&self, at: usize) -> Option<(Days, usize)> {
        let marked = self.is(at, Word::Next) || self.is(at, Word::This) || self.is(at, Word::Last);
        if !marked {
            return None;
        }
        if self.is(at + 1, Word::Homonym) && !self.boundary(at + 2) {
            return None;
        }
        if self.month_name(at + 1).is_some() && !self.is(at, Word::Last) {
            let (days, next) = self.month_date(at + 1)?;
            return Some((
                Days {
                    weight: Weight::Full,
                    ..days
                },
                next,
            ));
        }
        if self.is(at, Word::Next) {
            return self.numeric(at + 1).or_else(|| self.month_date(at + 1));
        }
        None
    }

    /// A moment or range with its preposition.
    pub(crate) fn when(&self, at: usize) -> Option<(When, usize)> {
        if !self.step() || self.is_strange_sign(at) {
            return None;
        }
        // "check-in saturday": the second half of a word is no preposition.
        if at > 0 && self.means(at - 1, "-") && self.cut_on(at) && self.is(at, Word::Link) {
            return None;
        }
        if let Some(found) = self.stretch_from(at) {
            return Some(found);
        }
        let (bound, announced, weakly, place) = self.preposition(at);
        let (start, end, next) = self
            .range(place)
            .or_else(|| {
                self.moment(place)
                    .map(|(moment, next)| (moment, None, next))
            })
            .or_else(|| {
                // "in 3 days" and "in the morning" keep their own preposition.
                (place > at).then_some(())?;
                self.moment(at)
                    .map(|(moment, next)| (moment, None, next))
                    .or_else(|| self.bare_hour(bound, place))
            })?;
        // "vor drei Tagen" is no bound.
        let ago = self.is(at, Word::AgoBefore) && self.amount(at + 1).is_some();
        let mut when = When {
            bound: if ago { Bound::On } else { bound },
            start,
            end,
            length: None,
            announced,
            weakly,
        };
        let mut after = next;
        if self.is(next, Word::For)
            && when.end.is_none()
            && self.means(next, "for")
            && let Some((amount, end)) = self.amount(next + 1)
            && (when.start.clock.is_some() || self.lenient)
            && !self.is(end, Word::Ago)
        {
            when.length = Some(amount);
            after = end;
        }
        Some((when, after))
    }

    /// "by 5", "before 6": an hour with nothing behind it that could be counted.
    pub(crate) fn bare_hour(
        &self,
        bound: Bound,
        at: usize,
    ) -> Option<(Moment, Option<Moment>, usize)> {
        if !matches!(bound, Bound::By | Bound::Before | Bound::After) {
            return None;
        }
        let (clock, next) = self.range_hour(at)?;
        let counts = self.unit(next).is_some()
            || !self.boundary(next)
            || self.means(next, "%")
            || self.means(next, "of")
            || self.means(next, "to")
            || self.cut_off(next);
        (!counts && clock.open).then(|| {
            (
                Moment {
                    clock: Some(clock),
                    ..Moment::NOTHING
                },
                None,
                next,
            )
        })
    }

    pub(crate) fn preposition(&self, at: usize) -> (Bound, bool, bool, usize) {
        let mut place = at;
        let mut announced = false;
        if self.is(place, Word::Due) {
            announced = true;
            place = self.opt_sense(place + 1, ":");
            if self.means(place, "date") {
                place = self.opt_sense(self.opt_sense(place + 1, "is"), ":");
            }
        }
        let here = |word| self.is(place, word);
        if self.means(place, "no")
            && self.means(place + 1, "later")
            && self.means(place + 2, "than")
        {
            return (Bound::By, true, false, place + 3);
        }
        if self.means(place, "later") && self.means(place + 1, "than") {
            return (Bound::After, true, false, place + 2);
        }
        if here(Word::By) {
            let place = self.skip(place + 1, &[Word::By, Word::On]);
            return (Bound::By, true, false, self.opt_sense(place, "to"));
        }
        if here(Word::Before) {
            return (Bound::Before, true, false, self.opt_sense(place + 1, "to"));
        }
        if here(Word::After) {
            return (Bound::After, true, false, place + 1);
        }
        if here(Word::Since) {
            return (Bound::Since, true, false, place + 1);
        }
        if here(Word::Until) && !here(Word::Half) {
            return (Bound::Until, true, false, place + 1);
        }
        if here(Word::On)
            || here(Word::From)
            || here(Word::Starting) && (!here(Word::Start) || self.sense(place).ends_with("ing"))
        {
            return (Bound::On, true, false, self.opt_sense(place + 1, "on"));
        }
        if here(Word::In) || here(Word::At) {
            return (Bound::On, true, false, place + 1);
        }
        if here(Word::For) && self.means(place, "for") {
            return (Bound::On, true, true, place + 1);
        }
        if here(Word::About) || self.means(place, "during") {
            return (Bound::On, announced, false, place + 1);
        }
        (Bound::On, announced, false, place)
    }
}
