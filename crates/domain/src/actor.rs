//! Who acts, through what, and how much they were allowed to.

use serde::{Deserialize, Serialize};

use crate::ids::{ProjectId, SessionId, SpaceId, TokenId, TurnId, UserId};
use crate::space::Role;

/// The surface that a change came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    /// The web app: a cookie session.
    Ui,
    /// REST with a bearer token.
    Api,
    /// The command line.
    Cli,
    /// A chat turn.
    Chat,
    /// An MCP client.
    Mcp,
    /// An import.
    Import,
    /// saydo itself: a timer that fires.
    System,
}

/// What a credential allows, each including the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// Reads tasks.
    #[serde(rename = "tasks:read")]
    Read,
    /// Changes tasks.
    #[serde(rename = "tasks:write")]
    Write,
    /// Deletes for good, undoes what others did, changes the account.
    #[serde(rename = "tasks:admin")]
    Admin,
}

/// What proved who the actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "lowercase")]
pub enum Credential {
    /// A signed-in browser.
    Session(SessionId),
    /// A personal or agent token.
    Token(TokenId),
    /// The person at the machine: the command line on a local database.
    Local,
    /// saydo itself.
    System,
}

/// Who acts in which space. Built from the database on every request; never from arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The user on whose behalf.
    pub user: UserId,
    /// The space acted in.
    pub space: SpaceId,
    /// The user's role there.
    pub role: Role,
    /// The most that the credential allows.
    pub scope: Scope,
    /// The projects that the credential is limited to; `None` for all.
    pub projects: Option<Vec<ProjectId>>,
    /// The proof.
    pub credential: Credential,
    /// The surface.
    pub via: Via,
    /// The chat or agent turn that this is part of.
    pub turn: Option<TurnId>,
}
