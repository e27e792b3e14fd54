//! Reminders that were sent inside the app, and what people have seen of them.

use domain::policy::SpaceScope;
use domain::{DeliveryId, ReminderId, Slot, TaskId};
use jiff::Timestamp;

use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    PAGE = shared "delivery/notifications";
    UNREAD = shared "delivery/unread";
    ACKNOWLEDGE = shared "delivery/acknowledge";
    ACKNOWLEDGE_ALL = shared "delivery/acknowledge_all";
}

/// One reminder shown to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Identity.
    pub id: DeliveryId,
    /// The task.
    pub task: TaskId,
    /// Its reminder.
    pub reminder: ReminderId,
    /// When it was due.
    pub fire_at: Timestamp,
    /// The occurrence that it reminds of.
    pub slot: Option<Slot>,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// Whether that was more than five minutes after its time.
    pub late: bool,
    /// When the person saw it, or when it was taken away.
    pub read_at: Option<Timestamp>,
}

/// The acting user's notifications, newest first. `before` is the last one of the page before.
pub fn page(
    scope: SpaceScope,
    before: Option<(Timestamp, DeliveryId)>,
    limit: u32,
) -> Fetch<Notification> {
    let (fire_at, id) = before.map_or(
        (i64::MAX, DeliveryId::new(uuid::Uuid::max())),
        |(at, id)| (at.as_millisecond(), id),
    );
    let values = values![scope.space(), scope.user(), fire_at, id, limit];
    Fetch::new(&PAGE, values, |row| {
        Ok(Notification {
            id: row.take()?,
            task: row.take()?,
            reminder: row.take()?,
            fire_at: row.take()?,
            slot: row.take()?,
            sent_at: row.take()?,
            late: row.take()?,
            read_at: row.take()?,
        })
    })
}

/// How many notifications the acting user has not seen, counted up to `limit`.
pub fn unread(scope: SpaceScope, limit: u32) -> Fetch<i64> {
    Fetch::new(
        &UNREAD,
        values![scope.space(), scope.user(), limit],
        |row| row.take(),
    )
}

/// The acting user has seen one.
pub fn acknowledge(scope: SpaceScope, id: DeliveryId, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&ACKNOWLEDGE, values![scope.space(), scope.user(), id, now]);
    writes
}

/// The acting user has seen all.
pub fn acknowledge_all(scope: SpaceScope, now: Timestamp) -> WriteBatch {
    let mut writes = WriteBatch::new();
    writes.push(&ACKNOWLEDGE_ALL, values![scope.space(), scope.user(), now]);
    writes
}
