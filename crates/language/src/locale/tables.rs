//! Tables of words and names, made once from a locale's lines.

use std::collections::{HashMap, HashSet};

use super::Word;

/// What a word means.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meaning {
    /// To a clock, a calendar, and the grammar.
    pub(crate) words: &'static [Word],
    /// What it does in a sentence, where the locale's words are not the grammar's own.
    pub(crate) sense: Option<&'static str>,
}

impl Meaning {
    /// No meaning.
    pub(crate) const NONE: Self = Self {
        words: &[],
        sense: None,
    };
}

/// Lines of spellings, divided by spaces, that share their classes.
pub(super) type WordLines = &'static [(&'static str, &'static [Word])];

/// Makes the word table.
pub(super) fn words(lines: WordLines) -> HashMap<&'static str, Meaning> {
    let mut words = HashMap::with_capacity(1024);
    for (spellings, classes) in lines {
        for spelling in spellings.split_whitespace() {
            let meaning = Meaning {
                words: classes,
                sense: None,
            };
            let before = words.insert(spelling, meaning);
            debug_assert!(
                before.is_none(),
                "'{spelling}' stands twice in the word table"
            );
        }
    }
    words
}

/// Gives each word of `words` the sense that `lines` name, and an empty one where they name none.
/// A line is a sense and the spellings that have it.
pub(super) fn give_senses(
    words: &mut HashMap<&'static str, Meaning>,
    lines: &[(&'static str, &'static str)],
) {
    for (spelling, meaning) in words.iter_mut() {
        if spelling.starts_with(char::is_alphabetic) {
            meaning.sense = Some("");
        }
    }
    for (sense, spellings) in lines {
        for spelling in spellings.split_whitespace() {
            let meaning = words.entry(spelling).or_insert(Meaning::NONE);
            debug_assert!(
                meaning.sense.is_none_or(str::is_empty),
                "'{spelling}' has two senses"
            );
            meaning.sense = Some(sense);
        }
    }
}

/// Names of one or more words, each with what it means.
pub(crate) struct Names<T> {
    /// Longest first.
    names: Vec<(Vec<&'static str>, T)>,
    /// The words that names begin with, without full stops.
    first: HashSet<&'static str>,
}

impl<T: Copy> Names<T> {
    /// Reads lines of names, divided by bars, that share their meaning.
    pub(super) fn new(lines: &[(&'static str, T)]) -> Self {
        let mut names: Vec<(Vec<&'static str>, T)> = lines
            .iter()
            .flat_map(|(names, value)| {
                names
                    .split('|')
                    .map(|name| (name.split_whitespace().collect(), *value))
            })
            .collect();
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let first = names
            .iter()
            .filter_map(|(words, _)| words.first())
            .map(|word| word.trim_end_matches('.'))
            .collect();
        Self { names, first }
    }

    /// The names that may begin with `word`: none, or all.
    pub(crate) fn beginning(&self, word: &str) -> &[(Vec<&'static str>, T)] {
        if self.first.contains(word) {
            &self.names
        } else {
            &[]
        }
    }
}
