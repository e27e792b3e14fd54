//! The real binary, as people and programs use it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;
mod talk;

#[cfg(unix)]
mod failures;
mod import_and_export;
mod models;
mod roles;
mod same_words;
mod server;
mod verbs;
