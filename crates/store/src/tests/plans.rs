//! Every statement is prepared on both engines, and its plan is looked at.

use std::collections::BTreeSet;
use std::path::Path;

use super::fixture::Fixture;
use crate::executor::Backend;
use crate::registry;
use crate::sql::Engine;

/// Statements that may sort, each with its reason.
const SORTS: &[(&str, &str)] = &[
    ("task_search/find", "relevance is no column"),
    ("project/list", "at most limits::PROJECTS, clustered by space"),
    ("section/list", "a few per project, clustered by space"),
    ("saved_view/list", "few, clustered by space"),
    ("timer/due_spaces", "the due timers looked at are limited"),
    ("timer/of_tasks", "a few per task"),
];

/// Statements that may read a whole table, each with its reason.
const SCANS: &[(&str, &str)] =
    &[("timer/earliest", "reads the first entry of the index of pending timers")];

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
    let known: BTreeSet<String> = registry::all().iter().map(|sql| sql.name().to_owned()).collect();
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
        let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
        let rows = explain.raw_query();
        let steps: Vec<String> =
            rows.mapped(|row| row.get::<_, String>(3)).map(Result::unwrap).collect();
        for step in steps {
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

#[tokio::test]
async fn every_statement_has_a_good_plan_on_postgres() {
    let fixture = Fixture::postgres().await;
    let Backend::Postgres(postgres) = &fixture.store.backend else { unreachable!() };
    let connection = postgres.connect().await.unwrap();
    let client = connection.client();
    // What the planner may do with a large table, whatever it would do with these empty ones.
    client
        .batch_execute(
            "SET enable_seqscan = off; SET enable_sort = off; SET enable_incremental_sort = off; \
             SET plan_cache_mode = force_generic_plan",
        )
        .await
        .unwrap();
    let mut bad = Vec::new();
    for sql in registry::all() {
        let text = sql.text(Engine::Postgres);
        let prepared = match client.prepare(text).await {
            Ok(prepared) => prepared,
            Err(error) => {
                let detail = error.as_db_error().map(|error| error.message().to_owned());
                bad.push(format!("{}: {detail:?}", sql.name()));
                continue;
            }
        };
        let count = prepared.params().len();
        let nulls = vec!["NULL"; count].join(", ");
        let execute = if count == 0 { "looked_at".to_owned() } else { format!("looked_at({nulls})") };
        client.batch_execute(&format!("PREPARE looked_at AS {text}")).await.unwrap();
        let rows = client.query(&format!("EXPLAIN EXECUTE {execute}"), &[]).await.unwrap();
        client.batch_execute("DEALLOCATE looked_at").await.unwrap();
        for row in rows {
            let step: String = row.get(0);
            let step = step.trim().trim_start_matches("->").trim();
            let is_scan = step.starts_with("Seq Scan on ");
            let is_sort = step.starts_with("Sort ") || step.starts_with("Incremental Sort");
            if (is_scan && !is_listed(SCANS, sql.name()))
                || (is_sort && !is_listed(SORTS, sql.name()))
            {
                bad.push(format!("{}: {step}", sql.name()));
            }
        }
    }
    assert!(bad.is_empty(), "\n{}", bad.join("\n"));
}

/// Tables that grow; a plan that reads one from end to end is a mistake.
const TABLES: &[&str] = &[
    "app_user", "change", "conversation", "delivery", "event", "invite", "login_failure", "member",
    "message", "occurrence", "pending_confirmation", "project", "saved_view", "section", "session",
    "sign_in_link", "space", "tag", "task", "task_search", "task_tag", "timer", "token",
];
