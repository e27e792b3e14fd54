//! One task to import, in the terms of the REST contract.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// A file that has been read.
#[derive(Debug, Default)]
pub(crate) struct ImportFile {
    /// Things to make before the tasks, as REST collection and fields; named, so that what is
    /// there already is left alone.
    pub(crate) places: Vec<(&'static str, Value)>,
    /// The tasks, parents before their subtasks.
    pub(crate) rows: Vec<Row>,
    /// What was left out, for the user.
    pub(crate) remarks: BTreeSet<String>,
}

/// One task.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Its line in the file, from 1.
    pub(crate) line: usize,
    /// How the file names it, for the parents of others.
    pub(crate) key: String,
    /// How the file names its parent.
    pub(crate) parent: Option<String>,
    /// Fields of `POST /v1/tasks`.
    pub(crate) fields: Map<String, Value>,
    /// Its checklist, where lines of it are ticked.
    pub(crate) ticked: Option<Value>,
}

impl Row {
    /// A row with a title.
    pub(super) fn new(line: usize, title: &str) -> Self {
        let mut row = Self {
            line,
            key: line.to_string(),
            ..Self::default()
        };
        row.set("title", title);
        row
    }

    /// Sets a field, unless the text is empty.
    pub(super) fn set(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.fields.insert(name.to_owned(), text.into());
        }
    }

    /// Sets a field to any value.
    pub(super) fn put(&mut self, name: &str, value: Value) {
        self.fields.insert(name.to_owned(), value);
    }

    /// A date in words is a rule where it says that it repeats.
    pub(super) fn set_when(&mut self, words: &str) {
        const REPEATS: [&str; 9] = [
            "every", "ev ", "each", "daily", "weekly", "monthly", "yearly", "annually", "after ",
        ];
        let lower = words.to_lowercase();
        let is_rule = REPEATS.iter().any(|word| lower.starts_with(word));
        self.set(if is_rule { "rule" } else { "due" }, words);
    }

    /// The tags, without marks.
    pub(super) fn set_tags<'a>(&mut self, tags: impl Iterator<Item = &'a str>) {
        let tags: Vec<&str> = tags
            .map(|tag| tag.trim().trim_start_matches(['#', '@']))
            .filter(|tag| !tag.is_empty())
            .collect();
        if !tags.is_empty() {
            self.put("tags", json!(tags));
        }
    }
}

/// The priority that a word means: a name, p4 to p1, or a number from 4 to 1.
pub(crate) fn priority(text: &str) -> Option<&'static str> {
    Some(match text.trim().to_lowercase().as_str() {
        "" | "none" | "0" | "no" => "none",
        "low" | "p4" | "4" | "l" => "low",
        "medium" | "p3" | "3" | "m" | "normal" => "medium",
        "high" | "p2" | "2" | "h" => "high",
        "urgent" | "p1" | "1" | "highest" | "critical" => "urgent",
        _ => return None,
    })
}
