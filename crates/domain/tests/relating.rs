//! How tasks relate to each other: made, taken away, undone, never in a circle.

mod world;

use std::collections::BTreeSet;

use domain::command::{Command, Expected, Patch, TaskChange, TaskFields, UndoTarget};
use domain::decide::Rejection;
use domain::{Relation, RelationKind, TaskId};
use world::{World, titled};

fn three() -> (World, [TaskId; 3]) {
    let mut world = World::at("Europe/Berlin", "2026-11-20T10:00");
    let tasks = ["paint", "buy paint", "get money"].map(|title| world.add(titled(title)));
    (world, tasks)
}

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

fn add(task: TaskId, kind: RelationKind, other: TaskId) -> Command {
    let relation = Relation { kind, task: other };
    edit(
        task,
        TaskFields {
            add_relations: vec![relation],
            ..TaskFields::default()
        },
    )
}

fn remove(task: TaskId, kind: RelationKind, other: TaskId) -> Command {
    let relation = Relation { kind, task: other };
    edit(
        task,
        TaskFields {
            remove_relations: vec![relation],
            ..TaskFields::default()
        },
    )
}

fn blocked_by(task: TaskId, others: &[TaskId]) -> Command {
    let others: BTreeSet<TaskId> = others.iter().copied().collect();
    edit(
        task,
        TaskFields {
            blocked_by: Patch::Set(others),
            ..TaskFields::default()
        },
    )
}

#[test]
fn a_relation_is_kept_once_and_made_and_taken_away_from_either_side() {
    use RelationKind::{BlockedBy, Blocks, DuplicatedBy, Duplicates, RelatesTo};
    for (kind, other_side) in [
        (BlockedBy, Blocks),
        (Blocks, BlockedBy),
        (RelatesTo, RelatesTo),
        (Duplicates, DuplicatedBy),
        (DuplicatedBy, Duplicates),
    ] {
        let (mut world, [one, two, _]) = three();
        world.must(&add(one, kind, two));
        let kept = |world: &World| {
            let related = |task| {
                let task = world.task(task);
                RelationKind::KEPT
                    .into_iter()
                    .filter_map(|kind| task.related(kind))
                    .map(BTreeSet::len)
                    .sum::<usize>()
            };
            related(one) + related(two)
        };
        assert_eq!(kept(&world), 1, "{kind:?}");
        assert!(
            world.must(&add(one, kind, two)).events.is_empty(),
            "{kind:?}"
        );

        world.must(&remove(two, other_side, one));
        assert_eq!(kept(&world), 0, "{kind:?}");
    }
}

#[test]
fn no_task_waits_for_itself_however_long_the_way() {
    let (mut world, [paint, buy, money]) = three();
    world.must(&blocked_by(paint, &[buy]));
    world.must(&blocked_by(buy, &[money]));
    for command in [
        blocked_by(paint, &[paint]),
        blocked_by(buy, &[paint]),
        blocked_by(money, &[paint]),
        add(money, RelationKind::BlockedBy, paint),
        add(paint, RelationKind::Blocks, money),
    ] {
        let refused = world.run(&command);
        assert!(matches!(refused, Err(Rejection::NotNow(_))), "{refused:?}");
    }
    world.must(&blocked_by(buy, &[]));
    world.must(&blocked_by(money, &[paint]));
}

#[test]
fn a_relation_to_what_is_not_there_or_in_the_trash_is_refused() {
    let (mut world, [paint, buy, _]) = three();
    let nobody = TaskId::new(uuid::Uuid::from_u128(99));
    let unknown = world.run(&blocked_by(paint, &[nobody]));
    assert!(
        matches!(unknown, Err(Rejection::NotFound { .. })),
        "{unknown:?}"
    );
    world.must(&Command::DeleteTasks {
        tasks: vec![buy],
        span: domain::command::Span::Series,
    });
    let trashed = world.run(&add(paint, RelationKind::RelatesTo, buy));
    assert!(matches!(trashed, Err(Rejection::NotNow(_))), "{trashed:?}");
}

#[test]
fn undo_takes_one_relation_back_and_leaves_later_ones() {
    let (mut world, [paint, buy, money]) = three();
    let first = world.must(&add(buy, RelationKind::Blocks, paint));
    world.must(&add(buy, RelationKind::Blocks, money));

    let undone = world.must(&Command::Undo {
        target: UndoTarget::Change(first.change.id),
    });

    assert!(undone.conflicts.is_empty());
    assert!(world.task(paint).blocked_by.is_empty());
    assert_eq!(world.task(money).blocked_by, BTreeSet::from([buy]));
}

#[test]
fn a_copy_has_no_relations() {
    let (mut world, [paint, buy, _]) = three();
    world.must(&blocked_by(paint, &[buy]));
    world.must(&Command::DuplicateTasks { tasks: vec![paint] });
    let copies = world.tasks.values().filter(|task| task.title == "paint");
    assert_eq!(copies.filter(|task| task.blocked_by.is_empty()).count(), 1);
}
