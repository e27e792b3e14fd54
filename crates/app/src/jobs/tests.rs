//! Reminders fire once, on time or flagged as late, whatever the clock and the workers do.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::actor::Actor;
use domain::command::{Command, Completion, CompletionOutcome, NewTask, UndoTarget};
use domain::task::ReminderTime;
use domain::{ChangeId, DeliveryId, TaskId};
use jiff::{SignedDuration, Timestamp};

use crate::clock::{Clock, TimeOrderedIds};
use crate::{App, Database, HistoryQuery, Options, Outcome};

struct FakeClock(AtomicI64);

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

struct World {
    database: Database,
    clock: Arc<FakeClock>,
    app: App,
    owner: Actor,
    _folder: Option<tempfile::TempDir>,
}

const NOON: &str = "2026-11-20T12:00:00Z";

impl World {
    async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::Sqlite(folder.path().join("saydo.db"));
        Self::start(database, Some(folder)).await
    }

    async fn postgres() -> Self {
        let url = private_postgres::database();
        Self::start(Database::Postgres { url: url.into() }, None).await
    }

    async fn start(database: Database, folder: Option<tempfile::TempDir>) -> Self {
        let noon: Timestamp = NOON.parse().unwrap();
        let clock = Arc::new(FakeClock(AtomicI64::new(noon.as_millisecond())));
        let app = open(&database, &clock).await;
        app.store().migrate().await.unwrap();
        let owner = app.local_owner().await.unwrap();
        Self {
            database,
            clock,
            app,
            owner,
            _folder: folder,
        }
    }

    /// Another process on the same database.
    async fn another(&self) -> App {
        open(&self.database, &self.clock).await
    }

    fn at(&self, minutes: i64) -> Timestamp {
        NOON.parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
    }

    fn set_clock(&self, minutes: i64) {
        self.clock
            .0
            .store(self.at(minutes).as_millisecond(), Ordering::Relaxed);
    }

    async fn run(&self, command: Command) -> Outcome {
        self.app.execute(&self.owner, command, None).await.unwrap()
    }

    /// A task that reminds so many minutes after noon.
    async fn remind(&self, minutes: &[i64]) -> TaskId {
        let reminders = minutes
            .iter()
            .map(|at| ReminderTime::Absolute { at: self.at(*at) });
        let task = NewTask {
            title: "pay rent".to_owned(),
            reminders: Some(reminders.collect()),
            ..NewTask::default()
        };
        let outcome = self.run(Command::AddTasks { tasks: vec![task] }).await;
        TaskId::new(outcome.tasks[0].id)
    }

    async fn fire(&self) -> usize {
        self.app.fire_due(1_000).await.unwrap().told
    }

    /// Whether each notification is late and whether it was seen, newest first.
    async fn shown(&self) -> Vec<(bool, bool)> {
        let page = self
            .app
            .notifications(&self.owner, None, 200)
            .await
            .unwrap();
        page.notifications
            .iter()
            .map(|shown| (shown.late, shown.read_at.is_some()))
            .collect()
    }
}

async fn open(database: &Database, clock: &Arc<FakeClock>) -> App {
    App::open(Options {
        clock: Arc::clone(clock) as Arc<dyn Clock>,
        ids: Arc::new(TimeOrderedIds),
        ..Options::new(database.clone())
    })
    .await
    .unwrap()
}

macro_rules! on_both {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() { super::$name(super::World::sqlite().await).await; })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() { super::$name(super::World::postgres().await).await; })+
        }
    };
}

on_both! {
    a_reminder_fires_once_at_its_time
    a_clock_that_jumps_fires_every_reminder_once_and_says_which_are_late
    a_completed_or_deleted_task_reminds_nobody_and_takes_back_what_was_shown
    a_snoozed_reminder_sounds_again_and_is_shown_anew
    two_workers_never_tell_anybody_twice
    what_has_sounded_is_not_undone
    seeing_notifications_is_remembered
    pages_of_notifications_miss_none_of_one_moment
    the_trash_is_emptied_after_its_time_and_not_before
}

async fn a_reminder_fires_once_at_its_time(world: World) {
    let task = world.remind(&[10]).await;
    assert_eq!(world.app.next_fire_at().await.unwrap(), Some(world.at(10)));
    world.set_clock(9);
    assert_eq!(world.fire().await, 0);

    world.set_clock(10);
    assert_eq!(world.fire().await, 1);
    assert_eq!(world.fire().await, 0);

    assert_eq!(world.shown().await, [(false, false)]);
    assert_eq!(world.app.next_fire_at().await.unwrap(), None);
    let page = world
        .app
        .notifications(&world.owner, None, 10)
        .await
        .unwrap();
    assert_eq!(page.notifications[0].task.id, task.uuid());
    assert_eq!(page.notifications[0].fire_at, world.at(10));
}

async fn what_has_sounded_is_not_undone(world: World) {
    world.remind(&[10]).await;
    world.set_clock(10);
    world.fire().await;
    let query = HistoryQuery::default();
    let history = world.app.history(&world.owner, &query).await.unwrap();
    let latest = &history.changes[0];
    assert_eq!(latest.command, "fire_reminders");
    assert!(!latest.can_undo);

    let target = UndoTarget::Change(ChangeId::new(latest.change_id));
    let undo = Command::Undo { target };
    let refused = world.app.execute(&world.owner, undo, None).await;

    let words = "reminders that have sounded cannot be taken back";
    assert!(refused.unwrap_err().to_string().contains(words));
}

async fn a_clock_that_jumps_fires_every_reminder_once_and_says_which_are_late(world: World) {
    const DAY: i64 = 24 * 60;
    world.remind(&[3, 58, 5 * DAY, 29 * DAY]).await;

    world.set_clock(60);
    assert_eq!(world.fire().await, 2);
    world.set_clock(-60);
    assert_eq!(world.fire().await, 0);
    world.set_clock(60);
    assert_eq!(world.fire().await, 0);
    world.set_clock(30 * DAY);
    assert_eq!(world.fire().await, 2);
    assert_eq!(world.fire().await, 0);

    let late = world
        .shown()
        .await
        .iter()
        .map(|(late, _)| *late)
        .collect::<Vec<_>>();
    assert_eq!(late, [true, true, false, true]);
}

async fn a_completed_or_deleted_task_reminds_nobody_and_takes_back_what_was_shown(world: World) {
    let done = world.remind(&[1, 10]).await;
    let deleted = world.remind(&[1, 10]).await;
    world.set_clock(1);
    assert_eq!(world.fire().await, 2);

    let completion = Completion {
        task: done,
        expected_slot: None,
        outcome: CompletionOutcome::Done,
        completed_at: None,
    };
    world
        .run(Command::CompleteTasks {
            tasks: vec![completion],
        })
        .await;
    let span = domain::command::Span::Series;
    world
        .run(Command::DeleteTasks {
            tasks: vec![deleted],
            span,
        })
        .await;

    assert_eq!(world.shown().await, [(false, true), (false, true)]);
    world.set_clock(10);
    assert_eq!(world.fire().await, 0);
    world.run(Command::ReopenTasks { tasks: vec![done] }).await;
    assert_eq!(
        world.fire().await,
        0,
        "what was cancelled is not fired afterwards"
    );
}

async fn a_snoozed_reminder_sounds_again_and_is_shown_anew(world: World) {
    let task = world.remind(&[1]).await;
    world.set_clock(1);
    world.fire().await;

    let until = world.at(15);
    world
        .run(Command::SnoozeReminders {
            tasks: vec![task],
            until,
        })
        .await;
    assert_eq!(world.shown().await, [(false, true)]);
    world.set_clock(14);
    assert_eq!(world.fire().await, 0);
    world.set_clock(15);
    assert_eq!(world.fire().await, 1);

    assert_eq!(world.shown().await, [(false, false), (false, true)]);
    assert_eq!(world.fire().await, 0);
}

async fn two_workers_never_tell_anybody_twice(world: World) {
    for _ in 0..4 {
        world.remind(&[1, 2, 3, 4, 5]).await;
    }
    let other = world.another().await;
    world.set_clock(6);

    let mut told = 0;
    loop {
        let (one, two) = tokio::join!(world.app.fire_due(7), other.fire_due(7));
        let round = one.unwrap().told + two.unwrap().told;
        if round == 0 {
            break;
        }
        told += round;
    }

    assert_eq!(told, 20);
    assert_eq!(world.shown().await.len(), 20);
}

async fn seeing_notifications_is_remembered(world: World) {
    world.remind(&[1, 2, 3]).await;
    world.set_clock(3);
    world.fire().await;
    let page = world
        .app
        .notifications(&world.owner, None, 10)
        .await
        .unwrap();
    let newest = DeliveryId::new(page.notifications[0].id);

    world
        .app
        .acknowledge(&world.owner, newest, None)
        .await
        .unwrap();
    let seen: Vec<bool> = world.shown().await.iter().map(|(_, seen)| *seen).collect();
    assert_eq!(seen, [true, false, false]);

    world.app.acknowledge_all(&world.owner, None).await.unwrap();
    assert!(world.shown().await.iter().all(|(_, seen)| *seen));
}

async fn pages_of_notifications_miss_none_of_one_moment(world: World) {
    for _ in 0..5 {
        world.remind(&[1]).await;
    }
    world.set_clock(1);
    world.fire().await;

    let mut seen = std::collections::HashSet::new();
    let mut cursor = None;
    loop {
        let page = world
            .app
            .notifications(&world.owner, cursor.as_deref(), 2)
            .await
            .unwrap();
        seen.extend(page.notifications.iter().map(|shown| shown.id));
        match page.next_cursor {
            Some(next) => cursor = Some(next),
            None => break,
        }
    }

    assert_eq!(seen.len(), 5);
    assert!(
        world
            .app
            .notifications(&world.owner, Some("x"), 2)
            .await
            .is_err()
    );
}

async fn the_trash_is_emptied_after_its_time_and_not_before(world: World) {
    let kept = world.remind(&[1]).await;
    let gone = world.remind(&[1]).await;
    let span = domain::command::Span::Series;
    world
        .run(Command::DeleteTasks {
            tasks: vec![gone],
            span,
        })
        .await;

    world.set_clock(29 * 24 * 60);
    assert_eq!(world.app.sweep().await.unwrap().tasks, 0);
    world.set_clock(31 * 24 * 60);
    assert_eq!(world.app.sweep().await.unwrap().tasks, 1);

    let task = |id| world.app.task(&world.owner, crate::TaskKey::Id(id));
    assert!(task(kept).await.is_ok());
    assert!(task(gone).await.is_err());
}
