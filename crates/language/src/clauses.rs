//! Cuts a text into requests: politeness off, several commands apart.

use crate::pattern::skip_signs_back;
use crate::pieces::{Setting, Value};
use crate::tokens::Kind;
use crate::when::Scan;

impl Scan<'_> {
    /// Several commands in one sentence, each with its own opening.
    pub(crate) fn commands_in(&self, from: usize, to: usize) -> Vec<(usize, usize)> {
        let mut parts = Vec::new();
        let mut start = from;
        let mut at = from + 1;
        while at < to {
            let token = &self.tokens[at];
            let joint = token.kind == Kind::Newline
                || matches!(token.text, ";" | "," | "." | "!")
                || token.is(crate::locale::Word::And)
                || token.means("then");
            if !joint {
                at += 1;
                continue;
            }
            let mut next = at;
            while next < to
                && (self.tokens[next].kind == Kind::Newline
                    || matches!(self.tokens[next].text, ";" | "," | "." | "!")
                    || self.is(next, crate::locale::Word::And)
                    || matches!(self.sense(next), "then" | "also" | "please"))
            {
                next += 1;
            }
            let breaks = (at..next).any(|at| self.tokens[at].kind == Kind::Newline);
            if next < to && self.splits(start, at, next, to, breaks) {
                parts.push((start, at));
                start = next;
            }
            at = next.max(at + 1);
        }
        parts.push((start, to));
        parts
    }

    pub(crate) fn splits(
        &self,
        start: usize,
        left: usize,
        right: usize,
        to: usize,
        breaks: bool,
    ) -> bool {
        if right - left == 1 && matches!(self.sense(left), "." | "!") && self.glued(right) {
            return false;
        }
        let left_creates = self.create_prefix(start, left).is_some();
        let opens = self.opens_command(right, to);
        if !opens {
            // A line of its own may be anything.
            return breaks && !left_creates && self.command(start, left).is_some();
        }
        let right_creates = self.create_prefix(right, to).is_some();
        if left_creates {
            // New tasks in a row are divided with their dates in view, by the draft. What a new
            // task says is its title, also where it sounds like an order.
            let put = self
                .pieces(
                    start,
                    left,
                    Setting {
                        listing: true,
                        ..Setting::default()
                    },
                )
                .iter()
                .any(|piece| piece.to == left && matches!(piece.value, Value::Mark(_)));
            let apart = breaks || put || (left..right).any(|at| self.means(at, "then"));
            return apart && !right_creates && self.firm_command(right, to);
        }
        self.command(start, left).is_some() || self.fact(start, left).is_some()
    }

    pub(crate) fn opens_command(&self, at: usize, to: usize) -> bool {
        self.create_prefix(at, to).is_some()
            || self.firm_command(at, to)
            || self.organizing(at, to).is_some()
    }

    /// Whether what follows can only be a command: it names its task by more than a verb.
    pub(crate) fn firm_command(&self, at: usize, to: usize) -> bool {
        if !matches!(
            self.sense(at),
            "mark"
                | "complete"
                | "delete"
                | "remove"
                | "move"
                | "reschedule"
                | "postpone"
                | "push"
                | "rename"
                | "tag"
                | "untag"
                | "reopen"
                | "uncheck"
                | "snooze"
                | "undo"
                | "skip"
                | "make"
                | "set"
                | "cancel"
                | "check"
                | "tick"
                | "cross"
                | "finish"
                | "unmark"
        ) {
            return false;
        }
        self.command(at, to).is_some()
    }

    /// "i'd like to | add milk to my list": the wish goes, the request stays.
    pub(crate) fn inner_opening(&self, from: usize, to: usize) -> usize {
        let Some(wish) = self.create_prefix(from, to).filter(|prefix| prefix.weak) else {
            return from;
        };
        let begin = self.opt_sense(wish.end, "to");
        match self.create_prefix(begin, to) {
            Some(inner) if !inner.weak && (inner.reminds || self.names_list(begin, to)) => begin,
            _ if self.new_list(begin, to).is_some() => begin,
            _ => from,
        }
    }

    /// The place behind a question about what is possible.
    pub(crate) fn ability(&self, from: usize, to: usize) -> Option<usize> {
        let phrases = self.locale.phrases.ability.iter();
        let ends = phrases.filter_map(|phrase| phrase.prefix(self, from, to));
        ends.map(|found| found.end).max().filter(|end| *end < to)
    }

    /// `from..to` without what is only polite.
    pub(crate) fn request(&self, mut from: usize, mut to: usize) -> (usize, usize) {
        for _ in 0..6 {
            while from < to
                && (self.tokens[from].kind == Kind::Newline
                    || matches!(self.sense(from), "," | "." | "!" | ":" | "-" | "…"))
            {
                from += 1;
            }
            let phrases = &self.locale.phrases.polite;
            let found = phrases
                .iter()
                .filter_map(|phrase| phrase.prefix(self, from, to))
                .map(|found| found.end)
                .max();
            match found {
                // A polite word alone is an answer of its own; "hey jude" is not polite.
                Some(end) if end > from && end <= to => from = end,
                _ => break,
            }
        }
        for _ in 0..3 {
            let end = skip_signs_back(self, from, to);
            let length = (1..=4).rev().find(|length| {
                end > from + length
                    && self
                        .locale
                        .phrases
                        .polite_end
                        .iter()
                        .any(|phrase| phrase.whole(self, end - length, end).is_some())
            });
            match length {
                Some(length) => to = end - length,
                None => break,
            }
        }
        while to > from && self.tokens[to - 1].kind == Kind::Newline {
            to -= 1;
        }
        (from, to)
    }
}
