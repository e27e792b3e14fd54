//! What a decision may not find out by itself: the time, new identifiers, who acts.

use jiff::Timestamp;

use crate::actor::Actor;
use crate::ids::Ids;
use crate::user::Settings;

/// The circumstances of one command.
pub struct Ctx<'a> {
    /// Now.
    pub now: Timestamp,
    /// New identifiers.
    pub ids: &'a dyn Ids,
    /// Who acts.
    pub actor: &'a Actor,
    /// The settings of the user who acts: their zone decides what "today" means to them.
    pub settings: &'a Settings,
}
