//! What is wrong with a request, as the strictest server would have it, and more.

use serde_json::Value;

/// The key that requests must carry in their header and nowhere else.
pub const KEY: &str = "sk-fake-0123456789abcdef";
/// The model that they must name.
pub const MODEL: &str = "fake-1";

/// The faults of a request after `first`, the first of all.
pub(crate) fn faults(head: &str, body: &Value, first: Option<&Value>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |is_good: bool, fault: &str| {
        if !is_good {
            faults.push(fault.to_owned());
        }
    };
    let lower = head.to_ascii_lowercase();
    check(
        head.starts_with("POST /v1/chat/completions HTTP/1.1\r\n"),
        "the address is another",
    );
    check(
        lower.contains(&format!("authorization: bearer {KEY}\r\n")),
        "the key is missing",
    );
    check(
        lower.contains("content-type: application/json"),
        "the body is not said to be JSON",
    );
    let text = body.to_string();
    check(!text.contains(KEY), "the key is in the body");
    check(body["model"] == MODEL, "the model is another");
    check(body["stream"] == true, "it is no stream");
    check(
        body["stream_options"]["include_usage"] == true,
        "usage is not asked for",
    );
    let limits = ["max_tokens", "max_completion_tokens"];
    check(
        limits.iter().filter(|limit| body[limit].is_u64()).count() == 1,
        "there is no limit of tokens, or two",
    );
    if let Some(first) = first {
        check(
            body["tools"] == first["tools"],
            "the tools, or their order, are not the same as before",
        );
        check(
            body["messages"][0] == first["messages"][0],
            "what the model is told is not the same as before",
        );
    }
    for tool in body["tools"].as_array().into_iter().flatten() {
        let function = &tool["function"];
        let name = function["name"].as_str().unwrap_or_default();
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        check(
            !name.is_empty() && name.len() <= 64 && name.chars().all(is_name),
            "a tool has a name that is none",
        );
        check(
            function["parameters"]["type"] == "object",
            "a tool has no schema of an object",
        );
        for own in ["confirm", "request_id", "dry_run"] {
            check(
                function["parameters"]["properties"].get(own).is_none(),
                "a tool offers what is the server's own",
            );
        }
    }
    check(
        body["tools"]
            .as_array()
            .is_some_and(|tools| tools.len() == 13),
        "there are not 13 tools",
    );
    messages(
        body["messages"].as_array().map_or(&[], Vec::as_slice),
        &mut check,
    );
    faults
}

fn messages(messages: &[Value], check: &mut impl FnMut(bool, &str)) {
    let role = |message: &Value| message["role"].as_str().unwrap_or_default().to_owned();
    check(
        messages
            .first()
            .is_some_and(|first| role(first) == "system"),
        "the first message is not the system's",
    );
    check(
        messages
            .iter()
            .skip(1)
            .all(|message| role(message) != "system"),
        "there is a second message of the system",
    );
    check(
        messages
            .last()
            .is_some_and(|last| ["user", "tool"].contains(&role(last).as_str())),
        "the last message is the model's own",
    );
    let mut open: Vec<String> = Vec::new();
    for message in messages {
        if role(message) == "tool" {
            let id = message["tool_call_id"].as_str().unwrap_or_default();
            check(
                open.first().is_some_and(|first| first == id),
                "a result is for no call, or out of order",
            );
            open.retain(|call| call != id);
            let content = message["content"].as_str().unwrap_or_default();
            let content: Option<Value> = serde_json::from_str(content).ok();
            check(content.is_some(), "a result is no JSON");
            let content = content.unwrap_or_default().to_string();
            check(
                !content.contains("\"confirm\""),
                "a result has the token of a yes",
            );
            continue;
        }
        check(open.is_empty(), "a call is not answered");
        open.clear();
        for call in message["tool_calls"].as_array().into_iter().flatten() {
            open.extend(call["id"].as_str().map(str::to_owned));
            let args = call["function"]["arguments"].as_str();
            let args = args.and_then(|args| serde_json::from_str::<Value>(args).ok());
            check(args.is_some(), "arguments of a call are no JSON");
        }
    }
    check(open.is_empty(), "a call is not answered");
}
