//! Sessions: signed-in browsers, found by the hash of their secret.

use domain::space::Role;
use domain::{SessionId, SpaceId, UserId};
use jiff::Timestamp;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "session/insert";
    AUTHENTICATE = shared "session/authenticate";
    LIST = shared "session/list";
    TOUCH = shared "session/touch";
    DELETE = shared "session/delete";
    DELETE_OTHERS = shared "session/delete_others";
    DELETE_EXPIRED = shared "session/delete_expired";
}

/// Who a session's secret proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The session.
    pub session: SessionId,
    /// Its user.
    pub user: UserId,
    /// Their personal space.
    pub space: SpaceId,
    /// Their role there.
    pub role: Role,
    /// When it was last used, to the hour.
    pub last_used_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When the account was disabled.
    pub disabled_at: Option<Timestamp>,
}

/// A session as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Identity.
    pub id: SessionId,
    /// What the browser calls itself.
    pub agent: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub last_used_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A session to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// The hash of its secret.
    pub token_hash: [u8; 32],
    /// Identity.
    pub id: SessionId,
    /// Its user.
    pub user: UserId,
    /// What the browser calls itself.
    pub agent: String,
    /// Now.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

fn read_principal(row: &mut Row<'_>) -> Result<Principal, StoreError> {
    Ok(Principal {
        session: row.take()?,
        user: row.take()?,
        space: row.take()?,
        role: row.take_name()?,
        last_used_at: row.take()?,
        expires_at: row.take()?,
        disabled_at: row.take()?,
    })
}

fn read(row: &mut Row<'_>) -> Result<SessionRow, StoreError> {
    Ok(SessionRow {
        id: row.take()?,
        agent: row.take()?,
        created_at: row.take()?,
        last_used_at: row.take()?,
        expires_at: row.take()?,
    })
}

/// Who a session's secret proves.
pub fn authenticate(token_hash: &[u8; 32]) -> Fetch<Principal> {
    Fetch::new(
        &AUTHENTICATE,
        values![token_hash.as_slice()],
        read_principal,
    )
}

/// The sessions of a user that have not ended.
pub fn list(user: UserId, now: Timestamp) -> Fetch<SessionRow> {
    Fetch::new(&LIST, values![user, now], read)
}

/// Adds a session and forgets the user's ended ones.
pub fn insert(session: &NewSession) -> WriteBatch {
    let mut writes = WriteBatch::new();
    let NewSession {
        token_hash,
        id,
        user,
        agent,
        created_at,
        expires_at,
    } = session;
    writes.push(&DELETE_EXPIRED, values![*user, *created_at]);
    writes.push_one(
        &INSERT,
        values![
            token_hash.as_slice(),
            *id,
            *user,
            agent,
            *created_at,
            *expires_at
        ],
    );
    writes
}

/// Notes that a session is in use.
pub fn touch(token_hash: &[u8; 32], now: Timestamp, expires_at: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&TOUCH, values![token_hash.as_slice(), now, expires_at]);
    writes
}

/// Ends one session of a user; [`StoreError::Changed`] when there is no such session.
pub fn delete(user: UserId, id: SessionId) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&DELETE, values![user, id]);
    writes
}

/// Ends all sessions of a user but one.
pub fn delete_others(user: UserId, spared: Option<SessionId>) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&DELETE_OTHERS, values![user, spared]);
    writes
}
