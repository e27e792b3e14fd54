//! Turns a resolved filter into a condition on the columns of `task`, test by test.
//!
//! No test is ever null: each names `IS NOT NULL` where it compares a column that may be.

use domain::filter::Test;
use domain::filter::ast::Part;
use domain::filter::resolved::{Days, Instants, Within};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::task_row::{priority_number, status_name};
use crate::value::Value;

/// Stands for a look at the tasks that block this one, which the engines spell differently.
const BLOCKERS: &str = "{blockers}";

const BLOCKERS_SQLITE: &str = "SELECT 1 FROM json_each(task.blocked_by) AS entry \
     JOIN task AS blocker ON blocker.space_id = $1 \
     AND blocker.id = unhex(replace(entry.value, '-', '')) WHERE blocker.is_open = 1";

const BLOCKERS_POSTGRES: &str = "SELECT 1 FROM json_array_elements_text(task.blocked_by::json) \
     AS entry (value) JOIN task AS blocker ON blocker.space_id = $1 \
     AND blocker.id = entry.value::uuid WHERE blocker.is_open = 1";

/// A condition under construction. `$1` is the space.
pub(crate) struct Conditions {
    text: String,
    values: Vec<Value>,
}

impl Conditions {
    /// The condition that the task is of this space.
    pub(crate) fn of_space(space: domain::SpaceId) -> Self {
        Self {
            text: "task.space_id = $1".to_owned(),
            values: vec![space.into()],
        }
    }

    /// Adds a condition that names no values.
    pub(crate) fn and(&mut self, condition: &str) {
        self.text.push_str(" AND ");
        self.text.push_str(condition);
    }

    /// Adds a condition; `{}` stands for its value.
    pub(crate) fn and_value(&mut self, condition: &str, value: Value) {
        let place = self.place(value);
        self.and(&condition.replace("{}", &place));
    }

    /// Adds a filter.
    pub(crate) fn and_test(&mut self, test: &Test) {
        self.bound_due(test);
        let condition = self.test(test);
        self.and(&condition);
    }

    /// The parameter that stands for `value`.
    pub(crate) fn place(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    /// The condition for SQLite and for PostgreSQL within a statement, and its values.
    pub(crate) fn into_statement(self, before: &str, after: &str) -> (String, String, Vec<Value>) {
        let text = format!("{before}{}{after}", self.text);
        (
            text.replace(BLOCKERS, BLOCKERS_SQLITE),
            text.replace(BLOCKERS, BLOCKERS_POSTGRES),
            self.values,
        )
    }

    fn test(&mut self, test: &Test) -> String {
        match test {
            Test::And(parts) => self.join(parts, " AND ", "1 = 1"),
            Test::Or(parts) => self.join(parts, " OR ", "1 = 0"),
            Test::Not(part) => format!("NOT {}", self.test(part)),
            Test::Due(within) => self.within("due", within),
            Test::Start(within) => self.within("start", within),
            Test::Deadline(days) => self.days("task.deadline_on", "", days),
            Test::Created(instants) => self.instants("task.created_at", instants),
            Test::Completed(instants) => self.instants("task.completed_at", instants),
            Test::Priority(priorities) => {
                let numbers: Vec<i64> = priorities.iter().map(|p| priority_number(*p)).collect();
                match numbers.as_slice() {
                    [one] => self.compare("task.priority = {}", Value::Int(*one)),
                    _ => self.compare("task.priority = ANY({}::bigint[])", Value::IntList(numbers)),
                }
            }
            Test::Status(statuses) => {
                let names = statuses
                    .iter()
                    .map(|status| status_name(*status).to_owned())
                    .collect();
                self.compare("task.status = ANY({}::text[])", Value::TextList(names))
            }
            Test::Tag(tag) => self.compare(
                "task.id IN (SELECT task_tag.task_id FROM task_tag \
                 WHERE task_tag.space_id = $1 AND task_tag.tag_id = {})",
                (*tag).into(),
            ),
            Test::Project(projects) => match projects.as_slice() {
                [one] => self.compare("task.project_id = {}", (*one).into()),
                several => self.compare("task.project_id = ANY({}::uuid[])", several.into()),
            },
            Test::Assigned(user) => self.compare(
                "task.assignees LIKE {}",
                Value::Text(format!("%\"{user}\"%")),
            ),
            Test::Recurring => "(task.series IS NOT NULL)".to_owned(),
            Test::Blocked => format!("(task.blocked_by <> '[]' AND EXISTS ({BLOCKERS}))"),
            Test::Subtask => "(task.parent_id IS NOT NULL)".to_owned(),
            Test::Text(text) => {
                let place = self.place(Value::Text(contains(text)));
                format!(
                    "(task.title_key LIKE {place} ESCAPE '\\' OR task.notes_key LIKE {place} ESCAPE '\\')"
                )
            }
            Test::Has(part) => has(*part).to_owned(),
        }
    }

    fn join(&mut self, parts: &[Test], joint: &str, empty: &str) -> String {
        if parts.is_empty() {
            return format!("({empty})");
        }
        let parts: Vec<String> = parts.iter().map(|part| self.test(part)).collect();
        format!("({})", parts.join(joint))
    }

    fn compare(&mut self, condition: &str, value: Value) -> String {
        let place = self.place(value);
        format!("({})", condition.replace("{}", &place))
    }

    fn within(&mut self, prefix: &str, within: &Within) -> String {
        let whole = format!(" AND task.{prefix}_time IS NULL");
        let days = self.days(&format!("task.{prefix}_on"), &whole, &within.days);
        let instants = self.instants(&format!("task.{prefix}_at"), &within.instants);
        format!("({days} OR {instants})")
    }

    fn days(&mut self, column: &str, more: &str, days: &Days) -> String {
        self.span(
            column,
            more,
            days.from.map(Value::from),
            days.to.map(Value::from),
        )
    }

    fn instants(&mut self, column: &str, instants: &Instants) -> String {
        let range = instants.milliseconds();
        self.span(
            column,
            "",
            range.start.map(Value::Int),
            range.end.map(Value::Int),
        )
    }

    fn span(&mut self, column: &str, more: &str, from: Option<Value>, to: Option<Value>) -> String {
        let mut text = format!("({column} IS NOT NULL{more}");
        if let Some(from) = from {
            text.push_str(&format!(" AND {column} >= {}", self.place(from)));
        }
        if let Some(to) = to {
            text.push_str(&format!(" AND {column} < {}", self.place(to)));
        }
        text.push(')');
        text
    }

    /// Bounds the indexed `due_sort` where the filter bounds the due date of every match. The
    /// bounds are wide enough for any two zones; the test itself decides at the edges.
    fn bound_due(&mut self, test: &Test) {
        match test {
            Test::And(parts) => parts.iter().for_each(|part| self.bound_due(part)),
            Test::Due(Within { days, instants }) => {
                let range = instants.milliseconds();
                if let (Some(day), Some(at)) = (days.from, range.start) {
                    let low = midnight(day).min(at.saturating_sub(WIDEST_MS));
                    self.and_value("task.due_sort >= {}", Value::Int(low));
                }
                if let (Some(day), Some(at)) = (days.to, range.end) {
                    let high = midnight(day).max(at.saturating_add(WIDEST_MS));
                    self.and_value("task.due_sort < {}", Value::Int(high));
                }
            }
            _ => {}
        }
    }
}

/// No zone's clock is further than this from UTC.
const WIDEST_MS: i64 = 26 * 60 * 60 * 1000;

fn midnight(day: Date) -> i64 {
    let local = day.to_datetime(Time::midnight());
    TimeZone::UTC
        .to_timestamp(local)
        .map_or(i64::MIN, jiff::Timestamp::as_millisecond)
}

/// A pattern for texts that contain `text`.
fn contains(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for character in text.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

fn has(part: Part) -> &'static str {
    match part {
        Part::Due => "(task.due_on IS NOT NULL)",
        Part::Start => "(task.start_on IS NOT NULL)",
        Part::Deadline => "(task.deadline_on IS NOT NULL)",
        Part::Priority => "(task.priority <> 0)",
        Part::Tag => "(task.tag_ids <> '[]')",
        Part::Reminder => "(task.reminders <> '[]')",
        Part::Notes => "(task.notes <> '')",
        Part::Checklist => "(task.checklist <> '[]')",
        Part::Duration => "(task.duration_minutes IS NOT NULL)",
        Part::Assignee => "(task.assignees <> '[]')",
        Part::Section => "(task.section_id IS NOT NULL)",
    }
}
