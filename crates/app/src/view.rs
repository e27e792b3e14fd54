//! What callers see of records: names beside ids, dates in words, the next dates of a rule.
//! Every surface shows these same views.

mod change;
mod due;
mod space;
mod task;

pub use change::{ActorView, ChangeView, ConflictView, EventView, OccurrenceView};
pub use due::{DueKind, DueView};
pub use space::{
    Counts, Overview, ProjectView, SectionView, SpaceView, TagView, UserView, ViewView,
};
pub use task::{ChecklistItemView, ReminderKind, ReminderView, RuleView, Subtasks, TaskView};

use domain::space::Directory;
use domain::time::TimeSettings;
use jiff::Timestamp;

/// What a record is seen in the light of: the time, the reader and the owner.
#[derive(Debug, Clone)]
pub struct Light<'a> {
    /// Now.
    pub now: Timestamp,
    /// The reader's clock: what is overdue, what words dates are said in.
    pub reader: &'a TimeSettings,
    /// The owner's clock: what floating times mean.
    pub owner: &'a TimeSettings,
    /// The reader's language.
    pub locale: &'a str,
    /// Names of projects, sections and tags.
    pub directory: &'a Directory,
}
