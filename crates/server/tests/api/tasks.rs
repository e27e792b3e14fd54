//! Tasks from their making to their end.

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{Person, TestApp};

fn path(task: &Value) -> String {
    format!("/v1/tasks/{}", task["id"].as_str().unwrap())
}

async fn story_of_a_task(server: TestApp) {
    let ada = server.person("ada").await;
    let outcome = ada
        .post("/v1/tasks", json!({"text": "remind me to pay rent on the 1st of every month, high priority, #home"}))
        .await
        .json(201);
    let task = &outcome["tasks"][0];
    assert_eq!(task["title"], "pay rent");
    assert_eq!(task["priority"], "high");
    assert_eq!(task["tags"], json!(["home"]));
    assert_eq!(
        task["due"],
        json!({"kind": "day", "date": "2026-12-01", "time": null, "zone": null})
    );
    assert_eq!(
        task["next"],
        json!(["2027-01-01", "2027-02-01", "2027-03-01"])
    );
    assert!(outcome["change_id"].is_string());

    let done = ada
        .post(
            &format!("{}/complete", path(task)),
            json!({"expected_slot": "2026-12-01"}),
        )
        .await
        .json(200);
    assert_eq!(done["tasks"][0]["due"]["date"], "2027-01-01");
    let late = ada
        .post(
            &format!("{}/complete", path(task)),
            json!({"expected_slot": "2026-12-01"}),
        )
        .await
        .json(200);
    assert_eq!(late["change_id"], Value::Null);
    let ledger = ada
        .get(&format!("{}/occurrences", path(task)))
        .await
        .json(200);
    assert_eq!(ledger["occurrences"][0]["slot"], "2026-12-01");
    assert_eq!(ledger["occurrences"][0]["outcome"], "done");

    let undone = ada.post("/v1/undo", json!({})).await.json(200);
    assert_eq!(undone["undone"], done["change_id"]);
    assert_eq!(undone["tasks"][0]["due"]["date"], "2026-12-01");

    let skipped = ada
        .post(&format!("{}/skip", path(task)), json!({}))
        .await
        .json(200);
    assert_eq!(skipped["tasks"][0]["due"]["date"], "2027-01-01");
    ada.delete(&path(task)).await.json(200);
    assert_eq!(ada.get("/v1/tasks").await.json(200)["tasks"], json!([]));
    ada.post(&format!("{}/restore", path(task)), json!({}))
        .await
        .json(200);
    assert_eq!(
        ada.get("/v1/tasks").await.json(200)["tasks"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let history = ada.get(&format!("{}/history", path(task))).await.json(200);
    assert!(history["changes"].as_array().unwrap().len() >= 5);
}

#[tokio::test]
async fn a_sentence_becomes_a_task_that_lives_its_life_on_sqlite() {
    story_of_a_task(TestApp::new().await).await;
}

#[tokio::test]
async fn a_sentence_becomes_a_task_that_lives_its_life_on_postgres() {
    story_of_a_task(TestApp::on_postgres().await).await;
}

#[tokio::test]
async fn sentences_are_read_and_said_back_in_the_language_that_is_set() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    ada.patch("/v1/me", json!({"locale": "de-AT"}))
        .await
        .json(200);
    let text = "erinnere mich jeden zweiten Dienstag um halb acht an die Mülltonne";
    let outcome = ada
        .post("/v1/tasks", json!({ "text": text }))
        .await
        .json(201);
    let task = &outcome["tasks"][0];
    assert_eq!(task["due"]["date"], "2026-11-24");
    assert_eq!(task["due"]["time"], "07:30");
    assert_eq!(
        task["rule"]["words"],
        "jede zweite Woche am Dienstag um 07:30"
    );
    // Phrases in fields are read in English as well, in which programs write them.
    let english = ada
        .add(json!({"title": "Zahnarzt", "due": "tomorrow at 9am"}))
        .await;
    assert_eq!(english["due"]["date"], "2026-11-21");
}

#[tokio::test]
async fn every_field_of_a_task_is_taken_and_given_back() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let parent = ada.task("move house").await;
    let task = ada
        .add(json!({
            "title": "call the movers", "notes": "two offers", "priority": "urgent", "status": "in_progress",
            "tags": ["phone", "house"], "parent_id": parent["id"], "project": "House",
            "start": "2026-11-25", "due": "2026-12-01T09:00[Europe/Berlin]", "deadline": "2026-12-10",
            "duration_minutes": 30, "checklist": ["ask for insurance", {"title": "ask for boxes"}],
            "reminders": [60, {"at": "2026-11-30T08:00:00Z"}, {"minutes_before": 5, "anchor": "start"}],
            "rule": {"rrule": "FREQ=WEEKLY;BYDAY=TU", "catch_up": "each"},
        }))
        .await;
    assert_eq!(task["parent_id"], parent["id"]);
    assert_eq!(task["status"], "in_progress");
    assert_eq!(task["tags"], json!(["house", "phone"]));
    assert_eq!(
        task["due"],
        json!({"kind": "zoned", "date": "2026-12-01", "time": "09:00", "zone": "Europe/Berlin"})
    );
    assert_eq!(task["deadline"], "2026-12-10");
    assert_eq!(task["duration_minutes"], 30);
    assert_eq!(task["checklist"].as_array().unwrap().len(), 2);
    assert_eq!(task["reminders"].as_array().unwrap().len(), 3);
    assert_eq!(task["rule"]["rrule"], "FREQ=WEEKLY;BYDAY=TU");
    assert_eq!(task["rule"]["catch_up"], "each");
    let read = ada.get(&path(&task)).await;
    assert_eq!(read.header("etag"), "\"1\"");
    assert_eq!(read.json(200), task);
    let by_number = ada
        .get(&format!("/v1/tasks/{}", task["number"]))
        .await
        .json(200);
    assert_eq!(by_number["id"], task["id"]);
}

#[tokio::test]
async fn a_change_touches_the_fields_that_it_names() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let task = ada
        .add(json!({"title": "rent", "due": "2026-12-01", "priority": "high", "tags": ["home"]}))
        .await;
    let changed =
        async |fields: Value| ada.patch(&path(&task), fields).await.json(200)["tasks"][0].clone();
    let after = changed(json!({"notes": "by transfer"})).await;
    assert_eq!(
        (&after["notes"], &after["priority"], &after["due"]["date"]),
        (&json!("by transfer"), &json!("high"), &json!("2026-12-01"))
    );
    assert_eq!(changed(json!({"due": null})).await["due"], Value::Null);
    assert_eq!(
        changed(json!({"add_tags": ["bank"], "remove_tags": ["home"]})).await["tags"],
        json!(["bank"])
    );
    assert_eq!(
        changed(json!({"due": "tomorrow 5pm"})).await["due"],
        json!({"kind": "floating", "date": "2026-11-21", "time": "17:00", "zone": null})
    );
    assert_eq!(
        changed(json!({"rule": "every monday"})).await["rule"]["rrule"],
        "FREQ=WEEKLY;BYDAY=MO"
    );
    assert_eq!(changed(json!({"rule": null})).await["rule"], Value::Null);
    assert_eq!(
        changed(json!({"reminders": ["1 hour before"]})).await["reminders"][0]["minutes_before"],
        60
    );
    assert_eq!(changed(json!({"status": "done"})).await["status"], "done");
}

#[tokio::test]
async fn versions_keep_two_editors_from_overwriting_each_other() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let task = ada.task("rent").await;
    let first = ada
        .patch(&path(&task), json!({"title": "pay rent", "version": 1}))
        .await;
    assert_eq!(first.header("etag"), "\"2\"");
    first.json(200);
    // Another field merges, the same one is a conflict, a strict version is stale.
    ada.patch(&path(&task), json!({"notes": "soon", "version": 1}))
        .await
        .json(200);
    let conflict = ada
        .patch(&path(&task), json!({"title": "rent!", "version": 1}))
        .await;
    let body = conflict.problem(409, "conflict");
    assert_eq!(
        (&body["current"], &body["wanted"]),
        (&json!("pay rent"), &json!("rent!"))
    );
    let strict = [("if-match", "\"1\"")];
    ada.call_with(Method::PATCH, &path(&task), json!({"title": "x"}), &strict)
        .await
        .problem(412, "stale");
    let strict = [("if-match", "\"3\"")];
    ada.call_with(Method::PATCH, &path(&task), json!({"title": "x"}), &strict)
        .await
        .json(200);
    let known = ada
        .request(Method::GET, &path(&task))
        .header("if-none-match", "\"4\"");
    let known = server
        .send(known.body(axum::body::Body::empty()).unwrap())
        .await;
    assert_eq!(known.status, 304);
}

#[tokio::test]
async fn every_action_on_one_task_does_its_work() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let task = ada
        .add(json!({"title": "rent", "due": "2026-12-01T09:00"}))
        .await;
    let act = async |action: &str, body: Value| {
        ada.post(&format!("{}/{action}", path(&task)), body)
            .await
            .json(200)["tasks"][0]
            .clone()
    };
    assert_eq!(
        act("reschedule", json!({"to": "2026-12-05"})).await["due"]["date"],
        "2026-12-05"
    );
    assert_eq!(
        act("reschedule", json!({"to": null})).await["due"],
        Value::Null
    );
    let snoozed = act("snooze", json!({"until": "2026-11-21T08:00:00Z"})).await;
    assert!(
        snoozed["reminders"]
            .as_array()
            .unwrap()
            .iter()
            .any(|reminder| {
                reminder["next_at"] == "2026-11-21T08:00:00Z"
                    || reminder["snoozed_until"] == "2026-11-21T08:00:00Z"
            }),
        "{snoozed}"
    );
    let copy = ada
        .post(&format!("{}/duplicate", path(&task)), json!({}))
        .await
        .json(200);
    assert!(
        copy["tasks"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["id"] != task["id"] && one["title"] == "rent")
    );
    assert_eq!(
        act("complete", json!({"completed_at": "2026-11-20T08:00:00Z"})).await["completed_at"],
        "2026-11-20T08:00:00Z"
    );
    assert_eq!(act("reopen", json!({})).await["status"], "open");
}

async fn three(ada: &Person<'_>) -> Vec<Value> {
    let list = json!({"tasks": [{"title": "a", "tags": ["x"]}, {"title": "b", "tags": ["x"]}, {"title": "c"}]});
    ada.post("/v1/tasks", list).await.json(201)["tasks"]
        .as_array()
        .unwrap()
        .clone()
}

#[tokio::test]
async fn what_lies_in_the_trash_is_removed_for_good_after_a_yes() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let tasks = three(&ada).await;
    let id = &tasks[0]["id"];
    let path = format!("/v1/tasks/{}", id.as_str().unwrap());
    let purge =
        |confirm: bool| json!({"ids": [id], "action": {"kind": "purge"}, "confirm": confirm});
    let bulk = async |body: Value| ada.post("/v1/tasks/bulk", body).await;

    bulk(purge(true)).await.problem(409, "not_now");
    ada.delete(&path).await.json(200);
    bulk(purge(false))
        .await
        .problem_at(409, "not_now", "/confirm");
    ada.get(&path).await.json(200);
    bulk(purge(true)).await.json(200);

    ada.get(&path).await.problem(404, "not_found");
    assert_eq!(ada.get("/v1/overview").await.json(200)["trash_days"], 30);
    let history = ada.get("/v1/history").await.json(200);
    let latest = &history["changes"][0];
    assert_eq!(latest["words"], "Deleted for good: a");
    assert_eq!(latest["can_undo"], false);
}

#[tokio::test]
async fn many_tasks_change_together_or_not_at_all() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let tasks = three(&ada).await;
    let ids: Vec<&Value> = tasks.iter().map(|task| &task["id"]).collect();
    let bulk = async |body: Value| ada.post("/v1/tasks/bulk", body).await;
    let preview = bulk(json!({"filter": "#x", "action": {"kind": "complete"}, "dry_run": true}))
        .await
        .json(200);
    assert_eq!(preview["count"], 2);
    assert_eq!(preview["tasks"].as_array().unwrap().len(), 2);
    let moved = bulk(json!({"ids": ids, "action": {"kind": "reschedule", "to": "2026-12-24"}}))
        .await
        .json(200);
    assert!(
        moved["tasks"]
            .as_array()
            .unwrap()
            .iter()
            .all(|task| task["due"]["date"] == "2026-12-24")
    );
    let updated =
        bulk(json!({"filter": "#x", "action": {"kind": "update", "fields": {"priority": "low"}}}))
            .await
            .json(200);
    assert_eq!(updated["tasks"].as_array().unwrap().len(), 2);
    bulk(json!({"filter": "#x", "action": {"kind": "delete"}}))
        .await
        .problem(409, "not_now");
    bulk(json!({"filter": "#x", "action": {"kind": "delete"}, "confirm": true}))
        .await
        .json(200);
    assert_eq!(
        ada.get("/v1/tasks").await.json(200)["tasks"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    ada.post("/v1/undo", json!({})).await.json(200);
    assert_eq!(
        ada.get("/v1/tasks").await.json(200)["tasks"]
            .as_array()
            .unwrap()
            .len(),
        3
    );

    let foreign = json!({"ids": [tasks[0]["id"], "0190f6a0-0000-7000-8000-000000000000"], "action": {"kind": "complete"}});
    bulk(foreign).await.problem(404, "not_found");
    assert_eq!(
        ada.get("/v1/tasks").await.json(200)["tasks"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
    bulk(json!({"ids": ids, "action": {"kind": "reschedule"}}))
        .await
        .problem_at(422, "invalid_field", "/action/to");
    bulk(json!({"action": {"kind": "complete"}}))
        .await
        .problem_at(422, "invalid_field", "/ids");
}
