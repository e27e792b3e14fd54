//! Undo is identity for every command (model, section 6), and conflicts are told.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails like the test")]

mod world;

use domain::command::{
    ChecklistLine, Command, Completion, CompletionOutcome, Expected, Move, NewTask, Patch, Place,
    ProjectFields, ProjectRef, SectionFields, Span, TagFields, TaskChange, TaskFields, UndoTarget,
    ViewFields,
};
use domain::{Priority, TaskId, TurnId};
use proptest::prelude::*;
use world::{World, due_at, repeating, titled};

fn edit(task: TaskId, fields: TaskFields) -> Command {
    let change = TaskChange {
        task,
        expected: Expected::Any,
        fields,
        only_this: false,
    };
    Command::UpdateTasks {
        changes: vec![change],
    }
}

fn complete(tasks: &[TaskId], outcome: CompletionOutcome) -> Command {
    let one = |task: &TaskId| Completion {
        task: *task,
        expected_slot: None,
        outcome,
        completed_at: None,
    };
    Command::CompleteTasks {
        tasks: tasks.iter().map(one).collect(),
    }
}

fn reopen(task: TaskId) -> Command {
    Command::ReopenTasks { tasks: vec![task] }
}

/// What people see of a space: everything but bookkeeping, without what is in the trash.
fn visible(world: &World) -> serde_json::Value {
    let mut tasks: Vec<_> = world
        .tasks
        .values()
        .filter(|it| it.deleted_at.is_none())
        .collect();
    tasks.sort_by_key(|task| task.number);
    let mut shown = serde_json::to_value(tasks).unwrap();
    for task in shown.as_array_mut().unwrap() {
        let task = task.as_object_mut().unwrap();
        task.remove("version");
        task.remove("updated_at");
    }
    let directory = &world.directory;
    let fires = world
        .timers
        .iter()
        .map(|it| format!("{} {}", it.reminder, it.fire_at));
    let mut timers: Vec<String> = fires.collect();
    timers.sort();
    let names = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let rows = world.ledger.iter();
    let mut ledger: Vec<String> = rows
        .map(|row| format!("{} {}", row.task, row.slot))
        .collect();
    ledger.sort();
    serde_json::json!({
        "tasks": shown,
        "projects": names(directory.projects.iter().map(|it| format!(
            "{}{:?}{:?}{}{:?}", it.name, it.parent, it.colour, it.archived, it.position
        )).collect()),
        "sections": names(directory.sections.iter().map(|it| it.name.clone()).collect()),
        "tags": names(directory.tags.iter().map(|it| it.name.clone()).collect()),
        "views": names(directory.views.iter().map(|it| it.filter.clone()).collect()),
        "zone": world.owner.time_zone.name(),
        "ledger": ledger,
        "timers": timers,
    })
}

/// A space with some of everything.
fn furnished() -> (World, Vec<TaskId>) {
    let mut world = World::at("Europe/Berlin", "2026-11-20T08:00:00");
    let project = |name: &str| Command::AddProject {
        project: ProjectFields {
            name: Some(name.to_owned()),
            ..ProjectFields::default()
        },
    };
    world.must(&project("Home"));
    world.must(&project("Work"));
    world.must(&Command::AddSection {
        project: ProjectRef::Named("Home".to_owned()),
        section: SectionFields {
            name: Some("Garden".to_owned()),
            ..SectionFields::default()
        },
    });
    world.must(&Command::AddView {
        view: ViewFields {
            name: Some("Soon".to_owned()),
            filter: Some("today | overdue".to_owned()),
            ..ViewFields::default()
        },
    });
    let rent = world.add(NewTask {
        tags: vec!["home".to_owned()],
        priority: Priority::High,
        checklist: vec!["transfer".to_owned()],
        ..repeating("FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01")
    });
    let beds = world.add(NewTask {
        project: Some(ProjectRef::Named("Home".to_owned())),
        section: Some(domain::command::SectionRef::Named("Garden".to_owned())),
        due: Some(due_at("2026-11-22T10:00")),
        ..titled("dig the beds")
    });
    let compost = world.add(NewTask {
        parent: Some(beds),
        ..titled("fetch compost")
    });
    let milk = world.add(titled("buy milk"));
    (world, vec![rent, beds, compost, milk])
}

fn commands(ids: &[TaskId], world: &World) -> Vec<Command> {
    let [rent, beds, compost, milk] = ids else {
        panic!("four tasks")
    };
    let home = world.directory.project_named("Home").unwrap().id;
    let tag = world.directory.tag_named("home").unwrap().id;
    let section = world.directory.sections[0].id;
    let view = world.directory.views[0].id;
    let mut elsewhere = world.owner.clone();
    elsewhere.time_zone = domain::Zone::named("Pacific/Auckland").unwrap();
    let day = |text: &str| Move::To { due: due_at(text) };
    let move_to = |task: TaskId, to: Move, span| Command::RescheduleTasks {
        tasks: vec![task],
        to,
        span,
    };
    vec![
        Command::AddTasks {
            tasks: vec![titled("a"), repeating("FREQ=DAILY", "2026-11-21")],
        },
        edit(
            *milk,
            TaskFields {
                title: Some("buy oat milk".to_owned()),
                notes: Patch::Set("two".to_owned()),
                priority: Patch::Set(Priority::Urgent),
                due: Patch::Set(due_at("2026-11-21")),
                add_tags: vec!["shop".to_owned()],
                checklist: Patch::Set(vec![ChecklistLine {
                    id: None,
                    title: "ask".to_owned(),
                    done: true,
                }]),
                ..TaskFields::default()
            },
        ),
        edit(
            *milk,
            TaskFields {
                place: Some(Place::First),
                ..TaskFields::default()
            },
        ),
        edit(
            *beds,
            TaskFields {
                project: Patch::Set(ProjectRef::Named("Work".to_owned())),
                ..TaskFields::default()
            },
        ),
        edit(
            *rent,
            TaskFields {
                series: Patch::Set(world::series("FREQ=WEEKLY;BYDAY=MO")),
                ..TaskFields::default()
            },
        ),
        edit(
            *milk,
            TaskFields {
                parent: Patch::Set(*beds),
                ..TaskFields::default()
            },
        ),
        move_to(*rent, day("2026-12-03"), Span::This),
        move_to(*rent, day("2026-12-03"), Span::Series),
        move_to(*beds, Move::Clear, Span::This),
        complete(&[*rent], CompletionOutcome::Done),
        complete(&[*rent], CompletionOutcome::Skipped),
        complete(&[*beds, *milk], CompletionOutcome::Done),
        complete(&[*beds], CompletionOutcome::Cancelled),
        Command::DeleteTasks {
            tasks: vec![*beds, *compost],
            span: Span::Series,
        },
        Command::DeleteTasks {
            tasks: vec![*rent],
            span: Span::This,
        },
        Command::DuplicateTasks {
            tasks: vec![*beds, *rent],
        },
        Command::SnoozeReminders {
            tasks: vec![*beds],
            until: world.now + jiff::SignedDuration::from_hours(3),
        },
        Command::DeleteProject { id: home },
        Command::DeleteSection { id: section },
        Command::DeleteTag { id: tag },
        Command::DeleteView { id: view },
        Command::UpdateProject {
            id: home,
            project: ProjectFields {
                name: Some("House".to_owned()),
                colour: Patch::Set("#3b82f6".to_owned()),
                archived: Some(true),
                ..ProjectFields::default()
            },
        },
        Command::UpdateTag {
            id: tag,
            tag: TagFields {
                name: Some("house".to_owned()),
                ..TagFields::default()
            },
        },
        Command::UpdateSettings {
            settings: elsewhere,
        },
    ]
}

#[test]
fn undo_restores_what_people_see_for_every_command() {
    let (world, ids) = furnished();
    for index in 0..commands(&ids, &world).len() {
        let (mut world, ids) = furnished();
        let before = visible(&world);
        let command = commands(&ids, &world).swap_remove(index);
        let parts = world.must(&command);
        assert_ne!(visible(&world), before, "{command:?} changes something");
        let undone = world.must(&Command::Undo {
            target: UndoTarget::Change(parts.change.id),
        });
        assert_eq!(undone.conflicts, []);
        assert_eq!(visible(&world), before, "{command:?} is undone");
    }
}

#[test]
fn a_change_is_undone_once() {
    let (mut world, ids) = furnished();
    let parts = world.must(&complete(&ids[3..], CompletionOutcome::Done));
    let undo = Command::Undo {
        target: UndoTarget::Change(parts.change.id),
    };
    world.must(&undo);
    assert!(world.run(&undo).is_err());
}

#[test]
fn a_field_that_has_changed_since_is_left_alone_and_told() {
    let (mut world, ids) = furnished();
    let milk = ids[3];
    let set = |title: &str, notes: &str| TaskFields {
        title: Some(title.to_owned()),
        notes: Patch::Set(notes.to_owned()),
        ..TaskFields::default()
    };
    let first = world.must(&edit(milk, set("buy oat milk", "two")));
    world.must(&edit(
        milk,
        TaskFields {
            title: Some("buy soy".to_owned()),
            ..TaskFields::default()
        },
    ));
    let undone = world.must(&Command::Undo {
        target: UndoTarget::Change(first.change.id),
    });
    assert_eq!(undone.conflicts, [(milk, "title".to_owned())]);
    assert_eq!(world.task(milk).title, "buy soy");
    assert_eq!(world.task(milk).notes, "");
}

#[test]
fn a_whole_turn_is_undone_at_once() {
    let (mut world, ids) = furnished();
    let before = visible(&world);
    let turn = TurnId::new(uuid::Uuid::from_u128(77));
    world.actor.turn = Some(turn);
    world.must(&complete(&ids[3..], CompletionOutcome::Done));
    world.must(&Command::AddTasks {
        tasks: vec![titled("call mum")],
    });
    world.actor.turn = None;
    world.must(&Command::Undo {
        target: UndoTarget::Turn(turn),
    });
    assert_eq!(visible(&world), before);
}

#[test]
fn undoing_a_turn_that_completed_and_reopened_leaves_no_row_in_the_ledger() {
    let (mut world, ids) = furnished();
    let rent = ids[0];
    let before = visible(&world);
    world.actor.turn = Some(TurnId::new(uuid::Uuid::from_u128(77)));
    world.must(&complete(&[rent], CompletionOutcome::Done));
    world.must(&reopen(rent));
    let turn = world.actor.turn.take().unwrap();
    world.must(&Command::Undo {
        target: UndoTarget::Turn(turn),
    });
    assert_eq!(visible(&world), before);
}

#[test]
fn there_is_nothing_to_undo_in_a_new_space() {
    let mut world = World::at("UTC", "2026-11-20T08:00:00");
    assert!(
        world
            .run(&Command::Undo {
                target: UndoTarget::Last
            })
            .is_err()
    );
}

proptest! {
    #[test]
    fn undoing_a_whole_turn_leads_back_to_the_start(picks in prop::collection::vec(0usize..25, 1..8)) {
        let (mut world, ids) = furnished();
        let before = visible(&world);
        let turn = TurnId::new(uuid::Uuid::from_u128(77));
        world.actor.turn = Some(turn);
        let mut is_changed = false;
        for pick in picks {
            if let Some(command) = commands_that_still_apply(&ids, &world, pick)
                // Settings are taken back by naming the change.
                && !matches!(command, Command::UpdateSettings { .. })
                && let Ok(parts) = world.run(&command)
            {
                is_changed |= !parts.events.is_empty();
            }
        }
        world.actor.turn = None;
        if is_changed {
            let undone = world.must(&Command::Undo { target: UndoTarget::Turn(turn) });
            prop_assert_eq!(undone.conflicts, []);
        }
        prop_assert_eq!(visible(&world), before);
    }

    #[test]
    fn undoing_all_changes_backwards_leads_back_to_the_start(picks in prop::collection::vec(0usize..25, 1..8)) {
        let (mut world, ids) = furnished();
        let before = visible(&world);
        let mut done = Vec::new();
        for pick in picks {
            let command = commands_that_still_apply(&ids, &world, pick);
            // A command may no longer make sense after the ones before it.
            if let Some(command) = command
                && let Ok(parts) = world.run(&command)
                && !parts.events.is_empty()
            {
                done.push(parts.change.id);
            }
        }
        for change in done.into_iter().rev() {
            let undone = world.must(&Command::Undo { target: UndoTarget::Change(change) });
            prop_assert_eq!(undone.conflicts, []);
        }
        prop_assert_eq!(visible(&world), before);
    }
}

fn commands_that_still_apply(ids: &[TaskId], world: &World, pick: usize) -> Option<Command> {
    let there = world.directory.project_named("Home").is_some()
        && world.directory.tag_named("home").is_some()
        && !world.directory.sections.is_empty()
        && !world.directory.views.is_empty();
    there
        .then(|| {
            let mut all = commands(ids, world);
            all.push(reopen(ids[0]));
            all
        })
        .and_then(|mut all| (pick < all.len()).then(|| all.swap_remove(pick)))
}
