//! Connected assistants: what a person has let them do, found by the hash of a token. No rules.

pub mod client;
pub mod code;
pub mod token;

use domain::actor::Scope;
use domain::{SpaceId, TokenId, UserId};
use jiff::Timestamp;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "assistant/insert";
    LIST = shared "assistant/list";
    NAMES = shared "assistant/names";
    TOUCH = shared "assistant/touch";
    EXTEND = shared "assistant/extend";
    REVOKE = shared "assistant/revoke";
}

/// What a person has agreed to: which program may do how much, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// What history and undo know the assistant by.
    pub id: TokenId,
    /// The person.
    pub user: UserId,
    /// The space that it is for.
    pub space: SpaceId,
    /// The program, as it identifies itself.
    pub client_id: String,
    /// What the program calls itself.
    pub name: String,
    /// The host that vouches for the program, where one does.
    pub host: Option<String>,
    /// The most that it may do.
    pub scope: Scope,
    /// The address that its tokens are good for.
    pub resource: String,
}

/// A connected assistant as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistantRow {
    /// Identity.
    pub id: TokenId,
    /// What the program calls itself.
    pub name: String,
    /// The host that vouches for the program, where one does.
    pub host: Option<String>,
    /// The most that it may do.
    pub scope: Scope,
    /// When it was connected.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Timestamp>,
    /// When it ends unless it is used.
    pub expires_at: Timestamp,
}

fn read(row: &mut Row<'_>) -> Result<AssistantRow, StoreError> {
    Ok(AssistantRow {
        id: row.take()?,
        name: row.take()?,
        host: row.take()?,
        scope: row.take_name()?,
        created_at: row.take()?,
        last_used_at: row.take()?,
        expires_at: row.take()?,
    })
}

/// The connected assistants of a user in a space.
pub fn list(space: SpaceId, user: UserId, now: Timestamp) -> Fetch<AssistantRow> {
    Fetch::new(&LIST, values![space, user, now], read)
}

/// What the assistants of a user in a space are called, the revoked ones too: for history.
pub fn names(space: SpaceId, user: UserId) -> Fetch<(TokenId, String)> {
    Fetch::new(&NAMES, values![space, user], |row| {
        Ok((row.take()?, row.take()?))
    })
}

/// Adds an assistant.
pub fn insert(grant: &Grant, now: Timestamp, expires_at: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(
        &INSERT,
        values![
            grant.id,
            grant.user,
            grant.space,
            &grant.client_id,
            &grant.name,
            grant.host.clone(),
            scope_name(grant.scope),
            &grant.resource,
            now,
            expires_at,
        ],
    );
    writes
}

/// Notes that an assistant is in use.
pub fn touch(id: TokenId, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&TOUCH, values![id, now]);
    writes
}

/// Lets an assistant stay connected until later; [`StoreError::Changed`] when it was revoked.
pub fn extend(space: SpaceId, id: TokenId, expires_at: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&EXTEND, values![id, space, expires_at]);
    writes
}

/// Disconnects an assistant of a user and takes back its tokens; [`StoreError::Changed`] when
/// there is no such assistant.
pub fn revoke(space: SpaceId, user: UserId, id: TokenId, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&REVOKE, values![space, user, id, now]);
    writes.append(token::delete_all(id));
    writes
}

/// The same, whether it is connected still or not.
pub fn revoke_if_connected(
    space: SpaceId,
    user: UserId,
    id: TokenId,
    now: Timestamp,
) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&REVOKE, values![space, user, id, now]);
    writes.append(token::delete_all(id));
    writes
}

fn scope_name(scope: Scope) -> String {
    let scope = serde_json::to_value(scope).expect("a scope is a name");
    scope.as_str().unwrap_or_default().to_owned()
}
