//! A saydo for one test: a database of its own, a clock that the test moves.

use std::sync::{Arc, Mutex};

use app::{App, Clock, Database, Options, Outcome};
use domain::actor::Actor;
use domain::command::{Command, NewTask};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Friday, 20 November 2026, ten in the morning in Berlin, where the tests live.
pub(crate) const START: &str = "2026-11-20T10:00:00";

pub(crate) struct FakeClock(Mutex<Timestamp>);

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) actor: Actor,
    clock: Arc<FakeClock>,
    database: Database,
    _folder: Option<tempfile::TempDir>,
}

impl House {
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::Sqlite(folder.path().join("saydo.db"));
        Self::open(database, Some(folder)).await
    }

    pub(crate) async fn on_postgres() -> Self {
        let database = Database::Postgres {
            url: private_postgres::database().into(),
        };
        Self::open(database, None).await
    }

    async fn open(database: Database, folder: Option<tempfile::TempDir>) -> Self {
        let clock = Arc::new(FakeClock(Mutex::new(local(START))));
        let options = Options {
            clock: clock.clone(),
            ..Options::new(database.clone())
        };
        let app = App::open(options).await.unwrap();
        app.migrate().await.unwrap();
        let actor = app.local_owner().await.unwrap();
        let house = Self {
            app,
            actor,
            clock,
            database,
            _folder: folder,
        };
        house.settle_in_berlin().await;
        house
    }

    async fn settle_in_berlin(&self) {
        let mut settings = self.app.overview(&self.actor).await.unwrap().user.settings;
        settings.time_zone = domain::Zone::named("Europe/Berlin").unwrap();
        self.must(Command::UpdateSettings { settings }).await;
    }

    /// Another process on the same database.
    pub(crate) async fn beside(&self) -> App {
        let options = Options {
            clock: self.clock.clone(),
            ..Options::new(self.database.clone())
        };
        App::open(options).await.unwrap()
    }

    pub(crate) fn travel(&self, to: &str) {
        *self.clock.0.lock().unwrap() = local(to);
    }

    pub(crate) async fn must(&self, command: Command) -> Outcome {
        let name = command.name();
        match self.app.execute(&self.actor, command, None).await {
            Ok(outcome) => outcome,
            Err(error) => panic!("{name} was refused: {error}"),
        }
    }

    pub(crate) async fn add(&self, title: &str) -> app::view::TaskView {
        let task = NewTask {
            title: title.to_owned(),
            ..NewTask::default()
        };
        self.must(Command::AddTasks { tasks: vec![task] })
            .await
            .tasks
            .remove(0)
    }
}

fn local(text: &str) -> Timestamp {
    let local: DateTime = text.parse().unwrap();
    local
        .to_zoned(TimeZone::get("Europe/Berlin").unwrap())
        .unwrap()
        .timestamp()
}

/// Runs a test on both databases.
#[macro_export]
macro_rules! on_both {
    ($($name:ident($house:ident) $body:block)+) => {
        $(mod $name {
            #[allow(unused_imports, reason = "a test uses what it needs of its file")]
            use super::*;

            async fn scenario($house: $crate::house::House) $body

            #[tokio::test]
            async fn on_sqlite() {
                scenario($crate::house::House::on_sqlite().await).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                scenario($crate::house::House::on_postgres().await).await;
            }
        })+
    };
}
