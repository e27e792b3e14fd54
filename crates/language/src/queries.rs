//! Questions about tasks: "what's due this week", "how many high priority tasks at home".

use domain::Priority;

use crate::locale::Word;
use crate::marks::Mark;
use crate::proposal::Action;
use crate::question::{Question, Sort, StatusFilter};
use crate::tokens::Kind;
use crate::when::{Bound, Grain, Scan, When};

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
        let (ask, start) = self
            .locale
            .phrases
            .ask
            .iter()
            .find_map(|(ask, phrase)| {
                let found = phrase.prefix(self, from, to)?;
                Some((*ask, found))
            })
            .map(|(ask, found)| (ask, found))?;
        let mut place = start.end;
        // A leading list word belongs to the restriction: "overdue tasks", "my tasks", "top 3".
        if ask == Ask::Noun
            || matches!(
                self.low(from),
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
        let mut read = self.question(place, to, finding)?;
        let question = &mut read.question;
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
            return read.rest.is_empty().then(|| Action::Agenda {
                question: self.or_today(read.question),
            });
        }
        if !read.rest.is_empty() {
            let text = read.rest.join(" ");
            let foreign = read
                .rest
                .iter()
                .any(|word| self.is_foreign(word) || is_order(word));
            let personal = (place..to).any(|at| matches!(self.low(at), "my" | "our"))
                || (from..to).any(|at| matches!(self.low(at), "i"));
            let listed = (from..to).any(|at| {
                matches!(
                    self.low(at),
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
                self.locale.topics.strangers.contains(&word.as_str()) || is_order(word)
            });
            let searching = match ask {
                Ask::Look if listed && !strange => true,
                Ask::List | Ask::Any | Ask::Count if listed && !strange => true,
                Ask::Find => {
                    (!foreign && (personal || read.rest.len() <= 2))
                        || read.cue
                        || listed && !strange
                }
                Ask::When => personal && (!foreign || read.cue),
                Ask::Look | Ask::Noun => false,
                _ => {
                    read.cue
                        && !foreign
                        && read.rest.len() <= 3
                        && personal_or_short(personal, &read.rest)
                }
            };
            if !searching || read.rest.len() > 10 {
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
        let own = (from..to).any(|at| matches!(self.low(at), "i" | "my" | "our" | "we"));
        if words_only && !read.cue && !own && !matches!(ask, Ask::Any | Ask::Find) {
            return None;
        }
        let asking = match ask {
            Ask::Look | Ask::Noun => read.cue,
            _ => restricted || read.cue,
        };
        let about_me =
            (from..to).any(|at| matches!(self.low(at), "i" | "my" | "me" | "our" | "we"));
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

    fn or_today(&self, mut question: Question) -> Question {
        if question.due_from.is_none() && question.due_to.is_none() {
            question.due_from = Some(self.today);
            question.due_to = self.today.tomorrow().ok();
        }
        question
    }

    pub(crate) fn is_foreign(&self, word: &str) -> bool {
        self.locale.topics.foreign.contains(&word)
    }

    /// Reads `from..to` as a restriction. `finding` keeps nouns such as "appointment" as words to find.
    pub(crate) fn question(&self, from: usize, to: usize, finding: bool) -> Option<Read> {
        let mut read = Read::default();
        let mut at = from;
        while at < to {
            if !self.step() {
                return None;
            }
            let next = self.restriction(&mut read, at, to, finding);
            if let Some(next) = next {
                at = next.max(at + 1).min(to);
                continue;
            }
            let token = &self.tokens[at];
            match token.kind {
                Kind::Punct | Kind::Newline => {}
                Kind::Quote => read.rest.push(token.unquoted().trim().to_owned()),
                _ if self.is_filler(at, finding) => {}
                _ => read.rest.push(token.low.to_string()),
            }
            if finding
                && matches!(
                    token.low.as_ref(),
                    "task" | "tasks" | "todo" | "todos" | "reminder" | "reminders"
                )
            {
                read.cue = true;
            }
            if !finding
                && token.kind == Kind::Word
                && self.locale.topics.nouns.contains(&token.low.as_ref())
            {
                read.cue = true;
                if read.rest.last().is_some_and(|word| *word == token.low) {
                    read.rest.pop();
                }
            }
            at += 1;
        }
        Some(read)
    }

    fn restriction(&self, read: &mut Read, at: usize, to: usize, finding: bool) -> Option<usize> {
        let question = &mut read.question;
        match self.low(at) {
            "overdue" | "late" => {
                question.overdue = true;
                read.cue = true;
                return Some(at + 1);
            }
            "past" if self.is(at + 1, Word::Due) => {
                question.overdue = true;
                read.cue = true;
                return Some(at + 2);
            }
            "no" | "without" => {
                let place = self.skip(at + 1, &[Word::A, Word::Determiner]);
                let dated = matches!(
                    (self.low(place), self.low(place + 1)),
                    ("due", "date" | "dates") | ("due", _) | ("date" | "dates" | "deadline", _)
                );
                if dated {
                    question.no_due = true;
                    read.cue = true;
                    return Some(if matches!(self.low(place + 1), "date" | "dates") {
                        place + 2
                    } else {
                        place + 1
                    });
                }
            }
            "undated" | "unscheduled" => {
                question.no_due = true;
                read.cue = true;
                return Some(at + 1);
            }
            "recurring" | "repeating" | "recurrent" | "repeated" | "repeat" | "repeats"
            | "recur" => {
                question.recurring = true;
                read.cue = true;
                return Some(at + 1);
            }
            "done" | "completed" | "finished" | "complete" | "finish" | "closed"
            | "accomplished" | "accomplish" | "achieve" => {
                question.status = StatusFilter::Done;
                read.cue = true;
                return Some(at + 1);
            }
            "get" if self.low_is(at + 1, "done") => {
                // "what did i get done" and "what should i get done".
                let past = (0..at).any(|at| self.low_is(at, "did"));
                question.status = if past {
                    StatusFilter::Done
                } else {
                    StatusFilter::Open
                };
                read.cue = true;
                return Some(at + 2);
            }
            "sorted" | "ordered" | "sort" | "order" if self.is(at + 1, Word::By) => {
                return self.sorting(question, at + 2);
            }
            "by" => {
                if let Some(next) = self.sorting(question, at + 1).filter(|next| *next >= to) {
                    return Some(next);
                }
            }
            "about" | "mentioning" | "containing" | "regarding" | "named" | "called"
            | "matching" | "concerning" => {
                return self.search_text(read, at + 1, to);
            }
            "with"
                if matches!(self.low(at + 1), "word" | "text")
                    || (self.low_is(at + 1, "the")
                        && matches!(self.low(at + 2), "word" | "text" | "words")) =>
            {
                let next = if self.low_is(at + 1, "the") {
                    at + 3
                } else {
                    at + 2
                };
                return self.search_text(read, next, to);
            }
            "related" if self.low_is(at + 1, "to") => return self.search_text(read, at + 2, to),
            _ => {}
        }
        if let Some((mark, next)) = self.sign_mark(at) {
            match mark {
                Mark::Tags(tags) => question.tags.extend(tags),
                Mark::Project(project) => question.project = Some(project),
                Mark::Priority(priority) => question.priority.push(priority),
                _ => return None,
            }
            read.cue = true;
            return Some(next);
        }
        if let Some(next) = self.asked_priority(read, at) {
            return Some(next);
        }
        if !finding || !self.is_name_part(at) {
            if let Some(next) = self.asked_list(read, at, to) {
                return Some(next);
            }
        }
        if let Some((when, next)) = self.when(at)
            && next <= to
            && self.asked_time(&mut read.question, &when)
        {
            read.cue = read.cue || (at..next).any(|at| self.is(at, Word::Due));
            return Some(next);
        }
        None
    }

    fn is_name_part(&self, at: usize) -> bool {
        // "find tasks mentioning car": the word itself is searched for.
        !matches!(
            self.low(at),
            "in" | "for" | "tagged" | "at" | "under" | "on" | "to" | "onto" | "into"
        )
    }

    fn sorting(&self, question: &mut Question, at: usize) -> Option<usize> {
        let place = self.skip(at, &[Word::The]);
        let (sort, next) = match (self.low(place), self.low(place + 1)) {
            ("due", "date") => (Sort::Due, place + 2),
            ("due" | "date" | "deadline", _) => (Sort::Due, place + 1),
            ("priority" | "importance" | "urgency", _) => (Sort::Priority, place + 1),
            ("title" | "name", _) => (Sort::Title, place + 1),
            ("created" | "creation" | "age" | "newest", _) => (Sort::Created, place + 1),
            _ => return None,
        };
        question.sort = Some(sort);
        Some(next)
    }

    fn search_text(&self, read: &mut Read, at: usize, to: usize) -> Option<usize> {
        let start = self.skip(at, &[Word::Determiner]);
        let end = crate::pattern::skip_signs_back(self, start, to);
        if start >= end {
            return None;
        }
        let text = if end - start == 1 {
            self.tokens[start].unquoted().trim().to_owned()
        } else {
            self.text_of(start, end)
        };
        read.question.text = Some(text);
        Some(to)
    }

    fn asked_priority(&self, read: &mut Read, at: usize) -> Option<usize> {
        let mut place = at;
        let mut found = Vec::new();
        // "high or urgent priority tasks"
        loop {
            let bare = matches!(self.low(place), "urgent" | "important" | "critical")
                || (self.is(place + 1, Word::Or) || self.is(place + 1, Word::And))
                    && self.priority(place + 2, false).is_some();
            let Some((priority, next)) = self.priority(place, bare) else {
                break;
            };
            found.push(priority);
            place = next;
            if self.is(place, Word::Or)
                || self.is(place, Word::And) && self.priority(place + 1, true).is_some()
            {
                place += 1;
            } else {
                break;
            }
        }
        if found.is_empty() {
            return None;
        }
        read.question.priority.extend(
            found
                .into_iter()
                .filter(|priority| *priority != Priority::None),
        );
        read.cue = read.cue || self.low(place - 1) == "priority";
        Some(
            if matches!(self.low(place), "or") && self.low_is(place + 1, "higher") {
                place + 2
            } else {
                place
            },
        )
    }

    /// "in Work", "tagged travel", "home tasks", "for work", "on the grocery list".
    fn asked_list(&self, read: &mut Read, at: usize, to: usize) -> Option<usize> {
        if let Some((mark, next)) = self.tag_phrase(at) {
            return apply_list(read, mark, next);
        }
        if self.low_is(at, "tagged") || self.low_is(at, "labelled") || self.low_is(at, "labeled") {
            return None;
        }
        if let Some((mark, next)) = self.project_phrase(at).or_else(|| self.destination(at)) {
            if !matches!(mark, Mark::Tags(_))
                || self.known_tag(&mark)
                || self.low(next.wrapping_sub(1)) == "list"
            {
                return apply_list(read, mark, next);
            }
        }
        let mut place = at;
        if matches!(
            self.low(place),
            "in" | "for" | "at" | "on" | "under" | "from" | "with"
        ) {
            place += 1;
        }
        place = if matches!(self.low(place), "my" | "the" | "our") {
            place + 1
        } else {
            place
        };
        for length in (1..=3).rev() {
            let end = place + length;
            if end > to
                || self.tokens[place..end]
                    .iter()
                    .any(|token| token.kind != Kind::Word)
            {
                continue;
            }
            if let Some(mark) = self.known_list(place, end) {
                let next = if matches!(self.low(end), "list" | "project" | "tag") {
                    end + 1
                } else {
                    end
                };
                return apply_list(read, mark, next);
            }
        }
        None
    }

    fn known_tag(&self, mark: &Mark) -> bool {
        matches!(mark, Mark::Tags(tags) if tags.iter().all(|tag| self.known(&self.ctx.tags, tag).is_some()))
    }

    /// Sets the range that `when` means in a question.
    fn asked_time(&self, question: &mut Question, when: &When) -> bool {
        let Some((from, to)) = self.days_of(when) else {
            return false;
        };
        let (from, to) = match when.bound {
            Bound::On | Bound::Since if when.bound == Bound::On => (Some(from), Some(to)),
            Bound::By | Bound::Until => (None, Some(to)),
            Bound::Before => (None, Some(from)),
            Bound::After => (Some(to), None),
            _ => (Some(from), None),
        };
        if question.status == StatusFilter::Done
            || (question.due_from.is_none()
                && from.is_some_and(|from| from < self.today)
                && self.low_is(0, "what")
                && self.low_is(1, "did"))
        {
            question.status = StatusFilter::Done;
            question.completed_from = from;
            question.completed_to = to;
        } else {
            question.due_from = from;
            question.due_to = to;
        }
        true
    }

    /// The first day and the day after the last that `when` covers.
    pub(crate) fn days_of(&self, when: &When) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
        if let Some((instant, _)) = &when.start.exact {
            let day = instant.date();
            return Some((day, day.tomorrow().ok()?));
        }
        let first = match when.start.days {
            Some(days) => days,
            None => crate::when::Days::one(self.today, crate::when::moment::Weight::Full)?,
        };
        let to = match when.end.as_ref().and_then(|end| end.days) {
            Some(last) => last.to,
            None => first.to,
        };
        let whole = matches!(first.grain, Grain::Weekend) || first.from != first.task;
        let from = if whole || first.grain != Grain::Day {
            first.from
        } else {
            first.task
        };
        Some((from, to))
    }

    /// Words that carry no restriction.
    fn is_filler(&self, at: usize, finding: bool) -> bool {
        const WORDS: [&str; 112] = [
            "me",
            "my",
            "the",
            "a",
            "an",
            "all",
            "of",
            "to",
            "do",
            "have",
            "i",
            "is",
            "are",
            "there",
            "on",
            "in",
            "for",
            "at",
            "left",
            "please",
            "up",
            "coming",
            "that",
            "which",
            "with",
            "get",
            "need",
            "should",
            "still",
            "remaining",
            "pending",
            "open",
            "currently",
            "got",
            "planned",
            "scheduled",
            "happening",
            "any",
            "anything",
            "everything",
            "every",
            "what",
            "what's",
            "whats",
            "be",
            "am",
            "will",
            "and",
            "due",
            "task",
            "tasks",
            "todo",
            "todos",
            "to-do",
            "thing",
            "things",
            "item",
            "items",
            "reminder",
            "reminders",
            "us",
            "we",
            "our",
            "it",
            "this",
            "list",
            "lists",
            "else",
            "can",
            "you",
            "did",
            "does",
            "has",
            "was",
            "were",
            "going",
            "now",
            "out",
            "or",
            "must",
            "already",
            "upcoming",
            "active",
            "current",
            "outstanding",
            "next",
            "today's",
            "tomorrow's",
            "some",
            "been",
            "by",
            "saved",
            "stuff",
            "work",
            "lined",
            "listed",
            "yet",
            "available",
            "outstanding",
            "supposed",
            "assigned",
            "set",
            "from",
            "let",
            "know",
            "look",
            "like",
            "plate",
            "so",
            "far",
            "ahead",
            "right",
        ];
        const FIND: [&str; 34] = [
            "my",
            "the",
            "a",
            "an",
            "task",
            "tasks",
            "todo",
            "todos",
            "reminder",
            "reminders",
            "any",
            "all",
            "for",
            "to",
            "me",
            "about",
            "i",
            "add",
            "is",
            "on",
            "in",
            "list",
            "already",
            "do",
            "have",
            "there",
            "of",
            "with",
            "due",
            "again",
            "scheduled",
            "anything",
            "something",
            "that",
        ];
        let low = self.low(at);
        if finding {
            FIND.contains(&low)
        } else {
            WORDS.contains(&low)
                && !(low == "work" && self.known(&self.ctx.projects, "work").is_some())
        }
    }
}

fn apply_list(read: &mut Read, mark: Mark, next: usize) -> Option<usize> {
    match mark {
        Mark::Tags(tags) => read.question.tags.extend(tags),
        Mark::Project(project) => read.question.project = Some(project),
        Mark::Nothing => {}
        _ => return None,
    }
    read.cue = true;
    Some(next)
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
