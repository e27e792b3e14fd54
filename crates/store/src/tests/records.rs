//! What the record path writes, and what is read of it afterwards.

use domain::actor::Actor;
use domain::command::{
    Command, Completion, CompletionOutcome, Move, NewSeries, NewTask, ProjectFields, ProjectRef,
    Span, TaskChange, TaskFields, UndoTarget,
};
use domain::rule::Frequency;
use domain::task::{CatchUp, OccurrenceOutcome, ReminderTime};
use domain::{Due, RequestId, Rule, Task, TurnId};

use super::fixture::{Fixture, written};
use super::on_both;
use crate::search;
use crate::{
    Batch, Fetch, StoreError, TransactError, change, event, occurrence, space, task, timer,
};

on_both! {
    undo_after_do_is_identity,
    undoing_a_creation_puts_it_into_the_trash,
    a_repeated_request_is_found_again,
    the_same_request_twice_is_recorded_once,
    completing_a_recurring_task_fills_the_ledger,
    undoing_a_turn_that_completed_and_reopened_leaves_nothing_in_the_ledger,
    undoing_a_turn_that_reopened_and_completed_again_keeps_the_ledger,
    a_series_that_was_moved_back_completes_the_same_slot_again,
    timers_follow_their_task,
    tags_and_projects_are_in_the_directory,
    history_is_read_newest_first,
    changed_tasks_are_found_by_revision,
    words_find_tasks_by_their_beginning,
    whole_words_of_titles_come_first_and_the_newest_before_older,
    words_follow_an_edit,
    the_database_is_healthy_after_all_of_it,
}

fn new(title: &str) -> NewTask {
    NewTask {
        title: title.to_owned(),
        ..NewTask::default()
    }
}

fn floating(text: &str) -> Option<Due> {
    let at: jiff::civil::DateTime = text.parse().unwrap();
    Some(Due::Floating {
        date: at.date(),
        time: at.time(),
    })
}

fn complete(task: &Task) -> Command {
    let completion = Completion {
        task: task.id,
        expected_slot: None,
        outcome: CompletionOutcome::Done,
        completed_at: None,
    };
    Command::CompleteTasks {
        tasks: vec![completion],
    }
}

fn edit(task: &Task, fields: TaskFields) -> Command {
    let change = TaskChange {
        task: task.id,
        expected: Default::default(),
        fields,
        only_this: false,
    };
    Command::UpdateTasks {
        changes: vec![change],
    }
}

/// Everything but what counts up.
fn content(task: &Task) -> Task {
    Task {
        version: 0,
        updated_at: task.created_at,
        ..task.clone()
    }
}

async fn undo_after_do_is_identity(fixture: Fixture) {
    let task = NewTask {
        tags: vec!["home".to_owned()],
        due: floating("2026-12-01T09:00:00"),
        ..new("pay rent")
    };
    let before = fixture.add(vec![task]).await.remove(0);
    let fields = TaskFields {
        title: Some("pay the rent".to_owned()),
        add_tags: vec!["money".to_owned()],
        remove_tags: vec!["home".to_owned()],
        ..TaskFields::default()
    };
    for command in [
        edit(&before, fields),
        complete(&before),
        Command::DeleteTasks {
            tasks: vec![before.id],
            span: Span::Series,
        },
    ] {
        fixture.command(command).await.unwrap();
        assert_ne!(
            content(&fixture.task(before.id).await.unwrap()),
            content(&before)
        );
        fixture
            .command(Command::Undo {
                target: UndoTarget::Last,
            })
            .await
            .unwrap();
        assert_eq!(
            content(&fixture.task(before.id).await.unwrap()),
            content(&before)
        );
    }
    // The tag's row follows too, not only the list of the task itself.
    let tag = *before.tags.first().unwrap();
    let tagged = fixture.fetch(task::of_tag(fixture.scope(), tag)).await;
    assert_eq!(tagged.len(), 1);
}

async fn undoing_a_creation_puts_it_into_the_trash(fixture: Fixture) {
    let task = fixture.add_titles(&["a mistake"]).await.remove(0);
    fixture
        .command(Command::Undo {
            target: UndoTarget::Last,
        })
        .await
        .unwrap();
    assert!(fixture.task(task.id).await.unwrap().deleted_at.is_some());
}

async fn a_repeated_request_is_found_again(fixture: Fixture) {
    let request: RequestId = "once".parse().unwrap();
    let command = Command::AddTasks {
        tasks: vec![new("once")],
    };
    let decision = fixture
        .command_as(&fixture.actor, command, Some(request.clone()))
        .await
        .unwrap();
    let found = fixture
        .fetch(change::by_request(fixture.scope(), &request))
        .await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].change, decision.parts().change.id);
    assert_eq!(found[0].outcome, "{}");
}

async fn the_same_request_twice_is_recorded_once(fixture: Fixture) {
    let request: RequestId = "once".parse().unwrap();
    let command = || Command::AddTasks {
        tasks: vec![new("once")],
    };
    let (first, second) = tokio::join!(
        fixture.command_as(&fixture.actor, command(), Some(request.clone())),
        fixture.command_as(&fixture.actor, command(), Some(request.clone())),
    );
    // Callers look for the request first; whoever overlooks it is stopped by the database.
    let refused = [first, second]
        .into_iter()
        .filter_map(Result::err)
        .collect::<Vec<_>>();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(
        matches!(&refused[0], TransactError::Store(error @ StoreError::Unique { .. }) if error.is_unique("request")),
        "{refused:?}"
    );
    assert_eq!(
        fixture
            .fetch(event::after(fixture.scope(), 0, 10))
            .await
            .len(),
        1
    );
}

async fn completing_a_recurring_task_fills_the_ledger(fixture: Fixture) {
    let task = NewTask {
        due: floating("2026-11-20T09:00:00"),
        series: Some(NewSeries {
            rule: Rule::every(1, Frequency::Daily),
            catch_up: CatchUp::Jump,
        }),
        ..new("water plants")
    };
    let task = fixture.add(vec![task]).await.remove(0);
    fixture.command(complete(&task)).await.unwrap();
    let ledger = fixture
        .fetch(occurrence::of_task(fixture.scope(), task.id, 10))
        .await;
    assert_eq!(ledger.len(), 1);
    assert_eq!(ledger[0].outcome, OccurrenceOutcome::Done);
    assert_eq!(
        ledger[0].before.first().map(|before| before.id),
        Some(task.id)
    );
    let latest = fixture
        .fetch(occurrence::latest(fixture.scope(), &[task.id]))
        .await;
    assert_eq!(latest, ledger);
    let moved = fixture.task(task.id).await.unwrap();
    assert!(moved.is_open() && moved.due != task.due);
    fixture
        .command(Command::ReopenTasks {
            tasks: vec![task.id],
        })
        .await
        .unwrap();
    assert!(
        fixture
            .fetch(occurrence::of_task(fixture.scope(), task.id, 10))
            .await
            .is_empty()
    );
    assert_eq!(fixture.task(task.id).await.unwrap().due, task.due);
}

/// A task that repeats every day, and what its ledger says of its slots.
async fn daily(fixture: &Fixture) -> Task {
    let task = NewTask {
        due: floating("2026-11-20T09:00:00"),
        series: Some(NewSeries {
            rule: Rule::every(1, Frequency::Daily),
            catch_up: CatchUp::Jump,
        }),
        ..new("water plants")
    };
    fixture.add(vec![task]).await.remove(0)
}

async fn outcomes(fixture: &Fixture, task: &Task) -> Vec<(String, OccurrenceOutcome)> {
    let ledger = occurrence::of_task(fixture.scope(), task.id, 10);
    let rows = fixture.fetch(ledger).await;
    rows.into_iter()
        .map(|row| (row.slot.to_string(), row.outcome))
        .collect()
}

/// Carries commands out as one turn, and takes it back.
async fn there_and_back(fixture: &Fixture, commands: Vec<Command>) {
    let turn = TurnId::new(uuid::Uuid::from_u128(77));
    let speaker = Actor {
        turn: Some(turn),
        ..fixture.actor.clone()
    };
    for command in commands {
        let done = fixture.command_as(&speaker, command, None).await;
        done.unwrap();
    }
    let target = UndoTarget::Turn(turn);
    fixture.command(Command::Undo { target }).await.unwrap();
}

async fn undoing_a_turn_that_completed_and_reopened_leaves_nothing_in_the_ledger(fixture: Fixture) {
    let task = daily(&fixture).await;
    let tasks = vec![task.id];
    let reopen = Command::ReopenTasks {
        tasks: tasks.clone(),
    };
    there_and_back(&fixture, vec![complete(&task), reopen.clone()]).await;
    assert_eq!(outcomes(&fixture, &task).await, []);
    // A row that says "done" of an open occurrence would refuse this.
    fixture.command(reopen).await.unwrap();
    assert_eq!(
        content(&fixture.task(task.id).await.unwrap()),
        content(&task)
    );
}

async fn undoing_a_turn_that_reopened_and_completed_again_keeps_the_ledger(fixture: Fixture) {
    let task = daily(&fixture).await;
    fixture.command(complete(&task)).await.unwrap();
    let before = outcomes(&fixture, &task).await;
    assert_eq!(before.len(), 1);
    let reopen = Command::ReopenTasks {
        tasks: vec![task.id],
    };
    there_and_back(&fixture, vec![reopen, complete(&task)]).await;
    assert_eq!(outcomes(&fixture, &task).await, before);
}

async fn a_series_that_was_moved_back_completes_the_same_slot_again(fixture: Fixture) {
    let due = floating("2026-11-20T18:00:00").unwrap();
    let task = NewTask {
        due: Some(due.clone()),
        series: Some(NewSeries {
            rule: Rule::every(1, Frequency::Daily),
            catch_up: CatchUp::Jump,
        }),
        ..new("water plants")
    };
    let task = fixture.add(vec![task]).await.remove(0);
    let back = Command::RescheduleTasks {
        tasks: vec![task.id],
        to: Move::Exactly { due: due.clone() },
        span: Span::Series,
    };
    for command in [complete(&task), back, complete(&task)] {
        fixture.command(command).await.unwrap();
    }
    let ledger = fixture
        .fetch(occurrence::of_task(fixture.scope(), task.id, 10))
        .await;
    assert_eq!(ledger.len(), 1);
    assert_eq!(ledger[0].slot, due.slot());
}

async fn timers_follow_their_task(fixture: Fixture) {
    let task = NewTask {
        due: floating("2026-12-01T09:00:00"),
        reminders: Some(vec![ReminderTime::Relative {
            anchor: Default::default(),
            minutes_before: 10,
        }]),
        ..new("call mum")
    };
    let task = fixture.add(vec![task]).await.remove(0);
    let pending = || async {
        let timers = fixture
            .fetch(timer::of_tasks(fixture.scope(), &[task.id]))
            .await;
        timers
            .into_iter()
            .map(|timer| timer.fire_at.to_string())
            .collect::<Vec<_>>()
    };
    // 08:50 in Berlin.
    assert_eq!(pending().await, ["2026-12-01T07:50:00Z"]);
    let later = domain::command::Patch::Set(floating("2026-12-02T09:00:00").unwrap());
    let fields = TaskFields {
        due: later,
        ..TaskFields::default()
    };
    fixture.command(edit(&task, fields)).await.unwrap();
    assert_eq!(pending().await, ["2026-12-02T07:50:00Z"]);
    let due_at = "2026-12-02T08:00:00Z".parse().unwrap();
    let due = fixture
        .fetch(timer::due_of_space(fixture.scope(), due_at, 10))
        .await;
    assert_eq!(due.len(), 1);
    let spaces = fixture.fetch(timer::due_spaces(due_at, 10)).await;
    assert_eq!(
        spaces
            .iter()
            .map(|due| (due.space, due.timers))
            .collect::<Vec<_>>(),
        [(fixture.actor.space, 1)]
    );
    fixture.command(complete(&task)).await.unwrap();
    assert!(pending().await.is_empty());
    assert!(fixture.fetch(timer::earliest()).await.is_empty());
}

async fn tags_and_projects_are_in_the_directory(fixture: Fixture) {
    let project = ProjectFields {
        name: Some("Garden".to_owned()),
        ..ProjectFields::default()
    };
    fixture
        .command(Command::AddProject { project })
        .await
        .unwrap();
    let task = NewTask {
        project: Some(ProjectRef::Named("garden".to_owned())),
        tags: vec!["Outdoors".to_owned()],
        ..new("rake leaves")
    };
    fixture.add(vec![task]).await;
    let mut batch = Batch::new();
    let locked = batch.add(space::load(fixture.scope()));
    let directory = space::directory(fixture.scope(), &mut batch);
    let counts = batch.add(task::open_counts(fixture.scope()));
    let mut loaded = fixture.store.read(batch).await.unwrap();
    let directory = directory.take(&mut loaded);
    let garden = directory.project_named("GARDEN").expect("it was added");
    assert!(directory.tag_named("outdoors").is_some());
    assert!(directory.inbox().is_some());
    assert_eq!(directory.members.len(), 1);
    assert_eq!(loaded.all(counts), [(garden.id, 1)]);
    let (space, _) = loaded.one(locked).unwrap();
    assert_eq!((space.rev, space.next_number), (3, 2));
    assert_eq!(space.directory_rev, 2);
}

async fn history_is_read_newest_first(fixture: Fixture) {
    for title in ["one", "two", "three"] {
        fixture.add_titles(&[title]).await;
    }
    let first = fixture.fetch(change::page(fixture.scope(), None, 2)).await;
    assert_eq!(
        first
            .iter()
            .map(|change| change.last_rev)
            .collect::<Vec<_>>(),
        [3, 2]
    );
    let second = fixture
        .fetch(change::page(fixture.scope(), Some(2), 2))
        .await;
    assert_eq!(
        second
            .iter()
            .map(|change| change.last_rev)
            .collect::<Vec<_>>(),
        [1]
    );
    let ids: Vec<_> = first.iter().map(|change| change.id).collect();
    let events = fixture
        .fetch(event::of_changes(fixture.scope(), &ids))
        .await;
    assert_eq!(
        events.iter().map(|event| event.rev).collect::<Vec<_>>(),
        [2, 3]
    );
    let subject = events[0].subject_id;
    let of_it = fixture
        .fetch(change::of_subject(fixture.scope(), subject, None, 10))
        .await;
    assert_eq!(of_it.len(), 1);
}

async fn changed_tasks_are_found_by_revision(fixture: Fixture) {
    let tasks = fixture.add_titles(&["one", "two"]).await;
    fixture.command(complete(&tasks[0])).await.unwrap();
    let changed = fixture
        .fetch(task::changed_after(fixture.scope(), 2, 100))
        .await;
    assert_eq!(
        changed.iter().map(|task| task.id).collect::<Vec<_>>(),
        [tasks[0].id]
    );
    let all = fixture
        .fetch(task::page_of_all(fixture.scope(), None, 1))
        .await;
    let rest = fixture
        .fetch(task::page_of_all(fixture.scope(), Some(all[0].id), 10))
        .await;
    assert_eq!((all[0].id, rest[0].id), (tasks[0].id, tasks[1].id));
}

async fn found(fixture: &Fixture, text: &str) -> Vec<String> {
    let engine = fixture.store.engine();
    titles(fixture, search::find(engine, fixture.scope(), text, 10)).await
}

async fn titles(fixture: &Fixture, fetch: Option<Fetch<Task>>) -> Vec<String> {
    let Some(fetch) = fetch else {
        return Vec::new();
    };
    let tasks = fixture.fetch(fetch).await;
    tasks.into_iter().map(|task| task.title).collect()
}

async fn words_find_tasks_by_their_beginning(fixture: Fixture) {
    let notes = NewTask {
        notes: "Geräte im Schuppen".to_owned(),
        ..new("rake leaves")
    };
    let list = NewTask {
        checklist: vec!["Handschuhe".to_owned()],
        ..new("O'Brien's \"gate\"")
    };
    fixture
        .add(vec![new("Größe messen"), notes, list, new("rent")])
        .await;
    for (text, expected) in [
        ("grosse", vec!["Größe messen"]),
        ("GRÖ mess", vec!["Größe messen"]),
        ("gerate", vec!["rake leaves"]),
        ("handsch", vec!["O'Brien's \"gate\""]),
        ("o'brien", vec!["O'Brien's \"gate\""]),
        ("r", vec!["rent", "rake leaves"]),
        ("rake rent", vec![]),
        ("'; DROP TABLE task; --", vec![]),
        ("nothing", vec![]),
        ("()*:& | ! \\", vec![]),
    ] {
        assert_eq!(found(&fixture, text).await, expected, "{text}");
    }
    let engine = fixture.store.engine();
    let any = search::find_any(engine, fixture.scope(), "rake rent", 10);
    let mut any = titles(&fixture, any).await;
    any.sort();
    assert_eq!(any, ["rake leaves", "rent"]);
}

async fn whole_words_of_titles_come_first_and_the_newest_before_older(fixture: Fixture) {
    let notes = NewTask {
        notes: "with the car".to_owned(),
        ..new("fetch the carpet")
    };
    let tasks = vec![
        new("wash the car"),
        new("sell the car"),
        new("buy a card"),
        notes,
        NewTask {
            notes: "car keys".to_owned(),
            ..new("look everywhere")
        },
    ];
    fixture.add(tasks).await;
    let best = [
        "sell the car",
        "wash the car",
        "fetch the carpet",
        "buy a card",
        "look everywhere",
    ];
    assert_eq!(found(&fixture, "car").await, best);
    let engine = fixture.store.engine();
    let page = search::find(engine, fixture.scope(), "car", 3);
    assert_eq!(titles(&fixture, page).await, best[..3]);
    assert_eq!(found(&fixture, "the car").await, best[..3]);
}

async fn words_follow_an_edit(fixture: Fixture) {
    let task = fixture.add_titles(&["pay rent"]).await.remove(0);
    let fields = TaskFields {
        title: Some("pay taxes".to_owned()),
        ..TaskFields::default()
    };
    fixture.command(edit(&task, fields)).await.unwrap();
    assert!(found(&fixture, "rent").await.is_empty());
    assert_eq!(found(&fixture, "taxes").await, ["pay taxes"]);
    let delete = Command::DeleteTasks {
        tasks: vec![task.id],
        span: Span::Series,
    };
    fixture.command(delete).await.unwrap();
    assert!(found(&fixture, "taxes").await.is_empty());
    fixture
        .command(Command::RestoreTasks {
            tasks: vec![task.id],
        })
        .await
        .unwrap();
    assert_eq!(found(&fixture, "taxes").await, ["pay taxes"]);
}

async fn the_database_is_healthy_after_all_of_it(fixture: Fixture) {
    let added = fixture
        .add(vec![NewTask {
            due: floating("2026-12-01T09:00:00"),
            ..new("x")
        }])
        .await;
    let done = fixture.command(complete(&added[0])).await.unwrap();
    assert_eq!(written(&done).len(), 1);
    let health = fixture.store.examine().await.unwrap();
    assert_eq!(health.faults, Vec::<String>::new());
    assert_eq!(health.schema, health.known_schema);
    assert!(health.size_bytes > 0);
    assert!(health.counts.contains(&("events", 2)), "{health:?}");
    fixture.store.ping().await.unwrap();
}
