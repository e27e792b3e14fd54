//! Who calls, and how to ask later whether they still may.

use std::sync::Arc;

use domain::actor::Actor;
use futures_util::future::BoxFuture;

/// Asks anew who is behind a credential; `None` when nobody is any more.
pub type Recheck = Arc<dyn Fn() -> BoxFuture<'static, Option<Actor>> + Send + Sync>;

/// Who calls.
#[derive(Clone)]
pub struct Caller {
    pub(super) actor: Actor,
    recheck: Option<Recheck>,
}

impl Caller {
    /// A caller who is who they are as long as the connection lasts.
    pub fn new(actor: Actor) -> Self {
        let recheck = None;
        Self { actor, recheck }
    }

    /// A caller with a credential that can be revoked.
    pub fn revocable(actor: Actor, recheck: Recheck) -> Self {
        let recheck = Some(recheck);
        Self { actor, recheck }
    }

    /// The actor of this moment; `None` when the credential was revoked or leads elsewhere.
    pub(super) async fn again(&self) -> Option<Actor> {
        let Some(recheck) = &self.recheck else {
            return Some(self.actor.clone());
        };
        let actor = recheck().await?;
        (actor.user == self.actor.user && actor.space == self.actor.space).then_some(actor)
    }
}
