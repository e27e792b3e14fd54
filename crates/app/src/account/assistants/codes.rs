//! A person's yes becomes a code, and the code, once, becomes tokens.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::actor::{Actor, Credential, Scope};
use domain::{TokenId, policy};
use jiff::SignedDuration;
use secrecy::SecretString;
use store::account::assistant::code::{self, Code};
use store::account::assistant::{self, Grant};
use store::{Batch, StoreError, WriteBatch};

use super::{GrantError, Tokens};
use crate::App;
use crate::account::bootstrap::after;
use crate::account::error::AccountError;
use crate::account::secret;

/// How long a program may take to fetch its tokens.
const CODE_LIFE: SignedDuration = SignedDuration::from_mins(1);
/// How long a used code is remembered, so that using it again is noticed.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
const REFUSED: GrantError = GrantError::InvalidGrant(
    "this code is unknown, used, older than a minute, or another program's; send the person to \
     /oauth/authorize again",
);

/// What a person has said yes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The program, as it identifies itself.
    pub client_id: String,
    /// What the program calls itself.
    pub name: String,
    /// The host that vouches for the program, where one does.
    pub host: Option<String>,
    /// The most that it may do.
    pub scope: Scope,
    /// The address that its tokens will be good for.
    pub resource: String,
    /// Where the code is sent.
    pub redirect_uri: String,
    /// The hash of the secret that only the program has (RFC 7636, S256).
    pub challenge: String,
}

/// What a program shows for its tokens.
#[derive(Debug, Clone, Copy)]
pub struct Exchange<'a> {
    /// The code.
    pub code: &'a str,
    /// The program, as it identified itself.
    pub client_id: &'a str,
    /// Where the code was sent.
    pub redirect_uri: &'a str,
    /// The secret whose hash came with the request (RFC 7636).
    pub verifier: &'a str,
    /// The address that the tokens are for, where the program says so (RFC 8707).
    pub resource: Option<&'a str>,
}

enum Exchanged {
    Done(Tokens),
    Replayed(Grant),
}

impl App {
    /// The code for what a person has said yes to, good once and for a minute.
    ///
    /// # Errors
    /// [`AccountError::Unauthenticated`] unless a signed-in browser says yes: no token may make
    /// more of its kind.
    pub async fn approve_assistant(
        &self,
        actor: &Actor,
        approval: Approval,
    ) -> Result<SecretString, AccountError> {
        policy::may_administer(actor)?;
        if !matches!(actor.credential, Credential::Session(_)) {
            let detail = "only a person in a signed-in browser connects assistants";
            return Err(AccountError::Unauthenticated(detail));
        }
        let fresh = secret::fresh("");
        let now = self.now();
        let code = Code {
            grant: Grant {
                id: TokenId::new(self.ids().next()),
                user: actor.user,
                space: actor.space,
                client_id: approval.client_id,
                name: approval.name,
                host: approval.host,
                scope: approval.scope,
                resource: approval.resource,
            },
            redirect_uri: approval.redirect_uri,
            challenge: approval.challenge,
            expires_at: after(now, CODE_LIFE),
            used_at: None,
            disabled_at: None,
        };
        let forgotten = now.checked_sub(REMEMBERED).unwrap_or(now);
        let writes = code::insert(&fresh.hash, &code, forgotten);
        self.store().write(writes).await?;
        Ok(fresh.secret)
    }

    /// The first tokens of an assistant, for its code. A code that comes twice was stolen from one
    /// of the two: the assistant is disconnected then.
    ///
    /// # Errors
    /// [`GrantError::InvalidGrant`] and [`GrantError::InvalidTarget`].
    pub async fn exchange_code(&self, exchange: Exchange<'_>) -> Result<Tokens, GrantError> {
        let hash = secret::hash(exchange.code);
        let client_id = exchange.client_id.to_owned();
        let redirect_uri = exchange.redirect_uri.to_owned();
        let challenge = challenge(exchange.verifier);
        let resource = exchange.resource.map(ToOwned::to_owned);
        let mut batch = Batch::new();
        let key = batch.add(code::lock(&hash));
        let (app, now) = (self.clone(), self.now());
        let exchanging = self.store().transact(batch, move |loaded| {
            let is_theirs = |code: &Code| {
                code.grant.client_id == client_id
                    && code.redirect_uri == redirect_uri
                    && code.challenge == challenge
                    && code.disabled_at.is_none()
            };
            let code = loaded.one(key).filter(is_theirs).ok_or(REFUSED)?;
            if code.used_at.is_some() {
                let writes = app.disconnect(&code.grant);
                return Ok((writes, Exchanged::Replayed(code.grant)));
            }
            if code.expires_at <= now {
                return Err(REFUSED);
            }
            let grant = code.grant;
            if resource.is_some_and(|resource| resource != grant.resource) {
                return Err(GrantError::InvalidTarget(grant.resource));
            }
            let mut writes: WriteBatch = code::use_up(&hash, &grant, now);
            writes.append(assistant::insert(&grant, now, app.refreshable_until()));
            let (tokens, inserts) = app.new_tokens(grant.id, grant.scope);
            writes.append(inserts);
            Ok((writes, Exchanged::Done(tokens)))
        });
        match exchanging.await.map_err(GrantError::from) {
            Ok(Exchanged::Done(tokens)) => Ok(tokens),
            Ok(Exchanged::Replayed(grant)) => {
                self.0.accounts.actors.forget(grant.user);
                tracing::warn!(
                    assistant.id = %grant.id,
                    "a code was used twice; its assistant is disconnected"
                );
                Err(REFUSED)
            }
            Err(GrantError::Store(StoreError::Changed { .. })) => Err(REFUSED),
            Err(error) => Err(error),
        }
    }
}

/// The hash of a verifier as it comes with a request (RFC 7636, section 4.2, S256).
fn challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(secret::hash(verifier))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_challenge_is_what_the_rfc_says() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        let expected = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        assert_eq!(super::challenge(verifier), expected);
    }
}
