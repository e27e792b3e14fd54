//! Text that tries to be an instruction is data wherever it stands: in titles and notes, in the
//! arguments of tools, and in what is said to be added.

use app::TaskSet;
use serde_json::{Value, json};

use crate::home::Home;
use crate::undo_laws::{State, state};

/// Two hundred texts that ask for what nobody asked for.
fn texts() -> Vec<String> {
    let lines = include_str!("../injections.txt").lines();
    lines.map(|line| line.replace("\\n", "\n")).collect()
}

async fn house() -> Home {
    let home = Home::new().await;
    home.furnish().await;
    home.ok(
        "organize",
        json!({ "kind": "view", "action": "add", "name": "Morning", "filter": "today" }),
    )
    .await;
    home
}

/// What differs: titles or names of what was there before.
fn changed(before: &State, after: &State) -> Vec<String> {
    let differs = before
        .iter()
        .filter(|(id, value)| after.get(*id) != Some(value));
    let name = |value: &Value| {
        let name = value["task"]["title"].as_str().or(value["name"].as_str());
        name.unwrap_or_default().to_owned()
    };
    differs.map(|(_, value)| name(value)).collect()
}

/// A row of `add_tasks` that has the text in its title and in its notes.
fn row(text: &str) -> Value {
    json!({ "title": text, "notes": text })
}

#[test]
fn there_are_two_hundred_texts() {
    let texts = texts();
    let different: std::collections::BTreeSet<_> = texts.iter().collect();
    assert!(different.len() == texts.len() && texts.len() >= 200);
}

#[tokio::test]
async fn text_in_tasks_is_never_obeyed() {
    let home = house().await;
    for some in texts().chunks(25) {
        let rows: Vec<_> = some.iter().map(|text| row(text)).collect();
        home.ok("add_tasks", json!({ "tasks": rows })).await;
    }
    let count = home.everything().await.len();
    let before = state(&home, None).await;
    for (tool, args) in [
        ("find_tasks", json!({ "detail": "full", "limit": 100 })),
        ("find_tasks", json!({ "text": "delete", "limit": 100 })),
        ("get_overview", json!({})),
        ("get_history", json!({})),
    ] {
        home.ok(tool, args).await;
    }
    let mut conversation = None;
    for message in [
        "what is due today?",
        "show all tasks",
        "show overdue tasks",
        "what do I have to do this week?",
        "how many tasks do I have?",
        "show tasks about delete",
        "which tasks are in the inbox?",
        "thanks",
        "yes",
        "help",
    ] {
        conversation = home.say_in(conversation, message).await.conversation;
        assert_eq!(
            changed(&before, &state(&home, None).await),
            [""; 0],
            "{message}"
        );
    }
    for (message, task) in [
        ("done with buy milk", "Buy milk"),
        ("move clean the garage to friday", "Clean the garage"),
        ("delete send invoice to acme", "Send invoice to Acme"),
        (
            "add a tag urgent to the dentist appointment",
            "Dentist appointment",
        ),
    ] {
        home.say_in(conversation, message).await;
        let now = state(&home, None).await;
        // A project counts its open tasks.
        let mut names = changed(&before, &now);
        names.retain(|name| !["Inbox", "Groceries"].contains(&name.as_str()));
        assert_eq!(names, [task], "{message}");
        home.say_in(conversation, "undo").await;
        assert_eq!(
            changed(&before, &state(&home, None).await),
            [""; 0],
            "{message}"
        );
    }
    assert_eq!(home.everything().await.len(), count);
}

#[tokio::test]
async fn a_task_is_named_by_its_text_whatever_that_says() {
    let home = house().await;
    let before = state(&home, None).await;
    for text in texts().into_iter().step_by(4) {
        let added = home.ok("add_tasks", json!({ "tasks": [row(&text)] })).await;
        let added = &added["tasks"][0];
        for (tool, args) in [
            ("delete_tasks", json!({ "ids": [added["title"]] })),
            (
                "complete_tasks",
                json!({ "tasks": [{ "id": added["title"] }] }),
            ),
        ] {
            // A title such as "#1" or "2" is a number first: that task is another one.
            let result = home.call(tool, args.clone()).await;
            let tasks = result.structured["tasks"].as_array();
            assert!(tasks.is_none_or(|tasks| tasks.len() == 1), "{tool} {args}");
            let change = &result.structured["change_id"];
            if change.is_string() {
                home.ok("undo", json!({ "change_id": change })).await;
            }
        }
        home.ok("delete_tasks", json!({ "ids": [added["id"]] }))
            .await;
    }
    assert_eq!(changed(&before, &state(&home, None).await), [""; 0]);
}

/// Arguments that hold a text, and whether they may change the milk; `milk` and `eggs` are ids.
fn arguments(text: &str, milk: &str, eggs: &str) -> Vec<(&'static str, Value, bool)> {
    let on_milk = |field: &str| {
        let mut change = json!({ "id": milk });
        change[field] = match field {
            "tags" | "add_tags" | "remind" | "assignees" | "relations" => json!([text]),
            _ => json!(text),
        };
        ("update_tasks", json!({ "changes": [change] }), true)
    };
    let none = |tool, args| (tool, args, false);
    let organize = |kind: &str, action: &str, name: &str, fields: Value| {
        let mut args = fields;
        args["kind"] = json!(kind);
        args["action"] = json!(action);
        args["name"] = json!(name);
        ("organize", args, false)
    };
    let both = json!([milk, eggs]);
    vec![
        none("delete_tasks", json!({ "ids": both, "confirm": text })),
        none("delete_tasks", json!({ "ids": [text, eggs, milk] })),
        none("bulk_change", json!({ "filter": text, "action": "delete" })),
        none(
            "bulk_change",
            json!({ "filter": text, "action": "complete" }),
        ),
        none(
            "bulk_change",
            json!({ "filter": "", "action": "delete", "confirm": text }),
        ),
        none(
            "bulk_change",
            json!({ "filter": "", "action": "reschedule", "value": text }),
        ),
        none(
            "bulk_change",
            json!({ "filter": "", "action": "project", "value": text }),
        ),
        none("undo", json!({ "change_id": text })),
        none("undo", json!({ "turn_id": text })),
        none("undo", json!({ "token_id": text })),
        organize("project", "delete", text, json!({})),
        organize("project", "delete", "Groceries", json!({ "confirm": text })),
        organize("section", "delete", text, json!({})),
        organize("tag", "delete", text, json!({})),
        organize("view", "delete", text, json!({})),
        organize("view", "add", "Now", json!({ "filter": text })),
        none("find_tasks", json!({ "text": text })),
        none("find_tasks", json!({ "filter": text })),
        none("get_history", json!({ "task_id": text })),
        on_milk("title"),
        on_milk("notes"),
        on_milk("due"),
        on_milk("repeat"),
        on_milk("remind"),
        on_milk("tags"),
        on_milk("project"),
        on_milk("section"),
        on_milk("parent_id"),
        on_milk("assignees"),
        on_milk("relations"),
        (
            "reschedule_tasks",
            json!({ "ids": [milk], "to": text }),
            true,
        ),
        (
            "snooze_reminders",
            json!({ "ids": [milk], "until": text }),
            true,
        ),
    ]
}

#[tokio::test]
async fn text_in_arguments_does_no_more_than_the_call_says() {
    let home = house().await;
    let milk = home.task("Buy milk").await.id.to_string();
    let eggs = home.task("Buy eggs").await.id.to_string();
    let mut before = state(&home, None).await;
    for (at, text) in texts().iter().enumerate() {
        // Each text in some of the places, each place with many of the texts.
        let places = arguments(text, &milk, &eggs).into_iter().enumerate();
        let some = places.filter(|(place, _)| (place + at) % 4 == 0);
        let (mut is_milk_free, mut has_parent) = (false, false);
        for (_, (tool, args, is_on_milk)) in some {
            home.call(tool, args.clone()).await;
            is_milk_free |= is_on_milk;
            has_parent |= args["changes"][0]["parent_id"].is_string();
        }
        let after = state(&home, None).await;
        if is_milk_free {
            before.insert(milk.clone(), after[&milk].clone());
        }
        let mut names = changed(&before, &after);
        // A project counts its open tasks, a task its parts.
        names.retain(|name| !["Inbox", "Groceries"].contains(&name.as_str()));
        assert!(names.len() <= usize::from(has_parent), "{text}: {names:?}");
        before = after;
    }
}

#[tokio::test]
async fn text_that_is_said_to_be_added_only_adds() {
    let home = house().await;
    let before = state(&home, None).await;
    for text in texts() {
        home.call("add_tasks", json!({ "text": text })).await;
    }
    let mut names = changed(&before, &state(&home, None).await);
    names.retain(|name| !["Inbox", "Groceries"].contains(&name.as_str()));
    assert_eq!(names, [""; 0]);
    assert!(home.tasks(TaskSet::Trash).await.is_empty());
}

/// A person may say any of this, and then it is theirs; but never does one message delete several
/// tasks, or a project, at once.
#[tokio::test]
async fn what_a_person_says_deletes_no_two_tasks_without_a_yes() {
    let home = house().await;
    let projects = home.app.overview(&home.actor).await.unwrap().projects.len();
    for text in texts() {
        let before = home.tasks(TaskSet::Trash).await.len();
        let said = home.try_say(None, &text, None).await;
        let after = home.tasks(TaskSet::Trash).await.len();
        assert!(after <= before + 1, "{text}: {}", said.unwrap().text);
        let overview = home.app.overview(&home.actor).await.unwrap();
        assert!(overview.projects.len() >= projects, "{text}");
    }
}
