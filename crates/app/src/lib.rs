//! The command layer: the one way to change a task, the one way to read, and what goes with them.
//!
//! Adapters (REST, chat, CLI, worker) authenticate to an [`domain::actor::Actor`], build a
//! [`domain::command::Command`] and call [`App::execute`]; they hold no rules.

pub mod account;
pub mod clock;
pub mod conversation;
mod error;
mod execute;
mod feed;
mod history;
pub mod jobs;
mod list;
mod load;
mod once;
mod open;
mod outcome;
mod overview;
mod read;
mod relations;
mod retell;
mod sync;
mod understand;
pub mod view;
mod words;

use std::sync::Arc;

use domain::Ids;
use store::Store;

pub use clock::Clock;
pub use error::{ExecuteError, QueryError};
pub use execute::Request;
pub use history::{HistoryPage, HistoryQuery};
pub use language::Mode;
pub use list::{ListTasks, Page, TaskSet};
pub use open::{Database, Options};
pub use outcome::Outcome;
pub use read::TaskKey;
pub use relations::RelationView;
pub use store::StoreError;
pub use sync::Delta;
pub use understand::{DoubtView, Parsed, SpanView};

/// saydo on one database. Cheap to clone; every clone is the same.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Arc<dyn Ids>,
    pub(crate) retention: jobs::Retention,
    pub(crate) feed: feed::Feed,
    pub(crate) remembered: load::Remembered,
    pub(crate) accounts: account::Accounts,
}

impl App {
    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn ids(&self) -> &dyn Ids {
        self.0.ids.as_ref()
    }

    /// Now, by the clock that this saydo runs on.
    pub fn now(&self) -> jiff::Timestamp {
        self.0.clock.now()
    }
}
