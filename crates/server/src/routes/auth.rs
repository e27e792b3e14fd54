//! Signing up, in and out.

use app::account::{MeView, NewAccount, SignUp, SignedIn};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::actor::Actor;
use secrecy::ExposeSecret as _;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::body::Body;
use crate::caller::{From, Known};
use crate::cookie;
use crate::headers::Key;
use crate::json::Json;
use crate::params::Params;
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;
use crate::wire::account::{SignInBody, SignUpBody};
use crate::wire::bulk::EmptyBody;
use crate::wire::query::LinkParams;
use crate::write::Write;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(sign_up))
        .routes(routes!(sign_in))
        .routes(routes!(sign_out))
        .routes(routes!(link))
        .routes(routes!(door))
}

/// Makes an account and signs it in. The same again, under the same `Idempotency-Key`, signs in anew.
#[utoipa::path(
    post, path = "/v1/auth/sign-up", tag = "account", operation_id = "sign_up", security(()),
    request_body = SignUpBody,
    responses((status = 201, description = "Signed in; the session is in the cookie", body = MeView))
)]
async fn sign_up(
    State(state): State<ServerState>,
    From(client): From,
    Key(request): Key,
    body: Body<SignUpBody>,
) -> Result<Response, Problem> {
    let SignUpBody {
        email,
        password,
        name,
        zone,
        invite,
    } = body.value;
    let account = NewAccount {
        email,
        password,
        name,
        zone,
        invite,
    };
    let signed_in = state
        .app
        .sign_up(state.options.sign_up, account, &client, request)
        .await
        .map_err(refusal::account)?;
    welcome(&state, &signed_in, StatusCode::CREATED).await
}

/// Signs in with address and password.
#[utoipa::path(
    post, path = "/v1/auth/sign-in", tag = "account", operation_id = "sign_in", security(()),
    request_body = SignInBody,
    responses((status = 200, description = "Signed in; the session is in the cookie", body = MeView))
)]
async fn sign_in(
    State(state): State<ServerState>,
    From(client): From,
    body: Body<SignInBody>,
) -> Result<Response, Problem> {
    let SignInBody { email, password } = body.value;
    let signed_in = state
        .app
        .sign_in(&email, password, &client)
        .await
        .map_err(refusal::account)?;
    welcome(&state, &signed_in, StatusCode::OK).await
}

async fn welcome(
    state: &ServerState,
    signed_in: &SignedIn,
    status: StatusCode,
) -> Result<Response, Problem> {
    let proof = app::account::Proof::Session(signed_in.secret.expose_secret());
    let actor: Actor = state
        .app
        .authenticate(proof)
        .await
        .map_err(refusal::account)?;
    let me = state.app.me(&actor).await.map_err(refusal::account)?;
    Ok((status, [given(state, signed_in)], Json(me)).into_response())
}

fn given(state: &ServerState, signed_in: &SignedIn) -> (HeaderName, HeaderValue) {
    (
        header::SET_COOKIE,
        cookie::set(&signed_in.secret, state.options.is_https()),
    )
}

/// Ends the session that asks.
#[utoipa::path(
    post, path = "/v1/auth/sign-out", tag = "account", operation_id = "sign_out", request_body = EmptyBody,
    responses((status = 204, description = "Signed out"))
)]
async fn sign_out(
    State(state): State<ServerState>,
    write: Write<EmptyBody>,
) -> Result<Response, Problem> {
    state
        .app
        .sign_out(&write.actor)
        .await
        .map_err(refusal::account)?;
    let cookie = cookie::clear(state.options.is_https());
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

/// Signs a browser in with the link that `saydo serve` has printed, once.
#[utoipa::path(
    get, path = "/sign-in/link", tag = "account", operation_id = "redeem_link", security(()), params(LinkParams),
    responses((status = 303, description = "Signed in; the web app follows"), (status = 401, description = "A page that says why not"))
)]
async fn link(
    State(state): State<ServerState>,
    From(client): From,
    known: Option<axum::Extension<Known>>,
    Params(query): Params<LinkParams>,
) -> Result<Response, Problem> {
    let is_signed_in = known.is_some_and(|known| known.0.0.is_ok());
    match state
        .app
        .redeem_link(query.token.expose_secret(), &client)
        .await
    {
        Ok(signed_in) => {
            Ok((StatusCode::SEE_OTHER, [given(&state, &signed_in), home()]).into_response())
        }
        // Clicked twice: the first click has signed this browser in.
        Err(app::account::AccountError::Unauthenticated(_)) if is_signed_in => {
            Ok((StatusCode::SEE_OTHER, [home()]).into_response())
        }
        Err(error @ app::account::AccountError::Unauthenticated(_)) => {
            let page = format!(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>saydo</title>\
                 <h1>Not signed in</h1><p>{error}. Start <code>saydo serve</code> again, or run \
                 <code>saydo login</code>, for a new link.</p><p><a href=\"/\">To saydo</a></p></html>"
            );
            Ok((StatusCode::UNAUTHORIZED, Html(page)).into_response())
        }
        Err(error) => Err(refusal::account(error)),
    }
}

/// How people come in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Door)]
struct DoorView {
    /// Who may make an account: open (everybody), invite or closed.
    #[schema(example = "closed")]
    sign_up: &'static str,
}

/// Says who may make an account, so that a page need not offer what is refused.
#[utoipa::path(
    get, path = "/v1/auth", tag = "account", operation_id = "get_door", security(()),
    responses((status = 200, description = "How people come in", body = DoorView))
)]
async fn door(State(state): State<ServerState>) -> Json<DoorView> {
    let sign_up = match state.options.sign_up {
        SignUp::Open => "open",
        SignUp::Invite => "invite",
        SignUp::Closed => "closed",
    };
    Json(DoorView { sign_up })
}

fn home() -> (HeaderName, HeaderValue) {
    (header::LOCATION, HeaderValue::from_static("/"))
}
