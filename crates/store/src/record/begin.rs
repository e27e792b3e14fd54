//! A new space, with its owner and its Inbox.

use domain::space::{Layout, ProjectKind, Role, SpaceKind};
use domain::{Position, ProjectId, SpaceId, UserId, fold};
use jiff::Timestamp;

use crate::sql::statements;
use crate::statement::WriteBatch;
use crate::task_row::name;
use crate::value::values;

statements! {
    INSERT_SPACE = shared "space/insert";
    INSERT_MEMBER = shared "member/insert";
    INSERT_INBOX = shared "project/insert_inbox";
}

/// What the Inbox is called at first.
const INBOX: &str = "Inbox";

/// A personal space to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSpace {
    /// Identity.
    pub id: SpaceId,
    /// What people call it.
    pub name: String,
    /// Its owner, who exists already or is written before.
    pub owner: UserId,
    /// The identity of its Inbox.
    pub inbox: ProjectId,
}

/// Writes a personal space with its owner as a member and with its Inbox.
pub fn begin_space(new: &NewSpace, now: Timestamp) -> WriteBatch {
    let kind = name(&SpaceKind::Personal);
    let mut writes = WriteBatch::new();
    writes.push(
        &INSERT_SPACE,
        values![new.id, &new.name, kind, new.owner, now],
    );
    writes.push(
        &INSERT_MEMBER,
        values![new.id, new.owner, name(&Role::Owner)],
    );
    writes.push(
        &INSERT_INBOX,
        values![
            new.id,
            new.inbox,
            INBOX,
            fold::key(INBOX),
            name(&ProjectKind::Inbox),
            &Position::nth(0),
            name(&Layout::List),
        ],
    );
    writes
}
