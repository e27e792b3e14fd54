//! Reading: lists, filters, pages, search, the overview, history, sync.

use app::{HistoryQuery, ListTasks, QueryError, TaskSet};
use domain::command::{
    Command, Expected, NewTask, Patch, Span, TaskChange, TaskFields, UndoTarget,
};
use domain::{Priority, TagId, TaskId};

use crate::on_both;

fn filter(text: &str) -> ListTasks {
    ListTasks {
        filter: Some(text.to_owned()),
        ..ListTasks::default()
    }
}

/// A task that was due yesterday.
fn overdue(title: &str) -> NewTask {
    let due = domain::Due::Day {
        date: jiff::civil::date(2026, 11, 19),
    };
    NewTask {
        title: title.to_owned(),
        due: Some(due),
        ..NewTask::default()
    }
}

on_both! {
    filters_choose_by_date_mark_and_state(house) {
        for text in [
            "write report today p1 #work",
            "buy milk tomorrow",
            "dream",
            "pay rent on the 1st of every month",
        ] {
            house.app.add_text(&house.actor, text, None).await.unwrap();
        }
        house.must(Command::AddTasks { tasks: vec![overdue("call mum")] }).await;
        let table = [
            ("overdue", vec!["call mum"]),
            ("today", vec!["write report"]),
            ("p1", vec!["write report"]),
            ("#work & today", vec!["write report"]),
            ("due < +2d and not #work", vec!["buy milk", "call mum"]),
            ("no due", vec!["dream"]),
            ("recurring", vec!["pay rent"]),
            ("text:\"mil\"", vec!["buy milk"]),
        ];
        for (text, expected) in table {
            let page = house.app.tasks(&house.actor, &filter(text)).await.unwrap();
            let mut titles: Vec<&str> = page.tasks.iter().map(|task| task.title.as_str()).collect();
            titles.sort_unstable();
            assert_eq!(titles, expected, "{text}");
        }
    }

    a_filter_error_names_its_place_and_what_was_meant(house) {
        house.app.add_text(&house.actor, "x #groceries", None).await.unwrap();
        let error = house.app.tasks(&house.actor, &filter("today & #grocries")).await.unwrap_err();
        let QueryError::Filter(error) = error else { panic!("{error:?}") };
        assert_eq!(error.position, 8);
        assert!(error.to_string().contains("groceries"), "{error}");
    }

    pages_hold_every_task_once_in_order(house) {
        let tasks: Vec<NewTask> = (0..57)
            .map(|index| NewTask {
                title: format!("t{index}"),
                priority: [Priority::None, Priority::High, Priority::Low][index % 3],
                due: (index % 4 != 0).then(|| domain::Due::Day {
                    date: jiff::civil::date(2026, 12, 1 + i8::try_from(index % 9).unwrap()),
                }),
                ..NewTask::default()
            })
            .collect();
        house.must(Command::AddTasks { tasks }).await;
        for sort in ["due", "-due", "priority", "-priority,due", "title", "-created", "position"] {
            let whole = ListTasks { sort: Some(sort.to_owned()), limit: 200, ..ListTasks::default() };
            let whole: Vec<_> = house.app.tasks(&house.actor, &whole).await.unwrap()
                .tasks.into_iter().map(|task| task.number).collect();
            assert_eq!(whole.len(), 57);
            let mut list = ListTasks { sort: Some(sort.to_owned()), limit: 10, ..ListTasks::default() };
            let mut paged = Vec::new();
            loop {
                let page = house.app.tasks(&house.actor, &list).await.unwrap();
                paged.extend(page.tasks.iter().map(|task| task.number));
                list.cursor = page.next_cursor;
                if list.cursor.is_none() {
                    break;
                }
            }
            assert_eq!(paged, whole, "sorted by {sort}");
        }
        let foreign = ListTasks { cursor: Some("nonsense".to_owned()), ..ListTasks::default() };
        assert!(matches!(
            house.app.tasks(&house.actor, &foreign).await,
            Err(QueryError::Invalid { parameter: "cursor", .. })
        ));
    }

    search_folds_case_and_accents_and_finds_beginnings_of_words(house) {
        house.add("Visit the Café in Zürich").await;
        house.add("buy milk").await;
        for query in ["cafe", "ZUR", "caf zuri", "Café"] {
            let found = house.app.search(&house.actor, query, 20).await.unwrap();
            assert_eq!(found.len(), 1, "{query}");
        }
        assert!(house.app.search(&house.actor, "milkshake", 20).await.unwrap().is_empty());
        assert!(house.app.search(&house.actor, " ", 20).await.is_err());
    }

    the_overview_counts_by_the_readers_calendar(house) {
        for text in ["a today", "c tomorrow", "d", "e today at 8am", "f today at 5pm"] {
            house.app.add_text(&house.actor, text, None).await.unwrap();
        }
        house.must(Command::AddTasks { tasks: vec![overdue("b")] }).await;
        house.travel("2026-11-20T18:00:00");
        let counts = house.app.overview(&house.actor).await.unwrap().counts;
        // Due today are a, e and f; b and the two times are past by six.
        assert_eq!((counts.today, counts.overdue, counts.upcoming), (3, 3, 1));
        assert_eq!((counts.due, counts.open, counts.inbox), (4, 6, 6));
    }

    history_tells_who_did_what_and_what_exactly(house) {
        let milk = house.add("milk").await;
        let id = TaskId::new(milk.id);
        house.must(Command::DeleteTasks { tasks: vec![id], span: Span::Series }).await;
        house.must(Command::Undo { target: UndoTarget::Last }).await;
        let history = house.app.history(&house.actor, &HistoryQuery::default()).await.unwrap();
        let words: Vec<&str> = history.changes.iter().map(|change| change.words.as_str()).collect();
        assert_eq!(words, ["Undid milk", "Deleted milk", "Added milk", "Changed settings"]);
        assert!(history.changes[1].undone);
        assert_eq!(history.changes[1].events[0].kind, "task.deleted");
        assert!(history.changes[1].events[0].after.contains_key("deleted_at"));
        let page = HistoryQuery { limit: 2, ..HistoryQuery::default() };
        let first = house.app.history(&house.actor, &page).await.unwrap();
        let rest = HistoryQuery { cursor: first.next_cursor, ..page };
        let rest = house.app.history(&house.actor, &rest).await.unwrap();
        assert_eq!(rest.changes[0].words, "Added milk");
        let of_task = HistoryQuery { task: Some(id), ..HistoryQuery::default() };
        assert_eq!(house.app.history(&house.actor, &of_task).await.unwrap().changes.len(), 3);
    }

    history_names_what_its_fields_mention_also_when_it_is_gone(house) {
        let text = "pay rent on the 1st of every month #home";
        let rent = house.app.add_text(&house.actor, text, None).await.unwrap().tasks.remove(0);
        let key = house.add("find the key").await;
        let fields = TaskFields {
            blocked_by: Patch::Set([TaskId::new(key.id)].into()),
            ..TaskFields::default()
        };
        let change = TaskChange {
            task: TaskId::new(rent.id),
            expected: Expected::Any,
            fields,
            only_this: false,
        };
        house.must(Command::UpdateTasks { changes: vec![change] }).await;
        let tag = house.app.overview(&house.actor).await.unwrap().tags.remove(0).id;
        house.must(Command::DeleteTag { id: TagId::new(tag) }).await;
        let query = HistoryQuery::default();
        let history = house.app.history(&house.actor, &query).await.unwrap();
        let words: Vec<&str> = history.changes.iter().map(|change| change.words.as_str()).collect();
        assert_eq!(
            words[..4],
            ["Deleted home", "Changed pay rent", "Added find the key", "Added pay rent"]
        );
        assert_eq!(history.names[&tag], "home");
        assert_eq!(history.names[&key.id], "find the key");
        assert!(!history.names.contains_key(&rent.id), "nothing mentions it");
        let added = history.changes[3].events.iter().find(|event| event.subject_id == rent.id);
        let rule = &added.unwrap().after["series"]["rule"];
        assert_eq!(rule["words"], rent.rule.unwrap().words);
        let of_task = HistoryQuery { task: Some(TaskId::new(rent.id)), ..query };
        let page = house.app.history(&house.actor, &of_task).await.unwrap();
        assert_eq!(page.names[&key.id], "find the key");
    }

    a_copy_that_follows_deltas_is_the_same_as_a_fresh_one(house) {
        let start = house.app.sync(&house.actor, None).await.unwrap();
        assert!(start.full && !start.more);
        let milk = house.add("milk").await;
        let eggs = house.add("eggs").await;
        house.must(Command::DeleteTasks { tasks: vec![TaskId::new(eggs.id)], span: Span::Series }).await;
        let delta = house.app.sync(&house.actor, Some(&start.next_after)).await.unwrap();
        assert!(!delta.full);
        assert_eq!(delta.tasks.iter().map(|task| task.id).collect::<Vec<_>>(), [milk.id]);
        assert_eq!(delta.removed, [eggs.id]);
        let nothing = house.app.sync(&house.actor, Some(&delta.next_after)).await.unwrap();
        assert!(nothing.tasks.is_empty() && nothing.removed.is_empty());
        assert!(house.app.sync(&house.actor, Some("nonsense")).await.is_err());
    }

    watchers_are_told_of_changes_here_and_of_changes_elsewhere(house) {
        let receiver = house.app.subscribe(&house.actor).unwrap();
        let here = house.must(Command::AddTasks { tasks: vec![NewTask {
            title: "x".to_owned(), ..NewTask::default()
        }] }).await;
        assert_eq!(*receiver.borrow(), here.rev);
        let other = house.beside().await;
        let there = Command::AddTasks { tasks: vec![NewTask {
            title: "y".to_owned(), ..NewTask::default()
        }] };
        let there = other.execute(&house.actor, there, None).await.unwrap();
        house.app.poll_feed().await.unwrap();
        assert_eq!(*receiver.borrow(), there.rev);
        let events = house.app.events(&house.actor, here.rev, 10).await.unwrap();
        assert_eq!(events[0].title.as_deref(), Some("y"));
    }

    the_trash_is_a_list_of_its_own(house) {
        let milk = house.add("milk").await;
        house.must(Command::DeleteTasks { tasks: vec![TaskId::new(milk.id)], span: Span::Series }).await;
        let set = |set| ListTasks { set, ..ListTasks::default() };
        assert_eq!(house.app.tasks(&house.actor, &set(TaskSet::Trash)).await.unwrap().tasks.len(), 1);
        for other in [TaskSet::Open, TaskSet::Done, TaskSet::All] {
            assert!(house.app.tasks(&house.actor, &set(other)).await.unwrap().tasks.is_empty());
        }
    }
}
