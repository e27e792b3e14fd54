//! `snooze_reminders`: repeats reminders later.

use domain::TaskId;
use domain::command::Command;
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
    name: "snooze_reminders",
    purpose: "Repeats reminders later.",
    effect: Effect::Changes {
        destructive: false,
        idempotent: false,
    },
    input,
    output,
};

fn input() -> Value {
    object(
        &["ids", "until"],
        with_control(vec![
            ("ids", task_names()),
            ("until", text("Words, ISO or +10m")),
        ]),
    )
}

fn output() -> Value {
    changed(Vec::new())
}

#[derive(Deserialize)]
struct Args {
    ids: Vec<String>,
    until: String,
    #[serde(flatten)]
    control: Control,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let until = fields::until(&args.until, "/until", &access.language)?;
    let (before, failures) = batch::find(access, &args.ids, Among::Open).await;
    let entries = before.iter().map(|(index, task)| Entry {
        index: *index,
        value: TaskId::new(task.id),
    });
    let command = |tasks| Command::SnoozeReminders { tasks, until };
    let done = batch::run(access, &args.control, entries.collect(), failures, command).await?;
    Ok(batch::result(
        access,
        &args.control,
        &batch::views(before),
        done,
        "snoozed",
    ))
}
