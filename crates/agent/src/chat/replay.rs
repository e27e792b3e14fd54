//! Answers as they are kept: the parts of a message, and the events that tell them again.

use serde_json::{Value, json};

use super::event::{AgentEvent, Reason};
use crate::model::Usage;

/// The part that keeps a card, in the form of the chat stream.
pub(super) fn part(event: &AgentEvent) -> Option<Value> {
    let data =
        |name: &str, data: Value| Some(json!({ "type": format!("data-{name}"), "data": data }));
    match event {
        AgentEvent::Receipt(card) => data("receipt", json!(card)),
        AgentEvent::Tasks(card) => data("tasks", json!(card)),
        AgentEvent::Choices(card) => data("choices", json!(card)),
        AgentEvent::Confirm(card) => data("confirm", json!(card)),
        _ => None,
    }
}

/// The part that keeps a tool call.
pub(super) fn tool_part(call: &AgentEvent, done: &AgentEvent) -> Option<Value> {
    let AgentEvent::ToolCall { id, name, args } = call else {
        return None;
    };
    let AgentEvent::ToolResult {
        summary, is_error, ..
    } = done
    else {
        return None;
    };
    let mut part = json!({
        "type": "dynamic-tool",
        "toolCallId": id,
        "toolName": name,
        "input": args,
    });
    if *is_error {
        part["state"] = json!("output-error");
        part["errorText"] = json!(summary);
    } else {
        part["state"] = json!("output-available");
        part["output"] = json!({ "summary": summary });
    }
    Some(part)
}

/// The part that keeps why a language model stopped and what it has cost, where one was asked.
pub(super) fn stop_part(reason: Reason, usage: Option<Usage>) -> Option<Value> {
    let usage = usage?;
    Some(json!({ "type": "data-stop", "data": { "reason": reason, "usage": usage } }))
}

/// The events that tell a kept answer again.
pub(super) fn events(parts: &[Value]) -> Vec<AgentEvent> {
    parts.iter().flat_map(event).collect()
}

fn event(part: &Value) -> Vec<AgentEvent> {
    let text = |name: &str| part[name].as_str().unwrap_or_default().to_owned();
    let data = &part["data"];
    let card = match part["type"].as_str().unwrap_or_default() {
        "text" => Some(AgentEvent::Text {
            delta: text("text"),
        }),
        "data-receipt" => parse(data).map(AgentEvent::Receipt),
        "data-tasks" => parse(data).map(AgentEvent::Tasks),
        "data-choices" => parse(data).map(AgentEvent::Choices),
        "data-confirm" => parse(data).map(AgentEvent::Confirm),
        "dynamic-tool" => {
            let (id, name) = (text("toolCallId"), text("toolName"));
            let is_error = part["state"] == "output-error";
            let summary = match is_error {
                true => text("errorText"),
                false => part["output"]["summary"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned(),
            };
            let args = part["input"].clone();
            return vec![
                AgentEvent::ToolCall {
                    id: id.clone(),
                    name: name.clone(),
                    args,
                },
                AgentEvent::ToolResult {
                    id,
                    name,
                    summary,
                    is_error,
                },
            ];
        }
        _ => None,
    };
    card.into_iter().collect()
}

fn parse<T: serde::de::DeserializeOwned>(data: &Value) -> Option<T> {
    serde_json::from_value(data.clone()).ok()
}

/// Why the turn of a kept answer stopped, and what it has cost.
pub(super) fn end(parts: &[Value]) -> (Reason, Option<Usage>) {
    let Some(last) = parts.last() else {
        return (Reason::Done, None);
    };
    let reason = match last["type"].as_str().unwrap_or_default() {
        "data-confirm" => Reason::Confirmation,
        "data-choices" => Reason::Question,
        "data-stop" => parse(&last["data"]["reason"]).unwrap_or(Reason::Done),
        _ => Reason::Done,
    };
    (reason, parse(&last["data"]["usage"]))
}
