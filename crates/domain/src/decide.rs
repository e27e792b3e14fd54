//! Deciding: what a command does to what is there. Pure; the only maker of a [`Decision`].

mod context;
mod decision;
mod diff;
mod draft;
mod rejection;
mod state;

pub use context::Ctx;
pub use decision::{Decision, Fired, Parts, Timer, Write};
pub use rejection::Rejection;
pub use state::{Needs, State, UndoNeeds};
