//! Occurrences that are left out.

use serde_json::json;

use crate::home::Home;

#[tokio::test]
async fn the_next_one_is_the_coming_occurrence() {
    for (said, again) in [
        ("skip the next standup", "skip the next one"),
        ("skip the next occurrence of the standup", "skip it"),
        ("skip standup", "skip the next occurrence"),
    ] {
        let home = Home::new().await;
        let standup =
            json!({ "title": "Standup", "repeat": "FREQ=DAILY", "due": "2026-11-20T11:00" });
        let other = json!({ "title": "Write next chapter", "due": "2026-11-20" });
        home.ok("add_tasks", json!({ "tasks": [standup, other] }))
            .await;
        let first = home.say(said).await;
        assert_eq!(
            first.text, "Skipped. Next: tomorrow 11:00, Sun 22 Nov 11:00, Mon 23 Nov 11:00.",
            "{said}"
        );
        let second = home.say_in(first.conversation, again).await;
        let due = home.task("Standup").await.due.unwrap();
        assert_eq!(due.date, "2026-11-22", "{again}: {}", second.text);
    }
}

#[tokio::test]
async fn the_next_one_of_nothing_is_asked_for() {
    let home = Home::new().await;
    home.furnish().await;
    let before = home.everything().await;
    let asked = home.say("skip the next one").await;
    assert_eq!(
        asked.text,
        "Which task do you mean? Say its name or its number."
    );
    assert_eq!(home.everything().await, before);
}
