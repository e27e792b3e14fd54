//! What a change did, in words.

use serde_json::Value;

use super::{DIM, YELLOW, styled};

/// Writes an outcome as JSON or in words.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn change(outcome: &Value, json: bool) -> anyhow::Result<()> {
    if json {
        return super::json(&super::pick(outcome, &["change_id", "tasks"]));
    }
    super::outcome(outcome)
}

/// Writes what a change did, and on standard error what else is to be known.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn outcome(outcome: &Value) -> anyhow::Result<()> {
    let words = outcome["words"].as_str().unwrap_or_default();
    super::line(if words.is_empty() {
        "Nothing has changed."
    } else {
        words
    })?;
    if let Some(dates) = next_dates(outcome) {
        super::say(&styled(DIM, &dates));
    }
    for note in outcome["notes"].as_array().into_iter().flatten() {
        if let Some(note) = note.as_str() {
            super::say(&styled(DIM, note));
        }
    }
    for conflict in outcome["conflicts"].as_array().into_iter().flatten() {
        if let Some(words) = conflict["words"].as_str() {
            super::say(&styled(YELLOW, words));
        }
    }
    Ok(())
}

/// The dates that follow, where the change was about one recurring task.
fn next_dates(outcome: &Value) -> Option<String> {
    let [task] = outcome["tasks"].as_array()?.as_slice() else {
        return None;
    };
    let next = task["next"]
        .as_array()?
        .iter()
        .filter_map(Value::as_str)
        .collect::<Vec<_>>();
    (!next.is_empty()).then(|| format!("Then {}.", super::dates(&next)))
}
