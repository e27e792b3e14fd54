//! Parameters of the query string.

use domain::ProjectId;
use domain::TaskId;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Which tasks to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct TasksQuery {
    /// A filter, such as `(today | overdue) & #errands`.
    pub(crate) filter: Option<String>,
    /// Fields to sort by, such as `due,-priority`.
    pub(crate) sort: Option<String>,
    /// open (the default), done, trash or all.
    #[param(inline)]
    pub(crate) status: Option<StatusParam>,
    /// Only tasks of this project.
    #[param(value_type = Option<uuid::Uuid>)]
    pub(crate) project_id: Option<ProjectId>,
    /// Only subtasks of this task.
    #[param(value_type = Option<uuid::Uuid>)]
    pub(crate) parent_id: Option<TaskId>,
    /// Rows of the page, 1 to 200; 50 where nothing is said.
    #[param(minimum = 1, maximum = 200)]
    pub(crate) limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub(crate) cursor: Option<String>,
}

/// Which tasks a list is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum StatusParam {
    #[default]
    Open,
    Done,
    Trash,
    All,
}

/// What to search for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// Words, or beginnings of words.
    pub(crate) q: String,
    /// Rows, 1 to 200; 50 where nothing is said.
    #[serde(default)]
    #[param(minimum = 1, maximum = 200)]
    pub(crate) limit: Option<u32>,
}

/// Of a recurring task: this occurrence or the series.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ScopeQuery {
    /// `series` (the default) or `this`, which skips one occurrence.
    #[param(value_type = Option<String>)]
    pub(crate) scope: Option<domain::command::Span>,
}

/// Which changes to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct HistoryParams {
    /// Only changes of this task.
    #[param(value_type = Option<uuid::Uuid>)]
    pub(crate) task_id: Option<TaskId>,
    /// Rows of the page, 1 to 200; 50 where nothing is said.
    #[param(minimum = 1, maximum = 200)]
    pub(crate) limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub(crate) cursor: Option<String>,
}

/// A page.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageParams {
    /// Rows of the page, 1 to 200; 50 where nothing is said.
    #[param(minimum = 1, maximum = 200)]
    pub(crate) limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub(crate) cursor: Option<String>,
}

/// From which revision on.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AfterParams {
    /// The latest revision that is known already: a number, or `<space>:<number>` as the feed names it.
    pub(crate) after: Option<String>,
    /// Rows at once.
    #[param(minimum = 1, maximum = 200)]
    pub(crate) limit: Option<u32>,
}

/// The secret of a sign-in link.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct LinkParams {
    /// As it was printed.
    #[param(value_type = String)]
    pub(crate) token: secrecy::SecretString,
}

/// Which conversations to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ConversationsQuery {
    /// Only those with these words in their titles.
    pub(crate) q: Option<String>,
    /// Rows of the page, 1 to 200; 50 where nothing is said.
    #[param(minimum = 1, maximum = 200)]
    pub(crate) limit: Option<u32>,
    /// `next_cursor` of the page before.
    pub(crate) cursor: Option<String>,
}

/// From where on to sync.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SyncParams {
    /// The revision that is known already, or `next_after` of the page before; absent for everything.
    pub(crate) after: Option<String>,
}
