//! Questions whether something was done: "did I already pay the rent?", "have I called mum?". They
//! sound like facts, and change nothing.

use crate::pattern::skip_signs_back;
use crate::proposal::{Action, TaskRef};
use crate::when::Scan;

impl Scan<'_> {
    /// The question whether something was done that `from..to` wholly is.
    pub(crate) fn whether_done(&self, from: usize, to: usize) -> Option<Action> {
        let topics = &self.locale.topics;
        let strange = |at: usize| topics.strangers.contains(self.surface(at));
        // "did I put milk on my list" asks what stands there.
        if to - from > 16 || (from..to).any(strange) || self.names_list(from, to) {
            return None;
        }
        let phrases = &self.locale.phrases.whether_done;
        phrases.iter().find_map(|phrase| {
            let found = phrase.whole(self, from, to)?;
            let (at, end) = found.task?;
            let end = skip_signs_back(self, at, end);
            // "did I pay the rent yesterday" still asks about the rent.
            let end = (at + 1..end)
                .find(|place| self.when(*place).is_some_and(|(_, next)| next == end))
                .unwrap_or(end);
            let (verb, object) = match found.past {
                // "is the report done" says nothing of what was done with it.
                Some((past, _)) => {
                    let verb = self.past_at(past)?;
                    let vague = verb == "do";
                    (if vague { String::new() } else { verb }, (at, end))
                }
                None if self.locale.grammar.verbs_close => (String::new(), (at, end)),
                None if self.verb_at(at) => (self.surface(at).to_owned(), (at + 1, end)),
                None => return None,
            };
            self.done_action(&verb, object)
        })
    }

    fn done_action(&self, verb: &str, (at, end): (usize, usize)) -> Option<Action> {
        let topics = &self.locale.topics;
        // "did I add ..", "have I got ..", "did I forget ..": about the list, or about nothing on it.
        let other = topics.memory.contains(verb)
            || matches!(
                verb,
                "add"
                    | "put"
                    | "include"
                    | "insert"
                    | "create"
                    | "set"
                    | "get"
                    | "have"
                    | "receive"
                    | "tell"
                    | "leave"
                    | "note"
            );
        // "did I finish anything", "have I read any books"
        let vague = (at..end).any(|at| {
            matches!(
                self.sense(at),
                "any" | "anything" | "something" | "everything" | "all" | "what" | "how" | "if"
            ) || topics.foreign.contains(self.surface(at)) && verb.is_empty()
        });
        if at >= end || other || vague {
            return None;
        }
        let tasks = match self.reference(at, end)? {
            TaskRef::Text(words) if verb.is_empty() => TaskRef::Text(words),
            // The speaker's own words where they stand together.
            TaskRef::Text(_) if at > 0 && self.surface(at - 1) == verb => {
                TaskRef::Text(self.text_of(at - 1, end))
            }
            TaskRef::Text(words) => TaskRef::Text(format!("{verb} {words}")),
            TaskRef::Filter(_) | TaskRef::Each(_) => return None,
            known => known,
        };
        Some(Action::WhetherDone { tasks })
    }
}
