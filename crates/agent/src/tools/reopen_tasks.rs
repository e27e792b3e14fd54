//! `reopen_tasks`: brings back what was done or deleted.

use domain::TaskId;
use domain::command::Command;
use serde::Deserialize;
use serde_json::Value;

use super::access::{Access, Among, Control};
use super::batch::{self, Entry, Failure};
use super::error::ToolError;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};

pub(super) const TOOL: Tool = Tool {
    name: "reopen_tasks",
    purpose: "Reopens done or deleted tasks.",
    effect: Effect::Changes {
        destructive: false,
        idempotent: true,
    },
    input,
    output,
};

fn input() -> Value {
    object(&["ids"], with_control(vec![("ids", task_names())]))
}

fn output() -> Value {
    changed(Vec::new())
}

#[derive(Deserialize)]
struct Args {
    ids: Vec<String>,
    #[serde(flatten)]
    control: Control,
}

/// Tasks of the trash and done tasks need different commands, so a call is about one of the two:
/// about the trash when any of its tasks is there.
pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let (before, mut failures) = batch::find(access, &args.ids, Among::Finished).await;
    let is_trash = before.iter().any(|(_, task)| task.deleted_at.is_some());
    let (before, others): (Vec<_>, Vec<_>) = before
        .into_iter()
        .partition(|(_, task)| task.deleted_at.is_some() == is_trash);
    failures.extend(others.into_iter().map(|(index, task)| {
        let detail = format!(
            "#{} is not in the trash; reopen it in a call of its own",
            task.number
        );
        Failure::new(index, ToolError::argument(format!("/ids/{index}"), detail))
    }));
    let entries = before.iter().map(|(index, task)| Entry {
        index: *index,
        value: TaskId::new(task.id),
    });
    let command = |tasks| {
        if is_trash {
            Command::RestoreTasks { tasks }
        } else {
            Command::ReopenTasks { tasks }
        }
    };
    let done = batch::run(access, &args.control, entries.collect(), failures, command).await?;
    let verb = if is_trash { "restored" } else { "reopened" };
    Ok(batch::result(
        access,
        &args.control,
        &batch::views(before),
        done,
        verb,
    ))
}
