//! Measures the store alone, without a server: `cargo run --release -p saydo-store --example throughput`.
//!
//! With an argument, a PostgreSQL address, it measures that database instead of a new SQLite file.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use domain::actor::{Actor, Credential, Scope, Via};
use domain::command::{Command, Completion, CompletionOutcome, NewTask};
use domain::decide::{Ctx, Rejection, State, decide};
use domain::policy::{SpaceScope, may_read};
use domain::space::Role;
use domain::user::Settings;
use domain::{Due, Ids, ProjectId, SpaceId, TaskId, UserId};
use store::list::{Query, page};
use store::search::find;
use store::{
    Batch, Loaded, NewSpace, Options, Recording, Store, Target, TransactError, begin_space, record,
    space, task,
};
use uuid::Uuid;

/// Makes the batch of one read.
type Reads = fn(&Store, SpaceScope, TaskId) -> Batch;

struct Random(AtomicU64);

impl Ids for Random {
    fn next(&self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        Uuid::from_u128((0x0193_0000_0000_7000 << 64) | (0x8000 << 48) | u128::from(number))
    }
}

static IDS: Random = Random(AtomicU64::new(1));

fn now() -> jiff::Timestamp {
    "2026-11-20T12:00:00Z".parse().expect("a fixed instant")
}

async fn begin(store: &Store) -> Actor {
    let actor = Actor {
        user: UserId::new(IDS.next()),
        space: SpaceId::new(IDS.next()),
        role: Role::Owner,
        scope: Scope::Admin,
        projects: None,
        credential: Credential::Local,
        via: Via::Cli,
        turn: None,
    };
    let user = store::account::user::NewUser {
        id: actor.user,
        email: None,
        email_key: None,
        name: "Ada".to_owned(),
        password_hash: None,
        settings: Settings::default(),
        created_at: now(),
    };
    let mut writes = store::account::user::insert(&user);
    let inbox = ProjectId::new(IDS.next());
    let new = NewSpace {
        id: actor.space,
        name: "Ada".to_owned(),
        owner: actor.user,
        inbox,
    };
    writes.append(begin_space(&new, now()));
    store.write(writes).await.expect("a new user");
    actor
}

async fn command(
    store: &Store,
    actor: &Actor,
    command: Command,
    ids: &[TaskId],
) -> Result<Vec<TaskId>, TransactError<Rejection>> {
    let scope = may_read(actor).expect("the owner may");
    let mut load = Batch::new();
    let locked = load.add(space::lock(scope));
    let directory = space::directory(scope, &mut load);
    let tasks = (!ids.is_empty()).then(|| load.add(task::by_ids(scope, ids)));
    let (actor, engine) = (actor.clone(), store.engine());
    let body = move |loaded: &mut Loaded| {
        let (space, owner) = loaded.one(locked).expect("the space is there");
        let tasks = tasks.map(|key| loaded.all(key)).unwrap_or_default();
        let state = State {
            space,
            owner: owner.clone(),
            directory: directory.take(loaded).into(),
            tasks: tasks.into_iter().map(|task| (task.id, task)).collect(),
            occurrences: Default::default(),
            undo: Vec::new(),
            trashed: Default::default(),
            neighbours: Default::default(),
            edits: Default::default(),
            ends: None,
        };
        let ctx = Ctx {
            now: now(),
            ids: &IDS,
            actor: &actor,
            settings: &owner,
        };
        let decision = decide(&state, &command, None, &ctx)?;
        let outcome = "{\"change_id\": null}".to_owned();
        let recording = Recording {
            engine,
            owner: &owner,
            outcome,
            request_hash: None,
            ids: &IDS,
        };
        let ids = decision
            .parts()
            .writes
            .iter()
            .filter_map(domain::decide::Write::task)
            .collect();
        Ok((record(scope, &decision, &recording), ids))
    };
    store.transact(load, body).await
}

fn new(number: u64) -> Command {
    let day = i64::try_from(number % 300).unwrap_or(0);
    let date = jiff::civil::date(2026, 11, 20).saturating_add(jiff::Span::new().days(day));
    let time = jiff::civil::time(9, 0, 0, 0);
    let task = NewTask {
        title: format!("write report number {number} for the garden"),
        due: Some(Due::Floating { date, time }),
        tags: vec!["home".to_owned()],
        ..NewTask::default()
    };
    Command::AddTasks { tasks: vec![task] }
}

/// CPU time that this process has used, where the system tells it as Linux does.
fn cpu_us() -> u64 {
    const TICK_US: u64 = 10_000;
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let fields = after.split_whitespace().skip(11).take(2);
    fields
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum::<u64>()
        * TICK_US
}

/// Runs `work` so many times from so many callers, and prints the rate.
async fn measure<F, W>(name: &str, callers: u64, times: u64, work: W)
where
    F: Future<Output = ()> + Send + 'static,
    W: Fn(u64) -> F + Send + Sync + 'static,
{
    let work = Arc::new(work);
    let (started, cpu_before) = (Instant::now(), cpu_us());
    let next = Arc::new(AtomicU64::new(0));
    let tasks: Vec<_> = (0..callers)
        .map(|_| {
            let (work, next) = (work.clone(), next.clone());
            tokio::spawn(async move {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= times {
                        break;
                    }
                    work(number).await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no caller panics");
    }
    let seconds = started.elapsed().as_secs_f64();
    #[expect(clippy::print_stdout, reason = "this program prints a table")]
    {
        #[expect(clippy::cast_precision_loss, reason = "a rate is rounded anyway")]
        let (rate, cpu) = (
            times as f64 / seconds,
            (cpu_us() - cpu_before) as f64 / times as f64,
        );
        println!("{name:<42} {rate:>10.0}/s {cpu:>9.1} us of CPU each");
    }
}

#[tokio::main(worker_threads = 2)]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // On a memory disk of the system the time of syncing falls away: `TMPDIR=/dev/shm`.
    let folder = std::env::temp_dir().join(format!("saydo-throughput-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let target = match std::env::args().nth(1) {
        Some(url) => Target::Postgres(url),
        None => Target::Sqlite(folder.join("saydo.db")),
    };
    let store = Store::open(target, Options::default()).await?;
    store.migrate().await?;
    let mut actors = Vec::new();
    for _ in 0..100 {
        actors.push(begin(&store).await);
    }
    let actors = Arc::new(actors);
    let ids = Arc::new(std::sync::Mutex::new(Vec::new()));
    for callers in [1, 64] {
        let (store, actors, ids) = (store.clone(), actors.clone(), ids.clone());
        let work = move |number: u64| {
            let (store, actors, ids) = (store.clone(), actors.clone(), ids.clone());
            async move {
                let at = usize::try_from(number).unwrap_or(0) % actors.len();
                let added = command(&store, &actors[at], new(number), &[])
                    .await
                    .expect("it adds");
                ids.lock().expect("no caller panics").push((at, added[0]));
            }
        };
        measure(
            &format!("create, {callers} callers"),
            callers,
            200 * callers,
            work,
        )
        .await;
    }
    let all = Arc::new(std::mem::take(&mut *ids.lock().expect("no caller panics")));
    let pick = |all: &[(usize, TaskId)], number: u64| {
        all[usize::try_from(number * 7).unwrap_or(0) % all.len()]
    };
    {
        let (store, actors, all) = (store.clone(), actors.clone(), all.clone());
        let work = move |number: u64| {
            let (store, actors, all) = (store.clone(), actors.clone(), all.clone());
            async move {
                let (at, id) = all[usize::try_from(number).unwrap_or(0)];
                let done = Completion {
                    task: id,
                    expected_slot: None,
                    outcome: CompletionOutcome::Done,
                    completed_at: None,
                };
                let complete = Command::CompleteTasks { tasks: vec![done] };
                command(&store, &actors[at], complete, &[id])
                    .await
                    .expect("it completes");
            }
        };
        measure("complete, 64 callers", 64, 4_000, work).await;
    }
    let reads: [(&str, Reads); 3] = [
        ("get, 16 callers", |_, scope, id| {
            let mut batch = Batch::new();
            batch.add(task::by_ids(scope, &[id]));
            batch
        }),
        ("page of 50, 16 callers", |_, scope, _| {
            let mut batch = Batch::new();
            let query = Query {
                limit: 50,
                ..Query::default()
            };
            page(scope, &query, &mut batch).expect("there is no cursor");
            batch
        }),
        ("search, 16 callers", |store, scope, _| {
            let mut batch = Batch::new();
            let fetch = find(store.engine(), scope, "report gard", 20);
            batch.add(fetch.expect("there are words"));
            batch
        }),
    ];
    for (name, make) in reads {
        let (store, actors, all) = (store.clone(), actors.clone(), all.clone());
        let work = move |number: u64| {
            let (store, actors, all) = (store.clone(), actors.clone(), all.clone());
            async move {
                let (at, id) = pick(&all, number);
                let scope = may_read(&actors[at]).expect("the owner may");
                store
                    .read(make(&store, scope, id))
                    .await
                    .map(drop)
                    .expect("it reads");
            }
        };
        measure(name, 16, 20_000, work).await;
    }
    store.close().await;
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
