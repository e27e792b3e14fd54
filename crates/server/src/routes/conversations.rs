//! Chats that were had: listed, read, renamed, deleted.

use app::conversation::{
    ConversationDetail, ConversationPage, ConversationView, ListConversations,
};
use axum::extract::State;
use axum::http::StatusCode;
use domain::ConversationId;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::limit;
use crate::caller::Caller;
use crate::json::Json;
use crate::params::{Id, Params};
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::bulk::EmptyBody;
use crate::wire::query::ConversationsQuery;
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get, rename, delete))
}

/// Conversations, newest first.
#[utoipa::path(
    get, path = "/v1/conversations", tag = "chat", operation_id = "list_conversations", params(ConversationsQuery),
    responses((status = 200, description = "A page of conversations", body = ConversationPage))
)]
async fn list(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    Params(query): Params<ConversationsQuery>,
) -> Result<Json<ConversationPage>, Problem> {
    let list = ListConversations {
        search: query.q,
        limit: Some(limit(query.limit)?),
        cursor: query.cursor,
    };
    state
        .app
        .conversations(&actor, list)
        .await
        .map(Json)
        .map_err(refusal::conversation)
}

/// One conversation with its messages.
#[utoipa::path(
    get, path = "/v1/conversations/{id}", tag = "chat", operation_id = "get_conversation",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "Its latest 500 messages, oldest first", body = ConversationDetail))
)]
async fn get(
    State(state): State<ServerState>,
    Caller(actor): Caller,
    Id(id): Id<ConversationId>,
) -> Result<Json<ConversationDetail>, Problem> {
    state
        .app
        .conversation(&actor, id)
        .await
        .map(Json)
        .map_err(refusal::conversation)
}

/// Another title.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RenameConversation)]
struct RenameBody {
    title: String,
}

/// Gives a conversation another title.
#[utoipa::path(
    patch, path = "/v1/conversations/{id}", tag = "chat", operation_id = "rename_conversation",
    params(("id" = uuid::Uuid, Path)), request_body = RenameBody,
    responses((status = 200, description = "As it is now", body = ConversationView))
)]
async fn rename(
    State(state): State<ServerState>,
    Id(id): Id<ConversationId>,
    write: Write<RenameBody>,
) -> Result<Json<ConversationView>, Problem> {
    let renamed = state
        .app
        .rename_conversation(&write.actor, id, &write.body.title, write.request)
        .await;
    renamed.map(Json).map_err(refusal::conversation)
}

/// Deletes a conversation for good. What it changed stays.
#[utoipa::path(
    delete, path = "/v1/conversations/{id}", tag = "chat", operation_id = "delete_conversation",
    params(("id" = uuid::Uuid, Path)), responses((status = 204, description = "Gone"))
)]
async fn delete(
    State(state): State<ServerState>,
    Id(id): Id<ConversationId>,
    write: Write<EmptyBody>,
) -> Result<StatusCode, Problem> {
    let deleted = state
        .app
        .delete_conversation(&write.actor, id, write.request)
        .await;
    deleted
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(refusal::conversation)
}
