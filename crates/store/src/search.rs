//! Full-text search: how the words of tasks are written and asked for, the same on both engines.
//!
//! Words are folded and split here, and each is stored behind the id of its space. So a search,
//! also one for the beginning of a word, meets no other space's words, and both engines find the
//! same tasks.

use domain::policy::SpaceScope;
use domain::{Task, fold};

use crate::sql::{Engine, statements};
use crate::statement::Fetch;
use crate::task_row::read;
use crate::value::{Value, values};

statements! {
    FIND = twins "task_search/find";
    FIND_ANY = twins "task_search/find_any";
}

/// Characters of one word that are indexed.
const WORD_CHARS: usize = 40;
/// Words of one search that are asked for.
const QUERY_WORDS: usize = 16;

/// Tasks whose title, notes or checklist hold every word of `text`, each at least as the beginning
/// of one, done ones included, without the trash. `None` when `text` has no word.
///
/// First those whose title holds the words as they are, then those whose title holds them as
/// beginnings, then the others; among equals the newest first. The order is the same on both
/// engines.
pub fn find(engine: Engine, scope: SpaceScope, text: &str, limit: u32) -> Option<Fetch<Task>> {
    let query = Query::new(engine, scope, text)?;
    let exact = query.titled(false);
    let begun = query.titled(true);
    let anywhere = query.all(query.star());
    let parts = match engine {
        Engine::Sqlite => [
            exact.clone(),
            format!("({begun}) NOT ({exact})"),
            format!("({anywhere}) NOT ({begun})"),
        ],
        Engine::Postgres => [exact, begun, anywhere],
    };
    let mut values = values![scope.space()];
    values.extend(parts.map(Value::from));
    values.push(limit.into());
    Some(Fetch::new(&FIND, values, read))
}

/// Tasks that hold any of the words of `text`, those that hold the most and the rarest first.
/// Otherwise like [`find`], but the order of equals may differ between the engines.
pub fn find_any(engine: Engine, scope: SpaceScope, text: &str, limit: u32) -> Option<Fetch<Task>> {
    let query = Query::new(engine, scope, text)?;
    let joint = match engine {
        Engine::Sqlite => " OR ",
        Engine::Postgres => " | ",
    };
    let any = query.terms(query.star()).join(joint);
    Some(Fetch::new(
        &FIND_ANY,
        values![scope.space(), any, limit],
        read,
    ))
}

/// Words that are looked for, in an engine's spelling.
struct Query {
    engine: Engine,
    /// Each behind the id of the space.
    words: Vec<String>,
}

impl Query {
    fn new(engine: Engine, scope: SpaceScope, text: &str) -> Option<Self> {
        let space = scope.space().uuid().simple().to_string();
        let words: Vec<String> = words(text)
            .take(QUERY_WORDS)
            .map(|word| format!("{space}{word}"))
            .collect();
        (!words.is_empty()).then_some(Self { engine, words })
    }

    /// What makes a word the beginning of one.
    fn star(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite => "*",
            Engine::Postgres => ":*",
        }
    }

    fn terms(&self, mark: &str) -> Vec<String> {
        let quote = match self.engine {
            Engine::Sqlite => '"',
            Engine::Postgres => '\'',
        };
        self.words
            .iter()
            .map(|word| format!("{quote}{word}{quote}{mark}"))
            .collect()
    }

    fn all(&self, mark: &str) -> String {
        let joint = match self.engine {
            Engine::Sqlite => " AND ",
            Engine::Postgres => " & ",
        };
        self.terms(mark).join(joint)
    }

    /// All words, in the title.
    fn titled(&self, is_begun: bool) -> String {
        match (self.engine, is_begun) {
            (Engine::Sqlite, true) => format!("title : ({})", self.all("*")),
            (Engine::Sqlite, false) => format!("title : ({})", self.all("")),
            (Engine::Postgres, true) => self.all(":*A"),
            (Engine::Postgres, false) => self.all(":A"),
        }
    }
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
