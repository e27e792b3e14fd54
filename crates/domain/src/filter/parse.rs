//! Reads filters: brackets, `and`, `or`, `not`; neighbours without an operator are joined by `and`.

use super::ast::{Expr, SortKey};
use super::token::{Kind, Token, cut};
use super::{Filter, FilterError, sort};
use crate::limits;

impl Filter {
    /// Reads a filter in either spelling. An empty text is every task.
    ///
    /// # Errors
    /// Where it is malformed or beyond [`limits`], with what was probably meant.
    pub fn parse(text: &str) -> Result<Self, FilterError> {
        if text.chars().nth(limits::FILTER_CHARS).is_some() {
            let message = format!("a filter has at most {} characters", limits::FILTER_CHARS);
            return Err(FilterError::new(limits::FILTER_CHARS, message));
        }
        let tokens = cut(text)?;
        let end = text.chars().count();
        let mut parser = Parser {
            tokens,
            next: 0,
            end,
            terms: 0,
            sort: Vec::new(),
        };
        let expr = parser.any_of(0)?;
        if let Some(token) = parser.peek() {
            return Err(match token.kind {
                Kind::Close => FilterError::new(token.position, "this ) closes nothing; remove it"),
                _ => FilterError::new(token.position, "this is not expected here; remove it"),
            });
        }
        Ok(Self {
            expr,
            sort: parser.sort,
        })
    }
}

pub(super) struct Parser {
    tokens: Vec<Token>,
    next: usize,
    end: usize,
    terms: usize,
    sort: Vec<SortKey>,
}

impl Parser {
    pub(super) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    pub(super) fn take(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.next).cloned();
        self.next += usize::from(token.is_some());
        token
    }

    /// Where the next token begins, or the end of the filter.
    pub(super) fn position(&self) -> usize {
        self.peek().map_or(self.end, |token| token.position)
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self.peek().map(|token| &token.kind), Some(Kind::Word { mark: "", text, quoted: false }) if text.eq_ignore_ascii_case(word))
    }

    fn is(&self, kind: &Kind, word: &str) -> bool {
        self.peek().is_some_and(|token| token.kind == *kind) || self.is_word(word)
    }

    fn any_of(&mut self, depth: usize) -> Result<Expr, FilterError> {
        let mut parts = vec![self.all_of(depth)?];
        while self.is(&Kind::Or, "or") {
            self.require_something_before(&parts)?;
            self.take();
            parts.push(self.all_of(depth)?);
            self.require_something_before(&parts)?;
        }
        Ok(Expr::any(parts))
    }

    fn require_something_before(&self, parts: &[Expr]) -> Result<(), FilterError> {
        match parts.last() {
            Some(Expr::And(empty)) if empty.is_empty() => Err(FilterError::new(
                self.position(),
                "a condition is missing here",
            )),
            _ => Ok(()),
        }
    }

    fn all_of(&mut self, depth: usize) -> Result<Expr, FilterError> {
        let mut parts = Vec::new();
        loop {
            if self.peek().is_none()
                || self.is(&Kind::Or, "or")
                || self.peek().is_some_and(|token| token.kind == Kind::Close)
            {
                return Ok(Expr::all(parts));
            }
            if self.is(&Kind::And, "and") {
                let here = self.position();
                self.take();
                let nothing_follows = self
                    .peek()
                    .is_none_or(|token| matches!(token.kind, Kind::Close | Kind::And | Kind::Or));
                if parts.is_empty() || nothing_follows || self.is_word("and") || self.is_word("or")
                {
                    let message = "a condition is missing beside this \"and\"";
                    return Err(FilterError::new(here, message));
                }
                continue;
            }
            parts.extend(self.negation(depth)?);
        }
    }

    fn negation(&mut self, depth: usize) -> Result<Option<Expr>, FilterError> {
        if depth >= limits::FILTER_DEPTH {
            let message = format!("a filter nests at most {} deep", limits::FILTER_DEPTH);
            return Err(FilterError::new(self.position(), message));
        }
        let here = self.position();
        if self.is(&Kind::Not, "not") {
            self.take();
            return match self.negation(depth + 1)? {
                Some(inner) => Ok(Some(inner.negated())),
                None => Err(FilterError::new(here, "there is nothing to negate here")),
            };
        }
        self.terms += 1;
        if self.terms > limits::FILTER_TERMS {
            let message = format!("a filter has at most {} conditions", limits::FILTER_TERMS);
            return Err(FilterError::new(here, message));
        }
        match self.peek().map(|token| token.kind.clone()) {
            None | Some(Kind::Close | Kind::And | Kind::Or) => {
                Err(FilterError::new(here, "a condition is missing here"))
            }
            Some(Kind::Open) => self.brackets(depth).map(Some),
            Some(Kind::Op(sign)) => {
                let message =
                    format!("'{sign}' needs a field before it, for example due {sign} today");
                Err(FilterError::new(here, message))
            }
            Some(_) if self.is_word("sort") => self.sort_keys(),
            Some(_) => self.atom().map(Some),
        }
    }

    fn brackets(&mut self, depth: usize) -> Result<Expr, FilterError> {
        let here = self.position();
        self.take();
        let inner = self.any_of(depth + 1)?;
        match self.take() {
            Some(Token {
                kind: Kind::Close, ..
            }) if inner == Expr::all(Vec::new()) => Err(FilterError::new(
                here,
                "there is no condition inside these brackets",
            )),
            Some(Token {
                kind: Kind::Close, ..
            }) => Ok(inner),
            _ => Err(FilterError::new(here, "this ( is not closed; add a )")),
        }
    }

    fn sort_keys(&mut self) -> Result<Option<Expr>, FilterError> {
        let here = self.position();
        self.take();
        if !matches!(
            self.take().map(|token| token.kind),
            Some(Kind::Op(":" | "="))
        ) {
            return Err(FilterError::new(
                here,
                "write the order as sort:due,-priority",
            ));
        }
        let position = self.position();
        let Some(Token {
            kind: Kind::Word { mark: "", text, .. },
            ..
        }) = self.take()
        else {
            return Err(FilterError::new(
                position,
                "write the order as sort:due,-priority",
            ));
        };
        if !self.sort.is_empty() {
            return Err(FilterError::new(here, "sort: is given twice; give it once"));
        }
        self.sort = sort::keys(&text, position)?;
        Ok(None)
    }
}
