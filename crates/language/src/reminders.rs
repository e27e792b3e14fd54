//! Reminders in words: "remind me an hour before", "reminder 15 min before", "remind me at 9am".

use domain::task::{ReminderAnchor, ReminderTime};

use crate::locale::{Unit, Word};
use crate::when::Scan;

impl Scan<'_> {
    /// One or more reminders, with their command words.
    pub(crate) fn reminder_phrase(&self, at: usize) -> Option<(Vec<ReminderTime>, usize)> {
        let mut place = self.opt(at, Word::And);
        place = self.opt_sense(place, "please");
        let announced = match (self.sense(place), self.sense(place + 1)) {
            ("remind" | "notify" | "alert" | "ping" | "warn" | "nudge", "me" | "us") => place + 2,
            ("with", _)
                if matches!(
                    self.sense(self.opt(place + 1, Word::A)),
                    "reminder" | "reminders" | "alert"
                ) =>
            {
                self.opt(place + 1, Word::A) + 1
            }
            ("reminder" | "reminders" | "alert" | "alarm", _) => place + 1,
            ("set", "a" | "an")
                if matches!(self.sense(place + 2), "reminder" | "alert" | "alarm") =>
            {
                place + 3
            }
            // "2 Stunden vorher erinnern"
            _ if self.locale.grammar.verbs_close => {
                let (times, next) = self.offsets(place)?;
                return self.means(next, "remind").then_some((times, next + 1));
            }
            _ => return None,
        };
        let announced = self.skip(
            self.opt_sense(self.opt_sense(announced, ":"), "for"),
            &[Word::At],
        );
        self.offsets(announced)
    }

    /// "1 day before and 3 hours before", "the day before", "30 minutes in advance".
    pub(crate) fn offsets(&self, at: usize) -> Option<(Vec<ReminderTime>, usize)> {
        let mut times = Vec::new();
        let mut next = at;
        let mut place = at;
        while let Some((time, after)) = self.offset(place).filter(|_| times.len() < 20) {
            times.push(time);
            next = after;
            place = after;
            while self.means(place, ",") || self.is(place, Word::And) {
                place += 1;
            }
            if matches!((self.sense(place), self.sense(place + 1)), ("remind", "me")) {
                place += 2;
            }
            if place == after {
                break;
            }
        }
        (!times.is_empty()).then_some((times, next))
    }

    fn offset(&self, at: usize) -> Option<(ReminderTime, usize)> {
        // "the day before", "the night before"
        let the = self.opt(at, Word::The);
        let nightly = matches!(self.sense(the), "night" | "evening");
        if the > at
            && (self.unit(the) == Some(Unit::Day) || nightly)
            && self.is(the + 1, Word::Before)
        {
            return Some((
                before(if nightly { 720 } else { 1_440 }),
                self.behind(the + 2),
            ));
        }
        if the > at && self.unit(the) == Some(Unit::Week) && self.is(the + 1, Word::Before) {
            return Some((before(10_080), self.behind(the + 2)));
        }
        let (amount, next) = self.amount(at)?;
        let minutes = amount.minutes()?;
        match self.sense(next) {
            "before" | "earlier" | "ahead" | "beforehand" | "prior" | "early" => {
                Some((before(minutes), self.behind(next + 1)))
            }
            "in" if self.means(next + 1, "advance") => Some((before(minutes), next + 2)),
            "after" | "afterwards" => Some((before(minutes.checked_neg()?), self.behind(next + 1))),
            // A list: "1 day and 3 hours before".
            "and" | "," => self.list_ends(next + 1).then(|| (before(minutes), next)),
            _ => None,
        }
    }

    /// Whether an enumeration of lengths that goes on here ends in "before".
    fn list_ends(&self, mut at: usize) -> bool {
        for _ in 0..6 {
            let Some((_, next)) = self.amount(at) else {
                return false;
            };
            match self.sense(next) {
                "before" | "earlier" | "ahead" | "beforehand" | "prior" => return true,
                "and" | "," => at = next + 1,
                _ => return false,
            }
        }
        false
    }

    /// Past "it", "that", "the deadline", "due", "of time".
    fn behind(&self, at: usize) -> usize {
        match (self.sense(at), self.sense(at + 1)) {
            ("it" | "that" | "this" | "due", _)
                if self
                    .tokens
                    .get(at + 1)
                    .is_none_or(|t| !t.is_content() || t.is(Word::Link)) =>
            {
                at + 1
            }
            ("the", "deadline" | "due" | "time" | "event" | "appointment")
                if self
                    .tokens
                    .get(at + 2)
                    .is_none_or(|t| !t.is_content() || t.is(Word::Link)) =>
            {
                at + 2
            }
            ("of", "time") => at + 2,
            _ => at,
        }
    }
}

/// So many minutes before it is due.
pub(crate) fn before(minutes: i32) -> ReminderTime {
    ReminderTime::Relative {
        anchor: ReminderAnchor::Due,
        minutes_before: minutes,
    }
}
