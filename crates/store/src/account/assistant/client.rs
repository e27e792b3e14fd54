//! Programs that have registered themselves (RFC 7591).

use jiff::Timestamp;

use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "assistant_client/insert";
    GET = shared "assistant_client/get";
    DELETE_UNUSED = shared "assistant_client/delete_unused";
}

/// A registered program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRow {
    /// What it calls itself.
    pub name: String,
    /// Where it may be answered.
    pub redirect_uris: Vec<String>,
}

/// One registered program.
pub fn get(client_id: &str) -> Fetch<ClientRow> {
    Fetch::new(&GET, values![client_id], |row| {
        Ok(ClientRow {
            name: row.take()?,
            redirect_uris: row.take_json()?,
        })
    })
}

/// Adds a program, and forgets those that nobody has connected since `unused_since`.
pub fn insert(
    client_id: &str,
    client: &ClientRow,
    now: Timestamp,
    unused_since: Timestamp,
) -> WriteBatch {
    let mut writes = WriteBatch::new();
    let redirect_uris = serde_json::json!(client.redirect_uris).to_string();
    writes.push(&DELETE_UNUSED, values![unused_since]);
    writes.push_one(
        &INSERT,
        values![client_id, &client.name, redirect_uris, now],
    );
    writes
}
