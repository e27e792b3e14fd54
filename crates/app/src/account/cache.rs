//! Who was behind a secret a moment ago, so that a burst of requests reads the database once.
//!
//! An entry lives for one second at most; what is revoked in this process is forgotten at once.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};
use std::time::{Duration, Instant};

use domain::UserId;
use domain::actor::Actor;

use super::secret::Hash;

const LIFE: Duration = Duration::from_secs(1);
const ENTRIES: usize = 20_000;

/// Actors by the hash of their secret.
#[derive(Default)]
pub(crate) struct Actors {
    entries: RwLock<HashMap<Hash, (Instant, Actor)>>,
    generation: AtomicU64,
}

/// When a read of the database began: what was revoked since must not be kept.
#[derive(Clone, Copy)]
pub(crate) struct Began {
    at: Instant,
    generation: u64,
}

impl Actors {
    pub(crate) fn get(&self, hash: &Hash) -> Option<Actor> {
        let entries = self.entries.read().unwrap_or_else(PoisonError::into_inner);
        let (at, actor) = entries.get(hash)?;
        (at.elapsed() < LIFE).then(|| actor.clone())
    }

    /// To be called before the database is read.
    pub(crate) fn begin(&self) -> Began {
        Began {
            at: Instant::now(),
            generation: self.generation.load(Ordering::Acquire),
        }
    }

    pub(crate) fn put(&self, hash: Hash, actor: Actor, began: Began) {
        let mut entries = self.entries.write().unwrap_or_else(PoisonError::into_inner);
        if self.generation.load(Ordering::Acquire) != began.generation {
            return;
        }
        if entries.len() >= ENTRIES {
            entries.retain(|_, (at, _)| at.elapsed() < LIFE);
        }
        if entries.len() < ENTRIES {
            entries.insert(hash, (began.at, actor));
        }
    }

    /// Forgets everything about a user. To be called after the commit that takes something away.
    pub(crate) fn forget(&self, user: UserId) {
        let mut entries = self.entries.write().unwrap_or_else(PoisonError::into_inner);
        self.generation.fetch_add(1, Ordering::AcqRel);
        entries.retain(|_, (_, actor)| actor.user != user);
    }
}

#[cfg(test)]
mod tests {
    use domain::actor::{Credential, Scope, Via};
    use domain::space::Role;
    use domain::{SessionId, SpaceId};
    use uuid::Uuid;

    use super::*;

    fn actor() -> Actor {
        Actor {
            user: UserId::new(Uuid::from_u128(1)),
            space: SpaceId::new(Uuid::from_u128(2)),
            role: Role::Owner,
            scope: Scope::Admin,
            projects: None,
            credential: Credential::Session(SessionId::new(Uuid::from_u128(3))),
            via: Via::Ui,
            turn: None,
        }
    }

    #[test]
    fn a_revoked_user_is_forgotten_at_once() {
        let actors = Actors::default();
        actors.put([1; 32], actor(), actors.begin());
        assert!(actors.get(&[1; 32]).is_some());
        actors.forget(actor().user);
        assert!(actors.get(&[1; 32]).is_none());
    }

    #[test]
    fn what_was_read_before_a_revocation_is_not_kept_after_it() {
        let actors = Actors::default();
        let began = actors.begin();
        actors.forget(actor().user);
        actors.put([1; 32], actor(), began);
        assert!(actors.get(&[1; 32]).is_none());
    }
}
