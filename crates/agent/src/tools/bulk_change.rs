//! `bulk_change`: one change to all tasks that a filter finds, shown first and done after a yes.

use app::view::TaskView;
use app::{ListTasks, TaskSet};
use domain::TaskId;
use domain::command::{
    Command, Completion, CompletionOutcome, Expected, Patch, Span, TaskChange, TaskFields,
};
use domain::limits::COMMAND_TASKS;
use serde::Deserialize;
use serde_json::Value;

use super::access::{Access, Control};
use super::batch::{self, Entry};
use super::confirm;
use super::error::ToolError;
use super::fields;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};
use super::words::counted;

pub(super) const TOOL: Tool = Tool {
    name: "bulk_change",
    purpose: "Changes all that a filter finds, after a preview.",
    effect: Effect::Changes {
        destructive: true,
        idempotent: false,
    },
    input,
    output,
};

const ACTIONS: [&str; 10] = [
    "complete",
    "reopen",
    "delete",
    "restore",
    "reschedule",
    "duplicate",
    "priority",
    "add_tag",
    "remove_tag",
    "project",
];

fn input() -> Value {
    object(
        &["filter", "action"],
        with_control(vec![
            ("filter", text("overdue & #errands")),
            ("action", one_of("What to do", &ACTIONS)),
            ("value", text("Date, priority, tag or project")),
            ("confirm", text("Token, after a yes")),
        ]),
    )
}

fn output() -> Value {
    changed(vec![
        ("status", string()),
        ("count", number()),
        ("confirm", string()),
    ])
}

#[derive(Deserialize)]
struct Args {
    filter: String,
    action: String,
    value: Option<String>,
    confirm: Option<String>,
    #[serde(flatten)]
    control: Control,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let change = change(access, &args)?;
    let tasks = matching(access, &args).await?;
    if tasks.is_empty() {
        let result = serde_json::json!({ "tasks": [], "count": 0 });
        return Ok(ToolResult::new("No task fits the filter", result));
    }
    if !args.control.dry_run {
        let value = args.value.as_deref().unwrap_or_default();
        let words = format!("{}\n{}\n{value}", args.filter, args.action);
        let subject = confirm::subject(TOOL.name, &words, &tasks);
        match &args.confirm {
            Some(token) => confirm::accept(access, token, &subject).await?,
            None => {
                let question = format!("{} {}?", sentence(&args), counted(tasks.len()));
                return confirm::ask(access, &question, &subject, &tasks).await;
            }
        }
    }
    access.progress.step(0, tasks.len());
    let entries = tasks.iter().enumerate();
    let entries = entries
        .map(|(index, task)| Entry {
            index,
            value: TaskId::new(task.id),
        })
        .collect();
    let done = batch::run(access, &args.control, entries, Vec::new(), change).await?;
    Ok(batch::result(
        access,
        &args.control,
        &tasks,
        done,
        "changed",
    ))
}

/// The command for a list of tasks.
type ForTasks = Box<dyn Fn(Vec<TaskId>) -> Command + Send + Sync>;

/// The command that the action and the value stand for.
fn change(access: &Access<'_>, args: &Args) -> Result<ForTasks, ToolError> {
    let value = || {
        let missing = || {
            let detail = format!("'{}' needs a value", args.action);
            ToolError::argument("/value", detail)
        };
        args.value
            .clone()
            .filter(|value| !value.trim().is_empty())
            .ok_or_else(missing)
    };
    let update = |fields: TaskFields| -> ForTasks {
        Box::new(move |tasks| Command::UpdateTasks {
            changes: tasks
                .into_iter()
                .map(|task| TaskChange {
                    task,
                    expected: Expected::Any,
                    fields: fields.clone(),
                    only_this: false,
                })
                .collect(),
        })
    };
    Ok(match args.action.as_str() {
        "complete" => Box::new(|tasks: Vec<TaskId>| Command::CompleteTasks {
            tasks: tasks.into_iter().map(completion).collect(),
        }),
        "reopen" => Box::new(|tasks| Command::ReopenTasks { tasks }),
        "delete" => Box::new(|tasks| Command::DeleteTasks {
            tasks,
            span: Span::Series,
        }),
        "restore" => Box::new(|tasks| Command::RestoreTasks { tasks }),
        "duplicate" => Box::new(|tasks| Command::DuplicateTasks { tasks }),
        "reschedule" => {
            let to = fields::destination(&value()?, "/value", &access.language)?;
            Box::new(move |tasks| Command::RescheduleTasks {
                tasks,
                to: to.clone(),
                span: Span::This,
            })
        }
        "priority" => {
            let value = value()?;
            if !PRIORITIES.contains(&value.as_str()) {
                let detail = format!("'{value}' is none of {}", PRIORITIES.join(", "));
                return Err(ToolError::argument("/value", detail));
            }
            let priority = Patch::Set(fields::priority(&value));
            update(TaskFields {
                priority,
                ..TaskFields::default()
            })
        }
        "add_tag" => {
            let add_tags = fields::tags(&[value()?]);
            update(TaskFields {
                add_tags,
                ..TaskFields::default()
            })
        }
        "remove_tag" => {
            let remove_tags = fields::tags(&[value()?]);
            update(TaskFields {
                remove_tags,
                ..TaskFields::default()
            })
        }
        _ => {
            let project = fields::project(&value()?);
            update(TaskFields {
                project,
                ..TaskFields::default()
            })
        }
    })
}

fn completion(task: TaskId) -> Completion {
    let outcome = CompletionOutcome::Done;
    Completion {
        task,
        expected_slot: None,
        outcome,
        completed_at: None,
    }
}

/// What is asked about, before the number of tasks.
fn sentence(args: &Args) -> String {
    let value = args.value.as_deref().unwrap_or_default();
    match args.action.as_str() {
        "complete" => "Complete".to_owned(),
        "reopen" => "Reopen".to_owned(),
        "delete" => "Delete".to_owned(),
        "restore" => "Restore".to_owned(),
        "duplicate" => "Duplicate".to_owned(),
        "reschedule" => format!("Move to {value}:"),
        "priority" => format!("Set priority {value} on"),
        "add_tag" => format!("Tag with {value}:"),
        "remove_tag" => format!("Take the tag {value} off"),
        _ => format!("Move to the project {value}:"),
    }
}

/// All tasks that the filter finds, up to the limit of one command.
async fn matching(access: &Access<'_>, args: &Args) -> Result<Vec<TaskView>, ToolError> {
    let set = match args.action.as_str() {
        "reopen" => TaskSet::Done,
        "restore" => TaskSet::Trash,
        _ => TaskSet::Open,
    };
    let filter = Some(args.filter.trim().to_owned()).filter(|filter| !filter.is_empty());
    let query = ListTasks {
        filter,
        set,
        limit: 200,
        ..ListTasks::default()
    };
    access.all(query, COMMAND_TASKS).await?.ok_or_else(|| {
        let detail = format!("more than {COMMAND_TASKS} tasks fit; narrow the filter");
        ToolError::argument("/filter", detail)
    })
}
