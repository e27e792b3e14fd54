//! Reading single tasks, search, candidates for words, and the ledger.

use std::collections::HashMap;

use domain::actor::Actor;
use domain::policy::{self, SpaceScope};
use domain::{Task, TaskId, fold};
use language::Candidate;
use store::search::{find, find_any};
use store::{Batch, Engine, Fetch};

use crate::App;
use crate::error::QueryError;
use crate::load::Surroundings;
use crate::view::{OccurrenceView, Subtasks, TaskView};

/// The most candidates that words are compared with.
const CANDIDATES: u32 = 50;
/// The most rows of a ledger that are shown.
const LEDGER_ROWS: u32 = 200;

/// A task named by id or by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskKey {
    /// By id.
    Id(TaskId),
    /// By the space's own number.
    Number(i64),
}

impl std::fmt::Display for TaskKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Number(number) => write!(f, "#{number}"),
        }
    }
}

impl std::str::FromStr for TaskKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Ok(id) = text.parse() {
            return Ok(Self::Id(id));
        }
        text.trim_start_matches('#')
            .parse()
            .map(Self::Number)
            .map_err(|_| format!("'{text}' is no task; write its number, such as 42, or its id"))
    }
}

impl App {
    /// One task, trash included.
    ///
    /// # Errors
    /// [`QueryError::NotFound`] when there is no such task in the actor's space.
    pub async fn task(&self, actor: &Actor, key: TaskKey) -> Result<TaskView, QueryError> {
        let (around, mut loaded, (task, counts)) = self
            .read(actor, |scope, batch| {
                let task = batch.add(match key {
                    TaskKey::Id(id) => store::task::by_ids(scope, &[id]),
                    TaskKey::Number(number) => store::task::by_number(scope, number),
                });
                let counts = match key {
                    TaskKey::Id(id) => Some(batch.add(store::task::subtask_counts(scope, &[id]))),
                    TaskKey::Number(_) => None,
                };
                (task, counts)
            })
            .await?;
        let not_found = || QueryError::NotFound {
            what: "task",
            name: key.to_string(),
        };
        let task = loaded
            .one(task)
            .filter(|task| may_see(actor, task))
            .ok_or_else(not_found)?;
        let counts = match counts {
            Some(counts) => subtasks(loaded.all(counts)),
            None => self.subtasks(actor, &[task.id]).await?,
        };
        Ok(self.views(&around, &[task], &counts).remove(0))
    }

    /// The id of a task that exists.
    ///
    /// # Errors
    /// [`QueryError::NotFound`] when there is no such task in the actor's space.
    pub async fn task_id(&self, actor: &Actor, key: TaskKey) -> Result<TaskId, QueryError> {
        match key {
            TaskKey::Id(id) => Ok(id),
            TaskKey::Number(_) => Ok(TaskId::new(self.task(actor, key).await?.id)),
        }
    }

    /// Tasks by id, in the order of the ids; those that do not exist are left out.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn tasks_by_id(
        &self,
        actor: &Actor,
        ids: &[TaskId],
    ) -> Result<Vec<TaskView>, QueryError> {
        let (around, mut loaded, (tasks, counts)) = self
            .read(actor, |scope, batch| {
                (
                    batch.add(store::task::by_ids(scope, ids)),
                    batch.add(store::task::subtask_counts(scope, ids)),
                )
            })
            .await?;
        let found: HashMap<TaskId, Task> = loaded
            .all(tasks)
            .into_iter()
            .map(|task| (task.id, task))
            .collect();
        let tasks: Vec<Task> = ids
            .iter()
            .filter_map(|id| found.get(id))
            .filter(|task| may_see(actor, task))
            .cloned()
            .collect();
        Ok(self.views(&around, &tasks, &subtasks(loaded.all(counts))))
    }

    /// Tasks whose title or notes hold words that begin like the words of `text`, best first.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn search(
        &self,
        actor: &Actor,
        text: &str,
        limit: u32,
    ) -> Result<Vec<TaskView>, QueryError> {
        if fold::key(text).is_empty() {
            return Err(QueryError::Invalid {
                parameter: "q",
                detail: "q is empty; write a word to look for".to_owned(),
            });
        }
        let (around, tasks) = self.find(actor, text, limit, find).await?;
        let ids: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
        let counts = self.subtasks(actor, &ids).await?;
        Ok(self.views(&around, &tasks, &counts))
    }

    /// The tasks that words may mean: at most fifty.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn candidates(
        &self,
        actor: &Actor,
        words: &str,
    ) -> Result<Vec<Candidate>, QueryError> {
        let (around, tasks) = self.find(actor, words, CANDIDATES, find_any).await?;
        Ok(tasks.iter().map(|task| candidate(task, &around)).collect())
    }

    /// Tasks as candidates for words, by id.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn candidates_by_id(
        &self,
        actor: &Actor,
        ids: &[TaskId],
    ) -> Result<Vec<Candidate>, QueryError> {
        let (around, mut loaded, found) = self
            .read(actor, |scope, batch| {
                batch.add(store::task::by_ids(scope, ids))
            })
            .await?;
        let found = loaded.all(found);
        let tasks = found.iter().filter(|task| may_see(actor, task));
        Ok(tasks.map(|task| candidate(task, &around)).collect())
    }

    /// How the past slots of a recurring task ended, latest first.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn occurrences(
        &self,
        actor: &Actor,
        task: TaskId,
    ) -> Result<Vec<OccurrenceView>, QueryError> {
        let (_, mut loaded, rows) = self
            .read(actor, |scope, batch| {
                batch.add(store::occurrence::of_task(scope, task, LEDGER_ROWS))
            })
            .await?;
        Ok(loaded.all(rows).iter().map(OccurrenceView::from).collect())
    }

    async fn find(
        &self,
        actor: &Actor,
        text: &str,
        limit: u32,
        find: fn(Engine, SpaceScope, &str, u32) -> Option<Fetch<Task>>,
    ) -> Result<(Surroundings, Vec<Task>), QueryError> {
        let engine = self.store().engine();
        let (around, mut loaded, found) = self
            .read(actor, |scope, batch| {
                find(engine, scope, text, limit).map(|it| batch.add(it))
            })
            .await?;
        let mut tasks = found.map(|key| loaded.all(key)).unwrap_or_default();
        tasks.retain(|task| may_see(actor, task));
        Ok((around, tasks))
    }

    pub(crate) async fn subtasks(
        &self,
        actor: &Actor,
        ids: &[TaskId],
    ) -> Result<HashMap<TaskId, Subtasks>, QueryError> {
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let scope = policy::may_read(actor)?;
        let mut batch = Batch::new();
        let counts = batch.add(store::task::subtask_counts(scope, ids));
        let mut loaded = self.store().read(batch).await?;
        Ok(subtasks(loaded.all(counts)))
    }

    pub(crate) fn views(
        &self,
        around: &Surroundings,
        tasks: &[Task],
        counts: &HashMap<TaskId, Subtasks>,
    ) -> Vec<TaskView> {
        let clocks = around.clocks();
        let light = around.light(self.now(), &clocks);
        tasks
            .iter()
            .map(|task| {
                TaskView::new(
                    task,
                    counts.get(&task.id).copied().unwrap_or_default(),
                    &light,
                )
            })
            .collect()
    }
}

pub(crate) fn subtasks(rows: Vec<(TaskId, i64, i64)>) -> HashMap<TaskId, Subtasks> {
    rows.into_iter()
        .map(|(task, open, done)| (task, Subtasks { open, done }))
        .collect()
}

/// Whether a credential that is limited to some projects reaches a task.
pub(crate) fn may_see(actor: &Actor, task: &Task) -> bool {
    actor
        .projects
        .as_ref()
        .is_none_or(|allowed| allowed.contains(&task.project))
}

fn candidate(task: &Task, around: &Surroundings) -> Candidate {
    let names = task.tags.iter().filter_map(|id| around.directory.tag(*id));
    Candidate {
        id: task.id,
        number: task.number,
        title: task.title.clone(),
        status: task.status,
        priority: task.priority,
        project: around
            .directory
            .project(task.project)
            .map(|project| project.name.clone()),
        tags: names.map(|tag| tag.name.clone()).collect(),
        due: task.due.clone(),
        completed_on: task.completed_at.map(|at| {
            at.to_zoned(around.reader.time_zone.time_zone().clone())
                .date()
        }),
        recurring: task.series.is_some(),
    }
}
