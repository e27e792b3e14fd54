//! Sweeping: what has been in the trash or in the list of notifications for its time is removed
//! for good. History keeps what happened.

use domain::policy::{self, SpaceScope};
use domain::{SpaceId, TaskId, UserId};
use jiff::{SignedDuration, Timestamp};
use store::purge;
use store::{Batch, Loaded, StoreError, TransactError, WriteBatch};

use crate::App;

/// Spaces looked at in one go.
const SPACES: u32 = 500;
/// Tasks removed in one transaction.
const TASKS: u32 = 200;

/// How long things are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Days in the trash.
    pub trash_days: i64,
    /// Days in the list of notifications.
    pub notification_days: i64,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            trash_days: domain::limits::TRASH_DAYS,
            notification_days: 90,
        }
    }
}

/// What a sweep removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Tasks of the trash.
    pub tasks: usize,
}

impl App {
    /// How many days a deleted task stays in the trash.
    pub fn trash_days(&self) -> i64 {
        self.0.retention.trash_days
    }

    /// Removes what has been kept for its time, in all spaces.
    ///
    /// # Errors
    /// [`StoreError`]; what was removed before stays removed, the next sweep goes on.
    pub async fn sweep(&self) -> Result<Swept, StoreError> {
        let now = self.now();
        let retention = self.0.retention;
        let trashed_before = days_ago(now, retention.trash_days);
        let shown_before = days_ago(now, retention.notification_days);
        let mut swept = Swept::default();
        let mut after = None;
        loop {
            let spaces = self.spaces_after(after).await?;
            for (space, owner) in &spaces {
                let Ok(scope) = policy::may_read(&super::system(*space, *owner)) else {
                    continue;
                };
                swept.tasks += self.purge_trash(scope, trashed_before).await?;
                self.store()
                    .write(purge::purge_notifications(scope, shown_before))
                    .await?;
            }
            match spaces.last() {
                Some((last, _)) => after = Some(*last),
                None => return Ok(swept),
            }
        }
    }

    async fn spaces_after(
        &self,
        after: Option<SpaceId>,
    ) -> Result<Vec<(SpaceId, UserId)>, StoreError> {
        let mut batch = Batch::new();
        let spaces = batch.add(purge::spaces(after, SPACES));
        Ok(self.store().read(batch).await?.all(spaces))
    }

    async fn purge_trash(&self, scope: SpaceScope, before: Timestamp) -> Result<usize, StoreError> {
        let mut removed = 0;
        loop {
            let mut look = Batch::new();
            let found = look.add(purge::trashed_before(scope, before, TASKS));
            if self.store().read(look).await?.all(found).is_empty() {
                return Ok(removed);
            }
            // Looked at again under the lock: somebody may be restoring one of them.
            let mut load = Batch::new();
            load.add(store::space::lock(scope));
            let tasks = load.add(purge::trashed_before(scope, before, TASKS));
            let body = move |loaded: &mut Loaded| {
                let tasks: Vec<TaskId> = loaded.all(tasks);
                let writes = if tasks.is_empty() {
                    WriteBatch::new()
                } else {
                    purge::purge_tasks(scope, &tasks)
                };
                Ok::<_, StoreError>((writes, tasks.len()))
            };
            removed += self
                .store()
                .transact(load, body)
                .await
                .map_err(|error| match error {
                    TransactError::Store(error) | TransactError::Body(error) => error,
                })?;
        }
    }
}

fn days_ago(now: Timestamp, days: i64) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(24 * days))
        .unwrap_or(Timestamp::MIN)
}
