//! Codes: a person's yes on its way to the program, found by the hash of its secret.

use jiff::Timestamp;

use super::{Grant, scope_name};
use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "assistant_code/insert";
    DELETE_OLD = shared "assistant_code/delete_old";
    LOCK = shared "assistant_code/lock";
    USE = shared "assistant_code/use";
}

/// A code and whether it is still good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What was agreed to.
    pub grant: Grant,
    /// Where the code was sent.
    pub redirect_uri: String,
    /// The hash of the secret that only the program has (RFC 7636, S256).
    pub challenge: String,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
    /// When the account was disabled.
    pub disabled_at: Option<Timestamp>,
}

fn read(row: &mut Row<'_>) -> Result<Code, StoreError> {
    Ok(Code {
        grant: Grant {
            id: row.take()?,
            user: row.take()?,
            space: row.take()?,
            client_id: row.take()?,
            name: row.take()?,
            host: row.take()?,
            scope: row.take_name()?,
            resource: row.take()?,
        },
        redirect_uri: row.take()?,
        challenge: row.take()?,
        expires_at: row.take()?,
        used_at: row.take()?,
        disabled_at: row.take()?,
    })
}

/// One code, locked until the end of the transaction.
pub fn lock(code_hash: &[u8; 32]) -> Fetch<Code> {
    Fetch::new(&LOCK, values![code_hash.as_slice()], read)
}

/// Adds a code, and forgets those of the user that ended before `ended_before`.
pub fn insert(code_hash: &[u8; 32], code: &Code, ended_before: Timestamp) -> WriteBatch {
    let grant = &code.grant;
    let mut writes = WriteBatch::new();
    writes.push(&DELETE_OLD, values![grant.space, grant.user, ended_before]);
    writes.push_one(
        &INSERT,
        values![
            code_hash.as_slice(),
            grant.id,
            grant.user,
            grant.space,
            &grant.client_id,
            &grant.name,
            grant.host.clone(),
            scope_name(grant.scope),
            &grant.resource,
            &code.redirect_uri,
            &code.challenge,
            code.expires_at,
        ],
    );
    writes
}

/// Uses a code up; [`StoreError::Changed`] when it was used already.
pub fn use_up(code_hash: &[u8; 32], grant: &Grant, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&USE, values![code_hash.as_slice(), grant.space, now]);
    writes
}
