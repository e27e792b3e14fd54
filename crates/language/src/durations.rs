//! How long something takes, in words: "for 15 minutes", "takes half an hour".

use crate::locale::{Unit, Word};
use crate::when::Scan;
use crate::when::amounts::Amount;

impl Scan<'_> {
    /// The minutes that `from..to` says at `at` that something takes. Only minutes and hours: days
    /// and weeks count the occurrences of a rule, or belong to what is to do.
    pub(crate) fn duration_phrase(
        &self,
        from: usize,
        at: usize,
        to: usize,
    ) -> Option<(u32, usize)> {
        // "a flight that takes 3 hours" is a kind of flight.
        if at == from || matches!(self.sense(at - 1), "that" | "which" | "who") {
            return None;
        }
        let (amount, next) = self
            .said_to_take(at)
            .or_else(|| self.lasting(at))
            .filter(|(_, next)| *next <= to)?;
        let minutes = u32::try_from(amount.minutes()?).ok()?;
        let is_plain = amount.months == 0 && amount.days == 0 && minutes > 0;
        let is_counted = (Unit::Minute..=Unit::Hour).contains(&amount.unit);
        // "for 20 minutes of silence": it says of what there is so much.
        let of = self.is(next, Word::Of);
        let ends = !of && (self.edge_after(next, to) || self.is_plain_verb(next));
        (is_plain && is_counted && ends).then_some((minutes, next))
    }

    /// "takes 20 minutes", "it will take about an hour".
    fn said_to_take(&self, at: usize) -> Option<(Amount, usize)> {
        let mut place = self.opt(at, Word::And);
        if matches!(self.sense(place), "it" | "this") {
            place += 1;
        }
        place = self.opt_sense(place, "will");
        if !matches!(
            self.sense(place),
            "take" | "takes" | "taking" | "lasts" | "lasting"
        ) {
            return None;
        }
        self.amount(self.opt(place + 1, Word::About))
    }

    /// "for 15 minutes"; "eine halbe Stunde lang", where the word for it follows.
    fn lasting(&self, at: usize) -> Option<(Amount, usize)> {
        if self.means(at, "for") {
            return self.amount(self.opt(at + 1, Word::About));
        }
        let (amount, next) = self.amount(at)?;
        (self.locale.grammar.verbs_close && self.means(next, "long")).then_some((amount, next + 1))
    }
}
