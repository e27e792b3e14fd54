//! The service as its clients see it: the router on a real database, with a clock that tests move.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accounts;
mod assistants;
mod bad_input;
mod browsers;
mod chats;
mod connecting;
mod credentials;
mod directory;
mod feed;
mod grants;
mod isolation;
mod lists;
mod logs;
mod operations;
mod relations;
mod retries;
mod support;
mod tasks;
