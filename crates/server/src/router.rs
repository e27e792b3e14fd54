//! The routers of each surface, put together as the roles ask.

use agent::Chat;
use agent::mcp::McpServer;
use app::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use rmcp::ServerHandler;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;

use crate::metrics::Metrics;
use crate::options::{ServerOptions, Surfaces};
use crate::state::ServerState;
use crate::{assets, front, mcp, oauth, openapi, routes, service};

/// Everything that this process serves.
///
/// `surfaces` are data: what is served is decided by the roles of the binary, never here. Service
/// endpoints are always there.
pub fn router(
    app: App,
    chat: Chat,
    options: ServerOptions,
    surfaces: Surfaces,
    metrics: Metrics,
) -> Router {
    let (tools, has_sessions) = (app.clone(), options.mcp_sessions);
    let assistant = move || {
        let server = McpServer::by_request(tools.clone(), mcp::caller);
        if has_sessions {
            server.lasting()
        } else {
            server
        }
    };
    router_with_assistant(app, chat, options, surfaces, metrics, assistant)
}

/// The same with another handler behind `/mcp`, for those who judge the protocol.
pub fn router_with_assistant<S: ServerHandler>(
    app: App,
    chat: Chat,
    options: ServerOptions,
    surfaces: Surfaces,
    metrics: Metrics,
    assistant: impl Fn() -> S + Send + Sync + 'static,
) -> Router {
    let state = ServerState::new(app, chat, options, metrics);
    let mut interface = OpenApiRouter::new();
    if surfaces.api {
        interface = interface.merge(api());
    }
    if surfaces.chat {
        interface = interface.merge(conversations());
    }
    let has_interface = surfaces.api || surfaces.chat;
    let interface = interface
        .split_for_parts()
        .0
        .method_not_allowed_fallback(front::method_not_allowed)
        .layer(DefaultBodyLimit::max(domain::limits::BODY_BYTES));
    // Paths below /v1 that do not exist are the interface's too, also where the web app is served.
    let interface = if has_interface {
        interface.route("/v1/{*rest}", axum::routing::any(front::not_found))
    } else {
        interface
    };
    let interface = if surfaces.mcp {
        interface.merge(mcp::router(&state, assistant))
    } else {
        interface
    };
    let interface = if surfaces.api {
        interface.merge(oauth::router())
    } else {
        interface
    };
    let interface = if surfaces.api || surfaces.mcp {
        interface.merge(oauth::metadata())
    } else {
        interface
    };
    let mut served = interface
        .layer(middleware::from_fn_with_state(state.clone(), front::pass))
        .merge(service::router());
    if surfaces.api {
        served = served.merge(openapi::router());
    }
    served = if surfaces.web {
        served.merge(assets::router())
    } else {
        served.fallback(front::not_found)
    };
    served
        .layer(CatchPanicLayer::custom(front::panicked))
        .with_state(state)
}

/// The web app alone, for a process without a database: what belongs to the interface is served by
/// others, in front of which this stands.
pub fn web_app(metrics: Metrics) -> Router {
    service::without_database(metrics)
        .merge(assets::router())
        .layer(CatchPanicLayer::custom(front::panicked))
}

/// Every operation, for the description of the interface.
pub(crate) fn interface() -> OpenApiRouter<ServerState> {
    api().merge(conversations())
}

fn api() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .merge(routes::tasks::router())
        .merge(routes::task_actions::router())
        .merge(routes::bulk::router())
        .merge(routes::directory::router())
        .merge(routes::overview::router())
        .merge(routes::history::router())
        .merge(routes::feed::router())
        .merge(routes::notifications::router())
        .merge(routes::auth::router())
        .merge(routes::account::router())
        .merge(routes::credentials::router())
}

fn conversations() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .merge(routes::chat::router())
        .merge(routes::conversations::router())
}
