//! The MCP server: the tools, resources and prompts, as any MCP client sees them.
//!
//! It speaks the protocol and holds no rules. How bytes travel is not its concern: HTTP is
//! `server`'s, standard input and output are the binary's, and the chat has a pipe in this process.
//! It keeps nothing between requests, so any replica answers any of them.

mod caller;
mod calling;
mod completions;
mod confirming;
mod handler;
mod icons;
mod pages;
mod prompts;
mod resources;
mod uri;
mod watch;

use app::App;
use domain::actor::Actor;
use rmcp::ErrorData;
use rmcp::model::Extensions;

pub use caller::{Caller, Recheck};
pub(crate) use confirming::{ASKED, Asked, QUESTION};

use watch::Subscriptions;

/// What a log's filter needs besides, as a directive: the library that carries messages logs them
/// whole, and they hold titles.
pub const QUIET: &str = "rmcp=error";

/// Answers MCP requests. Cheap to clone; clones of one server are one connection.
#[derive(Clone)]
pub struct McpServer {
    app: App,
    callers: Callers,
    subscriptions: Option<Subscriptions>,
}

/// Who calls.
#[derive(Clone)]
enum Callers {
    One(Box<Caller>),
    ByRequest(fn(&Extensions) -> Option<Caller>),
}

impl McpServer {
    /// A server for one connection, on which `actor` calls.
    pub fn for_one(app: App, actor: Actor) -> Self {
        Self {
            app,
            callers: Callers::One(Box::new(Caller::new(actor))),
            subscriptions: Some(Subscriptions::default()),
        }
    }

    /// A server whose transport says with each request who calls; `find` takes it out again.
    /// Requests stand alone: what is sent to a client unasked has no way to go.
    pub fn by_request(app: App, find: fn(&Extensions) -> Option<Caller>) -> Self {
        Self {
            app,
            callers: Callers::ByRequest(find),
            subscriptions: None,
        }
    }

    /// The same for one connection that lasts longer than a request.
    #[must_use]
    pub fn lasting(self) -> Self {
        Self {
            subscriptions: Some(Subscriptions::default()),
            ..self
        }
    }

    fn caller(&self, extensions: &Extensions) -> Result<Caller, ErrorData> {
        let found = match &self.callers {
            Callers::One(caller) => Some(caller.as_ref().clone()),
            Callers::ByRequest(find) => find(extensions),
        };
        found.ok_or_else(|| ErrorData::invalid_request("nobody is signed in", None))
    }
}
