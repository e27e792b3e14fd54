//! `get_history`: who changed what, and what can be undone.

use app::HistoryQuery;
use domain::TaskId;
use serde::Deserialize;
use serde_json::{Value, json};

use super::access::{Access, Among};
use super::error::ToolError;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};

pub(super) const TOOL: Tool = Tool {
    name: "get_history",
    purpose: "Lists changes, newest first.",
    effect: Effect::Reads,
    input,
    output,
};

fn input() -> Value {
    object(
        &[],
        vec![
            ("task_id", text("Only this task")),
            ("since", text("Words or ISO")),
            ("limit", rows_of_page()),
            ("cursor", text("next_cursor")),
        ],
    )
}

fn output() -> Value {
    result(vec![("changes", list()), ("next_cursor", string())])
}

#[derive(Deserialize)]
struct Args {
    task_id: Option<String>,
    since: Option<String>,
    limit: Option<u32>,
    cursor: Option<String>,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let task: Option<TaskId> = match &args.task_id {
        Some(name) => Some(TaskId::new(access.task(name, Among::Open).await?.id)),
        None => None,
    };
    let since = match &args.since {
        Some(text) => Some(super::fields::until(text, "/since", &access.language)?),
        None => None,
    };
    let query = HistoryQuery {
        task,
        limit: args.limit.unwrap_or(20),
        cursor: args.cursor,
    };
    let page = access.app.history(access.actor, &query).await?;
    let mut changes = page.changes;
    let count = changes.len();
    changes.retain(|change| since.is_none_or(|since| change.at >= since));
    let next = if changes.len() == count {
        page.next_cursor
    } else {
        None
    };
    let rows: Vec<_> = changes.iter().map(|change| json!(change)).collect();
    let summary = match rows.len() {
        1 => "1 change".to_owned(),
        many => format!("{many} changes"),
    };
    Ok(ToolResult::new(
        summary,
        json!({ "changes": rows, "next_cursor": next }),
    ))
}
