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
    REMOVE = twins "task_search/remove";
}

/// Words of one task that are indexed.
const WORDS: usize = 2_000;

/// Writes the words of a task where they have changed, and takes them out of the index when the
/// task goes to the trash. Words are the dearest to write.
pub(super) fn follow(
    engine: Engine,
    space: SpaceId,
    before: Option<&Task>,
    after: &Task,
) -> WriteBatch {
    let was_found = before.filter(|before| before.deleted_at.is_none());
    match (was_found, after.deleted_at) {
        (Some(_), Some(_)) => remove(space, after),
        (None, Some(_)) => WriteBatch::new(),
        (Some(before), None) if !differ(before, after) => WriteBatch::new(),
        (_, None) => put(engine, space, after),
    }
}

fn differ(before: &Task, after: &Task) -> bool {
    before.title != after.title
        || before.notes != after.notes
        || before.checklist.len() != after.checklist.len()
        || before
            .checklist
            .iter()
            .zip(&after.checklist)
            .any(|(a, b)| a.title != b.title)
}

fn remove(space: SpaceId, task: &Task) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_last(&REMOVE, values![space, task.id]);
    writes
}

fn put(engine: Engine, space: SpaceId, task: &Task) -> WriteBatch {
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
