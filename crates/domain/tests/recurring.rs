//! Recurring tasks through their lives: completing, skipping, moving, reopening (model, section 3).

#![allow(clippy::unwrap_used, reason = "a helper of a test fails like the test")]

mod world;

use domain::command::{
    Command, Completion, CompletionOutcome, Move, NewTask, Patch, Span, TaskChange, TaskFields,
    UndoTarget,
};
use domain::rule::Mode;
use domain::task::{OccurrenceOutcome, ReminderTime};
use domain::{Slot, Status, TaskId};
use proptest::prelude::*;
use world::{World, due_at, repeating, titled};

fn complete(task: TaskId) -> Command {
    ending(task, CompletionOutcome::Done)
}

fn ending(task: TaskId, outcome: CompletionOutcome) -> Command {
    Command::CompleteTasks {
        tasks: vec![Completion {
            task,
            expected_slot: None,
            outcome,
            completed_at: None,
        }],
    }
}

fn reschedule(task: TaskId, to: Move, span: Span) -> Command {
    Command::RescheduleTasks {
        tasks: vec![task],
        to,
        span,
    }
}

/// Completes on time, one occurrence after another, and compares the dates.
#[track_caller]
fn check(zone: &str, rrule: &str, dates: &[&str]) {
    let mut world = World::at(zone, &format!("{}T00:01:00", &dates[0][..10]));
    let task = world.add(repeating(rrule, dates[0]));
    for (index, date) in dates.iter().enumerate() {
        assert_eq!(
            world.due(task),
            *date,
            "{rrule} in {zone}, occurrence {index}"
        );
        let local = if date.len() > 10 {
            format!("{date}:00")
        } else {
            format!("{date}T08:00:00")
        };
        world.travel(&local);
        world.must(&complete(task));
    }
}

#[test]
fn month_ends_clamp_and_come_back() {
    check(
        "Europe/Berlin",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31",
        &[
            "2027-01-31",
            "2027-02-28",
            "2027-03-31",
            "2027-04-30",
            "2027-05-31",
        ],
    );
}

#[test]
fn leap_days_come_every_year_on_the_last_of_february() {
    check(
        "UTC",
        "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD;BYMONTH=2;BYMONTHDAY=29",
        &[
            "2028-02-29",
            "2029-02-28",
            "2030-02-28",
            "2031-02-28",
            "2032-02-29",
        ],
    );
}

#[test]
fn the_wall_time_stays_across_clock_changes() {
    check(
        "America/New_York",
        "FREQ=WEEKLY;BYDAY=MO",
        &[
            "2026-10-19T20:30",
            "2026-10-26T20:30",
            "2026-11-02T20:30",
            "2026-11-09T20:30",
        ],
    );
    check(
        "Europe/Berlin",
        "FREQ=DAILY",
        &["2027-03-27T02:30", "2027-03-28T02:30"],
    );
    check(
        "Australia/Sydney",
        "FREQ=MONTHLY;BYMONTHDAY=4",
        &["2026-09-04T09:00", "2026-10-04T09:00", "2026-11-04T09:00"],
    );
    check(
        "Pacific/Auckland",
        "FREQ=DAILY",
        &["2027-09-25T08:00", "2027-09-26T08:00", "2027-09-27T08:00"],
    );
}

#[test]
fn midnight_gaps_do_not_lose_a_day() {
    let dates = [
        "2026-09-04T00:00",
        "2026-09-05T00:00",
        "2026-09-06T00:00",
        "2026-09-07T00:00",
    ];
    let mut world = World::at("America/Santiago", "2026-09-03T12:00:00");
    let task = world.add(repeating("FREQ=DAILY", dates[0]));
    for date in dates {
        assert_eq!(world.due(task), date);
        world.now = world
            .task(task)
            .due
            .as_ref()
            .unwrap()
            .instant(world.owner.time_zone.time_zone())
            .unwrap();
        world.must(&complete(task));
    }
}

#[test]
fn weekday_sets_run_across_weeks() {
    check(
        "Europe/Berlin",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        &[
            "2026-11-20",
            "2026-11-23",
            "2026-11-25",
            "2026-11-27",
            "2026-11-30",
        ],
    );
}

#[test]
fn several_missed_cycles_land_in_the_future_and_are_in_the_ledger() {
    let mut world = World::at("Europe/Berlin", "2026-11-02T08:00:00");
    let task = world.add(repeating("FREQ=WEEKLY;BYDAY=MO", "2026-11-02"));
    world.travel("2026-11-25T08:00:00");
    world.must(&complete(task));
    assert_eq!(world.due(task), "2026-11-30");
    let ledger: Vec<_> = world
        .ledger
        .iter()
        .map(|row| (row.slot.to_string(), row.outcome))
        .collect();
    let row = |day: &str, outcome| (day.to_owned(), outcome);
    assert_eq!(
        ledger,
        [
            row("2026-11-02", OccurrenceOutcome::Done),
            row("2026-11-09", OccurrenceOutcome::Missed),
            row("2026-11-16", OccurrenceOutcome::Missed),
            row("2026-11-23", OccurrenceOutcome::Missed),
        ]
    );
}

#[test]
fn completing_early_still_goes_past_its_own_slot() {
    let mut world = World::at("Europe/Berlin", "2026-11-01T08:00:00");
    let task = world.add(repeating("FREQ=MONTHLY;BYMONTHDAY=15", "2026-11-15"));
    world.must(&complete(task));
    assert_eq!(world.due(task), "2026-12-15");
}

#[test]
fn completing_late_in_the_evening_counts_for_that_local_day() {
    let mut world = World::at("America/New_York", "2026-11-20T21:30:00");
    let mut new = repeating("FREQ=DAILY;INTERVAL=3", "2026-11-20");
    new.series.as_mut().unwrap().rule.mode = Mode::Completion;
    let task = world.add(new);
    world.must(&complete(task));
    assert_eq!(world.due(task), "2026-11-23");
}

#[test]
fn completion_mode_counts_from_the_day_of_completion() {
    let mut world = World::at("Europe/Berlin", "2026-11-01T08:00:00");
    let mut new = repeating("FREQ=WEEKLY;INTERVAL=2", "2026-11-02");
    new.series.as_mut().unwrap().rule.mode = Mode::Completion;
    let task = world.add(new);
    world.travel("2026-11-10T08:00:00");
    world.must(&complete(task));
    assert_eq!(world.due(task), "2026-11-24");
}

#[test]
fn moving_one_occurrence_never_bends_the_series() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01"));
    world.must(&reschedule(
        task,
        Move::To {
            due: due_at("2026-12-04"),
        },
        Span::This,
    ));
    assert_eq!(world.due(task), "2026-12-04");
    world.travel("2026-12-04T09:00:00");
    world.must(&complete(task));
    assert_eq!(world.due(task), "2027-01-01");
}

#[test]
fn moving_the_series_moves_its_anchor_and_its_rule() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=WEEKLY;BYDAY=MO", "2026-11-23T09:00"));
    world.must(&reschedule(
        task,
        Move::To {
            due: due_at("2026-11-24"),
        },
        Span::Series,
    ));
    assert_eq!(world.due(task), "2026-11-24T09:00");
    world.travel("2026-11-24T10:00:00");
    world.must(&complete(task));
    assert_eq!(world.due(task), "2026-12-01T09:00");
}

#[test]
fn no_edit_of_a_date_destroys_the_rule() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=DAILY", "2026-11-20"));
    assert!(
        world
            .run(&reschedule(task, Move::Clear, Span::This))
            .is_err()
    );
    let clear = TaskFields {
        due: Patch::Clear,
        ..TaskFields::default()
    };
    assert!(world.run(&edit(task, clear)).is_err());
    assert!(world.task(task).series.is_some());
}

fn edit(task: TaskId, fields: TaskFields) -> Command {
    let expected = domain::command::Expected::Any;
    Command::UpdateTasks {
        changes: vec![TaskChange {
            task,
            expected,
            fields,
            only_this: false,
        }],
    }
}

#[test]
fn two_clients_completing_the_same_occurrence_advance_it_once() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=DAILY", "2026-11-20"));
    let seen: Slot = "2026-11-20".parse().unwrap();
    let both = Command::CompleteTasks {
        tasks: vec![Completion {
            task,
            expected_slot: Some(seen),
            outcome: CompletionOutcome::Done,
            completed_at: None,
        }],
    };
    world.must(&both);
    let second = world.must(&both);
    assert!(second.events.is_empty());
    assert_eq!(world.due(task), "2026-11-21");
}

#[test]
fn a_rule_with_a_count_ends_and_says_so() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=DAILY;COUNT=2", "2026-11-20"));
    world.must(&complete(task));
    assert_eq!(world.due(task), "2026-11-21");
    world.travel("2026-11-21T08:00:00");
    let parts = world.must(&complete(task));
    assert_eq!(world.task(task).status, Status::Done);
    assert!(
        parts
            .events
            .iter()
            .any(|event| event.kind() == "task.ended")
    );
}

#[test]
fn skipping_leaves_one_out_and_notes_it() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=DAILY", "2026-11-20"));
    world.must(&ending(task, CompletionOutcome::Skipped));
    assert_eq!(world.due(task), "2026-11-21");
    assert_eq!(world.ledger[0].outcome, OccurrenceOutcome::Skipped);
    let once = world.add(titled("buy milk"));
    assert!(
        world
            .run(&ending(once, CompletionOutcome::Skipped))
            .is_err()
    );
}

#[test]
fn start_due_and_deadline_keep_their_distances() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(NewTask {
        start: Some(due_at("2026-11-28")),
        deadline: Some("2026-12-05".parse().unwrap()),
        ..repeating("FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01")
    });
    world.travel("2026-12-01T08:00:00");
    world.must(&complete(task));
    let task = world.task(task);
    assert_eq!(task.due.as_ref().unwrap().date().to_string(), "2027-01-01");
    assert_eq!(
        task.start.as_ref().unwrap().date().to_string(),
        "2026-12-29"
    );
    assert_eq!(task.deadline.unwrap().to_string(), "2027-01-05");
}

#[test]
fn checklist_and_subtasks_reset_and_the_ledger_keeps_what_was_ticked() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(NewTask {
        checklist: vec!["vacuum".to_owned()],
        ..repeating("FREQ=WEEKLY", "2026-11-20")
    });
    let child = world.add(NewTask {
        parent: Some(task),
        ..titled("bathroom")
    });
    let line = world.task(task).checklist[0].clone();
    let ticked = domain::command::ChecklistLine {
        id: Some(line.id),
        title: line.title,
        done: true,
    };
    world.must(&edit(
        task,
        TaskFields {
            checklist: Patch::Set(vec![ticked]),
            ..TaskFields::default()
        },
    ));
    world.must(&complete(child));
    world.must(&complete(task));
    assert!(!world.task(task).checklist[0].done);
    assert_eq!(world.task(child).status, Status::Open);
    assert!(world.ledger[0].before[0].checklist[0].done);
    assert_eq!(world.ledger[0].before[1].status, Status::Done);
}

#[test]
fn given_only_a_rule_the_first_due_is_its_first_occurrence() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T10:00:00");
    let new = |rrule: &str, time: Option<&str>| NewTask {
        series: Some(world::series(rrule)),
        series_time: time.map(|time| domain::command::SeriesTime {
            time: domain::wall::parse(time).unwrap(),
            zone: None,
        }),
        ..titled("x")
    };
    let table = [
        ("FREQ=DAILY", None, "2026-11-20"),
        ("FREQ=DAILY", Some("07:00"), "2026-11-21T07:00"),
        ("FREQ=DAILY", Some("11:00"), "2026-11-20T11:00"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", None, "2026-12-01"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", None, "2026-11-24"),
        ("FREQ=WEEKLY;BYDAY=FR", Some("09:00"), "2026-11-27T09:00"),
    ];
    for (rrule, time, first) in table {
        let task = world.add(new(rrule, time));
        assert_eq!(world.due(task), first, "{rrule} at {time:?}");
    }
}

#[test]
fn a_reminder_is_set_again_for_the_next_occurrence_and_gone_when_the_task_is() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let at_due = ReminderTime::Relative {
        anchor: domain::task::ReminderAnchor::Due,
        minutes_before: 0,
    };
    let task = world.add(NewTask {
        reminders: Some(vec![at_due]),
        ..repeating("FREQ=DAILY", "2026-11-20T09:00")
    });
    assert_eq!(world.timers[0].fire_at.to_string(), "2026-11-20T08:00:00Z");
    world.must(&complete(task));
    assert_eq!(world.timers.len(), 1);
    assert_eq!(world.timers[0].fire_at.to_string(), "2026-11-21T08:00:00Z");
    world.must(&Command::DeleteTasks {
        tasks: vec![task],
        span: Span::Series,
    });
    assert_eq!(world.timers, []);
}

#[test]
fn an_override_of_one_occurrence_ends_with_it() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=DAILY", "2026-11-20"));
    let title = TaskFields {
        title: Some("water only the fern".to_owned()),
        ..TaskFields::default()
    };
    let mut only = edit(task, title);
    if let Command::UpdateTasks { changes } = &mut only {
        changes[0].only_this = true;
    }
    world.must(&only);
    assert_eq!(world.task(task).title, "water only the fern");
    world.must(&complete(task));
    assert_eq!(world.task(task).title, "water the plants");
}

#[test]
fn a_series_that_was_moved_back_is_not_reopened_to_the_wrong_occurrence() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=DAILY", "2026-11-30"));
    world.must(&complete(task));
    world.must(&reschedule(
        task,
        Move::To {
            due: due_at("2026-11-25"),
        },
        Span::Series,
    ));
    assert!(
        world
            .run(&Command::ReopenTasks { tasks: vec![task] })
            .is_err()
    );
    assert_eq!(world.due(task), "2026-11-25");
}

#[test]
fn what_undo_brings_back_stands_in_the_ledger_again() {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let task = world.add(repeating("FREQ=DAILY", "2026-11-20"));
    world.must(&ending(task, CompletionOutcome::Skipped));
    let ledger = world.ledger.clone();
    let undo = |world: &mut World| {
        let change = world.changes.last().unwrap().0.id;
        let target = UndoTarget::Change(change);
        world.must(&Command::Undo { target });
    };
    let reopen = Command::ReopenTasks { tasks: vec![task] };
    world.must(&reopen);
    assert_eq!(world.ledger, []);
    // The reopening is taken back, that is taken back, and that again.
    undo(&mut world);
    assert_eq!(world.ledger, ledger);
    undo(&mut world);
    assert_eq!(world.ledger, []);
    undo(&mut world);
    assert_eq!(world.ledger, ledger);
    world.must(&reopen);
    assert_eq!(world.due(task), "2026-11-20");
}

fn rules() -> impl Strategy<Value = String> {
    prop_oneof![
        (1u8..9).prop_map(|n| format!("FREQ=DAILY;INTERVAL={n}")),
        (1u8..5).prop_map(|n| format!("FREQ=WEEKLY;INTERVAL={n};BYDAY=TU,SA")),
        (1u8..5, 1i8..29)
            .prop_map(|(n, day)| format!("FREQ=MONTHLY;INTERVAL={n};BYMONTHDAY={day}")),
        Just("FREQ=MONTHLY;BYDAY=-1FR".to_owned()),
        Just("FREQ=YEARLY".to_owned()),
    ]
}

proptest! {
    #[test]
    fn completing_and_reopening_is_identity(
        rrule in rules(),
        done_days_later in 0i64..60,
        timed: bool,
        skip: bool,
    ) {
        let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
        let due = if timed { "2026-11-24T09:30" } else { "2026-11-24" };
        let task = world.add(NewTask {
            checklist: vec!["one".to_owned()],
            start: Some(due_at("2026-11-21")),
            ..repeating(&rrule, due)
        });
        let before = world.task(task).clone();
        world.now += jiff::SignedDuration::from_hours(24 * done_days_later);
        let outcome = if skip { CompletionOutcome::Skipped } else { CompletionOutcome::Done };
        world.must(&ending(task, outcome));
        prop_assert_ne!(world.task(task), &before);
        world.must(&Command::ReopenTasks { tasks: vec![task] });
        let mut after = world.task(task).clone();
        prop_assert!(after.version > before.version);
        after.version = before.version;
        after.updated_at = before.updated_at;
        prop_assert_eq!(after, before);
        prop_assert!(world.ledger.is_empty());
    }

    #[test]
    fn the_next_slot_is_always_later(rrule in rules(), steps in 1usize..12) {
        let mut world = World::at("America/New_York", "2026-11-20T08:00:00");
        let task = world.add(repeating(&rrule, "2026-11-24T01:30"));
        for _ in 0..steps {
            let before = world.task(task).series.clone().unwrap().slot;
            world.must(&complete(task));
            let after = world.task(task).series.clone().unwrap().slot;
            prop_assert!(after > before, "{before} then {after}");
            prop_assert_eq!(after.time, before.time);
        }
    }
}
