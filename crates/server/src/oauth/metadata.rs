//! What programs read before they ask: who protects `/mcp` (RFC 9728), and how to ask (RFC 8414).

use crate::json::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::issuer::Issuer;
use super::scope;
use crate::problem::Problem;
use crate::state::ServerState;

/// Who protects `/mcp`.
pub(super) async fn resource(
    State(state): State<ServerState>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let issuer = Issuer::required(&state.options, &headers)?;
    Ok(for_everybody(json!({
        "resource": issuer.resource(),
        "authorization_servers": [issuer.as_str()],
        "scopes_supported": scope::USUAL.split(' ').collect::<Vec<_>>(),
        "bearer_methods_supported": ["header"],
        "resource_name": "saydo",
    })))
}

/// How to ask for tokens.
pub(super) async fn server(
    State(state): State<ServerState>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let issuer = Issuer::required(&state.options, &headers)?;
    let mut document = json!({
        "issuer": issuer.as_str(),
        "authorization_endpoint": issuer.at("/oauth/authorize"),
        "token_endpoint": issuer.at("/oauth/token"),
        "revocation_endpoint": issuer.at("/oauth/revoke"),
        "scopes_supported": scope::ALL.map(|(name, _)| name),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "token_endpoint_auth_methods_supported": ["none"],
        "revocation_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
        "client_id_metadata_document_supported": true,
        "protected_resources": [issuer.resource()],
    });
    if state.options.oauth_registration {
        document["registration_endpoint"] = issuer.at("/oauth/register").into();
    }
    Ok(for_everybody(document))
}

/// An answer that any page may read: nothing in it depends on who asks.
fn for_everybody(document: Value) -> Response {
    let headers = [
        (
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        ),
    ];
    (headers, Json(document)).into_response()
}
