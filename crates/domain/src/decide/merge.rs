//! What a caller believed about a task against what is there: stale edits, merges, conflicts.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Rejection;
use super::diff::fields;
use super::draft::Draft;
use crate::command::{Expected, TaskChange};

/// Refuses an edit of a version that is gone, unless it merges.
pub(super) fn check(draft: &Draft<'_>, change: &TaskChange) -> Result<(), Rejection> {
    let task = draft.task(change.task)?;
    match change.expected {
        Expected::Any => Ok(()),
        Expected::Exactly(expected) if expected == task.version => Ok(()),
        Expected::Exactly(expected) => Err(Rejection::Stale {
            task: task.id,
            expected,
            current: task.version,
        }),
        Expected::Merge(version) if version > task.version || version < 1 => {
            Err(Rejection::Stale {
                task: task.id,
                expected: version,
                current: task.version,
            })
        }
        Expected::Merge(_) => merge(draft, change),
    }
}

/// Disjoint fields merge; a field that changed on both sides is a conflict, unless both sides
/// want the same value.
fn merge(draft: &Draft<'_>, change: &TaskChange) -> Result<(), Rejection> {
    let task = draft.task(change.task)?;
    let current = fields(task);
    let wanted = fields(&change.fields);
    let edits = draft.state.edits.get(&change.task);
    let changed: BTreeSet<&str> = edits
        .into_iter()
        .flatten()
        .flat_map(|event| event.after.keys())
        .map(String::as_str)
        .collect();
    for (name, wanted) in wanted {
        let field = stored_name(&name);
        let is = current.get(field).cloned().unwrap_or(Value::Null);
        let cleared = wanted.is_null() && (is == "" || is == "none" || is == Value::Array(vec![]));
        if changed.contains(field) && is != wanted && !cleared {
            return Err(Rejection::Conflict {
                task: task.id,
                field: name,
                current: is,
                wanted,
            });
        }
    }
    Ok(())
}

/// The stored field that a field of an edit changes.
fn stored_name(edit: &str) -> &str {
    match edit {
        "add_tags" | "remove_tags" => "tags",
        "add_reminders" | "remove_reminders" => "reminders",
        "add_notes" => "notes",
        "place" => "position",
        "add_relations" | "remove_relations" => "blocked_by",
        "series_time" => "series",
        other => other,
    }
}
