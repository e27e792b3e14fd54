//! The tools: everything that an assistant can do, and the only way in which chat changes anything.

mod access;
mod batch;
mod confirm;
mod diff;
mod error;
mod fields;
mod progress;
mod result;
mod retry;
mod schema;
mod tool;
mod validate;
mod words;

mod add_tasks;
mod bulk_change;
mod complete_tasks;
mod delete_tasks;
mod find_tasks;
mod get_history;
mod get_overview;
mod organize;
mod reopen_tasks;
mod reschedule_tasks;
mod snooze_reminders;
mod undo;
mod update_tasks;

use app::App;
use domain::actor::Actor;
use serde_json::Value;

pub use error::ToolError;
pub use progress::Progress;
pub use result::ToolResult;
pub use tool::{Effect, Tool};

pub(crate) use access::Access;
pub(crate) use diff::FieldChange;
pub(crate) use words::{due_words, instant_words, slot_words};

/// Every tool, in the order that clients see.
pub fn list() -> &'static [Tool] {
    &TOOLS
}

static TOOLS: [Tool; 13] = [
    add_tasks::TOOL,
    find_tasks::TOOL,
    update_tasks::TOOL,
    reschedule_tasks::TOOL,
    complete_tasks::TOOL,
    reopen_tasks::TOOL,
    delete_tasks::TOOL,
    bulk_change::TOOL,
    snooze_reminders::TOOL,
    organize::TOOL,
    get_overview::TOOL,
    get_history::TOOL,
    undo::TOOL,
];

/// Runs one tool on behalf of `actor`. Every refusal is a result with `is_error`, never a panic and
/// never a partial change without a word about it.
pub async fn call(app: &App, actor: &Actor, name: &str, args: Value) -> ToolResult {
    call_with(app, actor, name, args, Progress::default()).await
}

/// The same, telling how far it has come.
pub async fn call_with(
    app: &App,
    actor: &Actor,
    name: &str,
    args: Value,
    progress: Progress,
) -> ToolResult {
    match dispatch(app, actor, name, args, progress).await {
        Ok(result) => result,
        Err(error) => ToolResult::from(error),
    }
}

async fn dispatch(
    app: &App,
    actor: &Actor,
    name: &str,
    args: Value,
    progress: Progress,
) -> Result<ToolResult, ToolError> {
    let tool = TOOLS.iter().find(|tool| tool.name == name);
    let tool = tool.ok_or_else(|| ToolError::unknown_tool(name))?;
    let args = if args.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        args
    };
    validate::arguments(&args, &(tool.input)())?;
    let request = retry::request(name, &args)?;
    let access = Access::open(app, actor, request, progress).await?;
    let called = run(&access, name, args).await;
    retry::answered(&access, name, called).await
}

async fn run(access: &Access<'_>, name: &str, args: Value) -> Result<ToolResult, ToolError> {
    match name {
        "add_tasks" => add_tasks::call(access, args).await,
        "find_tasks" => find_tasks::call(access, args).await,
        "update_tasks" => update_tasks::call(access, args).await,
        "reschedule_tasks" => reschedule_tasks::call(access, args).await,
        "complete_tasks" => complete_tasks::call(access, args).await,
        "reopen_tasks" => reopen_tasks::call(access, args).await,
        "delete_tasks" => delete_tasks::call(access, args).await,
        "bulk_change" => bulk_change::call(access, args).await,
        "snooze_reminders" => snooze_reminders::call(access, args).await,
        "organize" => organize::call(access, args).await,
        "get_overview" => get_overview::call(access).await,
        "get_history" => get_history::call(access, args).await,
        "undo" => undo::call(access, args).await,
        _ => Err(ToolError::unknown_tool(name)),
    }
}
