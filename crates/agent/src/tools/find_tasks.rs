//! `find_tasks`: lists or counts tasks.

use app::{ListTasks, TaskSet};
use domain::command::Patch;
use jiff::civil::Date;
use language::Question;
use serde::Deserialize;
use serde_json::{Value, json};

use super::access::{Access, Among};
use super::batch::brief;
use super::error::ToolError;
use super::fields;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};
use super::words::counted;

pub(super) const TOOL: Tool = Tool {
    name: "find_tasks",
    purpose: "Lists or counts tasks.",
    effect: Effect::Reads,
    input,
    output,
};

const VIEWS: [&str; 8] = [
    "open", "today", "overdue", "upcoming", "inbox", "done", "trash", "all",
];

fn input() -> Value {
    object(
        &[],
        vec![
            ("filter", text("(today | overdue) & p1 & #errands & +home")),
            ("text", text("Words")),
            ("view", one_of("Default open", &VIEWS)),
            ("due_from", text("First day")),
            ("due_to", text("Day after last")),
            ("priority", several_of("Any of", &PRIORITIES)),
            ("tags", texts("All of")),
            ("project", text("Name")),
            ("recurring", flag("Repeating only")),
            ("ids", task_names()),
            ("sort", text("due,-priority")),
            ("detail", one_of("Fields", &["concise", "full"])),
            ("limit", rows_of_page()),
            ("cursor", text("next_cursor")),
            ("count", flag("Count too")),
        ],
    )
}

fn output() -> Value {
    result(vec![
        ("tasks", list()),
        ("next_cursor", string()),
        ("count", number()),
    ])
}

#[derive(Deserialize)]
struct Args {
    filter: Option<String>,
    text: Option<String>,
    view: Option<String>,
    due_from: Option<String>,
    due_to: Option<String>,
    #[serde(default)]
    priority: Vec<String>,
    #[serde(default)]
    tags: Vec<String>,
    project: Option<String>,
    #[serde(default)]
    recurring: bool,
    #[serde(default)]
    ids: Vec<String>,
    sort: Option<String>,
    detail: Option<String>,
    limit: Option<u32>,
    cursor: Option<String>,
    #[serde(default)]
    count: bool,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let is_full = args.detail.as_deref() == Some("full");
    let row = |task: &app::view::TaskView| {
        if is_full {
            json!(task)
        } else {
            brief(access, task)
        }
    };
    if !args.ids.is_empty() {
        let tasks = access.tasks(&args.ids, Among::Open).await?;
        let rows: Vec<_> = tasks.iter().map(row).collect();
        let count = args.count.then_some(rows.len());
        let summary = counted(rows.len());
        return Ok(ToolResult::new(
            summary,
            json!({ "tasks": rows, "count": count }),
        ));
    }
    let (filter, set) = restriction(access, &args)?;
    let query = ListTasks {
        filter: Some(filter).filter(|filter| !filter.is_empty()),
        set,
        sort: args.sort,
        limit: args.limit.unwrap_or(20),
        cursor: args.cursor,
        ..ListTasks::default()
    };
    let count = match args.count {
        true => Some(access.app.count(access.actor, &query).await?),
        false => None,
    };
    let page = access.app.tasks(access.actor, &query).await?;
    let rows: Vec<_> = page.tasks.iter().map(row).collect();
    let mut summary = counted(
        count
            .and_then(|n| usize::try_from(n).ok())
            .unwrap_or(rows.len()),
    );
    if count.is_none() && page.next_cursor.is_some() {
        summary.push_str(", and there are more");
    }
    Ok(ToolResult::new(
        summary,
        json!({ "tasks": rows, "next_cursor": page.next_cursor, "count": count }),
    ))
}

/// The conditions as one filter, and the set of tasks that it is about.
fn restriction(access: &Access<'_>, args: &Args) -> Result<(String, TaskSet), ToolError> {
    let day = |text: &Option<String>, at: &str| -> Result<Option<Date>, ToolError> {
        let Some(text) = text else { return Ok(None) };
        match fields::day(text, at, &access.language)? {
            Patch::Set(date) => Ok(Some(date)),
            Patch::Clear | Patch::Keep => Ok(None),
        }
    };
    let question = Question {
        due_from: day(&args.due_from, "/due_from")?,
        due_to: day(&args.due_to, "/due_to")?,
        priority: args
            .priority
            .iter()
            .map(|name| fields::priority(name))
            .collect(),
        tags: fields::tags(&args.tags),
        project: args
            .project
            .as_ref()
            .map(|name| name.trim_start_matches('+').to_owned()),
        recurring: args.recurring,
        text: args.text.clone().filter(|text| !text.trim().is_empty()),
        ..Question::default()
    };
    let (view, set) = match args.view.as_deref().unwrap_or("open") {
        "today" => ("today", TaskSet::Open),
        "overdue" => ("overdue", TaskSet::Open),
        "upcoming" => ("upcoming", TaskSet::Open),
        "inbox" => ("+Inbox", TaskSet::Open),
        "done" => ("", TaskSet::Done),
        "trash" => ("", TaskSet::Trash),
        "all" => ("", TaskSet::All),
        _ => ("", TaskSet::Open),
    };
    let given = args
        .filter
        .as_deref()
        .map(str::trim)
        .filter(|filter| !filter.is_empty());
    let bracketed = given
        .map(|filter| format!("({filter})"))
        .unwrap_or_default();
    let fields = question.filter_text();
    let terms = [bracketed.as_str(), view, fields.as_str()];
    let terms: Vec<_> = terms.into_iter().filter(|term| !term.is_empty()).collect();
    // A filter on its own keeps its positions, which errors speak of.
    let filter = match (given, terms.as_slice()) {
        (Some(given), [_]) => given.to_owned(),
        _ => terms.join(" & "),
    };
    Ok((filter, set))
}
