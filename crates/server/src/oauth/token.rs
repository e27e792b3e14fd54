//! Codes and refresh tokens become tokens (RFC 6749), and tokens end (RFC 7009).

use app::account::assistants::{Exchange, Refresh, Tokens};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use secrecy::ExposeSecret as _;
use serde_json::json;

use super::answer::{Refusal, for_programs};
use super::request::Parameters;
use super::scope;
use crate::refusal;
use crate::state::ServerState;

/// Gives tokens for a code or for a refresh token.
pub(super) async fn give(
    State(state): State<ServerState>,
    body: String,
) -> Result<Response, Refusal> {
    let form = Parameters::read(&body).map_err(Refusal::invalid)?;
    let field = |name| form.required(name).map_err(Refusal::invalid);
    let tokens = match field("grant_type")? {
        "authorization_code" => {
            let exchange = Exchange {
                code: field("code")?,
                client_id: field("client_id")?,
                redirect_uri: field("redirect_uri")?,
                verifier: field("code_verifier")?,
                resource: form.get("resource"),
            };
            state.app.exchange_code(exchange).await?
        }
        "refresh_token" => {
            let scope = form.get("scope").map(scope::parse).transpose();
            let scope = scope.map_err(|_| {
                let description = "ask for scopes that were agreed to, or leave 'scope' out";
                Refusal::OAuth("invalid_scope", description.to_owned())
            })?;
            let refresh = Refresh {
                token: field("refresh_token")?,
                client_id: field("client_id")?,
                scope,
                resource: form.get("resource"),
            };
            state.app.refresh_assistant(refresh).await?
        }
        _ => {
            let description = "grant_type is authorization_code or refresh_token";
            return Err(Refusal::OAuth(
                "unsupported_grant_type",
                description.to_owned(),
            ));
        }
    };
    Ok(given(&tokens))
}

fn given(tokens: &Tokens) -> Response {
    let body = json!({
        "access_token": tokens.access.expose_secret(),
        "token_type": "Bearer",
        "expires_in": tokens.expires_in_seconds,
        "refresh_token": tokens.refresh.expose_secret(),
        "scope": scope::list(tokens.scope),
    });
    for_programs(StatusCode::OK, body)
}

/// Ends an assistant by one of its tokens. A token that is unknown has ended.
pub(super) async fn revoke(
    State(state): State<ServerState>,
    body: String,
) -> Result<Response, Refusal> {
    let form = Parameters::read(&body).map_err(Refusal::invalid)?;
    let token = form.required("token").map_err(Refusal::invalid)?;
    let ended = state.app.revoke_by_token(token, form.get("client_id"));
    ended
        .await
        .map_err(|error| Refusal::Problem(refusal::store(&error)))?;
    Ok(for_programs(StatusCode::OK, json!({})))
}
