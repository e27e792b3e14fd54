//! Full-text search: how the words of tasks are written and asked for, the same on both engines.
//!
//! Words are folded and split here, and each is stored behind the id of its space. So a search,
//! also one for the beginning of a word, meets no other space's words, and both engines find the
//! same tasks. Only their order may differ.

use domain::policy::SpaceScope;
use domain::{Task, fold};

use crate::sql::{Engine, statements};
use crate::statement::Fetch;
use crate::task_row::read;
use crate::value::values;

statements! {
    FIND = twins "task_search/find";
}

/// Characters of one word that are indexed.
const WORD_CHARS: usize = 40;
/// Words of one search that are asked for.
const QUERY_WORDS: usize = 16;

/// Which tasks a search finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// Those with all words, each at least as the beginning of one.
    All,
    /// Those with any of the words.
    Any,
}

/// Tasks whose title, notes or checklist hold the words of `text`, most relevant first, done ones
/// included, without the trash. `None` when `text` has no word.
pub fn find(
    engine: Engine,
    scope: SpaceScope,
    text: &str,
    matching: Match,
    limit: u32,
) -> Option<Fetch<Task>> {
    let words: Vec<String> = words(text).take(QUERY_WORDS).collect();
    if words.is_empty() {
        return None;
    }
    let space = scope.space().uuid().simple().to_string();
    let (quote, star, joint) = match (engine, matching) {
        (Engine::Sqlite, Match::All) => ('"', "*", " AND "),
        (Engine::Sqlite, Match::Any) => ('"', "*", " OR "),
        (Engine::Postgres, Match::All) => ('\'', ":*", " & "),
        (Engine::Postgres, Match::Any) => ('\'', ":*", " | "),
    };
    let terms: Vec<String> = words
        .iter()
        .map(|word| format!("{quote}{space}{word}{quote}{star}"))
        .collect();
    Some(Fetch::new(
        &FIND,
        values![scope.space(), terms.join(joint), limit],
        read,
    ))
}

/// Folded words without punctuation, in the order of the text.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold::key(text);
    let words: Vec<String> = folded
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(WORD_CHARS).collect())
        .collect();
    words.into_iter()
}
