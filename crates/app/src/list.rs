//! Lists of tasks: a filter, an order, a page.

use domain::actor::Actor;
use domain::filter::{Filter, FilterContext, Resolved, SortKey, Test};
use domain::policy;
use domain::{ProjectId, Task, TaskId, limits};
use serde::{Deserialize, Serialize};
use store::Batch;
use store::list::{Cursor, Status};

use crate::App;
use crate::error::QueryError;
use crate::load::Surroundings;
use crate::read::may_see;
use crate::view::TaskView;

/// Which tasks a list is of, before its filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum TaskSet {
    /// Still to do. A filter that speaks of the status or of completion replaces this.
    #[default]
    Open,
    /// Finished or given up.
    Done,
    /// In the trash.
    Trash,
    /// Everything but the trash.
    All,
}

impl TaskSet {
    fn holds(self, task: &Task) -> bool {
        let trashed = task.deleted_at.is_some();
        match self {
            Self::Open => !trashed && task.status.is_open(),
            Self::Done => !trashed && !task.status.is_open(),
            Self::Trash => trashed,
            Self::All => !trashed,
        }
    }
}

/// A list to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListTasks {
    /// The filter language; `None` for all.
    pub filter: Option<String>,
    /// Such as `due,-priority`; `None` for the filter's own order or the default.
    pub sort: Option<String>,
    /// Which tasks.
    pub set: TaskSet,
    /// Of this project only.
    pub project: Option<ProjectId>,
    /// Direct subtasks of this task only.
    pub parent: Option<TaskId>,
    /// Rows; 0 for the default.
    pub limit: u32,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// A page of tasks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Page {
    /// The tasks.
    pub tasks: Vec<TaskView>,
    /// For the next page; null at the end.
    pub next_cursor: Option<String>,
}

impl App {
    /// A page of tasks.
    ///
    /// # Errors
    /// [`QueryError::Filter`] with the position in a filter that cannot be read.
    pub async fn tasks(&self, actor: &Actor, list: &ListTasks) -> Result<Page, QueryError> {
        let scope = policy::may_read(actor)?;
        if let Some(parent) = list.parent {
            return self.children(actor, parent, list.set).await;
        }
        let around = self.surroundings(actor).await?;
        let (resolved, status) = self.resolve(actor, &around, list)?;
        let limit = match list.limit {
            0 => limits::PAGE_ROWS_DEFAULT,
            limit => limit.min(limits::PAGE_ROWS),
        };
        let cursor = match &list.cursor {
            None => None,
            Some(text) => Some(Cursor::parse(text).ok_or_else(|| QueryError::Invalid {
                parameter: "cursor",
                detail: "this cursor is of another list; start again without one".to_owned(),
            })?),
        };
        let page = store::list::page(scope, &resolved, status, cursor.as_ref(), limit).map_err(
            |_| QueryError::Invalid {
                parameter: "cursor",
                detail: "this cursor is of another list; start again without one".to_owned(),
            },
        )?;
        let mut batch = Batch::new();
        let key = batch.add(page.fetch());
        let mut rows = self.store().read(batch).await?.all(key);
        let next_cursor = page.next_cursor(&mut rows).map(|cursor| cursor.to_string());
        let ids: Vec<TaskId> = rows.iter().map(|task| task.id).collect();
        let counts = self.subtasks(actor, &ids).await?;
        Ok(Page { tasks: self.views(&around, &rows, &counts), next_cursor })
    }

    /// The direct subtasks of a task, in manual order, all on one page.
    async fn children(
        &self,
        actor: &Actor,
        parent: TaskId,
        set: TaskSet,
    ) -> Result<Page, QueryError> {
        let (around, mut loaded, key) =
            self.read(actor, |scope, batch| batch.add(store::task::children(scope, &[parent]))).await?;
        let mut tasks = loaded.all(key);
        tasks.retain(|task| may_see(actor, task) && set.holds(task));
        tasks.sort_by(|a, b| a.position.cmp(&b.position));
        let ids: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
        let counts = self.subtasks(actor, &ids).await?;
        Ok(Page { tasks: self.views(&around, &tasks, &counts), next_cursor: None })
    }

    /// How many tasks a list has, counted up to a bound of ten thousand.
    ///
    /// # Errors
    /// As [`App::tasks`].
    pub async fn count(&self, actor: &Actor, list: &ListTasks) -> Result<i64, QueryError> {
        let scope = policy::may_read(actor)?;
        let around = self.surroundings(actor).await?;
        let (resolved, status) = self.resolve(actor, &around, list)?;
        let mut batch = Batch::new();
        let key = batch.add(store::list::count(scope, &resolved, status, 10_000));
        Ok(self.store().read(batch).await?.one(key).unwrap_or_default())
    }

    fn resolve(
        &self,
        actor: &Actor,
        around: &Surroundings,
        list: &ListTasks,
    ) -> Result<(Resolved, Status), QueryError> {
        let filter = match &list.filter {
            None => Filter::default(),
            Some(text) => Filter::parse(text)?,
        };
        let clock = around.reader.settings.time();
        let context = FilterContext {
            now: self.now(),
            settings: &clock,
            directory: &around.directory,
            me: actor.user,
        };
        let mut resolved = filter.resolve(&context)?;
        if let Some(sort) = &list.sort {
            resolved.sort = SortKey::parse_list(sort)?;
        }
        let mut tests = vec![resolved.test];
        tests.extend(list.project.map(|project| Test::Project(vec![project])));
        tests.extend(actor.projects.clone().map(Test::Project));
        resolved.test = Test::And(tests);
        let status = match list.set {
            TaskSet::Open if filter.mentions_status() => Status::All,
            TaskSet::Open => Status::Open,
            TaskSet::Done => Status::Done,
            TaskSet::Trash => Status::Trash,
            TaskSet::All => Status::All,
        };
        Ok((resolved, status))
    }
}
