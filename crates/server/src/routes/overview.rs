//! What a client starts with: the overview, what has changed since, and what a text means.

use app::view::Overview;
use app::{Delta, Parsed};
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::Body;
use crate::caller::Caller;
use crate::json::Json;
use crate::params::Params;
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::query::SyncParams;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(overview))
        .routes(routes!(sync))
        .routes(routes!(parse))
}

/// Everything that a sidebar shows.
#[utoipa::path(
    get, path = "/v1/overview", tag = "space", operation_id = "get_overview",
    responses((status = 200, description = "Counts, projects, sections, tags, views, the user", body = Overview))
)]
async fn overview(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<Overview>, Problem> {
    state
        .app
        .overview(&actor)
        .await
        .map(Json)
        .map_err(refusal::query)
}

/// What a copy of the space has to take over.
#[utoipa::path(
    get, path = "/v1/sync", tag = "space", operation_id = "sync", params(SyncParams),
    responses((status = 200, description = "Changes since `after`, or a page of everything", body = Delta))
)]
async fn sync(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    Params(query): Params<SyncParams>,
) -> Result<Json<Delta>, Problem> {
    state
        .app
        .sync(&actor, query.after.as_deref())
        .await
        .map(Json)
        .map_err(refusal::query)
}

/// A text to understand.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Parse)]
struct ParseBody {
    /// What somebody writes.
    #[schema(example = "pay rent on the 1st of every month #home")]
    text: String,
    /// `add` reads tasks to add; `any` reads any request.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "add")]
    mode: Option<app::Mode>,
}

/// What a text means here, without doing it.
#[utoipa::path(
    post, path = "/v1/parse", tag = "space", operation_id = "parse", request_body = ParseBody,
    responses((status = 200, description = "Spans, tasks, actions and doubts", body = Parsed))
)]
async fn parse(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    body: Body<ParseBody>,
) -> Result<Json<Parsed>, Problem> {
    let ParseBody { text, mode } = body.value;
    let mode = mode.unwrap_or(app::Mode::Add);
    state
        .app
        .parse(&actor, &text, mode)
        .await
        .map(Json)
        .map_err(refusal::execute)
}
