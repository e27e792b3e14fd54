//! What is added only where it is not on the list yet.

use app::TaskSet;
use serde_json::json;

use crate::home::Home;

#[tokio::test]
async fn a_thing_that_is_missing_is_added_and_one_that_is_there_is_named() {
    let home = Home::new().await;
    home.ok("add_tasks", json!({ "tasks": [{ "title": "buy milk" }] }))
        .await;
    let there = home
        .say("do i have milk on my list? if not please add it")
        .await;
    assert!(there.receipts().is_empty(), "{}", there.text);
    assert!(there.text.contains("\"buy milk\""), "{}", there.text);
    let missing = home
        .say("is bread on my list, if it isn't can you add it")
        .await;
    assert_eq!(missing.receipts().len(), 1, "{}", missing.text);
    let mut titles: Vec<_> = home.tasks(TaskSet::All).await;
    titles.sort_by(|left, right| left.title.cmp(&right.title));
    let titles: Vec<_> = titles.iter().map(|task| task.title.as_str()).collect();
    assert_eq!(titles, ["bread", "buy milk"]);
}
