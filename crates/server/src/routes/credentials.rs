//! What proves who somebody is: sessions, tokens, assistants, invites.

use app::account::assistants::AssistantView;
use app::account::{InviteView, NewInvite, NewToken, SessionView, TokenView, WholeToken};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::actor::Scope;
use domain::{SessionId, TokenId};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::created;
use crate::caller::Caller;
use crate::json::Json;
use crate::params::Id;
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::account::{NewInviteBody, NewTokenBody};
use crate::wire::bulk::EmptyBody;
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(sessions, end_sessions))
        .routes(routes!(end_session))
        .routes(routes!(tokens, create_token))
        .routes(routes!(revoke_token))
        .routes(routes!(assistants))
        .routes(routes!(revoke_assistant))
        .routes(routes!(create_invite))
}

/// Signed-in browsers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Sessions)]
struct SessionsView {
    /// The latest used first.
    sessions: Vec<SessionView>,
}

/// Lists the person's signed-in browsers.
#[utoipa::path(
    get, path = "/v1/sessions", tag = "account", operation_id = "list_sessions",
    responses((status = 200, description = "The latest used first", body = SessionsView))
)]
async fn sessions(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<SessionsView>, Problem> {
    let sessions = state.app.sessions(&actor).await.map_err(refusal::account)?;
    Ok(Json(SessionsView { sessions }))
}

/// Ends all sessions but the one that asks.
#[utoipa::path(
    delete, path = "/v1/sessions", tag = "account", operation_id = "end_sessions",
    responses((status = 204, description = "Ended"))
)]
async fn end_sessions(
    State(state): State<ServerState>,
    write: Write<EmptyBody>,
) -> Result<StatusCode, Problem> {
    let ended = state
        .app
        .end_other_sessions(&write.actor, write.request)
        .await;
    ended
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(refusal::account)
}

/// Ends one session.
#[utoipa::path(
    delete, path = "/v1/sessions/{id}", tag = "account", operation_id = "end_session",
    params(("id" = uuid::Uuid, Path)), responses((status = 204, description = "Ended"))
)]
async fn end_session(
    State(state): State<ServerState>,
    Id(id): Id<SessionId>,
    write: Write<EmptyBody>,
) -> Result<StatusCode, Problem> {
    let ended = state.app.end_session(&write.actor, id, write.request).await;
    ended
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(refusal::account)
}

/// Personal tokens.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Tokens)]
struct TokensView {
    /// The latest first.
    tokens: Vec<TokenView>,
}

/// Lists the person's tokens. Their secrets are never shown again.
#[utoipa::path(
    get, path = "/v1/tokens", tag = "account", operation_id = "list_tokens",
    responses((status = 200, description = "The latest first", body = TokensView))
)]
async fn tokens(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<TokensView>, Problem> {
    let tokens = state.app.tokens(&actor).await.map_err(refusal::account)?;
    Ok(Json(TokensView { tokens }))
}

/// Makes a token. Its secret is in this answer only: a retry is told that it was made.
#[utoipa::path(
    post, path = "/v1/tokens", tag = "account", operation_id = "create_token", request_body = NewTokenBody,
    responses((status = 201, description = "The token with its secret", body = WholeToken))
)]
async fn create_token(
    State(state): State<ServerState>,
    write: Write<NewTokenBody>,
) -> Result<Response, Problem> {
    let NewTokenBody {
        name,
        scope,
        project_ids,
        expires_at,
    } = write.body;
    let new = NewToken {
        name,
        scope: scope.unwrap_or(Scope::Write),
        projects: project_ids,
        expires_at,
    };
    state
        .app
        .create_token(&write.actor, new, write.request)
        .await
        .map(created)
        .map_err(refusal::account)
}

/// Revokes a token.
#[utoipa::path(
    delete, path = "/v1/tokens/{id}", tag = "account", operation_id = "revoke_token",
    params(("id" = uuid::Uuid, Path)), responses((status = 204, description = "Revoked"))
)]
async fn revoke_token(
    State(state): State<ServerState>,
    Id(id): Id<TokenId>,
    write: Write<EmptyBody>,
) -> Result<StatusCode, Problem> {
    let revoked = state
        .app
        .revoke_token(&write.actor, id, write.request)
        .await;
    revoked
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(refusal::account)
}

/// Connected assistants.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Assistants)]
struct AssistantsView {
    /// The latest first.
    assistants: Vec<AssistantView>,
}

/// Lists the assistants that the person has connected by OAuth.
#[utoipa::path(
    get, path = "/v1/assistants", tag = "account", operation_id = "list_assistants",
    responses((status = 200, description = "The latest first", body = AssistantsView))
)]
async fn assistants(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<AssistantsView>, Problem> {
    let assistants = state.app.assistants(&actor).await;
    let assistants = assistants.map_err(refusal::account)?;
    Ok(Json(AssistantsView { assistants }))
}

/// Disconnects an assistant. What it did stays; undo takes its id as token_id.
#[utoipa::path(
    delete, path = "/v1/assistants/{id}", tag = "account", operation_id = "revoke_assistant",
    params(("id" = uuid::Uuid, Path)), responses((status = 204, description = "Disconnected"))
)]
async fn revoke_assistant(
    State(state): State<ServerState>,
    Id(id): Id<TokenId>,
    write: Write<EmptyBody>,
) -> Result<StatusCode, Problem> {
    let revoked = state
        .app
        .revoke_assistant(&write.actor, id, write.request)
        .await;
    revoked
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(refusal::account)
}

/// Makes an invite, for a saydo where sign-up needs one. Its secret is in this answer only: a retry is told that it was made.
#[utoipa::path(
    post, path = "/v1/invites", tag = "account", operation_id = "create_invite", request_body = NewInviteBody,
    responses((status = 201, description = "The invite", body = InviteView))
)]
async fn create_invite(
    State(state): State<ServerState>,
    write: Write<NewInviteBody>,
) -> Result<Response, Problem> {
    let NewInviteBody { email, days } = write.body;
    let invite = state
        .app
        .create_invite(&write.actor, NewInvite { email, days }, write.request)
        .await;
    invite.map(created).map_err(refusal::account)
}
