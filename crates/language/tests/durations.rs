//! How long something takes, in sentences: "title | due | rule | minutes".
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::command::Patch;
use domain::time::TimeSettings;
use language::{Action, Context, Mode, SpanKind, TaskRef, interpret};

/// Friday 20 November 2026, 10:00.
fn context(locale: &str, mode: Mode) -> Context {
    let now = "2026-11-20T10:00:00Z".parse().unwrap();
    let mut ctx = Context::new(now, TimeSettings::default(), locale);
    ctx.mode = mode;
    ctx
}

fn made(text: &str, locale: &str, mode: Mode) -> String {
    let proposal = interpret(text, &context(locale, mode));
    let [Action::Create { drafts }] = proposal.actions.as_slice() else {
        return format!("{:?}", proposal.reply);
    };
    let task = &drafts[0].task;
    let due = task.due.as_ref().map(|due| due.slot().to_string());
    let rule = task.series.as_ref().map(|series| series.rule.to_rrule());
    let length = task.duration_minutes.map(|minutes| minutes.to_string());
    [Some(task.title.clone()), due, rule, length]
        .map(Option::unwrap_or_default)
        .join(" | ")
}

#[track_caller]
fn check(locale: &str, text: &str, expected: &str) {
    for mode in [Mode::Add, Mode::Any] {
        assert_eq!(made(text, locale, mode), expected, "{text}");
    }
}

#[test]
fn minutes_and_hours_say_how_long_it_takes() {
    for (text, expected) in [
        (
            "standup tomorrow for 15 minutes at 9",
            "standup | 2026-11-21T09:00 |  | 15",
        ),
        (
            "call mum tomorrow for half an hour",
            "call mum | 2026-11-21 |  | 30",
        ),
        ("write report, takes 20 minutes", "write report |  |  | 20"),
        (
            "write report, it takes about an hour and a half",
            "write report |  |  | 90",
        ),
        ("remind me to read (takes 2 hours)", "read |  |  | 120"),
        (
            "gym on friday for 2 hours 30 minutes",
            "gym | 2026-11-27 |  | 150",
        ),
        (
            "meditate every day for 20 minutes",
            "meditate | 2026-11-20 | FREQ=DAILY | 20",
        ),
        (
            "meeting at 3 for 2 hours",
            "meeting | 2026-11-20T15:00 |  | 120",
        ),
    ] {
        check("en-US", text, expected);
    }
    for (text, expected) in [
        (
            "Standup morgen um 9 für 15 Minuten",
            "Standup | 2026-11-21T09:00 |  | 15",
        ),
        (
            "morgen Mama für eine halbe Stunde anrufen",
            "Mama anrufen | 2026-11-21 |  | 30",
        ),
        (
            "Bericht schreiben, dauert 20 Minuten",
            "Bericht schreiben |  |  | 20",
        ),
        (
            "jeden Tag eine halbe Stunde lang lesen",
            "lesen | 2026-11-20 | FREQ=DAILY | 30",
        ),
    ] {
        check("de-DE", text, expected);
    }
}

#[test]
fn what_is_no_length_of_a_task_stays_in_its_title() {
    for (text, expected) in [
        ("cook for 4 people", "cook for 4 people |  |  | "),
        ("dinner for 6 tomorrow", "dinner for 6 | 2026-11-21 |  | "),
        ("wait for a day", "wait for a day |  |  | "),
        (
            "yoga every tuesday for 4 weeks",
            "yoga | 2026-11-24 | FREQ=WEEKLY;BYDAY=TU;COUNT=4 | ",
        ),
        (
            "plan for 90 minutes of silence tomorrow",
            "plan for 90 minutes of silence | 2026-11-21 |  | ",
        ),
        (
            "book a flight that takes 3 hours tomorrow",
            "book a flight that takes 3 hours | 2026-11-21 |  | ",
        ),
        (
            "buy a ticket for an hour long tour friday",
            "buy a ticket for an hour long tour | 2026-11-27 |  | ",
        ),
    ] {
        check("en-US", text, expected);
    }
    check(
        "de-DE",
        "für 4 Personen kochen",
        "für 4 Personen kochen |  |  | ",
    );
    check(
        "de-DE",
        "Yoga dienstags für 4 Wochen",
        "Yoga | 2026-11-24 | FREQ=WEEKLY;BYDAY=TU;COUNT=4 | ",
    );
    let timer = made("set a timer for 10 minutes", "en-US", Mode::Any);
    assert_eq!(timer, "OutOfScope");
}

#[test]
fn the_piece_is_shown_as_it_was_understood() {
    let text = "call mum for half an hour tomorrow";
    let proposal = interpret(text, &context("en-US", Mode::Add));
    let length = proposal
        .spans
        .iter()
        .find(|span| span.kind == SpanKind::Duration)
        .unwrap();
    assert_eq!(&text[length.start..length.end], "for half an hour");
    assert_eq!(length.value, "30 minutes");
}

#[test]
fn the_length_of_a_task_is_set_and_cleared() {
    for (locale, text, tasks, length) in [
        (
            "en-US",
            "it takes 20 minutes",
            TaskRef::Focus,
            Patch::Set(20),
        ),
        (
            "en-US",
            "set the duration of the report to an hour",
            TaskRef::Text("report".to_owned()),
            Patch::Set(60),
        ),
        (
            "en-US",
            "clear the duration of the report",
            TaskRef::Text("report".to_owned()),
            Patch::Clear,
        ),
        (
            "de-DE",
            "es dauert 20 Minuten",
            TaskRef::Focus,
            Patch::Set(20),
        ),
        (
            "de-DE",
            "setz die Dauer vom Bericht auf eine Stunde",
            TaskRef::Text("Bericht".to_owned()),
            Patch::Set(60),
        ),
    ] {
        let proposal = interpret(text, &context(locale, Mode::Any));
        let [
            Action::Update {
                tasks: named,
                fields,
            },
        ] = proposal.actions.as_slice()
        else {
            panic!("{text}: {proposal:?}")
        };
        assert_eq!(
            (named, &fields.duration_minutes),
            (&tasks, &length),
            "{text}"
        );
    }
}
