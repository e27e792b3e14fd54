//! What requests say: JSON shapes that become commands of the domain. Answers are views of `app`.
//!
//! Here is no rule about tasks: only shapes, and the order in which words are read.

pub(crate) mod account;
pub(crate) mod bulk;
pub(crate) mod checklist;
pub(crate) mod directory;
pub(crate) mod due;
pub(crate) mod query;
pub(crate) mod relation;
pub(crate) mod reminder;
pub(crate) mod rule;
pub(crate) mod task;
pub(crate) mod task_patch;
mod untagged;

use domain::command::Patch;

/// The same patch of another type.
pub(crate) fn map<T, U>(patch: Patch<T>, read: impl FnOnce(T) -> U) -> Patch<U> {
    match patch {
        Patch::Keep => Patch::Keep,
        Patch::Clear => Patch::Clear,
        Patch::Set(value) => Patch::Set(read(value)),
    }
}
