//! `get_overview`: the day at a glance, and the names that exist.

use serde_json::{Value, json};

use super::access::Access;
use super::error::ToolError;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};

pub(super) const TOOL: Tool = Tool {
    name: "get_overview",
    purpose: "Tells the time, counts and names.",
    effect: Effect::Reads,
    input,
    output,
};

fn input() -> Value {
    object(&[], Vec::new())
}

fn output() -> Value {
    result(vec![
        ("now", string()),
        ("zone", string()),
        ("counts", json!({ "type": "object" })),
        ("projects", list()),
        ("tags", list()),
    ])
}

pub(super) async fn call(access: &Access<'_>) -> Result<ToolResult, ToolError> {
    let overview = access.app.overview(access.actor).await?;
    let counts = json!(overview.counts);
    let summary = format!(
        "{} due today, {} overdue, {} open",
        counts["today"], counts["overdue"], counts["open"]
    );
    let projects: Vec<_> = overview
        .projects
        .iter()
        .map(|project| json!({ "name": project.name, "open": project.open_count }))
        .collect();
    let views: Vec<_> = overview
        .views
        .iter()
        .map(|view| json!({ "name": view.name, "filter": view.filter }))
        .collect();
    Ok(ToolResult::new(
        summary,
        json!({
            "now": overview.now,
            "zone": overview.zone,
            "today": overview.today,
            "counts": counts,
            "projects": projects,
            "tags": overview.tags.iter().map(|tag| &tag.name).collect::<Vec<_>>(),
            "views": views,
        }),
    ))
}
