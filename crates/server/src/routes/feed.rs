//! The event feed: everything that happens in a space, in order, without gaps.

use app::view::EventView;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::sse::KeepAlive;
use axum::response::{IntoResponse, Response, Sse};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::limit;
use crate::caller::{Caller, Shown};
use crate::feed::{self, Place};
use crate::json::Json;
use crate::params::Params;
use crate::problem::{Code, Problem};
use crate::refusal;
use crate::state::ServerState;
use crate::wire::query::AfterParams;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(events))
}

/// A page of events.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Events)]
struct EventsView {
    /// In order.
    events: Vec<EventView>,
    /// What to send as `after` next.
    next: String,
}

/// What happens, as it happens (`text/event-stream`), or a page of what has happened (JSON).
///
/// A stream is resumed with `Last-Event-ID` or `after`; without either it begins now. The event
/// `reset` says that the copy is too old: sync again.
#[utoipa::path(
    get, path = "/v1/events", tag = "space", operation_id = "list_events", params(AfterParams),
    responses((status = 200, description = "Events after a revision", content(
        (EventsView = "application/json"), (String = "text/event-stream")
    )))
)]
async fn events(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    shown: axum::Extension<Shown>,
    Params(query): Params<AfterParams>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let last = headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok());
    let after = query
        .after
        .as_deref()
        .or(last)
        .map(|text| after(text, &actor))
        .transpose()?;
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if accept.contains("text/event-stream") || !accept.contains("application/json") {
        let stream = feed::stream(state.clone(), actor, shown.0, after).await?;
        let heartbeat = KeepAlive::new().interval(state.options.feed_heartbeat);
        return Ok(Sse::new(stream).keep_alive(heartbeat).into_response());
    }
    let from = after.map_or(0, Place::rev);
    let events = state
        .app
        .events(&actor, from, limit(query.limit)?)
        .await
        .map_err(refusal::query)?;
    let rev = events.last().map_or(from, |event| event.rev);
    let next = Place::new(actor.space, rev).to_string();
    Ok(Json(EventsView { events, next }).into_response())
}

fn after(text: &str, actor: &domain::actor::Actor) -> Result<Place, Problem> {
    Place::parse(text, actor.space).ok_or_else(|| {
        let detail =
            format!("'{text}' is no place in this space's history; leave it out to begin now");
        Problem::new(Code::InvalidParameter, detail).at_parameter("after")
    })
}
