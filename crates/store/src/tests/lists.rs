//! Pages of tasks: what they hold, in which order, and how they are found.

use domain::command::{Command, Completion, CompletionOutcome, NewTask, Span};
use domain::filter::{Filter, FilterContext, Resolved, SortKey, Surroundings};
use domain::{Due, Priority, Task};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::fixture::Fixture;
use super::on_both;
use crate::list::{Cursor, Listed, Query, Shown, count, page};
use crate::space;
use crate::statement::Batch;

on_both! {
    a_list_continues_where_the_page_before_ended,
    what_has_no_due_date_comes_last_in_both_directions,
    urgent_tasks_come_first_and_then_the_earliest_due,
    done_and_deleted_tasks_have_lists_of_their_own,
    a_count_stops_at_its_limit,
    filters_find_the_same_tasks_as_in_memory,
}

fn due(json: &str) -> Option<Due> {
    Some(serde_json::from_str(json).unwrap())
}

fn day(day: &str) -> Option<Due> {
    due(&format!(r#"{{"kind":"day","date":"{day}"}}"#))
}

fn new(title: &str, due: Option<Due>, priority: Priority) -> NewTask {
    NewTask {
        title: title.to_owned(),
        due,
        priority,
        ..NewTask::default()
    }
}

async fn rows(fixture: &Fixture, query: &Query<'_>) -> Vec<Listed> {
    let mut batch = Batch::new();
    let key = page(fixture.scope(), query, &mut batch).unwrap();
    key.take(&mut fixture.store.read(batch).await.unwrap())
}

async fn titles(fixture: &Fixture, query: &Query<'_>) -> Vec<String> {
    rows(fixture, query)
        .await
        .into_iter()
        .map(|row| row.task.title)
        .collect()
}

fn sort(text: &str) -> Vec<SortKey> {
    SortKey::parse_list(text).unwrap()
}

async fn fill(fixture: &Fixture) {
    fixture
        .add(vec![
            new("no date", None, Priority::Urgent),
            new("third", day("2026-12-03"), Priority::None),
            new(
                "second",
                due(r#"{"kind":"floating","date":"2026-12-03","time":"09:00"}"#),
                Priority::High,
            ),
            new("first", day("2026-12-01"), Priority::High),
            new("no date either", None, Priority::None),
        ])
        .await;
}

async fn a_list_continues_where_the_page_before_ended(fixture: Fixture) {
    fill(&fixture).await;
    for order in [
        "due",
        "-due",
        "priority",
        "-priority",
        "title",
        "-title",
        "created",
        "-created",
        "position",
        "-number",
        "deadline",
        "-deadline",
        "-start",
        "completed",
        "-completed",
        "updated",
        "priority,-due",
        "-due,title",
        "-deadline,-due",
    ] {
        let keys = sort(order);
        let query = Query {
            sort: &keys,
            limit: 100,
            ..Query::default()
        };
        let whole = titles(&fixture, &query).await;
        assert_eq!(whole.len(), 5, "{order}");
        let mut paged = Vec::new();
        let mut cursor = None;
        loop {
            let query = Query {
                sort: &keys,
                after: cursor.as_ref(),
                limit: 2,
                ..Query::default()
            };
            let rows = rows(&fixture, &query).await;
            let Some(last) = rows.last() else { break };
            cursor = Cursor::parse(&last.cursor.to_text());
            paged.extend(rows.into_iter().map(|row| row.task.title));
        }
        assert_eq!(paged, whole, "{order}");
    }
}

async fn what_has_no_due_date_comes_last_in_both_directions(fixture: Fixture) {
    fill(&fixture).await;
    let up = sort("due");
    let query = Query {
        sort: &up,
        limit: 10,
        ..Query::default()
    };
    let expected = ["first", "second", "third", "no date", "no date either"];
    assert_eq!(titles(&fixture, &query).await, expected);
    let down = sort("-due");
    let query = Query {
        sort: &down,
        limit: 10,
        ..Query::default()
    };
    let expected = ["third", "second", "first", "no date either", "no date"];
    assert_eq!(titles(&fixture, &query).await, expected);
}

async fn urgent_tasks_come_first_and_then_the_earliest_due(fixture: Fixture) {
    fill(&fixture).await;
    let keys = sort("-priority");
    let query = Query {
        sort: &keys,
        limit: 10,
        ..Query::default()
    };
    let expected = ["no date", "first", "second", "third", "no date either"];
    assert_eq!(titles(&fixture, &query).await, expected);
}

async fn done_and_deleted_tasks_have_lists_of_their_own(fixture: Fixture) {
    let tasks = fixture
        .add_titles(&["stays", "is done", "is deleted"])
        .await;
    let done = Completion {
        task: tasks[1].id,
        expected_slot: None,
        outcome: CompletionOutcome::Done,
        completed_at: None,
    };
    fixture
        .command(Command::CompleteTasks { tasks: vec![done] })
        .await
        .unwrap();
    let delete = Command::DeleteTasks {
        tasks: vec![tasks[2].id],
        span: Span::This,
    };
    fixture.command(delete).await.unwrap();
    for (shown, expected) in [
        (Shown::Open, vec!["stays"]),
        (Shown::Done, vec!["is done"]),
        (Shown::Trash, vec!["is deleted"]),
        (Shown::All, vec!["stays", "is done"]),
    ] {
        let query = Query {
            shown,
            limit: 10,
            ..Query::default()
        };
        assert_eq!(titles(&fixture, &query).await, expected);
    }
}

async fn a_count_stops_at_its_limit(fixture: Fixture) {
    fill(&fixture).await;
    let query = Query::default();
    assert_eq!(
        fixture.fetch(count(fixture.scope(), &query, 100)).await,
        [5]
    );
    assert_eq!(fixture.fetch(count(fixture.scope(), &query, 3)).await, [3]);
}

/// Filters that touch every column that a filter may touch.
const FILTERS: &[&str] = &[
    "",
    "today",
    "overdue",
    "upcoming",
    "no due",
    "due < +7d",
    "due >= 2026-12-01 and due <= 2026-12-03",
    "not due < +3d",
    "start <= today",
    "deadline < +30d",
    "no deadline",
    "created >= today",
    "p1",
    "p2 | p3",
    "priority >= high",
    "#errands",
    "not #errands",
    "#errands & #home",
    "+garden",
    "not +garden",
    "recurring",
    "blocked",
    "not blocked",
    "subtask",
    "\"pay\"",
    "text:\"50%\"",
    "text:\"a_b\"",
    "has:notes",
    "has:checklist",
    "has:reminder",
    "has:tag",
    "no tag",
    "has:duration",
    "assigned:me",
    "assigned:none",
    "status:waiting",
    "status:any",
    "(today | overdue) & p1",
    "not (p1 | #home)",
    "completed >= today",
    "due = mon",
    "no section",
];

async fn filters_find_the_same_tasks_as_in_memory(fixture: Fixture) {
    let mut runner = TestRunner::deterministic();
    for _ in 0..4 {
        let new: Vec<NewTask> = proptest::collection::vec(any_task(), 20)
            .new_tree(&mut runner)
            .unwrap()
            .current();
        let added = fixture.add(new).await;
        let nested = Command::UpdateTasks {
            changes: vec![domain::command::TaskChange {
                task: added[0].id,
                expected: domain::command::Expected::Any,
                fields: domain::command::TaskFields {
                    assignees: domain::command::Patch::Set([fixture.actor.user].into()),
                    parent: domain::command::Patch::Set(added[2].id),
                    ..Default::default()
                },
                only_this: false,
            }],
        };
        fixture.command(nested).await.unwrap();
        // No command sets this yet.
        let (blocked, blocker) = (added[0].number, added[1].id);
        fixture.sql(&format!(
            "UPDATE task SET blocked_by = '[\"{blocker}\"]' WHERE number = {blocked}"
        ));
        let done = |task: &Task| Completion {
            task: task.id,
            expected_slot: None,
            outcome: CompletionOutcome::Done,
            completed_at: None,
        };
        let completions = added[15..18].iter().map(done).collect();
        fixture
            .command(Command::CompleteTasks { tasks: completions })
            .await
            .unwrap();
    }
    let mut batch = Batch::new();
    let locked = batch.add(space::load(fixture.scope()));
    let directory = space::directory(fixture.scope(), &mut batch);
    let mut loaded = fixture.store.read(batch).await.unwrap();
    let (_, settings) = loaded.one(locked).unwrap();
    let directory = directory.take(&mut loaded);
    let query = Query {
        shown: Shown::All,
        limit: 1000,
        ..Query::default()
    };
    let all: Vec<Task> = rows(&fixture, &query)
        .await
        .into_iter()
        .map(|row| row.task)
        .collect();
    let clock = settings.time();
    let mut found_some = 0;
    for text in FILTERS {
        let filter = Filter::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let context = FilterContext {
            now: fixture.now,
            settings: &clock,
            directory: &directory,
            me: fixture.actor.user,
        };
        let resolved: Resolved = filter
            .resolve(&context)
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        let is_open = |id| all.iter().any(|task| task.id == id && task.is_open());
        let around = Surroundings {
            owner: &clock.zone,
            is_open: &is_open,
        };
        let mut expected: Vec<_> = all
            .iter()
            .filter(|task| resolved.matches(task, &around))
            .map(|task| task.id)
            .collect();
        let query = Query {
            shown: Shown::All,
            filter: Some(&resolved),
            limit: 1000,
            ..Query::default()
        };
        let mut found: Vec<_> = rows(&fixture, &query)
            .await
            .into_iter()
            .map(|row| row.task.id)
            .collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{text}");
        found_some += usize::from(!found.is_empty());
    }
    assert!(
        found_some > FILTERS.len() / 2,
        "only {found_some} filters found anything"
    );
}

fn any_task() -> impl Strategy<Value = NewTask> {
    let title = prop_oneof![
        Just("pay 50% now"),
        Just("Pay the rent"),
        Just("a_b"),
        Just("axb"),
        Just("Größe messen"),
    ];
    let date = (0i64..40).prop_map(|days| {
        jiff::civil::date(2026, 11, 10)
            .checked_add(jiff::Span::new().days(days))
            .unwrap()
    });
    let when = prop_oneof![
        Just(None),
        date.clone().prop_map(|date| Some(Due::Day { date })),
        (date.clone(), 0i8..24).prop_map(|(date, hour)| {
            Some(Due::Floating {
                date,
                time: jiff::civil::time(hour, 30, 0, 0),
            })
        }),
        (
            date.clone(),
            0i8..24,
            prop_oneof![Just("Asia/Tokyo"), Just("Pacific/Honolulu")]
        )
            .prop_map(|(date, hour, zone)| {
                let zone = domain::Zone::named(zone).unwrap();
                Some(Due::Zoned {
                    date,
                    time: jiff::civil::time(hour, 0, 0, 0),
                    zone,
                })
            }),
    ];
    let priority = prop_oneof![
        Just(Priority::None),
        Just(Priority::Low),
        Just(Priority::Medium),
        Just(Priority::High),
        Just(Priority::Urgent),
    ];
    let tags = proptest::collection::vec(prop_oneof![Just("errands"), Just("home")], 0..2);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (title, when.clone(), when, priority, tags, date, flags).prop_map(
        |(title, due, start, priority, tags, deadline, (garden, notes, recurring, waiting))| {
            NewTask {
                title: title.to_owned(),
                notes: if notes {
                    "Notiz mit Ä".to_owned()
                } else {
                    String::new()
                },
                project: garden
                    .then(|| domain::command::ProjectRef::NamedOrNew("garden".to_owned())),
                series: (recurring && due.is_some()).then(|| domain::command::NewSeries {
                    rule: domain::Rule::every(1, domain::rule::Frequency::Weekly),
                    catch_up: domain::task::CatchUp::Jump,
                }),
                status: if waiting {
                    domain::Status::Waiting
                } else {
                    domain::Status::Open
                },
                due,
                start,
                priority,
                tags: tags.into_iter().map(str::to_owned).collect(),
                deadline: notes.then_some(deadline),
                duration_minutes: waiting.then_some(30),
                checklist: if notes {
                    vec!["line".to_owned()]
                } else {
                    Vec::new()
                },
                ..NewTask::default()
            }
        },
    )
}
