//! A model that does what it should.

use agent::chat::Reason;
use app::TaskSet;
use fake_model::Behaviour;
use serde_json::json;

use super::{World, find, ids, reason, results, say};

#[tokio::test]
async fn what_is_understood_without_a_model_is_never_sent_to_one() {
    let world = World::new(|_, _| say("I was asked.")).await;
    for message in [
        "add buy flowers tomorrow",
        "move the garage to friday",
        "what is due today?",
        "delete all groceries",
        "undo",
        "hello",
        "help",
    ] {
        world.home.say(message).await;
    }
    assert_eq!(world.fake.requests().len(), 0);
}

#[tokio::test]
async fn what_is_not_understood_is_answered_by_the_model_as_it_writes() {
    let world = World::new(|_, _| say("Your week is calm. Thursday is the busiest.")).await;
    let answer = world.say("how does my week feel to you?").await;
    assert_eq!(answer.text, "Your week is calm. Thursday is the busiest.");
    assert_eq!(reason(&answer), Reason::Done);
    let requests = world.fake.requests();
    assert_eq!(requests.len(), 1);
    let messages = requests[0]["messages"].as_array().unwrap();
    let asked = messages.last().unwrap()["content"].as_str().unwrap();
    assert!(
        asked.starts_with("how does my week feel to you?"),
        "{asked}"
    );
    assert!(asked.contains("2026-11-20 10:00"), "{asked}");
    assert!(asked.contains("America/New_York"), "{asked}");
}

#[tokio::test]
async fn a_change_that_was_asked_for_is_done_at_once_told_by_a_receipt_and_taken_back() {
    let world = World::new(|request, at| match at {
        0 => find("rent"),
        1 => Behaviour::Call(
            "",
            vec![(
                "update_tasks",
                json!({ "changes": [{ "id": ids(request)[0], "notes": "ask for a receipt" }] }),
            )],
        ),
        _ => say("I've added the note. Anything else?"),
    })
    .await;
    let before = world.home.everything().await;
    let answer = world
        .say("somebody should jot down a receipt reminder on the rent thing")
        .await;
    assert_eq!(reason(&answer), Reason::Done);
    assert_eq!(world.home.task("Pay rent").await.notes, "ask for a receipt");
    assert_eq!(answer.receipts().len(), 1);
    // What was done is told by saydo; the model's own word for it is left out.
    assert!(!answer.text.contains("I've"), "{}", answer.text);
    assert!(answer.text.ends_with("Anything else?"), "{}", answer.text);
    let undone = world.home.say_in(answer.conversation, "undo").await;
    assert_eq!(undone.receipts().len(), 1, "{}", undone.text);
    assert_eq!(world.home.everything().await, before);
}

#[tokio::test]
async fn calls_that_come_together_are_carried_out_in_order_and_answered_each() {
    let world = World::new(|request, at| match at {
        0 => Behaviour::Call(
            "Let me look.",
            vec![
                ("find_tasks", json!({ "text": "milk" })),
                ("get_overview", json!({})),
                ("find_tasks", json!({ "text": "eggs" })),
            ],
        ),
        _ => {
            let results = results(request);
            assert_eq!(results.len(), 3);
            assert_eq!(results[2]["data"]["tasks"][0]["title"], "Buy eggs");
            say("Both are open.")
        }
    })
    .await;
    let answer = world.say("milk and eggs, how do they stand?").await;
    assert_eq!(answer.text, "Let me look. Both are open.");
}

#[tokio::test]
async fn a_yes_by_words_or_by_button_carries_out_what_waits() {
    for by_button in [false, true] {
        let world = World::new(|request, at| match at {
            0 => Behaviour::Call("", vec![("find_tasks", json!({ "filter": "#groceries" }))]),
            _ => Behaviour::Call("", vec![("delete_tasks", json!({ "ids": ids(request) }))]),
        })
        .await;
        let before = world.home.everything().await;
        let asked = world.say("the groceries thing is history for me").await;
        assert_eq!(reason(&asked), Reason::Confirmation, "{}", asked.text);
        assert_eq!(world.home.everything().await, before);
        let done = if by_button {
            world.home.press(&asked, true).await
        } else {
            world.home.say_in(asked.conversation, "yes").await
        };
        assert_eq!(done.receipts().len(), 1, "{}", done.text);
        assert_eq!(world.home.titles(TaskSet::Trash).await.len(), 3);
    }
}

#[tokio::test]
async fn a_plan_that_was_asked_about_runs_as_it_was_shown() {
    let world = World::new(|request, at| match at {
        0 | 2 => find("Dune"),
        _ => Behaviour::Call(
            "",
            vec![(
                "complete_tasks",
                json!({ "tasks": [{ "id": ids(request)[0] }] }),
            )],
        ),
    })
    .await;
    let asked = world.say("hm, that book by Herbert").await;
    assert_eq!(reason(&asked), Reason::Confirmation, "{}", asked.text);
    assert!(
        asked.text.contains("Complete \"Read Dune\"?"),
        "{}",
        asked.text
    );
    let no = world.home.say_in(asked.conversation, "no").await;
    assert_eq!(no.receipts().len(), 0);
    assert!(
        !world
            .home
            .titles(TaskSet::Done)
            .await
            .contains(&"Read Dune".to_owned())
    );
    let asked = world.say("hm, that book by Herbert, again").await;
    world.home.press(&asked, true).await;
    assert!(
        world
            .home
            .titles(TaskSet::Done)
            .await
            .contains(&"Read Dune".to_owned())
    );
}

#[tokio::test]
async fn a_retry_tells_the_kept_answer_without_asking_again() {
    let world = World::new(|_, _| say("Calm.")).await;
    let message = "how does my week feel to you?";
    let first = world
        .home
        .try_say(None, message, Some("r-1"))
        .await
        .unwrap();
    let again = world
        .home
        .try_say(None, message, Some("r-1"))
        .await
        .unwrap();
    assert_eq!(first.text, again.text);
    let usage = json!({ "input": 900, "output": 20 });
    for answer in [first, again] {
        let end = serde_json::to_value(answer.events.last()).unwrap();
        assert_eq!(end["usage"], usage);
    }
    assert_eq!(world.fake.requests().len(), 1);
}
