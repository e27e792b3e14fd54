//! The tools that assistants use, and the chat that uses them.
//!
//! A tool parses arguments, gives commands to the app and reports the result; chat changes nothing
//! in any other way. MCP clients reach the same tools. A language model, where one is set up,
//! plans with the same tools. No rules, no storage, no transport.

pub mod chat;
pub mod mcp;
pub mod model;
pub mod tools;

pub use chat::{AgentEvent, Chat, ConfirmRequest, TurnError, TurnRequest, TurnStream};
