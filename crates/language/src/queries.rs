//! Questions about tasks: "what's due this week", "how many high priority tasks at home".

use jiff::ToSpan;

use crate::locale::{Unit, Word};
use crate::proposal::Action;
use crate::question::{Question, StatusFilter};
use crate::when::Scan;

/// What opens a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    List,
    /// Verbs that are also tasks: only with a word for tasks, and nothing else.
    Look,
    /// No verb at all: "overdue tasks".
    Noun,
    Count,
    Find,
    When,
    Top,
    Any,
    Agenda,
}

/// A question with the words that it does not account for.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) question: Question,
    pub(crate) rest: Vec<String>,
    /// Whether a word says that tasks are meant.
    pub(crate) cue: bool,
}

impl Scan<'_> {
    /// The question that `from..to` asks, if it is one about tasks.
    pub(crate) fn query(&self, from: usize, to: usize) -> Option<Action> {
        let (ask, start) = self.locale.phrases.ask.iter().find_map(|(ask, phrase)| {
            let found = phrase.prefix(self, from, to)?;
            Some((*ask, found))
        })?;
        let said = |words: &[&str]| (from..to).any(|at| words.contains(&self.sense(at)));
        let own = said(&["i", "my", "our", "we"]);
        // "when is your birthday", "find a ride": the answerer's own, and what is not there yet.
        let indefinite = ask == Ask::Find
            && matches!(self.sense(from), "find" | "search" | "look" | "lookup")
            && self.is(start.end, Word::A);
        if said(&["your", "yours"]) && !own || indefinite && !said(&["task", "reminder", "todo"]) {
            return None;
        }
        // "what did i want to remember" asks for all of it.
        if own && ask != Ask::Noun && said(&["remember", "recall", "forget", "mind"]) {
            return Some(Action::List {
                question: Question::default(),
            });
        }
        let mut place = start.end;
        // A leading list word belongs to the restriction: "overdue tasks", "my tasks", "top 3".
        if ask == Ask::Noun
            || matches!(
                self.sense(from),
                "all"
                    | "every"
                    | "everything"
                    | "my"
                    | "the"
                    | "tasks"
                    | "todos"
                    | "reminders"
                    | "overdue"
                    | "open"
                    | "upcoming"
                    | "today's"
                    | "tomorrow's"
                    | "high"
                    | "urgent"
                    | "completed"
                    | "done"
                    | "remaining"
                    | "pending"
            )
        {
            place = from;
        }
        let finding = matches!(ask, Ask::Find | Ask::When);
        // "habe ich am Sonntag Zeit" has its day inside.
        let (begin, end) = start.when.unwrap_or((place, to));
        let mut read = self.question(begin, end, finding)?;
        let question = &mut read.question;
        self.date_completion(question);
        if ask == Ask::Top {
            question.limit = start
                .number
                .and_then(|(at, _)| self.number(at))
                .map(|(n, _)| n.clamp(1, 200));
        }
        question.count_only = ask == Ask::Count;
        let restricted = *question
            != Question {
                count_only: question.count_only,
                limit: question.limit,
                sort: question.sort,
                ..Question::default()
            };
        if ask == Ask::Agenda {
            return self.agenda(read, from, place);
        }
        if !read.rest.is_empty() {
            let text = read.rest.join(" ");
            let foreign = read
                .rest
                .iter()
                .any(|word| self.is_foreign(word) || is_order(word));
            let personal = (place..to).any(|at| matches!(self.sense(at), "my" | "our"))
                || (from..to).any(|at| matches!(self.sense(at), "i"));
            let listed = (from..to).any(|at| {
                matches!(
                    self.sense(at),
                    "list"
                        | "lists"
                        | "calendar"
                        | "calender"
                        | "agenda"
                        | "schedule"
                        | "reminders"
                        | "todos"
                        | "todo"
                        | "to-do"
                )
            });
            let strange = read.rest.iter().any(|word| {
                let topics = &self.locale.topics;
                topics.strangers.contains(word.as_str())
                    || topics.others_lists.contains(word.as_str())
                    || is_order(word)
            });
            // "the list of trains to Leeds" is none of ours.
            let theirs =
                foreign && (from..to).any(|at| self.means(at, "list") && self.is(at + 1, Word::Of));
            let event = (place..to)
                .any(|at| self.is_event(at) && !matches!(self.sense(at), "event" | "events"));
            let listed = listed && !theirs && (ask != Ask::Find || personal || own);
            let searching = match ask {
                Ask::List | Ask::Find if event && !foreign && read.rest.len() <= 5 => true,
                Ask::Look if listed && !strange => true,
                Ask::List | Ask::Any | Ask::Count if listed && !strange => true,
                Ask::Find => {
                    (!foreign && !strange && (personal || read.rest.len() <= 2))
                        || read.cue
                        || listed && !strange
                }
                Ask::When if !strange && (from..to).any(|at| self.is(at, Word::Due)) => true,
                Ask::When => (personal || event && !strange) && (!foreign || read.cue),
                Ask::Look | Ask::Noun => false,
                // "what do i need to buy"
                Ask::List if own && self.asks_for_needs(from, to) => {
                    !foreign && !strange && read.rest.len() <= 2
                }
                _ => {
                    read.cue
                        && !foreign
                        && read.rest.len() <= 3
                        && personal_or_short(personal, &read.rest)
                }
            };
            let ours = own || said(&["task", "tasks", "todo", "todos", "reminder", "reminders"]);
            let vague = matches!(ask, Ask::List | Ask::Any | Ask::Count | Ask::Find)
                && !ours
                && !(event && searching);
            if !searching || vague && !matches!(ask, Ask::Find) || read.rest.len() > 10 {
                return None;
            }
            question.text = Some(text);
            return Some(Action::List {
                question: read.question,
            });
        }
        // Only restrictions and words without weight are left.
        let words_only = restricted
            && Question {
                text: None,
                count_only: question_count(&read.question),
                limit: read.question.limit,
                sort: read.question.sort,
                ..read.question.clone()
            } == Question {
                count_only: question_count(&read.question),
                limit: read.question.limit,
                sort: read.question.sort,
                ..Question::default()
            };
        // "show everything about the dentist"
        let everything = said(&["everything"]) && !self.means(from, "tell");
        if words_only && !read.cue && !own && !everything && !matches!(ask, Ask::Any | Ask::Find) {
            return None;
        }
        let to_do = own
            && said(&[
                "have",
                "do",
                "planned",
                "scheduled",
                "coming",
                "supposed",
                "get",
                "next",
            ]);
        let asking = match ask {
            Ask::Look | Ask::Noun => read.cue,
            _ => restricted || read.cue || to_do && ask == Ask::List,
        };
        let about_me =
            (from..to).any(|at| matches!(self.sense(at), "i" | "my" | "me" | "our" | "we"));
        if !(asking
            && (read.cue
                || about_me
                || ask == Ask::Find && read.question.text.is_some()
                || matches!(ask, Ask::List | Ask::Any | Ask::Top | Ask::Count)))
        {
            return None;
        }
        Some(Action::List {
            question: read.question,
        })
    }

    /// "meetings tomorrow", "first week of march appointments": a kind of task in the plural and a time,
    /// and nothing else.
    pub(crate) fn kind_by_time(&self, from: usize, to: usize) -> Option<Action> {
        let plural = |at: usize| {
            matches!(
                self.sense(at),
                "meetings"
                    | "events"
                    | "appointments"
                    | "reminders"
                    | "deadlines"
                    | "tasks"
                    | "todos"
            )
        };
        if to - from > 10 || !(from..to).any(plural) {
            return None;
        }
        let read = self.question(from, to, false)?;
        let timed = read.question.due_from.is_some() || read.question.due_to.is_some();
        let kinds = read
            .rest
            .iter()
            .all(|word| self.locale.topics.events.contains(word.as_str()));
        (timed && read.cue && kinds).then_some(Action::List {
            question: read.question,
        })
    }

    /// The days of an agenda; without any, the week or month that its opening names, else today.
    fn agenda(&self, read: Read, from: usize, opened: usize) -> Option<Action> {
        let mut question = read.question;
        if !read.rest.is_empty() {
            return None;
        }
        if question.due_from.is_none() && question.due_to.is_none() {
            let unit = (from..opened).find_map(|at| self.unit(at));
            let first = match unit {
                Some(Unit::Week) => self.shifted_week(0),
                Some(Unit::Month) => Some(self.today.first_of_month()),
                _ => None,
            };
            question.due_from = first;
            question.due_to = match unit {
                Some(Unit::Week) => first.and_then(|day| day.checked_add(7.days()).ok()),
                Some(Unit::Month) => first.and_then(|day| day.last_of_month().tomorrow().ok()),
                _ => None,
            };
        }
        Some(Action::Agenda {
            question: self.or_today(question),
        })
    }

    /// "was habe ich gestern erledigt": where verbs close, the day stands before what was done.
    fn date_completion(&self, question: &mut Question) {
        let late = self.locale.grammar.verbs_close
            && question.status == StatusFilter::Done
            && question.completed_from.is_none()
            && question.completed_to.is_none();
        if late {
            question.completed_from = question.due_from.take();
            question.completed_to = question.due_to.take();
        }
    }

    /// "what do i need to ..", "what should we ..".
    fn asks_for_needs(&self, from: usize, to: usize) -> bool {
        matches!(self.sense(from), "what" | "which")
            && (from..to).any(|at| {
                self.is(at, Word::Speaker)
                    && (matches!(self.sense(at + 1), "need" | "have" | "supposed")
                        && self.means(at + 2, "to"))
            })
    }

    pub(crate) fn or_today(&self, mut question: Question) -> Question {
        if question.due_from.is_none() && question.due_to.is_none() {
            question.due_from = Some(self.today);
            question.due_to = self.today.tomorrow().ok();
        }
        question
    }

    /// Whether the word names what has a time of its own, alone or as the end of a longer noun.
    pub(crate) fn is_event(&self, at: usize) -> bool {
        let events = &self.locale.topics.events;
        let word = self.surface(at);
        let ends = || {
            events
                .iter()
                .any(|event| event.len() > 5 && word.ends_with(event))
        };
        events.contains(word) || self.locale.grammar.nouns_join && ends()
    }

    pub(crate) fn is_foreign(&self, word: &str) -> bool {
        self.locale.topics.foreign.contains(word)
    }
}

fn question_count(question: &Question) -> bool {
    question.count_only
}

/// Verbs of change never stand in a question about what there is.
fn is_order(word: &str) -> bool {
    matches!(
        word,
        "delete"
            | "remove"
            | "erase"
            | "cancel"
            | "move"
            | "reschedule"
            | "mark"
            | "clear"
            | "postpone"
    )
}

fn personal_or_short(personal: bool, rest: &[String]) -> bool {
    personal || rest.len() <= 2
}
