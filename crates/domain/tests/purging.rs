//! Removing from the trash for good: what goes along, what is refused, what stays in the history.

mod world;

use domain::TaskId;
use domain::actor::Scope;
use domain::change::Verb;
use domain::command::{Command, NewTask, Span, UndoTarget};
use domain::decide::Rejection;
use domain::policy::{Forbidden, may_command};
use world::{World, titled};

fn world() -> World {
    World::at("Europe/Berlin", "2026-11-20T10:00")
}

fn delete(task: TaskId) -> Command {
    Command::DeleteTasks {
        tasks: vec![task],
        span: Span::Series,
    }
}

fn purge(task: TaskId) -> Command {
    Command::PurgeTasks { tasks: vec![task] }
}

#[test]
fn a_task_goes_for_good_with_the_subtasks_that_lie_in_the_trash_with_it() {
    let mut world = world();
    let kept = world.add(titled("kept"));
    let top = world.add(titled("top"));
    let child = world.add(NewTask {
        parent: Some(top),
        ..titled("child")
    });
    world.must(&delete(top));

    let parts = world.must(&purge(top));

    assert_eq!(world.tasks.keys().collect::<Vec<_>>(), [&kept]);
    let events: Vec<_> = parts
        .events
        .iter()
        .map(|event| (event.verb, event.subject_id, &event.before["title"]))
        .collect();
    let (top, child) = (top.uuid(), child.uuid());
    assert_eq!(
        events,
        [
            (Verb::Purged, top, &"top".into()),
            (Verb::Purged, child, &"child".into())
        ]
    );
}

#[test]
fn what_is_not_in_the_trash_is_refused() {
    let mut world = world();
    let task = world.add(titled("paint"));

    let refused = world.run(&purge(task)).unwrap_err();

    let words = "task #1 is not in the trash; delete it first";
    assert_eq!(refused, Rejection::NotNow(words.to_owned()));
}

#[test]
fn it_is_not_undone_and_neither_is_the_deleting_before_it() {
    let mut world = world();
    let task = world.add(titled("paint"));
    let deleted = world.must(&delete(task)).change.id;
    let purged = world.must(&purge(task)).change.id;

    let mut undo = |change| {
        world.run(&Command::Undo {
            target: UndoTarget::Change(change),
        })
    };

    assert!(matches!(undo(purged), Err(Rejection::NotNow(_))));
    assert!(undo(deleted).unwrap().events.is_empty());
}

#[test]
fn it_needs_the_right_to_delete_for_good() {
    let mut world = world();
    let task = world.add(titled("paint"));
    world.actor.scope = Scope::Write;

    let refused = may_command(&world.actor, &purge(task));

    assert!(matches!(refused, Err(Forbidden::Scope { .. })));
}
