//! From words to tasks: matches a reference against candidates, and acts only on one clear match.

use domain::due::Due;
use domain::{Priority, Status, TaskId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::matching::matching;
use crate::proposal::{Action, Ordinal, TaskRef};
use crate::question::StatusFilter;

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
    let Some(reference) = action.tasks() else {
        return Resolution::None;
    };
    let reopening = matches!(action, Action::Reopen { .. });
    let by_status = matches!(action, Action::WhetherDone { .. })
        || matches!(reference, TaskRef::Filter(question) if question.status != StatusFilter::Open);
    let eligible: Vec<&Candidate> = candidates
        .iter()
        .filter(|task| by_status || task.status.is_open() != reopening)
        .collect();
    find(reference, &eligible, ctx)
}

fn find(reference: &TaskRef, candidates: &[&Candidate], ctx: &Context) -> Resolution {
    let talk = &ctx.conversation;
    match reference {
        TaskRef::Number(number) => {
            let found = candidates.iter().find(|task| task.number == *number);
            found.map_or(Resolution::None, |task| Resolution::Tasks(vec![task.id]))
        }
        TaskRef::Ordinal(ordinal) => {
            let choices: Vec<TaskId> = talk.choices.iter().map(|choice| choice.id).collect();
            let shown = if choices.is_empty() {
                &talk.shown
            } else {
                &choices
            };
            let place = match ordinal {
                Ordinal::Top(n) => usize::from(*n).checked_sub(1),
                Ordinal::Bottom(n) => shown.len().checked_sub(usize::from(*n)),
            };
            let found = place.and_then(|place| shown.get(place));
            found.map_or(Resolution::None, |id| Resolution::Tasks(vec![*id]))
        }
        TaskRef::Focus if talk.focus.is_empty() => Resolution::None,
        TaskRef::Focus => Resolution::Tasks(talk.focus.clone()),
        TaskRef::Ids(ids) => Resolution::Tasks(ids.clone()),
        TaskRef::Text(text) => matching(text, candidates, ctx),
        TaskRef::Filter(question) => {
            let ids: Vec<TaskId> = candidates
                .iter()
                .filter(|task| question.matches(task, ctx))
                .map(|task| task.id)
                .collect();
            if ids.is_empty() {
                Resolution::None
            } else {
                Resolution::Tasks(ids)
            }
        }
        TaskRef::Each(each) => all_of(each.iter().map(|one| find(one, candidates, ctx))),
    }
}

/// All of several references, or the first that is not clear.
fn all_of(each: impl Iterator<Item = Resolution>) -> Resolution {
    let mut ids = Vec::new();
    for one in each {
        match one {
            Resolution::Tasks(found) => ids.extend(
                found
                    .into_iter()
                    .filter(|id| !ids.contains(id))
                    .collect::<Vec<_>>(),
            ),
            other => return other,
        }
    }
    if ids.is_empty() {
        Resolution::None
    } else {
        Resolution::Tasks(ids)
    }
}
