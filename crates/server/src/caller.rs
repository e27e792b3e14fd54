//! Who calls: the proof that a request shows, and the actor behind it.

use std::sync::Arc;

use app::account::assistants::ACCESS_PREFIX;
use app::account::{AccountError, Client, Proof};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use domain::actor::{Actor, Via};
use secrecy::{ExposeSecret as _, SecretString};

use crate::oauth::issuer::Issuer;
use crate::options::ServerOptions;
use crate::problem::{Code, Problem};
use crate::refusal;
use crate::state::ServerState;
use crate::{address, cookie};

/// What a request shows to prove who calls.
#[derive(Clone)]
pub(crate) enum Shown {
    /// The secret of the cookie.
    Cookie(Arc<SecretString>),
    /// A bearer token.
    Bearer {
        secret: Arc<SecretString>,
        is_cli: bool,
    },
    /// The access token of an assistant, good at one address.
    Assistant {
        secret: Arc<SecretString>,
        resource: Arc<str>,
    },
    /// Nothing: the caller is in this process, and known.
    InProcess(Arc<Actor>),
}

impl Shown {
    /// A bearer token, else the cookie. A request with a bearer token is never a cookie's.
    pub(crate) fn of(
        headers: &HeaderMap,
        options: &ServerOptions,
    ) -> Result<Option<Self>, Problem> {
        if let Some(value) = headers.get(header::AUTHORIZATION) {
            let text = value.to_str().unwrap_or_default();
            let (scheme, token) = text.split_once(' ').unwrap_or_default();
            if !scheme.eq_ignore_ascii_case("bearer") {
                let detail = "send 'Authorization: Bearer' with a personal token";
                return Err(Problem::new(Code::Unauthenticated, detail));
            }
            let token = token.trim();
            if token.starts_with(ACCESS_PREFIX) {
                let issuer = Issuer::of(options, headers);
                let resource = issuer.map(|issuer| issuer.resource());
                return Ok(Some(Self::Assistant {
                    secret: Arc::new(token.into()),
                    resource: resource.unwrap_or_default().into(),
                }));
            }
            let is_cli = headers.get("x-saydo-via").is_some_and(|via| via == "cli");
            return Ok(Some(Self::Bearer {
                secret: Arc::new(token.into()),
                is_cli,
            }));
        }
        Ok(cookie::read(headers, options.is_https())
            .map(|text| Self::Cookie(Arc::new(text.into()))))
    }

    pub(crate) fn is_cookie(&self) -> bool {
        matches!(self, Self::Cookie(_))
    }

    /// Whether it may be shown at this route at all: an assistant's token is for `/mcp`.
    fn is_for(&self, route: &str) -> bool {
        !matches!(self, Self::Assistant { .. }) || route == "/mcp"
    }

    /// The actor behind it, by the database of this moment.
    pub(crate) async fn actor(&self, state: &ServerState) -> Result<Actor, AccountError> {
        match self {
            Self::Cookie(secret) => {
                state
                    .app
                    .authenticate(Proof::Session(secret.expose_secret()))
                    .await
            }
            Self::Bearer { secret, is_cli } => {
                let actor = state
                    .app
                    .authenticate(Proof::Bearer(secret.expose_secret()))
                    .await?;
                Ok(if *is_cli {
                    Actor {
                        via: Via::Cli,
                        ..actor
                    }
                } else {
                    actor
                })
            }
            Self::Assistant { secret, resource } => {
                let secret = secret.expose_secret();
                state
                    .app
                    .authenticate(Proof::Assistant { secret, resource })
                    .await
            }
            Self::InProcess(actor) => Ok(actor.as_ref().clone()),
        }
    }
}

/// The outcome of authentication, which the front door has left for the handlers.
#[derive(Clone)]
pub(crate) struct Known(pub(crate) Result<Actor, Problem>);

/// The actor, for handlers that need one.
pub(crate) struct Caller(pub(crate) Actor);

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        match parts.extensions.get::<Known>() {
            Some(Known(Ok(actor))) => Ok(Self(actor.clone())),
            Some(Known(Err(problem))) => Err(problem.clone()),
            None => Err(anonymous()),
        }
    }
}

/// Nobody has said who they are.
fn anonymous() -> Problem {
    Problem::new(
        Code::Unauthenticated,
        "sign in, or send 'Authorization: Bearer' with a personal token",
    )
}

/// Where a sign-in comes from.
pub(crate) struct From(pub(crate) Client);

impl FromRequestParts<ServerState> for From {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &ServerState) -> Result<Self, Problem> {
        let address = address::of(parts, state.options.trusted_proxies).map(address::network);
        let agent = parts
            .headers
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok());
        Ok(Self(Client {
            address,
            agent: agent.unwrap_or_default().to_owned(),
        }))
    }
}

/// Authenticates what is shown at a route.
pub(crate) async fn known(shown: &Shown, route: &str, state: &ServerState) -> Known {
    if !shown.is_for(route) {
        let detail = "the token of an assistant opens /mcp only; use a personal token here";
        return Known(Err(Problem::new(Code::Unauthenticated, detail)));
    }
    Known(shown.actor(state).await.map_err(refusal::account))
}
