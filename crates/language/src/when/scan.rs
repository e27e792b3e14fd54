//! The tokens being read, with the reader's clock at hand.

use std::cell::Cell;

use jiff::Zoned;
use jiff::civil::Date;

use crate::context::Context;
use crate::locale::{self, Locale, Word};
use crate::tokens::{Kind, Token};

/// Everything that a recogniser needs: tokens, locale, now. Recognisers take a place and give back
/// a value with the place after it.
pub(crate) struct Scan<'a> {
    pub(crate) tokens: &'a [Token<'a>],
    pub(crate) ctx: &'a Context,
    pub(crate) locale: &'static Locale,
    pub(crate) now: Zoned,
    pub(crate) today: Date,
    /// Reads weak expressions too (a bare "in 2008", "March"): for text that is only a date.
    pub(crate) lenient: bool,
    /// How many steps may still be taken; keeps hostile text linear.
    fuel: Cell<u32>,
}

impl<'a> Scan<'a> {
    /// Reads `tokens` on the clock of `ctx`.
    pub(crate) fn new(tokens: &'a [Token<'a>], ctx: &'a Context) -> Self {
        Self::in_words_of(locale::of(&ctx.locale), tokens, ctx)
    }

    /// Reads `tokens`, which are words of `locale`, on the clock of `ctx`.
    pub(crate) fn in_words_of(
        locale: &'static Locale,
        tokens: &'a [Token<'a>],
        ctx: &'a Context,
    ) -> Self {
        Self {
            tokens,
            ctx,
            locale,
            now: ctx.time.local(ctx.now),
            today: ctx.time.today(ctx.now),
            lenient: false,
            fuel: Cell::new(6_000 + 30 * u32::try_from(tokens.len()).unwrap_or(u32::MAX / 800)),
        }
    }

    /// Takes one step; `false` when the text has used up its share.
    pub(crate) fn step(&self) -> bool {
        let left = self.fuel.get();
        self.fuel.set(left.saturating_sub(1));
        left > 0
    }

    pub(crate) fn token(&self, at: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(at)
    }

    pub(crate) fn is(&self, at: usize, word: Word) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(word))
    }

    /// What the word does in a sentence, or the sign: see [`Token::sense`].
    pub(crate) fn sense(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", Token::sense)
    }

    /// The word of the speaker's language, in lower case, or the sign.
    pub(crate) fn surface(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.low)
    }

    pub(crate) fn means(&self, at: usize, text: &str) -> bool {
        self.sense(at) == text
    }

    /// Whether `from..to` are these words of the speaker's language, in any case.
    pub(crate) fn reads(&self, from: usize, to: usize, words: &str) -> bool {
        let mut place = from;
        words.split(' ').all(|word| {
            place += 1;
            word.eq_ignore_ascii_case(self.surface(place - 1))
        }) && place >= to
    }

    /// Whether `at` stands right behind the token before it, without a space.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub(crate) fn number_at(&self, at: usize) -> Option<u32> {
        self.tokens.get(at)?.number
    }

    /// Whether the token is a sign that nobody uses to say when: emoji, other scripts' punctuation.
    pub(crate) fn is_strange_sign(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Punct && token.words.is_empty() && !token.text.is_ascii()
        })
    }

    /// How many digits the token has.
    pub(crate) fn digits(&self, at: usize) -> usize {
        match self.tokens.get(at) {
            Some(token) if token.kind == Kind::Number => token.text.len(),
            _ => 0,
        }
    }

    /// `at`, past the words of these classes.
    pub(crate) fn skip(&self, mut at: usize, words: &[Word]) -> usize {
        while words.iter().any(|word| self.is(at, *word)) {
            at += 1;
        }
        at
    }

    /// `at + 1` when the token is of this class, else `at`.
    pub(crate) fn opt(&self, at: usize, word: Word) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// `at + 1` when the token is this sign or word, else `at`.
    pub(crate) fn opt_sense(&self, at: usize, text: &str) -> usize {
        if self.means(at, text) { at + 1 } else { at }
    }

    /// The class of the token that `pick` accepts.
    pub(crate) fn class<T>(&self, at: usize, pick: impl Fn(&Word) -> Option<T>) -> Option<T> {
        self.tokens.get(at)?.words.iter().find_map(pick)
    }

    /// Whether a word or a number is glued to the end, so that something longer is meant.
    pub(crate) fn cut_off(&self, end: usize) -> bool {
        let Some(token) = self.tokens.get(end) else {
            return false;
        };
        if !token.glued || end == 0 {
            return false;
        }
        match token.kind {
            Kind::Word | Kind::Number | Kind::Opaque => true,
            Kind::Punct => {
                matches!(
                    token.text,
                    "." | "/" | "-" | ":" | "%" | "$" | "€" | "@" | "_" | "'"
                ) && self
                    .tokens
                    .get(end + 1)
                    .is_some_and(|next| next.glued && next.is_content())
                    || matches!(token.text, "%" | "$" | "€" | "°" | "£")
            }
            _ => false,
        }
    }

    /// Like [`Scan::cut_on`], but a dash behind a number or a date opens the second half of a range.
    pub(crate) fn cut_on_range(&self, at: usize) -> bool {
        let dash = at > 1 && matches!(self.sense(at - 1), "-" | "–" | "~");
        let before = |word: &Word| {
            matches!(
                word,
                Word::Am | Word::Pm | Word::Month(_) | Word::Day(_) | Word::OrdinalMark
            )
            .then_some(())
        };
        if dash
            && (self.digits(at - 2) > 0 && self.digits(at - 2) <= 4
                || self.class(at - 2, before).is_some())
        {
            return false;
        }
        self.cut_on(at)
    }

    /// Whether a dash with a number or a date behind it stands here: the sign of a range.
    pub(crate) fn range_dash(&self, at: usize) -> bool {
        matches!(self.sense(at), "-" | "–" | "~")
            && self.tokens.get(at + 1).is_some_and(|token| {
                token.number.is_some()
                    || token
                        .words
                        .iter()
                        .any(|word| matches!(word, Word::Month(_) | Word::Day(_)))
            })
    }

    /// Whether the token is glued to something before it, so that it is part of something longer.
    pub(crate) fn cut_on(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        if !token.glued || at == 0 {
            return false;
        }
        let before = &self.tokens[at - 1];
        match before.kind {
            Kind::Word | Kind::Number | Kind::Opaque => true,
            Kind::Punct => {
                matches!(
                    before.text,
                    "." | "/" | "-" | ":" | "$" | "€" | "£" | "#" | "+" | "_" | "'" | "="
                )
            }
            _ => false,
        }
    }
}
