//! Tasks as people name them: by words, number, place in a list, pronoun, or filter.

use crate::context::Context;
use crate::locale::{self, Word};
use crate::proposal::{Ordinal, TaskRef};
use crate::tokens::{Kind, Token, tokenize};
use crate::when::Scan;

/// Whether `text` speaks of several tasks in the speaker's words: "move them", "verschieb beide".
pub fn speaks_of_several(text: &str, ctx: &Context) -> bool {
    let several = |token: &Token<'_>| {
        matches!(
            token.sense(),
            "them" | "these" | "those" | "all" | "both" | "everything" | "tasks" | "they"
        )
    };
    tokenize(text, locale::of(&ctx.locale)).iter().any(several)
}

impl Scan<'_> {
    /// The tasks that `from..to` names.
    pub(crate) fn reference(&self, from: usize, to: usize) -> Option<TaskRef> {
        let (from, to) = self.trimmed(from, to);
        if from >= to {
            return None;
        }
        if let Some(number) = self.task_number(from, to) {
            return Some(TaskRef::Number(number));
        }
        if self.is_pronoun(from, to) {
            return Some(TaskRef::Focus);
        }
        if let Some(ordinal) = self.list_place(from, to) {
            return Some(TaskRef::Ordinal(ordinal));
        }
        if to - from == 1 && self.tokens[from].kind == Kind::Quote {
            return Some(TaskRef::Text(
                self.tokens[from].unquoted().trim().to_owned(),
            ));
        }
        if let Some(question) = self.all_of(from, to) {
            return Some(TaskRef::Filter(Box::new(question)));
        }
        let (from, to) = self.without_frame(from, to);
        if from >= to {
            return Some(TaskRef::Focus);
        }
        Some(TaskRef::Text(self.text_of(from, to)))
    }

    fn trimmed(&self, mut from: usize, mut to: usize) -> (usize, usize) {
        while from < to && matches!(self.sense(from), "," | ":" | "-" | "." | "!" | "–") {
            from += 1;
        }
        while to > from
            && (matches!(self.sense(to - 1), "," | ":" | "-" | "." | "!" | "?" | ";")
                || matches!(
                    self.sense(to - 1),
                    "please" | "too" | "now" | "already" | "again" | "finally"
                ))
        {
            to -= 1;
        }
        (from, to)
    }

    /// Without "the", "my task", "from my list".
    fn without_frame(&self, mut from: usize, mut to: usize) -> (usize, usize) {
        loop {
            let before = (from, to);
            // "from my list", "on the calendar", "off my to do list"
            for start in (from + 1..to).rev().take(6) {
                if matches!(self.sense(start), "from" | "on" | "off" | "in" | "of")
                    && let Some((_, next)) = self.destination_like(start)
                    && next == to
                {
                    to = start;
                    break;
                }
                if matches!(self.sense(start), "from" | "off")
                    && self.known_list(start + 1, to).is_some()
                {
                    to = start;
                    break;
                }
            }
            if to > from
                && matches!(
                    self.sense(to - 1),
                    "task" | "tasks" | "reminder" | "todo" | "item" | "entry" | "reminders"
                )
                && to - from > 1
            {
                to -= 1;
            }
            if to > from && self.means(to - 1, "off") && to - from > 1 {
                to -= 1;
            }
            while from < to
                && matches!(
                    self.sense(from),
                    "the" | "my" | "our" | "that" | "this" | "a" | "an"
                )
                && to - from > 1
            {
                from += 1;
            }
            if to - from > 2
                && matches!(
                    self.sense(from),
                    "task" | "reminder" | "event" | "item" | "todo" | "entry"
                )
            {
                from += 1;
                if matches!(
                    self.sense(from),
                    "called" | "named" | "titled" | "for" | "to" | "about" | ":"
                ) {
                    from += 1;
                }
            }
            if before == (from, to) {
                return before;
            }
        }
    }

    fn destination_like(&self, at: usize) -> Option<((), usize)> {
        let mut place = at + 1;
        while matches!(self.sense(place), "my" | "the" | "our" | "of") {
            place += 1;
        }
        for length in 0..=2 {
            let end = place + length;
            match (self.sense(end), self.sense(end + 1), self.sense(end + 2)) {
                ("to", "do", "list") => return Some(((), end + 3)),
                ("to", "-", "do") if self.means(end + 3, "list") => return Some(((), end + 4)),
                ("todo", "list", _) => return Some(((), end + 2)),
                ("list" | "lists" | "todos" | "calendar" | "agenda" | "schedule" | "todo", ..) => {
                    return Some(((), end + 1));
                }
                _ => {}
            }
        }
        None
    }

    /// "#42", "task 42", "number 42", "no. 42".
    fn task_number(&self, from: usize, to: usize) -> Option<i64> {
        let mut place = self.skip(from, &[Word::The]);
        let word = matches!(
            self.sense(place),
            "task" | "number" | "no" | "todo" | "item" | "reminder"
        );
        if word {
            place += 1;
            place = self.opt_sense(self.opt_sense(place, "."), "number");
        }
        let sign = self.means(place, "#");
        if sign {
            place += 1;
        }
        let number = self.number_at(place)?;
        (place + 1 == to && (word || sign)).then_some(i64::from(number))
    }

    fn is_pronoun(&self, from: usize, to: usize) -> bool {
        let words = to - from;
        match self.sense(from) {
            "it" | "them" | "that" | "this" | "those" | "these" | "both" => {
                words == 1
                    || (words == 2
                        && matches!(
                            self.sense(from + 1),
                            "one"
                                | "task"
                                | "tasks"
                                | "reminder"
                                | "ones"
                                | "item"
                                | "two"
                                | "event"
                        ))
                    || (words == 2 && self.means(from, "both"))
            }
            "the" => words == 2 && matches!(self.sense(from + 1), "same" | "task"),
            _ => false,
        }
    }

    /// "the first one", "the second task", "the last", "number two", "the 3rd".
    pub(crate) fn list_place(&self, from: usize, to: usize) -> Option<Ordinal> {
        let mut place = self.skip(from, &[Word::The]);
        let numbered = self.means(place, "number");
        if numbered {
            place += 1;
        }
        let (ordinal, mut next) = if self.means(place, "last") || self.means(place, "bottom") {
            (Ordinal::Bottom(1), place + 1)
        } else if self.means(place, "top") {
            (Ordinal::Top(1), place + 1)
        } else {
            let (n, next) = if numbered {
                self.number(place)?
            } else {
                self.ordinal(place)?
            };
            let n = u16::try_from(n).ok().filter(|n| *n > 0)?;
            if self.means(next, "last") || (self.means(next, "to") && self.means(next + 1, "last"))
            {
                (
                    Ordinal::Bottom(n),
                    if self.means(next, "last") {
                        next + 1
                    } else {
                        next + 2
                    },
                )
            } else {
                (Ordinal::Top(n), next)
            }
        };
        if matches!(
            self.sense(next),
            "one" | "task" | "item" | "thing" | "reminder" | "entry" | "event" | "todo"
        ) {
            next += 1;
        }
        if matches!(self.sense(next), "on" | "in" | "of" | "from")
            && self
                .destination_like(next)
                .is_some_and(|(_, end)| end == to)
        {
            next = to;
        }
        (next == to).then_some(ordinal)
    }

    /// "all groceries", "everything overdue", "all my tasks", "everything on my list".
    fn all_of(&self, from: usize, to: usize) -> Option<crate::question::Question> {
        let mut place = from;
        let mut all = false;
        while matches!(
            self.sense(place),
            "all" | "everything" | "every" | "each" | "entire" | "whole" | "any"
        ) || (all
            && matches!(
                self.sense(place),
                "of" | "my" | "the" | "our" | "that's" | "that" | "is"
            ))
        {
            all = true;
            place += 1;
            if place >= to {
                break;
            }
        }
        if !all {
            // "overdue tasks", "the completed tasks", "my high priority tasks": a plural noun.
            let plural = matches!(
                self.sense(to - 1),
                "tasks"
                    | "todos"
                    | "reminders"
                    | "items"
                    | "things"
                    | "events"
                    | "meetings"
                    | "appointments"
            );
            let question = self.question(self.skip_framing(from, to), to, false)?;
            let restricted = question.question != crate::question::Question::default();
            return (plural && restricted && question.rest.is_empty()).then_some(question.question);
        }
        let read = self.question(place, to, false)?;
        let mut question = read.question;
        // Everything without a restriction must be said in so many words.
        let plain = (from..to).all(|at| {
            !self.tokens[at].is_content()
                || matches!(
                    self.sense(at),
                    "all"
                        | "everything"
                        | "every"
                        | "each"
                        | "of"
                        | "my"
                        | "the"
                        | "our"
                        | "tasks"
                        | "task"
                        | "todos"
                        | "todo"
                        | "to"
                        | "do"
                        | "dos"
                        | "items"
                        | "item"
                        | "things"
                        | "reminders"
                        | "stuff"
                        | "list"
                        | "lists"
                        | "on"
                        | "in"
                        | "from"
                        | "entire"
                        | "whole"
                        | "events"
                        | "open"
                        | "calendar"
                        | "single"
                        | "thing"
                )
        });
        if question == crate::question::Question::default() && read.rest.is_empty() && !plain {
            return None;
        }
        if !read.rest.is_empty() {
            question.text = Some(read.rest.join(" "));
        }
        Some(question)
    }

    fn skip_framing(&self, mut from: usize, to: usize) -> usize {
        while from < to && matches!(self.sense(from), "the" | "my" | "our" | "these" | "those") {
            from += 1;
        }
        from
    }
}
