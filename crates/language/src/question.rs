//! Questions about tasks: a structured filter with order and limit, and its short filter text.

use domain::Priority;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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
