//! Any process answers the next message.

use app::TaskSet;

use crate::home::Home;

#[tokio::test]
async fn another_process_takes_a_question_up() {
    let home = Home::new().await;
    home.furnish().await;
    let asked = home.say("move the dentist to friday").await;
    let choices = asked.choices();
    let other = home.another().await;
    other.say_in(asked.conversation, "1").await;
    assert_eq!(home.task(&choices[0]).await.due.unwrap().date, "2026-11-27");
}

#[tokio::test]
async fn another_process_takes_a_yes_and_an_undo() {
    let home = Home::new().await;
    home.furnish().await;
    let before = home.everything().await;
    let asked = home.say("delete all groceries").await;
    let other = home.another().await;
    other.say_in(asked.conversation, "yes").await;
    assert_eq!(home.titles(TaskSet::Trash).await.len(), 3);
    home.another()
        .await
        .say_in(asked.conversation, "undo")
        .await;
    assert_eq!(home.everything().await, before);
}

#[tokio::test]
async fn another_process_knows_what_it_is() {
    let home = Home::new().await;
    let added = home.say("add buy flowers tomorrow").await;
    home.another()
        .await
        .say_in(added.conversation, "move it to friday")
        .await;
    assert_eq!(
        home.task("buy flowers").await.due.unwrap().date,
        "2026-11-27"
    );
}

#[tokio::test]
async fn the_same_request_gets_the_stored_answer() {
    let home = Home::new().await;
    let first = home
        .try_say(None, "add buy flowers", Some("r-1"))
        .await
        .unwrap();
    let again = home
        .another()
        .await
        .try_say(None, "add buy flowers", Some("r-1"))
        .await
        .unwrap();
    assert_eq!(first.conversation, again.conversation);
    assert_eq!(first.text, again.text);
    assert_eq!(first.receipts(), again.receipts());
    assert_eq!(home.tasks(TaskSet::All).await.len(), 1);
    let reused = home.try_say(None, "add buy bread", Some("r-1")).await;
    assert!(matches!(reused, Err(agent::TurnError::RequestReused)));
    let elsewhere = home.say("hello").await.conversation;
    let reused = home
        .try_say(elsewhere, "add buy flowers", Some("r-1"))
        .await;
    assert!(matches!(reused, Err(agent::TurnError::RequestReused)));
    assert_eq!(home.tasks(TaskSet::All).await.len(), 1);
}

#[tokio::test]
async fn a_turn_nobody_listens_to_is_carried_out_and_kept() {
    let home = Home::new().await;
    let request = agent::TurnRequest {
        conversation: None,
        message: "add buy flowers".to_owned(),
        request_id: Some("r-2".parse().unwrap()),
    };
    drop(home.chat.turn(&home.actor, request).await.unwrap());
    // The same request waits for nothing: it finds the answer, or does the same work under the
    // same names.
    let again = home
        .try_say(None, "add buy flowers", Some("r-2"))
        .await
        .unwrap();
    assert_eq!(again.receipts().len(), 1);
    assert_eq!(home.tasks(TaskSet::All).await.len(), 1);
}
