//! Moves of due dates from where a task stands, and notes that are added to those that are there.

mod world;

use domain::command::{Command, Expected, Move, NewTask, Span, TaskChange, TaskFields};
use domain::decide::Rejection;
use world::{World, due_at, titled};

/// Where a task stands after `to`, said on 20 November 2026 at 08:00 in Berlin. No due date is "".
#[track_caller]
fn check(due: &str, to: Move, expected: &str) {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(NewTask {
        due: (!due.is_empty()).then(|| due_at(due)),
        ..titled("renew the passport")
    });
    world.must(&Command::RescheduleTasks {
        tasks: vec![task],
        to,
        span: Span::This,
    });
    assert_eq!(world.due(task), expected);
}

#[test]
fn months_are_counted_from_the_due_date_and_clamp_to_the_last_day() {
    let by = |months| Move::ByMonths { months };
    check("2026-12-15", by(2), "2027-02-15");
    check("2026-12-15T09:30", by(-1), "2026-11-15T09:30");
    check("2027-01-31", by(1), "2027-02-28");
    check("2027-12-31", by(2), "2028-02-29");
    check("", by(1), "2026-12-20");
}

#[test]
fn a_time_keeps_the_day_while_it_is_ahead() {
    let at = |hour| Move::ToTime {
        time: jiff::civil::time(hour, 0, 0, 0),
        zone: None,
    };
    check("2026-11-26", at(16), "2026-11-26T16:00");
    check("2026-11-26T09:00", at(16), "2026-11-26T16:00");
    check("2026-11-20", at(7), "2026-11-21T07:00");
    check("2026-11-18", at(16), "2026-11-20T16:00");
    check("", at(16), "2026-11-20T16:00");
    check("", at(7), "2026-11-21T07:00");
}

#[test]
fn a_move_beyond_the_calendar_is_refused() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(NewTask {
        due: Some(due_at("2026-12-15")),
        ..titled("renew the passport")
    });
    let rejection = world
        .run(&Command::RescheduleTasks {
            tasks: vec![task],
            to: Move::ByMonths { months: 120_000 },
            span: Span::This,
        })
        .expect_err("refused");
    assert!(matches!(rejection, Rejection::Invalid { pointer, .. } if pointer.contains("to")));
    assert_eq!(world.due(task), "2026-12-15");
}

#[test]
fn notes_that_are_added_stand_below_those_that_are_there() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(titled("renew the passport"));
    for more in ["two photos", "old passport"] {
        world.must(&Command::UpdateTasks {
            changes: vec![TaskChange {
                task,
                expected: Expected::Any,
                fields: TaskFields {
                    add_notes: Some(more.to_owned()),
                    ..TaskFields::default()
                },
                only_this: false,
            }],
        });
    }
    assert_eq!(world.task(task).notes, "two photos\n\nold passport");
}
