//! Adding and changing tasks: what is kept, what is refused, how two edits meet.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails like the test")]

mod world;

use domain::command::{
    Command, Expected, NewTask, Patch, Place, ProjectFields, ProjectRef, TaskChange, TaskFields,
};
use domain::decide::Rejection;
use domain::{Priority, TaskId, limits};
use world::{World, due_at, titled};

fn world() -> World {
    World::at("Europe/Berlin", "2026-11-20T08:00:00")
}

fn change(task: TaskId, expected: Expected, fields: TaskFields) -> Command {
    Command::UpdateTasks {
        changes: vec![TaskChange {
            task,
            expected,
            fields,
            only_this: false,
        }],
    }
}

fn edit(task: TaskId, fields: TaskFields) -> Command {
    change(task, Expected::Any, fields)
}

#[track_caller]
fn refused(world: &mut World, new: NewTask) -> Rejection {
    let tasks = world.tasks.len();
    let rejection = world
        .run(&Command::AddTasks { tasks: vec![new] })
        .expect_err("refused");
    assert_eq!(
        world.tasks.len(),
        tasks,
        "a refused command changes nothing"
    );
    rejection
}

#[test]
fn a_task_needs_a_title_of_a_bearable_length_without_control_characters() {
    let mut world = world();
    for title in ["", "   ", "a\u{7}b", &"x".repeat(limits::TITLE_CHARS + 1)] {
        let rejection = refused(&mut world, titled(title));
        assert!(matches!(rejection, Rejection::Invalid { pointer, .. } if pointer == "/title"));
    }
}

#[test]
fn an_edit_without_a_field_never_clears_it() {
    let mut world = world();
    let task = world.add(NewTask {
        notes: "note".to_owned(),
        priority: Priority::High,
        due: Some(due_at("2026-11-21")),
        tags: vec!["home".to_owned()],
        deadline: Some("2026-12-01".parse().unwrap()),
        ..titled("x")
    });
    let before = world.task(task).clone();
    world.must(&edit(
        task,
        TaskFields {
            title: Some("y".to_owned()),
            ..TaskFields::default()
        },
    ));
    let mut after = world.task(task).clone();
    assert_eq!(after.title, "y");
    after.title.clone_from(&before.title);
    after.version = before.version;
    assert_eq!(after, before);
}

#[test]
fn an_edit_that_changes_nothing_makes_no_event() {
    let mut world = world();
    let task = world.add(titled("x"));
    let same = edit(
        task,
        TaskFields {
            title: Some("x".to_owned()),
            ..TaskFields::default()
        },
    );
    assert!(world.must(&same).events.is_empty());
    assert_eq!(world.task(task).version, 1);
}

#[test]
fn disjoint_edits_merge_and_the_same_field_is_a_conflict_with_both_values() {
    let mut world = world();
    let task = world.add(titled("x"));
    let title = |text: &str| TaskFields {
        title: Some(text.to_owned()),
        ..TaskFields::default()
    };
    world.must(&change(task, Expected::Merge(1), title("mine")));
    let notes = TaskFields {
        notes: Patch::Set("n".to_owned()),
        ..TaskFields::default()
    };
    world.must(&change(task, Expected::Merge(1), notes));
    assert_eq!(
        (
            world.task(task).title.as_str(),
            world.task(task).notes.as_str()
        ),
        ("mine", "n")
    );
    let rejection = world
        .run(&change(task, Expected::Merge(1), title("theirs")))
        .unwrap_err();
    let Rejection::Conflict {
        field,
        current,
        wanted,
        ..
    } = rejection
    else {
        panic!("{rejection:?}")
    };
    assert_eq!(
        (field.as_str(), current, wanted),
        ("title", "mine".into(), "theirs".into())
    );
    world.must(&change(task, Expected::Merge(1), title("mine")));
}

#[test]
fn a_strict_edit_of_an_older_version_is_stale() {
    let mut world = world();
    let task = world.add(titled("x"));
    let title = TaskFields {
        title: Some("y".to_owned()),
        ..TaskFields::default()
    };
    world.must(&change(task, Expected::Exactly(1), title.clone()));
    let rejection = world
        .run(&change(task, Expected::Exactly(1), title))
        .unwrap_err();
    assert_eq!(
        rejection,
        Rejection::Stale {
            task,
            expected: 1,
            current: 2
        }
    );
}

#[test]
fn a_task_is_never_part_of_itself() {
    let mut world = world();
    let top = world.add(titled("top"));
    let middle = world.add(NewTask {
        parent: Some(top),
        ..titled("middle")
    });
    let bottom = world.add(NewTask {
        parent: Some(middle),
        ..titled("bottom")
    });
    for parent in [top, middle, bottom] {
        let under = TaskFields {
            parent: Patch::Set(parent),
            ..TaskFields::default()
        };
        assert!(world.run(&edit(top, under)).is_err());
    }
}

#[test]
fn subtasks_nest_ten_deep_and_no_deeper() {
    let mut world = world();
    let mut parent = world.add(titled("1"));
    for depth in 2..=limits::TASK_DEPTH {
        parent = world.add(NewTask {
            parent: Some(parent),
            ..titled(&depth.to_string())
        });
    }
    refused(
        &mut world,
        NewTask {
            parent: Some(parent),
            ..titled("too deep")
        },
    );
}

#[test]
fn a_marked_project_is_made_and_a_named_one_must_exist() {
    let mut world = world();
    let mark = |name: &str| Some(ProjectRef::NamedOrNew(name.to_owned()));
    let task = world.add(NewTask {
        project: mark("garden"),
        ..titled("x")
    });
    let garden = world.directory.project_named("Garden").unwrap().id;
    assert_eq!(world.task(task).project, garden);
    let named = Some(ProjectRef::Named("gardn".to_owned()));
    let rejection = refused(
        &mut world,
        NewTask {
            project: named,
            ..titled("y")
        },
    );
    assert_eq!(
        rejection.to_string(),
        "no project 'gardn' here; did you mean 'garden'?"
    );
}

#[test]
fn names_of_projects_are_unique_without_regard_to_case() {
    let mut world = world();
    let add = |name: &str| Command::AddProject {
        project: ProjectFields {
            name: Some(name.to_owned()),
            ..ProjectFields::default()
        },
    };
    world.must(&add("Home"));
    assert!(matches!(
        world.run(&add("HOME")),
        Err(Rejection::Taken { .. })
    ));
    assert!(matches!(
        world.run(&add("inbox")),
        Err(Rejection::Taken { .. })
    ));
}

#[test]
fn a_project_that_moves_takes_its_subtasks_along() {
    let mut world = world();
    let top = world.add(titled("top"));
    let child = world.add(NewTask {
        parent: Some(top),
        ..titled("child")
    });
    let project = Patch::Set(ProjectRef::NamedOrNew("Work".to_owned()));
    world.must(&edit(
        top,
        TaskFields {
            project,
            ..TaskFields::default()
        },
    ));
    assert_eq!(world.task(child).project, world.task(top).project);
}

#[test]
fn tasks_go_where_they_are_dragged_and_stay_in_order() {
    let mut world = world();
    let ids: Vec<TaskId> = ["a", "b", "c", "d"]
        .map(|title| world.add(titled(title)))
        .to_vec();
    let order = |world: &World| {
        let mut tasks: Vec<_> = world.tasks.values().collect();
        tasks.sort_by(|a, b| a.position.cmp(&b.position));
        tasks
            .iter()
            .map(|task| task.title.as_str())
            .collect::<String>()
    };
    let place = |task: TaskId, place| {
        edit(
            task,
            TaskFields {
                place: Some(place),
                ..TaskFields::default()
            },
        )
    };
    world.must(&place(ids[3], Place::First));
    assert_eq!(order(&world), "dabc");
    world.must(&place(ids[3], Place::After(ids[0])));
    assert_eq!(order(&world), "adbc");
    world.must(&place(ids[2], Place::Before(ids[1])));
    assert_eq!(order(&world), "adcb");
    world.must(&place(ids[0], Place::Last));
    assert_eq!(order(&world), "dcba");
    let e = world.add(titled("e"));
    assert_eq!(order(&world), "dcbae");
    world.must(&Command::UpdateTasks {
        changes: [ids[0], e]
            .into_iter()
            .zip([Place::After(ids[3]), Place::After(ids[0])])
            .map(|(task, place)| TaskChange {
                task,
                expected: Expected::Any,
                fields: TaskFields {
                    place: Some(place),
                    ..TaskFields::default()
                },
                only_this: false,
            })
            .collect(),
    });
    assert_eq!(order(&world), "daecb");
}

#[test]
fn default_reminders_are_set_with_the_first_date_and_never_against_the_users_word() {
    let mut world = world();
    let without_date = world.add(titled("x"));
    assert!(world.task(without_date).reminders.is_empty());
    let due = TaskFields {
        due: Patch::Set(due_at("2026-11-21")),
        ..TaskFields::default()
    };
    world.must(&edit(without_date, due));
    assert_eq!(world.task(without_date).reminders.len(), 1);
    // All-day tasks remind at nine on the owner's clock.
    assert_eq!(world.timers[0].fire_at.to_string(), "2026-11-21T08:00:00Z");
    let none = world.add(NewTask {
        due: Some(due_at("2026-11-21")),
        reminders: Some(Vec::new()),
        ..titled("y")
    });
    assert!(world.task(none).reminders.is_empty());
}

#[test]
fn a_new_zone_moves_floating_times_and_leaves_zoned_ones() {
    let mut world = world();
    let floating = world.add(NewTask {
        due: Some(due_at("2026-11-21T10:00")),
        ..titled("x")
    });
    let mut zoned = due_at("2026-11-21T10:00");
    zoned = domain::Due::Zoned {
        date: zoned.date(),
        time: zoned.time().unwrap(),
        zone: domain::Zone::named("Europe/Berlin").unwrap(),
    };
    let zoned = world.add(NewTask {
        due: Some(zoned),
        ..titled("y")
    });
    let mut settings = world.owner.clone();
    settings.time_zone = domain::Zone::named("America/New_York").unwrap();
    world.must(&Command::UpdateSettings { settings });
    let fires = |task: TaskId| {
        world
            .timers
            .iter()
            .find(|timer| timer.task == task)
            .unwrap()
            .fire_at
            .to_string()
    };
    assert_eq!(fires(floating), "2026-11-21T15:00:00Z");
    assert_eq!(fires(zoned), "2026-11-21T09:00:00Z");
}

#[test]
fn a_token_for_one_project_reaches_no_other() {
    let mut world = world();
    let elsewhere = world.add(titled("secret"));
    let project = Some(ProjectRef::NamedOrNew("Shared".to_owned()));
    let inside = world.add(NewTask {
        project,
        ..titled("open")
    });
    let shared = world.task(inside).project;
    world.actor.projects = Some(vec![shared]);
    let title = TaskFields {
        title: Some("y".to_owned()),
        ..TaskFields::default()
    };
    world.must(&edit(inside, title.clone()));
    assert!(matches!(
        world.run(&edit(elsewhere, title)),
        Err(Rejection::NotFound { .. })
    ));
    let under = NewTask {
        parent: Some(elsewhere),
        ..titled("z")
    };
    assert!(matches!(
        refused(&mut world, under),
        Rejection::NotFound { .. }
    ));
    let there = TaskFields {
        project: Patch::Set(ProjectRef::Named("Inbox".to_owned())),
        ..TaskFields::default()
    };
    assert!(matches!(
        world.run(&edit(inside, there)),
        Err(Rejection::NotFound { .. })
    ));
    let added = world.add(titled("lands where the token reaches"));
    assert_eq!(world.task(added).project, shared);
}

#[test]
fn dates_lengths_and_reminders_out_of_range_are_refused_by_name() {
    use domain::task::{ReminderAnchor, ReminderTime, Status};
    let far = |minutes_before| ReminderTime::Relative {
        anchor: ReminderAnchor::Due,
        minutes_before,
    };
    let day = |year: i16| jiff::civil::date(year, 1, 1);
    let due = |year| Some(domain::Due::Day { date: day(year) });
    let at = |second| jiff::Timestamp::from_second(second).expect("an instant");
    let bad = [
        (
            "/due",
            NewTask {
                due: due(9999),
                ..titled("x")
            },
        ),
        (
            "/due",
            NewTask {
                due: due(-9999),
                ..titled("x")
            },
        ),
        (
            "/start",
            NewTask {
                start: due(9001),
                ..titled("x")
            },
        ),
        (
            "/deadline",
            NewTask {
                deadline: Some(day(0)),
                ..titled("x")
            },
        ),
        (
            "/duration_minutes",
            NewTask {
                duration_minutes: Some(0),
                ..titled("x")
            },
        ),
        (
            "/duration_minutes",
            NewTask {
                duration_minutes: Some(u32::MAX),
                ..titled("x")
            },
        ),
        (
            "/reminders/0",
            NewTask {
                reminders: Some(vec![far(i32::MIN)]),
                ..titled("x")
            },
        ),
        (
            "/completed_at",
            NewTask {
                completed_at: Some(at(0)),
                ..titled("x")
            },
        ),
        (
            "/completed_at",
            NewTask {
                completed_at: Some(at(9_000_000_000)),
                status: Status::Done,
                ..titled("x")
            },
        ),
    ];
    for (expected, new) in bad {
        match refused(&mut world(), new) {
            Rejection::Invalid { pointer, .. } => assert_eq!(pointer, expected),
            other => panic!("{expected}: {other}"),
        }
    }
}
