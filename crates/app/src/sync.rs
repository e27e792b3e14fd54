//! Keeping a copy: what has changed since a revision, or everything, in pages.

use std::collections::{HashMap, HashSet};

use domain::actor::Actor;
use domain::change::Subject;
use domain::policy;
use domain::{SpaceId, Task, TaskId};
use serde::{Deserialize, Serialize};
use store::Batch;
use tokio::sync::watch;
use uuid::Uuid;

use crate::App;
use crate::error::QueryError;
use crate::read::may_see;
use crate::view::TaskView;

/// Events that one delta looks at.
const EVENTS: u32 = 500;
/// Tasks on one page of a full copy.
const TASKS: u32 = 200;

/// What a copy has to take over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Delta {
    /// The revision that the copy has reached after taking this over.
    pub rev: i64,
    /// Whether this is a page of everything, because there was no copy yet.
    pub full: bool,
    /// Tasks as they are now.
    pub tasks: Vec<TaskView>,
    /// Tasks that are gone: in the trash, or deleted for good.
    pub removed: Vec<Uuid>,
    /// Whether projects, sections, tags, views or settings have changed.
    pub directory_changed: bool,
    /// What to ask for next: a revision, or a place in a full copy.
    pub next_after: String,
    /// Whether there is more to take over now.
    pub more: bool,
}

impl App {
    /// Watches the actor's space: the value is the latest revision that this process knows of.
    ///
    /// # Errors
    /// [`QueryError::Forbidden`] when the actor may not read.
    pub fn subscribe(&self, actor: &Actor) -> Result<watch::Receiver<i64>, QueryError> {
        let scope = policy::may_read(actor)?;
        Ok(self.0.feed.subscribe(scope.space()))
    }

    /// Looks whether watched spaces have moved on without a hint: another process wrote. Returns
    /// the number of spaces that had.
    ///
    /// # Errors
    /// [`QueryError::Store`].
    pub async fn poll_feed(&self) -> Result<usize, QueryError> {
        let watched = self.0.feed.watched();
        if watched.is_empty() {
            return Ok(0);
        }
        let spaces: Vec<SpaceId> = watched.iter().map(|(space, _)| *space).collect();
        let mut batch = Batch::new();
        let key = batch.add(store::space::revisions(&spaces));
        let revisions: HashMap<SpaceId, i64> = self
            .store()
            .read(batch)
            .await?
            .all(key)
            .into_iter()
            .collect();
        let mut behind = 0;
        for (space, known) in watched {
            if let Some(rev) = revisions.get(&space).filter(|rev| **rev > known) {
                self.0.feed.hint(space, *rev);
                behind += 1;
            }
        }
        Ok(behind)
    }

    /// What has changed since `after`: a revision, the `next_after` of the delta before, or
    /// nothing for everything.
    ///
    /// # Errors
    /// [`QueryError::Invalid`] when `after` is neither.
    pub async fn sync(&self, actor: &Actor, after: Option<&str>) -> Result<Delta, QueryError> {
        match after.map(place) {
            None => self.page_of_all(actor, None, None).await,
            Some(Some(Place::Rev(rev))) => self.delta(actor, rev).await,
            Some(Some(Place::Page(rev, task))) => {
                self.page_of_all(actor, Some(rev), Some(task)).await
            }
            Some(None) => Err(QueryError::Invalid {
                parameter: "after",
                detail: "after is no place in this space's history; leave it out to start again"
                    .to_owned(),
            }),
        }
    }

    async fn page_of_all(
        &self,
        actor: &Actor,
        began_at: Option<i64>,
        after: Option<TaskId>,
    ) -> Result<Delta, QueryError> {
        let (around, mut loaded, key) = self
            .read(actor, |scope, batch| {
                batch.add(store::task::page_of_all(scope, after, TASKS + 1))
            })
            .await?;
        let mut tasks = loaded.all(key);
        let more = tasks.len() > TASKS as usize;
        tasks.truncate(TASKS as usize);
        let last = tasks.last().map(|task| task.id);
        tasks.retain(|task| may_see(actor, task));
        // What changes while the pages are read is caught up on from where they began.
        let rev = began_at.unwrap_or(around.space.rev);
        let next_after = match last.filter(|_| more) {
            Some(task) => format!("{rev}.{task}"),
            None => rev.to_string(),
        };
        let tasks = self.with_counts(actor, &around, &tasks).await?;
        Ok(Delta {
            rev,
            full: true,
            tasks,
            removed: Vec::new(),
            directory_changed: true,
            next_after,
            more,
        })
    }

    async fn delta(&self, actor: &Actor, after: i64) -> Result<Delta, QueryError> {
        let (around, mut loaded, (events, oldest)) = self
            .read(actor, |scope, batch| {
                (
                    batch.add(store::event::after(scope, after, EVENTS)),
                    batch.add(store::event::oldest(scope)),
                )
            })
            .await?;
        let events = loaded.all(events);
        let kept_from = loaded.one(oldest).map_or(1, |(rev, _)| rev);
        if after > around.space.rev || after + 1 < kept_from {
            return self.page_of_all(actor, None, None).await;
        }
        let rev = events
            .last()
            .map_or(around.space.rev.max(after), |event| event.rev);
        let changed: HashSet<TaskId> = events
            .iter()
            .filter(|event| event.subject == Subject::Task)
            .map(|event| TaskId::new(event.subject_id))
            .collect();
        let directory_changed = events.iter().any(|event| event.subject != Subject::Task);
        let ids: Vec<TaskId> = changed.iter().copied().collect();
        let (_, mut loaded, (tasks, parents)) = self
            .read(actor, |scope, batch| {
                (
                    batch.add(store::task::by_ids(scope, &ids)),
                    batch.add(store::task::ancestors(scope, &ids)),
                )
            })
            .await?;
        let mut tasks: Vec<Task> = loaded.all(tasks);
        // A parent counts its subtasks, so it has changed with them.
        let parents: Vec<Task> = loaded.all(parents);
        let direct: HashSet<TaskId> = tasks.iter().filter_map(|task| task.parent).collect();
        tasks.extend(
            parents
                .into_iter()
                .filter(|it| direct.contains(&it.id) && !changed.contains(&it.id)),
        );
        tasks.retain(|task| may_see(actor, task));
        let there: HashSet<TaskId> = tasks
            .iter()
            .filter(|task| task.deleted_at.is_none())
            .map(|task| task.id)
            .collect();
        tasks.retain(|task| there.contains(&task.id));
        let removed = changed
            .iter()
            .filter(|id| !there.contains(id))
            .map(|id| id.uuid())
            .collect();
        Ok(Delta {
            rev,
            full: false,
            tasks: self.with_counts(actor, &around, &tasks).await?,
            removed,
            directory_changed,
            next_after: rev.to_string(),
            more: rev < around.space.rev,
        })
    }

    async fn with_counts(
        &self,
        actor: &Actor,
        around: &crate::load::Surroundings,
        tasks: &[Task],
    ) -> Result<Vec<TaskView>, QueryError> {
        let ids: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
        let counts = self.subtasks(actor, &ids).await?;
        Ok(self.views(around, tasks, &counts))
    }
}

enum Place {
    Rev(i64),
    Page(i64, TaskId),
}

fn place(text: &str) -> Option<Place> {
    match text.split_once('.') {
        None => text.parse().ok().filter(|rev| *rev >= 0).map(Place::Rev),
        Some((rev, task)) => Some(Place::Page(rev.parse().ok()?, task.parse().ok()?)),
    }
}
