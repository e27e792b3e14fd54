//! Projects, sections, tags and views to add or to change.

use domain::command::{Patch, ProjectFields, ProjectRef, SectionFields, TagFields, ViewFields};
use domain::space::Layout;
use domain::{ProjectId, SectionId, ViewId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::map;

/// Fields of a project. A field that is absent stays; null empties it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProjectFields)]
pub(crate) struct ProjectBody {
    /// Unique without regard to case; required for a new one.
    name: Option<String>,
    /// The project that it is inside of.
    #[schema(value_type = Option<uuid::Uuid>)]
    #[serde(default)]
    parent_id: Patch<ProjectId>,
    /// `#rrggbb`.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    colour: Patch<String>,
    /// One emoji.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    icon: Patch<String>,
    /// Kept, but out of the way.
    archived: Option<bool>,
    /// list, board, calendar or table.
    #[schema(value_type = Option<String>, example = "list")]
    layout: Option<Layout>,
    /// Right after this project; null means first.
    #[schema(value_type = Option<uuid::Uuid>)]
    #[serde(default)]
    after: Patch<ProjectId>,
}

impl From<ProjectBody> for ProjectFields {
    fn from(body: ProjectBody) -> Self {
        Self {
            name: body.name,
            parent: map(body.parent_id, ProjectRef::Id),
            colour: body.colour,
            icon: body.icon,
            archived: body.archived,
            layout: body.layout,
            after: body.after,
        }
    }
}

/// A section to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSection)]
pub(crate) struct NewSectionBody {
    /// Its project.
    #[schema(value_type = uuid::Uuid)]
    pub(crate) project_id: ProjectId,
    /// Unique in the project without regard to case.
    pub(crate) name: String,
    /// On a board, whether a task dropped here is done.
    #[serde(default)]
    pub(crate) is_done_column: Option<bool>,
    /// Right after this section; null means first.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub(crate) after: Patch<SectionId>,
}

/// Fields of a section. A field that is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SectionFields)]
pub(crate) struct SectionBody {
    /// Unique in the project without regard to case.
    name: Option<String>,
    /// On a board, whether a task dropped here is done.
    is_done_column: Option<bool>,
    /// Right after this section; null means first.
    #[schema(value_type = Option<uuid::Uuid>)]
    #[serde(default)]
    after: Patch<SectionId>,
}

impl From<SectionBody> for SectionFields {
    fn from(body: SectionBody) -> Self {
        Self {
            name: body.name,
            is_done_column: body.is_done_column,
            after: body.after,
        }
    }
}

/// Fields of a tag. A field that is absent stays; null empties it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TagFields)]
pub(crate) struct TagBody {
    /// Without `#`; unique without regard to case; required for a new one.
    name: Option<String>,
    /// `#rrggbb`.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    colour: Patch<String>,
}

impl From<TagBody> for TagFields {
    fn from(body: TagBody) -> Self {
        Self {
            name: body.name,
            colour: body.colour,
        }
    }
}

/// Fields of a saved view. A field that is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ViewFields)]
pub(crate) struct ViewBody {
    /// Unique without regard to case; required for a new one.
    name: Option<String>,
    /// A filter, such as `(today | overdue) & p1`; required for a new one.
    filter: Option<String>,
    /// list, board, calendar or table.
    #[schema(value_type = Option<String>, example = "list")]
    layout: Option<Layout>,
    /// Such as `due,-priority`.
    sort: Option<String>,
    /// What rows are grouped by.
    group: Option<String>,
    /// Whether other members see it.
    shared: Option<bool>,
    /// Right after this view; null means first.
    #[schema(value_type = Option<uuid::Uuid>)]
    #[serde(default)]
    after: Patch<ViewId>,
}

impl From<ViewBody> for ViewFields {
    fn from(body: ViewBody) -> Self {
        Self {
            name: body.name,
            filter: body.filter,
            layout: body.layout,
            sort: body.sort,
            group: body.group,
            shared: body.shared,
            after: body.after,
        }
    }
}
