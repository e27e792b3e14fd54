//! Small things of the installation, such as who its local owner is.

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    GET = shared "setting/get";
    INSERT = shared "setting/insert";
    DELETE = shared "setting/delete";
}

fn read(row: &mut Row<'_>) -> Result<String, StoreError> {
    row.take()
}

/// One setting.
pub fn get(name: &str) -> Fetch<String> {
    Fetch::new(&GET, values![name], read)
}

/// Adds a setting; [`StoreError::Unique`] when it is there.
pub fn insert(name: &str, value: &str) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&INSERT, values![name, value]);
    writes
}

/// Forgets a setting where it has this value.
pub fn delete(name: &str, value: &str) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&DELETE, values![name, value]);
    writes
}
