//! `complete_tasks`: completes tasks, or skips an occurrence.

use domain::command::{Command, Completion, CompletionOutcome};
use domain::{Slot, TaskId};
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
    name: "complete_tasks",
    purpose: "Completes tasks or skips an occurrence.",
    effect: Effect::Changes {
        destructive: false,
        idempotent: false,
    },
    input,
    output,
};

const OUTCOMES: [&str; 3] = ["done", "skipped", "cancelled"];

fn input() -> Value {
    let row = object(
        &["id"],
        vec![
            ("id", text("Id, #42 or title")),
            ("expected_slot", text("As seen")),
            ("outcome", one_of("Default done", &OUTCOMES)),
            ("completed_at", text("When, if not now")),
        ],
    );
    object(
        &["tasks"],
        with_control(vec![("tasks", rows("What", 500, row))]),
    )
}

fn output() -> Value {
    changed(vec![("failures", list())])
}

#[derive(Deserialize)]
struct Args {
    tasks: Vec<Row>,
    #[serde(flatten)]
    control: Control,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    expected_slot: Option<String>,
    #[serde(default)]
    outcome: CompletionOutcome,
    completed_at: Option<String>,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let (mut entries, mut failures, mut before) = (Vec::new(), Vec::new(), Vec::new());
    let skips = args
        .tasks
        .iter()
        .all(|row| row.outcome == CompletionOutcome::Skipped);
    let total = args.tasks.len();
    for (index, row) in args.tasks.into_iter().enumerate() {
        access.progress.step(index, total);
        let task = match access.task(&row.id, Among::Open).await {
            Ok(task) => task,
            Err(error) => {
                failures.push(Failure::new(index, error));
                continue;
            }
        };
        match completion(access, row, &task, &format!("/tasks/{index}")) {
            Ok(value) => {
                entries.push(Entry { index, value });
                before.push(task);
            }
            Err(error) => failures.push(Failure::new(index, error)),
        }
    }
    let command = |tasks| Command::CompleteTasks { tasks };
    let done = batch::run(access, &args.control, entries, failures, command).await?;
    let verb = if skips { "skipped" } else { "completed" };
    Ok(batch::result(access, &args.control, &before, done, verb))
}

fn completion(
    access: &Access<'_>,
    row: Row,
    task: &app::view::TaskView,
    at: &str,
) -> Result<Completion, ToolError> {
    let expected_slot = match &row.expected_slot {
        Some(text) => Some(
            text.parse::<Slot>()
                .map_err(|detail| ToolError::argument(format!("{at}/expected_slot"), detail))?,
        ),
        None => None,
    };
    let completed_at = match &row.completed_at {
        Some(text) => Some(fields::until(
            text,
            &format!("{at}/completed_at"),
            &access.language,
        )?),
        None => None,
    };
    Ok(Completion {
        task: TaskId::new(task.id),
        expected_slot,
        outcome: row.outcome,
        completed_at,
    })
}
