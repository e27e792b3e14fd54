//! Subtasks in sentences: of which task, and what is added. The tasks are those of
//! `evals/data/fixtures.json`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod said;

use said::{ENGLISH, GERMAN, Speaker};

#[track_caller]
fn check(speaker: &Speaker, rows: &[(&str, &str)]) {
    for (text, wanted) in rows {
        assert_eq!(speaker.said(text, &[]), *wanted, "{text}");
    }
}

#[test]
fn a_subtask_is_added_to_the_task_that_is_named() {
    check(
        &ENGLISH,
        &[
            (
                "add a subtask renew visa to the passport task",
                "create_task parent=t12 title=renew visa",
            ),
            (
                "add visa as a subtask of renew passport",
                "create_task parent=t12 title=visa",
            ),
            (
                "add a subtask to the passport: take two photos",
                "create_task parent=t12 title=take two photos",
            ),
            (
                "add a sub-task to take photos by friday to the passport",
                "create_task due=2026-11-27 parent=t12 title=take photos",
            ),
            (
                "add a subtask pack bags to book flights to Lisbon",
                "create_task parent=t11 title=pack bags",
            ),
            (
                "under the garage task create a subtask buy boxes #home",
                "create_task parent=t14 tags=home title=buy boxes",
            ),
            (
                "add subtasks photos, form and fee to the passport",
                "create_task parent=t12 title=photos; create_task parent=t12 title=form; create_task parent=t12 title=fee",
            ),
            (
                "can you add visa as a subtask of #12?",
                "create_task parent=t12 title=visa",
            ),
        ],
    );
    check(
        &GERMAN,
        &[
            (
                "füge der Aufgabe Reisepass die Unteraufgabe Foto machen hinzu",
                "create_task parent=d12 title=Foto machen",
            ),
            (
                "füg Visum als Unteraufgabe zu Reisepass verlängern hinzu",
                "create_task parent=d12 title=Visum",
            ),
            (
                "leg eine Unteraufgabe Kisten kaufen bis Freitag beim Keller an",
                "create_task due=2026-11-27 parent=d14 title=Kisten kaufen",
            ),
            (
                "Unteraufgabe zu Reisepass: Foto machen",
                "create_task parent=d12 title=Foto machen",
            ),
        ],
    );
}

#[test]
fn the_task_last_spoken_about_is_meant_where_none_is_named() {
    for (speaker, text, wanted) in [
        (
            &ENGLISH,
            "add a subtask buy boxes",
            "create_task parent=t14 title=buy boxes",
        ),
        (
            &ENGLISH,
            "add boxes as a subtask to it",
            "create_task parent=t14 title=boxes",
        ),
        (
            &GERMAN,
            "erstelle eine Unteraufgabe Kisten kaufen",
            "create_task parent=d14 title=Kisten kaufen",
        ),
    ] {
        let focus = &wanted["create_task parent=".len()..][..3];
        assert_eq!(speaker.said(text, &[focus]), wanted, "{text}");
    }
}

#[test]
fn a_task_that_is_missing_or_unclear_is_asked_for_and_nothing_is_added() {
    check(
        &ENGLISH,
        &[
            ("add a subtask buy eggs", "clarify"),
            ("add a subtask water it to the xyzzy", "clarify"),
            // Two tasks are about a dentist, and the subtask has one place.
            ("add a subtask ask about the tooth to dentist", "clarify"),
            ("add a subtask check it to all work tasks", "clarify"),
            ("add a subtask to groceries", "chat"),
            ("don't add a subtask to the passport", "chat"),
            ("write subtask docs", "create_task title=write subtask docs"),
        ],
    );
    check(
        &GERMAN,
        &[
            ("erstelle eine Unteraufgabe Kisten kaufen", "clarify"),
            ("füg Visum als Unteraufgabe zu Xyzzy hinzu", "clarify"),
            (
                "füg Visum nicht als Unteraufgabe zu Reisepass hinzu",
                "chat",
            ),
        ],
    );
}
