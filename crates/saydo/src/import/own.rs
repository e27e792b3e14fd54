//! What `saydo export` writes: one JSON document per line.

use serde_json::{Map, Value};

use crate::problem::Problem;

use super::at_line;
use super::row::{ImportFile, Row};

/// Fields of an exported task that `POST /v1/tasks` takes as they are.
const KEPT: [&str; 13] = [
    "title",
    "notes",
    "project",
    "section",
    "priority",
    "status",
    "tags",
    "start",
    "due",
    "deadline",
    "duration_minutes",
    "source_text",
    "completed_at",
];

pub(super) fn read(text: &str) -> Result<ImportFile, Problem> {
    let mut file = ImportFile::default();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if line.trim().is_empty() {
            continue;
        }
        let document: Map<String, Value> = serde_json::from_str(line)
            .map_err(|error| at_line(number, format!("this is no JSON object ({error})")))?;
        match document.get("kind").and_then(Value::as_str) {
            Some("export") => check_version(number, &document)?,
            Some("project") => place(&mut file, "projects", &document, PROJECT),
            Some("section") => place(&mut file, "sections", &document, SECTION),
            Some("tag") => place(&mut file, "tags", &document, TAG),
            Some("view") => place(&mut file, "views", &document, VIEW),
            Some("task") | None => file.rows.push(task(number, &document)?),
            Some(other) => {
                file.remarks
                    .insert(format!("lines of kind '{other}' were left out"));
            }
        }
    }
    file.rows = parents_first(std::mem::take(&mut file.rows));
    Ok(file)
}

const PROJECT: &[&str] = &["name", "colour", "icon", "archived", "layout"];
const SECTION: &[&str] = &["name", "project", "is_done_column"];
const TAG: &[&str] = &["name", "colour"];
const VIEW: &[&str] = &["name", "filter", "layout", "sort", "group", "shared"];

fn check_version(line: usize, document: &Map<String, Value>) -> Result<(), Problem> {
    match document.get("version").and_then(Value::as_i64) {
        Some(1) => Ok(()),
        _ => Err(at_line(
            line,
            "this export is of a newer saydo; update this one first",
        )),
    }
}

fn place(
    file: &mut ImportFile,
    kind: &'static str,
    document: &Map<String, Value>,
    fields: &[&str],
) {
    let kept = |name: &&str| {
        let value = document.get(*name).filter(|value| !value.is_null())?;
        Some(((*name).to_owned(), value.clone()))
    };
    file.places.push((
        kind,
        Value::Object(fields.iter().filter_map(kept).collect()),
    ));
}

fn task(line: usize, document: &Map<String, Value>) -> Result<Row, Problem> {
    let title = document
        .get("title")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if title.trim().is_empty() {
        return Err(at_line(line, "the task has no title"));
    }
    let mut row = Row::new(line, title);
    let text = |name: &str| {
        document
            .get(name)
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    if let Some(id) = text("id") {
        row.key = id;
    }
    row.parent = text("parent_id");
    for name in KEPT {
        if let Some(value) = document.get(name).filter(|value| !value.is_null()) {
            row.put(name, value.clone());
        }
    }
    if let Some(rule) = document.get("rule").and_then(Value::as_object) {
        let kept = ["rrule", "mode", "overflow", "catch_up"];
        let rule = kept
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), rule.get(*name)?.clone())));
        row.put("rule", Value::Object(rule.collect()));
    }
    if let Some(reminders) = document.get("reminders").and_then(Value::as_array) {
        row.put("reminders", reminders.iter().map(reminder).collect());
    }
    if let Some(items) = document.get("checklist").and_then(Value::as_array) {
        let titles = items.iter().map(|item| match item {
            Value::Object(item) => item.get("title").cloned().unwrap_or_default(),
            title => title.clone(),
        });
        row.put("checklist", titles.collect());
        if items.iter().any(|item| item["done"] == true) {
            let lines = items
                .iter()
                .map(|item| serde_json::json!({ "title": item["title"], "done": item["done"] }));
            row.ticked = Some(lines.collect());
        }
    }
    Ok(row)
}

fn reminder(reminder: &Value) -> Value {
    match reminder["kind"].as_str() {
        Some("relative") => serde_json::json!({
            "minutes_before": reminder["minutes_before"],
            "anchor": reminder["anchor"],
        }),
        Some("absolute") => serde_json::json!({ "at": reminder["at"] }),
        _ => reminder.clone(),
    }
}

/// Orders rows so that a parent stands before its subtasks. A parent that is not in the file is
/// forgotten.
fn parents_first(rows: Vec<Row>) -> Vec<Row> {
    let known: std::collections::HashSet<String> = rows.iter().map(|row| row.key.clone()).collect();
    let mut placed = std::collections::HashSet::new();
    let mut ordered = Vec::with_capacity(rows.len());
    let mut waiting = rows;
    while !waiting.is_empty() {
        let (ready, later): (Vec<Row>, Vec<Row>) = waiting.into_iter().partition(|row| {
            row.parent
                .as_ref()
                .is_none_or(|parent| placed.contains(parent) || !known.contains(parent))
        });
        // A circle of parents cannot be; should a file have one, its tasks stand alone.
        let (ready, later) = if ready.is_empty() {
            (later, Vec::new())
        } else {
            (ready, later)
        };
        for mut row in ready {
            if row
                .parent
                .as_ref()
                .is_some_and(|parent| !placed.contains(parent))
            {
                row.parent = None;
            }
            placed.insert(row.key.clone());
            ordered.push(row);
        }
        waiting = later;
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_stand_before_their_subtasks_wherever_the_file_has_them() {
        let file = read(concat!(
            r#"{"kind":"export","version":1}"#,
            "\n",
            r#"{"kind":"task","id":"b","parent_id":"a","title":"child"}"#,
            "\n",
            r#"{"kind":"task","id":"a","parent_id":null,"title":"parent"}"#,
            "\n",
            r#"{"kind":"task","id":"c","parent_id":"gone","title":"orphan"}"#,
            "\n",
        ))
        .unwrap();

        let keys: Vec<_> = file.rows.iter().map(|row| row.key.as_str()).collect();
        assert_eq!(keys, ["a", "c", "b"]);
        assert_eq!(file.rows[1].parent, None);
        assert_eq!(file.rows[2].parent.as_deref(), Some("a"));
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = read("{\"title\":\"a\"}\n{oops\n").unwrap_err().to_string();
        assert!(
            error.starts_with("line 2: this is no JSON object"),
            "{error}"
        );

        let error = read("{\"notes\":\"a\"}\n").unwrap_err().to_string();
        assert!(
            error.starts_with("line 1: the task has no title"),
            "{error}"
        );

        let error = read("{\"kind\":\"export\",\"version\":9}\n")
            .unwrap_err()
            .to_string();
        assert!(error.contains("newer saydo"), "{error}");
    }
}
