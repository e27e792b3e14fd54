//! What every tool call works with: the app, the actor, the moment; and how names become tasks.

use app::view::TaskView;
use app::{App, ExecuteError, ListTasks, Outcome, Request, TaskKey, TaskSet};
use domain::TaskId;
use domain::actor::Actor;
use domain::command::Command;
use language::{Action, Candidate, Context, Mode, Resolution, TaskRef};
use serde::Deserialize;

use super::error::ToolError;
use super::progress::Progress;

/// The circumstances of one call.
pub(crate) struct Access<'a> {
    pub(crate) app: &'a App,
    pub(crate) actor: &'a Actor,
    pub(crate) language: Context,
    pub(crate) progress: Progress,
    /// The caller's name for the call.
    pub(crate) request: Option<Request>,
}

/// What every changing tool takes, beside the name of the call.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Control {
    #[serde(default)]
    pub(crate) dry_run: bool,
}

/// Which tasks a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Among {
    /// What is still to do.
    Open,
    /// What is done or in the trash.
    Finished,
}

impl<'a> Access<'a> {
    pub(crate) async fn open(
        app: &'a App,
        actor: &'a Actor,
        request: Option<Request>,
        progress: Progress,
    ) -> Result<Self, ToolError> {
        let language = app.language_context(actor, Mode::Any).await?;
        Ok(Self {
            app,
            actor,
            language,
            progress,
            request,
        })
    }

    /// Runs a command, or only previews it.
    pub(crate) async fn run(
        &self,
        command: Command,
        control: &Control,
    ) -> Result<Outcome, ToolError> {
        if control.dry_run {
            return Ok(self.app.preview(self.actor, command).await?);
        }
        let request = self.request.clone();
        Ok(self
            .app
            .execute_request(self.actor, command, request)
            .await?)
    }

    /// The tasks that `names` mean, each once, in their order.
    pub(crate) async fn tasks(
        &self,
        names: &[String],
        among: Among,
    ) -> Result<Vec<TaskView>, ToolError> {
        let mut tasks: Vec<TaskView> = Vec::with_capacity(names.len());
        for name in names {
            let task = self.task(name, among).await?;
            if tasks.iter().all(|known| known.id != task.id) {
                tasks.push(task);
            }
        }
        Ok(tasks)
    }

    /// The task that `name` means: an id, a number such as `#42`, or words of its title.
    pub(crate) async fn task(&self, name: &str, among: Among) -> Result<TaskView, ToolError> {
        let name = name.trim();
        if let Ok(id) = name.parse::<TaskId>() {
            return self.by_key(TaskKey::Id(id), name).await;
        }
        if let Ok(number) = name.strip_prefix('#').unwrap_or(name).parse::<i64>() {
            return self.by_key(TaskKey::Number(number), name).await;
        }
        let candidates = self.candidates(name, among).await?;
        let key = domain::fold::key(name);
        let mut exact = candidates.iter().filter(|candidate| {
            let is_meant = candidate.status.is_open() == (among == Among::Open);
            is_meant && domain::fold::key(&candidate.title) == key
        });
        if let (Some(task), None) = (exact.next(), exact.next()) {
            return self.by_key(TaskKey::Id(task.id), name).await;
        }
        let reference = TaskRef::Text(name.to_owned());
        let action = match among {
            Among::Open => Action::Complete { tasks: reference },
            Among::Finished => Action::Reopen { tasks: reference },
        };
        match language::resolve(&action, &candidates, &self.language) {
            Resolution::Tasks(ids) if ids.len() == 1 => {
                self.by_key(TaskKey::Id(ids[0]), name).await
            }
            Resolution::Tasks(ids) | Resolution::Ambiguous(ids) if !ids.is_empty() => {
                let named = |id: &TaskId| {
                    let task = candidates.iter().find(|candidate| candidate.id == *id)?;
                    Some(format!("#{} {}", task.number, task.title))
                };
                let matches = ids.iter().take(5).filter_map(named).collect();
                Err(ToolError::Ambiguous {
                    name: name.to_owned(),
                    matches,
                })
            }
            _ => {
                let titles = candidates.iter().map(|candidate| candidate.title.as_str());
                let nearest = domain::nearest::nearest(name, titles).map(str::to_owned);
                Err(ToolError::NotFound {
                    what: "task",
                    name: name.to_owned(),
                    nearest,
                })
            }
        }
    }

    async fn by_key(&self, key: TaskKey, name: &str) -> Result<TaskView, ToolError> {
        self.app
            .task(self.actor, key)
            .await
            .map_err(|error| match error {
                app::QueryError::NotFound { .. } => ToolError::NotFound {
                    what: "task",
                    name: name.to_owned(),
                    nearest: None,
                },
                other => other.into(),
            })
    }

    /// The tasks that words may mean. Where search finds none, because words are misspelt or the
    /// task is in the trash, those that were touched last.
    async fn candidates(&self, words: &str, among: Among) -> Result<Vec<Candidate>, ToolError> {
        let found = self.app.candidates(self.actor, words).await?;
        let sets: &[TaskSet] = match among {
            Among::Open if found.is_empty() => &[TaskSet::Open],
            Among::Open => return Ok(found),
            Among::Finished => &[TaskSet::Done, TaskSet::Trash],
        };
        let mut candidates = Vec::new();
        for set in sets {
            let list = ListTasks {
                set: *set,
                limit: 200,
                ..ListTasks::default()
            };
            let page = self.app.tasks(self.actor, &list).await?;
            candidates.extend(self.as_candidates(&page.tasks).await?);
        }
        Ok(candidates)
    }

    /// Every task that a query finds; `None` when there are more than `most`.
    pub(crate) async fn all(
        &self,
        mut query: ListTasks,
        most: usize,
    ) -> Result<Option<Vec<TaskView>>, ToolError> {
        let mut tasks = Vec::new();
        loop {
            let page = self.app.tasks(self.actor, &query).await?;
            tasks.extend(page.tasks);
            if tasks.len() > most {
                return Ok(None);
            }
            if page.next_cursor.is_none() {
                return Ok(Some(tasks));
            }
            query.cursor = page.next_cursor;
        }
    }

    /// Tasks as references are compared with. A task of the trash counts as done: it can come back.
    async fn as_candidates(&self, tasks: &[TaskView]) -> Result<Vec<Candidate>, ToolError> {
        let ids: Vec<_> = tasks.iter().map(|task| TaskId::new(task.id)).collect();
        let mut candidates = self.app.candidates_by_id(self.actor, &ids).await?;
        for candidate in &mut candidates {
            let is_trash =
                |task: &&TaskView| task.id == candidate.id.uuid() && task.deleted_at.is_some();
            if tasks.iter().any(|task| is_trash(&task)) {
                candidate.status = domain::Status::Done;
            }
        }
        Ok(candidates)
    }
}

/// Whether a batch may succeed when its parts are tried one by one.
pub(crate) fn is_about_one(error: &ToolError) -> bool {
    matches!(error, ToolError::Execute(ExecuteError::Rejected(_)))
}
