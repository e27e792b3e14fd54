//! The syntax tree of a filter: what was written, with names and days not looked up yet.

use jiff::civil::{Date, Weekday};

use crate::task::{Priority, Status};

/// A condition on one task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// All of them; empty means every task.
    And(Vec<Expr>),
    /// Any of them.
    Or(Vec<Expr>),
    /// Not that.
    Not(Box<Expr>),
    /// One condition.
    Atom(Atom),
}

impl Expr {
    /// All of `parts`, without needless nesting.
    pub fn all(parts: Vec<Expr>) -> Self {
        let mut flat = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Self::And(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        if flat.len() == 1 {
            flat.remove(0)
        } else {
            Self::And(flat)
        }
    }

    /// Any of `parts`, without needless nesting.
    pub fn any(parts: Vec<Expr>) -> Self {
        let mut flat = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Self::Or(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        if flat.len() == 1 {
            flat.remove(0)
        } else {
            Self::Or(flat)
        }
    }

    /// The opposite, without double negation.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }
}

/// A condition without parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    /// `today`, `due < +7d`: compares a date of the task. A task without that date does not match.
    Date {
        /// Which date.
        field: DateField,
        /// How.
        op: Op,
        /// With what.
        day: DayRef,
    },
    /// `overdue`: open, and its day or time has passed.
    Overdue,
    /// `upcoming`: due later than today.
    Upcoming,
    /// `p1`, `priority >= high`.
    Priority {
        /// How.
        op: Op,
        /// With what.
        priority: Priority,
    },
    /// `#errands`, `tag:errands`.
    Tag(Name),
    /// `+home`, `project:home`; with children `++home`.
    Project {
        /// Its name.
        name: Name,
        /// Whether projects inside of it count.
        with_children: bool,
    },
    /// `@ada`, `assigned:me`, `assigned:none`.
    Assigned(Assignee),
    /// `status:waiting`.
    Status(StatusTest),
    /// `recurring`: has a rule.
    Recurring,
    /// `blocked`: waits for an open task.
    Blocked,
    /// `subtask`: is part of another task.
    Subtask,
    /// `"rent"`, `text:"pay rent"`: title or notes contain it, without regard to case and accents.
    Text(String),
    /// `has:notes`, and `no due` for its opposite.
    Has(Part),
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// `=`
    Equal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// A date of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateField {
    /// When it is due.
    Due,
    /// When it starts.
    Start,
    /// Its hard date.
    Deadline,
    /// When it was made.
    Created,
    /// When it was finished.
    Completed,
}

/// A day, week or month as it was written, to be looked up in the reader's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRef {
    /// Where it starts from.
    pub base: Base,
    /// Moved by so much.
    pub shift: Option<Shift>,
}

/// What a day is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// The reader's day.
    Today,
    /// The day after.
    Tomorrow,
    /// The day before.
    Yesterday,
    /// The next such weekday after today.
    Weekday(Weekday),
    /// A calendar day.
    Date(Date),
    /// The reader's week: -1 the last, 0 this, 1 the next.
    Week(i8),
    /// The month: -1 the last, 0 this, 1 the next.
    Month(i8),
}

/// A distance in calendar units, at most 9999 of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// How many; negative is earlier.
    pub count: i32,
    /// Of what.
    pub unit: Unit,
}

/// A calendar unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `d`
    Day,
    /// `w`
    Week,
    /// `m`; a day that the month lacks becomes its last.
    Month,
    /// `y`
    Year,
}

/// A name of a tag, project or member, with the place where it was written. Names compare by text.
#[derive(Debug, Clone)]
pub struct Name {
    /// The name without its mark.
    pub text: String,
    /// Where it begins, in characters from the start of the filter.
    pub position: usize,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Name {}

/// Who a task is assigned to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assignee {
    /// The reader.
    Me,
    /// Nobody.
    Nobody,
    /// A member.
    Named(Name),
}

/// Which statuses match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusTest {
    /// `status:any`: every status; it only says that the default of open tasks is not meant.
    Any,
    /// `status:open`: whatever still wants attention.
    Open,
    /// `status:todo`: open and not begun.
    NotBegun,
    /// One status other than open.
    Is(Status),
}

/// Something that a task has or lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A due date.
    Due,
    /// A start.
    Start,
    /// A deadline.
    Deadline,
    /// A priority other than none.
    Priority,
    /// At least one tag.
    Tag,
    /// At least one reminder.
    Reminder,
    /// Notes.
    Notes,
    /// A checklist.
    Checklist,
    /// A duration.
    Duration,
    /// At least one person whom it is assigned to.
    Assignee,
    /// A section.
    Section,
}

/// One key of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// What is compared.
    pub field: SortField,
    /// Largest first. Tasks without the value come last in both directions.
    pub descending: bool,
}

/// What tasks are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortField {
    /// Due: by day; the timed tasks of a day by time, then those of the whole day.
    Due,
    /// Start.
    Start,
    /// Deadline.
    Deadline,
    /// Priority: ascending is from none to urgent.
    Priority,
    /// When it was made.
    Created,
    /// When it last changed.
    Updated,
    /// When it was finished.
    Completed,
    /// Title, without regard to case and accents.
    Title,
    /// Manual order.
    Position,
    /// The space's own number.
    Number,
}
