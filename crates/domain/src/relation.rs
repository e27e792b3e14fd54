//! How tasks relate to each other. A relation is kept with one of its two tasks; the other one's
//! side of it is derived.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ids::TaskId;
use crate::task::Task;

/// How one task relates to another, seen from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// The other one must be done before.
    BlockedBy,
    /// It must be done before the other one.
    Blocks,
    /// They have to do with each other.
    RelatesTo,
    /// It says the other one again.
    Duplicates,
    /// The other one says it again.
    DuplicatedBy,
}

impl RelationKind {
    /// The kinds that are kept with the task that they are seen from.
    pub const KEPT: [Self; 3] = [Self::BlockedBy, Self::RelatesTo, Self::Duplicates];

    /// The same relation, seen from the other task.
    pub fn inverse(self) -> Self {
        match self {
            Self::BlockedBy => Self::Blocks,
            Self::Blocks => Self::BlockedBy,
            Self::RelatesTo => Self::RelatesTo,
            Self::Duplicates => Self::DuplicatedBy,
            Self::DuplicatedBy => Self::Duplicates,
        }
    }

    /// Its name, as it is stored and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::BlockedBy => "blocked_by",
            Self::Blocks => "blocks",
            Self::RelatesTo => "relates_to",
            Self::Duplicates => "duplicates",
            Self::DuplicatedBy => "duplicated_by",
        }
    }
}

/// A relation to another task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Relation {
    /// How.
    pub kind: RelationKind,
    /// To which.
    pub task: TaskId,
}

impl Task {
    /// The tasks that it keeps a relation of this kind to; none for kinds that the others keep.
    pub fn related(&self, kind: RelationKind) -> Option<&BTreeSet<TaskId>> {
        match kind {
            RelationKind::BlockedBy => Some(&self.blocked_by),
            RelationKind::RelatesTo => Some(&self.relates_to),
            RelationKind::Duplicates => Some(&self.duplicates),
            RelationKind::Blocks | RelationKind::DuplicatedBy => None,
        }
    }

    /// The same, to change them.
    pub(crate) fn related_mut(&mut self, kind: RelationKind) -> Option<&mut BTreeSet<TaskId>> {
        match kind {
            RelationKind::BlockedBy => Some(&mut self.blocked_by),
            RelationKind::RelatesTo => Some(&mut self.relates_to),
            RelationKind::Duplicates => Some(&mut self.duplicates),
            RelationKind::Blocks | RelationKind::DuplicatedBy => None,
        }
    }
}
