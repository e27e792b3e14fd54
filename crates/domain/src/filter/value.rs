//! Reads the words and values of filters: marks, priorities, statuses, what a task has or lacks.

use super::ast::{Assignee, Atom, DateField, Expr, Name, Part, StatusTest};
use super::{FilterError, day};
use crate::nearest::nearest;
use crate::task::{Priority, Status};

const FIELDS: [&str; 13] = [
    "due",
    "start",
    "deadline",
    "created",
    "completed",
    "priority",
    "tag",
    "project",
    "assigned",
    "status",
    "text",
    "has",
    "sort",
];
const KEYWORDS: [&str; 19] = [
    "overdue",
    "upcoming",
    "recurring",
    "blocked",
    "subtask",
    "p1",
    "p2",
    "p3",
    "p4",
    "no",
    "and",
    "or",
    "not",
    "open",
    "done",
    "waiting",
    "in_progress",
    "cancelled",
    "completed",
];
const PARTS: [&str; 11] = [
    "due",
    "start",
    "deadline",
    "priority",
    "tag",
    "reminder",
    "notes",
    "checklist",
    "duration",
    "assignee",
    "section",
];
pub(super) const STATUSES: [&str; 7] = [
    "open",
    "todo",
    "in_progress",
    "waiting",
    "done",
    "cancelled",
    "any",
];
pub(super) const PRIORITIES: [&str; 9] = [
    "none", "low", "medium", "high", "urgent", "p1", "p2", "p3", "p4",
];

/// A word as a value or keyword, and where it was.
pub(super) struct Word {
    pub(super) mark: &'static str,
    pub(super) text: String,
    pub(super) quoted: bool,
    pub(super) position: usize,
}

impl Word {
    /// The word as it was written, in lower case.
    pub(super) fn plain(&self) -> String {
        format!("{}{}", self.mark, self.text).to_lowercase()
    }

    pub(super) fn name(self) -> Name {
        Name {
            text: self.text,
            position: self.position,
        }
    }
}

pub(super) fn marked(word: &Word) -> Result<Option<Atom>, FilterError> {
    let name = || Name {
        text: word.text.clone(),
        position: word.position,
    };
    Ok(Some(match word.mark {
        "" => return Ok(None),
        "#" => Atom::Tag(name()),
        "@" => Atom::Assigned(assignee(Word {
            mark: "@",
            text: word.text.clone(),
            quoted: word.quoted,
            position: word.position,
        })),
        mark => Atom::Project {
            name: name(),
            with_children: mark == "++",
        },
    }))
}

pub(super) fn assignee(value: Word) -> Assignee {
    match value.text.to_lowercase().as_str() {
        "me" if !value.quoted => Assignee::Me,
        "none" | "nobody" if !value.quoted => Assignee::Nobody,
        _ => Assignee::Named(value.name()),
    }
}

pub(super) fn text(word: Word) -> Result<Atom, FilterError> {
    if crate::fold::key(&word.text).is_empty() {
        return Err(FilterError::new(
            word.position,
            "there is no text to look for here",
        ));
    }
    Ok(Atom::Text(format!("{}{}", word.mark, word.text)))
}

pub(super) fn part(value: &Word) -> Result<Atom, FilterError> {
    Ok(Atom::Has(match value.plain().as_str() {
        "due" | "date" => Part::Due,
        "start" => Part::Start,
        "deadline" => Part::Deadline,
        "priority" => Part::Priority,
        "tag" | "tags" | "label" | "labels" => Part::Tag,
        "reminder" | "reminders" => Part::Reminder,
        "notes" | "note" => Part::Notes,
        "checklist" => Part::Checklist,
        "duration" => Part::Duration,
        "assignee" | "assignees" => Part::Assignee,
        "section" => Part::Section,
        "rule" | "recurrence" => return Ok(Atom::Recurring),
        _ => {
            let message = format!(
                "a task has no '{}'; write one of {}",
                value.text,
                PARTS.join(", ")
            );
            let meant = nearest(&value.text, PARTS).map(str::to_owned);
            return Err(FilterError::new(value.position, message).or_maybe(meant));
        }
    }))
}

pub(super) fn none_of(field: DateField, value: &Word) -> Result<Expr, FilterError> {
    let part = match field {
        DateField::Due => Part::Due,
        DateField::Start => Part::Start,
        DateField::Deadline => Part::Deadline,
        DateField::Created | DateField::Completed => {
            let message = "'none' is no day here; write for example created > -7d";
            return Err(FilterError::new(value.position, message));
        }
    };
    Ok(Expr::Atom(Atom::Has(part)).negated())
}

pub(super) fn priority(word: &str) -> Option<Priority> {
    Some(match word {
        "none" => Priority::None,
        "low" | "p4" | "4" => Priority::Low,
        "medium" | "normal" | "p3" | "3" => Priority::Medium,
        "high" | "p2" | "2" => Priority::High,
        "urgent" | "p1" | "1" => Priority::Urgent,
        _ => return None,
    })
}

pub(super) fn status(word: &str) -> Option<StatusTest> {
    Some(match word {
        "any" | "all" => StatusTest::Any,
        "open" => StatusTest::Open,
        "todo" => StatusTest::NotBegun,
        "in_progress" | "in-progress" | "started" => StatusTest::Is(Status::InProgress),
        "waiting" => StatusTest::Is(Status::Waiting),
        "done" | "completed" => StatusTest::Is(Status::Done),
        "cancelled" | "canceled" => StatusTest::Is(Status::Cancelled),
        _ => return None,
    })
}

pub(super) fn unknown(word: &Word) -> FilterError {
    let words = || KEYWORDS.into_iter().chain(day::WORDS).chain(FIELDS);
    let meant = nearest(&word.text, words()).map(str::to_owned);
    let message = format!(
        "'{0}' is no condition; write \"{0}\" in quotes to search for it",
        word.text
    );
    FilterError::new(word.position, message).or_maybe(meant)
}

pub(super) fn maybe_not(expr: Expr, negated: bool) -> Expr {
    if negated { expr.negated() } else { expr }
}
