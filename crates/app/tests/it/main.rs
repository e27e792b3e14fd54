//! The command layer on real databases: every test runs on SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails like the test")]

mod commands;
mod house;
mod reading;
