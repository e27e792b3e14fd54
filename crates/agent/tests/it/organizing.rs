//! Projects, sections and tags that are spoken about.

use app::TaskSet;

use crate::home::Home;

/// Names of projects but the Inbox, of sections and of tags, sorted.
async fn names(home: &Home) -> (Vec<String>, Vec<String>, Vec<String>) {
    let overview = home.app.overview(&home.actor).await.unwrap();
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let projects = overview.projects.into_iter().map(|it| it.name);
    let projects = projects.filter(|name| name != "Inbox").collect();
    (
        sorted(projects),
        sorted(overview.sections.into_iter().map(|it| it.name).collect()),
        sorted(overview.tags.into_iter().map(|it| it.name).collect()),
    )
}

#[tokio::test]
async fn a_project_is_made_renamed_and_taken_back() {
    let home = Home::new().await;
    let made = home.say("create a project called Family").await;
    assert_eq!(made.text, "Added the project \"Family\".");
    assert_eq!(made.receipts().len(), 1);
    let renamed = home
        .say_in(made.conversation, "rename the project Family to Kin")
        .await;
    assert_eq!(renamed.text, "Renamed the project \"Family\" to \"Kin\".");
    assert_eq!(names(&home).await.0, ["Kin"]);
    home.say_in(made.conversation, "undo").await;
    assert_eq!(names(&home).await.0, ["Family"]);
    home.say_in(made.conversation, "undo").await;
    assert!(names(&home).await.0.is_empty());
    assert!(home.tasks(TaskSet::All).await.is_empty());
}

#[tokio::test]
async fn a_name_that_is_taken_or_missing_is_told_and_nothing_changes() {
    let home = Home::new().await;
    home.furnish().await;
    let before = (home.everything().await, names(&home).await);
    for (said, answer) in [
        ("create a project called groceries", "already"),
        (
            "delete the project Grocries",
            "No project 'Grocries'; did you mean 'Groceries'?",
        ),
        ("delete the project Gardening", "I found no open task"),
    ] {
        let told = home.say(said).await;
        assert!(told.text.contains(answer), "{said}: {}", told.text);
        assert!(told.receipts().is_empty() && told.token().is_none());
    }
    assert_eq!((home.everything().await, names(&home).await), before);
}

#[tokio::test]
async fn a_section_and_a_tag_are_made_by_their_names() {
    let home = Home::new().await;
    home.furnish().await;
    let section = home.say("make a section Fruit in groceries").await;
    assert_eq!(
        section.text,
        "Added the section \"Fruit\" to \"Groceries\"."
    );
    let tag = home.say("create a tag urgent").await;
    assert_eq!(tag.text, "Added the tag \"urgent\".");
    let asked = home.say("add a section called Dairy").await;
    assert_eq!(asked.text, "In which project?");
    home.say_in(asked.conversation, &asked.choices()[1]).await;
    let (_, sections, tags) = names(&home).await;
    assert_eq!(sections, ["Dairy", "Fruit"]);
    assert_eq!(tags, ["groceries", "home", "urgent"]);
}

#[tokio::test]
async fn a_project_is_deleted_with_its_tasks_only_after_a_yes() {
    let home = Home::new().await;
    home.furnish().await;
    let before = home.everything().await;
    let asked = home.say("delete the project Groceries").await;
    assert_eq!(
        asked.text,
        "Delete the project \"Groceries\" with 3 tasks? They stay in the trash for 7 days."
    );
    assert_eq!(home.everything().await, before);
    let no = home.say_in(asked.conversation, "no").await;
    assert!(no.receipts().is_empty());
    let late = home.say_in(asked.conversation, "yes").await;
    assert!(late.receipts().is_empty(), "{}", late.text);
    assert_eq!(home.everything().await, before);

    let again = home.say("delete the project Groceries").await;
    let done = home.say_in(again.conversation, "yes").await;
    assert_eq!(done.text, "Deleted the project \"Groceries\".");
    assert!(names(&home).await.0.is_empty());
    assert_eq!(home.titles(TaskSet::Trash).await.len(), 3);
    home.say_in(again.conversation, "undo").await;
    assert_eq!(home.everything().await, before);

    // The button does the same.
    let pressed = home
        .press(&home.say("delete the project Groceries").await, true)
        .await;
    assert_eq!(pressed.receipts().len(), 1, "{}", pressed.text);
    assert!(names(&home).await.0.is_empty());
}
