//! Openings of new tasks, and facts that complete old ones.

use crate::draft::Opening;
use crate::locale::Word;
use crate::marks::Mark;
use crate::pattern::Pattern;
use crate::pieces::{Piece, Value};
use crate::proposal::{Action, TaskRef};
use crate::tokens::Kind;
use crate::when::Scan;

/// The words that ask for a new task.
#[derive(Debug, Clone, Default)]
pub(crate) struct Prefix {
    /// The place after them.
    pub(crate) end: usize,
    pub(crate) opening: Opening,
    /// What they say about the task: "a daily task", "a high priority task".
    pub(crate) pieces: Vec<Piece>,
    /// Whether a question mark makes it a question ("do i need to ..").
    pub(crate) weak: bool,
    /// Whether it speaks of a reminder or a task: "set a reminder to ..".
    pub(crate) reminds: bool,
    /// Whether what stands around the task names the list, the task, or that it is added.
    pub(crate) asks_plainly: bool,
    /// The place where the task ends, where words of the opening close the sentence.
    pub(crate) close: Option<usize>,
}

/// Where an opening closes the sentence.
struct Closing {
    /// The end of the task, and where the words begin that close it.
    close: usize,
    /// Whether the task ends with the name of a list.
    list: bool,
}

impl Prefix {
    /// The end of what the task is made of, in a clause that ends at `to`.
    pub(crate) fn ends(&self, to: usize) -> usize {
        self.close.unwrap_or(to)
    }
}

impl Scan<'_> {
    /// The opening of a new task at `from`.
    pub(crate) fn create_prefix(&self, from: usize, to: usize) -> Option<Prefix> {
        self.prefix(from, to)
            .filter(|prefix| prefix.end < to || !prefix.weak)
    }

    /// The opening in the add box: only what asks for a new task in so many words.
    pub(crate) fn add_prefix(&self, from: usize, to: usize) -> Option<Prefix> {
        let (start, _) = (self.opt_sense(from, "please"), to);
        let prefix = self.prefix(start, to)?;
        // "nimm die Sendung auf", "trag dich in die Liste ein" are things to do as well.
        if prefix.close.is_some() {
            return prefix.asks_plainly.then_some(prefix);
        }
        // "plan a party", "schedule a call", "book a meeting" are things to do there.
        let verb = matches!(
            self.sense(start),
            "schedule"
                | "book"
                | "plan"
                | "arrange"
                | "organize"
                | "start"
                | "open"
                | "log"
                | "record"
                | "save"
                | "generate"
                | "register"
                | "put"
                | "set"
                | "create"
                | "make"
                | "include"
                | "append"
                | "insert"
                | "write"
        );
        let said = (start..prefix.end).any(|at| {
            matches!(
                self.sense(at),
                "task" | "todo" | "reminder" | "item" | "do" | "remind" | "tasks"
            )
        });
        (!verb || said).then_some(prefix)
    }

    fn prefix(&self, from: usize, to: usize) -> Option<Prefix> {
        if from >= to {
            return None;
        }
        if let Some(around) = self.around(from, to) {
            return Some(around);
        }
        self.locale.phrases.create.iter().find_map(|phrase| {
            let found = phrase.prefix(self, from, to)?;
            let end = found.end;
            if self.is_put_somewhere(from, end, to) {
                return None;
            }
            let words = |word: &str| (from..end).any(|at| self.means(at, word));
            let listing = matches!(
                self.sense(from),
                "add"
                    | "put"
                    | "include"
                    | "append"
                    | "insert"
                    | "jot"
                    | "write"
                    | "note"
                    | "enqueue"
                    | "log"
            );
            let plan = matches!(
                self.sense(from),
                "schedule" | "book" | "plan" | "arrange" | "set" | "create" | "make" | "organize"
            ) && matches!(
                self.sense(end - 1),
                "meeting"
                    | "appointment"
                    | "call"
                    | "event"
                    | "lunch"
                    | "dinner"
                    | "breakfast"
                    | "party"
                    | "interview"
                    | "visit"
                    | "session"
                    | "conference"
                    | "date"
            );
            // The thing that is planned belongs to the title.
            let end = if plan { self.planned(from, end) } else { end };
            let to_form = words("to")
                || words("remind")
                || words("reminder")
                || words("task")
                || words("need")
                || words("have")
                || words("todo")
                || words("item")
                || self.locale.grammar.verbs_close && (words("forget") || words("that"));
            let mut pieces = Vec::new();
            if let Some((at, next)) = found.rule
                && let Some((rule, _)) = self.recurrence(at)
            {
                pieces.push(Piece {
                    from: at,
                    to: next,
                    value: Value::Rule(Box::new(rule)),
                    confidence: 0.9,
                });
            }
            if let Some((at, next)) = found.priority
                && let Some((priority, _)) = self.priority(at, true)
            {
                pieces.push(Piece {
                    from: at,
                    to: next,
                    value: Value::Priority(priority),
                    confidence: 0.9,
                });
            }
            // "on my shopping list add .."
            if let Some((at, next)) = found.name
                && let Some((mark, _)) = self.destination(at.saturating_sub(2))
                && !matches!(mark, Mark::Nothing)
            {
                pieces.push(Piece {
                    from: at,
                    to: next,
                    value: Value::Mark(mark),
                    confidence: 0.85,
                });
            }
            let weak = matches!(
                self.sense(from),
                "i" | "we" | "need" | "have" | "gotta" | "got" | "i'd" | "i've" | "we've" | "i'm"
            ) && !words("reminder")
                && !words("reminders")
                && !words("reminded")
                && !words("obliged");
            let opening = Opening {
                to: to_form,
                listing: listing || words("task") || words("reminder"),
                several: found.number.is_some() || self.lists_several(from, end),
            };
            let reminds = words("remind") || words("reminder") || words("task") || words("todo");
            Some(Prefix {
                reminds,
                end: self.opening_signs(end, to),
                opening,
                pieces,
                weak,
                asks_plainly: true,
                close: None,
            })
        })
    }

    /// An opening whose verb, or a part of it, closes the sentence: "füg .. zur Liste hinzu".
    fn around(&self, from: usize, to: usize) -> Option<Prefix> {
        let end = crate::pattern::skip_signs_back(self, from, to);
        self.locale.phrases.around.iter().find_map(|(head, tail)| {
            let head = head.prefix(self, from, end)?.end;
            let (given, begin) = match self.given_list(head) {
                Some((mark, next)) if next < end => (Some((head, mark)), next),
                _ => (None, head),
            };
            let Closing { close, list } = self.closing(tail, begin, end)?;
            let said = |senses: &[&str]| {
                let words = (from..head).chain(close..end);
                words.clone().any(|at| senses.contains(&self.sense(at)))
            };
            let reminds = said(&["remind"]);
            let opening = Opening {
                to: reminds || said(&["that", "forget"]),
                listing: said(&["add", "added", "put", "write"]),
                several: false,
            };
            let plain = ["added", "task", "todo", "list", "remind", "forget"];
            let asks_plainly = list || said(&plain);
            let lead = given.map(|(at, mark)| Piece {
                from: at,
                to: begin,
                value: Value::Mark(mark),
                confidence: 0.85,
            });
            Some(Prefix {
                end: self.opening_signs(begin, close),
                close: Some(close),
                opening,
                reminds,
                pieces: lead.into_iter().collect(),
                weak: false,
                asks_plainly,
            })
        })
    }

    /// "der Einkaufsliste" in "füg der Einkaufsliste Milch hinzu": a list to which something is given.
    fn given_list(&self, at: usize) -> Option<(Mark, usize)> {
        if !matches!(self.sense(at), "the" | "my" | "our") {
            return None;
        }
        Some((self.joined_list(at + 1)?, at + 2))
    }

    /// Where the words that close the sentence begin. The name of a list among them stays with the
    /// task.
    fn closing(&self, tail: &Pattern, begin: usize, end: usize) -> Option<Closing> {
        (begin + 1..end).find_map(|at| {
            let found = tail.whole(self, at, end)?;
            let close = found.list.map_or(at, |(_, list)| list);
            Some(Closing {
                close,
                list: found.list.is_some(),
            })
        })
    }

    /// "put the bins out": a thing to do, and nothing to put on a list.
    fn is_put_somewhere(&self, from: usize, end: usize, to: usize) -> bool {
        let mut at = end;
        while at < to && at < end + 5 && !self.is(at, Word::Every) && !self.is(at, Word::Link) {
            if at > end + 1
                && matches!(
                    self.sense(at),
                    "out" | "away" | "up" | "down" | "together" | "back"
                )
            {
                break;
            }
            at += 1;
        }
        let lone = end == from + 1 && self.means(from, "put");
        // "put on some music"
        if lone && self.means(end, "on") {
            return true;
        }
        lone && self.is(end, Word::Determiner)
            && matches!(
                self.sense(at),
                "out" | "away" | "up" | "down" | "together" | "back"
            )
    }

    /// "new tasks:", "the following:": every comma divides.
    fn lists_several(&self, from: usize, end: usize) -> bool {
        end.checked_sub(1).is_some_and(|last| self.means(last, ":"))
            && (from..end).any(|at| self.is(at, Word::ThingsToDo) || self.is(at, Word::Following))
    }

    fn planned(&self, from: usize, end: usize) -> usize {
        let verb = matches!(
            self.sense(from),
            "schedule" | "book" | "plan" | "arrange" | "organize"
        );
        if verb && !matches!(self.sense(end - 1), "event") {
            return from;
        }
        // "set up a meeting with Tom": the title is "meeting with Tom".
        let mut place = end - 1;
        if self.means(place, "call") && self.means(place.wrapping_sub(1), "conference") {
            place -= 1;
        }
        place
    }

    fn opening_signs(&self, end: usize, to: usize) -> usize {
        let mut place = end;
        loop {
            let sign = matches!(self.sense(place), ":" | "-" | "," | "–")
                && !(self.means(place, "-") && self.glued(place));
            // "remind me to uh call": "like" is a verb too, and a filler before another one.
            let hesitation = self.locale.hesitations.contains(self.surface(place))
                && (!self.verb_at(place) || self.verb_at(place + 1))
                && !(self.means(place, "like") && self.is(place + 1, Word::Determiner));
            if place + 1 >= to || !(sign || hesitation) {
                return if sign { place + 1 } else { place };
            }
            place += 1;
        }
    }

    /// A pasted list's bullet or box: "- [ ] buy milk".
    pub(crate) fn list_item(&self, from: usize, to: usize) -> (usize, usize) {
        let mut place = from;
        if matches!(self.sense(place), "-" | "*" | "•") && !self.glued(place + 1) && place + 1 < to
        {
            place += 1;
        }
        if self.means(place, "[") {
            let close = if self.means(place + 1, "]") {
                place + 2
            } else if self.means(place + 2, "]") {
                place + 3
            } else {
                return (place, to);
            };
            if close < to {
                place = close;
            }
        }
        (place, to)
    }

    /// "I paid the rent", "bought milk", "the rent is paid": something is done.
    pub(crate) fn fact(&self, from: usize, to: usize) -> Option<Action> {
        // Where verbs close, facts are phrases: "ich habe .. <past>".
        if self.locale.grammar.verbs_close {
            return None;
        }
        self.active_fact(from, to)
            .or_else(|| self.passive_fact(from, to))
    }

    /// "the rent is paid", "all the plants have been watered": who did it does not matter.
    fn passive_fact(&self, from: usize, to: usize) -> Option<Action> {
        let end = crate::pattern::skip_signs_back(self, from, to);
        let verb = end.checked_sub(1)?;
        let mut be = verb;
        while be > from && self.is(be - 1, Word::Lately) {
            be -= 1;
        }
        let mut left = be;
        while left > from && self.is(left - 1, Word::Being) {
            left -= 1;
        }
        if left == be || left == from || left - from > 8 {
            return None;
        }
        let base = self.past_of(self.surface(verb))?;
        // "the order was cancelled", "the card is blocked": something happened, nobody did a task.
        let stranger = (from..left).any(|at| {
            self.locale.topics.strangers.contains(self.surface(at)) || self.is(at, Word::Speaker)
        });
        if stranger || self.locale.topics.questions.contains(self.surface(from)) {
            return None;
        }
        let words = format!("{base} {}", self.text_of(from, left));
        Some(Action::Complete {
            tasks: TaskRef::Text(words),
        })
    }

    /// "I paid the rent", "bought milk".
    fn active_fact(&self, from: usize, to: usize) -> Option<Action> {
        let mut at = from;
        if matches!(self.sense(at), "i" | "we" | "i've" | "we've" | "ive") {
            at += 1;
            while matches!(
                self.sense(at),
                "have" | "just" | "already" | "finally" | "now" | "did" | "also" | "actually"
            ) {
                at += 1;
            }
        } else {
            while matches!(self.sense(at), "just" | "already" | "finally") {
                at += 1;
            }
        }
        let said = at > from && matches!(self.sense(from), "i" | "we" | "i've" | "we've" | "ive");
        let verb = self
            .token(at)
            .filter(|token| token.kind == Kind::Word && at < to)?;
        let base = self.past_of(&verb.low)?;
        // "read", "put" and "set" are also imperatives.
        if !said && (base == *verb.low || matches!(verb.sense(), "left" | "cut" | "lost")) {
            return None;
        }
        let end = crate::pattern::skip_signs_back(self, at, to);
        if end <= at + 1 || end - at > 12 {
            return None;
        }
        // "I paid the rent yesterday" still names the rent.
        let pieces = self.pieces_of_time(at, end);
        let end = pieces.unwrap_or(end);
        if end <= at + 1 {
            return None;
        }
        if self.is_list_itself(at + 1, end) {
            return None;
        }
        if self.reference(at + 1, end) == Some(TaskRef::Focus) {
            let tasks = TaskRef::Focus;
            return (!self.ctx.conversation.focus.is_empty()).then_some(Action::Complete { tasks });
        }
        Some(Action::Complete {
            tasks: TaskRef::Text(self.text_of(at, end)),
        })
    }

    pub(crate) fn pieces_of_time(&self, from: usize, to: usize) -> Option<usize> {
        let at = (from + 1..to).find(|at| self.when(*at).is_some_and(|(_, end)| end == to))?;
        Some(at)
    }

    /// The base form of the past form at `at`.
    pub(crate) fn past_at(&self, at: usize) -> Option<String> {
        let noun = |text: &str| {
            self.locale.grammar.nouns_are_capital && text.starts_with(char::is_uppercase)
        };
        let token = self.token(at).filter(|token| token.kind == Kind::Word)?;
        (!noun(token.text))
            .then(|| self.past_of(&token.low))
            .flatten()
    }

    /// The base form of a past form.
    fn past_of(&self, low: &str) -> Option<String> {
        (self.locale.forms.past)(self.locale, low)
    }
}
