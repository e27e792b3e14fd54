//! How a server is set up. Read from the configuration by the binary, never from the environment here.

use std::num::NonZeroU32;
use std::time::Duration;

use app::account::SignUp;

use crate::outbound::Outbound;

/// What this process serves, as data: the binary's roles choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surfaces {
    /// REST, the event feed, accounts, the description of the interface.
    pub api: bool,
    /// Chat turns and conversations.
    pub chat: bool,
    /// MCP, at `/mcp`.
    pub mcp: bool,
    /// The web app.
    pub web: bool,
}

impl Surfaces {
    /// Everything on one origin.
    pub const ALL: Self = Self {
        api: true,
        chat: true,
        mcp: true,
        web: true,
    };
}

/// How a server is set up.
#[derive(Debug, Clone)]
pub struct ServerOptions {
    /// The address that browsers use, such as `https://todo.example.org`. Without it the `Host`
    /// header says where a request was sent.
    pub public_url: Option<String>,
    /// Who may sign up.
    pub sign_up: SignUp,
    /// How many proxies in front are trusted to add to `X-Forwarded-For`; 0 trusts none.
    pub trusted_proxies: usize,
    /// Requests that one actor may make in a minute; `None` for no limit.
    pub actor_requests_per_minute: Option<NonZeroU32>,
    /// Requests without credential that one address may make in a minute; `None` for no limit.
    pub address_requests_per_minute: Option<NonZeroU32>,
    /// Attempts to sign in or up that one address may make in a minute; `None` for no limit.
    pub sign_in_requests_per_minute: Option<NonZeroU32>,
    /// How long a request may take before its first byte is answered.
    pub request_timeout: Duration,
    /// Hosts beside the public one and this machine's own names under which `/mcp` may be asked
    /// for, with or without a port.
    pub mcp_hosts: Vec<String>,
    /// Origins of pages beside our own that may use `/mcp`, such as `https://assistant.example`.
    pub mcp_origins: Vec<String>,
    /// Whether MCP clients before 2026-07-28 get sessions, which live in this process.
    pub mcp_sessions: bool,
    /// Whether programs may register themselves as assistants, beside those that are described at
    /// an https address.
    pub oauth_registration: bool,
    /// How documents of strangers are fetched.
    pub outbound: Outbound,
    /// How often an idle event stream says that it lives.
    pub feed_heartbeat: Duration,
    /// How often an event stream asks again whether its reader still may read.
    pub feed_recheck: Duration,
}

impl Default for ServerOptions {
    fn default() -> Self {
        Self {
            public_url: None,
            sign_up: SignUp::Closed,
            trusted_proxies: 0,
            actor_requests_per_minute: NonZeroU32::new(60_000),
            address_requests_per_minute: NonZeroU32::new(6_000),
            sign_in_requests_per_minute: NonZeroU32::new(60),
            request_timeout: Duration::from_secs(30),
            mcp_hosts: Vec::new(),
            mcp_origins: Vec::new(),
            mcp_sessions: false,
            oauth_registration: false,
            outbound: Outbound::default(),
            feed_heartbeat: Duration::from_secs(15),
            feed_recheck: Duration::from_secs(60),
        }
    }
}

impl ServerOptions {
    /// Whether browsers reach this server by https, so that cookies may be bound to it.
    pub fn is_https(&self) -> bool {
        self.public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("https://"))
    }

    /// Scheme, host and port of the public address.
    pub(crate) fn origin(&self) -> Option<&str> {
        let url = self.public_url.as_deref()?;
        let start = url.find("://")? + 3;
        let end = url[start..].find('/').map_or(url.len(), |at| start + at);
        Some(&url[..end])
    }
}
