//! What stands behind a piece, and whether the piece may end there.

use crate::locale::Word;
use crate::tokens::Kind;
use crate::when::Scan;

impl Scan<'_> {
    /// Whether what follows does not belong to the piece as a noun would ("monday meeting").
    pub(crate) fn edge_after(&self, next: usize, to: usize) -> bool {
        if next >= to {
            return true;
        }
        let Some(token) = self.tokens.get(next) else {
            return true;
        };
        if token.kind == Kind::Newline {
            return true;
        }
        if token.kind == Kind::Punct {
            return !token.glued
                || matches!(token.text, "," | "." | ";" | ":" | "!" | "?" | ")" | "…")
                    && !(token.text == ":" && self.glued(next + 1));
        }
        if token.is(Word::Link)
            || token.is(Word::Every)
            || token.is(Word::Today)
            || token.is(Word::Tomorrow)
            || token.is(Word::Tonight)
        {
            return true;
        }
        if self.sign_mark(next).is_some() || self.priority(next, false).is_some() {
            return true;
        }
        matches!(
            token.sense(),
            "please"
                | "remind"
                | "reminder"
                | "tag"
                | "tagged"
                | "urgent"
                | "asap"
                | "it's"
                | "its"
                | "thanks"
                | "sharp"
                | "that"
                | "which"
                | "i"
                | "we"
                | "you"
                | "otherwise"
                | "instead"
                | "too"
                | "also"
                | "again"
                | "tags"
                | "note"
                | "notes"
                | "within"
                | "per"
                | "priority"
                | "except"
                | "excluding"
        ) || self.reminder_phrase(next).is_some()
            || self.is(next, Word::Next) && self.unit(next + 1).is_some()
    }

    /// A day in two letters that are a word or a title too, alone: "Fr", "Do".
    pub(crate) fn is_short_day(&self, at: usize, next: usize) -> bool {
        self.locale.grammar.nouns_join
            && self.is(at, Word::Homonym)
            && self.weekday_name(at).is_some()
            && (at + 1..next).all(|place| !self.tokens[place].is_content())
    }

    /// "Fr. Müller": a full stop with a capital behind it.
    pub(crate) fn names_somebody(&self, next: usize) -> bool {
        next > 0
            && (self.means(next - 1, ".") || self.means(next, "."))
            && self
                .tokens
                .get(self.opt_sense(next, "."))
                .is_some_and(|token| token.text.starts_with(char::is_uppercase))
    }
}
