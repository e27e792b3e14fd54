//! A database with one user and their space, and short ways to command it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::actor::{Actor, Credential, Scope, Via};
use domain::command::{Command, NewTask};
use domain::decide::{Ctx, Decision, Needs, Rejection, State, decide};
use domain::policy::{SpaceScope, may_command, may_read};
use domain::space::Role;
use domain::user::Settings;
use domain::{Ids, ProjectId, RequestId, SpaceId, Task, TaskId, UserId, Zone};
use jiff::Timestamp;
use uuid::Uuid;

use crate::account::user::NewUser;
use crate::{
    Batch, NewSpace, Options, Recording, Store, StoreError, Target, TransactError, begin_space,
    record, space, task, undo,
};

/// Identifiers in order, the same in every run.
#[derive(Default)]
pub(crate) struct Counter(AtomicU64);

impl Ids for Counter {
    fn next(&self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        Uuid::from_u128(
            (0x0193_0000_0000_7000 << 64) | (0x8000_0000_0000_0000 | u128::from(number)),
        )
    }
}

pub(crate) struct Fixture {
    pub(crate) store: Store,
    pub(crate) actor: Actor,
    pub(crate) target: Target,
    pub(crate) ids: &'static Counter,
    pub(crate) now: Timestamp,
    folder: Option<tempfile::TempDir>,
}

impl Fixture {
    pub(crate) async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let target = Target::Sqlite(folder.path().join("saydo.db"));
        Self::start(target, Some(folder)).await
    }

    pub(crate) async fn postgres() -> Self {
        Self::start(Target::Postgres(private_postgres::database()), None).await
    }

    async fn start(target: Target, folder: Option<tempfile::TempDir>) -> Self {
        let store = open(&target).await.unwrap();
        store.migrate().await.unwrap();
        let ids: &'static Counter = Box::leak(Box::default());
        let actor = Actor {
            user: UserId::new(ids.next()),
            space: SpaceId::new(ids.next()),
            role: Role::Owner,
            scope: Scope::Admin,
            projects: None,
            credential: Credential::Local,
            via: Via::Cli,
            turn: None,
        };
        let now = "2026-11-20T12:00:00Z".parse().unwrap();
        let fixture = Self {
            store,
            actor,
            target,
            ids,
            now,
            folder,
        };
        fixture.begin(&fixture.actor).await;
        fixture
    }

    /// Writes a user with a personal space.
    pub(crate) async fn begin(&self, actor: &Actor) {
        let time_zone = Zone::named("Europe/Berlin").unwrap();
        let mut writes = crate::account::user::insert(&NewUser {
            id: actor.user,
            email: None,
            email_key: None,
            name: "Ada".to_owned(),
            password_hash: None,
            settings: Settings {
                time_zone,
                ..Settings::default()
            },
            created_at: self.now,
        });
        writes.append(begin_space(
            &NewSpace {
                id: actor.space,
                name: "Ada".to_owned(),
                owner: actor.user,
                inbox: ProjectId::new(self.ids.next()),
            },
            self.now,
        ));
        self.store.write(writes).await.unwrap();
    }

    /// Writes that the database refuses: the fixture's user is there already.
    pub(crate) fn taken_user(&self) -> crate::WriteBatch {
        crate::account::user::insert(&NewUser {
            id: self.actor.user,
            email: None,
            email_key: None,
            name: "Ada".to_owned(),
            password_hash: None,
            settings: Settings::default(),
            created_at: self.now,
        })
    }

    /// Another user with a space of their own.
    pub(crate) async fn stranger(&self) -> Actor {
        let actor = Actor {
            user: UserId::new(self.ids.next()),
            space: SpaceId::new(self.ids.next()),
            ..self.actor.clone()
        };
        self.begin(&actor).await;
        actor
    }

    pub(crate) fn scope(&self) -> SpaceScope {
        may_read(&self.actor).unwrap()
    }

    pub(crate) fn path(&self) -> PathBuf {
        match &self.target {
            Target::Sqlite(path) => path.clone(),
            Target::Postgres(_) => panic!("PostgreSQL has no file"),
        }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.folder
            .as_ref()
            .expect("SQLite has a folder")
            .path()
            .to_owned()
    }

    /// Runs SQL that both engines understand behind the store's back.
    pub(crate) fn sql(&self, sql: &str) {
        match &self.target {
            Target::Sqlite(path) => {
                rusqlite::Connection::open(path)
                    .unwrap()
                    .execute_batch(sql)
                    .unwrap();
            }
            Target::Postgres(url) => drop(private_postgres::run(url, sql)),
        }
    }

    /// Gives a command as the fixture's user.
    pub(crate) async fn command(
        &self,
        command: Command,
    ) -> Result<Decision, TransactError<Rejection>> {
        self.command_as(&self.actor, command, None).await
    }

    /// The whole way of a command, as the command layer goes it.
    pub(crate) async fn command_as(
        &self,
        actor: &Actor,
        command: Command,
        request: Option<RequestId>,
    ) -> Result<Decision, TransactError<Rejection>> {
        let scope = may_command(actor, &command).unwrap();
        let needs = Needs::of(&command);
        let mut load = Batch::new();
        let locked = load.add(space::lock(scope));
        let directory = space::directory(scope, &mut load);
        let trashed = space::trashed_directory(scope, &mut load);
        let tasks = load.add(task::by_ids(scope, &needs.tasks));
        let below = load.add(task::descendants(scope, &needs.tasks));
        let above = load.add(task::ancestors(scope, &needs.ancestors_of));
        let near = load.add(task::neighbours(scope, &needs.neighbours_of));
        let ends = load.add(task::ends(scope));
        let ledger = load.add(crate::occurrence::latest(scope, &needs.tasks));
        let undone = needs.undo.map(|needs| {
            let (changes, events, tasks) = undo::load(scope, needs);
            (load.add(changes), load.add(events), load.add(tasks))
        });
        let (actor, now, ids) = (actor.clone(), self.now, self.ids);
        let engine = self.store.engine();
        let body = move |loaded: &mut crate::Loaded| {
            let (space, owner) = loaded.one(locked).expect("the space is there");
            let mut known: Vec<Task> = loaded.all(tasks);
            known.extend(loaded.all(below));
            known.extend(loaded.all(above));
            let mut changes = Vec::new();
            if let Some((change, event, tasks)) = undone {
                let events = loaded.all(event);
                known.extend(loaded.all(tasks));
                for change in loaded.all(change) {
                    let of_it = events.iter().filter(|event| event.change == change.id);
                    let of_it = of_it.cloned().collect();
                    changes.push((change, of_it));
                }
            }
            let state = State {
                space,
                owner: owner.clone(),
                directory: directory.take(loaded).into(),
                tasks: known.into_iter().map(|task| (task.id, task)).collect(),
                occurrences: loaded
                    .all(ledger)
                    .into_iter()
                    .map(|row| (row.task, row))
                    .collect(),
                undo: changes,
                edits: std::collections::HashMap::new(),
                trashed: trashed.take(loaded),
                neighbours: loaded
                    .all(near)
                    .into_iter()
                    .map(|(task, before, after)| (task, (before, after)))
                    .collect(),
                ends: task::outermost(loaded.all(ends)),
            };
            let ctx = Ctx {
                now,
                ids,
                actor: &actor,
                settings: &owner,
            };
            let decision = decide(&state, &command, request, &ctx)?;
            let recording = Recording {
                engine,
                owner: &owner,
                outcome: "{}".to_owned(),
                request_hash: None,
                ids,
            };
            Ok((record(scope, &decision, &recording), decision))
        };
        self.store.transact(load, body).await
    }

    /// Adds tasks and returns them as decided.
    pub(crate) async fn add(&self, tasks: Vec<NewTask>) -> Vec<Task> {
        let decision = self.command(Command::AddTasks { tasks }).await.unwrap();
        written(&decision)
    }

    /// Adds tasks with only a title.
    pub(crate) async fn add_titles(&self, titles: &[&str]) -> Vec<Task> {
        let new = |title: &&str| NewTask {
            title: (*title).to_owned(),
            ..NewTask::default()
        };
        self.add(titles.iter().map(new).collect()).await
    }

    /// One task as it is stored.
    pub(crate) async fn task(&self, id: TaskId) -> Option<Task> {
        let mut batch = Batch::new();
        let key = batch.add(task::by_ids(self.scope(), &[id]));
        self.store.read(batch).await.unwrap().one(key)
    }

    /// Fetches one batch of one fetch.
    pub(crate) async fn fetch<T: Send + 'static>(&self, fetch: crate::Fetch<T>) -> Vec<T> {
        let mut batch = Batch::new();
        let key = batch.add(fetch);
        self.store.read(batch).await.unwrap().all(key)
    }
}

pub(crate) async fn open(target: &Target) -> Result<Store, StoreError> {
    let options = Options {
        readers: 2,
        writers: 4,
        ..Options::default()
    };
    Store::open(target.clone(), options).await
}

/// The tasks of a decision, as they are afterwards.
pub(crate) fn written(decision: &Decision) -> Vec<Task> {
    let tasks = decision
        .parts()
        .writes
        .iter()
        .filter_map(|write| match write {
            domain::decide::Write::Task { after, .. } => Some((**after).clone()),
            _ => None,
        });
    tasks.collect()
}
