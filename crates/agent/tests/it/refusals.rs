//! What tools refuse, and how they say so.

use app::TaskSet;
use serde_json::{Value, json};

use crate::home::{Home, refusal};

#[tokio::test]
async fn arguments_that_do_not_fit_are_named_with_a_pointer_and_a_suggestion() {
    let home = Home::new().await;
    let check = async |tool: &str, args: Value, pointer: &str, part: &str| {
        let result = home.call(tool, args.clone()).await;
        assert!(result.is_error, "{tool} {args}");
        let error = &result.structured["error"];
        assert_eq!(error["pointer"], pointer, "{args}");
        assert!(error["message"].as_str().unwrap().contains(part), "{error}");
    };
    check(
        "find_tasks",
        json!({ "limt": 5 }),
        "/limt",
        "did you mean 'limit'?",
    )
    .await;
    check(
        "find_tasks",
        json!({ "limit": 500 }),
        "/limit",
        "is not at most 100",
    )
    .await;
    check(
        "find_tasks",
        json!({ "limit": "5" }),
        "/limit",
        "a whole number is expected",
    )
    .await;
    check(
        "find_tasks",
        json!({ "view": "todya" }),
        "/view",
        "did you mean 'today'?",
    )
    .await;
    check(
        "find_tasks",
        json!({ "tags": "home" }),
        "/tags",
        "a list is expected",
    )
    .await;
    check("delete_tasks", json!({}), "/ids", "'ids' is missing").await;
    check(
        "delete_tasks",
        json!({ "ids": [] }),
        "/ids",
        "the list is empty",
    )
    .await;
    check("add_tasks", json!({}), "/tasks", "missing").await;
    let row = json!({ "tasks": [{ "title": "x", "priority": "hihg" }] });
    check(
        "add_tasks",
        row,
        "/tasks/0/priority",
        "did you mean 'high'?",
    )
    .await;
    let bad_id = json!({ "tasks": [{ "title": "x" }], "request_id": "two words" });
    check("add_tasks", bad_id, "/request_id", "visible ASCII").await;
    check("find_tasks", json!([1]), "", "an object is expected").await;
    let unknown = home.call("find_task", json!({})).await;
    assert!(
        unknown.summary.contains("did you mean 'find_tasks'?"),
        "{}",
        unknown.summary
    );
}

#[tokio::test]
async fn the_same_request_id_does_the_same_once() {
    let home = Home::new().await;
    let args = json!({ "tasks": [{ "title": "once" }], "request_id": "abc" });
    let first = home.ok("add_tasks", args.clone()).await;
    let second = home.ok("add_tasks", args).await;
    assert_eq!(first["change_id"], second["change_id"]);
    assert_eq!(home.tasks(TaskSet::All).await.len(), 1);
    let other = json!({ "tasks": [{ "title": "twice" }], "request_id": "abc" });
    assert_eq!(refusal(&home, "add_tasks", other).await.0, "request_reused");
}

#[tokio::test]
async fn a_read_only_credential_reads_and_changes_nothing() {
    let mut home = Home::new().await;
    home.furnish().await;
    home.actor.scope = domain::actor::Scope::Read;
    home.ok("find_tasks", json!({})).await;
    let add = json!({ "tasks": [{ "title": "x" }] });
    assert_eq!(
        refusal(&home, "add_tasks", add).await.0,
        "insufficient_scope"
    );
    let delete = json!({ "ids": ["#1"] });
    assert_eq!(
        refusal(&home, "delete_tasks", delete).await.0,
        "insufficient_scope"
    );
    let said = home.say("done with buy milk").await;
    assert!(said.receipts().is_empty(), "{}", said.text);
}
