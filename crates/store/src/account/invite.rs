//! Invites: leave to sign up, found by the hash of their secret.

use domain::UserId;
use jiff::Timestamp;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "invite/insert";
    LOCK = shared "invite/lock";
    USE = shared "invite/use";
}

/// An invite and whether it is still good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// The only address that it is for, in its canonical form.
    pub email_key: Option<String>,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}

fn read(row: &mut Row<'_>) -> Result<Invite, StoreError> {
    Ok(Invite {
        email_key: row.take()?,
        expires_at: row.take()?,
        used_at: row.take()?,
    })
}

/// One invite, locked until the end of the transaction.
pub fn lock(token_hash: &[u8; 32]) -> Fetch<Invite> {
    Fetch::new(&LOCK, values![token_hash.as_slice()], read)
}

/// Adds an invite.
pub fn insert(token_hash: &[u8; 32], by: UserId, invite: &Invite, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(
        &INSERT,
        values![
            token_hash.as_slice(),
            by,
            invite.email_key.clone(),
            now,
            invite.expires_at
        ],
    );
    writes
}

/// Uses an invite up; [`StoreError::Changed`] when it was used already.
pub fn use_up(token_hash: &[u8; 32], by: UserId, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&USE, values![token_hash.as_slice(), now, by]);
    writes
}
