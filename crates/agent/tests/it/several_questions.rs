//! Two questions in one message that each need a yes.

use app::TaskSet;

use crate::home::Home;

const BOTH: &str = "delete all groceries and delete the project Work";

#[tokio::test]
async fn a_yes_answers_one_question_after_the_other() {
    let home = Home::new().await;
    home.furnish().await;
    home.say("create a project called Work").await;
    let open = home.tasks(TaskSet::Open).await.len();
    let asked = home.say(BOTH).await;
    assert!(asked.receipts().is_empty(), "{}", asked.text);
    let first = home.say_in(asked.conversation, "yes").await;
    assert_eq!(first.receipts().len(), 1, "{}", first.text);
    assert!(
        first.text.contains("Delete the project \"Work\""),
        "{}",
        first.text
    );
    assert_eq!(home.tasks(TaskSet::Open).await.len(), open - 3);
    let second = home.say_in(asked.conversation, "yes").await;
    assert_eq!(second.text, "Deleted the project \"Work\".");
    let third = home.say_in(asked.conversation, "yes").await;
    assert!(third.receipts().is_empty(), "{}", third.text);
}

#[tokio::test]
async fn yes_to_all_answers_every_question_and_no_drops_them() {
    for (yes, changes) in [
        ("yes to all", 2),
        ("yes, both", 2),
        ("do both", 2),
        ("no", 0),
    ] {
        let home = Home::new().await;
        home.furnish().await;
        home.say("create a project called Work").await;
        let asked = home.say(BOTH).await;
        let done = home.say_in(asked.conversation, yes).await;
        assert_eq!(done.receipts().len(), changes, "{yes}: {}", done.text);
        let late = home.say_in(asked.conversation, "yes").await;
        assert!(late.receipts().is_empty(), "{yes}: {}", late.text);
    }
}

#[tokio::test]
async fn a_button_answers_its_own_question_and_the_other_waits() {
    let home = Home::new().await;
    home.furnish().await;
    home.say("create a project called Work").await;
    let asked = home.say(BOTH).await;
    let pressed = home.press(&asked, true).await;
    assert_eq!(pressed.receipts().len(), 1, "{}", pressed.text);
    let rest = home.say_in(asked.conversation, "yes").await;
    assert_eq!(rest.receipts().len(), 1, "{}", rest.text);
}
