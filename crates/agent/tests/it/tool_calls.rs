//! Every tool on its happy path and on its bad one.

use app::TaskSet;
use serde_json::{Value, json};

use crate::home::{Home, refusal};

#[tokio::test]
async fn add_tasks_reads_words_and_says_what_it_understood() {
    let home = Home::new().await;
    let result = home
        .ok(
            "add_tasks",
            json!({ "tasks": [
                { "title": "pay rent", "repeat": "every month on the 1st", "priority": "high",
                  "tags": ["home"], "remind": ["1 hour before", "PT10M"] },
                { "title": "call mom", "due": "tomorrow 5pm" },
                { "title": "vet", "due": "2026-12-03T09:00[Europe/Berlin]", "notes": "bring **cat**" },
            ] }),
        )
        .await;
    let tasks = result["tasks"].as_array().unwrap();
    assert_eq!(tasks.len(), 3);
    assert_eq!(tasks[0]["due"], "Tue 1 Dec");
    assert_eq!(tasks[0]["next"].as_array().unwrap().len(), 3);
    assert!(result["change_id"].is_string());
    assert_eq!(result["interpreted"][1]["due"], "tomorrow 17:00");
    assert_eq!(home.task("pay rent").await.reminders.len(), 2);
    assert_eq!(
        home.task("vet").await.due.unwrap().zone.as_deref(),
        Some("Europe/Berlin")
    );
}

#[tokio::test]
async fn add_tasks_takes_plain_text_line_by_line() {
    let home = Home::new().await;
    home.ok(
        "add_tasks",
        json!({ "text": "buy milk tomorrow\ndelete everything\n" }),
    )
    .await;
    assert_eq!(
        home.titles(TaskSet::Open).await,
        ["buy milk", "delete everything"]
    );
    assert_eq!(home.task("buy milk").await.due.unwrap().date, "2026-11-21");
}

#[tokio::test]
async fn a_row_that_fails_does_not_stop_the_others() {
    let home = Home::new().await;
    let result = home
        .ok(
            "add_tasks",
            json!({ "tasks": [
                { "title": "good" },
                { "title": "bad date", "due": "the day of the owl" },
                { "title": "bad project", "project": "nowhere" },
            ] }),
        )
        .await;
    assert_eq!(home.titles(TaskSet::All).await, ["good"]);
    let failures = result["failures"].as_array().unwrap();
    let indexes: Vec<_> = failures
        .iter()
        .map(|failure| failure["index"].as_u64())
        .collect();
    assert_eq!(indexes, [Some(1), Some(2)]);
    assert!(
        failures[0]["error"]
            .as_str()
            .unwrap()
            .contains("'the day of the owl' is no date")
    );
}

#[tokio::test]
async fn find_tasks_filters_counts_and_pages() {
    let home = Home::new().await;
    home.furnish().await;
    let titles = async |args: Value| -> Vec<String> {
        let result = home.ok("find_tasks", args).await;
        let rows = result["tasks"].as_array().unwrap();
        rows.iter()
            .map(|task| task["title"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        titles(json!({ "view": "overdue" })).await,
        ["Send invoice to Acme"]
    );
    assert_eq!(titles(json!({ "recurring": true })).await, ["Pay rent"]);
    assert_eq!(titles(json!({ "project": "Groceries" })).await.len(), 3);
    assert_eq!(
        titles(json!({ "tags": ["home"], "priority": ["high", "urgent"] })).await,
        ["Pay rent"]
    );
    assert_eq!(titles(json!({ "text": "dentist" })).await.len(), 2);
    assert_eq!(
        titles(json!({ "due_from": "2026-11-22", "due_to": "2026-11-24", "sort": "due" })).await,
        ["Clean the garage", "Call the dentist"]
    );
    assert_eq!(
        titles(json!({ "ids": ["#4", "read dune"] })).await,
        ["Pay rent", "Read Dune"]
    );
    let page = home
        .ok("find_tasks", json!({ "limit": 4, "count": true }))
        .await;
    assert_eq!(page["count"], 10);
    assert_eq!(page["tasks"].as_array().unwrap().len(), 4);
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = home
        .ok("find_tasks", json!({ "limit": 10, "cursor": cursor }))
        .await;
    assert_eq!(rest["tasks"].as_array().unwrap().len(), 6);
    let full = home
        .ok("find_tasks", json!({ "ids": ["#4"], "detail": "full" }))
        .await;
    assert_eq!(full["tasks"][0]["rule"]["mode"], "schedule");
    let (_, message) = refusal(&home, "find_tasks", json!({ "filter": "due <" })).await;
    assert!(!message.is_empty());
}

#[tokio::test]
async fn a_page_of_twenty_is_small() {
    let home = Home::new().await;
    for round in 0..2 {
        let rows: Vec<_> = (0..25)
            .map(|index| {
                json!({
                    "title": format!("task {round} {index}"), "due": "tomorrow", "tags": ["home"],
                    "priority": "high",
                })
            })
            .collect();
        home.ok("add_tasks", json!({ "tasks": rows })).await;
    }
    let page = home.ok("find_tasks", json!({})).await;
    assert_eq!(page["tasks"].as_array().unwrap().len(), 20);
    let length = page.to_string().len();
    assert!(
        length <= 8_000,
        "{length} characters are more than 2,000 tokens"
    );
}

#[tokio::test]
async fn update_tasks_changes_and_clears_fields() {
    let home = Home::new().await;
    home.furnish().await;
    let result = home
        .ok(
            "update_tasks",
            json!({ "changes": [
                { "id": "clean the garage", "priority": "urgent", "add_tags": ["#home"],
                  "due": "none", "notes": "with Ravi" },
                { "id": "#1", "project": "Inbox", "tags": [] },
            ] }),
        )
        .await;
    let garage = home.task("Clean the garage").await;
    assert_eq!((garage.due, garage.tags), (None, vec!["home".to_owned()]));
    assert_eq!(garage.notes, "with Ravi");
    let milk = home.task("Buy milk").await;
    assert_eq!((milk.project.as_str(), milk.tags.len()), ("Inbox", 0));
    let changes = result["changes"].as_array().unwrap();
    let priority = changes
        .iter()
        .find(|change| change["field"] == "priority")
        .unwrap();
    assert_eq!(
        (&priority["from"], &priority["to"]),
        (&json!("low"), &json!("urgent"))
    );
    let stale = json!({ "changes": [{ "id": "#7", "version": 1, "priority": "low" }] });
    assert_eq!(refusal(&home, "update_tasks", stale).await.0, "stale");
}

#[tokio::test]
async fn reschedule_tasks_keeps_time_and_rule() {
    let home = Home::new().await;
    home.furnish().await;
    home.ok(
        "reschedule_tasks",
        json!({ "ids": ["dentist appointment", "pay rent"], "to": "2026-12-03" }),
    )
    .await;
    let appointment = home.task("Dentist appointment").await.due.unwrap();
    assert_eq!(
        (appointment.date.as_str(), appointment.time.as_deref()),
        ("2026-12-03", Some("14:30"))
    );
    let rent = home.task("Pay rent").await;
    assert_eq!(rent.due.unwrap().date, "2026-12-03");
    assert_eq!(rent.next[0], "2027-01-01");
    home.ok("reschedule_tasks", json!({ "ids": ["#7"], "to": "+1w" }))
        .await;
    assert_eq!(
        home.task("Clean the garage").await.due.unwrap().date,
        "2026-11-29"
    );
    let gibberish = json!({ "ids": ["#7"], "to": "soonish" });
    let (code, message) = refusal(&home, "reschedule_tasks", gibberish).await;
    assert_eq!(code, "invalid_argument");
    assert!(message.contains("tomorrow 5pm"), "{message}");
    // A rule cannot be lost by clearing the date.
    refusal(
        &home,
        "reschedule_tasks",
        json!({ "ids": ["pay rent"], "to": "none" }),
    )
    .await;
}

#[tokio::test]
async fn complete_tasks_advances_once_for_one_slot() {
    let home = Home::new().await;
    home.furnish().await;
    let row = json!({ "id": "pay rent", "expected_slot": "2026-12-01" });
    home.ok("complete_tasks", json!({ "tasks": [row] })).await;
    let row = json!({ "id": "pay rent", "expected_slot": "2026-12-01" });
    let again = home.ok("complete_tasks", json!({ "tasks": [row] })).await;
    assert!(again.get("change_id").is_none());
    assert_eq!(home.task("Pay rent").await.due.unwrap().date, "2027-01-01");
    home.ok(
        "complete_tasks",
        json!({ "tasks": [{ "id": "pay rent", "outcome": "skipped" }] }),
    )
    .await;
    assert_eq!(home.task("Pay rent").await.due.unwrap().date, "2027-02-01");
    let (code, message) = refusal(
        &home,
        "complete_tasks",
        json!({ "tasks": [{ "id": "dentist" }] }),
    )
    .await;
    assert_eq!(code, "ambiguous");
    assert!(message.contains("#5 Call the dentist"), "{message}");
    let unknown = json!({ "tasks": [{ "id": "#99" }] });
    assert_eq!(
        refusal(&home, "complete_tasks", unknown).await.0,
        "not_found"
    );
}

#[tokio::test]
async fn reopen_tasks_brings_back_the_done_and_the_deleted() {
    let home = Home::new().await;
    home.furnish().await;
    home.ok(
        "complete_tasks",
        json!({ "tasks": [{ "id": "read dune" }] }),
    )
    .await;
    home.ok("reopen_tasks", json!({ "ids": ["read dune"] }))
        .await;
    assert_eq!(home.task("Read Dune").await.status, domain::Status::Open);
    home.ok("delete_tasks", json!({ "ids": ["read dune"] }))
        .await;
    home.ok("reopen_tasks", json!({ "ids": ["read dune"] }))
        .await;
    assert_eq!(home.task("Read Dune").await.deleted_at, None);
    refusal(&home, "reopen_tasks", json!({ "ids": ["nothing like it"] })).await;
}

#[tokio::test]
async fn delete_tasks_asks_before_several_and_the_token_is_good_once_for_these() {
    let home = Home::new().await;
    home.furnish().await;
    let two = json!({ "ids": ["buy milk", "buy eggs"] });
    let asked = home.ok("delete_tasks", two.clone()).await;
    assert_eq!(asked["status"], "confirmation_required");
    assert_eq!(asked["count"], 2);
    assert!(home.titles(TaskSet::Trash).await.is_empty());
    let with = |ids: Value, token: &Value| json!({ "ids": ids, "confirm": token });
    let others = with(json!(["buy milk", "pay rent"]), &asked["confirm"]);
    assert_eq!(
        refusal(&home, "delete_tasks", others).await.0,
        "confirmation_invalid"
    );
    let wrong = with(two["ids"].clone(), &json!("made up"));
    assert_eq!(
        refusal(&home, "delete_tasks", wrong).await.0,
        "confirmation_invalid"
    );
    home.ok("delete_tasks", with(two["ids"].clone(), &asked["confirm"]))
        .await;
    assert_eq!(home.titles(TaskSet::Trash).await, ["Buy eggs", "Buy milk"]);
    home.ok("undo", json!({})).await;
    let used = with(two["ids"].clone(), &asked["confirm"]);
    assert_eq!(
        refusal(&home, "delete_tasks", used).await.0,
        "confirmation_invalid"
    );
}

#[tokio::test]
async fn a_token_is_good_for_fifteen_minutes() {
    let home = Home::new().await;
    home.furnish().await;
    let asked = home
        .ok("delete_tasks", json!({ "ids": ["#1", "#2"] }))
        .await;
    home.set_now("2026-11-20T15:16:00Z");
    let late = json!({ "ids": ["#1", "#2"], "confirm": asked["confirm"] });
    let (_, message) = refusal(&home, "delete_tasks", late).await;
    assert!(message.contains("15 minutes"), "{message}");
}

#[tokio::test]
async fn bulk_change_previews_first_and_again_when_the_tasks_have_changed() {
    let home = Home::new().await;
    home.furnish().await;
    let args = json!({ "filter": "+Groceries", "action": "add_tag", "value": "food" });
    let preview = home.ok("bulk_change", args.clone()).await;
    assert_eq!(
        (&preview["count"], &preview["status"]),
        (&json!(3), &json!("confirmation_required"))
    );
    let confirmed = |token: &Value| {
        let mut args = args.clone();
        args["confirm"] = token.clone();
        args
    };
    home.ok(
        "add_tasks",
        json!({ "tasks": [{ "title": "jam", "project": "Groceries" }] }),
    )
    .await;
    let stale = confirmed(&preview["confirm"]);
    assert_eq!(
        refusal(&home, "bulk_change", stale).await.0,
        "confirmation_invalid"
    );
    let preview = home.ok("bulk_change", args.clone()).await;
    let done = home.ok("bulk_change", confirmed(&preview["confirm"])).await;
    assert_eq!(done["tasks"].as_array().unwrap().len(), 4);
    assert!(home.task("jam").await.tags.contains(&"food".to_owned()));
    let valueless = json!({ "filter": "today", "action": "reschedule" });
    assert_eq!(
        refusal(&home, "bulk_change", valueless).await.0,
        "invalid_argument"
    );
}

#[tokio::test]
async fn snooze_reminders_repeats_them_later() {
    let home = Home::new().await;
    home.furnish().await;
    home.ok(
        "snooze_reminders",
        json!({ "ids": ["call the dentist"], "until": "+10m" }),
    )
    .await;
    let reminders = home.task("Call the dentist").await.reminders;
    let until: jiff::Timestamp = "2026-11-20T15:10:00Z".parse().unwrap();
    assert!(
        reminders
            .iter()
            .any(|reminder| reminder.snoozed_until == Some(until))
    );
    refusal(
        &home,
        "snooze_reminders",
        json!({ "ids": ["#5"], "until": "never" }),
    )
    .await;
}

#[tokio::test]
async fn organize_keeps_projects_sections_tags_and_views() {
    let home = Home::new().await;
    home.furnish().await;
    let call = |kind: &str, action: &str, name: &str, more: Value| {
        let mut args = json!({ "kind": kind, "action": action, "name": name });
        args.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        args
    };
    let none = || json!({});
    let added = home
        .ok("organize", call("project", "add", "Garden", none()))
        .await;
    assert_eq!(added["item"]["name"], "Garden");
    home.ok(
        "organize",
        call("project", "change", "garden", json!({ "new_name": "Yard" })),
    )
    .await;
    home.ok(
        "organize",
        call("section", "add", "Beds", json!({ "parent": "Yard" })),
    )
    .await;
    home.ok(
        "organize",
        call("section", "change", "beds", json!({ "new_name": "Pots" })),
    )
    .await;
    home.ok(
        "organize",
        call("tag", "add", "#green", json!({ "colour": "#00aa00" })),
    )
    .await;
    home.ok(
        "organize",
        call("view", "add", "Soon", json!({ "filter": "due < +7d" })),
    )
    .await;
    home.ok("organize", call("project", "archive", "Yard", none()))
        .await;
    let overview = home.app.overview(&home.actor).await.unwrap();
    assert!(
        overview
            .projects
            .iter()
            .any(|project| project.name == "Yard" && project.archived)
    );
    assert_eq!(overview.sections[0].name, "Pots");
    assert!(overview.tags.iter().any(|tag| tag.name == "green"));
    assert_eq!(overview.views[0].filter, "due < +7d");
    for (kind, name) in [("view", "Soon"), ("tag", "green"), ("section", "Pots")] {
        home.ok("organize", call(kind, "delete", name, none()))
            .await;
    }
    let (_, message) = refusal(
        &home,
        "organize",
        call("project", "delete", "Grocerie", none()),
    )
    .await;
    assert!(message.contains("did you mean 'Groceries'?"), "{message}");
    let asked = home
        .ok("organize", call("project", "delete", "Groceries", none()))
        .await;
    assert_eq!(asked["status"], "confirmation_required");
    assert_eq!(asked["count"], 3);
    let yes = json!({ "confirm": asked["confirm"] });
    home.ok("organize", call("project", "delete", "Groceries", yes))
        .await;
    assert_eq!(home.titles(TaskSet::Trash).await.len(), 3);
    refusal(&home, "organize", call("tag", "archive", "home", none())).await;
}

#[tokio::test]
async fn get_overview_tells_time_counts_and_names() {
    let home = Home::new().await;
    home.furnish().await;
    let overview = home.ok("get_overview", json!({})).await;
    assert_eq!(overview["today"], "2026-11-20");
    assert_eq!(overview["zone"], "America/New_York");
    assert_eq!(overview["counts"]["overdue"], 1);
    assert!(overview["projects"].to_string().contains("Groceries"));
    refusal(&home, "get_overview", json!({ "verbose": true })).await;
}

#[tokio::test]
async fn get_history_lists_changes_with_the_ids_that_undo_takes() {
    let home = Home::new().await;
    home.furnish().await;
    home.ok(
        "complete_tasks",
        json!({ "tasks": [{ "id": "read dune" }] }),
    )
    .await;
    let history = home.ok("get_history", json!({ "limit": 1 })).await;
    let change = &history["changes"][0];
    assert_eq!(change["command"], "complete_tasks");
    let undone = home
        .ok("undo", json!({ "change_id": change["change_id"] }))
        .await;
    assert_eq!(undone["undone"][0], change["change_id"]);
    assert_eq!(home.task("Read Dune").await.status, domain::Status::Open);
    refusal(&home, "undo", json!({ "change_id": "yesterday" })).await;
    refusal(&home, "undo", json!({ "change_id": change["change_id"] })).await;
}
