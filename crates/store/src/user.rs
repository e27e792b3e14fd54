//! Users and the personal spaces that they begin with.

use domain::space::{Layout, ProjectKind};
use domain::user::User;
use domain::{Position, ProjectId, SpaceId, UserId, fold};
use jiff::Timestamp;

use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::task_row::{json, name};
use crate::value::values;

statements! {
    INSERT_USER = shared "user/insert";
    BY_ID = shared "user/by_id";
    INSERT_SPACE = shared "space/insert";
    INSERT_MEMBER = shared "space/insert_member";
    INSERT_PROJECT = shared "directory/insert_project";
}

/// A user who begins: with a personal space and its Inbox.
#[derive(Debug, Clone, PartialEq)]
pub struct NewUser {
    /// Who.
    pub user: User,
    /// The hash of the password, where there is one.
    pub password_hash: Option<String>,
    /// The personal space.
    pub space: SpaceId,
    /// The space's Inbox.
    pub inbox: ProjectId,
}

/// Writes a new user with everything that one begins with. Fails with
/// [`crate::StoreError::Unique`] when the address is taken.
pub fn create(new: &NewUser, now: Timestamp) -> WriteBatch {
    let user = &new.user;
    let mut writes = WriteBatch::new();
    writes.push(&INSERT_USER, values![
        user.id,
        user.email.as_ref(),
        user.email.as_deref().map(email_key),
        &user.name,
        new.password_hash.as_ref(),
        json(&user.settings),
        now,
    ]);
    let kind = name(&domain::space::SpaceKind::Personal);
    writes.push(&INSERT_SPACE, values![new.space, &user.name, kind, user.id, now]);
    let owner = name(&domain::space::Role::Owner);
    writes.push(&INSERT_MEMBER, values![new.space, user.id, owner]);
    writes.push(&INSERT_PROJECT, values![
        new.space,
        new.inbox,
        "Inbox",
        fold::key("Inbox"),
        name(&ProjectKind::Inbox),
        &Position::nth(0),
        name(&Layout::List),
    ]);
    writes
}

/// A user by id.
pub fn by_id(id: UserId) -> Fetch<User> {
    Fetch::new(&BY_ID, values![id], |row| {
        Ok(User {
            id: row.take()?,
            email: row.take()?,
            name: row.take()?,
            settings: row.take_json()?,
            disabled_at: row.take()?,
        })
    })
}

/// What addresses are compared by.
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}
