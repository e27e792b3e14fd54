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

#[tokio::test]
async fn two_deletions_in_one_message_are_asked_about_like_one_of_two() {
    let home = Home::new().await;
    let tasks = json!({ "tasks": [{ "title": "buy milk" }, { "title": "buy bread" }] });
    home.ok("add_tasks", tasks).await;
    for words in ["delete milk and bread", "delete milk and delete bread"] {
        let asked = home.say(words).await;
        assert!(asked.receipts().is_empty(), "{words}: {}", asked.text);
        assert!(asked.text.contains("2 tasks"), "{words}: {}", asked.text);
    }
    assert_eq!(home.tasks(TaskSet::Open).await.len(), 2);
}
