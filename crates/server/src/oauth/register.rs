//! Programs register themselves (RFC 7591), where the setting allows it. Nobody vouches for them.

use app::account::assistants::RegisteredClient;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::answer::{Refusal, for_programs};
use super::document::{REDIRECT_URIS, display_name};
use super::redirect;
use crate::problem::{Code, Problem};
use crate::refusal;
use crate::state::ServerState;

/// What we read of a registration. Whatever else it says is answered with what holds here.
#[derive(Deserialize)]
struct Registration {
    redirect_uris: Vec<String>,
    #[serde(default)]
    client_name: Option<String>,
}

/// Remembers a program.
pub(super) async fn register(
    State(state): State<ServerState>,
    body: String,
) -> Result<Response, Refusal> {
    if !state.options.oauth_registration {
        let detail = "programs do not register themselves here; describe yours at an https address \
                      and use that as client_id, or set oauth_registration to on";
        return Err(Refusal::Problem(Problem::new(Code::NotFound, detail)));
    }
    let wrong = |description: String| Refusal::OAuth("invalid_client_metadata", description);
    let registration: Registration = serde_json::from_str(&body)
        .map_err(|_| wrong("send a JSON object with redirect_uris".to_owned()))?;
    let uris = registration.redirect_uris;
    let wrong_uri = |description: String| Refusal::OAuth("invalid_redirect_uri", description);
    if uris.is_empty() || uris.len() > REDIRECT_URIS {
        let description = format!("name 1 to {REDIRECT_URIS} redirect_uris");
        return Err(wrong_uri(description));
    }
    for uri in &uris {
        redirect::parse(uri).map_err(|error| wrong_uri(error.to_owned()))?;
    }
    let name = display_name(registration.client_name.as_deref());
    let name = name.unwrap_or_else(|| "An assistant without a name".to_owned());
    let new = RegisteredClient {
        name: name.clone(),
        redirect_uris: uris.clone(),
    };
    let registered = state.app.register_client(new).await;
    let client_id = registered.map_err(|error| Refusal::Problem(refusal::account(error)))?;
    let body = json!({
        "client_id": client_id,
        "client_name": name,
        "redirect_uris": uris,
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "token_endpoint_auth_method": "none",
    });
    Ok(for_programs(StatusCode::CREATED, body))
}
