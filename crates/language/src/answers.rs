//! Answers to what the conversation asked: yes, no, the second one.

use crate::interpret::acting;
use crate::pattern::skip_signs_back;
use crate::proposal::{Action, Proposal, TaskRef};
use crate::small_talk::Talk;
use crate::when::Scan;

impl Scan<'_> {
    /// An answer to what the conversation asked.
    pub(crate) fn answer(&self, from: usize, to: usize) -> Option<Proposal> {
        let talk = &self.ctx.conversation;
        if !talk.pending.is_empty() {
            let reply = self.talk(from, to).or_else(|| {
                let comma = (from..to).find(|at| matches!(self.sense(*at), "," | "." | "!"))?;
                let head = self.talk(from, comma)?;
                let tail = self.request(comma + 1, to);
                // "yes, and delete .." is a request of its own.
                (tail.0 >= tail.1 || self.talk(tail.0, tail.1).is_some() || head == Talk::No)
                    .then_some(head)
            });
            match reply {
                Some(Talk::Yes) => return Some(acting(vec![Action::Confirm])),
                Some(Talk::YesToAll) => return Some(acting(vec![Action::ConfirmAll])),
                Some(Talk::No) => return Some(acting(vec![Action::Reject])),
                _ => {}
            }
        }
        if let Some(asked) = talk.asked.as_ref().filter(|_| !talk.choices.is_empty()) {
            if self.talk(from, to) == Some(Talk::No) {
                return Some(acting(vec![Action::Reject]));
            }
            let (start, end) = self.request(from, to);
            let ids: Option<Vec<_>> =
                if matches!(self.sense(start), "all" | "both" | "everything") && end - start <= 3 {
                    Some(talk.choices.iter().map(|choice| choice.id).collect())
                } else {
                    self.chosen(start, end)
                };
            if let Some(ids) = ids {
                return Some(acting(vec![asked.clone().on(TaskRef::Ids(ids))]));
            }
        }
        None
    }

    pub(crate) fn chosen(&self, from: usize, to: usize) -> Option<Vec<domain::TaskId>> {
        let talk = &self.ctx.conversation;
        let end = skip_signs_back(self, from, to);
        if from >= end {
            return None;
        }
        if let Some(n) = self
            .number(from)
            .filter(|(_, next)| *next == end)
            .map(|(n, _)| n)
        {
            let place = usize::try_from(n).ok()?.checked_sub(1)?;
            return talk.choices.get(place).map(|choice| vec![choice.id]);
        }
        let start = if matches!(self.sense(from), "the" | "i" | "it's") {
            from + 1
        } else {
            from
        };
        let reference = match self.list_place(from, end) {
            Some(ordinal) => TaskRef::Ordinal(ordinal),
            None if end - start <= 8
                && self.create_prefix(from, to).is_none()
                && self.command(from, to).is_none() =>
            {
                let last = if matches!(self.sense(end - 1), "one" | "task") && end - start > 1 {
                    end - 1
                } else {
                    end
                };
                TaskRef::Text(self.text_of(start, last))
            }
            None => return None,
        };
        let action = talk.asked.clone()?.on(reference);
        match crate::resolve::resolve(&action, &talk.choices, self.ctx) {
            crate::resolve::Resolution::Tasks(ids) => Some(ids),
            _ => None,
        }
    }
}
