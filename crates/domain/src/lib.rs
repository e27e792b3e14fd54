//! Types and rules of saydo: what a task is and what may happen to it.
//!
//! Pure: no I/O, no async, no clock. Time and randomness are arguments.

pub mod actor;
pub mod change;
pub mod command;
pub mod decide;
pub mod due;
pub mod due_sort;
pub mod filter;
pub mod fold;
pub mod ids;
pub mod limits;
pub mod nearest;
pub mod policy;
pub mod position;
pub mod relation;
pub mod reminder;
pub mod rule;
pub mod space;
pub mod task;
pub mod time;
pub mod user;
pub mod wall;

pub use due::{Due, Slot, Zone};
pub use ids::*;
pub use position::Position;
pub use relation::{Relation, RelationKind};
pub use rule::Rule;
pub use task::{Priority, Reminder, Status, Task};
