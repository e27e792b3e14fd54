//! Projects, sections, tags, views and the overview as callers see them.

use domain::space::{Layout, Project, ProjectKind, Role, Section, SpaceKind, Tag, View};
use domain::user::{Settings, User};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ProjectView {
    /// Identity.
    pub id: Uuid,
    /// The project it is inside of.
    pub parent_id: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// `#rrggbb`.
    pub colour: Option<String>,
    /// One emoji.
    pub icon: Option<String>,
    /// `inbox` for the one Inbox, else `normal`.
    #[schema(value_type = String)]
    pub kind: ProjectKind,
    /// Kept, but out of the way.
    pub archived: bool,
    /// Manual order.
    pub position: String,
    /// How it opens.
    #[schema(value_type = String)]
    pub layout: Layout,
    /// Open tasks in it; null where it was not counted.
    pub open_count: Option<i64>,
    /// Grows by one with every change.
    pub version: i64,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SectionView {
    /// Identity.
    pub id: Uuid,
    /// Its project.
    pub project_id: Uuid,
    /// Its name.
    pub name: String,
    /// Manual order.
    pub position: String,
    /// On a board, whether a task dropped here is done.
    pub is_done_column: bool,
    /// Grows by one with every change.
    pub version: i64,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TagView {
    /// Identity.
    pub id: Uuid,
    /// Its name without `#`.
    pub name: String,
    /// `#rrggbb`.
    pub colour: Option<String>,
    /// Grows by one with every change.
    pub version: i64,
}

/// A saved view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ViewView {
    /// Identity.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The filter.
    pub filter: String,
    /// How it is drawn.
    #[schema(value_type = String)]
    pub layout: Layout,
    /// Sort order; empty for the default.
    pub sort: String,
    /// What rows are grouped by; empty for nothing.
    pub group: String,
    /// Whether other members see it.
    pub shared: bool,
    /// Manual order.
    pub position: String,
    /// Grows by one with every change.
    pub version: i64,
}

/// The space that is being looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SpaceView {
    /// Identity.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Personal or shared.
    #[schema(value_type = String)]
    pub kind: SpaceKind,
    /// The reader's role.
    #[schema(value_type = String)]
    pub role: Role,
}

/// The user who is signed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct UserView {
    /// Identity.
    pub id: Uuid,
    /// The address they sign in with.
    pub email: Option<String>,
    /// What to call them.
    pub name: String,
    /// What they have settled.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub settings: Settings,
}

impl From<&User> for UserView {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.uuid(),
            email: user.email.clone(),
            name: user.name.clone(),
            settings: user.settings.clone(),
        }
    }
}

/// How many open tasks there are of a kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Counts {
    /// Due today.
    pub today: i64,
    /// Overdue; at a time of today that has passed, a task counts as due today too.
    pub overdue: i64,
    /// Due today or overdue, each task once.
    pub due: i64,
    /// In the Inbox.
    pub inbox: i64,
    /// Due after today.
    pub upcoming: i64,
    /// All.
    pub open: i64,
}

/// Everything that a sidebar shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Overview {
    /// Now.
    #[schema(value_type = String, format = DateTime)]
    pub now: Timestamp,
    /// The reader's zone.
    pub zone: String,
    /// The reader's day, `YYYY-MM-DD`.
    pub today: String,
    /// Open tasks by kind.
    pub counts: Counts,
    /// Projects in manual order.
    pub projects: Vec<ProjectView>,
    /// Sections in manual order.
    pub sections: Vec<SectionView>,
    /// Tags by name.
    pub tags: Vec<TagView>,
    /// Saved views in manual order.
    pub views: Vec<ViewView>,
    /// The reader.
    pub user: UserView,
    /// The space.
    pub space: SpaceView,
    /// The space's revision that all of this is of.
    pub rev: i64,
    /// Reminders in the app that nobody has seen yet.
    pub unread_notifications: i64,
    /// How many days a deleted task stays in the trash.
    pub trash_days: i64,
}

impl ProjectView {
    /// A project, with the number of its open tasks where that was counted.
    pub fn new(project: &Project, open_count: Option<i64>) -> Self {
        Self {
            id: project.id.uuid(),
            parent_id: project.parent.map(domain::ProjectId::uuid),
            name: project.name.clone(),
            colour: project.colour.clone(),
            icon: project.icon.clone(),
            kind: project.kind,
            archived: project.archived,
            position: project.position.as_str().to_owned(),
            layout: project.layout,
            open_count,
            version: project.version,
        }
    }
}

impl From<&Section> for SectionView {
    fn from(section: &Section) -> Self {
        Self {
            id: section.id.uuid(),
            project_id: section.project.uuid(),
            name: section.name.clone(),
            position: section.position.as_str().to_owned(),
            is_done_column: section.is_done_column,
            version: section.version,
        }
    }
}

impl From<&Tag> for TagView {
    fn from(tag: &Tag) -> Self {
        Self {
            id: tag.id.uuid(),
            name: tag.name.clone(),
            colour: tag.colour.clone(),
            version: tag.version,
        }
    }
}

impl From<&View> for ViewView {
    fn from(view: &View) -> Self {
        Self {
            id: view.id.uuid(),
            name: view.name.clone(),
            filter: view.filter.clone(),
            layout: view.layout,
            sort: view.sort.clone(),
            group: view.group.clone(),
            shared: view.shared,
            position: view.position.as_str().to_owned(),
            version: view.version,
        }
    }
}
