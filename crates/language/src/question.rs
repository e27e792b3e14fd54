//! Questions about tasks: a structured filter with order and limit, and its short filter text.

use domain::due::Due;
use domain::{Priority, fold};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::resolve::{Candidate, Resolution};

/// Which statuses a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatusFilter {
    /// What is still to do.
    #[default]
    Open,
    /// What is finished.
    Done,
    /// Both.
    All,
}

/// What a list is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Soonest first.
    Due,
    /// Most important first.
    Priority,
    /// By title.
    Title,
    /// Newest first.
    Created,
    /// Most recently completed first.
    Completed,
}

/// What to list or count. Fields that are not set do not restrict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Open where nothing is said.
    pub status: StatusFilter,
    /// First day of the due range.
    pub due_from: Option<Date>,
    /// Day after the due range.
    pub due_to: Option<Date>,
    /// Only what is overdue.
    pub overdue: bool,
    /// Only what has no due date.
    pub no_due: bool,
    /// Only what repeats.
    pub recurring: bool,
    /// Any of these.
    pub priority: Vec<Priority>,
    /// All of these.
    pub tags: Vec<String>,
    /// In this project.
    pub project: Option<String>,
    /// With these words in title or notes.
    pub text: Option<String>,
    /// First day of completion.
    pub completed_from: Option<Date>,
    /// Day after the days of completion.
    pub completed_to: Option<Date>,
    /// The order asked for.
    pub sort: Option<Sort>,
    /// At most so many.
    pub limit: Option<u32>,
    /// Only the number is wanted.
    pub count_only: bool,
}

impl Question {
    /// The restriction in the filter language (model, section 5); empty when there is none.
    /// Status, order and limit are parameters of their own, and `text` is quoted.
    pub fn filter_text(&self) -> String {
        let mut terms: Vec<String> = Vec::new();
        if let Some(day) = self.due_from {
            terms.push(format!("due >= {day}"));
        }
        if let Some(day) = self.due_to {
            terms.push(format!("due < {day}"));
        }
        if self.overdue {
            terms.push("overdue".to_owned());
        }
        if self.no_due {
            terms.push("no due".to_owned());
        }
        if self.recurring {
            terms.push("recurring".to_owned());
        }
        match self.priority.as_slice() {
            [] => {}
            [one] => terms.push(priority_mark(*one).to_owned()),
            many => {
                let marks: Vec<_> = many.iter().map(|p| priority_mark(*p)).collect();
                terms.push(format!("({})", marks.join(" | ")));
            }
        }
        terms.extend(self.tags.iter().map(|tag| format!("#{}", name(tag))));
        terms.extend(
            self.project
                .iter()
                .map(|project| format!("+{}", name(project))),
        );
        terms.extend(
            self.text
                .iter()
                .map(|text| format!("text:{}", quoted(text))),
        );
        if let Some(day) = self.completed_from {
            terms.push(format!("completed >= {day}"));
        }
        if let Some(day) = self.completed_to {
            terms.push(format!("completed < {day}"));
        }
        terms.join(" & ")
    }
}

fn priority_mark(priority: Priority) -> &'static str {
    match priority {
        Priority::Urgent => "p1",
        Priority::High => "p2",
        Priority::Medium => "p3",
        Priority::Low => "p4",
        Priority::None => "priority = none",
    }
}

fn name(text: &str) -> String {
    if text
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    {
        text.to_owned()
    } else {
        quoted(text)
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

impl Question {
    /// Whether a task answers the question, as far as its candidate tells. Order and limit aside.
    pub fn matches(&self, task: &Candidate, ctx: &Context) -> bool {
        let status = match self.status {
            StatusFilter::Open => task.status.is_open(),
            StatusFilter::Done => !task.status.is_open(),
            StatusFilter::All => true,
        };
        let same = |left: &str, right: &str| fold::key(left) == fold::key(right);
        let day = task.due.as_ref().map(Due::date);
        let in_range = |from: Option<Date>, to: Option<Date>, day: Option<Date>| {
            (from.is_none() && to.is_none())
                || day.is_some_and(|day| {
                    from.is_none_or(|from| day >= from) && to.is_none_or(|to| day < to)
                })
        };
        let text = || {
            let Some(text) = &self.text else { return true };
            let one = std::slice::from_ref(&task);
            !matches!(
                crate::matching::matching(text, one, ctx),
                Resolution::None | Resolution::Ambiguous(_)
            ) || fold::key(&task.title).contains(&fold::key(text))
        };
        status
            && in_range(self.due_from, self.due_to, day)
            && (!self.overdue || is_overdue(task, ctx))
            && (!self.no_due || task.due.is_none())
            && (!self.recurring || task.recurring)
            && (self.priority.is_empty() || self.priority.contains(&task.priority))
            && self
                .tags
                .iter()
                .all(|tag| task.tags.iter().any(|own| same(own, tag)))
            && self
                .project
                .as_ref()
                .is_none_or(|project| task.project.as_ref().is_some_and(|own| same(own, project)))
            && in_range(self.completed_from, self.completed_to, task.completed_on)
            && text()
    }
}

fn is_overdue(task: &Candidate, ctx: &Context) -> bool {
    let Some(due) = &task.due else { return false };
    let late = match due.instant(&ctx.time.zone) {
        Some(instant) => instant < ctx.now,
        None => due.date() < ctx.time.today(ctx.now),
    };
    late && task.status.is_open()
}
