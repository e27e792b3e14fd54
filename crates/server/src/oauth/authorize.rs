//! `/oauth/authorize`: a person in a signed-in browser is asked, and answers.

use std::sync::Arc;

use app::account::assistants::Approval;
use axum::extract::{FromRequestParts, RawQuery, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::actor::Actor;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::client::{self, Client};
use super::issuer::Issuer;
use super::page::{self, Question};
use super::redirect;
use super::request::{Asked, Parameters, Refused};
use super::scope;
use crate::caller::{Known, Shown};
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;

/// A person in a signed-in browser. A token is none: it may not make more of its kind.
pub(super) struct Person {
    actor: Actor,
    secret: Arc<SecretString>,
}

/// The person, or nobody.
pub(super) struct Present(pub(super) Option<Person>);

impl<S: Send + Sync> FromRequestParts<S> for Present {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let shown = parts.extensions.get::<Shown>();
        let known = parts.extensions.get::<Known>();
        let person = match (shown, known) {
            (Some(Shown::Cookie(secret)), Some(Known(Ok(actor)))) => Some(Person {
                actor: actor.clone(),
                secret: Arc::clone(secret),
            }),
            _ => None,
        };
        Ok(Self(person))
    }
}

/// A request whose program and place of answer are known, so that it may be told what is wrong.
struct Request {
    parameters: Parameters,
    client: Arc<Client>,
    redirect_uri: String,
    answered_at: Url,
}

/// Shows the person what is asked for.
pub(super) async fn ask(
    State(state): State<ServerState>,
    Present(person): Present,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let query = query.unwrap_or_default();
    let issuer = Issuer::required(&state.options, &headers)?;
    let Some(person) = person else {
        return Ok(to("/oauth/sign-in", &query));
    };
    let request = match read(&state, &query).await {
        Ok(request) => request,
        Err(reason) => return Ok(page::refusal(StatusCode::BAD_REQUEST, &reason)),
    };
    let asked = match Asked::read(&request.parameters, &issuer.resource()) {
        Ok(asked) => asked,
        Err(refused) => return Ok(request.refuse(&issuer, &refused)),
    };
    let me = state.app.me(&person.actor).await;
    let me = me.map_err(refusal::account)?;
    Ok(page::consent(&Question {
        client: &request.client,
        answered_at: &request.answered_at,
        scope: asked.scope,
        person: me.email.as_deref().unwrap_or(&me.name),
        request: &query,
        seal: &seal(&person.secret, &query),
    }))
}

/// Does what the person decides, and answers the program.
pub(super) async fn decide(
    State(state): State<ServerState>,
    Present(person): Present,
    headers: HeaderMap,
    body: String,
) -> Result<Response, Problem> {
    let issuer = Issuer::required(&state.options, &headers)?;
    let wrong = |reason: &str| page::refusal(StatusCode::BAD_REQUEST, reason);
    let form = match Parameters::read(&body) {
        Ok(form) => form,
        Err(reason) => return Ok(wrong(&reason)),
    };
    let query = form.get("request").unwrap_or_default();
    let Some(person) = person else {
        return Ok(to("/oauth/sign-in", query));
    };
    let given = form.get("seal").unwrap_or_default();
    if Sha256::digest(given) != Sha256::digest(seal(&person.secret, query)) {
        let reason = "this page is out of date; go back to the assistant and connect it again";
        return Ok(page::refusal(StatusCode::FORBIDDEN, reason));
    }
    let request = match read(&state, query).await {
        Ok(request) => request,
        Err(reason) => return Ok(wrong(&reason)),
    };
    let asked = match Asked::read(&request.parameters, &issuer.resource()) {
        Ok(asked) => asked,
        Err(refused) => return Ok(request.refuse(&issuer, &refused)),
    };
    if form.get("decision") != Some("allow") {
        let description = "the person has not agreed".to_owned();
        return Ok(request.refuse(
            &issuer,
            &Refused {
                error: "access_denied",
                description,
            },
        ));
    }
    let chosen = scope::parse(form.get("scope").unwrap_or_default());
    let chosen = chosen.unwrap_or(asked.scope).min(asked.scope);
    let approval = Approval {
        client_id: request.client.id.clone(),
        name: request.client.name.clone(),
        host: request.client.host.clone(),
        scope: chosen,
        resource: issuer.resource(),
        redirect_uri: request.redirect_uri.clone(),
        challenge: asked.challenge,
    };
    let code = state.app.approve_assistant(&person.actor, approval).await;
    let code = code.map_err(refusal::account)?;
    Ok(request.answer(&issuer, &[("code", code.expose_secret())]))
}

/// Finds out who asks and where the answer may go. Before that nothing is answered there.
async fn read(state: &ServerState, query: &str) -> Result<Request, String> {
    let parameters = Parameters::read(query)?;
    let client = client::find(state, parameters.required("client_id")?).await?;
    let redirect_uri = parameters.required("redirect_uri")?.to_owned();
    let answered_at = redirect::parse(&redirect_uri)?;
    if !redirect::is_named(&redirect_uri, &client.redirect_uris) {
        let reason = "the assistant wants to be answered at an address that is not its own";
        return Err(reason.to_owned());
    }
    Ok(Request {
        parameters,
        client,
        redirect_uri,
        answered_at,
    })
}

impl Request {
    fn refuse(&self, issuer: &Issuer, refused: &Refused) -> Response {
        let error = ("error", refused.error);
        let description = ("error_description", refused.description.as_str());
        self.answer(issuer, &[error, description])
    }

    /// Sends the browser back to the program, with its state and with who answers (RFC 9207).
    fn answer(&self, issuer: &Issuer, answer: &[(&str, &str)]) -> Response {
        let mut pairs = answer.to_vec();
        if let Some(state) = self.parameters.get("state") {
            pairs.push(("state", state));
        }
        pairs.push(("iss", issuer.as_str()));
        see_other(&redirect::with(&self.redirect_uri, &pairs))
    }
}

/// Sends the browser to one of our own pages, with the request.
pub(super) fn to(path: &str, query: &str) -> Response {
    see_other(&format!("{path}?{query}"))
}

fn see_other(location: &str) -> Response {
    match HeaderValue::from_str(location) {
        Ok(mut location) => {
            // There may be a code in it.
            location.set_sensitive(true);
            (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
        }
        Err(_) => page::refusal(StatusCode::BAD_REQUEST, "the request is no plain text"),
    }
}

/// What only this server could have put into the form, for this browser and this request: nobody
/// but the browser has the session's secret.
fn seal(secret: &SecretString, query: &str) -> String {
    let parts = [secret.expose_secret().as_bytes(), query.as_bytes()];
    let hashed = parts.map(Sha256::digest);
    let hash = Sha256::digest(hashed.concat());
    URL_SAFE_NO_PAD.encode(hash)
}
