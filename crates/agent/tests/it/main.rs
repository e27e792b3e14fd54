//! The tools and the chat over a real database with a clock that stands still.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod assistants;
mod conversations;
mod generated;
mod german;
mod home;
mod injections;
mod missing;
mod models;
mod names_in_a_row;
mod organizing;
mod promises;
mod refusals;
mod sentences;
mod several_questions;
mod skipping;
mod stateless;
mod subtasks;
mod tool_calls;
mod tool_list;
mod undo_laws;
mod undoing;
mod whether_done;
