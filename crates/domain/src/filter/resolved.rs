//! A filter with names and days looked up: what the store compiles to SQL, and what is evaluated in memory.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Date;

use super::ast::{Part, SortKey};
use crate::ids::{ProjectId, TagId, UserId};
use crate::task::{Priority, Status};

/// A filter ready to run.
///
/// SQL and memory give the same rows when each test maps to columns as its documentation says, and
/// when **no test is ever null**: a task without a value fails the test, so its negation holds
/// (`NOT COALESCE(.., FALSE)`, or tests that name `IS NOT NULL` themselves). The caller adds what is no
/// part of a filter: `space_id`, `deleted_at IS NULL`, and the open statuses where
/// [`super::Filter::mentions_status`] is false.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The condition.
    pub test: Test,
    /// The order that the filter asks for; empty for the caller's default.
    pub sort: Vec<SortKey>,
}

/// A condition on the columns of one task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// All of them; empty is true.
    And(Vec<Test>),
    /// Any of them; empty is false.
    Or(Vec<Test>),
    /// Not that.
    Not(Box<Test>),
    /// Due: `due_on` in `days` where `due_time` is null, `due_at` in `instants` where it is not.
    Due(Within),
    /// Start: `start_on`, `start_time` and `start_at` in the same way.
    Start(Within),
    /// `deadline_on` in these days.
    Deadline(Days),
    /// `created_at` in these instants.
    Created(Instants),
    /// `completed_at` in these instants; a task that is not finished fails.
    Completed(Instants),
    /// `priority` is one of these. Ascending, never empty.
    Priority(Vec<Priority>),
    /// `status` is one of these.
    Status(Vec<Status>),
    /// `task_tag` has a row with this tag.
    Tag(TagId),
    /// `project_id` is one of these; never empty.
    Project(Vec<ProjectId>),
    /// `assignees` holds this user.
    Assigned(UserId),
    /// `series` is not null.
    Recurring,
    /// `blocked_by` holds a task whose status is open and which is not in the trash.
    Blocked,
    /// `parent_id` is not null.
    Subtask,
    /// The folded title (`title_key`) or the folded notes (`notes_key`) contain this folded, never
    /// empty text.
    Text(String),
    /// The part is there: `due_on`, `start_on`, `deadline_on`, `section_id` or `duration_minutes` not
    /// null, `priority` not none, `notes` not empty, or at least one tag, reminder, checklist line or
    /// assignee (lists that are not `[]`).
    Has(Part),
}

/// A span of the reader's calendar: for whole days the days, for timed kinds the instants at which
/// these days begin and end for the reader. Or, for "overdue", the days before today and the instants
/// before now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Within {
    /// For the kind `day`.
    pub days: Days,
    /// For the kinds `floating` and `zoned`.
    pub instants: Instants,
}

/// Days from `from` until before `to`; open where a bound is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// The first day.
    pub from: Option<Date>,
    /// The first day after.
    pub to: Option<Date>,
}

/// Instants from `from` until before `to`; open where a bound is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Instants {
    /// The first instant.
    pub from: Option<Timestamp>,
    /// The first instant after.
    pub to: Option<Timestamp>,
}

impl Days {
    /// Whether a day lies within.
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day < to)
    }
}

impl Instants {
    /// Whether an instant lies within.
    pub fn contains(&self, at: Timestamp) -> bool {
        self.from.is_none_or(|from| at >= from) && self.to.is_none_or(|to| at < to)
    }

    /// The bounds as milliseconds since the Unix epoch, as they are stored.
    pub fn milliseconds(&self) -> Range<Option<i64>> {
        self.from.map(Timestamp::as_millisecond)..self.to.map(Timestamp::as_millisecond)
    }
}
