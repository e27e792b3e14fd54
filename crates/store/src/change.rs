//! Reading committed commands of one space.

use domain::actor::Credential;
use domain::change::{By, Change};
use domain::policy::SpaceScope;
use domain::{ChangeId, RequestId, SessionId, TokenId};
use uuid::Uuid;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::Fetch;
use crate::value::{Value, values};

statements! {
    BY_IDS = shared "change/by_ids";
    BY_REQUEST = shared "change/by_request";
    PAGE = shared "change/page";
    OF_SUBJECT = shared "change/of_subject";
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The change.
    pub change: ChangeId,
    /// The hash of what was asked.
    pub request_hash: Option<Vec<u8>>,
    /// What was answered, as the caller of `record` gave it.
    pub outcome: String,
}

/// Changes by id, in no particular order.
pub fn by_ids(scope: SpaceScope, ids: &[ChangeId]) -> Fetch<Change> {
    Fetch::new(&BY_IDS, values![scope.space(), ids], read)
}

/// What became of the acting user's request, if it was seen before.
pub fn by_request(scope: SpaceScope, request: &RequestId) -> Fetch<Answered> {
    Fetch::new(
        &BY_REQUEST,
        values![scope.space(), scope.user(), request],
        |row| {
            Ok(Answered {
                change: row.take()?,
                request_hash: row.take()?,
                outcome: row.take()?,
            })
        },
    )
}

/// Changes, newest first. `before` is the `last_rev` of the last change of the page before.
pub fn page(scope: SpaceScope, before: Option<i64>, limit: u32) -> Fetch<Change> {
    Fetch::new(
        &PAGE,
        values![scope.space(), before.unwrap_or(i64::MAX), limit],
        read,
    )
}

/// Changes with events about one thing, newest first, among its latest `limit` events before a
/// revision.
pub fn of_subject(
    scope: SpaceScope,
    subject: Uuid,
    before: Option<i64>,
    limit: u32,
) -> Fetch<Change> {
    let before = before.unwrap_or(i64::MAX);
    Fetch::new(
        &OF_SUBJECT,
        values![scope.space(), subject, before, limit],
        read,
    )
}

/// Reads a change in the order of `{change}`.
pub(crate) fn read(row: &mut Row<'_>) -> Result<Change, StoreError> {
    Ok(Change {
        id: row.take()?,
        space: row.take()?,
        first_rev: row.take()?,
        last_rev: row.take()?,
        at: row.take()?,
        by: read_by(row)?,
        command: row.take()?,
        request: row.take()?,
        undone_by: row.take()?,
        undoes: row.take_json()?,
    })
}

/// Reads who did it: user, kind and id of the credential, surface, turn.
pub(crate) fn read_by(row: &mut Row<'_>) -> Result<By, StoreError> {
    let user = row.take()?;
    let kind: String = row.take()?;
    let id: Option<Uuid> = row.take()?;
    let credential = match (kind.as_str(), id) {
        ("session", Some(id)) => Credential::Session(SessionId::new(id)),
        ("token", Some(id)) => Credential::Token(TokenId::new(id)),
        ("local", _) => Credential::Local,
        ("system", _) => Credential::System,
        (other, _) => {
            let detail = format!("'{other}' is no kind of credential");
            return Err(StoreError::Decode { column: 0, detail });
        }
    };
    Ok(By {
        user,
        credential,
        via: row.take_name()?,
        turn: row.take()?,
    })
}

/// Kind and id of a credential, as they are stored.
pub(crate) fn credential(credential: Credential) -> [Value; 2] {
    match credential {
        Credential::Session(id) => ["session".into(), id.into()],
        Credential::Token(id) => ["token".into(), id.into()],
        Credential::Local => ["local".into(), Value::Null],
        Credential::System => ["system".into(), Value::Null],
    }
}
