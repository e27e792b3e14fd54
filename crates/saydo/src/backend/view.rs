//! The parts of the REST documents that the command line reads, and what it asks for.

use serde::Deserialize;

/// A page of tasks, or the tasks of an outcome.
#[derive(Debug, Deserialize)]
pub(crate) struct Tasks {
    pub(crate) tasks: Vec<Task>,
    #[serde(default)]
    pub(crate) next_cursor: Option<String>,
}

/// One task.
#[derive(Debug, Deserialize)]
pub(crate) struct Task {
    pub(crate) id: String,
    pub(crate) number: i64,
    pub(crate) title: String,
    pub(crate) notes: String,
    pub(crate) status: String,
    pub(crate) priority: String,
    pub(crate) project: String,
    pub(crate) section: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) start: Option<Due>,
    pub(crate) due: Option<Due>,
    pub(crate) due_words: Option<String>,
    pub(crate) overdue: bool,
    pub(crate) deadline: Option<String>,
    pub(crate) duration_minutes: Option<u32>,
    pub(crate) rule: Option<Rule>,
    pub(crate) next: Vec<String>,
    pub(crate) checklist: Vec<Item>,
    pub(crate) reminders: Vec<Reminder>,
    pub(crate) subtasks: Subtasks,
}

impl Task {
    /// What repeats, in words; empty when nothing does.
    pub(crate) fn rule_words(&self) -> &str {
        self.rule
            .as_ref()
            .map(|rule| rule.words.as_str())
            .unwrap_or_default()
    }
}

/// A moment.
#[derive(Debug, Deserialize)]
pub(crate) struct Due {
    date: String,
    time: Option<String>,
    zone: Option<String>,
}

impl Due {
    /// As ISO text, with the zone where there is one.
    pub(crate) fn text(&self) -> String {
        let time = self
            .time
            .as_ref()
            .map(|time| format!("T{time}"))
            .unwrap_or_default();
        let zone = self
            .zone
            .as_ref()
            .map(|zone| format!("[{zone}]"))
            .unwrap_or_default();
        format!("{}{time}{zone}", self.date)
    }
}

/// A recurrence.
#[derive(Debug, Deserialize)]
pub(crate) struct Rule {
    words: String,
    pub(crate) rrule: String,
    pub(crate) mode: String,
    pub(crate) overflow: String,
}

/// How a task relates to others.
#[derive(Debug, Deserialize)]
pub(crate) struct Relations {
    pub(crate) relations: Vec<Relation>,
}

/// A relation, seen from the task that is shown.
#[derive(Debug, Deserialize)]
pub(crate) struct Relation {
    /// Such as `blocked_by`.
    pub(crate) kind: String,
    pub(crate) task: Task,
}

/// A line of a checklist.
#[derive(Debug, Deserialize)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) done: bool,
}

/// A reminder.
#[derive(Debug, Deserialize)]
pub(crate) struct Reminder {
    minutes_before: Option<i32>,
    next_at: Option<String>,
    snoozed_until: Option<String>,
}

impl Reminder {
    /// When it sounds, in words.
    pub(crate) fn text(&self) -> String {
        let at = self.snoozed_until.as_ref().or(self.next_at.as_ref());
        let when = match self.minutes_before {
            Some(0) => "at the time".to_owned(),
            Some(minutes) if minutes < 0 => format!("{} min after", minutes.unsigned_abs()),
            Some(minutes) => format!("{minutes} min before"),
            None => String::new(),
        };
        match at.map(String::as_str).map(local) {
            Some(at) if when.is_empty() => at,
            Some(at) => format!("{when} ({at})"),
            None => when,
        }
    }
}

/// An instant as people on this machine read it: "Thu 26 Nov 2026 09:00".
fn local(at: &str) -> String {
    let zone = jiff::tz::TimeZone::system();
    at.parse::<jiff::Timestamp>().map_or_else(
        |_| at.to_owned(),
        |at| at.to_zoned(zone).strftime("%a %-d %b %Y %H:%M").to_string(),
    )
}

/// How many subtasks there are.
#[derive(Debug, Deserialize)]
pub(crate) struct Subtasks {
    pub(crate) open: u32,
    pub(crate) done: u32,
}

/// What to list.
#[derive(Debug, Default, Clone)]
pub(crate) struct List {
    pub(crate) filter: Option<String>,
    pub(crate) sort: Option<String>,
    /// `open`, `done`, `trash` or `all`.
    pub(crate) status: String,
    pub(crate) limit: u32,
    pub(crate) cursor: Option<String>,
}

/// What to do with tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TaskAction {
    /// Done; a recurring task advances.
    Complete,
    /// This occurrence is left out.
    Skip,
    /// Open again.
    Reopen,
    /// To the trash; of a recurring task the series.
    Delete,
    /// Of a recurring task this occurrence only.
    DeleteThis,
    /// Back from the trash.
    Restore,
}

/// Whether `words` are a number, `#number` or an id.
pub(crate) fn is_key(words: &str) -> bool {
    let number = words.strip_prefix('#').unwrap_or(words);
    number.parse::<i64>().is_ok() || words.parse::<domain::TaskId>().is_ok()
}
