//! Keeps everything on SQLite or PostgreSQL: one logic, two engines, and nothing else knows SQL.
//!
//! A transaction is a load batch, pure code, and a write batch:
//!
//! ```text
//! let mut load = Batch::new();
//! let space = load.add(space::lock(scope));
//! let tasks = load.add(task::by_ids(scope, &ids));
//! store.transact(load, move |loaded| {
//!     let (space, settings) = loaded.one(space).ok_or(..)?;
//!     let decision = decide(.., loaded.all(tasks), ..)?;
//!     Ok((record(scope, &decision, &recording), outcome))
//! }).await
//! ```
//!
//! # How to add a statement
//!
//! 1. Write `sql/<table>/<verb>.sql` in PostgreSQL's words, parameters named in the first comment,
//!    every column listed, filtered by `space_id`. It is rewritten for SQLite by the rules in
//!    `sql.rs`; where the engines truly differ write `<verb>.sqlite.sql` and `<verb>.postgres.sql`.
//! 2. Name it in `statements! { .. }` of the table's module (`shared` or `twins`), and give it a
//!    function that returns a [`Fetch`] (rows) or adds to a [`WriteBatch`]. Rows are read column by
//!    column from the left with `row.take()`; values are made with `values![..]`.
//! 3. A new module adds its line to `registry.rs`. Tests then prepare the statement on both engines
//!    and look at its plan; a plan that scans a table or sorts fails them.
//!
//! A new table or column is a new pair of files in `migrations/` with its name in `migrate.rs`.
//! Instants are UTC milliseconds in `*_at`, days text in `*_on`, ids BLOB or UUID, booleans 0 or 1.
//! Tasks and what structures them are written by [`record()`] alone.

mod columns;
mod doctor;
mod error;
mod executor;
mod filter_sql;
mod migrate;
mod record;
#[cfg(test)]
mod registry;
mod row;
mod sql;
mod task_row;
#[cfg(test)]
mod tests;
mod value;

pub mod account;
pub mod backup;
pub mod change;
pub mod conversation;
pub mod event;
pub mod list;
pub mod notification;
pub mod occurrence;
pub mod relation;
pub mod search;
pub mod space;
pub mod statement;
pub mod task;
pub mod timer;
pub mod undo;

pub use account::user;
pub use backup::{Progress, restore};
pub use doctor::Health;
pub use error::{StoreError, TransactError};
pub use executor::{Options, Store, Target};
pub use migrate::known_version;
pub use record::{NewSpace, Recording, begin_space, erase_space, purge, record};
pub use sql::Engine;
pub use statement::{Batch, Fetch, Key, Loaded, WriteBatch};
