//! Spaces and what structures them: members, projects, sections, tags, saved views.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{ProjectId, SectionId, SpaceId, TagId, UserId, ViewId};
use crate::position::Position;

/// Whether a space is one person's own or shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpaceKind {
    /// One person's own.
    Personal,
    /// Shared by members.
    Shared,
}

/// A tenant. `rev` is dense: it counts the space's events without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Identity.
    pub id: SpaceId,
    /// What people call it.
    pub name: String,
    /// Personal or shared.
    pub kind: SpaceKind,
    /// The user whose zone its dates are kept in.
    pub owner: UserId,
    /// Revision of the latest event; 0 before the first.
    pub rev: i64,
    /// The number that the next task gets.
    pub next_number: i64,
    /// Revision of the latest change of a project, section, tag or view.
    pub directory_rev: i64,
}

/// What a member may do in a space, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Reads.
    Viewer,
    /// Reads and comments.
    Commenter,
    /// Changes tasks and what structures them.
    Editor,
    /// Also changes members.
    Admin,
    /// Also deletes the space.
    Owner,
}

/// A member of a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub user: UserId,
    /// The name shown to others.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// Whether a project is the space's Inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProjectKind {
    /// Where tasks without a project go. Exactly one per space; it is never deleted.
    Inbox,
    /// Every other project.
    #[default]
    Normal,
}

/// How a project or a view is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// Rows.
    #[default]
    List,
    /// Columns.
    Board,
    /// A month.
    Calendar,
    /// A table.
    Table,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Identity.
    pub id: ProjectId,
    /// The project it is inside of.
    pub parent: Option<ProjectId>,
    /// Its name, unique in the space without regard to case.
    pub name: String,
    /// A colour as `#rrggbb`.
    pub colour: Option<String>,
    /// One emoji.
    pub icon: Option<String>,
    /// Inbox or not.
    pub kind: ProjectKind,
    /// Kept, but out of the way.
    pub archived: bool,
    /// Manual order.
    pub position: Position,
    /// How it opens.
    pub layout: Layout,
    /// When it went to the trash.
    pub deleted_at: Option<Timestamp>,
    /// Grows by one with every change.
    pub version: i64,
}

/// A section of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Identity.
    pub id: SectionId,
    /// Its project.
    pub project: ProjectId,
    /// Its name.
    pub name: String,
    /// Manual order.
    pub position: Position,
    /// On a board, whether a task dropped here is done.
    pub is_done_column: bool,
    /// When it went to the trash.
    pub deleted_at: Option<Timestamp>,
    /// Grows by one with every change.
    pub version: i64,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Identity.
    pub id: TagId,
    /// Its name without `#`, unique in the space without regard to case.
    pub name: String,
    /// A colour as `#rrggbb`.
    pub colour: Option<String>,
    /// When it went to the trash.
    pub deleted_at: Option<Timestamp>,
    /// Grows by one with every change.
    pub version: i64,
}

/// A saved filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Identity.
    pub id: ViewId,
    /// Its name, unique in the space without regard to case.
    pub name: String,
    /// The filter, as the user wrote it.
    pub filter: String,
    /// How it is drawn.
    pub layout: Layout,
    /// Sort order, such as `due,-priority`; empty for the default.
    pub sort: String,
    /// What rows are grouped by; empty for nothing.
    pub group: String,
    /// Whether other members see it.
    pub shared: bool,
    /// Manual order.
    pub position: Position,
    /// When it went to the trash.
    pub deleted_at: Option<Timestamp>,
    /// Grows by one with every change.
    pub version: i64,
}

/// Everything that structures one space, without what is in the trash.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// Projects by position; the Inbox among them.
    pub projects: Vec<Project>,
    /// Sections by project and position.
    pub sections: Vec<Section>,
    /// Tags by name.
    pub tags: Vec<Tag>,
    /// Views by position.
    pub views: Vec<View>,
    /// Members; the owner among them.
    pub members: Vec<Member>,
}

impl Directory {
    /// The space's Inbox, which every space has from its first moment.
    pub fn inbox(&self) -> Option<&Project> {
        self.projects
            .iter()
            .find(|project| project.kind == ProjectKind::Inbox)
    }

    /// A project by id.
    pub fn project(&self, id: ProjectId) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == id)
    }

    /// A project by name, without regard to case.
    pub fn project_named(&self, name: &str) -> Option<&Project> {
        let key = crate::fold::key(name);
        self.projects
            .iter()
            .find(|project| crate::fold::key(&project.name) == key)
    }

    /// A tag by id.
    pub fn tag(&self, id: TagId) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.id == id)
    }

    /// A tag by name, without regard to case.
    pub fn tag_named(&self, name: &str) -> Option<&Tag> {
        // Names are mostly given as they are written; folding every tag's costs more.
        self.tags.iter().find(|tag| tag.name == name).or_else(|| {
            let key = crate::fold::key(name);
            self.tags
                .iter()
                .find(|tag| crate::fold::key(&tag.name) == key)
        })
    }

    /// A section of a project by name, without regard to case.
    pub fn section_named(&self, project: ProjectId, name: &str) -> Option<&Section> {
        let key = crate::fold::key(name);
        self.sections
            .iter()
            .find(|section| section.project == project && crate::fold::key(&section.name) == key)
    }

    /// A view by name, without regard to case.
    pub fn view_named(&self, name: &str) -> Option<&View> {
        let key = crate::fold::key(name);
        self.views
            .iter()
            .find(|view| crate::fold::key(&view.name) == key)
    }
}
