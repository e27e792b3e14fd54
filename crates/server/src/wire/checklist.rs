//! Lines of checklists: texts, or objects that keep the line's id.

use domain::ChecklistItemId;
use domain::command::ChecklistLine;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::untagged::text_or_object;

/// A line of a checklist: its text, or an object.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = ChecklistInput)]
pub(crate) enum ChecklistInput {
    Text(String),
    Object(ChecklistObject),
}

text_or_object!(
    ChecklistInput,
    ChecklistObject,
    "a line of text, or an object with title"
);

/// A line of a checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChecklistObject)]
pub(crate) struct ChecklistObject {
    /// The line that stays; absent for a new one.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    id: Option<ChecklistItemId>,
    /// One line.
    title: String,
    /// Whether it is ticked.
    #[serde(default)]
    done: bool,
}

impl ChecklistInput {
    /// The text of the line.
    pub(crate) fn title(self) -> String {
        match self {
            Self::Text(title) | Self::Object(ChecklistObject { title, .. }) => title,
        }
    }
}

impl From<ChecklistInput> for ChecklistLine {
    fn from(input: ChecklistInput) -> Self {
        match input {
            ChecklistInput::Text(title) => Self {
                id: None,
                title,
                done: false,
            },
            ChecklistInput::Object(ChecklistObject { id, title, done }) => Self { id, title, done },
        }
    }
}
