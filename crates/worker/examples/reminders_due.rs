//! Measures reminders that are all due in the same second: how late they are, and that none is
//! missing or doubled.
//!
//!     cargo run --release -p saydo-worker --example reminders_due -- [reminders] [accounts] [postgres url]

use std::collections::HashSet;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::account::NewAccount;
use app::{App, Database, Options};
use domain::actor::Actor;
use domain::command::{Command, NewTask};
use domain::task::ReminderTime;
use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

/// Tasks in one command.
const CHUNK: usize = 500;

#[tokio::main]
#[expect(
    clippy::print_stdout,
    reason = "a measuring program prints what it has measured"
)]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let reminders: usize = arguments.next().map_or(Ok(10_000), |text| text.parse())?;
    let accounts: usize = arguments.next().map_or(Ok(1), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    let database = match arguments.next() {
        Some(url) => Database::Postgres { url: url.into() },
        None => Database::Sqlite(folder.path().join("saydo.db")),
    };
    let app = App::open(Options::new(database)).await?;
    app.migrate().await?;
    let actors = actors(&app, accounts).await?;

    let at = app.now() + SignedDuration::from_secs(30);
    prepare(&app, &actors, reminders, at).await?;
    let ready = app.now();
    if ready >= at {
        return Err("preparing took longer than 30 seconds; ask for fewer reminders".into());
    }

    let late = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&late);
    let observe = move |late: Duration| {
        seen.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(late)
    };
    let shutdown = CancellationToken::new();
    let worker = tokio::spawn(worker::run(
        app.clone(),
        worker::Options::default(),
        observe,
        shutdown.clone(),
    ));
    while app.next_fire_at().await?.is_some() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let drained = app.now().duration_since(at);
    shutdown.cancel();
    worker.await?;

    let shown = shown(&app, &actors).await?;
    let mut late = late.lock().unwrap_or_else(PoisonError::into_inner).clone();
    late.sort_unstable();
    let percentile = |percent: usize| late[(late.len() - 1) * percent / 100].as_millis();
    println!(
        "{reminders} reminders of {accounts} accounts due at once: fired {}, shown {shown}, \
         lateness ms p50 {} p99 {} max {}, drained after {} ms",
        late.len(),
        percentile(50),
        percentile(99),
        percentile(100),
        drained.as_millis()
    );
    app.close().await;
    Ok(())
}

async fn actors(app: &App, accounts: usize) -> Result<Vec<Actor>, Box<dyn Error>> {
    let mut actors = vec![app.local_owner().await?];
    for number in 1..accounts {
        let new = NewAccount {
            email: format!("person{number}@example.org"),
            password: "correct horse battery staple".into(),
            name: format!("person {number}"),
            zone: None,
            invite: None,
        };
        actors.push(app.user_create(new).await?);
    }
    Ok(actors)
}

/// Adds tasks that remind at moments within the second after `at`.
async fn prepare(
    app: &App,
    actors: &[Actor],
    reminders: usize,
    at: Timestamp,
) -> Result<(), Box<dyn Error>> {
    for (index, actor) in actors.iter().enumerate() {
        let own = reminders / actors.len() + usize::from(index < reminders % actors.len());
        let task = |number: usize| {
            let within = i64::try_from(number % 1000).unwrap_or_default();
            let at = at + SignedDuration::from_millis(within);
            NewTask {
                title: format!("task {number}"),
                reminders: Some(vec![ReminderTime::Absolute { at }]),
                ..NewTask::default()
            }
        };
        for first in (0..own).step_by(CHUNK) {
            let tasks = (first..own.min(first + CHUNK)).map(task).collect();
            app.execute(actor, Command::AddTasks { tasks }, None)
                .await?;
        }
    }
    Ok(())
}

/// How many different reminders people were shown.
async fn shown(app: &App, actors: &[Actor]) -> Result<usize, Box<dyn Error>> {
    let mut shown = HashSet::new();
    for actor in actors {
        let mut cursor = None;
        loop {
            let page = app.notifications(actor, cursor.as_deref(), 200).await?;
            shown.extend(
                page.notifications
                    .iter()
                    .map(|notification| notification.id),
            );
            match page.next_cursor {
                Some(next) => cursor = Some(next),
                None => break,
            }
        }
    }
    Ok(shown.len())
}
