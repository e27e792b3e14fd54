//! The tokens of assistants, found by the hash of their secret.

use domain::actor::Scope;
use domain::space::Role;
use domain::{SpaceId, TokenId, UserId};
use jiff::Timestamp;

use super::scope_name;
use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "assistant_token/insert";
    AUTHENTICATE = shared "assistant_token/authenticate";
    LOCK = shared "assistant_token/lock";
    USE = shared "assistant_token/use";
    DELETE_ALL = shared "assistant_token/delete_all";
    DELETE_EXPIRED = shared "assistant_token/delete_expired";
}

/// What a token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Opens the resource.
    Access,
    /// Gets new tokens.
    Refresh,
}

/// Who an access token proves, and what it allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The assistant.
    pub assistant: TokenId,
    /// Its user.
    pub user: UserId,
    /// The space that it is for.
    pub space: SpaceId,
    /// The user's role there.
    pub role: Role,
    /// The most that it allows.
    pub scope: Scope,
    /// The address that it is good for.
    pub resource: String,
    /// When the assistant was last used, to the hour.
    pub last_used_at: Option<Timestamp>,
    /// When the token ends.
    pub expires_at: Timestamp,
    /// When the account was disabled.
    pub disabled_at: Option<Timestamp>,
}

/// A token with the assistant that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The assistant.
    pub assistant: TokenId,
    /// Its user.
    pub user: UserId,
    /// The space that it is for.
    pub space: SpaceId,
    /// The program.
    pub client_id: String,
    /// The most that the assistant may do.
    pub scope: Scope,
    /// The address that its tokens are good for.
    pub resource: String,
    /// When the assistant was revoked.
    pub revoked_at: Option<Timestamp>,
    /// What the token is good for.
    pub kind: Kind,
    /// When the token ends.
    pub expires_at: Timestamp,
    /// When it was used, for a refresh token.
    pub used_at: Option<Timestamp>,
    /// When the account was disabled.
    pub disabled_at: Option<Timestamp>,
}

fn read_principal(row: &mut Row<'_>) -> Result<Principal, StoreError> {
    Ok(Principal {
        assistant: row.take()?,
        user: row.take()?,
        space: row.take()?,
        role: row.take_name()?,
        scope: row.take_name()?,
        resource: row.take()?,
        last_used_at: row.take()?,
        expires_at: row.take()?,
        disabled_at: row.take()?,
    })
}

fn read(row: &mut Row<'_>) -> Result<Held, StoreError> {
    Ok(Held {
        assistant: row.take()?,
        user: row.take()?,
        space: row.take()?,
        client_id: row.take()?,
        scope: row.take_name()?,
        resource: row.take()?,
        revoked_at: row.take()?,
        kind: match row.take::<String>()?.as_str() {
            "access" => Kind::Access,
            _ => Kind::Refresh,
        },
        expires_at: row.take()?,
        used_at: row.take()?,
        disabled_at: row.take()?,
    })
}

/// Who an access token proves. None of a revoked assistant does.
pub fn authenticate(token_hash: &[u8; 32]) -> Fetch<Principal> {
    let values = values![token_hash.as_slice()];
    Fetch::new(&AUTHENTICATE, values, read_principal)
}

/// One token, locked until the end of the transaction.
pub fn lock(token_hash: &[u8; 32]) -> Fetch<Held> {
    Fetch::new(&LOCK, values![token_hash.as_slice()], read)
}

/// Adds a token.
pub fn insert(
    token_hash: &[u8; 32],
    assistant: TokenId,
    kind: Kind,
    scope: Scope,
    expires_at: Timestamp,
) -> WriteBatch {
    let kind = match kind {
        Kind::Access => "access",
        Kind::Refresh => "refresh",
    };
    let scope = scope_name(scope);
    let values = values![token_hash.as_slice(), assistant, kind, scope, expires_at];
    let mut writes = WriteBatch::new();
    writes.push_one(&INSERT, values);
    writes
}

/// Uses a refresh token up; [`StoreError::Changed`] when it was used already.
pub fn use_up(token_hash: &[u8; 32], now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&USE, values![token_hash.as_slice(), now]);
    writes
}

/// Takes back every token of an assistant.
pub fn delete_all(assistant: TokenId) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&DELETE_ALL, values![assistant]);
    writes
}

/// Forgets the tokens of an assistant that have ended.
pub fn delete_expired(assistant: TokenId, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&DELETE_EXPIRED, values![assistant, now]);
    writes
}
