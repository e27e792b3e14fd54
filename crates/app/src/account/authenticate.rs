//! From a secret to an actor: one indexed read, or none within a second.

use domain::actor::{Actor, Credential, Scope, Via};
use jiff::{SignedDuration, Timestamp};
use store::account::{assistant, session, token};
use store::{Batch, WriteBatch};

use super::error::AccountError;
use super::secret::{self, Hash, TOKEN_PREFIX};
use super::sessions::SESSION_LIFE;
use crate::App;

/// How often the use of a credential is noted.
const NOTED_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// What a caller shows to prove who they are.
#[derive(Clone, Copy)]
pub enum Proof<'a> {
    /// The secret of a cookie.
    Session(&'a str),
    /// The secret after `Authorization: Bearer`: a personal token, or a session's secret.
    Bearer(&'a str),
    /// The access token of an assistant, shown at an address.
    Assistant {
        /// The token.
        secret: &'a str,
        /// The address, as it stands in the token's `resource`.
        resource: &'a str,
    },
}

impl App {
    /// Who is behind a secret.
    ///
    /// # Errors
    /// [`AccountError::Unauthenticated`] when it is unknown, revoked or has ended, or the account
    /// is disabled.
    pub async fn authenticate(&self, proof: Proof<'_>) -> Result<Actor, AccountError> {
        let (Proof::Session(text) | Proof::Bearer(text) | Proof::Assistant { secret: text, .. }) =
            proof;
        if text.len() > 200 {
            return Err(AccountError::Unauthenticated(
                "this credential is no credential of saydo",
            ));
        }
        let hash = secret::hash(text);
        // What is good at one address is not at another.
        let known_as = match proof {
            Proof::Assistant { resource, .. } => secret::hash(&format!("{text} {resource}")),
            Proof::Session(_) | Proof::Bearer(_) => hash,
        };
        if let Some(actor) = self.0.accounts.actors.get(&known_as) {
            return Ok(actor);
        }
        let began = self.0.accounts.actors.begin();
        let actor = match proof {
            Proof::Bearer(text) if text.starts_with(TOKEN_PREFIX) => self.by_token(&hash).await?,
            Proof::Bearer(_) => Actor {
                via: Via::Api,
                ..self.by_session(&hash).await?
            },
            Proof::Session(_) => self.by_session(&hash).await?,
            Proof::Assistant { resource, .. } => self.by_assistant(&hash, resource).await?,
        };
        self.0.accounts.actors.put(known_as, actor.clone(), began);
        Ok(actor)
    }

    async fn by_session(&self, hash: &Hash) -> Result<Actor, AccountError> {
        let mut batch = Batch::new();
        let key = batch.add(session::authenticate(hash));
        let principal = self.store().read(batch).await?.one(key);
        let now = self.now();
        let principal = principal
            .filter(|principal| principal.expires_at > now && principal.disabled_at.is_none())
            .ok_or(AccountError::Unauthenticated(
                "this session has ended; sign in again",
            ))?;
        if is_worth_noting(Some(principal.last_used_at), now) {
            let expires_at = now
                .checked_add(SESSION_LIFE)
                .unwrap_or(principal.expires_at);
            self.note(session::touch(hash, now, expires_at));
        }
        Ok(Actor {
            user: principal.user,
            space: principal.space,
            role: principal.role,
            scope: Scope::Admin,
            projects: None,
            credential: Credential::Session(principal.session),
            via: Via::Ui,
            turn: None,
        })
    }

    async fn by_token(&self, hash: &Hash) -> Result<Actor, AccountError> {
        let mut batch = Batch::new();
        let key = batch.add(token::authenticate(hash));
        let principal = self.store().read(batch).await?.one(key);
        let now = self.now();
        let principal = principal
            .filter(|principal| {
                principal.expires_at.is_none_or(|at| at > now) && principal.disabled_at.is_none()
            })
            .ok_or(AccountError::Unauthenticated(
                "this token is unknown, revoked or has ended; make a new one",
            ))?;
        if is_worth_noting(principal.last_used_at, now) {
            self.note(token::touch(hash, now));
        }
        Ok(Actor {
            user: principal.user,
            space: principal.space,
            role: principal.role,
            scope: principal.scope,
            projects: principal.projects,
            credential: Credential::Token(principal.token),
            via: Via::Api,
            turn: None,
        })
    }

    async fn by_assistant(&self, hash: &Hash, resource: &str) -> Result<Actor, AccountError> {
        let mut batch = Batch::new();
        let key = batch.add(assistant::token::authenticate(hash));
        let principal = self.store().read(batch).await?.one(key);
        let now = self.now();
        let principal = principal
            .filter(|principal| {
                principal.expires_at > now
                    && principal.disabled_at.is_none()
                    && principal.resource == resource
            })
            .ok_or(AccountError::Unauthenticated(
                "this access token is unknown, revoked, too old or for another address; get a new \
                 one",
            ))?;
        if is_worth_noting(principal.last_used_at, now) {
            self.note(assistant::touch(principal.assistant, now));
        }
        Ok(Actor {
            user: principal.user,
            space: principal.space,
            role: principal.role,
            scope: principal.scope,
            projects: None,
            credential: Credential::Token(principal.assistant),
            via: Via::Mcp,
            turn: None,
        })
    }

    /// Writes beside the request: nobody waits for it, and a failure costs a date in a list.
    fn note(&self, writes: WriteBatch) {
        let store = self.store().clone();
        tokio::spawn(async move {
            if let Err(error) = store.write(writes).await {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "the use of a credential was not noted"
                );
            }
        });
    }
}

fn is_worth_noting(last_used_at: Option<Timestamp>, now: Timestamp) -> bool {
    last_used_at.is_none_or(|last| now.duration_since(last) >= NOTED_EVERY)
}
