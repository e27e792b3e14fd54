//! Titles, names and numbers that only look as if they said when.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::time::TimeSettings;
use language::{Action, Context, Mode, interpret};

#[track_caller]
fn check(text: &str, title: &str, due: Option<&str>) {
    let now = "2026-11-20T10:00:00Z".parse().unwrap();
    let mut ctx = Context::new(now, TimeSettings::default(), "en-US");
    ctx.mode = Mode::Add;
    let proposal = interpret(text, &ctx);
    let [Action::Create { drafts }] = proposal.actions.as_slice() else {
        panic!("{text}: {proposal:?}")
    };
    let task = &drafts[0].task;
    assert_eq!(task.title, title);
    assert_eq!(
        task.due
            .as_ref()
            .map(|due| due.slot().to_string())
            .as_deref(),
        due,
        "{text}"
    );
    assert!(task.series.is_none(), "{text}");
}

#[track_caller]
fn whole(text: &str) {
    check(text, text, None);
}

#[test]
fn a_title_with_capitals_keeps_its_days() {
    whole("finish The Man Who Was Thursday");
    whole("see Any Given Sunday");
    whole("practice Monday Monday");
    whole("rent Month of Sundays");
    whole("review Independence Day");
    whole("watch 3:10 to Yuma");
    check(
        "see Any Given Sunday on friday",
        "see Any Given Sunday",
        Some("2026-11-27"),
    );
    check("call Ana Friday", "call Ana", Some("2026-11-27"));
}

#[test]
fn a_person_is_no_time_of_day() {
    whole("call Mr. Noon");
    check(
        "call Mr. Lee at noon",
        "call Mr. Lee",
        Some("2026-11-20T12:00"),
    );
}

#[test]
fn numbered_things_are_no_dates() {
    whole("order part 11-20-31");
    whole("look up Platform 9 3/4");
    whole("cut boards 2 by 4");
    whole("read pages 3 to 9");
    whole("transcribe 25 or 6 to 4");
    whole("measure the flat at 1835 Elm Street");
    check("clean room 5pm", "clean room", Some("2026-11-20T17:00"));
    check("call mom at ten to 4", "call mom", Some("2026-11-20T15:50"));
}
