//! Links that sign in once, found by the hash of their secret.

use domain::UserId;
use jiff::Timestamp;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "sign_in_link/insert";
    LOCK = shared "sign_in_link/lock";
    USE = shared "sign_in_link/use";
    DELETE_OLD = shared "sign_in_link/delete_old";
    DELETE_ALL = shared "sign_in_link/delete_all";
}

/// A link and whether it is still good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Whom it signs in.
    pub user: UserId,
    /// What it is for.
    pub purpose: String,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
    /// When the account was disabled.
    pub disabled_at: Option<Timestamp>,
}

fn read(row: &mut Row<'_>) -> Result<Link, StoreError> {
    Ok(Link {
        user: row.take()?,
        purpose: row.take()?,
        expires_at: row.take()?,
        used_at: row.take()?,
        disabled_at: row.take()?,
    })
}

/// One link, locked until the end of the transaction.
pub fn lock(token_hash: &[u8; 32]) -> Fetch<Link> {
    Fetch::new(&LOCK, values![token_hash.as_slice()], read)
}

/// Adds a link and forgets the user's used and ended ones.
pub fn insert(token_hash: &[u8; 32], link: &Link, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&DELETE_OLD, values![link.user, now]);
    writes.push_one(
        &INSERT,
        values![
            token_hash.as_slice(),
            link.user,
            &link.purpose,
            now,
            link.expires_at
        ],
    );
    writes
}

/// Uses a link up; [`StoreError::Changed`] when it was used already.
pub fn use_up(token_hash: &[u8; 32], now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&USE, values![token_hash.as_slice(), now]);
    writes
}

/// Takes back every link of a user.
pub fn delete_all(user: UserId) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&DELETE_ALL, values![user]);
    writes
}
