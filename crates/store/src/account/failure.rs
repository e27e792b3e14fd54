//! Failed sign-ins, counted per account and per address.

use jiff::Timestamp;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::{Value, values};

statements! {
    BY_SUBJECTS = shared "login_failure/by_subjects";
    ADD = shared "login_failure/add";
    DELETE = shared "login_failure/delete";
    FORGIVE = shared "login_failure/forgive";
}

/// The failures of one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// An account or an address.
    pub subject: String,
    /// How many since the last success.
    pub failures: i64,
    /// When the last one was.
    pub last_at: Timestamp,
}

fn read(row: &mut Row<'_>) -> Result<Failure, StoreError> {
    Ok(Failure {
        subject: row.take()?,
        failures: row.take()?,
        last_at: row.take()?,
    })
}

/// The failures of some subjects.
pub fn by_subjects(subjects: &[String]) -> Fetch<Failure> {
    Fetch::new(&BY_SUBJECTS, vec![Value::TextList(subjects.to_vec())], read)
}

/// Counts one failure; where the last one was before `forgotten_before`, the count begins anew.
pub fn add(subject: &str, now: Timestamp, forgotten_before: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&ADD, values![subject, now, forgotten_before]);
    writes
}

/// Forgets the failures of one subject.
pub fn delete(subject: &str) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&DELETE, values![subject]);
    writes
}

/// Takes one failure of a subject back: an attempt is counted before it can succeed.
pub fn forgive(subject: &str) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&FORGIVE, values![subject]);
    writes
}
