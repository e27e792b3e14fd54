//! Questions whether something was done.

use crate::home::Home;

#[tokio::test]
async fn what_was_done_is_told_with_when_and_what_is_open_with_its_date() {
    let home = Home::new().await;
    home.furnish().await;
    home.say("done with read dune").await;
    home.set_now("2026-11-21T11:30:00-05:00");
    let before = home.everything().await;
    for (asked, answer) in [
        (
            "did I read Dune?",
            "Yes: \"Read Dune\" was finished yesterday 10:00.",
        ),
        (
            "have I cleaned the garage?",
            "Not yet: \"Clean the garage\" is open, due tomorrow.",
        ),
        ("did I buy eggs yet?", "Not yet: \"Buy eggs\" is open."),
        (
            "did I already pay the rent?",
            "Not yet: \"Pay rent\" was never done. The next is due Tue 1 Dec.",
        ),
        (
            "did I paint the fence?",
            "I found no task like \"paint the fence\", open or finished.",
        ),
    ] {
        let told = home.say(asked).await;
        assert_eq!(told.text, answer, "{asked}");
        assert!(told.receipts().is_empty(), "{asked}");
    }
    assert_eq!(home.everything().await, before);
}

#[tokio::test]
async fn of_a_repeating_task_the_last_time_is_told_and_it_can_be_acted_upon() {
    let home = Home::new().await;
    home.furnish().await;
    home.say("I paid the rent").await;
    home.set_now("2026-11-22T09:00:00-05:00");
    let told = home.say("did I pay the rent?").await;
    assert_eq!(
        told.text,
        "\"Pay rent\" was last done Fri 20 Nov 10:00. The next is due Fri 1 Jan 2027."
    );
    assert_eq!(told.listed(), ["Pay rent"]);
    let moved = home.say_in(told.conversation, "move it by a day").await;
    let task = home.task("Pay rent").await;
    assert_eq!(task.due.unwrap().date, "2027-01-02", "{}", moved.text);
}

#[tokio::test]
async fn of_several_that_fit_the_open_ones_are_told_first() {
    let home = Home::new().await;
    home.furnish().await;
    home.say("done with buy milk").await;
    home.say("add buy milk tomorrow").await;
    let told = home.say("did I buy milk?").await;
    assert_eq!(
        told.text,
        "Not yet: \"buy milk\" is open, due tomorrow. Yes: \"Buy milk\" was finished today 10:00."
    );
}
