//! Calls that are made again: the same call under the same `request_id` is carried out once, and is
//! answered by what it did.

use app::{Outcome, Request};
use domain::RequestId;
use serde_json::{Value, json};

use super::access::Access;
use super::batch::brief;
use super::error::ToolError;
use super::result::ToolResult;
use super::words::counted;
use super::{organize, undo};

/// The name of a call with what it asks for. A preview has none. The token of a yes is no part of
/// what is asked.
pub(super) fn request(tool: &str, args: &Value) -> Result<Option<Request>, ToolError> {
    let Some(id) = args["request_id"].as_str() else {
        return Ok(None);
    };
    let id = id.parse::<RequestId>();
    let id = id.map_err(|error| ToolError::argument("/request_id", error.to_string()))?;
    if args["dry_run"] == true {
        return Ok(None);
    }
    let mut asked = args.clone();
    if let Some(fields) = asked.as_object_mut() {
        fields.remove("request_id");
        fields.remove("confirm");
    }
    let sent = json!({ "tool": tool, "args": asked }).to_string();
    Ok(Some(Request::new(id, sent.as_bytes())))
}

/// What a call gives back when it may have been carried out before. A retry finds what the first
/// call has left: names that mean no open task any more, a token that is used up.
pub(super) async fn answered(
    access: &Access<'_>,
    tool: &str,
    called: Result<ToolResult, ToolError>,
) -> Result<ToolResult, ToolError> {
    let Some(request) = &access.request else {
        return called;
    };
    // What reached the command was compared there with what was carried out before.
    let has_reached = match &called {
        Ok(result) => result.structured.get("change_id").is_some(),
        Err(error) => matches!(error, ToolError::Execute(_)),
    };
    if has_reached {
        return called;
    }
    match access.app.carried_out(access.actor, request).await? {
        Some(outcome) => Ok(retold(access, tool, &outcome)),
        None => called,
    }
}

fn retold(access: &Access<'_>, tool: &str, outcome: &Outcome) -> ToolResult {
    if tool == "undo" {
        return undo::report(access, outcome, false);
    }
    let mut result = json!({ "notes": outcome.notes, "change_id": outcome.change_id });
    let what = match organize::item(outcome) {
        Some(item) if tool == "organize" => {
            let name = item["name"].as_str().unwrap_or_default().to_owned();
            result["item"] = item;
            name
        }
        _ => {
            let tasks = outcome.tasks.iter().map(|task| brief(access, task));
            result["tasks"] = tasks.collect();
            counted(outcome.tasks.len())
        }
    };
    ToolResult::new(format!("Done before under this request_id: {what}"), result)
}
