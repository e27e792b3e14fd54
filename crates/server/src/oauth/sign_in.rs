//! `/oauth/sign-in`: signing in on the way to a consent page, without a script.

use app::account::AccountError;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use url::form_urlencoded;

use super::authorize::{self, Present};
use super::page;
use crate::caller::From;
use crate::cookie;
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;

/// Shows the form, unless the browser has been signed in meanwhile.
pub(super) async fn ask(Present(person): Present, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    if person.is_some() {
        return authorize::to("/oauth/authorize", &query);
    }
    page::sign_in(&query, "", None)
}

/// Signs in, and goes on with what was asked for.
pub(super) async fn sign_in(
    State(state): State<ServerState>,
    From(client): From,
    body: String,
) -> Result<Response, Problem> {
    let (mut request, mut email, mut password) = (String::new(), String::new(), String::new());
    for (name, value) in form_urlencoded::parse(body.as_bytes()) {
        match name.as_ref() {
            "request" => request = value.into_owned(),
            "email" => email = value.into_owned(),
            "password" => password = value.into_owned(),
            _ => {}
        }
    }
    let signed_in = state.app.sign_in(&email, password.into(), &client).await;
    match signed_in {
        Ok(signed_in) => {
            let cookie = cookie::set(&signed_in.secret, state.options.is_https());
            let onward = authorize::to("/oauth/authorize", &request);
            Ok(([(header::SET_COOKIE, cookie)], onward).into_response())
        }
        Err(error @ (AccountError::WrongCredentials | AccountError::Locked { .. })) => {
            Ok(page::sign_in(&request, &email, Some(&error.to_string())))
        }
        Err(error) => Err(refusal::account(error)),
    }
}
