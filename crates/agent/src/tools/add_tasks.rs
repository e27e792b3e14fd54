//! `add_tasks`: adds tasks, structured or in plain words.

use domain::TaskId;
use domain::command::{Command, NewTask, Patch};
use serde::Deserialize;
use serde_json::{Value, json};

use super::access::{Access, Among, Control};
use super::batch::{self, Entry, Failure};
use super::error::ToolError;
use super::fields;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};
use super::words::due_words;

pub(super) const TOOL: Tool = Tool {
    name: "add_tasks",
    purpose: "Adds tasks.",
    effect: Effect::Changes {
        destructive: false,
        idempotent: false,
    },
    input,
    output,
};

fn input() -> Value {
    let row = object(
        &["title"],
        vec![
            ("title", text("One line")),
            ("notes", text("Markdown")),
            ("due", text("tomorrow 5pm or ISO")),
            ("repeat", text("every weekday at 8, every! 2 weeks, RRULE")),
            ("remind", texts("1 hour before, PT30M")),
            ("priority", one_of("Importance", &PRIORITIES)),
            ("tags", texts("Names")),
            ("project", text("Name; +name is new")),
            ("section", text("Name")),
            ("parent_id", text("Parent")),
            ("start", text("Hidden before")),
            ("deadline", text("Hard date")),
            ("duration_minutes", whole("Length")),
            ("assignees", texts("Members")),
        ],
    );
    object(
        &[],
        with_control(vec![
            ("tasks", rows("Tasks", 25, row)),
            ("text", text("Or words, one task a line")),
        ]),
    )
}

fn output() -> Value {
    result(vec![
        ("tasks", list()),
        ("interpreted", list()),
        ("failures", list()),
        ("change_id", string()),
    ])
}

#[derive(Deserialize)]
struct Args {
    #[serde(default)]
    tasks: Vec<Row>,
    text: Option<String>,
    #[serde(flatten)]
    control: Control,
}

#[derive(Deserialize)]
struct Row {
    title: String,
    #[serde(default)]
    notes: String,
    due: Option<String>,
    repeat: Option<String>,
    remind: Option<Vec<String>>,
    priority: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    project: Option<String>,
    section: Option<String>,
    parent_id: Option<String>,
    start: Option<String>,
    deadline: Option<String>,
    duration_minutes: Option<u32>,
    #[serde(default)]
    assignees: Vec<String>,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let (mut entries, mut failures) = (Vec::new(), Vec::new());
    let total = args.tasks.len();
    for (index, row) in args.tasks.into_iter().enumerate() {
        access.progress.step(index, total);
        match task(access, row, &format!("/tasks/{index}")).await {
            Ok(value) => entries.push(Entry { index, value }),
            Err(error) => failures.push(Failure::new(index, error)),
        }
    }
    if let Some(text) = &args.text {
        let given = entries.len() + failures.len();
        let drafts = drafts(access, text)?.into_iter().enumerate();
        entries.extend(drafts.map(|(index, value)| Entry {
            index: given + index,
            value,
        }));
    }
    if entries.is_empty() && failures.is_empty() {
        return Err(ToolError::argument(
            "/tasks",
            "'tasks' or 'text' is missing",
        ));
    }
    let said: Vec<_> = entries
        .iter()
        .filter_map(|entry| said(access, &entry.value))
        .collect();
    let command = |tasks| Command::AddTasks { tasks };
    let done = batch::run(access, &args.control, entries, failures, command).await?;
    let mut result = batch::result(access, &args.control, &[], done, "added");
    if let Value::Object(fields) = &mut result.structured {
        fields.remove("changes");
        if !said.is_empty() {
            fields.insert("interpreted".to_owned(), Value::Array(said));
        }
    }
    Ok(result)
}

/// The tasks of a text in plain words: every line is at least one.
fn drafts(access: &Access<'_>, text: &str) -> Result<Vec<NewTask>, ToolError> {
    let mut ctx = access.language.clone();
    ctx.mode = language::Mode::Add;
    let mut tasks = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        for action in language::interpret(line, &ctx).actions {
            let language::Action::Create { drafts } = action else {
                continue;
            };
            tasks.extend(drafts.into_iter().map(|draft| NewTask {
                source_text: Some(line.to_owned()),
                ..draft.task
            }));
        }
    }
    if tasks.is_empty() {
        return Err(ToolError::argument(
            "/text",
            "no task was found in the text",
        ));
    }
    if tasks.len() > 25 {
        let detail = format!("{} are too many at once; send at most 25", tasks.len());
        return Err(ToolError::argument("/text", detail));
    }
    Ok(tasks)
}

async fn task(access: &Access<'_>, row: Row, at: &str) -> Result<NewTask, ToolError> {
    let ctx = &access.language;
    let mut task = NewTask {
        title: row.title,
        notes: row.notes,
        tags: fields::tags(&row.tags),
        duration_minutes: row.duration_minutes,
        ..NewTask::default()
    };
    if let Some(text) = &row.due {
        task.due = fields::due(text, &format!("{at}/due"), ctx)?.apply(None);
    }
    if let Some(text) = row
        .repeat
        .as_deref()
        .filter(|text| !text.eq_ignore_ascii_case("none"))
    {
        let repeat = fields::repeat(text, &format!("{at}/repeat"), ctx)?;
        if task.due.is_none() {
            task.due = repeat.due;
            task.series_time = repeat.time;
        }
        task.series = Some(repeat.series);
    }
    if let Some(texts) = &row.remind {
        task.reminders = Some(fields::reminders(texts, &format!("{at}/remind"), ctx)?);
    }
    if let Some(name) = &row.priority {
        task.priority = fields::priority(name);
    }
    if let Some(name) = &row.project {
        task.project = fields::project(name).apply(None);
    }
    if let Some(name) = &row.section {
        task.section = fields::section(name).apply(None);
    }
    if let Some(name) = row.parent_id.as_deref().filter(|name| *name != "none") {
        task.parent = Some(TaskId::new(access.task(name, Among::Open).await?.id));
    }
    if let Some(text) = &row.start {
        task.start = fields::due(text, &format!("{at}/start"), ctx)?.apply(None);
    }
    if let Some(text) = &row.deadline {
        task.deadline = fields::day(text, &format!("{at}/deadline"), ctx)?.apply(None);
    }
    task.assignees = fields::members(&row.assignees, &format!("{at}/assignees"), ctx)?;
    Ok(task)
}

/// What the words of dates and rules were understood as.
fn said(access: &Access<'_>, task: &NewTask) -> Option<Value> {
    let due = task
        .due
        .as_ref()
        .map(|due| due_words(due, &access.language));
    let anchor = task.due.as_ref().map(domain::Due::slot);
    let locale = &access.language.locale;
    let rule =
        |series: &domain::command::NewSeries| language::echo::rule(&series.rule, anchor, locale);
    let repeat = task.series.as_ref().map(rule);
    if due.is_none() && repeat.is_none() {
        return None;
    }
    let mut row = json!({ "title": task.title });
    for (name, words) in [("due", due), ("repeat", repeat)] {
        if let Some(words) = words {
            row[name] = json!(words);
        }
    }
    Some(row)
}

/// The parent's id of a patch, for tools that take names.
pub(super) async fn parent(access: &Access<'_>, name: &str) -> Result<Patch<TaskId>, ToolError> {
    if name.trim().is_empty() || name.eq_ignore_ascii_case("none") {
        return Ok(Patch::Clear);
    }
    Ok(Patch::Set(TaskId::new(
        access.task(name, Among::Open).await?.id,
    )))
}
