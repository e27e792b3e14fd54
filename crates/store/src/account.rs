//! Accounts at rest: users, sessions, tokens, assistants, links, invites, failed sign-ins. No rules.

pub mod assistant;
pub mod failure;
pub mod installation;
pub mod invite;
pub mod link;
pub mod request;
pub mod session;
pub mod token;
pub mod user;

#[cfg(test)]
use crate::sql::Sql;

/// Every statement of accounts.
#[cfg(test)]
pub(crate) fn statements() -> impl Iterator<Item = &'static &'static Sql> {
    [
        user::STATEMENTS,
        session::STATEMENTS,
        token::STATEMENTS,
        link::STATEMENTS,
        invite::STATEMENTS,
        failure::STATEMENTS,
        installation::STATEMENTS,
        request::STATEMENTS,
        assistant::STATEMENTS,
        assistant::client::STATEMENTS,
        assistant::code::STATEMENTS,
        assistant::token::STATEMENTS,
    ]
    .into_iter()
    .flatten()
}
