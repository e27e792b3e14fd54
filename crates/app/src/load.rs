//! Loading what a command or a query must see, in one batch.

use std::collections::HashMap;
use std::sync::Arc;

use domain::actor::Actor;
use domain::change::{Change, Event};
use domain::decide::{Needs, State};
use domain::policy::{self, SpaceScope};
use domain::space::{Directory, Space};
use domain::task::Occurrence;
use domain::user::Settings;
use domain::{SpaceId, Task, TaskId};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use store::account::user::Account;
use store::space::DirectoryKeys;
use store::{Batch, Key, Loaded};

use crate::App;
use crate::error::QueryError;
use crate::view::{Light, Subtasks};

/// The most projects, sections, tags and views of all spaces that are kept in memory, at a few
/// hundred bytes each.
const REMEMBERED_RECORDS: usize = 200_000;

/// A space, its owner's settings and what structures it, with the reader.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    pub(crate) space: Space,
    pub(crate) owner: Settings,
    /// The reader's settings.
    pub(crate) reader: Settings,
    pub(crate) directory: Arc<Directory>,
}

/// What was last loaded of spaces: good for as long as the space's `directory_rev` is the same,
/// which grows with every change of the directory and of the owner's settings.
pub(crate) struct Remembered(Cache<SpaceId, Surroundings, Weight>);

impl Default for Remembered {
    fn default() -> Self {
        Self(Cache::with_weighter(
            REMEMBERED_RECORDS / 20,
            REMEMBERED_RECORDS as u64,
            Weight,
        ))
    }
}

/// How much of a directory counts against the bound.
#[derive(Clone)]
struct Weight;

impl Weighter<SpaceId, Surroundings> for Weight {
    fn weight(&self, _: &SpaceId, around: &Surroundings) -> u64 {
        let directory = &around.directory;
        let records = directory.projects.len()
            + directory.sections.len()
            + directory.tags.len()
            + directory.views.len();
        1 + records as u64
    }
}

impl Remembered {
    fn get(&self, space: SpaceId) -> Option<Surroundings> {
        self.0.get(&space)
    }

    fn forget(&self, space: SpaceId) {
        self.0.remove(&space);
    }

    fn put(&self, around: Surroundings) {
        self.0.insert(around.space.id, around);
    }
}

impl App {
    /// The space that an actor reads, with everything that words and views depend on.
    pub(crate) async fn surroundings(&self, actor: &Actor) -> Result<Surroundings, QueryError> {
        Ok(self.read(actor, |_, _| ()).await?.0)
    }

    /// Reads a batch together with the surroundings: one round trip when they are remembered.
    pub(crate) async fn read<K>(
        &self,
        actor: &Actor,
        add: impl Fn(SpaceScope, &mut Batch) -> K,
    ) -> Result<(Surroundings, Loaded, K), QueryError> {
        self.read_knowing(actor, |scope, _, batch| Ok(add(scope, batch)))
            .await
    }

    /// Reads a batch that depends on names or clocks, such as a filter. It is put together from
    /// what is remembered, and again when that turns out to be old.
    pub(crate) async fn read_knowing<K>(
        &self,
        actor: &Actor,
        add: impl Fn(SpaceScope, &Surroundings, &mut Batch) -> Result<K, QueryError>,
    ) -> Result<(Surroundings, Loaded, K), QueryError> {
        let scope = policy::may_read(actor)?;
        if let Some(mut around) = self.0.remembered.get(scope.space()) {
            let mut batch = Batch::new();
            let space = batch.add(store::space::load(scope));
            // A name that is not known yet may be new: what cannot be put together from memory
            // is put together again from what is loaded.
            if let Ok(keys) = add(scope, &around, &mut batch) {
                let mut loaded = self.store().read(batch).await?;
                let (space, _) = loaded.one(space).ok_or_else(|| gone(scope))?;
                if space.directory_rev == around.space.directory_rev {
                    around.space = space;
                    self.read_as(actor, &mut around).await?;
                    return Ok((around, loaded, keys));
                }
            }
        }
        let mut around = self.load_surroundings(scope).await?;
        self.read_as(actor, &mut around).await?;
        let mut batch = Batch::new();
        let keys = add(scope, &around, &mut batch)?;
        let loaded = if batch.is_empty() {
            Loaded::default()
        } else {
            self.store().read(batch).await?
        };
        Ok((around, loaded, keys))
    }

    /// What is known of a space, which may be old.
    pub(crate) fn known(&self, space: SpaceId) -> Option<Surroundings> {
        self.0.remembered.get(space)
    }

    /// Forgets what is known of a space, because it has changed or turned out to be old.
    pub(crate) fn forget(&self, space: SpaceId) {
        self.0.remembered.forget(space);
    }

    async fn load_surroundings(&self, scope: SpaceScope) -> Result<Surroundings, QueryError> {
        let mut batch = Batch::new();
        let space = batch.add(store::space::load(scope));
        let directory = store::space::directory(scope, &mut batch);
        let mut loaded = self.store().read(batch).await?;
        let (space, owner) = loaded.one(space).ok_or_else(|| gone(scope))?;
        let directory = Arc::new(directory.take(&mut loaded));
        let around = Surroundings {
            space,
            reader: owner.clone(),
            owner,
            directory,
        };
        self.0.remembered.put(around.clone());
        Ok(around)
    }

    /// In a space of somebody else's, the reader's own settings.
    async fn read_as(&self, actor: &Actor, around: &mut Surroundings) -> Result<(), QueryError> {
        if actor.user != around.space.owner {
            let mut batch = Batch::new();
            let key = batch.add(store::account::user::get(actor.user));
            let user: Option<Account> = self.store().read(batch).await?.one(key);
            around.reader = user
                .map(|account| account.user.settings)
                .unwrap_or_default();
        }
        Ok(())
    }
}

fn gone(scope: SpaceScope) -> QueryError {
    QueryError::NotFound {
        what: "space",
        name: scope.space().to_string(),
    }
}

impl Surroundings {
    /// What views are seen in the light of. `reader` and `owner` are the two clocks, kept by the
    /// caller for as long as the light is used.
    pub(crate) fn light<'a>(&'a self, now: jiff::Timestamp, clocks: &'a Clocks) -> Light<'a> {
        Light {
            now,
            reader: &clocks.reader,
            owner: &clocks.owner,
            locale: &self.reader.locale,
            directory: &self.directory,
        }
    }

    pub(crate) fn clocks(&self) -> Clocks {
        Clocks {
            reader: self.reader.time(),
            owner: self.owner.time(),
        }
    }
}

/// The reader's clock and the owner's.
#[derive(Debug, Clone)]
pub(crate) struct Clocks {
    pub(crate) reader: domain::time::TimeSettings,
    pub(crate) owner: domain::time::TimeSettings,
}

/// Where everything that a command needs is found after loading.
pub(crate) struct StateKeys {
    space: Key<(Space, Settings)>,
    known: Option<Surroundings>,
    unknown: Option<(DirectoryKeys, Key<Account>)>,
    trashed: Option<DirectoryKeys>,
    tasks: Vec<Key<Task>>,
    occurrences: Option<Key<Occurrence>>,
    neighbours: Option<Key<store::task::Neighbours>>,
    ends: Option<Key<(Option<domain::Position>, Option<domain::Position>)>>,
    edits: Option<Key<Event>>,
    undo: Option<(Key<Change>, Key<Event>)>,
    counts: Option<Key<(TaskId, i64, i64)>>,
}

/// Adds what a command needs. The space row comes first, so that its lock is held before anything
/// else is read.
///
/// Where the surroundings are known already, they are not loaded again; taking the state then
/// finds out whether they are still true.
pub(crate) fn state(
    scope: SpaceScope,
    needs: &Needs,
    lock: bool,
    known: Option<Surroundings>,
    batch: &mut Batch,
) -> StateKeys {
    let space = batch.add(if lock {
        store::space::lock(scope)
    } else {
        store::space::load(scope)
    });
    let known = known.filter(|known| known.space.owner == scope.user());
    let unknown = match known {
        Some(_) => None,
        None => Some((
            store::space::directory(scope, batch),
            batch.add(store::account::user::get(scope.user())),
        )),
    };
    let mut tasks = Vec::new();
    if !needs.tasks.is_empty() {
        tasks.push(batch.add(store::task::by_ids(scope, &needs.tasks)));
        if needs.descendants {
            tasks.push(batch.add(store::task::descendants(scope, &needs.tasks)));
        }
    }
    if !needs.ancestors_of.is_empty() {
        tasks.push(batch.add(store::task::by_ids(scope, &needs.ancestors_of)));
        tasks.push(batch.add(store::task::ancestors(scope, &needs.ancestors_of)));
    }
    if !needs.related.is_empty() {
        tasks.push(batch.add(store::task::by_ids(scope, &needs.related)));
        tasks.push(batch.add(store::task::blockers(scope, &needs.blockers_of)));
    }
    if !needs.neighbours_of.is_empty() {
        tasks.push(batch.add(store::task::by_ids(scope, &needs.neighbours_of)));
    }
    tasks.extend(
        needs
            .tasks_of_project
            .map(|id| batch.add(store::task::of_project(scope, id))),
    );
    tasks.extend(
        needs
            .tasks_of_section
            .map(|id| batch.add(store::task::of_section(scope, id))),
    );
    tasks.extend(
        needs
            .tasks_with_tag
            .map(|id| batch.add(store::task::of_tag(scope, id))),
    );
    if needs.dated {
        tasks.push(batch.add(store::task::dated(scope)));
    }
    let undo = needs.undo.map(|target| {
        let (changes, events, undone) = store::undo::load(scope, target);
        tasks.push(batch.add(undone));
        (batch.add(changes), batch.add(events))
    });
    let edited: Vec<TaskId> = needs.edits_since.iter().map(|(task, _)| *task).collect();
    StateKeys {
        space,
        known,
        unknown,
        trashed: undo
            .is_some()
            .then(|| store::space::trashed_directory(scope, batch)),
        tasks,
        occurrences: (needs.occurrences && !needs.tasks.is_empty())
            .then(|| batch.add(store::occurrence::latest(scope, &needs.tasks))),
        neighbours: (!needs.neighbours_of.is_empty())
            .then(|| batch.add(store::task::neighbours(scope, &needs.neighbours_of))),
        ends: needs.ends.then(|| batch.add(store::task::ends(scope))),
        edits: (!edited.is_empty())
            .then(|| batch.add(store::event::of_tasks_after(scope, &edited, 0))),
        undo,
        counts: (!needs.tasks.is_empty() && !needs.descendants)
            .then(|| batch.add(store::task::subtask_counts(scope, &needs.tasks))),
    }
}

/// Why there is no state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missed {
    /// There is no such space (any more).
    Gone,
    /// What was thought known has changed since: load all of it.
    Outdated,
}

/// What [`state`] loaded.
pub(crate) struct Found {
    pub(crate) state: State,
    pub(crate) reader: Settings,
    pub(crate) counts: HashMap<TaskId, Subtasks>,
}

impl StateKeys {
    /// The state, under the lock that it was loaded with.
    ///
    /// # Errors
    /// [`Missed`] when there is no such space, or when what was thought known no longer holds.
    pub(crate) fn take(self, needs: &Needs, loaded: &mut Loaded) -> Result<Found, Missed> {
        let (space, owner) = loaded.one(self.space).ok_or(Missed::Gone)?;
        let (directory, reader) = match (self.unknown, self.known) {
            (Some((directory, reader)), _) => {
                let reader = loaded.one(reader).map(|account| account.user.settings);
                (
                    Arc::new(directory.take(loaded)),
                    reader.unwrap_or_else(|| owner.clone()),
                )
            }
            (None, Some(known)) if known.space.directory_rev == space.directory_rev => {
                (known.directory, owner.clone())
            }
            (None, _) => return Err(Missed::Outdated),
        };
        let tasks = self
            .tasks
            .into_iter()
            .flat_map(|key| loaded.all(key))
            .map(|task| (task.id, task))
            .collect();
        let occurrences = self
            .occurrences
            .map(|key| loaded.all(key))
            .unwrap_or_default();
        let neighbours = self
            .neighbours
            .map(|key| loaded.all(key))
            .unwrap_or_default();
        let counts = self.counts.map(|key| loaded.all(key)).unwrap_or_default();
        let edits = self.edits.map(|key| loaded.all(key)).unwrap_or_default();
        let undo = match self.undo {
            None => Vec::new(),
            Some((changes, events)) => by_change(loaded.all(changes), loaded.all(events)),
        };
        let mut counts: HashMap<TaskId, Subtasks> = counts
            .into_iter()
            .map(|(task, open, done)| (task, Subtasks { open, done }))
            .collect();
        if self.counts.is_some() {
            for task in &needs.tasks {
                counts.entry(*task).or_default();
            }
        }
        Ok(Found {
            state: State {
                space,
                owner,
                directory,
                tasks,
                occurrences: occurrences.into_iter().map(|row| (row.task, row)).collect(),
                undo,
                trashed: self
                    .trashed
                    .map(|keys| keys.take(loaded))
                    .unwrap_or_default(),
                neighbours: neighbours
                    .into_iter()
                    .map(|(task, before, after)| (task, (before, after)))
                    .collect(),
                edits: edits_since(needs, edits),
                ends: self
                    .ends
                    .and_then(|key| store::task::outermost(loaded.all(key))),
            },
            reader,
            counts,
        })
    }
}

fn by_change(mut changes: Vec<Change>, events: Vec<Event>) -> Vec<(Change, Vec<Event>)> {
    changes.sort_by_key(|change| std::cmp::Reverse(change.last_rev));
    let mut of: HashMap<domain::ChangeId, Vec<Event>> = HashMap::new();
    for event in events {
        of.entry(event.change).or_default().push(event);
    }
    changes
        .into_iter()
        .map(|change| {
            let mut events = of.remove(&change.id).unwrap_or_default();
            events.sort_by_key(|event| event.rev);
            (change, events)
        })
        .collect()
}

/// The events that led a task beyond the version that the caller edited from.
fn edits_since(needs: &Needs, events: Vec<Event>) -> HashMap<TaskId, Vec<Event>> {
    let mut edits: HashMap<TaskId, Vec<Event>> = HashMap::new();
    for event in events {
        let task = TaskId::new(event.subject_id);
        let version = event
            .after
            .get("version")
            .and_then(serde_json::Value::as_i64);
        let since = needs.edits_since.iter().find(|(edited, _)| *edited == task);
        if let (Some(version), Some((_, since))) = (version, since)
            && version > *since
        {
            edits.entry(task).or_default().push(event);
        }
    }
    edits
}
