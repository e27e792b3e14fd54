//! Machinery that is no command of a user: timers that fire, what was shown of them, and what is
//! removed for good after its time. Workers call it; any number of them at once.

mod database;
mod fire;
mod notifications;
mod purge;
#[cfg(test)]
mod tests;

pub use database::{DatabaseStatus, inspect_backup};
pub use fire::FireReport;
pub use notifications::{NotificationPage, NotificationView};
pub use purge::{Retention, Swept};

use domain::actor::{Actor, Credential, Scope, Via};
use domain::space::Role;
use domain::{SpaceId, UserId};

/// saydo itself, acting in a space on behalf of its owner.
fn system(space: SpaceId, owner: UserId) -> Actor {
    Actor {
        user: owner,
        space,
        role: Role::Owner,
        scope: Scope::Admin,
        projects: None,
        credential: Credential::System,
        via: Via::System,
        turn: None,
    }
}
