//! Talk about lists as such: what stands on one, in any order of words, and a new one.

use crate::locale::Word;
use crate::pattern::Found;
use crate::proposal::{Action, Doubt, Proposal, Reply};
use crate::question::Question;
use crate::when::Scan;

/// So many words may stand between "my" and "list".
const NAME_WORDS: usize = 4;

impl Scan<'_> {
    /// A question about what stands on a list: "my shopping list contains what", "does the list
    /// have apples on it", "walk me through my reminders".
    pub(crate) fn about_list(&self, from: usize, to: usize) -> Option<Action> {
        let topics = &self.locale.topics;
        let first = self.surface(from);
        let asks = self.means(to - 1, "?")
            || topics.questions.contains(first)
            || self.ends_as_question(from, to)
            || self.turned(from, to);
        let told = self.asks_to_tell(from) || topics.telling.contains(first);
        let events = |at: usize| topics.events.contains(self.surface(at));
        let remembering = self.asks_what_was_to_be_remembered(from, to);
        if remembering {
            return Some(Action::List {
                question: Question::default(),
            });
        }
        if !(asks || told) || !(self.names_list(from, to) || told && (from..to).any(events)) {
            return None;
        }
        let strange = |at: usize| {
            topics.strangers.contains(self.surface(at))
                || topics.others_lists.contains(self.surface(at))
        };
        // "did I put tomato on the list" asks about a change that was made.
        let past = topics.helping.contains(first);
        let orders = |at: usize| topics.changing.contains(self.surface(at));
        if (from..to).any(strange) || !past && (from..to).any(orders) {
            return None;
        }
        let read = self.question(from, to, false)?;
        // "tell me your birthday", "tell me about events in my town": not ours.
        let elsewhere = |word: &String| self.is_foreign(word);
        let yours = (from..to).any(|at| self.means(at, "your"));
        if !self.names_list(from, to) && (yours || read.rest.iter().any(elsewhere)) {
            return None;
        }
        let yes_or_no = past || (asks && topics.finite.contains(first));
        let sought: Vec<&str> = read
            .rest
            .iter()
            .map(String::as_str)
            .filter(|word| {
                !topics.telling.contains(word)
                    && !topics.changing.contains(word)
                    && !topics.informing.contains(word)
                    && !topics.questions.contains(word)
            })
            .collect();
        let text = (yes_or_no && !sought.is_empty()).then(|| sought.join(" "));
        Some(Action::List {
            question: Question {
                text: text.or(read.question.text.clone()),
                ..read.question
            },
        })
    }

    /// "what did I ask you to remind me of", "i wanted to remember something, what was it".
    fn asks_what_was_to_be_remembered(&self, from: usize, to: usize) -> bool {
        let topics = &self.locale.topics;
        let what = (from..to).any(|at| self.is(at, Word::Asking))
            || topics.telling.contains(self.surface(from));
        let mine =
            (from..to).any(|at| self.is(at, Word::Speaker) || matches!(self.sense(at), "me"));
        let memory_of = |scan: &Self, at: usize| topics.memory.contains(scan.surface(at));
        let memory = (from..to).any(|at| memory_of(self, at));
        // "I do not remember the code, what should I do?" asks for the code.
        let lost = (from + 1..to).any(|at| {
            memory_of(self, at)
                && (from..at).any(|at| self.is_denial(at) || self.means(at, "unable"))
        });
        what && mine && memory && !lost && self.create_prefix(from, to).is_none()
    }

    /// "on my calendar are there any birthdays", "at what time is laundry on my list": a question
    /// behind its place.
    fn turned(&self, from: usize, to: usize) -> bool {
        let topics = &self.locale.topics;
        matches!(
            self.sense(from),
            "on" | "in" | "at" | "from" | "for" | "during" | "the"
        ) && (from + 1..to).any(|at| {
            self.is(at, Word::Asking)
                || topics.helping.contains(self.surface(at))
                    && (self.is(at + 1, Word::Speaker) || matches!(self.sense(at + 1), "there"))
        })
    }

    /// Whether the sentence speaks of a list of ours: "my to do list", "the calendar".
    pub(crate) fn names_list(&self, from: usize, to: usize) -> bool {
        let topics = &self.locale.topics;
        (from..to).any(|at| {
            let begin = at.saturating_sub(NAME_WORDS).max(from);
            topics
                .lists
                .contains(self.surface(at).trim_end_matches("'s"))
                && (begin..at).any(|place| {
                    topics.owners.contains(self.surface(place))
                        || topics.kinds_of_list.contains(self.surface(place))
                })
        })
    }

    /// Whether `from..to` is a list and nothing on it: "my to do list".
    pub(crate) fn is_list_itself(&self, from: usize, to: usize) -> bool {
        let topics = &self.locale.topics;
        self.names_list(from, to)
            && (from..to).all(|at| {
                let word = self.surface(at);
                topics.lists.contains(word)
                    || topics.owners.contains(word)
                    || topics.kinds_of_list.contains(word)
                    || self.means(at, "to")
                    || !self.tokens[at].is_content()
            })
    }

    /// "create a new list", "make a shopping list": what should stand on it is asked for.
    pub(crate) fn new_list(&self, from: usize, to: usize) -> Option<Proposal> {
        let mut phrases = self.locale.phrases.new_list.iter();
        // "a rundown of my list" is no name of a list.
        let named = |found: &Found| {
            !found.name.is_some_and(|(at, end)| {
                (at..end).any(|at| self.is(at, Word::Of) || self.is(at, Word::Determiner))
            })
        };
        let found = phrases.find_map(|phrase| phrase.prefix(self, from, to).filter(named))?;
        let topics = &self.locale.topics;
        if (from..to).any(|at| topics.others_lists.contains(self.surface(at))) || found.end + 8 < to
        {
            return None;
        }
        Some(Proposal {
            reply: Reply::Act,
            doubts: vec![Doubt {
                question: self.locale.catalogue.doubts.new_list.to_owned(),
                alternatives: Vec::new(),
            }],
            ..Proposal::default()
        })
    }

    /// "so remove it from my list" behind a reason: "we're out of paint, so ..". Gives the place
    /// where the request begins.
    pub(crate) fn behind_reason(&self, from: usize, to: usize) -> Option<usize> {
        let so = (from + 2..to).find(|at| {
            self.is(*at, Word::Therefore)
                && (self.means(at - 1, ",")
                    || self.is(at - 1, Word::And)
                    || self.locale.topics.changing.contains(self.surface(at + 1)))
        })?;
        let strange = (from..to).any(|at| self.locale.topics.strangers.contains(self.surface(at)));
        let (start, end) = self.request(so + 1, to);
        let asked = self.create_prefix(start, end).is_some() || self.command(start, end).is_some();
        (!strange
            && asked
            && self.create_prefix(from, so).is_none()
            && self.command(from, so).is_none())
        .then_some(start)
    }
}
