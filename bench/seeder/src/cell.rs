//! Rows on their way into either database.

use anyhow::Result;
use uuid::Uuid;

/// One value of a row.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    Null,
    Whole(i64),
    Text(String),
    Id(Uuid),
    Bytes(Vec<u8>),
}

/// Which database the rows are for; some columns differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// The tables that are filled, in the order in which they depend on each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    User,
    Space,
    Member,
    Token,
    Project,
    Tag,
    Task,
    TaskTag,
    TaskSearch,
}

impl Table {
    pub(crate) const ALL: [Self; 9] = [
        Self::User,
        Self::Space,
        Self::Member,
        Self::Token,
        Self::Project,
        Self::Tag,
        Self::Task,
        Self::TaskTag,
        Self::TaskSearch,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::User => "app_user",
            Self::Space => "space",
            Self::Member => "member",
            Self::Token => "token",
            Self::Project => "project",
            Self::Tag => "tag",
            Self::Task => "task",
            Self::TaskTag => "task_tag",
            Self::TaskSearch => "task_search",
        }
    }

    /// The columns in the order of the cells.
    pub(crate) const fn columns(self, engine: Engine) -> &'static str {
        match self {
            Self::User => {
                "id, email, email_key, name, password_hash, settings, created_at, updated_at"
            }
            Self::Space => "id, name, kind, owner_id, rev, next_number, directory_rev, created_at",
            Self::Member => "space_id, user_id, role",
            Self::Token => "token_hash, id, user_id, space_id, name, kind, scope, created_at",
            Self::Project => {
                "space_id, id, name, name_key, kind, archived, position, layout, version"
            }
            Self::Tag => "space_id, id, name, name_key, version",
            Self::Task => {
                "space_id, id, number, project_id, title, title_key, notes, notes_key, status, is_open, \
                 priority, position, start_sort, due_on, due_time, due_zone, due_at, due_sort, \
                 tag_ids, assignees, checklist, reminders, blocked_by, source, created_at, \
                 updated_at, completed_at, completed_by, version"
            }
            Self::TaskTag => "space_id, tag_id, task_id",
            Self::TaskSearch => match engine {
                Engine::Sqlite => "rowid, title, notes",
                Engine::Postgres => "space_id, task_id, words",
            },
        }
    }
}

/// A database that is being filled.
pub(crate) trait Loader {
    fn engine(&self) -> Engine;
    fn begin(&mut self, table: Table) -> Result<()>;
    fn row(&mut self, table: Table, row: &[Cell]) -> Result<()>;
    fn end(&mut self, table: Table) -> Result<()>;
}
