//! Chat turns: a message in, the AI SDK's UI message stream out.

use agent::{ConfirmRequest, TurnRequest, TurnStream};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response, Sse};
use domain::{ConversationId, RequestId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::chat::ui_stream;
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(turn))
        .routes(routes!(confirm))
}

/// A message to answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Say)]
struct TurnBody {
    /// What is said.
    #[schema(example = "complete the second one")]
    message: String,
    /// Where; absent begins a conversation.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    conversation: Option<ConversationId>,
    /// The caller's name for the message: the same again gives the stored answer.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    request_id: Option<RequestId>,
}

/// Answers a message.
#[utoipa::path(
    post, path = "/v1/chat", tag = "chat", operation_id = "chat", request_body = TurnBody,
    responses((status = 200, description = "AI SDK UI message stream, version 1", body = String, content_type = "text/event-stream"))
)]
async fn turn(
    State(state): State<ServerState>,
    write: Write<TurnBody>,
) -> Result<Response, Problem> {
    let TurnBody {
        message,
        conversation,
        request_id,
    } = write.body;
    let request_id = request_id.or(write.request.map(|request| request.id));
    let request = TurnRequest {
        conversation,
        message,
        request_id,
    };
    let events = state
        .chat
        .turn(&write.actor, request)
        .await
        .map_err(refusal::conversation)?;
    state.metrics.chat_turn();
    Ok(stream(events))
}

/// A yes or a no.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ConfirmChat)]
struct ConfirmBody {
    /// Where it was asked.
    #[schema(value_type = uuid::Uuid)]
    conversation: ConversationId,
    /// The token of the question.
    token: String,
    /// Yes or no.
    accept: bool,
}

/// Answers a question that waits for a yes.
#[utoipa::path(
    post, path = "/v1/chat/confirm", tag = "chat", operation_id = "confirm_chat", request_body = ConfirmBody,
    responses((status = 200, description = "AI SDK UI message stream, version 1", body = String, content_type = "text/event-stream"))
)]
async fn confirm(
    State(state): State<ServerState>,
    write: Write<ConfirmBody>,
) -> Result<Response, Problem> {
    let ConfirmBody {
        conversation,
        token,
        accept,
    } = write.body;
    let request = ConfirmRequest {
        conversation,
        token,
        accept,
    };
    let events = state
        .chat
        .confirm(&write.actor, request)
        .await
        .map_err(refusal::conversation)?;
    Ok(stream(events))
}

fn stream(events: TurnStream) -> Response {
    let version = (
        HeaderName::from_static("x-vercel-ai-ui-message-stream"),
        HeaderValue::from_static("v1"),
    );
    ([version], Sse::new(ui_stream::project(events))).into_response()
}
