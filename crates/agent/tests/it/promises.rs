//! What every writing tool promises: a preview tells what would happen and changes nothing, a
//! retry does nothing more, and a yes is good once, for exactly what was asked.

use std::collections::BTreeSet;

use agent::tools::Effect;
use serde_json::{Value, json};

use crate::home::Home;
use crate::undo_laws::{State, state};
use crate::undoing::{calls, prepared};

/// Every writing tool, with arguments that change something in the prepared home.
fn table() -> Vec<(&'static str, Value)> {
    let mut rows = calls();
    rows.extend([
        ("undo", json!({})),
        (
            "delete_tasks",
            json!({ "ids": ["Pay rent"], "scope": "this" }),
        ),
        (
            "bulk_change",
            json!({ "filter": "#groceries", "action": "duplicate" }),
        ),
        (
            "bulk_change",
            json!({ "filter": "", "action": "priority", "value": "low" }),
        ),
        (
            "organize",
            json!({ "kind": "section", "action": "add", "name": "Dairy", "parent": "Groceries" }),
        ),
        (
            "organize",
            json!({ "kind": "view", "action": "add", "name": "Now", "filter": "today" }),
        ),
        (
            "organize",
            json!({ "kind": "project", "action": "archive", "name": "Groceries" }),
        ),
    ]);
    rows
}

/// What asks for a yes, and what the same yes must not be good for.
fn questions() -> Vec<(&'static str, Value, Value)> {
    let ids = |ids: &[&str]| json!({ "ids": ids });
    let bulk = |filter: &str, action: &str, value: &str| json!({ "filter": filter, "action": action, "value": value });
    let project = |name: &str| json!({ "kind": "project", "action": "delete", "name": name });
    vec![
        ("delete_tasks", ids(&["#1", "#2"]), ids(&["#1", "#3"])),
        ("delete_tasks", ids(&["#1", "#2"]), ids(&["#1", "#2", "#3"])),
        (
            "delete_tasks",
            json!({ "ids": ["#1", "#4"], "scope": "this" }),
            json!({ "ids": ["#1", "#4"], "scope": "series" }),
        ),
        (
            "bulk_change",
            bulk("#groceries", "priority", "low"),
            bulk("#groceries", "priority", "high"),
        ),
        (
            "bulk_change",
            bulk("#groceries", "add_tag", "x"),
            bulk("#groceries", "delete", "x"),
        ),
        (
            "bulk_change",
            bulk("#groceries", "add_tag", "x"),
            bulk("+Groceries", "add_tag", "x"),
        ),
        ("organize", project("Groceries"), project("Garden")),
    ]
}

async fn house() -> Home {
    let home = prepared().await;
    let garden = json!({ "kind": "project", "action": "add", "name": "Garden" });
    home.ok("organize", garden).await;
    home.ok("delete_tasks", json!({ "ids": ["Read Dune"] }))
        .await;
    home
}

fn with(args: &Value, fields: Value) -> Value {
    let mut args = args.clone();
    for (name, value) in fields.as_object().unwrap() {
        args[name] = value.clone();
    }
    args
}

/// Calls a tool, and once more with a yes where it asks for one; the arguments that did it.
async fn done(home: &Home, tool: &str, args: &Value) -> (Value, Value) {
    let result = home.ok(tool, args.clone()).await;
    if result["status"] != "confirmation_required" {
        return (result, args.clone());
    }
    let confirmed = with(args, json!({ "confirm": result["confirm"] }));
    (home.ok(tool, confirmed.clone()).await, confirmed)
}

/// Fails unless the call is refused with this code and changes nothing.
async fn refused(home: &Home, tool: &str, args: Value, code: &str) {
    let before = state(home, None).await;
    let result = home.call(tool, args.clone()).await;
    assert!(result.is_error, "{tool} {args}: {}", result.structured);
    let found = &result.structured["error"]["code"];
    assert_eq!(found, code, "{tool} {args}: {}", result.summary);
    assert_eq!(state(home, None).await, before, "{tool} {args}");
}

#[test]
fn every_writing_tool_is_in_the_table() {
    let writes = |tool: &&agent::tools::Tool| tool.effect != Effect::Reads;
    let listed = agent::tools::list().iter().filter(writes);
    let listed: BTreeSet<_> = listed.map(|tool| tool.name).collect();
    let told: BTreeSet<_> = table().into_iter().map(|(tool, _)| tool).collect();
    assert_eq!(told, listed);
}

#[tokio::test]
async fn a_preview_tells_what_would_happen_and_changes_nothing() {
    // What a new task is called by is known when it is there.
    let told = |result: &Value| {
        let mut tasks = result["tasks"].clone();
        for task in tasks.as_array_mut().into_iter().flatten() {
            let task = task.as_object_mut().unwrap();
            if !task.contains_key("trash") {
                task.remove("id");
                task.remove("number");
            }
        }
        (tasks, result["undone"].clone())
    };
    let house = house().await;
    for (tool, args) in table() {
        let home = house.copied().await;
        let before = state(&home, None).await;
        let preview = home.ok(tool, with(&args, json!({ "dry_run": true }))).await;
        assert_eq!(preview["dry_run"], true, "{tool} {args}");
        assert_eq!(preview["change_id"], Value::Null, "{tool} {args}");
        assert_eq!(state(&home, None).await, before, "{tool} {args}");
        let (result, _) = done(&home, tool, &args).await;
        assert_eq!(told(&preview), told(&result), "{tool} {args}");
    }
}

#[tokio::test]
async fn a_retry_does_nothing_more_whatever_the_first_call_has_changed() {
    let house = house().await;
    for (tool, args) in table() {
        let home = house.copied().await;
        let named = with(&args, json!({ "request_id": "r-1" }));
        let (first, sent) = done(&home, tool, &named).await;
        assert!(first["change_id"].is_string(), "{tool} {args}: {first}");
        // On another day, "tomorrow" is another day.
        home.set_now("2026-11-21T11:00:00-05:00");
        let before = state(&home, None).await;
        for again in [&sent, &named] {
            let again = home.ok(tool, again.clone()).await;
            assert_eq!(again["change_id"], first["change_id"], "{tool} {args}");
            let ids = |result: &Value| -> Vec<Value> {
                let tasks = result["tasks"].as_array().into_iter().flatten();
                tasks.map(|task| task["id"].clone()).collect()
            };
            assert_eq!(ids(&again), ids(&first), "{tool} {args}");
        }
        assert_eq!(state(&home, None).await, before, "{tool} {args}");
        for (other, args) in [
            ("add_tasks", json!({ "text": "something else" })),
            ("delete_tasks", json!({ "ids": ["#5", "#6"] })),
            (
                "complete_tasks",
                json!({ "tasks": [{ "id": "nothing like it" }] }),
            ),
        ] {
            let reused = with(&args, json!({ "request_id": "r-1" }));
            refused(&home, other, reused, "request_reused").await;
        }
    }
}

#[tokio::test]
async fn what_is_asked_is_done_once_and_only_that() {
    let house = house().await;
    for (tool, args, other) in questions() {
        let home = house.copied().await;
        let before = state(&home, None).await;
        let ask = async |args: &Value| {
            let asked = home.ok(tool, args.clone()).await;
            assert_eq!(asked["status"], "confirmation_required", "{tool} {args}");
            assert!(asked["question"].as_str().unwrap().ends_with('?'));
            asked["confirm"].clone()
        };
        let token = ask(&args).await;
        assert_eq!(state(&home, None).await, before, "{tool} {args}");
        let confirmed = |args: &Value, token: &Value| with(args, json!({ "confirm": token }));

        for made_up in ["", "yes", "true", "../../x", &"A".repeat(43)] {
            let args = confirmed(&args, &json!(made_up));
            refused(&home, tool, args, "confirmation_invalid").await;
        }
        refused(
            &home,
            tool,
            confirmed(&other, &token),
            "confirmation_invalid",
        )
        .await;
        let too_late = ask(&args).await;
        home.ok(tool, confirmed(&args, &token)).await;
        home.ok("undo", json!({})).await;
        assert_eq!(
            known(&before, state(&home, None).await),
            before,
            "{tool} {args}"
        );
        refused(
            &home,
            tool,
            confirmed(&args, &token),
            "confirmation_invalid",
        )
        .await;
        home.set_now("2026-11-20T10:15:01-05:00");
        refused(
            &home,
            tool,
            confirmed(&args, &too_late),
            "confirmation_invalid",
        )
        .await;
    }
}

/// Without what was added and is in the trash now.
fn known(before: &State, mut now: State) -> State {
    now.retain(|id, _| before.contains_key(id));
    now
}

#[test]
fn no_tool_reaches_outside() {
    for tool in agent::tools::list() {
        let hints = &tool.describe()["annotations"];
        assert_eq!(hints["openWorldHint"], false, "{}", tool.name);
    }
}
