//! The project's own rows through the engine: nothing that nobody asked for, and never worse than
//! the figures on record.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use language::rows::{RowMode, predict};
use serde_json::Value;

const COMMANDS: &str = include_str!("../../../evals/data/commands-dev.jsonl");
const RECURRENCES: &str = include_str!("../../../evals/data/recurrences-dev.jsonl");
const GERMAN_COMMANDS: &str = include_str!("../../../evals/data/commands-de.jsonl");
const GERMAN_RECURRENCES: &str = include_str!("../../../evals/data/recurrences-de.jsonl");
const FIXTURES: &str = include_str!("../../../evals/data/fixtures.json");

const CHANGES: [&str; 6] = [
    "create_task",
    "complete_task",
    "reopen_task",
    "delete_task",
    "update_task",
    "undo",
];

fn rows(text: &str) -> Vec<Value> {
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn all_commands() -> Vec<Value> {
    [rows(COMMANDS), rows(GERMAN_COMMANDS)].concat()
}

fn predicted(row: &Value, mode: RowMode) -> Value {
    serde_json::from_str(&predict(&row.to_string(), mode, Some(FIXTURES), "en-US")).unwrap()
}

/// Every result that the row accepts.
fn accepted(row: &Value) -> Vec<Value> {
    let mut all = vec![row["expected"].clone()];
    all.extend(
        row["also_accepted"]
            .as_array()
            .into_iter()
            .flatten()
            .cloned(),
    );
    all
}

fn tools(result: &Value) -> Vec<String> {
    let calls = result["calls"].as_array().into_iter().flatten();
    let mut tools: Vec<String> = calls
        .map(|call| call["tool"].as_str().unwrap().to_owned())
        .collect();
    tools.sort();
    tools
}

fn targets(result: &Value) -> BTreeSet<(String, String)> {
    let calls = result["calls"].as_array().into_iter().flatten();
    calls
        .flat_map(|call| {
            let tool = call["tool"].as_str().unwrap().to_owned();
            let ids = call["ids"].as_array().into_iter().flatten();
            ids.map(move |id| (tool.clone(), id.as_str().unwrap().to_owned()))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn nothing_is_changed_that_nobody_asked_to_change() {
    for row in all_commands() {
        let got = predicted(&row, RowMode::Commands);
        let may_change = accepted(&row).iter().any(|result| {
            tools(result)
                .iter()
                .any(|tool| CHANGES.contains(&tool.as_str()))
        });
        let changes = tools(&got)
            .iter()
            .any(|tool| CHANGES.contains(&tool.as_str()));
        assert!(
            may_change || !changes,
            "{} changed something: {got}",
            row["text"]
        );
    }
}

#[test]
fn no_task_is_touched_that_was_not_meant() {
    for row in all_commands() {
        let got = targets(&predicted(&row, RowMode::Commands));
        let allowed: BTreeSet<_> = accepted(&row).iter().flat_map(targets).collect();
        assert!(got.is_subset(&allowed), "{} touched {got:?}", row["text"]);
    }
}

#[test]
fn commands_use_the_right_tools_titles_and_dates() {
    for set in [COMMANDS, GERMAN_COMMANDS] {
        let all = rows(set);
        let wrong: Vec<_> = all.iter().filter(|row| !is_right(row)).collect();
        assert!(wrong.len() * 100 <= all.len() * 2, "{wrong:#?}");
    }
}

/// Whether the calls of a row have the tools, titles and dates that it accepts.
fn is_right(row: &Value) -> bool {
    let lower = |value: &Value| value.as_str().map(str::to_lowercase);
    let key = |result: &Value| {
        let calls = result["calls"].as_array().cloned().unwrap_or_default();
        let mut keys: Vec<String> = calls
            .iter()
            .map(|call| {
                format!(
                    "{} {:?} {:?} {:?}",
                    call["tool"],
                    lower(&call["title"]),
                    call["due"],
                    call["set"]["due"]
                )
            })
            .collect();
        keys.sort();
        (result["reply"].clone(), keys)
    };
    let got = key(&predicted(row, RowMode::Commands));
    accepted(row).iter().any(|result| key(result) == got)
}

#[test]
fn recurrences_begin_and_go_on_as_expected() {
    for row in [rows(RECURRENCES), rows(GERMAN_RECURRENCES)].concat() {
        let got = predicted(&row, RowMode::Recurrences);
        assert_eq!(got["due"], row["expected"]["due"], "{}", row["text"]);
        let wanted = row["expected"]["next"].as_array().unwrap();
        let next = got["next"].as_array().unwrap();
        assert_eq!(
            &next[..wanted.len().min(next.len())],
            &wanted[..],
            "{}",
            row["text"]
        );
    }
}

#[test]
fn a_malformed_row_gives_an_error_row() {
    let answer: Value =
        serde_json::from_str(&predict("{", RowMode::Commands, None, "en-US")).unwrap();
    assert!(
        answer["error"]
            .as_str()
            .unwrap()
            .starts_with("the row is no JSON object")
    );
}
