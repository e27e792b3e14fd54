//! From words to tasks: matches a reference against candidates, and acts only on one clear match.

use domain::due::Due;
use domain::{Priority, Status, TaskId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::proposal::{Action, TaskRef};

/// A task that a reference may mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Identity.
    pub id: TaskId,
    /// The number that people say.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// How much it matters.
    pub priority: Priority,
    /// Its project's name.
    pub project: Option<String>,
    /// Names of its tags.
    pub tags: Vec<String>,
    /// When it is due.
    pub due: Option<Due>,
    /// The local day of completion.
    pub completed_on: Option<Date>,
    /// Whether it repeats.
    pub recurring: bool,
}

/// What a reference means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// These tasks.
    Tasks(Vec<TaskId>),
    /// One of these, best first; ask.
    Ambiguous(Vec<TaskId>),
    /// None of the candidates.
    None,
}

/// The texts to search candidates by, one search per text; empty for references that need none.
/// A search that finds tasks with any of the words, by prefix, is enough. Where it finds nothing,
/// the latest open tasks are good candidates too, because words may be misspelt.
pub fn search_words(reference: &TaskRef) -> Vec<String> {
    match reference {
        TaskRef::Text(text) => vec![text.clone()],
        TaskRef::Each(each) => each.iter().flat_map(search_words).collect(),
        _ => Vec::new(),
    }
}

/// Finds the tasks that `action` names among `candidates`.
///
/// Numbers, ordinals, focus and ids need no candidates, except numbers, which are looked up by
/// [`Candidate::number`]. A filter takes every candidate that it matches.
pub fn resolve(action: &Action, candidates: &[Candidate], ctx: &Context) -> Resolution {
    let _ = (action, candidates, ctx);
    Resolution::None
}
