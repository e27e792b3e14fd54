//! Several tasks named in a row, of which not every one is clear.

use app::TaskSet;

use crate::home::Home;

#[tokio::test]
async fn where_one_of_several_names_is_missing_it_is_said_and_nothing_happens() {
    let home = Home::new().await;
    home.furnish().await;
    let before = home.everything().await;
    for (said, answer) in [
        (
            "delete milk and the xyzzy",
            "I found \"Buy milk\", but no open task that is clearly \"the xyzzy\". Nothing was changed.",
        ),
        (
            "complete the xyzzy, milk and eggs",
            "I found \"Buy milk\" and \"Buy eggs\", but no open task that is clearly \"xyzzy\". Nothing was changed.",
        ),
        (
            "move milk and the xyzzy to friday",
            "I found \"Buy milk\", but no open task that is clearly \"the xyzzy\". Nothing was changed.",
        ),
    ] {
        let told = home.say(said).await;
        assert_eq!(told.text, answer, "{said}");
        assert!(told.receipts().is_empty() && told.token().is_none());
        // A yes means nothing now.
        let late = home.say_in(told.conversation, "yes").await;
        assert!(late.receipts().is_empty(), "{}", late.text);
    }
    assert_eq!(home.everything().await, before);
}

#[tokio::test]
async fn where_one_of_several_names_is_unclear_the_choice_is_for_all_and_still_asks() {
    let home = Home::new().await;
    home.furnish().await;
    let before = home.everything().await;
    let asked = home.say("delete milk and the dentist").await;
    assert_eq!(asked.choices().len(), 2, "{}", asked.text);
    let both = home.say_in(asked.conversation, "Dentist appointment").await;
    assert!(both.token().is_some(), "{}", both.text);
    assert_eq!(home.everything().await, before);
    home.say_in(asked.conversation, "yes").await;
    assert_eq!(
        home.titles(TaskSet::Trash).await,
        ["Buy milk", "Dentist appointment"]
    );
}

#[tokio::test]
async fn several_names_that_are_all_clear_are_deleted_after_a_yes() {
    let home = Home::new().await;
    home.furnish().await;
    let before = home.everything().await;
    let asked = home.say("delete milk and eggs").await;
    assert!(asked.token().is_some(), "{}", asked.text);
    assert_eq!(home.everything().await, before);
    home.say_in(asked.conversation, "yes").await;
    assert_eq!(home.titles(TaskSet::Trash).await, ["Buy eggs", "Buy milk"]);
}
