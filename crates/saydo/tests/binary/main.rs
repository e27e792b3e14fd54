//! The real binary, as people and programs use it.

mod support;

mod import_and_export;
mod server;
mod verbs;
