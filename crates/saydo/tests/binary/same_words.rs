//! The same words mean the same everywhere: sentences through every surface, and what comes of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::{Server, World};

const COMMANDS: &str = include_str!("../../../../evals/data/commands-dev.jsonl");
const RECURRENCES: &str = include_str!("../../../../evals/data/recurrences-dev.jsonl");
const ORDINARY: &str = include_str!("../../../../evals/data/ordinary-dev.jsonl");
const PARAPHRASES: &str = include_str!("../../../../evals/data/paraphrases-dev.jsonl");

const SENTENCES: usize = 500;

/// "in 45 minutes" is another minute on the surface that is asked last.
const ATTEMPTS: usize = 3;

/// By sentence, what came of it.
type Found = BTreeMap<String, Value>;

fn sentences() -> BTreeSet<String> {
    let rows = [COMMANDS, RECURRENCES, ORDINARY, PARAPHRASES]
        .into_iter()
        .flat_map(str::lines)
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut texts = BTreeSet::new();
    for row in rows {
        let text = row["text"].as_str().unwrap().trim();
        if !text.is_empty() && !text.contains('\n') && texts.len() < SENTENCES {
            texts.insert(text.to_owned());
        }
    }
    texts
}

/// Tries again the sentences whose results differ, because the clock goes on; the same sentence
/// never differs for long.
fn settle(compare: impl Fn(&BTreeSet<String>) -> BTreeMap<String, Vec<Value>>) {
    let mut left = sentences();
    assert_eq!(left.len(), SENTENCES);
    for _ in 0..ATTEMPTS {
        let differing = compare(&left);
        if differing.is_empty() {
            return;
        }
        left = differing.into_keys().collect();
    }
    let differing = compare(&left);
    assert!(differing.is_empty(), "{}", json!(differing));
}

/// The sentences that do not mean the same in all of `surfaces`.
fn differences(texts: &BTreeSet<String>, surfaces: &[Found]) -> BTreeMap<String, Vec<Value>> {
    let of = |text: &String| -> Vec<Value> {
        let found = surfaces.iter().map(|surface| surface.get(text).cloned());
        found.map(Option::unwrap_or_default).collect()
    };
    texts
        .iter()
        .map(|text| (text.clone(), of(text)))
        .filter(|(_, found)| found.windows(2).any(|pair| pair[0] != pair[1]))
        .collect()
}

/// What was understood, without what differs from one database to the next.
fn meaning(task: &Value) -> Value {
    let fields = [
        "title",
        "notes",
        "priority",
        "project",
        "tags",
        "due",
        "duration_minutes",
        "rule",
        "next",
        "reminders",
    ];
    let mut meaning: serde_json::Map<String, Value> = fields
        .into_iter()
        .map(|name| (name.to_owned(), task[name].clone()))
        .collect();
    for reminder in meaning["reminders"].as_array_mut().into_iter().flatten() {
        if let Some(fields) = reminder.as_object_mut() {
            fields.remove("id");
        }
    }
    Value::Object(meaning)
}

/// The open tasks of a world, by the sentence that each came from, in the order of their numbers.
fn by_sentence(server: &Server, token: &str) -> Found {
    let mut tasks = Vec::new();
    let mut path = "/v1/tasks?limit=200".to_owned();
    loop {
        let page = server.get(&path, token);
        tasks.extend(page["tasks"].as_array().unwrap().iter().cloned());
        let Some(cursor) = page["next_cursor"].as_str() else {
            break;
        };
        path = format!("/v1/tasks?limit=200&cursor={cursor}");
    }
    tasks.sort_by_key(|task| task["number"].as_i64());
    let mut found = Found::new();
    for task in &tasks {
        let text = task["source_text"].as_str().unwrap_or_default().to_owned();
        let all = found.entry(text).or_insert_with(|| json!([]));
        all.as_array_mut().unwrap().push(meaning(task));
    }
    found
}

/// The sentences in texts of several lines.
fn bundles(texts: &BTreeSet<String>, lines: usize) -> Vec<String> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    texts.chunks(lines).map(|chunk| chunk.join("\n")).collect()
}

fn post(server: &Server, token: &str, path: &str, body: &Value) -> Value {
    let head = format!("POST {path}\r\nAccept: application/json, text/event-stream");
    let (status, answer) = server.request(&head, token, &body.to_string());
    assert!(status < 300, "{status} {body} {answer}");
    serde_json::from_str(&answer).unwrap_or_else(|_| panic!("{body}: {answer}"))
}

fn through_rest(texts: &BTreeSet<String>) -> Found {
    let world = World::new();
    let server = world.serve();
    let token = world.token();
    for text in texts {
        post(&server, &token, "/v1/tasks", &json!({ "text": text }));
    }
    by_sentence(&server, &token)
}

fn through_the_command_line(texts: &BTreeSet<String>) -> Found {
    let world = World::new();
    for bundle in bundles(texts, 20) {
        let run = world.run_with(&bundle, &["add", "-"]);
        assert_eq!(run.code, 0, "{bundle}: {}", run.err);
    }
    let server = world.serve();
    by_sentence(&server, &world.token())
}

fn through_tools(texts: &BTreeSet<String>) -> Found {
    let world = World::new();
    let server = world.serve();
    let token = world.token();
    for bundle in bundles(texts, 6) {
        let answer = post(
            &server,
            &token,
            "/mcp",
            &json!({
                "jsonrpc": "2.0", "id": 1, "method": "tools/call",
                "params": { "name": "add_tasks", "arguments": { "text": bundle } },
            }),
        );
        assert_ne!(answer["result"]["isError"], true, "{bundle}: {answer}");
    }
    by_sentence(&server, &token)
}

#[test]
fn what_is_added_is_the_same_through_every_surface() {
    settle(|texts| {
        let surfaces = [
            through_rest(texts),
            through_the_command_line(texts),
            through_tools(texts),
        ];
        for surface in &surfaces {
            let lost: Vec<_> = texts
                .iter()
                .filter(|text| !surface.contains_key(*text))
                .collect();
            assert!(lost.is_empty(), "no task came of {lost:?}");
        }
        differences(texts, &surfaces)
    });
}

/// What a chat turn did: the tools that it called, and the tasks that it added.
fn turn(server: &Server, token: &str, text: &str) -> Value {
    let body = json!({ "message": text }).to_string();
    let (status, answer) = server.request("POST /v1/chat", token, &body);
    assert_eq!(status, 200, "{text}: {answer}");
    let mut tools = Vec::new();
    let mut added = Vec::new();
    for chunk in answer
        .lines()
        .filter_map(|line| line.strip_prefix("data: "))
    {
        let Ok(chunk) = serde_json::from_str::<Value>(chunk) else {
            continue;
        };
        match chunk["type"].as_str() {
            Some("tool-input-available") => tools.push(chunk["toolName"].clone()),
            Some("data-receipt") if tools.last() == Some(&json!("add_tasks")) => {
                let tasks = chunk["data"]["tasks"].as_array().unwrap();
                added.extend(tasks.iter().map(meaning));
            }
            _ => {}
        }
    }
    json!({ "tools": tools, "added": added })
}

/// What a reading leads to where it can be told without the tasks that are there: the tools, and the
/// tasks to add.
fn planned(parsed: &Value) -> Value {
    let tools: Vec<&str> = parsed["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| match action["action"].as_str().unwrap() {
            "create" => "add_tasks",
            "list" | "agenda" => "find_tasks",
            other => other,
        })
        .collect();
    let asks = !parsed["doubts"].as_array().unwrap().is_empty();
    let added: Vec<Value> = parsed["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(meaning)
        .collect();
    if asks {
        return json!({ "tools": [], "added": [] });
    }
    json!({ "tools": tools, "added": added })
}

/// Whether a reading names tasks that have to be there.
fn names_tasks(parsed: &Value) -> bool {
    let free = ["create", "list", "agenda"];
    let mut actions = parsed["actions"].as_array().unwrap().iter();
    actions.any(|action| !free.contains(&action["action"].as_str().unwrap()))
}

#[test]
fn what_a_reading_says_is_what_the_chat_does() {
    let world = World::new();
    let server = world.serve();
    let token = world.token();
    settle(|texts| {
        let (mut read, mut done) = (Found::new(), Found::new());
        for text in texts {
            let parsed = post(
                &server,
                &token,
                "/v1/parse",
                &json!({ "text": text, "mode": "any" }),
            );
            let turn = turn(&server, &token, text);
            if names_tasks(&parsed) {
                // Those that are there decide; nothing else is added all the same.
                let creates = planned(&parsed)["added"] != json!([]);
                assert!(creates || turn["added"] == json!([]), "{text}: {turn}");
                continue;
            }
            read.insert(text.clone(), planned(&parsed));
            done.insert(text.clone(), turn);
        }
        let adding = done
            .values()
            .filter(|turn| turn["added"] != json!([]))
            .count();
        assert!(
            texts.len() < SENTENCES || adding > SENTENCES / 3,
            "{adding}"
        );
        differences(texts, &[read, done])
    });
}
