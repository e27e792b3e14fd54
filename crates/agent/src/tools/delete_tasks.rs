//! `delete_tasks`: moves tasks to the trash; several only after a yes.

use domain::TaskId;
use domain::command::{Command, Span};
use serde::Deserialize;
use serde_json::Value;

use super::access::{Access, Among, Control};
use super::batch::{self, Entry};
use super::confirm;
use super::error::ToolError;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};
use super::words::counted;

pub(super) const TOOL: Tool = Tool {
    name: "delete_tasks",
    purpose: "Trashes tasks; several need a yes.",
    effect: Effect::Changes {
        destructive: true,
        idempotent: true,
    },
    input,
    output,
};

fn input() -> Value {
    object(
        &["ids"],
        with_control(vec![
            ("ids", task_names()),
            ("scope", one_of("Default series", &["series", "this"])),
            ("confirm", text("Token, after a yes")),
        ]),
    )
}

fn output() -> Value {
    changed(vec![("status", string()), ("confirm", string())])
}

#[derive(Deserialize)]
struct Args {
    ids: Vec<String>,
    #[serde(default = "series")]
    scope: Span,
    confirm: Option<String>,
    #[serde(flatten)]
    control: Control,
}

fn series() -> Span {
    Span::Series
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let (found, failures) = batch::find(access, &args.ids, Among::Open).await;
    let entries: Vec<_> = found
        .iter()
        .map(|(index, task)| Entry {
            index: *index,
            value: TaskId::new(task.id),
        })
        .collect();
    let tasks = batch::views(found);
    if tasks.len() > 1 && !args.control.dry_run {
        let subject = confirm::subject(TOOL.name, &format!("{:?}", args.scope), &tasks);
        match &args.confirm {
            Some(token) => confirm::accept(access, token, &subject).await?,
            None => {
                let question = format!("Delete {}?", counted(tasks.len()));
                return confirm::ask(access, &question, &subject, &tasks).await;
            }
        }
    }
    let command = |tasks| Command::DeleteTasks {
        tasks,
        span: args.scope,
    };
    let done = batch::run(access, &args.control, entries, failures, command).await?;
    Ok(batch::result(
        access,
        &args.control,
        &tasks,
        done,
        "deleted",
    ))
}
