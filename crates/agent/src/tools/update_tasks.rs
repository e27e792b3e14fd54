//! `update_tasks`: changes fields of tasks.

use domain::command::{Command, Expected, Patch, TaskChange, TaskFields};
use domain::{Relation, RelationKind, Status, TaskId};
use serde::Deserialize;
use serde_json::Value;

use super::access::{Access, Among, Control};
use super::batch::{self, Entry, Failure};
use super::error::ToolError;
use super::fields;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};

pub(super) const TOOL: Tool = Tool {
    name: "update_tasks",
    purpose: "Changes fields; absent ones stay, none or [] clears.",
    effect: Effect::Changes {
        destructive: true,
        idempotent: true,
    },
    input,
    output,
};

const STATUSES: [&str; 3] = ["open", "in_progress", "waiting"];

fn input() -> Value {
    let row = object(
        &["id"],
        vec![
            ("id", text("Id, #42 or title")),
            ("title", text("One line")),
            ("notes", text("Markdown")),
            ("add_notes", text("More")),
            ("due", text("Words or ISO")),
            ("repeat", text("Words or RRULE")),
            ("remind", texts("All")),
            ("add_remind", texts("More")),
            ("priority", one_of("Importance", &PRIORITIES)),
            ("tags", texts("All")),
            ("add_tags", texts("More")),
            ("remove_tags", texts("Fewer")),
            ("project", text("Name")),
            ("section", text("Name")),
            ("parent_id", text("Parent")),
            ("start", text("Hidden before")),
            ("deadline", text("Hard date")),
            ("duration_minutes", whole("0 clears")),
            ("status", one_of("State", &STATUSES)),
            ("assignees", texts("Members")),
            ("relations", texts("blocked_by #3, -blocks #4")),
            ("version", whole("As seen")),
        ],
    );
    object(
        &["changes"],
        with_control(vec![("changes", rows("Changes", 50, row))]),
    )
}

fn output() -> Value {
    changed(vec![("failures", list())])
}

#[derive(Deserialize)]
struct Args {
    changes: Vec<Row>,
    #[serde(flatten)]
    control: Control,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    title: Option<String>,
    notes: Option<String>,
    add_notes: Option<String>,
    due: Option<String>,
    repeat: Option<String>,
    remind: Option<Vec<String>>,
    #[serde(default)]
    add_remind: Vec<String>,
    priority: Option<String>,
    tags: Option<Vec<String>>,
    #[serde(default)]
    add_tags: Vec<String>,
    #[serde(default)]
    remove_tags: Vec<String>,
    project: Option<String>,
    section: Option<String>,
    parent_id: Option<String>,
    start: Option<String>,
    deadline: Option<String>,
    duration_minutes: Option<u32>,
    status: Option<Status>,
    assignees: Option<Vec<String>>,
    #[serde(default)]
    relations: Vec<String>,
    version: Option<i64>,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let (mut entries, mut failures, mut before) = (Vec::new(), Vec::new(), Vec::new());
    let total = args.changes.len();
    for (index, row) in args.changes.into_iter().enumerate() {
        access.progress.step(index, total);
        let task = match access.task(&row.id, Among::Open).await {
            Ok(task) => task,
            Err(error) => {
                failures.push(Failure::new(index, error));
                continue;
            }
        };
        let expected = row.version.map_or(Expected::Any, Expected::Merge);
        match changes(access, row, &format!("/changes/{index}")).await {
            Ok(fields) => {
                let value = TaskChange {
                    task: TaskId::new(task.id),
                    expected,
                    fields,
                    only_this: false,
                };
                entries.push(Entry { index, value });
                before.push(task);
            }
            Err(error) => failures.push(Failure::new(index, error)),
        }
    }
    let command = |changes| Command::UpdateTasks { changes };
    let done = batch::run(access, &args.control, entries, failures, command).await?;
    Ok(batch::result(
        access,
        &args.control,
        &before,
        done,
        "changed",
    ))
}

async fn changes(access: &Access<'_>, row: Row, at: &str) -> Result<TaskFields, ToolError> {
    let ctx = &access.language;
    let mut fields = TaskFields {
        title: row.title,
        status: row.status,
        add_notes: row.add_notes.filter(|text| !text.trim().is_empty()),
        add_tags: fields::tags(&row.add_tags),
        remove_tags: fields::tags(&row.remove_tags),
        ..TaskFields::default()
    };
    if let Some(text) = row.notes {
        fields.notes = fields::text(text);
    }
    if let Some(text) = &row.due {
        fields.due = fields::due(text, &format!("{at}/due"), ctx)?;
    }
    if let Some(text) = &row.repeat {
        if text.eq_ignore_ascii_case("none") {
            fields.series = Patch::Clear;
        } else {
            let repeat = fields::repeat(text, &format!("{at}/repeat"), ctx)?;
            fields.series = Patch::Set(repeat.series);
            fields.series_time = repeat.time;
        }
    }
    if let Some(texts) = &row.remind {
        fields.reminders = fields::list(fields::reminders(texts, &format!("{at}/remind"), ctx)?);
    }
    fields.add_reminders = fields::reminders(&row.add_remind, &format!("{at}/add_remind"), ctx)?;
    if let Some(name) = &row.priority {
        fields.priority = Patch::Set(fields::priority(name));
    }
    if let Some(names) = &row.tags {
        fields.tags = fields::list(fields::tags(names));
    }
    if let Some(name) = &row.project {
        fields.project = fields::project(name);
    }
    if let Some(name) = &row.section {
        fields.section = fields::section(name);
    }
    if let Some(name) = &row.parent_id {
        fields.parent = super::add_tasks::parent(access, name).await?;
    }
    if let Some(text) = &row.start {
        fields.start = fields::due(text, &format!("{at}/start"), ctx)?;
    }
    if let Some(text) = &row.deadline {
        fields.deadline = fields::day(text, &format!("{at}/deadline"), ctx)?;
    }
    if let Some(minutes) = row.duration_minutes {
        fields.duration_minutes = if minutes == 0 {
            Patch::Clear
        } else {
            Patch::Set(minutes)
        };
    }
    if let Some(names) = &row.assignees {
        let members = fields::members(names, &format!("{at}/assignees"), ctx)?;
        fields.assignees = if members.is_empty() {
            Patch::Clear
        } else {
            Patch::Set(members.into_iter().collect())
        };
    }
    for (index, text) in row.relations.iter().enumerate() {
        let at = format!("{at}/relations/{index}");
        let (relation, is_new) = relation(access, text, &at).await?;
        if is_new {
            fields.add_relations.push(relation);
        } else {
            fields.remove_relations.push(relation);
        }
    }
    Ok(fields)
}

/// `blocked_by #3`, or with a leading `-` to take it away.
async fn relation(
    access: &Access<'_>,
    text: &str,
    at: &str,
) -> Result<(Relation, bool), ToolError> {
    let (words, is_new) = match text.trim().strip_prefix('-') {
        Some(words) => (words.trim(), false),
        None => (text.trim(), true),
    };
    let known = words.split_once(' ').and_then(|(kind, task)| {
        let kind: RelationKind = serde_json::from_value(kind.into()).ok()?;
        Some((kind, task))
    });
    let (kind, name) = known.ok_or_else(|| {
        let detail = format!(
            "'{text}' is no relation; write blocked_by, blocks, relates_to, duplicates or \
             duplicated_by and a task, such as 'blocked_by #3'; a leading - takes it away"
        );
        ToolError::argument(at, detail)
    })?;
    let task = TaskId::new(access.task(name, Among::Open).await?.id);
    Ok((Relation { kind, task }, is_new))
}
