//! What a tool gives back.

use serde_json::{Map, Value, json};

use super::error::ToolError;

/// The result of one call.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolResult {
    /// The result as data, as the tool's output schema says. Of an error: `{"error": {..}}`.
    pub structured: Value,
    /// The result in one line.
    pub summary: String,
    /// Whether the tool could not do it; nothing has changed then.
    pub is_error: bool,
}

impl ToolResult {
    /// A good result. Empty lists and nulls are left out.
    pub(crate) fn new(summary: impl Into<String>, structured: Value) -> Self {
        let structured = match structured {
            Value::Object(fields) => {
                Value::Object(fields.into_iter().filter(is_something).collect())
            }
            other => other,
        };
        Self {
            structured,
            summary: summary.into(),
            is_error: false,
        }
    }
}

fn is_something((name, value): &(String, Value)) -> bool {
    name == "tasks" || !(value.is_null() || value.as_array().is_some_and(Vec::is_empty))
}

impl From<ToolError> for ToolResult {
    fn from(error: ToolError) -> Self {
        let mut fields = Map::new();
        fields.insert("code".to_owned(), json!(error.code()));
        fields.insert("message".to_owned(), json!(error.to_string()));
        if let ToolError::Argument { pointer, .. } = &error {
            fields.insert("pointer".to_owned(), json!(pointer));
        }
        if let ToolError::Ambiguous { matches, .. } = &error {
            fields.insert("matches".to_owned(), json!(matches));
        }
        Self {
            structured: json!({ "error": fields }),
            summary: error.to_string(),
            is_error: true,
        }
    }
}

/// Reads arguments that the schema has accepted.
pub(crate) fn read<T: serde::de::DeserializeOwned>(args: Value) -> Result<T, ToolError> {
    serde_json::from_value(args).map_err(|error| ToolError::argument("", error.to_string()))
}
