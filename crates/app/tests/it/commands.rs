//! Commands: done once, answered from what was stored, undone, seen by other processes.

use app::{ExecuteError, ListTasks, TaskKey};
use domain::command::{
    Command, Completion, CompletionOutcome, NewTask, Patch, ProjectRef, Span, TaskChange,
    TaskFields, UndoTarget,
};
use domain::{RequestId, TaskId};

use crate::on_both;

fn new(title: &str) -> Command {
    Command::AddTasks {
        tasks: vec![NewTask {
            title: title.to_owned(),
            ..NewTask::default()
        }],
    }
}

fn complete(id: uuid::Uuid) -> Command {
    Command::CompleteTasks {
        tasks: vec![Completion {
            task: TaskId::new(id),
            expected_slot: None,
            outcome: CompletionOutcome::Done,
            completed_at: None,
        }],
    }
}

fn edit(id: uuid::Uuid, fields: TaskFields) -> Command {
    let change = TaskChange {
        task: TaskId::new(id),
        expected: domain::command::Expected::Any,
        fields,
        only_this: false,
    };
    Command::UpdateTasks {
        changes: vec![change],
    }
}

fn request(name: &str) -> RequestId {
    name.parse().unwrap()
}

on_both! {
    the_rent_sentence_is_exactly_one_task_with_its_next_three_dates(house) {
        let text = "remind me to pay rent on the 1st of every month, high priority, #home";
        let outcome = house.app.add_text(&house.actor, text, None).await.unwrap();
        assert_eq!(outcome.tasks.len(), 1);
        let task = &outcome.tasks[0];
        assert_eq!(task.title, "pay rent");
        assert_eq!(task.priority, domain::Priority::High);
        assert_eq!(task.tags, ["home"]);
        assert_eq!(task.due.as_ref().unwrap().date, "2026-12-01");
        assert_eq!(task.rule.as_ref().unwrap().rrule, "FREQ=MONTHLY;BYMONTHDAY=1");
        assert_eq!(task.next, ["2027-01-01", "2027-02-01", "2027-03-01"]);
        assert_eq!(task.expected_slot.as_deref(), Some("2026-12-01"));
        let read = house.app.task(&house.actor, TaskKey::Number(task.number)).await.unwrap();
        assert_eq!(&read, task);
    }

    a_retry_gets_the_stored_answer_and_does_nothing(house) {
        let id = request("r-1");
        let first = house.app.execute(&house.actor, new("milk"), Some(&id)).await.unwrap();
        house.must(complete(first.tasks[0].id)).await;
        let again = house.app.execute(&house.actor, new("milk"), Some(&id)).await.unwrap();
        assert_eq!(again, first);
        let all = house.app.tasks(&house.actor, &ListTasks::default()).await.unwrap();
        assert!(all.tasks.is_empty());
    }

    a_retry_of_words_on_a_later_day_is_still_the_same_request(house) {
        let id = request("r-1");
        let text = "buy milk tomorrow";
        let first = house.app.add_text(&house.actor, text, Some(&id)).await.unwrap();
        house.travel("2026-11-22T09:00:00");
        let again = house.app.add_text(&house.actor, text, Some(&id)).await.unwrap();
        assert_eq!(again, first);
    }

    a_request_id_used_for_something_else_is_refused(house) {
        let id = request("r-1");
        house.app.execute(&house.actor, new("milk"), Some(&id)).await.unwrap();
        let other = house.app.execute(&house.actor, new("eggs"), Some(&id)).await;
        assert!(matches!(other, Err(ExecuteError::RequestReused)));
        let all = house.app.tasks(&house.actor, &ListTasks::default()).await.unwrap();
        assert_eq!(all.tasks.len(), 1);
    }

    every_command_loads_what_it_decides_on(house) {
        let rent = "pay rent every month on the 1st #home";
        let rent = house.app.add_text(&house.actor, rent, None).await.unwrap().tasks[0].id;
        let top = house.add("top").await.id;
        let child = NewTask {
            title: "child".to_owned(),
            parent: Some(TaskId::new(top)),
            ..NewTask::default()
        };
        let child = house.must(Command::AddTasks { tasks: vec![child] }).await.tasks[0].id;
        let id = TaskId::new;

        house.must(complete(rent)).await;
        let open = house.must(Command::ReopenTasks { tasks: vec![id(rent)] }).await;
        assert_eq!(open.tasks[0].due.as_ref().unwrap().date, "2026-12-01");

        let moved = TaskFields {
            project: Patch::Set(ProjectRef::NamedOrNew("Work".to_owned())),
            ..TaskFields::default()
        };
        house.must(edit(top, moved)).await;
        let view = house.app.task(&house.actor, TaskKey::Id(id(child))).await.unwrap();
        assert_eq!(view.project, "Work");

        let deleted = house.must(Command::DeleteTasks { tasks: vec![id(top)], span: Span::Series }).await;
        assert!(deleted.tasks.iter().any(|task| task.id == child && task.deleted_at.is_some()));
        house.must(Command::RestoreTasks { tasks: vec![id(top)] }).await;
        let view = house.app.task(&house.actor, TaskKey::Id(id(child))).await.unwrap();
        assert_eq!(view.deleted_at, None);

        let draft = house.add("draft").await.id;
        house.must(Command::DeleteTasks { tasks: vec![id(draft)], span: Span::Series }).await;
        let purged = house.must(Command::PurgeTasks { tasks: vec![id(draft)] }).await;
        assert_eq!(purged.words, "Deleted draft for good.");
        assert!(house.app.task(&house.actor, TaskKey::Id(id(draft))).await.is_err());

        let copies = house.must(Command::DuplicateTasks { tasks: vec![id(top)] }).await;
        assert!(copies.tasks.iter().any(|task| task.title == "child" && task.id != child));

        let place = TaskFields {
            place: Some(domain::command::Place::First),
            ..TaskFields::default()
        };
        house.must(edit(rent, place)).await;
        let sorted = ListTasks { sort: Some("position".to_owned()), ..ListTasks::default() };
        let list = house.app.tasks(&house.actor, &sorted).await.unwrap();
        assert_eq!(list.tasks[0].id, rent);

        let work = list.tasks.iter().find(|task| task.project == "Work").unwrap().project_id;
        let work = domain::ProjectId::new(work);
        let gone = house.must(Command::DeleteProject { id: work }).await;
        assert!(gone.tasks.len() >= 2);
        let undone = house.must(Command::Undo { target: UndoTarget::Last }).await;
        assert_eq!(undone.undone, [gone.change_id.unwrap()]);
        let view = house.app.task(&house.actor, TaskKey::Id(id(child))).await.unwrap();
        assert_eq!((view.deleted_at, view.project.as_str()), (None, "Work"));
        let overview = house.app.overview(&house.actor).await.unwrap();
        assert!(overview.projects.iter().any(|project| project.name == "Work"));

        let tag = overview.tags.iter().find(|tag| tag.name == "home").unwrap().id;
        house.must(Command::DeleteTag { id: domain::TagId::new(tag) }).await;
        let view = house.app.task(&house.actor, TaskKey::Id(id(rent))).await.unwrap();
        assert!(view.tags.is_empty());
    }

    undo_takes_back_the_latest_change_once_and_then_the_one_before(house) {
        let milk = house.add("milk").await;
        house.must(complete(milk.id)).await;
        let first = house.must(Command::Undo { target: UndoTarget::Last }).await;
        assert_eq!(first.tasks[0].status, domain::Status::Open);
        let second = house.must(Command::Undo { target: UndoTarget::Last }).await;
        assert!(second.tasks[0].deleted_at.is_some());
    }

    a_merge_of_disjoint_edits_works_and_a_conflict_names_both_values(house) {
        let milk = house.add("milk").await;
        let title = |text: &str| TaskFields { title: Some(text.to_owned()), ..TaskFields::default() };
        house.must(edit(milk.id, title("oat milk"))).await;
        let merge = |fields| {
            let mut command = edit(milk.id, fields);
            if let Command::UpdateTasks { changes } = &mut command {
                changes[0].expected = domain::command::Expected::Merge(1);
            }
            command
        };
        let notes = TaskFields { notes: Patch::Set("two".to_owned()), ..TaskFields::default() };
        house.must(merge(notes)).await;
        let refused = house.app.execute(&house.actor, merge(title("soy")), None).await;
        let Err(ExecuteError::Rejected(rejection)) = refused else { panic!("{refused:?}") };
        assert!(rejection.to_string().contains("'title'"), "{rejection}");
    }

    another_process_sees_what_is_acknowledged_and_numbers_never_repeat(house) {
        let other = house.beside().await;
        let mut numbers = Vec::new();
        for index in 0..10 {
            let app = if index % 2 == 0 { &house.app } else { &other };
            let outcome = app.execute(&house.actor, new(&format!("t{index}")), None).await.unwrap();
            numbers.push(outcome.tasks[0].number);
        }
        let expected: Vec<i64> = (numbers[0]..numbers[0] + 10).collect();
        assert_eq!(numbers, expected);
        let list = other.tasks(&house.actor, &ListTasks::default()).await.unwrap();
        assert_eq!(list.tasks.len(), 10);
    }

    concurrent_commands_all_count_and_revisions_stay_dense(house) {
        let started = house.app.overview(&house.actor).await.unwrap().rev;
        let writers = (0..40).map(|index| {
            let (app, actor) = (house.app.clone(), house.actor.clone());
            tokio::spawn(async move {
                app.execute(&actor, new(&format!("t{index}")), None).await.unwrap().rev
            })
        });
        let mut revisions = Vec::new();
        for writer in writers.collect::<Vec<_>>() {
            revisions.push(writer.await.unwrap());
        }
        revisions.sort_unstable();
        assert_eq!(revisions, (started + 1..=started + 40).collect::<Vec<_>>());
    }

    a_preview_shows_what_would_happen_and_writes_nothing(house) {
        let preview = house.app.preview(&house.actor, new("milk")).await.unwrap();
        assert_eq!(preview.change_id, None);
        assert_eq!(preview.tasks[0].title, "milk");
        let list = house.app.tasks(&house.actor, &ListTasks::default()).await.unwrap();
        assert!(list.tasks.is_empty());
    }
}
