//! Requests that are no commands, with what they were answered.

use domain::{RequestId, UserId};
use jiff::Timestamp;

use crate::error::StoreError;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    GET = shared "request/get";
    INSERT = shared "request/insert";
    DELETE_OLD = shared "request/delete_old";
}

/// What a request was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The hash of what was asked.
    pub request_hash: Vec<u8>,
    /// The answer, as the caller of [`keep`] gave it.
    pub answer: String,
}

/// What became of a user's request, if it was seen before.
pub fn get(user: UserId, request: &RequestId) -> Fetch<Kept> {
    Fetch::new(&GET, values![user, request], |row| {
        Ok(Kept {
            request_hash: row.take()?,
            answer: row.take()?,
        })
    })
}

/// Keeps the answer to a request, and forgets those from before `forget_before`. Fails with an
/// error for which [`is_repeated`] holds when the same request is kept already.
pub fn keep(
    user: UserId,
    request: &RequestId,
    kept: &Kept,
    now: Timestamp,
    forget_before: Timestamp,
) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&DELETE_OLD, values![user, forget_before]);
    writes.push_one(
        &INSERT,
        values![
            user,
            request,
            kept.request_hash.as_slice(),
            &kept.answer,
            now
        ],
    );
    writes
}

/// Whether a transaction has failed because the same request was carried out meanwhile.
pub fn is_repeated(error: &StoreError) -> bool {
    matches!(error, StoreError::Unique { table, .. } if table == "request")
}
