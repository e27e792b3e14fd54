//! The signed-in person: what they have settled, their password, the end of their account.

use app::account::{Leave, MeChange, MeView};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::caller::Caller;
use crate::cookie;
use crate::json::Json;
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::account::{DeleteAccountBody, MeBody, PasswordBody};
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(me, update, close))
        .routes(routes!(password))
}

/// The signed-in person.
#[utoipa::path(
    get, path = "/v1/me", tag = "account", operation_id = "get_me",
    responses((status = 200, description = "Who they are and what they have settled", body = MeView))
)]
async fn me(
    State(state): State<ServerState>,
    Caller(actor): Caller,
) -> Result<Json<MeView>, Problem> {
    state
        .app
        .me(&actor)
        .await
        .map(Json)
        .map_err(refusal::account)
}

/// Changes what the person has settled. A new zone takes due dates and reminders along.
#[utoipa::path(
    patch, path = "/v1/me", tag = "account", operation_id = "update_me", request_body = MeBody,
    responses((status = 200, description = "As it is now", body = MeView))
)]
async fn update(
    State(state): State<ServerState>,
    write: Write<MeBody>,
) -> Result<Json<MeView>, Problem> {
    let change = MeChange::from(write.body);
    state
        .app
        .update_me(&write.actor, change, write.request)
        .await
        .map(Json)
        .map_err(refusal::account)
}

/// Changes the password and ends all other sessions.
#[utoipa::path(
    post, path = "/v1/me/password", tag = "account", operation_id = "change_password", request_body = PasswordBody,
    responses((status = 204, description = "Changed"))
)]
async fn password(
    State(state): State<ServerState>,
    write: Write<PasswordBody>,
) -> Result<StatusCode, Problem> {
    let PasswordBody {
        current_password,
        new_password,
        email,
    } = write.body;
    let request = write.request.map(|request| request.id);
    let changed = state
        .app
        .change_password(&write.actor, current_password, new_password, email, request)
        .await;
    changed
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(refusal::account)
}

/// Deletes the account with everything in it, for good.
#[utoipa::path(
    delete, path = "/v1/me", tag = "account", operation_id = "delete_account", request_body = DeleteAccountBody,
    responses((status = 204, description = "Gone"))
)]
async fn close(
    State(state): State<ServerState>,
    write: Write<DeleteAccountBody>,
) -> Result<Response, Problem> {
    let DeleteAccountBody { password, confirm } = write.body;
    state
        .app
        .delete_account(&write.actor, Leave { password, confirm })
        .await
        .map_err(refusal::account)?;
    let cookie = cookie::clear(state.options.is_https());
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

impl std::convert::From<MeBody> for MeChange {
    fn from(mut body: MeBody) -> Self {
        let name = body.name.take();
        let settings = match serde_json::to_value(&body) {
            Ok(serde_json::Value::Object(settings)) => settings,
            _ => serde_json::Map::new(),
        };
        Self { name, settings }
    }
}
