//! Subtasks that are spoken about.

use app::TaskSet;

use crate::home::Home;

#[tokio::test]
async fn a_subtask_is_added_to_the_task_that_is_named() {
    let home = Home::new().await;
    home.furnish().await;
    let parent = home.task("Clean the garage").await;
    let added = home
        .say("add a subtask buy boxes tomorrow to the garage task")
        .await;
    assert_eq!(
        added.text,
        "Added \"buy boxes\": tomorrow. It is part of \"Clean the garage\"."
    );
    let boxes = home.task("buy boxes").await;
    assert_eq!(boxes.parent_id, Some(parent.id));
    // "it" is the new one.
    home.say_in(added.conversation, "make it high priority")
        .await;
    assert_eq!(
        home.task("buy boxes").await.priority,
        domain::Priority::High
    );
    let several = home
        .say_in(
            added.conversation,
            "add subtasks sweep and sort to clean the garage",
        )
        .await;
    assert_eq!(
        several.text,
        "Added 2 tasks: \"sweep\" and \"sort\". They are part of \"Clean the garage\"."
    );
}

#[tokio::test]
async fn where_the_task_is_missing_or_unclear_nothing_is_added_but_a_choice_is_taken() {
    let home = Home::new().await;
    home.furnish().await;
    let before = home.everything().await;
    let missing = home.say("add visa as a subtask of the xyzzy").await;
    assert_eq!(
        missing.text,
        "I found no open task like \"xyzzy\". Nothing was changed."
    );
    let nobody = home.say("add a subtask buy boxes").await;
    assert_eq!(
        nobody.text,
        "Which task do you mean? Say its name or its number."
    );
    let asked = home.say("add a subtask bring x-rays to dentist").await;
    assert_eq!(home.everything().await, before);
    assert_eq!(
        asked.choices(),
        ["Dentist appointment", "Call the dentist"],
        "{}",
        asked.text
    );
    home.say_in(asked.conversation, "the first one").await;
    let parent = home.task("Dentist appointment").await;
    assert_eq!(home.task("bring x-rays").await.parent_id, Some(parent.id));
    assert_eq!(home.tasks(TaskSet::All).await.len(), before.len() + 1);
}
