//! What happens when the database cannot: full disks, lost connections, other files, other versions.

use domain::command::{Command, NewTask};
use domain::decide::Rejection;

use super::fixture::{Fixture, open};
use crate::executor::Backend;
use crate::{Store, StoreError, Target, TransactError, event, known_version, restore, task};

fn long_task(number: usize) -> Command {
    let notes = format!("{number} {}", "word ".repeat(2_000));
    Command::AddTasks {
        tasks: vec![NewTask {
            title: "long".to_owned(),
            notes,
            ..NewTask::default()
        }],
    }
}

#[tokio::test]
async fn a_full_disk_refuses_writes_keeps_reads_and_recovers() {
    let fixture = Fixture::sqlite().await;
    let kept = fixture.add_titles(&["kept"]).await;
    fixture.store.limit_size(Some(64 * 1024)).await.unwrap();
    let mut acknowledged = 1;
    let refused = loop {
        match fixture.command(long_task(acknowledged)).await {
            Ok(_) => acknowledged += 1,
            Err(error) => break error,
        }
        assert!(acknowledged < 1_000, "the limit has no effect");
    };
    assert!(
        matches!(refused, TransactError::Store(StoreError::Full(_))),
        "{refused:?}"
    );
    assert!(fixture.task(kept[0].id).await.is_some());
    // Many at once: each fails on its own account, and none is acknowledged by mistake.
    let many =
        futures_util::future::join_all((0..8).map(|number| fixture.command(long_task(number))));
    for outcome in many.await {
        assert!(
            matches!(outcome, Err(TransactError::Store(StoreError::Full(_)))),
            "{outcome:?}"
        );
    }
    fixture.store.limit_size(None).await.unwrap();
    fixture.command(long_task(0)).await.unwrap();
    acknowledged += 1;
    let events = fixture.fetch(event::after(fixture.scope(), 0, 2_000)).await;
    assert_eq!(events.len(), acknowledged);
    assert_eq!(
        fixture.store.examine().await.unwrap().faults,
        Vec::<String>::new()
    );
}

/// Lets commands wait until all of them are queued, so that they share one commit.
async fn in_one_group<T>(fixture: &Fixture, commands: impl Future<Output = T>) -> T {
    let Backend::Sqlite(sqlite) = &fixture.store.backend else {
        unreachable!()
    };
    let (open_gate, gate) = std::sync::mpsc::channel::<()>();
    let waiting = sqlite.alone(move |_| {
        gate.recv().expect("the gate is opened");
        Ok(())
    });
    let mut waiting = std::pin::pin!(waiting);
    let mut commands = std::pin::pin!(commands);
    assert!(futures_util::poll!(waiting.as_mut()).is_pending());
    assert!(futures_util::poll!(commands.as_mut()).is_pending());
    open_gate.send(()).expect("the writer waits");
    let (waited, outcome) = tokio::join!(waiting, commands);
    waited.unwrap();
    outcome
}

#[tokio::test]
async fn one_failing_command_leaves_the_others_of_its_group_alone() {
    let fixture = Fixture::sqlite().await;
    let taken = || fixture.store.write(fixture.taken_user());
    let group = async {
        tokio::join!(
            taken(),
            fixture.add_titles(&["second"]),
            taken(),
            fixture.add_titles(&["fourth"]),
            taken(),
        )
    };
    let (first, second, third, fourth, fifth) = in_one_group(&fixture, group).await;
    for outcome in [first, third, fifth] {
        assert!(
            matches!(outcome, Err(StoreError::Unique { .. })),
            "{outcome:?}"
        );
    }
    for task in [second, fourth].concat() {
        assert!(fixture.task(task.id).await.is_some());
    }
    assert_eq!(
        fixture.store.examine().await.unwrap().faults,
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn a_commit_is_on_disk_before_it_is_acknowledged() {
    let fixture = Fixture::sqlite().await;
    let Backend::Sqlite(sqlite) = &fixture.store.backend else {
        unreachable!()
    };
    let settings = sqlite.alone(|connection| {
        let text = |name: &str| -> Result<String, StoreError> {
            let value: rusqlite::types::Value =
                connection.pragma_query_value(None, name, |row| row.get(0))?;
            Ok(format!("{value:?}"))
        };
        Ok([
            text("journal_mode")?,
            text("synchronous")?,
            text("fullfsync")?,
            text("checkpoint_fullfsync")?,
            text("foreign_keys")?,
        ])
    });
    let expected = [
        "Text(\"wal\")",
        "Integer(2)",
        "Integer(1)",
        "Integer(1)",
        "Integer(1)",
    ];
    assert_eq!(settings.await.unwrap(), expected);
}

#[tokio::test]
async fn a_connection_that_died_in_the_pool_is_replaced() {
    let fixture = Fixture::postgres().await;
    let Target::Postgres(url) = fixture.target.clone() else {
        unreachable!()
    };
    for number in 0..3 {
        private_postgres::cut_connections(&url);
        // The first thing after the cut is a read, a write, and a write again.
        if number == 0 {
            assert!(
                fixture
                    .fetch(task::by_number(fixture.scope(), 1))
                    .await
                    .is_empty()
            );
        }
        fixture.add_titles(&["after the cut"]).await;
    }
    let events = fixture.fetch(event::after(fixture.scope(), 0, 10)).await;
    assert_eq!(events.len(), 3);
}

#[tokio::test]
async fn statements_prepared_before_a_migration_are_prepared_again() {
    let fixture = Fixture::postgres().await;
    let added = fixture.add_titles(&["before"]).await;
    for _ in 0..2 {
        assert!(fixture.task(added[0].id).await.is_some());
    }
    fixture.sql("ALTER TABLE task ALTER COLUMN title TYPE varchar(1000)");
    for _ in 0..4 {
        assert!(fixture.task(added[0].id).await.is_some());
    }
    fixture.add_titles(&["after"]).await;
    let done = domain::command::Command::DeleteTasks {
        tasks: vec![added[0].id],
        span: domain::command::Span::Series,
    };
    fixture.command(done).await.unwrap();
}

#[tokio::test]
async fn another_process_that_writes_for_long_is_waited_for_and_then_told() {
    let fixture = Fixture::sqlite().await;
    let kept = fixture.add_titles(&["kept"]).await;
    let options = crate::Options {
        busy_timeout: std::time::Duration::from_millis(50),
        ..crate::Options::default()
    };
    let store = Store::open(fixture.target.clone(), options).await.unwrap();
    let other = rusqlite::Connection::open(fixture.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = store.write(fixture.taken_user()).await.unwrap_err();
    assert!(matches!(refused, StoreError::Busy(_)), "{refused:?}");
    assert!(fixture.task(kept[0].id).await.is_some());
    other.execute_batch("COMMIT").unwrap();
    let refused = store.write(fixture.taken_user()).await.unwrap_err();
    assert!(matches!(refused, StoreError::Unique { .. }), "{refused:?}");
}

#[tokio::test]
async fn a_connection_lost_inside_a_transaction_asks_for_a_retry() {
    let fixture = Fixture::postgres().await;
    let Target::Postgres(url) = fixture.target.clone() else {
        unreachable!()
    };
    let mut load = crate::Batch::new();
    load.add(crate::space::lock(fixture.scope()));
    let writes = crate::notification::acknowledge_all(fixture.scope(), fixture.now);
    let outcome = fixture.store.transact(load, move |_: &mut crate::Loaded| {
        private_postgres::cut_connections(&url);
        Ok::<_, Rejection>((writes, ()))
    });
    match outcome.await {
        Err(TransactError::Store(error)) => assert!(error.is_retryable(), "{error:?}"),
        other => panic!("{other:?}"),
    }
    fixture.add_titles(&["the next one works"]).await;
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told_at_once() {
    let target = Target::Postgres("postgres://nobody@127.0.0.1:1/none?sslmode=disable".to_owned());
    let error = open(&target).await.err().expect("nothing listens there");
    assert!(matches!(error, StoreError::Unavailable(_)), "{error:?}");
}

#[tokio::test]
async fn a_newer_database_is_refused_on_sqlite() {
    let fixture = Fixture::sqlite().await;
    newer(fixture).await;
}

#[tokio::test]
async fn a_newer_database_is_refused_on_postgres() {
    let fixture = Fixture::postgres().await;
    newer(fixture).await;
}

async fn newer(fixture: Fixture) {
    let newer = known_version() + 1;
    fixture.sql(&format!(
        "INSERT INTO schema_version (version, name) VALUES ({newer}, 'future')"
    ));
    fixture.store.close().await;
    let error = open(&fixture.target).await.err().expect("it is newer");
    assert!(
        matches!(error, StoreError::Newer { found, known } if found == newer && known == newer - 1),
        "{error:?}"
    );
}

#[tokio::test]
async fn what_is_no_database_of_ours_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("text.db");
    std::fs::write(
        &text,
        "dear diary, this is no database at all, and it is long enough",
    )
    .unwrap();
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE song (id)")
        .unwrap();
    for path in [text, other] {
        let before = std::fs::read(&path).unwrap();
        let error = open(&Target::Sqlite(path.clone()))
            .await
            .err()
            .expect("it is not ours");
        assert!(matches!(error, StoreError::Corrupt(_)), "{error:?}");
        if path.ends_with("text.db") {
            assert_eq!(std::fs::read(&path).unwrap(), before);
        }
    }
}

#[tokio::test]
async fn an_older_file_is_backed_up_before_it_is_migrated() {
    let fixture = Fixture::sqlite().await;
    fixture.add_titles(&["before"]).await;
    let Backend::Sqlite(sqlite) = &fixture.store.backend else {
        unreachable!()
    };
    let path = fixture.path();
    let copy = sqlite
        .alone(move |connection| crate::migrate::back_up(connection, &path, 1))
        .await
        .unwrap();
    assert!(copy.starts_with(fixture.folder()));
    let old = open(&Target::Sqlite(copy)).await.unwrap();
    let health = old.examine().await.unwrap();
    assert!(health.counts.contains(&("tasks", 1)), "{health:?}");
}

#[tokio::test]
async fn several_processes_may_migrate_at_once() {
    let url = private_postgres::database();
    let target = Target::Postgres(url);
    let stores: Vec<Store> = futures_util::future::join_all((0..4).map(|_| open(&target)))
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect();
    assert_eq!(stores[0].pending().await.unwrap().0, 0);
    let ran = futures_util::future::join_all(stores.iter().map(Store::migrate)).await;
    let ran: usize = ran.into_iter().map(|names| names.unwrap().len()).sum();
    assert_eq!(ran, usize::try_from(known_version()).unwrap());
    assert!(stores[0].pending().await.unwrap().1.is_empty());
}

#[tokio::test]
async fn a_backup_holds_everything_and_is_put_back_whole() {
    let fixture = Fixture::sqlite().await;
    let kept = fixture.add_titles(&["kept"]).await;
    let copy = fixture.folder().join("copy.db");
    fixture.store.backup(&copy, |_| {}).await.unwrap();
    let lost = fixture.add_titles(&["later"]).await;
    let path = fixture.path();
    let refused = restore(&copy, &path, |_| {});
    assert!(matches!(refused, Err(StoreError::Busy(_))), "{refused:?}");
    fixture.store.close().await;
    let scope = fixture.scope();
    let (kept, lost) = (kept[0].id, lost[0].id);
    let target = fixture.target.clone();
    let before = restore(&copy, &path, |_| {})
        .unwrap()
        .expect("there was a database");
    for (target, ids) in [
        (target, vec![kept]),
        (Target::Sqlite(before), vec![kept, lost]),
    ] {
        let store = open(&target).await.unwrap();
        let mut batch = crate::Batch::new();
        let key = batch.add(task::by_ids(scope, &[kept, lost]));
        let found = store.read(batch).await.unwrap().all(key);
        assert_eq!(found.iter().map(|task| task.id).collect::<Vec<_>>(), ids);
    }
}

#[tokio::test]
async fn a_damaged_backup_is_not_put_back() {
    let fixture = Fixture::sqlite().await;
    fixture.add_titles(&["kept"]).await;
    let copy = fixture.folder().join("copy.db");
    fixture.store.backup(&copy, |_| {}).await.unwrap();
    let mut bytes = std::fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xff);
    std::fs::write(&copy, bytes).unwrap();
    let fresh = fixture.folder().join("fresh.db");
    let refused = restore(&copy, &fresh, |_| {});
    assert!(
        matches!(refused, Err(StoreError::Corrupt(_))),
        "{refused:?}"
    );
    assert!(!fresh.exists());
}

#[tokio::test]
async fn commits_of_another_process_are_noticed() {
    let fixture = Fixture::sqlite().await;
    assert!(!fixture.store.changed_elsewhere().await.unwrap());
    fixture.add_titles(&["our own"]).await;
    assert!(!fixture.store.changed_elsewhere().await.unwrap());
    fixture.sql("UPDATE task SET notes = 'from elsewhere'");
    assert!(fixture.store.changed_elsewhere().await.unwrap());
    assert!(!fixture.store.changed_elsewhere().await.unwrap());
}
