//! Full-text search: how the words of tasks are written and asked for, the same on both engines.
//!
//! Words are folded and split here, and each is stored behind the id of its space. So a search,
//! also one for the beginning of a word, meets no other space's words, and both engines find the
//! same tasks. Only their order may differ.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use domain::policy::SpaceScope;
use domain::{SpaceId, Task, fold};

use crate::sql::{Engine, statements};
use crate::statement::{Fetch, WriteBatch};
use crate::task_row::read;
use crate::value::values;

statements! {
    PUT = twins "task_search/put";
    FIND = twins "task_search/find";
}

/// Words of one task that are indexed.
const WORDS: usize = 2_000;
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
    let terms: Vec<String> =
        words.iter().map(|word| format!("{quote}{space}{word}{quote}{star}")).collect();
    Some(Fetch::new(&FIND, values![scope.space(), terms.join(joint), limit], read))
}

/// Whether the words of a task are to be written again.
pub(crate) fn says_other_words(before: &Task, after: &Task) -> bool {
    before.title != after.title
        || before.notes != after.notes
        || before.checklist.len() != after.checklist.len()
        || before.checklist.iter().zip(&after.checklist).any(|(a, b)| a.title != b.title)
}

/// Writes the words of a task.
pub(crate) fn put(engine: Engine, space: SpaceId, task: &Task) -> WriteBatch {
    let title: BTreeSet<String> = words(&task.title).collect();
    let mut notes: BTreeSet<String> = words(&task.notes)
        .chain(task.checklist.iter().flat_map(|item| words(&item.title)))
        .filter(|word| !title.contains(word))
        .take(WORDS)
        .collect();
    notes.retain(|word| !title.contains(word));
    let mark = space.uuid().simple().to_string();
    let mut writes = WriteBatch::new();
    writes.push(&PUT, match engine {
        Engine::Sqlite => {
            values![space, task.id, marked(&mark, &title), marked(&mark, &notes)]
        }
        Engine::Postgres => values![space, task.id, vector(&mark, &title, &notes)],
    });
    writes
}

/// Folded words without punctuation, in the order of the text.
fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold::key(text);
    let words: Vec<String> = folded
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(WORD_CHARS).collect())
        .collect();
    words.into_iter()
}

fn marked(mark: &str, words: &BTreeSet<String>) -> String {
    let mut text = String::new();
    for word in words {
        let _ = write!(text, "{mark}{word} ");
    }
    text
}

/// A `tsvector` as text: words of the title weigh most.
fn vector(mark: &str, title: &BTreeSet<String>, notes: &BTreeSet<String>) -> String {
    let mut text = String::new();
    for (position, word) in (1..).zip(title) {
        let _ = write!(text, "'{mark}{word}':{position}A ");
    }
    for (position, word) in (title.len() + 1..).zip(notes) {
        let _ = write!(text, "'{mark}{word}':{position} ");
    }
    text
}
