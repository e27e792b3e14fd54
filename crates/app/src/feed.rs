//! Hints that a space has new events. A hint says only "look"; what happened is read from the
//! database, and a poll stands behind every hint.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::PoisonError;

use domain::SpaceId;
use tokio::sync::watch;

/// The latest revision of each space that somebody in this process watches.
#[derive(Default)]
pub(crate) struct Feed {
    spaces: Mutex<HashMap<SpaceId, watch::Sender<i64>>>,
}

impl Feed {
    /// Watches a space. The value is the latest revision that was hinted at, 0 before the first.
    pub(crate) fn subscribe(&self, space: SpaceId) -> watch::Receiver<i64> {
        let mut spaces = self.spaces.lock().unwrap_or_else(PoisonError::into_inner);
        spaces.retain(|_, sender| sender.receiver_count() > 0);
        spaces
            .entry(space)
            .or_insert_with(|| watch::channel(0).0)
            .subscribe()
    }

    /// Tells the watchers of a space that it has reached a revision.
    pub(crate) fn hint(&self, space: SpaceId, rev: i64) {
        let spaces = self.spaces.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sender) = spaces.get(&space) {
            sender.send_if_modified(|latest| {
                let newer = rev > *latest;
                *latest = rev.max(*latest);
                newer
            });
        }
    }

    /// The spaces that somebody watches, with the latest revision hinted at.
    pub(crate) fn watched(&self) -> Vec<(SpaceId, i64)> {
        let spaces = self.spaces.lock().unwrap_or_else(PoisonError::into_inner);
        spaces
            .iter()
            .filter(|(_, sender)| sender.receiver_count() > 0)
            .map(|(space, sender)| (*space, *sender.borrow()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watcher_sees_the_latest_revision_and_never_an_older_one() {
        let feed = Feed::default();
        let space = SpaceId::new(uuid::Uuid::from_u128(1));
        let receiver = feed.subscribe(space);
        feed.hint(space, 5);
        feed.hint(space, 3);
        assert_eq!(*receiver.borrow(), 5);
        assert_eq!(feed.watched(), [(space, 5)]);
        drop(receiver);
        assert_eq!(feed.watched(), []);
    }
}
