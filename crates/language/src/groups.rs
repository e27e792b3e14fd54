//! Divides a clause into the tasks that it names.

use crate::draft::Opening;
use crate::locale::Word;
use crate::marks::Mark;
use crate::pieces::{Piece, Value};
use crate::tokens::Kind;
use crate::when::Scan;

impl Scan<'_> {
    /// Pieces of the whole sentence: of a divided list the destination and what follows it.
    pub(crate) fn shared_pieces(
        &self,
        pieces: &[Piece],
        groups: &[(usize, usize)],
        opening: Opening,
    ) -> Vec<Piece> {
        let apart = groups.iter().skip(1).any(|(start, _)| {
            *start > 0
                && (self.tokens[start - 1].kind == Kind::Newline
                    || self.tokens[start - 1].text == ";"
                    || self.ends_sentence(start - 1))
        });
        if groups.len() < 2 || apart || !(opening.listing || opening.several) {
            return Vec::new();
        }
        let timed = groups.iter().filter(|(start, end)| {
            within(pieces, *start, *end)
                .iter()
                .any(|piece| piece.value.is_time())
        });
        let one_time = timed.count() == 1;
        let last = groups.last().map_or(0, |group| group.0);
        pieces
            .iter()
            .filter(|piece| match &piece.value {
                Value::Mark(Mark::Project(_) | Mark::Tags(_)) => piece.from >= last,
                value if value.is_time() => one_time && piece.from >= last,
                Value::Priority(_) => piece.from >= last,
                _ => false,
            })
            .cloned()
            .collect()
    }

    /// Divides a clause into the tasks that it names.
    pub(crate) fn groups(
        &self,
        from: usize,
        to: usize,
        pieces: &[Piece],
        opening: Opening,
    ) -> Vec<(usize, usize)> {
        let mut taken = vec![false; to.saturating_sub(from)];
        for piece in within(pieces, from, to) {
            taken[piece.from - from..piece.to - from].fill(true);
        }
        let covered = |at: usize| taken.get(at.wrapping_sub(from)).is_some_and(|taken| *taken);
        let mut cuts: Vec<(usize, usize)> = Vec::new();
        let mut at = from;
        while at < to {
            let first = at;
            if !covered(at) && self.is_divider(at) {
                while at < to
                    && !covered(at)
                    && (self.is_divider(at) || self.means(at, "then") || self.means(at, "also"))
                {
                    at += 1;
                }
                cuts.push((first, at));
            } else {
                at += 1;
            }
        }
        let mut segments = Vec::new();
        let mut start = from;
        for (left, right) in &cuts {
            segments.push((start, *left, *right));
            start = *right;
        }
        segments.push((start, to, to));
        let titled = |start: usize, end: usize| {
            (start..end)
                .any(|at| self.tokens[at].is_content() && !covered(at) && !self.is(at, Word::Link))
        };
        let timed = |start: usize, end: usize| {
            within(pieces, start, end)
                .iter()
                .any(|piece| piece.value.is_time())
        };
        let list =
            (opening.listing || opening.several) && self.is_plain_list(&segments, pieces, opening);
        let mut groups: Vec<(usize, usize)> = Vec::new();
        // What is known of the last group; it grows by segments, so it is never looked through again.
        let (mut last_titled, mut last_timed) = (false, false);
        for (n, (start, end, _)) in segments.iter().enumerate() {
            let (own_titled, own_timed) = (titled(*start, *end), timed(*start, *end));
            let Some(last) = groups.last_mut().filter(|_| n > 0) else {
                groups.push((*start, *end));
                (last_titled, last_timed) = (own_titled, own_timed);
                continue;
            };
            let cut = (segments[n - 1].1, segments[n - 1].2);
            let hard = (cut.0..cut.1).any(|at| {
                self.tokens[at].kind == Kind::Newline
                    || self.tokens[at].text == ";"
                    || self.ends_sentence(at)
            });
            let begins_to = self.means(*start, "to") && opening.to && self.verb_at(start + 1);
            let begins_again = own_titled && self.create_prefix(*start, *end).is_some();
            let both_timed = last_timed
                && last_titled
                && own_timed
                && own_titled
                && (self.verb_at(*start)
                    || covered(*start)
                    || self.is_content_time(*start, pieces)
                    || (cut.0..cut.1).any(|at| self.means(at, ",")));
            if own_titled
                && (hard || list || begins_to || begins_again || both_timed)
                && last_titled
            {
                groups.push((*start, *end));
                (last_titled, last_timed) = (own_titled, own_timed);
            } else {
                last.1 = *end;
                last_titled |= own_titled;
                last_timed |= own_timed;
            }
        }
        groups
    }

    pub(crate) fn is_content_time(&self, at: usize, pieces: &[Piece]) -> bool {
        let first = pieces.partition_point(|piece| piece.from < at);
        pieces
            .get(first)
            .is_some_and(|piece| piece.from == at && piece.value.is_time())
    }

    pub(crate) fn is_divider(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == Kind::Newline
            || matches!(token.text, "," | ";" | "&")
            || (token.is(Word::And) && token.kind == Kind::Word)
            || self.ends_sentence(at)
            || (token.means("then") && at > 0 && self.means(at - 1, ","))
    }

    /// A full stop before a new imperative.
    pub(crate) fn ends_sentence(&self, at: usize) -> bool {
        // "zum 3. Mal", "am 15. Miete zahlen": the stop makes an ordinal; "um 8. Ruf an" has none.
        let ordinal = self.locale.grammar.dots_order
            && at > 0
            && self.dotted(at - 1)
            && !self.is(at.saturating_sub(2), Word::At);
        !ordinal
            && matches!(self.tokens[at].text, "." | "!")
            && self.tokens[at].glued
            && !self.glued(at + 1)
            && (self.verb_at(at + 1)
                || self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.means("remind") || next.means("add")))
    }

    /// Whether the segments are short names of things: "bananas, apples and yogurt".
    pub(crate) fn is_plain_list(
        &self,
        segments: &[(usize, usize, usize)],
        pieces: &[Piece],
        opening: Opening,
    ) -> bool {
        if segments.len() < 2 {
            return false;
        }
        if opening.several {
            return true;
        }
        let onto = pieces.iter().any(|piece| matches!(&piece.value, Value::Mark(Mark::Project(_) | Mark::Tags(_) | Mark::Nothing) if !self.is_sign(piece.from)));
        let short = segments.iter().all(|(start, end, _)| {
            let own = within(pieces, *start, *end);
            let words = (*start..*end).filter(|at| {
                self.tokens[*at].is_content()
                    && !own.iter().any(|piece| piece.from <= *at && *at < piece.to)
            });
            words.count() <= 4
        });
        // "add call Anna and Ben to work": a verb with several objects is one task.
        let verb = self.verb_at(segments[0].0)
            && !segments
                .iter()
                .skip(1)
                .any(|(start, ..)| self.verb_at(*start));
        onto && short && !verb
    }

    pub(crate) fn is_sign(&self, at: usize) -> bool {
        self.tokens[at].kind == Kind::Punct
    }
}

/// The pieces inside `from..to`, of pieces in order.
pub(crate) fn within(pieces: &[Piece], from: usize, to: usize) -> &[Piece] {
    let first = pieces.partition_point(|piece| piece.from < from);
    let last = pieces.partition_point(|piece| piece.to <= to);
    pieces.get(first..last).unwrap_or_default()
}
