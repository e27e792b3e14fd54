//! What a transaction promises, on both engines.

use std::convert::Infallible;

use domain::actor::{Actor, Credential, Via};
use domain::command::{Command, NewTask};
use domain::space::Tag;

use super::fixture::Fixture;
use super::on_both;
use crate::{Batch, Loaded, StoreError, TransactError, WriteBatch, event, space, task};

on_both! {
    a_task_is_read_as_it_was_written,
    revisions_are_dense_also_under_concurrency,
    a_body_that_refuses_writes_nothing,
    a_statement_that_fails_takes_its_whole_transaction_along,
    a_body_that_panics_harms_nobody_else,
    what_is_queued_is_committed_though_its_caller_goes_away,
    a_taken_name_is_told_apart_from_other_errors,
    one_space_never_reads_another,
}

async fn a_task_is_read_as_it_was_written(fixture: Fixture) {
    let added = fixture.add_titles(&["pay rent", "water the Bäume"]).await;
    for task in &added {
        assert_eq!(fixture.task(task.id).await.as_ref(), Some(task));
    }
}

async fn revisions_are_dense_also_under_concurrency(fixture: Fixture) {
    let fixture = std::sync::Arc::new(fixture);
    let adding: Vec<_> = (0..40)
        .map(|number| {
            let fixture = fixture.clone();
            tokio::spawn(async move { fixture.add_titles(&[&format!("task {number}")]).await })
        })
        .collect();
    let mut numbers = Vec::new();
    for added in adding {
        numbers.extend(added.await.unwrap().iter().map(|task| task.number));
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=40).collect::<Vec<_>>());
    let events = fixture.fetch(event::after(fixture.scope(), 0, 1000)).await;
    let revs: Vec<i64> = events.iter().map(|event| event.rev).collect();
    assert_eq!(revs, (1..=40).collect::<Vec<_>>());
}

async fn a_body_that_refuses_writes_nothing(fixture: Fixture) {
    let refusal = fixture.store.transact(Batch::new(), |_: &mut Loaded| {
        Err::<(WriteBatch, ()), _>("no")
    });
    assert!(matches!(refusal.await, Err(TransactError::Body("no"))));
    assert!(
        fixture
            .fetch(event::after(fixture.scope(), 0, 10))
            .await
            .is_empty()
    );
    fixture.add_titles(&["works afterwards"]).await;
}

async fn a_statement_that_fails_takes_its_whole_transaction_along(fixture: Fixture) {
    let scope = fixture.scope();
    let stale = fixture.actor.clone();
    let (first, second, third) = tokio::join!(
        fixture.add_titles(&["before"]),
        // Its first statement is fine, its second is not.
        async {
            let mut writes = crate::account::user::insert(&new_user(&fixture, &stale));
            writes.append(crate::account::user::insert(&new_user(&fixture, &stale)));
            fixture.store.write(writes).await
        },
        fixture.add_titles(&["after"]),
    );
    assert!(
        matches!(second, Err(StoreError::Unique { .. })),
        "{second:?}"
    );
    for task in first.iter().chain(&third) {
        assert!(fixture.task(task.id).await.is_some());
    }
    assert_eq!(fixture.fetch(event::after(scope, 0, 10)).await.len(), 2);
}

fn new_user(fixture: &Fixture, actor: &Actor) -> crate::account::user::NewUser {
    crate::account::user::NewUser {
        id: actor.user,
        email: None,
        email_key: None,
        name: "Ada".to_owned(),
        password_hash: None,
        settings: domain::user::Settings::default(),
        created_at: fixture.now,
    }
}

async fn a_body_that_panics_harms_nobody_else(fixture: Fixture) {
    let panicking = fixture.store.transact(Batch::new(), |_: &mut Loaded| {
        if true {
            panic!("a bug in a decision");
        }
        Ok::<_, Infallible>((WriteBatch::new(), ()))
    });
    let (panicked, added) = tokio::join!(panicking, fixture.add_titles(&["fine"]));
    assert!(matches!(
        panicked,
        Err(TransactError::Store(StoreError::Other(_)))
    ));
    assert!(fixture.task(added[0].id).await.is_some());
}

async fn what_is_queued_is_committed_though_its_caller_goes_away(fixture: Fixture) {
    let command = Command::AddTasks {
        tasks: vec![NewTask {
            title: "queued".to_owned(),
            ..NewTask::default()
        }],
    };
    {
        let mut adding = Box::pin(fixture.command(command));
        // Polled once it is on its way; then the caller is gone.
        assert!(futures_util::poll!(adding.as_mut()).is_pending());
    }
    // Behind it in the queue, so that it is done when this is.
    let mut waited = fixture.fetch(event::after(fixture.scope(), 0, 10)).await;
    for _ in 0..100 {
        if !waited.is_empty() {
            break;
        }
        fixture.store.write(WriteBatch::new()).await.unwrap();
        waited = fixture.fetch(event::after(fixture.scope(), 0, 10)).await;
    }
    assert_eq!(waited.len(), 1);
}

async fn a_taken_name_is_told_apart_from_other_errors(fixture: Fixture) {
    let user = |id: u128| {
        let actor = Actor {
            user: domain::UserId::new(uuid::Uuid::from_u128(id)),
            ..fixture.actor.clone()
        };
        crate::account::user::NewUser {
            email: Some("ada@example.org".to_owned()),
            email_key: Some("ada@example.org".to_owned()),
            ..new_user(&fixture, &actor)
        }
    };
    fixture
        .store
        .write(crate::account::user::insert(&user(1)))
        .await
        .unwrap();
    let taken = fixture
        .store
        .write(crate::account::user::insert(&user(2)))
        .await
        .unwrap_err();
    assert!(taken.is_unique("email_key"), "{taken:?}");
    assert!(!taken.is_retryable());
}

async fn one_space_never_reads_another(fixture: Fixture) {
    let mine = fixture.add_titles(&["mine and secret"]).await;
    let stranger = fixture.stranger().await;
    let scope = domain::policy::may_read(&stranger).unwrap();
    let ids = [mine[0].id];
    assert!(fixture.fetch(task::by_ids(scope, &ids)).await.is_empty());
    assert!(fixture.fetch(task::by_number(scope, 1)).await.is_empty());
    assert!(fixture.fetch(task::ancestors(scope, &ids)).await.is_empty());
    assert!(fixture.fetch(event::after(scope, 0, 10)).await.is_empty());
    let engine = fixture.store.engine();
    let found = crate::search::find(engine, scope, "secret", 10);
    assert!(fixture.fetch(found.unwrap()).await.is_empty());
    let mut batch = Batch::new();
    let directory = space::directory(scope, &mut batch);
    let directory = directory.take(&mut fixture.store.read(batch).await.unwrap());
    assert_eq!(directory.tags, Vec::<Tag>::new());
    assert_eq!(directory.projects.len(), 1);
    assert_eq!(stranger.credential, Credential::Local);
    assert_eq!(stranger.via, Via::Cli);
}
