//! Questions whether something was done. They sound like facts, and change nothing. The tasks are
//! those of `evals/data/fixtures.json`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod said;

use said::{ENGLISH, GERMAN, Speaker};

#[track_caller]
fn check(speaker: &Speaker, rows: &[(&str, &str)]) {
    for (text, wanted) in rows {
        assert_eq!(speaker.said(text, &["t4", "d4"]), *wanted, "{text}");
    }
}

/// What the rows say of a question about tasks in any state.
fn about(words: &str) -> String {
    format!("list_tasks status=all text={words}")
}

#[test]
fn what_was_done_is_asked_for_and_nothing_changes() {
    for (text, words) in [
        ("did I already pay the rent?", "pay the rent"),
        ("did i water the plants", "water the plants"),
        ("did we call mom yesterday?", "call mom"),
        ("have I called mom yet?", "call mom"),
        ("has the rent been paid?", "pay rent"),
        ("is the report finished?", "finish report"),
        ("are the plants watered?", "water plants"),
        ("when did I last pay the rent?", "pay the rent"),
    ] {
        check(&ENGLISH, &[(text, &about(words))]);
    }
    for (text, words) in [
        ("habe ich schon die Miete überwiesen?", "überweisen Miete"),
        ("hab ich Mama angerufen?", "anrufen Mama"),
        ("ist die Miete schon überwiesen?", "überweisen Miete"),
        ("ist der Bericht fertig?", "Bericht"),
        ("habe ich den Keller schon erledigt?", "Keller"),
        (
            "wann habe ich zuletzt die Blumen gegossen?",
            "gießen Blumen",
        ),
    ] {
        check(&GERMAN, &[(text, &about(words))]);
    }
    check(&ENGLISH, &[("did I do it?", "list_tasks status=all")]);
}

#[test]
fn facts_and_other_questions_are_what_they_were() {
    check(
        &ENGLISH,
        &[
            ("I paid the rent", "complete_task t4"),
            ("the rent is paid", "complete_task t4"),
            (
                "did I finish anything yesterday?",
                "list_tasks completed_from=2026-11-19 completed_to=2026-11-20 status=done",
            ),
            ("did I add milk to my list?", "list_tasks text=milk"),
            ("did I get any emails?", "chat"),
            ("did I leave the stove on?", "chat"),
            ("did you pay the rent?", "chat"),
            ("is my card activated?", "chat"),
        ],
    );
    check(
        &GERMAN,
        &[
            ("ich habe die Miete überwiesen", "complete_task d4"),
            ("die Blumen sind gegossen", "complete_task d10"),
            ("habe ich Milch auf der Liste?", "list_tasks text=milch"),
        ],
    );
}
