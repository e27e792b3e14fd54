//! The command layer on real databases: every test runs on SQLite and on PostgreSQL.

mod commands;
mod house;
mod reading;
