//! Fields of projects, sections, tags and saved views to add or change.

use serde::{Deserialize, Serialize};

use super::{Patch, ProjectRef};
use crate::ids::{ProjectId, SectionId, ViewId};
use crate::space::Layout;

/// Fields of a project to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectFields {
    /// Unique in the space without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The project it is inside of.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent: Patch<ProjectRef>,
    /// `#rrggbb`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub colour: Patch<String>,
    /// One emoji.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub icon: Patch<String>,
    /// Kept, but out of the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    /// How it opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Right after this project; clearing means first.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub after: Patch<ProjectId>,
}

/// Fields of a section to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionFields {
    /// Unique in the project without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// On a board, whether a task dropped here is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_done_column: Option<bool>,
    /// Right after this section; clearing means first.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub after: Patch<SectionId>,
}

/// Fields of a tag to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TagFields {
    /// Without `#`; unique in the space without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `#rrggbb`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub colour: Patch<String>,
}

/// Fields of a saved view to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewFields {
    /// Unique in the space without regard to case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A filter that parses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// How it is drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Such as `due,-priority`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// What rows are grouped by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether other members see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<bool>,
    /// Right after this view; clearing means first.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub after: Patch<ViewId>,
}
