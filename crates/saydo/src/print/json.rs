//! JSON for programs: one document per run, indented only for people.

use serde_json::{Map, Value};

/// Writes the document.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn json(value: &Value) -> anyhow::Result<()> {
    let text = if super::is_for_people() {
        serde_json::to_string_pretty(value)?
    } else {
        serde_json::to_string(value)?
    };
    Ok(super::line(&text)?)
}

/// The named members of an object, in this order; absent ones are null.
pub(crate) fn pick(value: &Value, names: &[&str]) -> Value {
    let members = names
        .iter()
        .map(|name| ((*name).to_owned(), value[*name].clone()));
    Value::Object(members.collect::<Map<_, _>>())
}
