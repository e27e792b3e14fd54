//! Lists of tasks: a filter, an order, a page.

use base64::Engine as _;
use domain::actor::Actor;
use domain::filter::{Filter, FilterContext, Resolved, SortKey, Test};
use domain::{ProjectId, Task, TaskId, limits};
use serde::{Deserialize, Serialize};
use store::list::{Cursor, Query, Shown};

use crate::App;
use crate::error::QueryError;
use crate::load::Surroundings;
use crate::view::TaskView;

/// The most that is counted: beyond it a number says "many" to people anyway.
pub(crate) const COUNTED: u32 = 10_000;

/// Cursors are opaque: what they hold may change with any version.
const CURSOR_TEXT: base64::engine::GeneralPurpose =
    base64::engine::general_purpose::URL_SAFE_NO_PAD;

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
        let foreign = || QueryError::Invalid {
            parameter: "cursor",
            detail: "this cursor is of another list; start again without one".to_owned(),
        };
        let after = match &list.cursor {
            None => None,
            Some(text) => Some(read_cursor(text).ok_or_else(foreign)?),
        };
        let limit = match list.limit {
            0 => limits::PAGE_ROWS_DEFAULT,
            limit => limit.min(limits::PAGE_ROWS),
        };
        let (around, mut loaded, key) = self
            .read_knowing(actor, |scope, around, batch| {
                let (resolved, shown) = self.resolve(actor, around, list)?;
                let query = Query {
                    shown,
                    filter: Some(&resolved),
                    project: list.project,
                    parent: list.parent,
                    sort: &resolved.sort,
                    after: after.as_ref(),
                    // One more than wanted tells whether there is another page.
                    limit: limit + 1,
                };
                store::list::page(scope, &query, batch).map_err(|_| foreign())
            })
            .await?;
        let mut rows = key.take(&mut loaded);
        let wanted = usize::try_from(limit).expect("a page is small");
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let next_cursor = rows
            .last()
            .filter(|_| more)
            .map(|row| CURSOR_TEXT.encode(row.cursor.to_text()));
        let tasks: Vec<Task> = rows.into_iter().map(|row| row.task).collect();
        let ids: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
        let counts = self.subtasks(actor, &ids).await?;
        Ok(Page {
            tasks: self.views(&around, &tasks, &counts),
            next_cursor,
        })
    }

    /// How many tasks a list has, counted up to a bound of ten thousand.
    ///
    /// # Errors
    /// As [`App::tasks`].
    pub async fn count(&self, actor: &Actor, list: &ListTasks) -> Result<i64, QueryError> {
        let (_, mut loaded, key) = self
            .read_knowing(actor, |scope, around, batch| {
                let (resolved, shown) = self.resolve(actor, around, list)?;
                let query = Query {
                    shown,
                    filter: Some(&resolved),
                    project: list.project,
                    parent: list.parent,
                    ..Query::default()
                };
                Ok(batch.add(store::list::count(scope, &query, COUNTED)))
            })
            .await?;
        Ok(loaded.one(key).unwrap_or_default())
    }

    fn resolve(
        &self,
        actor: &Actor,
        around: &Surroundings,
        list: &ListTasks,
    ) -> Result<(Resolved, Shown), QueryError> {
        let filter = match &list.filter {
            None => Filter::default(),
            Some(text) => Filter::parse(text)?,
        };
        let clock = around.reader.time();
        let context = FilterContext {
            now: self.now(),
            settings: &clock,
            directory: &around.directory,
            me: actor.user,
        };
        let mut resolved = filter.resolve(&context)?;
        if let Some(sort) = &list.sort {
            resolved.sort = SortKey::parse_list(sort).map_err(|error| {
                let detail = error.to_string();
                let parameter = "sort";
                QueryError::Invalid { parameter, detail }
            })?;
        }
        if let Some(projects) = actor.projects.clone() {
            resolved.test = Test::And(vec![resolved.test, Test::Project(projects)]);
        }
        let shown = match list.set {
            TaskSet::Open if filter.mentions_status() => Shown::All,
            TaskSet::Open => Shown::Open,
            TaskSet::Done => Shown::Done,
            TaskSet::Trash => Shown::Trash,
            TaskSet::All => Shown::All,
        };
        Ok((resolved, shown))
    }
}

fn read_cursor(text: &str) -> Option<Cursor> {
    let bytes = CURSOR_TEXT.decode(text).ok()?;
    Cursor::parse(&String::from_utf8(bytes).ok()?)
}
