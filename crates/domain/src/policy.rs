//! Who may do what: the only place that grants access to a space.

use crate::actor::{Actor, Scope};
use crate::command::{Command, UndoTarget};
use crate::ids::{SpaceId, UserId};
use crate::space::Role;

/// The proof that an actor may touch a space. The store asks for it; only this module makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SpaceScope {
    space: SpaceId,
    user: UserId,
}

impl SpaceScope {
    /// The space.
    pub fn space(self) -> SpaceId {
        self.space
    }

    /// The user on whose behalf.
    pub fn user(self) -> UserId {
        self.user
    }
}

/// Why the actor may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// The credential allows less.
    #[error("this credential allows {} only; {} is needed", name(*.has), name(*.needs))]
    Scope {
        /// What it allows.
        has: Scope,
        /// What is needed.
        needs: Scope,
    },
    /// The member's role allows less.
    #[error("a {} of this space may not change it; ask its owner for the role of an editor", role_name(*.0))]
    Role(Role),
    /// The credential is limited to some projects, which this touches more than.
    #[error("this token is limited to some projects")]
    Project,
}

/// Lets an actor read its space.
///
/// # Errors
/// [`Forbidden`] when the credential does not allow it.
pub fn may_read(actor: &Actor) -> Result<SpaceScope, Forbidden> {
    needs(actor, Scope::Read)
}

/// Lets an actor give a command in its space.
///
/// # Errors
/// [`Forbidden`] when the credential or the role does not allow it.
pub fn may_command(actor: &Actor, command: &Command) -> Result<SpaceScope, Forbidden> {
    let scope = match command {
        Command::Undo {
            target: UndoTarget::Token(_),
        }
        | Command::PurgeTasks { .. } => Scope::Admin,
        _ => Scope::Write,
    };
    if actor.role < Role::Editor {
        return Err(Forbidden::Role(actor.role));
    }
    needs(actor, scope)
}

/// Lets an actor change its account: password, tokens, sessions.
///
/// # Errors
/// [`Forbidden`] when the credential does not allow it.
pub fn may_administer(actor: &Actor) -> Result<SpaceScope, Forbidden> {
    needs(actor, Scope::Admin)
}

fn needs(actor: &Actor, needs: Scope) -> Result<SpaceScope, Forbidden> {
    if actor.scope < needs {
        return Err(Forbidden::Scope {
            has: actor.scope,
            needs,
        });
    }
    Ok(SpaceScope {
        space: actor.space,
        user: actor.user,
    })
}

fn name(scope: Scope) -> &'static str {
    match scope {
        Scope::Read => "tasks:read",
        Scope::Write => "tasks:write",
        Scope::Admin => "tasks:admin",
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Viewer => "viewer",
        Role::Commenter => "commenter",
        Role::Editor => "editor",
        Role::Admin => "admin",
        Role::Owner => "owner",
    }
}
