//! Deciding: what a command does to what is there. Pure; the only maker of a [`Decision`].

mod context;
mod decision;
mod rejection;
mod state;

pub use context::Ctx;
pub use decision::{Decision, Parts, Timer, Write};
pub use rejection::Rejection;
pub use state::{Needs, State};
