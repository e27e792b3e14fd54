//! Builds the JSON schemas of tools: flat, without unions, every field described.

use serde_json::{Map, Value, json};

/// A field with its name.
pub(crate) type Field = (&'static str, Value);

/// An object that refuses unknown properties.
pub(crate) fn object(required: &[&str], fields: Vec<Field>) -> Value {
    let mut schema = json!({ "type": "object", "properties": properties(fields) });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema["additionalProperties"] = json!(false);
    schema
}

/// A result: an object that may grow.
pub(crate) fn result(fields: Vec<Field>) -> Value {
    json!({ "type": "object", "properties": properties(fields) })
}

fn properties(fields: Vec<Field>) -> Map<String, Value> {
    fields
        .into_iter()
        .map(|(name, schema)| (name.to_owned(), schema))
        .collect()
}

/// Text.
pub(crate) fn text(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

/// Yes or no.
pub(crate) fn flag(description: &str) -> Value {
    json!({ "type": "boolean", "description": description })
}

/// A whole number.
pub(crate) fn whole(description: &str) -> Value {
    json!({ "type": "integer", "description": description })
}

/// How many rows.
pub(crate) fn rows_of_page() -> Value {
    json!({ "type": "integer", "maximum": 100, "description": "Default 20" })
}

/// One of a few words.
pub(crate) fn one_of(description: &str, words: &[&str]) -> Value {
    json!({ "type": "string", "enum": words, "description": description })
}

/// Several texts.
pub(crate) fn texts(description: &str) -> Value {
    json!({ "type": "array", "items": { "type": "string" }, "description": description })
}

/// Several of a few words.
pub(crate) fn several_of(description: &str, words: &[&str]) -> Value {
    json!({
        "type": "array",
        "items": { "type": "string", "enum": words },
        "description": description,
    })
}

/// The tasks that a tool is about.
pub(crate) fn task_names() -> Value {
    texts("Ids, #42, titles")
}

/// At most so many objects.
pub(crate) fn rows(description: &str, most: usize, row: Value) -> Value {
    json!({
        "type": "array",
        "items": row,
        "maxItems": most,
        "description": description,
    })
}

/// A list in a result.
pub(crate) fn list() -> Value {
    json!({ "type": "array" })
}

/// A text in a result.
pub(crate) fn string() -> Value {
    json!({ "type": "string" })
}

/// A number in a result.
pub(crate) fn number() -> Value {
    json!({ "type": "integer" })
}

/// The fields of every tool that changes something.
pub(crate) fn with_control(mut fields: Vec<Field>) -> Vec<Field> {
    fields.push(("request_id", text("Retry key")));
    fields.push(("dry_run", flag("Preview")));
    fields
}

/// What most changing tools return.
pub(crate) fn changed(extra: Vec<Field>) -> Value {
    let mut fields = vec![("tasks", list()), ("change_id", string())];
    fields.extend(extra);
    result(fields)
}

/// The names of the priorities.
pub(crate) const PRIORITIES: [&str; 5] = ["none", "low", "medium", "high", "urgent"];
