//! The real binary, as people and programs use it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

mod import_and_export;
mod server;
mod verbs;
