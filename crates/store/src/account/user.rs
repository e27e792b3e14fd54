//! Users: who they are, what they have settled, the hash of their password.

use domain::user::{Settings, User};
use domain::{SpaceId, UserId};
use jiff::Timestamp;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "app_user/insert";
    GET = shared "app_user/get";
    LOCK = shared "app_user/lock";
    BY_EMAIL = shared "app_user/by_email";
    BY_ID = shared "app_user/by_id";
    SET_NAME = shared "app_user/set_name";
    SET_PASSWORD = shared "app_user/set_password";
    SET_EMAIL = shared "app_user/set_email";
    SET_DISABLED = shared "app_user/set_disabled";
    DELETE = shared "app_user/delete";
}

/// A user with their personal space.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// The user.
    pub user: User,
    /// The hash of their password, where they have one.
    pub password_hash: Option<String>,
    /// Their personal space.
    pub space: SpaceId,
    /// What it is called.
    pub space_name: String,
}

/// A user to add.
#[derive(Debug, Clone, PartialEq)]
pub struct NewUser {
    /// Identity.
    pub id: UserId,
    /// The address as it was written.
    pub email: Option<String>,
    /// The address in its canonical form.
    pub email_key: Option<String>,
    /// What to call them.
    pub name: String,
    /// The hash of their password.
    pub password_hash: Option<String>,
    /// What they have settled.
    pub settings: Settings,
    /// Now.
    pub created_at: Timestamp,
}

fn read_user(row: &mut Row<'_>) -> Result<User, StoreError> {
    Ok(User {
        id: row.take()?,
        email: row.take()?,
        name: row.take()?,
        settings: row.take_json()?,
        disabled_at: row.take()?,
    })
}

fn read(row: &mut Row<'_>) -> Result<Account, StoreError> {
    let user = read_user(row)?;
    Ok(Account {
        user,
        password_hash: row.take()?,
        space: row.take()?,
        space_name: row.take()?,
    })
}

/// One user.
pub fn by_id(id: UserId) -> Fetch<User> {
    Fetch::new(&BY_ID, values![id], read_user)
}

/// One user with their personal space.
pub fn get(id: UserId) -> Fetch<Account> {
    Fetch::new(&GET, values![id], read)
}

/// One user, locked until the end of the transaction.
pub fn lock(id: UserId) -> Fetch<Account> {
    Fetch::new(&LOCK, values![id], read)
}

/// The user with this canonical address.
pub fn by_email(email_key: &str) -> Fetch<Account> {
    Fetch::new(&BY_EMAIL, values![email_key], read)
}

/// Adds a user.
pub fn insert(user: &NewUser) -> WriteBatch {
    let mut writes = WriteBatch::new();
    let NewUser {
        id,
        email,
        email_key,
        name,
        password_hash,
        settings,
        created_at,
    } = user;
    writes.push_one(
        &INSERT,
        values![
            *id,
            email.clone(),
            email_key.clone(),
            name,
            password_hash.clone(),
            json(settings),
            *created_at
        ],
    );
    writes
}

/// Changes the name.
pub fn set_name(id: UserId, name: &str, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&SET_NAME, values![id, name, now]);
    writes
}

/// Changes the password.
pub fn set_password(id: UserId, password_hash: &str, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&SET_PASSWORD, values![id, password_hash, now]);
    writes
}

/// Changes the address.
pub fn set_email(id: UserId, email: &str, email_key: &str, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&SET_EMAIL, values![id, email, email_key, now]);
    writes
}

/// Disables an account, or enables it with `None`.
pub fn set_disabled(id: UserId, disabled_at: Option<Timestamp>, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&SET_DISABLED, values![id, disabled_at, now]);
    writes
}

/// Deletes an account whose spaces are gone already, with its sessions, tokens and links.
pub fn delete(id: UserId) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push_one(&DELETE, values![id]);
    writes
}

fn json(settings: &Settings) -> String {
    serde_json::to_string(settings).expect("settings are plain values")
}
