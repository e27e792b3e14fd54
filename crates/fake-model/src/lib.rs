//! A language model that is none, on real HTTP, for tests and for trying things by hand.
//!
//! It speaks OpenAI's Chat Completions as servers do at their worst: in pieces of a few bytes, with
//! calls that are mixed, broken off, or no JSON. It judges the requests that it gets, too.

mod behaviour;
mod judge;
mod server;

pub use behaviour::Behaviour;
pub use judge::{KEY, MODEL};
pub use server::FakeModel;
