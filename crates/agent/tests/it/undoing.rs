//! What every changing tool does is previewed by `dry_run` and taken back by `undo`, exactly.

use app::TaskSet;
use serde_json::{Value, json};

use crate::home::Home;

/// Every changing tool, with what has to be there before.
pub(crate) fn calls() -> Vec<(&'static str, Value)> {
    let ids = |ids: &[&str]| json!({ "ids": ids });
    vec![
        (
            "add_tasks",
            json!({ "tasks": [{ "title": "new", "due": "friday" }] }),
        ),
        (
            "add_tasks",
            json!({ "text": "one tomorrow\ntwo every day" }),
        ),
        (
            "update_tasks",
            json!({ "changes": [
            { "id": "#7", "title": "Clean it", "priority": "high", "due": "2026-12-24T08:00",
              "tags": ["home"], "notes": "now", "deadline": "2026-12-25", "remind": ["PT1H"] },
            { "id": "#1", "project": "Inbox", "duration_minutes": 30, "status": "waiting" },
        ] }),
        ),
        (
            "update_tasks",
            json!({ "changes": [{ "id": "pay rent", "repeat": "every week" }] }),
        ),
        (
            "update_tasks",
            json!({ "changes": [{ "id": "pay rent", "repeat": "none" }] }),
        ),
        (
            "update_tasks",
            json!({ "changes": [{ "id": "#2", "parent_id": "#3" }] }),
        ),
        (
            "reschedule_tasks",
            json!({ "ids": ["pay rent", "#6"], "to": "2026-12-05" }),
        ),
        (
            "reschedule_tasks",
            json!({ "ids": ["pay rent"], "to": "2026-12-05", "scope": "series" }),
        ),
        (
            "complete_tasks",
            json!({ "tasks": [{ "id": "pay rent" }, { "id": "#9" }] }),
        ),
        (
            "complete_tasks",
            json!({ "tasks": [{ "id": "pay rent", "outcome": "skipped" }] }),
        ),
        (
            "complete_tasks",
            json!({ "tasks": [{ "id": "#8", "outcome": "cancelled" }] }),
        ),
        ("reopen_tasks", ids(&["done before"])),
        ("reopen_tasks", ids(&["deleted before"])),
        ("delete_tasks", ids(&["#5"])),
        ("delete_tasks", ids(&["#1", "#2", "pay rent"])),
        (
            "bulk_change",
            json!({ "filter": "+Groceries", "action": "complete" }),
        ),
        (
            "bulk_change",
            json!({ "filter": "overdue", "action": "reschedule", "value": "monday" }),
        ),
        ("bulk_change", json!({ "filter": "", "action": "delete" })),
        (
            "snooze_reminders",
            json!({ "ids": ["#5"], "until": "tomorrow 9am" }),
        ),
        (
            "organize",
            json!({ "kind": "tag", "action": "delete", "name": "groceries" }),
        ),
        (
            "organize",
            json!({ "kind": "project", "action": "delete", "name": "Groceries" }),
        ),
        (
            "organize",
            json!({ "kind": "project", "action": "change", "name": "Groceries",
                             "new_name": "Food" }),
        ),
    ]
}

pub(crate) async fn prepared() -> Home {
    let home = Home::new().await;
    home.furnish().await;
    let tasks = json!([{ "title": "done before" }, { "title": "deleted before" }]);
    home.ok("add_tasks", json!({ "tasks": tasks })).await;
    home.ok(
        "complete_tasks",
        json!({ "tasks": [{ "id": "done before" }] }),
    )
    .await;
    home.ok("delete_tasks", json!({ "ids": ["deleted before"] }))
        .await;
    home
}

#[tokio::test]
async fn every_change_is_previewed_without_effect_and_undone_exactly() {
    let house = prepared().await;
    for (tool, args) in calls() {
        let home = house.copied().await;
        let before = home.everything().await;

        let mut dry = args.clone();
        dry["dry_run"] = json!(true);
        home.ok(tool, dry).await;
        assert_eq!(home.everything().await, before, "dry run of {tool} {args}");

        let mut result = home.ok(tool, args.clone()).await;
        if result["status"] == "confirmation_required" {
            assert_eq!(home.everything().await, before, "question of {tool} {args}");
            let mut confirmed = args.clone();
            confirmed["confirm"] = result["confirm"].clone();
            result = home.ok(tool, confirmed).await;
        }
        let change = &result["change_id"];
        assert!(change.is_string(), "{tool} {args}: {result}");
        let after = home.everything().await;
        assert_ne!(after, before, "{tool} {args} changes something");

        home.ok("undo", json!({ "change_id": change })).await;
        let mut now = home.everything().await;
        // What was added stays in the trash, where a person can still find it.
        let known = |task: &Value| before.iter().any(|known| known["id"] == task["id"]);
        assert!(
            now.iter()
                .all(|task| known(task) || !task["deleted_at"].is_null())
        );
        now.retain(known);
        assert_eq!(now, before, "undo of {tool} {args}");
    }
}

#[tokio::test]
async fn a_turn_is_undone_as_a_whole() {
    let mut home = prepared().await;
    let before = home.everything().await;
    let turn = domain::TurnId::new(uuid::Uuid::from_u128(42));
    home.actor.turn = Some(turn);
    home.ok("complete_tasks", json!({ "tasks": [{ "id": "#9" }] }))
        .await;
    home.ok(
        "update_tasks",
        json!({ "changes": [{ "id": "#8", "priority": "low" }] }),
    )
    .await;
    home.ok("delete_tasks", json!({ "ids": ["#5"] })).await;
    home.actor.turn = None;
    home.ok("undo", json!({ "turn_id": turn })).await;
    assert_eq!(home.everything().await, before);
    assert_eq!(home.titles(TaskSet::Done).await, ["done before"]);
}
