//! What a sentence takes back: orders not to act, requests for a task with a "not" in them, and times
//! that are excepted.

use crate::creation::Prefix;
use crate::locale::Word;
use crate::pattern::skip_signs_back;
use crate::pieces::{Piece, Place};
use crate::proposal::{Chat, Doubt, Proposal, Reply};
use crate::when::{Bound, Scan, When};

impl Scan<'_> {
    /// Whether a word in `from..to` takes back what an order with its verb in front says: "lösch das
    /// nicht".
    pub(crate) fn denies(&self, from: usize, to: usize) -> bool {
        self.locale.grammar.verbs_close
            && (from..to).any(|at| matches!(self.sense(at), "not" | "nothing" | "never" | "no"))
    }

    /// "füg keine Milch hinzu", "erinnere mich nicht an die Miete", "ich muss nicht einkaufen": where
    /// a verb stands before what denies it, the words of an opening are followed by a "not". What
    /// stands behind a sign or a "that" is the task itself: "erinnere mich daran, nicht zu rauchen".
    pub(crate) fn is_refused(&self, prefix: &Prefix, to: usize) -> bool {
        if !self.locale.grammar.verbs_close {
            return false;
        }
        let end = prefix.ends(to);
        if prefix.close.is_some() {
            let forgets = (end..to).any(|at| self.means(at, "forget"));
            return !forgets && self.denies(prefix.end, end);
        }
        let Some(opening) = prefix.end.checked_sub(1) else {
            return false;
        };
        let is_over = |at: usize| {
            matches!(
                self.sense(at),
                "," | ":" | "-" | "–" | "that" | "and" | "or"
            )
        };
        let forgets = (0..prefix.end).any(|at| self.means(at, "forget"));
        let speaks = (0..prefix.end).any(|at| self.is(at, Word::Speaker));
        if !(speaks || prefix.reminds) || forgets || is_over(opening) {
            return false;
        }
        let clause = (prefix.end..end).find(|at| is_over(*at)).unwrap_or(end);
        self.denies(prefix.end, clause)
    }

    /// "don't delete anything", "never move it": an order not to act.
    pub(crate) fn is_negated(&self, from: usize, to: usize) -> bool {
        // What stands in a condition denies nothing: "setz Milch auf die Liste, wenn sie nicht drauf ist".
        let case = (from + 1..to).find(|at| self.is(*at, Word::Condition));
        let case = case.unwrap_or(to);
        if self.denies(from, case) {
            let end = skip_signs_back(self, from, case);
            let orders = |at: usize| self.locale.topics.changing.contains(self.surface(at));
            return (orders(from) || end > from && orders(end - 1))
                && self.create_prefix(from, to).is_none()
                && self.command(from, to).is_none();
        }
        let mut at = from;
        while matches!(self.sense(at), "you" | "please" | "should" | "must") && at < to {
            at += 1;
        }
        let negation = matches!(self.sense(at), "don't" | "dont" | "never" | "not")
            || (self.means(at, "do") && self.means(at + 1, "not"))
            || matches!(self.sense(at), "shouldn't" | "mustn't" | "cannot");
        let verb = if self.means(at, "do") { at + 2 } else { at + 1 };
        negation
            && !matches!(self.sense(verb), "forget" | "let" | "repeat")
            && !(self.means(verb, "need") || self.means(verb, "want"))
            && self.create_prefix(from, to).is_none()
    }

    /// Whether a word before `at`, in a clause from `from` on, denies or excepts what stands there:
    /// "not tomorrow", "außer im August".
    pub(crate) fn is_excepted(&self, from: usize, at: usize) -> bool {
        at > from && matches!(self.sense(at - 1), "not" | "except" | "excluding")
    }

    /// Whether a time says when something was, or since when, so that nothing is due then.
    pub(crate) fn is_over(&self, when: &When) -> bool {
        when.bound == Bound::Since || self.due(when).is_some_and(|due| due.date() < self.today)
    }

    /// The end of a time at `place.at` that is excepted, or is joined to one that ended at `before`.
    pub(crate) fn excepted_time(&self, place: Place, before: Option<usize>) -> Option<usize> {
        let Place { from, at, to, .. } = place;
        let joined = at > from
            && before == Some(at - 1)
            && (self.is(at - 1, Word::Or) || self.is(at - 1, Word::And));
        if !joined && !self.is_excepted(from, at) {
            return None;
        }
        let rule = self.recurrence(at).map(|(_, next)| next);
        rule.or_else(|| self.when(at).map(|(_, next)| next))
            .filter(|next| *next <= to)
    }

    /// What is asked where a new task was said with a time that is excepted: no date and no rule holds
    /// that.
    pub(crate) fn exception(&self, from: usize, to: usize, pieces: &[Piece]) -> Option<Doubt> {
        let is_excepted = |at: usize| {
            let place = Place {
                from,
                at,
                next: at,
                to,
                shouting: false,
                titled: false,
            };
            self.excepted_time(place, None).is_some()
                && !pieces.iter().any(|piece| piece.from < at && at < piece.to)
        };
        (from..to).any(is_excepted).then(|| Doubt {
            question: self.locale.catalogue.doubts.exception.to_owned(),
            alternatives: Vec::new(),
        })
    }
}

/// Nothing is done, as was said.
pub(crate) fn refusal() -> Proposal {
    Proposal {
        reply: Reply::SmallTalk(Chat::Negated),
        ..Proposal::default()
    }
}
