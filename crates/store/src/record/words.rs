//! Writing the words of tasks, for [`crate::search`] to find.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use domain::{SpaceId, Task};

use crate::search::words;
use crate::sql::{Engine, statements};
use crate::statement::WriteBatch;
use crate::value::values;

statements! {
    PUT = twins "task_search/put";
}

/// Words of one task that are indexed.
const WORDS: usize = 2_000;

/// Whether the words of a task are to be written again.
pub(super) fn differ(before: &Task, after: &Task) -> bool {
    before.title != after.title
        || before.notes != after.notes
        || before.checklist.len() != after.checklist.len()
        || before
            .checklist
            .iter()
            .zip(&after.checklist)
            .any(|(a, b)| a.title != b.title)
}

/// Writes the words of a task.
pub(super) fn put(engine: Engine, space: SpaceId, task: &Task) -> WriteBatch {
    let title: BTreeSet<String> = words(&task.title).collect();
    let mut notes: BTreeSet<String> = words(&task.notes)
        .chain(task.checklist.iter().flat_map(|item| words(&item.title)))
        .filter(|word| !title.contains(word))
        .take(WORDS)
        .collect();
    notes.retain(|word| !title.contains(word));
    let mark = space.uuid().simple().to_string();
    let mut writes = WriteBatch::new();
    writes.push_last(
        &PUT,
        match engine {
            Engine::Sqlite => {
                values![space, task.id, marked(&mark, &title), marked(&mark, &notes)]
            }
            Engine::Postgres => values![space, task.id, vector(&mark, &title, &notes)],
        },
    );
    writes
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
