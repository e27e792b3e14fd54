//! New parts of a task that exists: "add a subtask buy eggs to the groceries task", "add eggs as a
//! subtask of groceries".

use crate::draft::Opening;
use crate::pattern::skip_signs_back;
use crate::proposal::{Action, Proposal, TaskRef};
use crate::when::Scan;

impl Scan<'_> {
    /// The subtasks that `from..to` wholly asks for. Where it speaks of a subtask and does not say
    /// what it is, the proposal is empty: it is no task of its own either.
    pub(crate) fn subtasks(&self, text: &str, from: usize, to: usize) -> Option<Proposal> {
        let phrases = &self.locale.phrases.subtask;
        let mut found = phrases
            .iter()
            .filter_map(|phrase| phrase.whole(self, from, to));
        let first = found.next()?;
        let whole = std::iter::once(first).chain(found).find_map(|found| {
            let (at, end) = found.text?;
            let end = skip_signs_back(self, at, end);
            // "add a subtask for groceries": what stands there names the task.
            let names_task = matches!(
                self.sense(at),
                "to" | "for" | "under" | "of" | "in" | "on" | "with"
            );
            if names_task || at >= end || self.denies(at, end) {
                return None;
            }
            let tasks = match found.task {
                Some((at, end)) => self.reference(at, end)?,
                None => TaskRef::Focus,
            };
            Some((at, end, tasks))
        });
        let Some((at, end, tasks)) = whole else {
            return Some(Proposal::default());
        };
        let several = (from..at)
            .chain(end..to)
            .any(|at| matches!(self.sense(at), "subtasks" | "tasks"));
        let opening = Opening {
            to: true,
            listing: true,
            several,
        };
        let drafted = self.draft(text, at, end, opening, &[]);
        let mut proposal = self.created(text, drafted, from, at);
        for action in &mut proposal.actions {
            if let Action::Create { drafts } = action {
                *action = Action::AddSubtasks {
                    tasks: tasks.clone(),
                    drafts: std::mem::take(drafts),
                };
            }
        }
        Some(proposal)
    }
}
