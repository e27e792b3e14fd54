//! Evaluates a resolved filter in memory. The store's SQL must give the same answer.

use jiff::tz::TimeZone;

use super::ast::Part;
use super::resolved::{Resolved, Test, Within};
use crate::due::Due;
use crate::fold;
use crate::ids::TaskId;
use crate::task::{Priority, Task};

/// What a task's conditions need beyond the task.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The zone that floating times are in: the space owner's.
    pub owner: &'a TimeZone,
    /// Whether a task is open and not in the trash.
    pub is_open: &'a dyn Fn(TaskId) -> bool,
}

impl std::fmt::Debug for Surroundings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Surroundings")
            .field("owner", &self.owner)
            .finish_non_exhaustive()
    }
}

impl Resolved {
    /// Whether the task matches.
    pub fn matches(&self, task: &Task, around: &Surroundings<'_>) -> bool {
        holds(&self.test, task, around)
    }
}

fn holds(test: &Test, task: &Task, around: &Surroundings<'_>) -> bool {
    match test {
        Test::And(parts) => parts.iter().all(|part| holds(part, task, around)),
        Test::Or(parts) => parts.iter().any(|part| holds(part, task, around)),
        Test::Not(part) => !holds(part, task, around),
        Test::Due(within) => lies_within(task.due.as_ref(), within, around.owner),
        Test::Start(within) => lies_within(task.start.as_ref(), within, around.owner),
        Test::Deadline(days) => task.deadline.is_some_and(|day| days.contains(day)),
        Test::Created(instants) => instants.contains(task.created_at),
        Test::Completed(instants) => task.completed_at.is_some_and(|at| instants.contains(at)),
        Test::Priority(priorities) => priorities.contains(&task.priority),
        Test::Status(statuses) => statuses.contains(&task.status),
        Test::Tag(tag) => task.tags.contains(tag),
        Test::Project(projects) => projects.contains(&task.project),
        Test::Assigned(user) => task.assignees.contains(user),
        Test::Recurring => task.series.is_some(),
        Test::Blocked => task
            .blocked_by
            .iter()
            .any(|blocker| (around.is_open)(*blocker)),
        Test::Subtask => task.parent.is_some(),
        Test::Text(key) => [&task.title, &task.notes]
            .iter()
            .any(|text| fold::key(text).contains(key)),
        Test::Has(part) => has(*part, task),
    }
}

fn lies_within(due: Option<&Due>, within: &Within, owner: &TimeZone) -> bool {
    match due {
        None => false,
        Some(Due::Day { date }) => within.days.contains(*date),
        Some(timed) => timed
            .instant(owner)
            .is_some_and(|at| within.instants.contains(at)),
    }
}

fn has(part: Part, task: &Task) -> bool {
    match part {
        Part::Due => task.due.is_some(),
        Part::Start => task.start.is_some(),
        Part::Deadline => task.deadline.is_some(),
        Part::Priority => task.priority != Priority::None,
        Part::Tag => !task.tags.is_empty(),
        Part::Reminder => !task.reminders.is_empty(),
        Part::Notes => !task.notes.is_empty(),
        Part::Checklist => !task.checklist.is_empty(),
        Part::Duration => task.duration_minutes.is_some(),
        Part::Assignee => !task.assignees.is_empty(),
        Part::Section => task.section.is_some(),
    }
}
