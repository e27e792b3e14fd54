//! What is told first and asked for behind it: "I have a meeting at 4, can you remind me?", "is milk
//! on my list? if not, add it".

use crate::draft::Opening;
use crate::locale::Word;
use crate::marks::Mark;
use crate::pattern::{Pattern, skip_signs_back};
use crate::pieces::{Piece, Value};
use crate::proposal::{Action, Proposal};
use crate::when::Scan;

/// So far behind "if" stands what denies: "if it is not", "wenn sie noch nicht".
const DENIAL: usize = 5;

/// A thing, by its place in the text, and the list that it is on or not.
struct Listed {
    title: String,
    mark: Option<Mark>,
}

impl Scan<'_> {
    /// `from..to` behind words that only open a list: "open my calendar and | delete the next event".
    pub(crate) fn behind_opened_list(&self, from: usize, to: usize) -> usize {
        let phrases = self.locale.phrases.opened.iter();
        let ends = phrases.filter_map(|phrase| phrase.prefix(self, from, to));
        let end = ends.map(|found| found.end).max();
        let asks = |at: &usize| {
            let (start, end) = self.request(*at, to);
            start < end && self.opens_command(start, end)
        };
        end.filter(asks).unwrap_or(from)
    }

    /// A task that is told and then asked to be kept: "march 5th is Ana's birthday, put it on my
    /// calendar".
    pub(crate) fn told(&self, text: &str, from: usize, to: usize) -> Option<Proposal> {
        let topics = &self.locale.topics;
        if !self.speaks_of_keeping(from, to)
            || topics.questions.contains(self.surface(from))
            || self.is(from, Word::Condition)
        {
            return None;
        }
        let split = self.split_before(&self.locale.phrases.keep, from + 2, to)?;
        let end = self.without_joint(from, split);
        let strange = |at: usize| {
            topics.strangers.contains(self.surface(at))
                || topics.others_lists.contains(self.surface(at))
        };
        let strange = (from..to).any(strange);
        let prefix = self.create_prefix(from, end);
        let asked = prefix.as_ref().is_some_and(|prefix| !prefix.weak);
        if end <= from || strange || asked || self.command(from, end).is_some() {
            return None;
        }
        let mut pieces: Vec<Piece> = (split..to)
            .find_map(|at| self.destination(at))
            .filter(|(mark, _)| !matches!(mark, Mark::Nothing))
            .map(|(mark, next)| Piece {
                from: split,
                to: next,
                value: Value::Mark(mark),
                confidence: 0.85,
            })
            .into_iter()
            .collect();
        let mut begin = from;
        if let Some((lead, next)) = self.leading_time(from, end)
            && self.is(next, Word::Being)
        {
            begin = next + 1;
            pieces.push(lead);
        }
        let phrases = self.locale.phrases.told.iter();
        let opening = phrases.filter_map(|phrase| phrase.prefix(self, begin, end));
        let opened = opening.map(|found| found.end).max().filter(|at| *at < end);
        let begin = opened
            .or_else(|| prefix.map(|prefix| prefix.end))
            .unwrap_or(begin);
        let opening = Opening {
            to: true,
            ..Opening::default()
        };
        let drafted = self.draft(text, begin, end, opening, &pieces);
        (!drafted.drafts.is_empty()).then(|| self.created(text, drafted, split, to))
    }

    /// "do I have tortillas on my list? if not, add them", "add milk if it is not there yet".
    pub(crate) fn if_missing(&self, text: &str, from: usize, to: usize) -> Option<Proposal> {
        if !self.speaks_of_keeping(from, to) {
            return None;
        }
        let put = &self.locale.phrases.put_it;
        let condition = (from + 1..to).rev().find_map(|at| {
            let denied = (at + 1..to.min(at + 1 + DENIAL)).find(|at| self.is_denial(*at))?;
            self.is(at, Word::Condition).then_some((at, denied))
        });
        let head = match condition {
            Some((at, denied)) if self.split_before(put, denied + 1, to).is_some() => at,
            Some((at, denied)) => {
                let light = (denied + 1..to).all(|at| self.says_only_where(at));
                if !light {
                    return None;
                }
                match self.split_before(put, from + 1, at) {
                    Some(split) => split,
                    None => return self.missing_of_request(text, from, at),
                }
            }
            None if self.is_to_be_there(from, to) => to,
            None => self.split_before(put, from + 2, to)?,
        };
        let asks = condition.is_some()
            || head == to
            || self.locale.topics.questions.contains(self.surface(from));
        let end = self.without_joint(from, head);
        let listed = self.listed(from, end).filter(|_| asks)?;
        let mut task = domain::command::NewTask {
            title: listed.title,
            ..Default::default()
        };
        match listed.mark {
            Some(Mark::Project(name)) => {
                task.project = Some(domain::command::ProjectRef::Named(name));
            }
            Some(Mark::Tags(tags)) => task.tags = tags,
            _ => {}
        }
        let draft = crate::proposal::Draft {
            task,
            spans: Vec::new(),
        };
        let action = Action::AddMissing {
            drafts: vec![draft],
        };
        Some(self.commanded(text, action, from, to))
    }

    /// "add milk to my list | if it is not there": the request without its condition.
    fn missing_of_request(&self, text: &str, from: usize, to: usize) -> Option<Proposal> {
        let prefix = self.create_prefix(from, to).filter(|prefix| !prefix.weak)?;
        let end = skip_signs_back(self, from, to);
        let mut proposal = self.creating(text, from, end, &prefix);
        for action in &mut proposal.actions {
            if let Action::Create { drafts } = action {
                let drafts = std::mem::take(drafts);
                *action = Action::AddMissing { drafts };
            }
        }
        Some(proposal)
    }

    /// "make sure bread is on my list".
    fn is_to_be_there(&self, from: usize, to: usize) -> bool {
        let phrases = self.locale.phrases.be_there.iter();
        let ends = phrases.filter_map(|phrase| phrase.prefix(self, from, to));
        ends.map(|found| found.end).max().is_some_and(|end| {
            (end..to).any(|at| self.is(at, Word::Being) && self.destination(at + 1).is_some())
        })
    }

    /// What a question about a list is about: "do i have | milk | on my list".
    fn listed(&self, from: usize, to: usize) -> Option<Listed> {
        let topics = &self.locale.topics;
        let begin = (from..to)
            .rev()
            .find(|at| self.is(*at, Word::Condition) || self.means(*at, "sure"));
        let begin = begin.map_or(from, |at| at + 1);
        let mark = (begin..to).find_map(|at| self.destination(at));
        if mark.is_none() && !self.names_list(from, to) {
            return None;
        }
        let end = (begin..to)
            .find(|at| self.destination(*at).is_some())
            .unwrap_or(to);
        let words: Vec<usize> = (begin..end)
            .filter(|at| {
                let word = self.surface(*at);
                self.tokens[*at].is_content()
                    && !topics.filler.contains(word)
                    && !topics.questions.contains(word)
                    && !topics.changing.contains(word)
                    && !matches!(
                        self.sense(*at),
                        "already" | "listed" | "got" | "any" | "still"
                    )
            })
            .collect();
        let (first, last) = (*words.first()?, *words.last()?);
        Some(Listed {
            title: self.text_of(first, last + 1),
            mark: mark.map(|(mark, _)| mark),
        })
    }

    /// The first place from `from` on from where `..to` is wholly one of `phrases`, politeness aside.
    fn split_before(&self, phrases: &[Pattern], from: usize, to: usize) -> Option<usize> {
        // What is asked for is short.
        (from.max(to.saturating_sub(14))..to).find(|at| {
            let begins = self.tokens[*at].is_content() && !self.is(*at, Word::And);
            let (start, end) = self.request(*at, to);
            let end = skip_signs_back(self, start, end);
            begins
                && start < end
                && phrases
                    .iter()
                    .any(|phrase| phrase.whole(self, start, end).is_some())
        })
    }

    /// `to`, without what joins the two parts: ", and", "? but".
    fn without_joint(&self, from: usize, to: usize) -> usize {
        let mut end = to;
        while end > from
            && (!self.tokens[end - 1].is_content()
                || self.is(end - 1, Word::And)
                || self.is(end - 1, Word::Therefore)
                || matches!(self.sense(end - 1), "but" | "then" | "and"))
        {
            end -= 1;
        }
        end
    }

    fn speaks_of_keeping(&self, from: usize, to: usize) -> bool {
        let topics = &self.locale.topics;
        (from..to).any(|at| {
            let word = self.surface(at);
            topics.changing.contains(word)
                || topics.memory.contains(word)
                || matches!(
                    self.sense(at),
                    "reminded" | "added" | "remind" | "save" | "note"
                )
        })
    }

    pub(crate) fn is_denial(&self, at: usize) -> bool {
        matches!(
            self.sense(at),
            "not"
                | "n't"
                | "isn't"
                | "aren't"
                | "isnt"
                | "arent"
                | "don't"
                | "doesn't"
                | "can't"
                | "cannot"
                | "no"
        )
    }

    /// Words that only say where something is not: "already there", "on the list yet".
    fn says_only_where(&self, at: usize) -> bool {
        !self.tokens[at].is_content()
            || self.is(at, Word::Determiner)
            || self.is(at, Word::Lately)
            || self.is(at, Word::Being)
            || self.locale.topics.lists.contains(self.surface(at))
            || self.locale.topics.filler.contains(self.surface(at))
            || matches!(
                self.sense(at),
                "already" | "yet" | "there" | "on" | "in" | "it" | "here" | "still" | "is" | "are"
            )
    }
}
