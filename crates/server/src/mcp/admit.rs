//! What a request must show before the protocol is spoken: a token, and enough of it.

use std::sync::Arc;

use agent::mcp::{Caller, Recheck};
use agent::tools::Effect;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::actor::{Actor, Scope, Via};
use futures_util::FutureExt as _;
use rmcp::model::Extensions;
use serde::Deserialize;

use super::Entrance;
use crate::caller::{Known, Shown};
use crate::oauth::issuer::Issuer;
use crate::oauth::scope;
use crate::problem::{Code, Problem};
use crate::state::ServerState;

/// Lets a request with a token pass, and says with it who calls.
pub(super) async fn pass(
    State(entrance): State<Entrance>,
    request: Request,
    next: Next,
) -> Response {
    let issuer = Issuer::of(&entrance.state.options, request.headers());
    let has_token = request.extensions().get::<Shown>().is_some();
    match enter(&entrance, request).await {
        Ok((request, actor)) => {
            let mut response = next.run(request).await;
            if response.status() == StatusCode::FORBIDDEN {
                return wrong_host().into_response();
            }
            entrance.owners.note(&mut response, actor.user).await;
            response
        }
        Err(problem) => {
            let mut response = problem.into_response();
            if let Some(issuer) = issuer {
                challenge(&mut response, &issuer, has_token);
            }
            response
        }
    }
}

/// Tells a client where to get a token, or one that allows more (RFC 9728, section 5.1).
fn challenge(response: &mut Response, issuer: &Issuer, has_token: bool) {
    let (error, needed) = match response.status() {
        StatusCode::UNAUTHORIZED if has_token => (", error=\"invalid_token\"", scope::USUAL),
        StatusCode::UNAUTHORIZED => ("", scope::USUAL),
        StatusCode::FORBIDDEN => (", error=\"insufficient_scope\"", scope::name(Scope::Write)),
        _ => return,
    };
    let metadata = issuer.at("/.well-known/oauth-protected-resource/mcp");
    let text = format!(
        "Bearer realm=\"saydo\"{error}, scope=\"{needed}\", resource_metadata=\"{metadata}\""
    );
    if let Ok(value) = HeaderValue::from_str(&text) {
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, value);
    }
}

async fn enter(entrance: &Entrance, request: Request) -> Result<(Request, Actor), Problem> {
    let (mut parts, body) = request.into_parts();
    let shown = parts.extensions.get::<Shown>().cloned();
    let actor = match (parts.extensions.get::<Known>(), &shown) {
        (Some(Known(Err(problem))), _) => return Err(problem.clone()),
        (Some(Known(Ok(actor))), Some(shown)) if !shown.is_cookie() => actor.clone(),
        _ => {
            let detail =
                "send 'Authorization: Bearer' with a token; WWW-Authenticate says where to get one";
            return Err(Problem::new(Code::Unauthenticated, detail));
        }
    };
    let actor = Actor {
        via: Via::Mcp,
        ..actor
    };
    entrance.owners.check(&parts.headers, actor.user).await?;
    entrance.state.poll_feed();
    let shown = shown.expect("who is known has shown something");
    let recheck = recheck(entrance.state.clone(), shown);
    parts
        .extensions
        .insert(Caller::revocable(actor.clone(), recheck));
    let body = if actor.scope < Scope::Write && parts.method == Method::POST {
        may_only_read(body).await?
    } else {
        body
    };
    Ok((Request::from_parts(parts, body), actor))
}

/// The caller that [`pass`] has put with a request.
pub(crate) fn caller(extensions: &Extensions) -> Option<Caller> {
    let parts = extensions.get::<axum::http::request::Parts>()?;
    parts.extensions.get::<Caller>().cloned()
}

fn recheck(state: ServerState, shown: Shown) -> Recheck {
    Arc::new(move || {
        let (state, shown) = (state.clone(), shown.clone());
        async move {
            let actor = shown.actor(&state).await.ok()?;
            Some(Actor {
                via: Via::Mcp,
                ..actor
            })
        }
        .boxed()
    })
}

/// The name of the tool that a message calls, if it calls one.
#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    method: String,
    params: Option<Params>,
}

#[derive(Deserialize)]
struct Params {
    #[serde(default)]
    name: String,
}

/// Refuses the call of a tool that writes, for a token that may only read. The tools would refuse
/// it too; here the client learns from the status which scope to ask for.
async fn may_only_read(body: Body) -> Result<Body, Problem> {
    let bytes = to_bytes(body, domain::limits::BODY_BYTES).await;
    let bytes = bytes.map_err(|_| Problem::new(Code::TooLarge, "the message is too large"))?;
    // What is no such message is refused by the protocol.
    let Ok(message) = serde_json::from_slice::<Message>(&bytes) else {
        return Ok(Body::from(bytes));
    };
    let name = message.params.map(|params| params.name).unwrap_or_default();
    let writes = agent::tools::list()
        .iter()
        .any(|tool| tool.name == name && tool.effect != Effect::Reads);
    if message.method == "tools/call" && writes {
        let detail = format!("'{name}' needs a token with the scope tasks:write");
        return Err(Problem::new(Code::InsufficientScope, detail));
    }
    Ok(Body::from(bytes))
}

/// The protocol refuses nothing else with this status.
fn wrong_host() -> Problem {
    let detail = "/mcp does not know this Host or Origin; set public_url, mcp_hosts or mcp_origins";
    Problem::new(Code::WrongHost, detail)
}
