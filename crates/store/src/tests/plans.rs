//! Every statement is prepared on both engines, and its plan is looked at.

use std::collections::BTreeSet;
use std::path::Path;

use domain::filter::{Filter, FilterContext, SortField, SortKey};

use super::fixture::Fixture;
use crate::executor::Backend;
use crate::executor::postgres::Connection;
use crate::list::{self, Cursor, Query, Shown};
use crate::registry;
use crate::sql::Engine;
use crate::statement::{Batch, Statement};

/// Statements that may sort, each with its reason.
const SORTS: &[(&str, &str)] = &[
    ("task_search/find", "relevance is no column"),
    ("task_search/find_any", "relevance is no column"),
    (
        "project/list",
        "at most limits::PROJECTS, clustered by space",
    ),
    ("section/list", "a few per project, clustered by space"),
    ("saved_view/list", "few, clustered by space"),
    ("timer/due_spaces", "the due timers looked at are limited"),
    ("timer/of_tasks", "a few per task"),
    ("event/of_changes", "the events of one page of changes"),
    ("event/of_turn", "the events of one turn"),
    ("event/of_token", "undoing a token reads all that it did"),
];

/// Statements that may read a whole table, each with its reason.
const SCANS: &[(&str, &str)] = &[(
    "timer/earliest",
    "reads the first entry of the index of pending timers",
)];

fn is_listed(list: &[(&str, &str)], name: &str) -> bool {
    list.iter().any(|(listed, _)| *listed == name)
}

#[test]
fn every_statement_file_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sql");
    let mut files = BTreeSet::new();
    for table in std::fs::read_dir(&root).unwrap() {
        for file in std::fs::read_dir(table.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
            files.insert(name.split('.').next().unwrap().to_owned());
        }
    }
    let known: BTreeSet<String> = registry::all()
        .iter()
        .map(|sql| sql.name().to_owned())
        .collect();
    assert_eq!(files, known);
}

#[tokio::test]
async fn every_statement_has_a_good_plan_on_sqlite() {
    let fixture = Fixture::sqlite().await;
    let connection = rusqlite::Connection::open(fixture.path()).unwrap();
    let mut bad = Vec::new();
    for sql in registry::all() {
        let text = sql.text(Engine::Sqlite);
        if let Err(error) = connection.prepare(text) {
            bad.push(format!("{}: {error}", sql.name()));
            continue;
        }
        for step in sqlite_plan(&connection, text) {
            let is_scan = step.strip_prefix("SCAN ").is_some_and(|rest| {
                let what = rest.split(' ').next().unwrap_or_default();
                TABLES.contains(&what) && !rest.contains("VIRTUAL TABLE INDEX")
            });
            let is_sort = step.contains("TEMP B-TREE");
            if (is_scan && !is_listed(SCANS, sql.name()))
                || (is_sort && !is_listed(SORTS, sql.name()))
            {
                bad.push(format!("{}: {step}", sql.name()));
            }
        }
    }
    assert!(bad.is_empty(), "\n{}", bad.join("\n"));
}

fn sqlite_plan(connection: &rusqlite::Connection, text: &str) -> Vec<String> {
    let mut explain = connection
        .prepare(&format!("EXPLAIN QUERY PLAN {text}"))
        .unwrap();
    let rows = explain.raw_query();
    rows.mapped(|row| row.get(3)).map(Result::unwrap).collect()
}

#[tokio::test]
async fn a_search_reads_only_the_tasks_that_it_found_on_sqlite() {
    let fixture = Fixture::sqlite().await;
    let connection = rusqlite::Connection::open(fixture.path()).unwrap();
    for sql in registry::all() {
        if !sql.name().starts_with("task_search/find") {
            continue;
        }
        let plan = sqlite_plan(&connection, sql.text(Engine::Sqlite));
        let tasks: Vec<_> = plan.iter().filter(|it| it.contains(" task ")).collect();
        let by_row = "SEARCH task USING INTEGER PRIMARY KEY (rowid=?)";
        assert_eq!(tasks, [by_row], "{}", sql.name());
    }
}

/// A planner that knows neither the limit nor the words takes a join of large tables for cheaper.
#[tokio::test]
async fn a_search_reads_only_the_tasks_that_it_found_on_postgres() {
    let fixture = Fixture::postgres().await;
    let connection = planning(&fixture).await;
    let client = connection.client();
    client
        .batch_execute("SET enable_nestloop = off")
        .await
        .unwrap();
    for sql in registry::all() {
        if !sql.name().starts_with("task_search/find") {
            continue;
        }
        let plan = postgres_plan(client, sql.text(Engine::Postgres))
            .await
            .unwrap();
        let is_looked_up = plan
            .iter()
            .any(|it| it.contains("id = task_search.task_id"));
        assert!(is_looked_up, "{}: {plan:#?}", sql.name());
        let is_join = |step: &&String| step.contains("Hash Join") || step.contains("Merge Join");
        assert_eq!(plan.iter().find(is_join), None, "{}", sql.name());
    }
}

#[tokio::test]
async fn every_statement_has_a_good_plan_on_postgres() {
    let fixture = Fixture::postgres().await;
    let connection = planning(&fixture).await;
    let client = connection.client();
    let mut bad = Vec::new();
    for sql in registry::all() {
        let name = sql.name();
        let plan = match postgres_plan(client, sql.text(Engine::Postgres)).await {
            Ok(plan) => plan,
            Err(error) => {
                bad.push(format!("{name}: {error}"));
                continue;
            }
        };
        for step in plan {
            let is_scan = step.starts_with("Seq Scan on ");
            if (is_scan && !is_listed(SCANS, name))
                || (is_postgres_sort(&step) && !is_listed(SORTS, name))
            {
                bad.push(format!("{name}: {step}"));
            }
        }
    }
    assert!(bad.is_empty(), "\n{}", bad.join("\n"));
}

/// Lets the planner do what it may do with large tables, whatever it would do with empty ones.
const LARGE_TABLES: &str = "SET enable_seqscan = off; SET enable_sort = off; \
     SET enable_incremental_sort = off; SET plan_cache_mode = force_generic_plan";

/// A connection that plans for large tables.
async fn planning(fixture: &Fixture) -> Connection {
    let Backend::Postgres(postgres) = &fixture.store.backend else {
        unreachable!()
    };
    let connection = postgres.connect().await.unwrap();
    let client = connection.client();
    client.batch_execute(LARGE_TABLES).await.unwrap();
    connection
}

/// The steps of a plan that holds for all values of the parameters.
async fn postgres_plan(client: &tokio_postgres::Client, text: &str) -> Result<Vec<String>, String> {
    let prepared = client.prepare(text).await.map_err(|error| {
        error
            .as_db_error()
            .map_or_else(|| error.to_string(), |error| error.message().to_owned())
    })?;
    let nulls = vec!["NULL"; prepared.params().len()].join(", ");
    let execute = if nulls.is_empty() {
        "looked_at".to_owned()
    } else {
        format!("looked_at({nulls})")
    };
    client
        .batch_execute(&format!("PREPARE looked_at AS {text}"))
        .await
        .unwrap();
    let rows = client
        .query(&format!("EXPLAIN EXECUTE {execute}"), &[])
        .await
        .unwrap();
    client.batch_execute("DEALLOCATE looked_at").await.unwrap();
    let step = |row: &tokio_postgres::Row| {
        let step: String = row.get(0);
        step.trim().trim_start_matches("->").trim().to_owned()
    };
    Ok(rows.iter().map(step).collect())
}

fn is_postgres_sort(step: &str) -> bool {
    step.starts_with("Sort ") || step.starts_with("Incremental Sort")
}

/// Lists that are read along an index, by status, filter and order; with the index.
const LISTS: &[(Shown, &str, &str, &str)] = &[
    (Shown::Open, "", "", "task_due"),
    (Shown::Open, "", "due", "task_due"),
    (Shown::Open, "", "-due", "task_due"),
    (Shown::Open, "", "-priority", "task_priority"),
    (Shown::Open, "p1", "due", "task_priority"),
    (Shown::Open, "today", "due", "task_due"),
    (Shown::Open, "overdue", "due", "task_due"),
    (Shown::Open, "due < +7d", "", "task_due"),
    (Shown::Open, "not p1", "", "task_due"),
    (Shown::Done, "", "", "task_completed"),
    (Shown::Done, "", "-completed", "task_completed"),
    (Shown::Trash, "", "", "task_trash"),
];

/// The statements of a list: of its first page, and of a later one.
async fn list_statements(
    fixture: &Fixture,
    shown: Shown,
    filter: &str,
    sort: &str,
) -> Vec<Statement> {
    let context = FilterContext {
        now: fixture.now,
        settings: &Default::default(),
        directory: &Default::default(),
        me: fixture.actor.user,
    };
    let filter = Filter::parse(filter).unwrap().resolve(&context).unwrap();
    let sort = SortKey::parse_list(sort).unwrap();
    let query = Query {
        shown,
        filter: Some(&filter),
        sort: &sort,
        limit: 50,
        ..Query::default()
    };
    let mut batch = Batch::new();
    list::page(fixture.scope(), &query, &mut batch).unwrap();
    let keys = if sort
        .first()
        .is_some_and(|key| key.field == SortField::Priority)
    {
        2
    } else {
        1
    };
    let id = uuid::Uuid::nil().to_string();
    let cursor = vec!["5"; keys]
        .into_iter()
        .chain([id.as_str()])
        .collect::<Vec<_>>();
    let cursor = Cursor::parse(&serde_json::to_string(&cursor).unwrap()).unwrap();
    let later = Query {
        after: Some(&cursor),
        ..query
    };
    list::page(fixture.scope(), &later, &mut batch).unwrap();
    batch
        .entries
        .into_iter()
        .map(|entry| entry.statement)
        .collect()
}

#[tokio::test]
async fn lists_are_read_along_an_index_on_sqlite() {
    let fixture = Fixture::sqlite().await;
    let connection = rusqlite::Connection::open(fixture.path()).unwrap();
    for (shown, filter, sort, index) in LISTS {
        for statement in list_statements(&fixture, *shown, filter, sort).await {
            let text = statement.text(Engine::Sqlite);
            let mut explain = connection
                .prepare(&format!("EXPLAIN QUERY PLAN {text}"))
                .unwrap();
            let steps: Vec<String> = explain
                .raw_query()
                .mapped(|row| row.get::<_, String>(3))
                .map(Result::unwrap)
                .collect();
            let plan = steps.join("; ");
            assert!(
                plan.contains(&format!("INDEX {index} ")),
                "{shown:?} {filter} {sort}: {plan}"
            );
            assert!(
                !plan.contains("TEMP B-TREE"),
                "{shown:?} {filter} {sort}: {plan}"
            );
        }
    }
}

#[tokio::test]
async fn lists_are_read_along_an_index_on_postgres() {
    let fixture = Fixture::postgres().await;
    let connection = planning(&fixture).await;
    let client = connection.client();
    for (shown, filter, sort, _) in LISTS {
        for statement in list_statements(&fixture, *shown, filter, sort).await {
            let plan = postgres_plan(client, statement.text(Engine::Postgres))
                .await
                .unwrap();
            let sorts = plan.iter().any(|step| is_postgres_sort(step));
            let scans = plan.iter().any(|step| step.starts_with("Seq Scan"));
            assert!(!sorts && !scans, "{shown:?} {filter} {sort}: {plan:?}");
        }
    }
}

/// Tables that grow; a plan that reads one from end to end is a mistake.
const TABLES: &[&str] = &[
    "app_user",
    "assistant",
    "assistant_client",
    "assistant_code",
    "assistant_token",
    "change",
    "conversation",
    "delivery",
    "event",
    "invite",
    "login_failure",
    "member",
    "message",
    "occurrence",
    "pending_confirmation",
    "project",
    "saved_view",
    "section",
    "session",
    "sign_in_link",
    "space",
    "tag",
    "task",
    "task_search",
    "task_tag",
    "timer",
    "token",
];
