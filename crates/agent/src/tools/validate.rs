//! Checks arguments against a tool's schema, and says precisely what is wrong.

use domain::nearest::nearest;
use serde_json::Value;

use super::error::ToolError;

/// Checks `args` against `schema`.
///
/// # Errors
/// [`ToolError::Argument`] with a JSON Pointer to the first field that does not fit.
pub(crate) fn arguments(args: &Value, schema: &Value) -> Result<(), ToolError> {
    check(args, schema, "")
}

fn check(value: &Value, schema: &Value, at: &str) -> Result<(), ToolError> {
    match schema["type"].as_str() {
        Some("object") => object(value, schema, at),
        Some("array") => array(value, schema, at),
        Some("string") => string(value, schema, at),
        Some("boolean") if value.is_boolean() => Ok(()),
        Some("boolean") => Err(wrong(at, value, "true or false")),
        Some("integer") => integer(value, schema, at),
        _ => Ok(()),
    }
}

fn object(value: &Value, schema: &Value, at: &str) -> Result<(), ToolError> {
    let Some(fields) = value.as_object() else {
        return Err(wrong(at, value, "an object"));
    };
    let Some(known) = schema["properties"].as_object() else {
        return Ok(());
    };
    for (name, field) in fields {
        let Some(schema) = known.get(name) else {
            let names = || known.keys().map(String::as_str);
            let detail = match nearest(name, names()) {
                Some(near) => format!("unknown field '{name}'; did you mean '{near}'?"),
                None => format!(
                    "unknown field '{name}'; the fields are {}",
                    names().collect::<Vec<_>>().join(", ")
                ),
            };
            return Err(ToolError::argument(format!("{at}/{name}"), detail));
        };
        check(field, schema, &format!("{at}/{name}"))?;
    }
    let required = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    for name in required {
        let detail = match fields.get(name) {
            None => format!("'{name}' is missing"),
            Some(Value::Array(rows)) if rows.is_empty() => {
                "the list is empty; name at least one".to_owned()
            }
            Some(_) => continue,
        };
        return Err(ToolError::argument(format!("{at}/{name}"), detail));
    }
    Ok(())
}

fn array(value: &Value, schema: &Value, at: &str) -> Result<(), ToolError> {
    let Some(rows) = value.as_array() else {
        return Err(wrong(at, value, "a list"));
    };
    let count = rows.len() as u64;
    if let Some(most) = schema["maxItems"].as_u64().filter(|most| count > *most) {
        let detail = format!("{count} are too many at once; send at most {most}");
        return Err(ToolError::argument(at, detail));
    }
    rows.iter()
        .enumerate()
        .try_for_each(|(index, row)| check(row, &schema["items"], &format!("{at}/{index}")))
}

fn string(value: &Value, schema: &Value, at: &str) -> Result<(), ToolError> {
    let Some(text) = value.as_str() else {
        return Err(wrong(at, value, "text"));
    };
    let Some(words) = schema["enum"].as_array() else {
        return Ok(());
    };
    if words.iter().any(|word| word == text) {
        return Ok(());
    }
    let words: Vec<_> = words.iter().filter_map(Value::as_str).collect();
    let near = nearest(text, words.iter().copied());
    let near = near
        .map(|near| format!("; did you mean '{near}'?"))
        .unwrap_or_default();
    let detail = format!("'{text}' is none of {}{near}", words.join(", "));
    Err(ToolError::argument(at, detail))
}

fn integer(value: &Value, schema: &Value, at: &str) -> Result<(), ToolError> {
    let Some(number) = value.as_i64() else {
        return Err(wrong(at, value, "a whole number"));
    };
    if number < 0 {
        return Err(ToolError::argument(at, format!("{number} is less than 0")));
    }
    match schema["maximum"].as_i64().filter(|most| number > *most) {
        Some(most) => Err(ToolError::argument(
            at,
            format!("{number} is not at most {most}"),
        )),
        None => Ok(()),
    }
}

fn wrong(at: &str, value: &Value, wanted: &str) -> ToolError {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    ToolError::argument(at, format!("{wanted} is expected here, not {found}"))
}
