//! Personal tokens, found by the hash of their secret.

use domain::actor::Scope;
use domain::space::Role;
use domain::{ProjectId, SpaceId, TokenId, UserId};
use jiff::Timestamp;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "token/insert";
    AUTHENTICATE = shared "token/authenticate";
    LIST = shared "token/list";
    TOUCH = shared "token/touch";
    DELETE = shared "token/delete";
    NAMES = shared "token/names";
}

/// Who a token's secret proves, and what it allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The token.
    pub token: TokenId,
    /// Its user.
    pub user: UserId,
    /// The space that it is for.
    pub space: SpaceId,
    /// The user's role there.
    pub role: Role,
    /// The most that it allows.
    pub scope: Scope,
    /// The projects that it is limited to.
    pub projects: Option<Vec<ProjectId>>,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Timestamp>,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// When the account was disabled.
    pub disabled_at: Option<Timestamp>,
}

/// A token as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRow {
    /// Identity.
    pub id: TokenId,
    /// What it is for.
    pub name: String,
    /// The most that it allows.
    pub scope: Scope,
    /// The projects that it is limited to.
    pub projects: Option<Vec<ProjectId>>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Timestamp>,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
}

fn read_principal(row: &mut Row<'_>) -> Result<Principal, StoreError> {
    Ok(Principal {
        token: row.take()?,
        user: row.take()?,
        space: row.take()?,
        role: row.take_name()?,
        scope: row.take_name()?,
        projects: row.take_json_opt()?,
        last_used_at: row.take()?,
        expires_at: row.take()?,
        disabled_at: row.take()?,
    })
}

fn read(row: &mut Row<'_>) -> Result<TokenRow, StoreError> {
    Ok(TokenRow {
        id: row.take()?,
        name: row.take()?,
        scope: row.take_name()?,
        projects: row.take_json_opt()?,
        created_at: row.take()?,
        last_used_at: row.take()?,
        expires_at: row.take()?,
    })
}

/// Who a token's secret proves.
pub fn authenticate(token_hash: &[u8; 32]) -> Fetch<Principal> {
    Fetch::new(
        &AUTHENTICATE,
        values![token_hash.as_slice()],
        read_principal,
    )
}

/// The tokens of a user in a space.
pub fn list(space: SpaceId, user: UserId) -> Fetch<TokenRow> {
    Fetch::new(&LIST, values![space, user], read)
}

/// What the tokens of a user are called, for history.
pub fn names(user: UserId) -> Fetch<(TokenId, String)> {
    Fetch::new(&NAMES, values![user], |row| Ok((row.take()?, row.take()?)))
}

/// Adds a token.
pub fn insert(token_hash: &[u8; 32], user: UserId, space: SpaceId, token: &TokenRow) -> WriteBatch {
    let mut writes = WriteBatch::new();
    let scope = serde_json::to_value(token.scope).expect("a scope is a name");
    let projects = token
        .projects
        .as_ref()
        .map(|projects| serde_json::json!(projects).to_string());
    writes.push_one(
        &INSERT,
        values![
            token_hash.as_slice(),
            token.id,
            user,
            space,
            &token.name,
            scope.as_str().unwrap_or_default(),
            projects,
            token.created_at,
            token.expires_at,
        ],
    );
    writes
}

/// Notes that a token is in use.
pub fn touch(token_hash: &[u8; 32], now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&TOUCH, values![token_hash.as_slice(), now]);
    writes
}

/// Revokes one token of a user; [`StoreError::Changed`] when there is no such token.
pub fn delete(space: SpaceId, user: UserId, id: TokenId) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&DELETE, values![space, user, id]);
    writes
}
