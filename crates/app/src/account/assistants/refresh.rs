//! New tokens for old: each refresh token is good once, and one that comes twice ends them all.

use domain::actor::Scope;
use store::account::assistant::token::{self, Held, Kind};
use store::account::assistant::{self, Grant};
use store::{Batch, StoreError};

use super::{GrantError, Tokens};
use crate::App;
use crate::account::secret;

const REFUSED: GrantError = GrantError::InvalidGrant(
    "this refresh token is unknown, used, too old, revoked, or another program's; send the person \
     to /oauth/authorize again",
);

/// What a program shows for new tokens.
#[derive(Debug, Clone, Copy)]
pub struct Refresh<'a> {
    /// The refresh token.
    pub token: &'a str,
    /// The program, as it identified itself.
    pub client_id: &'a str,
    /// Less than was agreed to, where the program wants less.
    pub scope: Option<Scope>,
    /// The address that the tokens are for, where the program says so (RFC 8707).
    pub resource: Option<&'a str>,
}

enum Refreshed {
    Done(Tokens),
    Replayed(Grant),
}

impl App {
    /// The next tokens of an assistant. A refresh token that comes twice was stolen from one of
    /// the two: the assistant is disconnected then.
    ///
    /// # Errors
    /// [`GrantError`] by what is wrong.
    pub async fn refresh_assistant(&self, refresh: Refresh<'_>) -> Result<Tokens, GrantError> {
        let hash = secret::hash(refresh.token);
        let client_id = refresh.client_id.to_owned();
        let resource = refresh.resource.map(ToOwned::to_owned);
        let wanted = refresh.scope;
        let mut batch = Batch::new();
        let key = batch.add(token::lock(&hash));
        let (app, now) = (self.clone(), self.now());
        let refreshing = self.store().transact(batch, move |loaded| {
            let is_theirs = |held: &Held| {
                held.kind == Kind::Refresh
                    && held.client_id == client_id
                    && held.revoked_at.is_none()
                    && held.disabled_at.is_none()
                    && held.expires_at > now
            };
            let held = loaded.one(key).filter(is_theirs).ok_or(REFUSED)?;
            if held.used_at.is_some() {
                let grant = grant(held);
                return Ok((app.disconnect(&grant), Refreshed::Replayed(grant)));
            }
            if resource.is_some_and(|resource| resource != held.resource) {
                return Err(GrantError::InvalidTarget(held.resource));
            }
            let scope = wanted.unwrap_or(held.scope);
            if scope > held.scope {
                return Err(GrantError::InvalidScope);
            }
            let (tokens, inserts) = app.new_tokens(held.assistant, scope);
            let mut writes = token::use_up(&hash, now);
            let until = app.refreshable_until();
            writes.append(assistant::extend(held.space, held.assistant, until));
            writes.append(inserts);
            Ok((writes, Refreshed::Done(tokens)))
        });
        match refreshing.await.map_err(GrantError::from) {
            Ok(Refreshed::Done(tokens)) => Ok(tokens),
            Ok(Refreshed::Replayed(grant)) => {
                self.0.accounts.actors.forget(grant.user);
                tracing::warn!(
                    assistant.id = %grant.id,
                    "a refresh token was used twice; its assistant is disconnected"
                );
                Err(REFUSED)
            }
            Err(GrantError::Store(StoreError::Changed { .. })) => Err(REFUSED),
            Err(error) => Err(error),
        }
    }

    /// Disconnects the assistant that a token of it is shown of (RFC 7009): any of its tokens ends
    /// them all. A token that is unknown, or another program's, changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot.
    pub async fn revoke_by_token(
        &self,
        secret: &str,
        client_id: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        let key = batch.add(token::lock(&secret::hash(secret)));
        let client_id = client_id.map(ToOwned::to_owned);
        let app = self.clone();
        let revoking = self.store().transact(batch, move |loaded| {
            let is_theirs =
                |held: &Held| client_id.is_none_or(|client_id| client_id == held.client_id);
            let grant = loaded.one(key).filter(is_theirs).map(grant);
            let writes = grant.as_ref().map(|grant| app.disconnect(grant));
            Ok::<_, GrantError>((writes.unwrap_or_default(), grant))
        });
        match revoking.await.map_err(GrantError::from) {
            Ok(Some(grant)) => {
                self.0.accounts.actors.forget(grant.user);
                Ok(())
            }
            Err(GrantError::Store(error)) => Err(error),
            Ok(None) | Err(_) => Ok(()),
        }
    }
}

fn grant(held: Held) -> Grant {
    Grant {
        id: held.assistant,
        user: held.user,
        space: held.space,
        client_id: held.client_id,
        name: String::new(),
        host: None,
        scope: held.scope,
        resource: held.resource,
    }
}
