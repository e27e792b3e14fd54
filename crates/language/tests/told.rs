//! What is told first and asked for behind it, things that are added only where they are missing,
//! and questions that need no word for a task.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::time::TimeSettings;
use language::{Action, Context, Draft, Mode, Reply, TaskRef, interpret};

/// What a text asks for on Friday 20 November 2026 at 10:00, in short.
fn said(text: &str, locale: &str) -> String {
    let now = "2026-11-20T10:00:00Z".parse().unwrap();
    let mut ctx = Context::new(now, TimeSettings::default(), locale);
    ctx.mode = Mode::Any;
    let proposal = interpret(text, &ctx);
    if let Some(doubt) = proposal.doubts.first() {
        return format!("asks: {}", doubt.question);
    }
    let actions = proposal.actions.iter().map(|action| match action {
        Action::Create { drafts } => format!("add {}", all(drafts)),
        Action::AddMissing { drafts } => format!("add if missing {}", all(drafts)),
        Action::Delete {
            tasks: TaskRef::Text(words),
            ..
        } => format!("delete {words}"),
        Action::List { question } => format!("list {}", question.filter_text()),
        Action::Agenda { question } => format!("agenda {}", question.filter_text()),
        other => format!("{other:?}"),
    });
    let actions = actions.collect::<Vec<_>>().join("; ");
    match proposal.reply {
        Reply::Act => actions,
        other => format!("{other:?}"),
    }
}

fn all(drafts: &[Draft]) -> String {
    let one = |draft: &Draft| {
        let task = &draft.task;
        let due = task.due.as_ref().map(|due| format!(" | {}", due.slot()));
        let tags = task.tags.iter().map(|tag| format!(" #{tag}"));
        format!(
            "{}{}{}",
            task.title,
            due.unwrap_or_default(),
            tags.collect::<String>()
        )
    };
    drafts.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(locale: &str, table: &[(&str, &str)]) {
    let got: Vec<_> = table
        .iter()
        .map(|(text, _)| (*text, said(text, locale)))
        .collect();
    let wanted: Vec<_> = table
        .iter()
        .map(|(text, expected)| (*text, (*expected).to_owned()))
        .collect();
    assert_eq!(got, wanted);
}

#[test]
fn what_is_told_and_then_asked_to_be_kept_is_a_task() {
    check(
        "en-US",
        &[
            (
                "I have a dinner with Ana on sunday at 7pm, can you remind me?",
                "add dinner with Ana | 2026-11-22T19:00",
            ),
            (
                "there is a school concert on december 3rd, put it on my calendar",
                "add school concert | 2026-12-03",
            ),
            ("we're out of dish soap, add it to my list", "add dish soap"),
            ("if i buy milk will you remind me", "SmallTalk(Advice)"),
        ],
    );
    check(
        "de-DE",
        &[(
            "Ich habe am Sonntag um 19 Uhr ein Essen mit Ana, erinner mich daran",
            "add ein Essen mit Ana | 2026-11-22T19:00",
        )],
    );
}

#[test]
fn what_is_asked_about_is_added_where_it_is_missing() {
    check(
        "en-US",
        &[
            (
                "do I have eggs on my shopping list? if not add them",
                "add if missing eggs #shopping",
            ),
            (
                "is rice on the list, if it isn't can you put it on there",
                "add if missing rice",
            ),
            (
                "add oat milk to my list if it's not there yet",
                "add if missing oat milk",
            ),
            (
                "make sure flour is on my shopping list",
                "add if missing flour #shopping",
            ),
            ("is rice on the list?", "list text:\"rice\""),
        ],
    );
    check(
        "de-DE",
        &[(
            "Setz Milch auf die Einkaufsliste, wenn sie noch nicht drauf ist",
            "add if missing Milch #einkauf",
        )],
    );
}

#[test]
fn what_is_not_needed_any_more_goes_where_that_is_asked() {
    check(
        "en-US",
        &[
            ("I don't need the drill any more, delete it", "delete drill"),
            ("open my list and delete the drill", "delete drill"),
        ],
    );
}

#[test]
fn a_free_day_and_a_kind_of_task_by_its_day_are_asked_for() {
    let tomorrow = "due >= 2026-11-21 & due < 2026-11-22";
    check(
        "en-US",
        &[
            ("am i free tomorrow?", &format!("agenda {tomorrow}")),
            (
                "what does my day look like tomorrow",
                &format!("agenda {tomorrow}"),
            ),
            ("meetings tomorrow", &format!("list {tomorrow}")),
            ("open my list", "list "),
            ("i finished my to do list", "OutOfScope"),
            ("reply to", "Unknown"),
            ("we need milk", "add milk"),
            ("we need to talk", "OutOfScope"),
        ],
    );
}

#[test]
fn what_is_taken_out_is_a_thing_to_do_unless_a_list_is_named() {
    check(
        "en-US",
        &[
            ("take out the trash", "add take out the trash"),
            (
                "take out the trash tonight",
                "add take out the trash | 2026-11-20T20:00",
            ),
            ("take off milk from my list", "delete milk"),
            ("add a checklist to the passport: photos, form", "Unknown"),
            ("add photos to the checklist of the passport", "Unknown"),
        ],
    );
}
