//! Reminders that were shown inside the app, and what people have seen of them.

use std::collections::HashMap;

use domain::actor::Actor;
use domain::policy::{self, SpaceScope};
use domain::{DeliveryId, Task, TaskId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::WriteBatch;
use store::notification::Notification;
use uuid::Uuid;

use crate::error::{ExecuteError, QueryError};
use crate::read::may_see;
use crate::view::TaskView;
use crate::{App, Request};

/// One reminder that was shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NotificationView {
    /// Identity.
    pub id: Uuid,
    /// The task as it is now.
    pub task: TaskView,
    /// The reminder.
    pub reminder_id: Uuid,
    /// When it was to sound.
    #[schema(value_type = String, format = DateTime)]
    pub fire_at: Timestamp,
    /// When it sounded.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub sent_at: Option<Timestamp>,
    /// Whether that was more than five minutes later.
    pub late: bool,
    /// What to show, such as "pay rent, due today. 20 minutes late".
    pub words: String,
    /// When the person saw it, or when it was taken away because the task had moved on.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub read_at: Option<Timestamp>,
}

/// A page of reminders, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NotificationPage {
    /// The reminders.
    pub notifications: Vec<NotificationView>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

impl App {
    /// The reminders that were shown to the acting user, newest first. `cursor` is the
    /// `next_cursor` of the page before.
    ///
    /// # Errors
    /// [`QueryError::Invalid`] when the cursor is none of ours.
    pub async fn notifications(
        &self,
        actor: &Actor,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<NotificationPage, QueryError> {
        let before = cursor.map(read_cursor).transpose()?;
        // One more than asked says whether there is a next page.
        let (_, mut loaded, page) = self
            .read(actor, |scope, batch| {
                batch.add(store::notification::page(
                    scope,
                    before,
                    limit.saturating_add(1),
                ))
            })
            .await?;
        let mut rows = loaded.all(page);
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let has_more = rows.len() > wanted;
        rows.truncate(wanted);
        let next_cursor = rows
            .last()
            .filter(|_| has_more)
            .map(|last| format!("{}_{}", last.fire_at.as_millisecond(), last.id));
        let notifications = self.shown(actor, &rows).await?;
        Ok(NotificationPage {
            notifications,
            next_cursor,
        })
    }

    async fn shown(
        &self,
        actor: &Actor,
        rows: &[Notification],
    ) -> Result<Vec<NotificationView>, QueryError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let mut ids: Vec<TaskId> = rows.iter().map(|row| row.task).collect();
        ids.sort_unstable();
        ids.dedup();
        let (around, mut loaded, (tasks, counts)) = self
            .read(actor, |scope, batch| {
                let tasks = batch.add(store::task::by_ids(scope, &ids));
                (tasks, batch.add(store::task::subtask_counts(scope, &ids)))
            })
            .await?;
        let tasks: Vec<Task> = loaded
            .all(tasks)
            .into_iter()
            .filter(|task| may_see(actor, task))
            .collect();
        let counts = crate::read::subtasks(loaded.all(counts));
        let views: HashMap<Uuid, TaskView> = self
            .views(&around, &tasks, &counts)
            .into_iter()
            .map(|view| (view.id, view))
            .collect();
        let view = |row: &Notification| {
            let task = views.get(&row.task.uuid())?.clone();
            Some(NotificationView {
                id: row.id.uuid(),
                words: words(&task, row),
                task,
                reminder_id: row.reminder.uuid(),
                fire_at: row.fire_at,
                sent_at: row.sent_at,
                late: row.late,
                read_at: row.read_at,
            })
        };
        // A task that was removed for good takes its reminders along.
        Ok(rows.iter().filter_map(view).collect())
    }

    /// The acting user has seen a reminder. Seeing it twice does nothing more.
    ///
    /// # Errors
    /// [`ExecuteError`] when the actor may not or the store cannot.
    pub async fn acknowledge(
        &self,
        actor: &Actor,
        id: DeliveryId,
        request: Option<Request>,
    ) -> Result<(), ExecuteError> {
        let scope = policy::may_read(actor)?;
        let writes = store::notification::acknowledge(scope, id, self.now());
        self.note_seen(scope, request, writes).await
    }

    /// The acting user has seen all reminders.
    ///
    /// # Errors
    /// [`ExecuteError`] when the actor may not or the store cannot.
    pub async fn acknowledge_all(
        &self,
        actor: &Actor,
        request: Option<Request>,
    ) -> Result<(), ExecuteError> {
        let scope = policy::may_read(actor)?;
        let writes = store::notification::acknowledge_all(scope, self.now());
        self.note_seen(scope, request, writes).await
    }

    async fn note_seen(
        &self,
        scope: SpaceScope,
        request: Option<Request>,
        writes: WriteBatch,
    ) -> Result<(), ExecuteError> {
        let request = request.as_ref();
        match self.answered(scope, request).await? {
            Some(()) => Ok(()),
            None => Ok(self.write_once(scope, request, writes, ()).await?),
        }
    }
}

fn read_cursor(text: &str) -> Result<(Timestamp, DeliveryId), QueryError> {
    let parse = || {
        let (at, id) = text.split_once('_')?;
        Some((
            Timestamp::from_millisecond(at.parse().ok()?).ok()?,
            id.parse().ok()?,
        ))
    };
    parse().ok_or_else(|| QueryError::Invalid {
        parameter: "cursor",
        detail: "this cursor is not one of ours; take next_cursor of the page before".to_owned(),
    })
}

fn words(task: &TaskView, row: &Notification) -> String {
    let due = task
        .due_words
        .as_ref()
        .map(|due| format!(", due {due}"))
        .unwrap_or_default();
    let late = match row.sent_at {
        Some(sent_at) if row.late => {
            let minutes = sent_at.duration_since(row.fire_at).as_mins();
            format!(". {} late", amount(minutes))
        }
        _ => String::new(),
    };
    format!("{}{due}{late}", task.title)
}

fn amount(minutes: i64) -> String {
    let (count, unit) = match minutes {
        minutes if minutes < 120 => (minutes, "minute"),
        minutes if minutes < 48 * 60 => (minutes / 60, "hour"),
        minutes => (minutes / (24 * 60), "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}
