//! Field diffs between two states of one record, for history and undo.

use serde::Serialize;
use serde_json::{Map, Value};

/// The fields that differ.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Diff {
    /// Their values before; empty for a new record.
    pub(super) before: Map<String, Value>,
    /// Their values after; all fields of a new record.
    pub(super) after: Map<String, Value>,
}

/// What differs between two states of a record.
pub(super) fn between<T: Serialize>(before: Option<&T>, after: &T) -> Diff {
    let after = fields(after);
    let Some(before) = before else {
        return Diff {
            before: Map::new(),
            after,
        };
    };
    let mut diff = Diff::default();
    for (name, value) in fields(before) {
        let new = after.get(&name).cloned().unwrap_or(Value::Null);
        if new != value {
            diff.after.insert(name.clone(), new);
            diff.before.insert(name, value);
        }
    }
    diff
}

/// The fields of a record by name.
pub(super) fn fields<T: Serialize>(record: &T) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        other => unreachable!("records serialise as objects, not as {other:?}"),
    }
}
