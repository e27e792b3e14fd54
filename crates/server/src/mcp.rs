//! MCP over streamable HTTP at `/mcp`: who calls is found out here, what is said is `agent`'s.
//!
//! A request stands alone: the token comes with each, and any replica answers.

mod admit;
mod sessions;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use rmcp::ServerHandler;
use rmcp::transport::streamable_http_server::session::local::LocalSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};

use crate::options::ServerOptions;
use crate::state::ServerState;

pub(crate) use admit::caller;
use sessions::Owners;

/// Names of this machine itself.
pub(crate) const LOOPBACK: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// What the steps in front of the protocol work with.
#[derive(Clone)]
struct Entrance {
    state: ServerState,
    owners: Owners,
}

/// `/mcp`, answered by what `assistant` makes for each request or session.
pub(crate) fn router<S: ServerHandler>(
    state: &ServerState,
    assistant: impl Fn() -> S + Send + Sync + 'static,
) -> Router<ServerState> {
    let manager = Arc::new(LocalSessionManager::default());
    let entrance = Entrance {
        state: state.clone(),
        owners: Owners::new(manager.clone()),
    };
    let service =
        StreamableHttpService::new(move || Ok(assistant()), manager, config(&state.options));
    Router::new()
        .route_service("/mcp", service)
        .layer(from_fn_with_state(entrance, admit::pass))
}

fn config(options: &ServerOptions) -> StreamableHttpServerConfig {
    let (hosts, origins) = known(options);
    StreamableHttpServerConfig::default()
        .with_allowed_hosts(hosts)
        .with_allowed_origins(origins)
        .enforce_origin_validation()
        .with_legacy_session_mode(options.mcp_sessions)
        .with_json_response(true)
        .with_sse_keep_alive(Some(options.feed_heartbeat))
        .with_max_request_body_bytes(domain::limits::BODY_BYTES)
}

/// The hosts and origins that are ours or configured.
fn known(options: &ServerOptions) -> (Vec<String>, Vec<String>) {
    let mut hosts: Vec<String> = LOOPBACK.iter().map(|&name| name.to_owned()).collect();
    let own = LOOPBACK.iter().map(|name| match name.contains(':') {
        true => format!("http://[{name}]:*"),
        false => format!("http://{name}:*"),
    });
    let mut origins: Vec<String> = own.collect();
    if let Some(origin) = options.origin() {
        let (scheme, host) = origin.split_once("://").unwrap_or(("http", origin));
        hosts.push(host.to_owned());
        origins.push(with_port(scheme, origin));
    }
    hosts.extend(options.mcp_hosts.iter().cloned());
    let given = options.mcp_origins.iter();
    origins.extend(given.map(|origin| {
        let scheme = origin.split("://").next().unwrap_or_default();
        with_port(scheme, origin)
    }));
    (hosts, origins)
}

/// An origin without a port means the one of its scheme, and no other.
fn with_port(scheme: &str, origin: &str) -> String {
    let host = origin.split("://").nth(1).unwrap_or_default();
    let after = host.rsplit(']').next().unwrap_or_default();
    match (after.contains(':'), scheme) {
        (true, _) => origin.to_owned(),
        (false, "https") => format!("{origin}:443"),
        (false, _) => format!("{origin}:80"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(origin: &str, expected: &str) {
        let scheme = origin.split("://").next().unwrap();
        assert_eq!(with_port(scheme, origin), expected);
    }

    #[test]
    fn an_origin_means_one_port() {
        check("https://a.example", "https://a.example:443");
        check("http://a.example", "http://a.example:80");
        check("http://a.example:3000", "http://a.example:3000");
        check("http://[::1]", "http://[::1]:80");
        check("http://[::1]:3000", "http://[::1]:3000");
    }

    #[test]
    fn the_public_address_is_known() {
        let options = ServerOptions {
            public_url: Some("https://todo.example.org/x".to_owned()),
            ..ServerOptions::default()
        };
        let (hosts, origins) = known(&options);
        assert!(hosts.contains(&"todo.example.org".to_owned()), "{hosts:?}");
        let origin = "https://todo.example.org:443".to_owned();
        assert!(origins.contains(&origin), "{origins:?}");
    }
}
