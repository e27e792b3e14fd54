//! `reschedule_tasks`: moves due dates, and never loses a rule.

use domain::TaskId;
use domain::command::{Command, Span};
use serde::Deserialize;
use serde_json::Value;

use super::access::{Access, Among, Control};
use super::batch::{self, Entry};
use super::error::ToolError;
use super::fields;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};

pub(super) const TOOL: Tool = Tool {
    name: "reschedule_tasks",
    purpose: "Moves due dates; rules stay.",
    effect: Effect::Changes {
        destructive: true,
        idempotent: false,
    },
    input,
    output,
};

fn input() -> Value {
    object(
        &["ids", "to"],
        with_control(vec![
            ("ids", task_names()),
            ("to", text("friday, ISO, +1d, +2w, none")),
            ("scope", one_of("Default this", &["this", "series"])),
        ]),
    )
}

fn output() -> Value {
    changed(Vec::new())
}

#[derive(Deserialize)]
struct Args {
    ids: Vec<String>,
    to: String,
    #[serde(default)]
    scope: Span,
    #[serde(flatten)]
    control: Control,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let to = fields::destination(&args.to, "/to", &access.language)?;
    let (before, failures) = batch::find(access, &args.ids, Among::Open).await;
    let entries = before.iter().map(|(index, task)| Entry {
        index: *index,
        value: TaskId::new(task.id),
    });
    let command = |tasks| Command::RescheduleTasks {
        tasks,
        to: to.clone(),
        span: args.scope,
    };
    let done = batch::run(access, &args.control, entries.collect(), failures, command).await?;
    Ok(batch::result(
        access,
        &args.control,
        &batch::views(before),
        done,
        "moved",
    ))
}
