//! Text cut into tokens that remember where they came from. One pass, bounded, no meaning yet
//! except the classes that the locale's word table gives.

use std::borrow::Cow;

use crate::locale::{Locale, Meaning, Word};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes inside.
    Word,
    /// Digits.
    Number,
    /// One character that is neither.
    Punct,
    /// Text in quotes, with the quotes.
    Quote,
    /// An address of the web or of mail: never looked into.
    Opaque,
    /// A line break.
    Newline,
}

/// One token.
#[derive(Debug, Clone)]
pub(crate) struct Token<'t> {
    /// What it is made of.
    pub(crate) kind: Kind,
    /// As written.
    pub(crate) text: &'t str,
    /// In lower case, with plain apostrophes, in the spelling that the locale's tables have.
    pub(crate) low: Cow<'t, str>,
    /// What the word does in a sentence, where the locale's words are not the grammar's own.
    pub(crate) sense: Option<&'static str>,
    /// Whether it begins with a capital that tells names from other words.
    pub(crate) capital: bool,
    /// First byte.
    pub(crate) start: usize,
    /// Byte after the last.
    pub(crate) end: usize,
    /// Whether no space stands before it.
    pub(crate) glued: bool,
    /// The value of digits, where it fits.
    pub(crate) number: Option<u32>,
    /// What the word may mean to a clock or a calendar.
    pub(crate) words: &'static [Word],
}

impl Token<'_> {
    /// Whether the locale gives the word this class.
    pub(crate) fn is(&self, word: Word) -> bool {
        self.words.contains(&word)
    }

    /// What it does in a sentence. The grammar names that by an English word, which for English is
    /// the word itself; words that do nothing have an empty sense elsewhere. Signs mean themselves.
    pub(crate) fn sense(&self) -> &str {
        self.sense.unwrap_or(&self.low)
    }

    /// Whether it has this sense, or is this sign.
    pub(crate) fn means(&self, sense: &str) -> bool {
        self.sense() == sense
    }

    /// Whether it begins with a capital that tells names from other words.
    pub(crate) fn is_capital(&self) -> bool {
        self.capital
    }

    /// Whether the locale gives the word a meaning that no name goes on with.
    pub(crate) fn has_weight(&self) -> bool {
        self.words
            .iter()
            .any(|word| !word.is_about_people_or_things())
    }

    /// Whether it is a letter word, digits, a quote or an address.
    pub(crate) fn is_content(&self) -> bool {
        matches!(
            self.kind,
            Kind::Word | Kind::Number | Kind::Quote | Kind::Opaque
        )
    }

    /// The text between the quotes of a quote; other tokens as written.
    pub(crate) fn unquoted(&self) -> &str {
        if self.kind != Kind::Quote {
            return self.text;
        }
        let mut characters = self.text.chars();
        characters.next();
        characters.next_back();
        characters.as_str()
    }
}

/// Cuts `text` into tokens.
pub(crate) fn tokenize<'t>(text: &'t str, locale: &Locale) -> Vec<Token<'t>> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 32);
    let mut at = 0;
    let mut glued = false;
    while let Some(first) = text[at..].chars().next() {
        if first == '\n' {
            let cut = Cut {
                start: at,
                end: at + 1,
                kind: Kind::Newline,
                glued,
            };
            push(&mut tokens, text, cut, locale);
            at += 1;
            glued = false;
            continue;
        }
        if first.is_whitespace() || is_invisible(first) {
            at += first.len_utf8();
            glued = glued && is_invisible(first);
            continue;
        }
        let (length, kind) = measure(text, at, first, glued);
        let cut = Cut {
            start: at,
            end: at + length,
            kind,
            glued,
        };
        push(&mut tokens, text, cut, locale);
        at += length;
        glued = true;
    }
    tokens
}

/// Where a token is cut.
#[derive(Clone, Copy)]
struct Cut {
    start: usize,
    end: usize,
    kind: Kind,
    glued: bool,
}

fn push<'t>(tokens: &mut Vec<Token<'t>>, text: &'t str, cut: Cut, locale: &Locale) {
    let Cut {
        start,
        end,
        kind,
        glued,
    } = cut;
    let piece = &text[start..end];
    let mut low = lower(piece);
    let is_word = kind == Kind::Word;
    if is_word {
        if let Some(first) = locale.compound(&low) {
            return push_compound(tokens, text, cut, first, locale);
        }
        if let Some(spelling) = locale.spelling(&low) {
            low = Cow::Borrowed(spelling);
        }
    }
    let meaning = match kind {
        Kind::Word | Kind::Punct => locale.meaning(&low, is_word, piece),
        _ => Meaning::NONE,
    };
    let capital = is_word
        && !locale.grammar.nouns_are_capital
        && piece.chars().next().is_some_and(char::is_uppercase);
    let number = if kind == Kind::Number {
        piece.parse().ok()
    } else {
        None
    };
    let glued = glued && !tokens.is_empty();
    tokens.push(Token {
        kind,
        text: piece,
        low,
        sense: meaning.sense,
        capital,
        start,
        end,
        glued,
        number,
        words: meaning.words,
    });
}

/// Pushes the halves of a compound as words of their own: "Montagabend" is a day and its part.
fn push_compound<'t>(
    tokens: &mut Vec<Token<'t>>,
    text: &'t str,
    cut: Cut,
    first: usize,
    locale: &Locale,
) {
    let middle = cut.start + first;
    let head = Cut { end: middle, ..cut };
    let tail = Cut {
        start: middle,
        glued: false,
        ..cut
    };
    push(tokens, text, head, locale);
    push(tokens, text, tail, locale);
}

fn measure(text: &str, at: usize, first: char, glued: bool) -> (usize, Kind) {
    let rest = &text[at..];
    if !glued && let Some(length) = opaque(rest) {
        return (length, Kind::Opaque);
    }
    if let Some(length) = quote(text, at, first) {
        return (length, Kind::Quote);
    }
    if first.is_ascii_digit() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        return (length, Kind::Number);
    }
    if is_letter(first) {
        return (word(rest), Kind::Word);
    }
    (first.len_utf8(), Kind::Punct)
}

fn word(rest: &str) -> usize {
    let mut length = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let inside = is_letter(character)
            || (is_apostrophe(character)
                && at > 0
                && characters.peek().is_some_and(|(_, next)| is_letter(*next)));
        if !inside {
            break;
        }
        length = at + character.len_utf8();
    }
    length
}

/// The length of an address at the start of `rest`, which is the start of a chunk.
fn opaque(rest: &str) -> Option<usize> {
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let chunk = &rest[..length];
    let is_mail = chunk.find('@').is_some_and(|at| {
        at > 0
            && chunk[at + 1..].contains('.')
            && chunk.as_bytes()[at - 1].is_ascii_alphanumeric()
            && chunk[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric())
    });
    let is_path = chunk.contains("://") || chunk.starts_with("www.");
    if !is_mail && !is_path {
        return None;
    }
    let end = chunk.trim_end_matches([',', '.', ';', '!', '?', ')']).len();
    (end > 0).then_some(end)
}

/// Quotes longer than this are taken for stray quote signs, which keeps the search linear.
const QUOTE_BYTES: usize = 1_000;

fn quote(text: &str, at: usize, first: char) -> Option<usize> {
    let close = match first {
        '"' => '"',
        '\u{201c}' => '\u{201d}',
        '\u{201e}' => '\u{201c}',
        '\u{ab}' => '\u{bb}',
        '`' => '`',
        '\'' | '\u{2018}' => return single_quote(text, at, first),
        _ => return None,
    };
    let inner = at + first.len_utf8();
    let window = window(&text[inner..]);
    let length = window
        .find([close, '\n'])
        .filter(|&l| l > 0 && window[l..].starts_with(close))?;
    Some(first.len_utf8() + length + close.len_utf8())
}

fn single_quote(text: &str, at: usize, first: char) -> Option<usize> {
    let before = text[..at].chars().next_back();
    let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':' | ','));
    let inner = at + first.len_utf8();
    let window = window(&text[inner..]);
    if !opens || !window.starts_with(is_letter) {
        return None;
    }
    let mut from = 0;
    while let Some(found) = window[from..].find(['\'', '\u{2019}', '\n']) {
        let place = from + found;
        let close = window[place..].chars().next()?;
        if close == '\n' {
            return None;
        }
        let after = window[place + close.len_utf8()..].chars().next();
        if after.is_none_or(|c| !c.is_alphanumeric()) {
            return Some(first.len_utf8() + place + close.len_utf8());
        }
        from = place + close.len_utf8();
    }
    None
}

fn window(rest: &str) -> &str {
    let mut end = rest.len().min(QUOTE_BYTES);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

/// `text` in lower case with plain apostrophes.
pub(crate) fn lower(text: &str) -> Cow<'_, str> {
    let is_low = |c: char| {
        let mut low = c.to_lowercase();
        low.next() == Some(c) && low.next().is_none()
    };
    let plain = |c: char| match c.is_ascii() {
        true => !c.is_ascii_uppercase(),
        false => c != '\u{2019}' && is_low(c),
    };
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let low = text.chars().map(|c| if c == '\u{2019}' { '\'' } else { c });
    Cow::Owned(low.flat_map(char::to_lowercase).collect())
}

fn is_letter(character: char) -> bool {
    character.is_alphabetic() || character == '_' || ('\u{300}'..='\u{36f}').contains(&character)
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}')
}

fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{2060}'
    )
}

/// Turns byte offsets, asked for in rising order, into UTF-16 offsets in one pass.
#[derive(Debug)]
pub(crate) struct Utf16<'t> {
    text: &'t str,
    /// Whether bytes and units are the same.
    plain: bool,
    byte: usize,
    unit: usize,
}

impl<'t> Utf16<'t> {
    /// For offsets into `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            plain: text.is_ascii(),
            byte: 0,
            unit: 0,
        }
    }

    /// The UTF-16 offset of `byte`, which lies on a character's border.
    pub(crate) fn at(&mut self, byte: usize) -> usize {
        if self.plain {
            return byte;
        }
        if byte < self.byte {
            *self = Self::new(self.text);
        }
        self.unit += self.text[self.byte..byte]
            .chars()
            .map(char::len_utf16)
            .sum::<usize>();
        self.byte = byte;
        self.unit
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Utf16, tokenize};
    use crate::locale;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokenize(text, locale::of("en"));
        let got: Vec<_> = tokens.iter().map(|token| token.text).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn digits_and_letters_are_told_apart() {
        check("8am v2.5", &["8", "am", "v", "2", ".", "5"]);
        check("don't o'clock", &["don't", "o'clock"]);
    }

    #[test]
    fn quotes_and_addresses_are_one_token() {
        check("add \"buy milk\" now", &["add", "\"buy milk\"", "now"]);
        check(
            "see https://a.b/c?d, ok",
            &["see", "https://a.b/c?d", ",", "ok"],
        );
        check("add '; DROP", &["add", "'", ";", "DROP"]);
        check("the dogs' food", &["the", "dogs", "'", "food"]);
    }

    #[test]
    fn offsets_count_utf16_units() {
        let text = "🎉 é x";
        let mut offsets = Utf16::new(text);
        assert_eq!(offsets.at(text.find('x').unwrap()), 5);
        assert_eq!(tokenize(text, locale::of("en"))[0].kind, Kind::Punct);
    }
}
