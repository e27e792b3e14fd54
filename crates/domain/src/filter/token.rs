//! Cuts a filter into words, quoted text, operators and brackets, each with its place.

use super::FilterError;

/// A piece of a filter and where it begins, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) position: usize,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    And,
    Or,
    Not,
    /// `=`, `!=`, `<`, `<=`, `>`, `>=` or `:`, as written.
    Op(&'static str),
    /// A word with the mark before it. Text in quotes is never a keyword.
    Word {
        mark: &'static str,
        text: String,
        quoted: bool,
    },
}

/// Longest first, so that `<=` is not read as `<`.
const SIGNS: [(&str, Kind); 15] = [
    ("&&", Kind::And),
    ("||", Kind::Or),
    ("!=", Kind::Op("!=")),
    ("<=", Kind::Op("<=")),
    (">=", Kind::Op(">=")),
    ("==", Kind::Op("=")),
    ("(", Kind::Open),
    (")", Kind::Close),
    ("&", Kind::And),
    ("|", Kind::Or),
    ("!", Kind::Not),
    ("<", Kind::Op("<")),
    (">", Kind::Op(">")),
    ("=", Kind::Op("=")),
    (":", Kind::Op(":")),
];
const MARKS: [&str; 4] = ["++", "+", "#", "@"];

/// Cuts `text`.
///
/// # Errors
/// When a quotation is not closed.
pub(super) fn cut(text: &str) -> Result<Vec<Token>, FilterError> {
    let mut cutter = Cutter {
        rest: text,
        position: 0,
    };
    let mut tokens = Vec::new();
    loop {
        cutter.skip_space();
        if cutter.rest.is_empty() {
            return Ok(tokens);
        }
        let position = cutter.position;
        let kind = cutter.next()?;
        tokens.push(Token { kind, position });
    }
}

struct Cutter<'a> {
    rest: &'a str,
    position: usize,
}

impl Cutter<'_> {
    fn advance(&mut self, bytes: usize) {
        let (taken, rest) = self.rest.split_at(bytes);
        self.position += taken.chars().count();
        self.rest = rest;
    }

    fn skip_space(&mut self) {
        self.advance(self.rest.len() - self.rest.trim_start().len());
    }

    fn next(&mut self) -> Result<Kind, FilterError> {
        for (sign, kind) in &SIGNS {
            if self.rest.starts_with(sign) {
                self.advance(sign.len());
                return Ok(kind.clone());
            }
        }
        let mark = MARKS
            .into_iter()
            .find(|mark| self.rest.starts_with(mark))
            .unwrap_or("");
        self.advance(mark.len());
        if self.rest.starts_with(is_quote) {
            let text = self.quoted()?;
            return Ok(Kind::Word {
                mark,
                text,
                quoted: true,
            });
        }
        let end = self.rest.find(ends_word).unwrap_or(self.rest.len());
        let text = self.rest[..end].to_owned();
        self.advance(end);
        Ok(Kind::Word {
            mark,
            text,
            quoted: false,
        })
    }

    fn quoted(&mut self) -> Result<String, FilterError> {
        let start = self.position;
        let mut text = String::new();
        let mut characters = self.rest.char_indices().skip(1);
        while let Some((at, character)) = characters.next() {
            match character {
                '\\' => text.extend(characters.next().map(|(_, escaped)| escaped)),
                quote if is_quote(quote) => {
                    self.advance(at + quote.len_utf8());
                    return Ok(text);
                }
                plain => text.push(plain),
            }
        }
        Err(FilterError::new(
            start,
            "this quotation has no end; close it with \"",
        ))
    }
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„')
}

/// What a word without quotes cannot contain.
pub(super) fn ends_word(character: char) -> bool {
    character.is_whitespace()
        || is_quote(character)
        || matches!(
            character,
            '(' | ')' | '&' | '|' | '!' | '<' | '>' | '=' | ':'
        )
}
