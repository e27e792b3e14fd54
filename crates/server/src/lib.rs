//! HTTP: the REST interface, the event feed, chat streams, MCP, the web app, health and metrics.
//!
//! Handlers authenticate, parse, call `app` or `agent`, and map the answer. Rules about tasks are
//! further in. A request passes `front.rs` once, whatever it asks for; errors become problem
//! documents in `refusal.rs` only.

mod address;
mod assets;
mod body;
mod caller;
mod chat;
mod cookie;
mod csrf;
mod feed;
mod front;
mod headers;
mod in_process;
mod json;
mod mcp;
mod metrics;
mod oauth;
mod openapi;
mod options;
mod outbound;
mod params;
mod problem;
mod rate;
mod reading;
mod refusal;
mod router;
mod routes;
mod service;
mod state;
mod wire;
mod write;

pub use in_process::in_process;
pub use metrics::Metrics;
pub use openapi::document;
pub use options::{ServerOptions, Surfaces};
pub use outbound::{Fetch, FetchError, Outbound};
pub use router::{router, router_with_assistant, web_app};
