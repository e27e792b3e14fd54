//! Firing: timers that are due become events and deliveries, in one transaction per space.
//!
//! Leaderless: the lock of the space's row lets one worker at a time fire its timers, and the next
//! one finds them fired. What is due is fired whenever a worker lives, so downtime only delays.

use std::sync::Arc;
use std::time::Duration;

use domain::actor::Actor;
use domain::decide::{Ctx, Needs, State, Timer, fire};
use domain::policy::{self, SpaceScope};
use domain::{Ids, Task};
use jiff::Timestamp;
use store::timer::DueSpace;
use store::{Batch, Engine, Loaded, Recording, StoreError, TransactError, WriteBatch};
use tokio::task::JoinSet;

use crate::App;
use crate::load;

/// Timers of one space that fire in one transaction.
const TIMERS_OF_SPACE: u32 = 500;
/// Spaces whose timers fire at the same time: on SQLite they share a commit.
const SPACES_SQLITE: usize = 128;
/// The same on PostgreSQL, where each takes a connection.
const SPACES_POSTGRES: usize = 4;

/// What one round of firing did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FireReport {
    /// Timers that were due and are not any more.
    pub fired: usize,
    /// People that were told, counted once per reminder.
    pub told: usize,
    /// How long after its time each of them fired.
    pub lateness: Vec<Duration>,
    /// When the next timer of any space is due; possibly in the past, when more are due than the
    /// round could take.
    pub next_at: Option<Timestamp>,
}

impl App {
    /// Fires timers that are due, at most about `limit`, and tells the people they are for.
    ///
    /// A reminder fires once per moment, whoever calls this and however often. Timers of one space
    /// that cannot be fired now leave the others alone.
    ///
    /// # Errors
    /// [`StoreError`] when nothing could be fired: what is due stays due.
    pub async fn fire_due(&self, limit: u32) -> Result<FireReport, StoreError> {
        let mut batch = Batch::new();
        let due = batch.add(store::timer::due_spaces(self.now(), limit));
        let spaces = self.store().read(batch).await?.all(due);
        let mut report = self.fire_spaces(spaces).await?;
        report.next_at = self.next_fire_at().await?;
        Ok(report)
    }

    /// When the next timer of any space is due, in the past for one that is late.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub async fn next_fire_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let mut batch = Batch::new();
        let earliest = batch.add(store::timer::earliest());
        Ok(self.store().read(batch).await?.one(earliest))
    }

    async fn fire_spaces(&self, spaces: Vec<DueSpace>) -> Result<FireReport, StoreError> {
        let at_once = match self.store().engine() {
            Engine::Sqlite => SPACES_SQLITE,
            Engine::Postgres => SPACES_POSTGRES,
        };
        let mut report = FireReport::default();
        let mut failed = None;
        let mut waiting = spaces.into_iter();
        let mut running = JoinSet::new();
        loop {
            while running.len() < at_once
                && let Some(due) = waiting.next()
            {
                let app = self.clone();
                running.spawn(async move { app.fire_space(due).await });
            }
            let Some(done) = running.join_next().await else {
                break;
            };
            match done {
                Ok(Ok(fired)) => report.add(fired),
                Ok(Err(error)) => failed = Some(error),
                Err(panic) => failed = Some(StoreError::Other(Arc::new(panic))),
            }
        }
        match failed {
            Some(error) if report.fired == 0 => Err(error),
            Some(error) => {
                tracing::warn!(error = %error, "some reminders could not be fired; trying again");
                Ok(report)
            }
            None => Ok(report),
        }
    }

    async fn fire_space(&self, due: DueSpace) -> Result<FireReport, StoreError> {
        let actor = super::system(due.space, due.owner);
        let Ok(scope) = policy::may_read(&actor) else {
            return Ok(FireReport::default());
        };
        let mut load = Batch::new();
        let keys = load::state(scope, &Needs::default(), true, None, &mut load);
        let now = self.now();
        let due = load.add(store::timer::due_of_space(scope, now, TIMERS_OF_SPACE));
        let firing = Firing {
            actor,
            scope,
            now,
            ids: Arc::clone(&self.0.ids),
            engine: self.store().engine(),
        };
        let body = move |loaded: &mut Loaded| {
            let due = loaded.all(due);
            let found = keys.take(&Needs::default(), loaded).ok();
            Ok::<_, StoreError>(match found {
                Some(found) if !due.is_empty() => firing.decide(found.state, due),
                // Another worker was faster, or the space is gone.
                _ => (WriteBatch::new(), Fired::default()),
            })
        };
        let fired = self
            .store()
            .transact(load, body)
            .await
            .map_err(|error| match error {
                TransactError::Store(error) | TransactError::Body(error) => error,
            })?;
        if let Some(rev) = fired.rev {
            self.0.feed.hint(scope.space(), rev);
        }
        Ok(fired.report)
    }
}

/// One space's timers on their way.
struct Firing {
    actor: Actor,
    scope: SpaceScope,
    now: Timestamp,
    ids: Arc<dyn Ids>,
    engine: Engine,
}

/// What became of them.
#[derive(Default)]
struct Fired {
    report: FireReport,
    rev: Option<i64>,
}

impl Firing {
    fn decide(&self, mut state: State, due: Vec<(Timer, Task)>) -> (WriteBatch, Fired) {
        let (timers, tasks): (Vec<Timer>, Vec<Task>) = due.into_iter().unzip();
        state
            .tasks
            .extend(tasks.into_iter().map(|task| (task.id, task)));
        let settings = state.owner.clone();
        let ctx = Ctx {
            now: self.now,
            ids: self.ids.as_ref(),
            actor: &self.actor,
            settings: &settings,
        };
        let decision = fire(&state, &timers, &ctx);
        let report = FireReport {
            fired: timers.len(),
            told: decision
                .parts()
                .fired
                .iter()
                .map(|fired| fired.recipients.len())
                .sum(),
            lateness: timers.iter().map(|timer| late(timer, self.now)).collect(),
            next_at: None,
        };
        if decision.is_empty() {
            // Nobody wants any of them.
            let writes = store::timer::withdraw(self.scope, &timers, self.now);
            return (writes, Fired { report, rev: None });
        }
        let recording = Recording {
            engine: self.engine,
            owner: &settings,
            outcome: String::new(),
            request_hash: None,
            ids: self.ids.as_ref(),
        };
        let rev = Some(decision.parts().rev);
        (
            store::record(self.scope, &decision, &recording),
            Fired { report, rev },
        )
    }
}

fn late(timer: &Timer, now: Timestamp) -> Duration {
    now.duration_since(timer.fire_at)
        .try_into()
        .unwrap_or_default()
}

impl FireReport {
    fn add(&mut self, other: Self) {
        self.fired += other.fired;
        self.told += other.told;
        self.lateness.extend(other.lateness);
    }
}
