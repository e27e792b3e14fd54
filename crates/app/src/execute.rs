//! The one way to change a task.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::actor::Actor;
use domain::command::Command;
use domain::decide::{Ctx, Decision, Needs, decide};
use domain::policy;
use domain::{Ids, RequestId, TaskId};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use store::change::Answered;
use store::{Batch, Engine, Loaded, Recording, StoreError, TransactError, WriteBatch};

use crate::App;
use crate::error::ExecuteError;
use crate::load::{self, Clocks, Found, Missed};
use crate::outcome::Outcome;
use crate::view::Light;

/// How often a transaction that met a passing obstacle is tried.
const ATTEMPTS: u32 = 4;

/// The caller's name for a request, with what was asked, so that a retry is told from another
/// request under the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The name.
    pub id: RequestId,
    /// SHA-256 of what the caller sent.
    pub fingerprint: Vec<u8>,
}

impl Request {
    /// A request of these bytes, as the caller sent them.
    pub fn new(id: RequestId, sent: &[u8]) -> Self {
        Self {
            id,
            fingerprint: Sha256::digest(sent).to_vec(),
        }
    }
}

impl App {
    /// Carries out a command, as a whole or not at all. When it returns, the change is on disk.
    ///
    /// A request id that this user has used before answers with the stored outcome and changes
    /// nothing.
    ///
    /// # Errors
    /// [`ExecuteError`]; nothing has changed then.
    pub async fn execute(
        &self,
        actor: &Actor,
        command: Command,
        request: Option<&RequestId>,
    ) -> Result<Outcome, ExecuteError> {
        let request = request.map(|id| {
            let sent = serde_json::to_vec(&command).expect("commands serialise");
            Request::new(id.clone(), &sent)
        });
        self.execute_request(actor, command, request).await
    }

    /// Like [`App::execute`], for callers who know what was sent: words such as "tomorrow" become
    /// another command the next day, and the retry is still the same request.
    ///
    /// # Errors
    /// [`ExecuteError`]; nothing has changed then.
    pub async fn execute_request(
        &self,
        actor: &Actor,
        command: Command,
        request: Option<Request>,
    ) -> Result<Outcome, ExecuteError> {
        let scope = policy::may_command(actor, &command)?;
        let is_own = request.is_none();
        let request = request.or_else(|| self.own_request());
        let task = Arc::new(Execution {
            actor: actor.clone(),
            needs: Needs::of(&command),
            command,
            request,
            is_own,
            decided: Mutex::default(),
            now: self.now(),
            ids: Arc::clone(&self.0.ids),
            engine: self.store().engine(),
        });
        let mut attempt = 1;
        // The trash is looked through for undo only, and then nothing is taken for known.
        let mut known = match task.needs.undo {
            Some(_) => None,
            None => match self.known(scope.space()) {
                Some(known) => Some(known),
                None => self.surroundings(actor).await.ok(),
            },
        };
        let (outcome, directory_changed) = loop {
            let mut load = Batch::new();
            let keys = load::state(scope, &task.needs, true, known.take(), &mut load);
            // A name of our own is known to nobody before the first attempt.
            let answered = task
                .request
                .as_ref()
                .filter(|_| !is_own || attempt > 1)
                .map(|request| load.add(store::change::by_request(scope, &request.id)));
            let named = task.request.as_ref().filter(|_| !is_own);
            let taken = named
                .map(|request| load.add(store::account::request::get(scope.user(), &request.id)));
            let execution = Arc::clone(&task);
            let body = move |loaded: &mut Loaded| {
                if let Some(answered) = answered.and_then(|key| loaded.one(key)) {
                    let outcome = execution.replay(&answered).map_err(Halt::Refused)?;
                    return Ok((WriteBatch::new(), (outcome, false)));
                }
                let found = keys.take(&execution.needs, loaded).map_err(Halt::from)?;
                if taken.is_some_and(|key| loaded.one(key).is_some()) {
                    return Err(Halt::Refused(ExecuteError::RequestReused));
                }
                let (decision, outcome) = execution.decide(&found).map_err(Halt::Refused)?;
                let directory_changed =
                    decision.parts().directory_rev != found.state.space.directory_rev;
                let recording = Recording {
                    engine: execution.engine,
                    owner: &found.state.owner,
                    outcome: execution.stored(&outcome),
                    request_hash: execution.request.as_ref().map(|it| it.fingerprint.clone()),
                    ids: execution.ids.as_ref(),
                };
                let writes = store::record(scope, &decision, &recording);
                Ok((writes, (outcome, directory_changed)))
            };
            match self.store().transact(load, body).await {
                Ok(outcome) => break outcome,
                Err(TransactError::Body(Halt::Refused(error))) => return Err(error),
                Err(TransactError::Body(Halt::Outdated)) => self.forget(scope.space()),
                Err(TransactError::Store(error)) if error.is_retryable() && attempt < ATTEMPTS => {
                    attempt += 1;
                    tracing::debug!(command.kind = task.command.name(), attempt, "trying again");
                    tokio::time::sleep(backoff(attempt)).await;
                }
                Err(TransactError::Store(error)) => return Err(error.into()),
            }
        };
        if directory_changed {
            self.forget(scope.space());
        }
        self.0.feed.hint(scope.space(), outcome.rev);
        Ok(outcome)
    }

    /// What came of a request, where it has been carried out; for callers whose commands depend on
    /// what the first attempt has changed.
    ///
    /// # Errors
    /// [`ExecuteError::RequestReused`] when the name was used for something else; the store's.
    pub async fn carried_out(
        &self,
        actor: &Actor,
        request: &Request,
    ) -> Result<Option<Outcome>, ExecuteError> {
        let scope = policy::may_read(actor)?;
        let mut load = Batch::new();
        let answered = load.add(store::change::by_request(scope, &request.id));
        let taken = load.add(store::account::request::get(scope.user(), &request.id));
        let mut loaded = self.store().read(load).await?;
        match (loaded.one(answered), loaded.one(taken)) {
            (None, None) => Ok(None),
            (None, Some(_)) => Err(ExecuteError::RequestReused),
            (Some(answered), _) => outcome_of(&answered, Some(request)).map(Some),
        }
    }

    /// What a command would do. Nothing is done, and nobody is kept waiting.
    ///
    /// # Errors
    /// [`ExecuteError`], as the command itself would have it.
    pub async fn preview(&self, actor: &Actor, command: Command) -> Result<Outcome, ExecuteError> {
        let scope = policy::may_command(actor, &command)?;
        let execution = Execution {
            actor: actor.clone(),
            needs: Needs::of(&command),
            command,
            request: None,
            is_own: true,
            decided: Mutex::default(),
            now: self.now(),
            ids: Arc::clone(&self.0.ids),
            engine: self.store().engine(),
        };
        let mut load = Batch::new();
        let keys = load::state(scope, &execution.needs, false, None, &mut load);
        let mut loaded = self.store().read(load).await?;
        let found = keys
            .take(&execution.needs, &mut loaded)
            .map_err(|_| gone())?;
        let (_, outcome) = execution.decide(&found)?;
        Ok(Outcome {
            change_id: None,
            ..outcome
        })
    }

    /// A name for a request that came without one, where a lost connection leaves open whether a
    /// commit has happened.
    fn own_request(&self) -> Option<Request> {
        (self.store().engine() == Engine::Postgres).then(|| {
            let id = self.ids().next();
            let name = RequestId::try_from(format!("own-{id}")).expect("a UUID is visible ASCII");
            Request::new(name, id.as_bytes())
        })
    }
}

/// Why a transaction was given up before it wrote anything.
enum Halt {
    /// The command is refused.
    Refused(ExecuteError),
    /// What was taken for known has changed; everything has to be loaded.
    Outdated,
}

impl From<Missed> for Halt {
    fn from(missed: Missed) -> Self {
        match missed {
            Missed::Gone => Self::Refused(gone()),
            Missed::Outdated => Self::Outdated,
        }
    }
}

/// The stored outcome, for the request that it is of.
fn outcome_of(answered: &Answered, request: Option<&Request>) -> Result<Outcome, ExecuteError> {
    let is_same = |it: &Request| answered.request_hash.as_ref() == Some(&it.fingerprint);
    if !request.is_some_and(is_same) {
        return Err(ExecuteError::RequestReused);
    }
    serde_json::from_str(&answered.outcome).map_err(|_| {
        ExecuteError::Store(StoreError::Decode {
            column: 0,
            detail: "the stored outcome was written by another version".to_owned(),
        })
    })
}

fn gone() -> ExecuteError {
    ExecuteError::NotUnderstood("this space is gone".to_owned())
}

fn backoff(attempt: u32) -> std::time::Duration {
    std::time::Duration::from_millis(10 << (2 * attempt))
}

/// One command on its way, the same in every attempt.
struct Execution {
    actor: Actor,
    command: Command,
    needs: Needs,
    request: Option<Request>,
    /// Whether the request has no name, or one of our own, which nobody can repeat but us.
    is_own: bool,
    /// What the latest attempt decided, should its commit turn out to have happened.
    decided: Mutex<Option<Outcome>>,
    now: Timestamp,
    ids: Arc<dyn Ids>,
    engine: Engine,
}

impl Execution {
    fn decide(&self, found: &Found) -> Result<(Decision, Outcome), ExecuteError> {
        let ctx = Ctx {
            now: self.now,
            ids: self.ids.as_ref(),
            actor: &self.actor,
            settings: &found.reader,
        };
        let request = self.request.as_ref().map(|request| request.id.clone());
        let decision = decide(&found.state, &self.command, request, &ctx)?;
        let clocks = Clocks {
            reader: found.reader.time(),
            owner: found.state.owner.time(),
        };
        let light = Light {
            now: self.now,
            reader: &clocks.reader,
            owner: &clocks.owner,
            locale: &found.reader.locale,
            directory: &found.state.directory,
        };
        let named: &[TaskId] = &self.needs.tasks;
        let outcome = Outcome::new(decision.parts(), &found.state, named, &found.counts, &light);
        Ok((decision, outcome))
    }

    fn replay(&self, answered: &Answered) -> Result<Outcome, ExecuteError> {
        if self.is_own
            && let Some(outcome) = self.decided().clone()
        {
            return Ok(outcome);
        }
        outcome_of(answered, self.request.as_ref())
    }

    /// The outcome as it is kept for retries; nothing is kept where none can come.
    fn stored(&self, outcome: &Outcome) -> String {
        if self.is_own {
            *self.decided() = self.request.as_ref().map(|_| outcome.clone());
            return String::new();
        }
        serde_json::to_string(outcome).expect("outcomes serialise")
    }

    fn decided(&self) -> MutexGuard<'_, Option<Outcome>> {
        self.decided.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
