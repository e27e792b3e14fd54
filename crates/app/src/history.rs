//! History: who did what through what, newest first, in words and in fields.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use domain::actor::{Actor, Credential};
use domain::change::{Change, Event, Subject};
use domain::policy::{self, SpaceScope};
use domain::{ChangeId, Task, TaskId, TokenId, UserId, limits};
use serde::{Deserialize, Serialize};
use store::Batch;
use uuid::Uuid;

use crate::App;
use crate::error::QueryError;
use crate::retell;
use crate::view::{ActorView, ChangeView, EventView};
use crate::words;

/// A page of history to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryQuery {
    /// About this task only.
    pub task: Option<TaskId>,
    /// Changes; 0 for the default.
    pub limit: u32,
    /// Where the page before ended.
    pub cursor: Option<String>,
}

/// A page of history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HistoryPage {
    /// The changes, newest first. Rules and reminders in their fields carry their `words`.
    pub changes: Vec<ChangeView>,
    /// The names of what their fields mention by id: projects, sections, tags, tasks, members;
    /// also of what is in the trash.
    pub names: BTreeMap<Uuid, String>,
    /// For the next page; null at the end.
    pub next_cursor: Option<String>,
}

impl App {
    /// A page of history.
    ///
    /// # Errors
    /// [`QueryError::Invalid`] when the cursor is not one of a history.
    pub async fn history(
        &self,
        actor: &Actor,
        query: &HistoryQuery,
    ) -> Result<HistoryPage, QueryError> {
        let before = match &query.cursor {
            None => None,
            Some(text) => Some(text.parse().map_err(|_| QueryError::Invalid {
                parameter: "cursor",
                detail: "this cursor is of another list; start again without one".to_owned(),
            })?),
        };
        let limit = match query.limit {
            0 => limits::PAGE_ROWS_DEFAULT,
            limit => limit.min(limits::PAGE_ROWS),
        };
        if actor.projects.is_some() {
            // A history speaks of every project; a credential for some of them must not read it.
            return Err(policy::Forbidden::Project.into());
        }
        let (around, mut loaded, key) = self
            .read(actor, |scope, batch| {
                batch.add(match query.task {
                    None => store::change::page(scope, before, limit + 1),
                    Some(task) => store::change::of_subject(scope, task.uuid(), before, limit + 1),
                })
            })
            .await?;
        let mut changes = loaded.all(key);
        let wanted = usize::try_from(limit).expect("a page is small");
        let more = changes.len() > wanted;
        changes.truncate(wanted);
        let next_cursor = changes
            .last()
            .filter(|_| more)
            .map(|change| change.last_rev.to_string());
        let scope = policy::may_read(actor)?;
        let ids: Vec<ChangeId> = changes.iter().map(|change| change.id).collect();
        let mut batch = Batch::new();
        let events = batch.add(store::event::of_changes(scope, &ids));
        let tasks = batch.add(store::task::of_changes(scope, &ids));
        let trashed = store::space::trashed_directory(scope, &mut batch);
        let members = batch.add(store::space::members(scope));
        let tokens = batch.add(store::account::token::list(scope.space(), actor.user));
        let assistants = store::account::assistant::names(scope.space(), actor.user);
        let assistants = batch.add(assistants);
        let mut loaded = self.store().read(batch).await?;
        let mut tokens: HashMap<TokenId, String> = loaded
            .all(tokens)
            .into_iter()
            .map(|token| (token.id, token.name))
            .collect();
        tokens.extend(loaded.all(assistants));
        let mut events: Vec<Event> = loaded.all(events);
        events.retain(|event| {
            query
                .task
                .is_none_or(|task| task.uuid() == event.subject_id)
        });
        let mut known = retell::names(&trashed.take(&mut loaded));
        known.extend(retell::names(&around.directory));
        let members: HashMap<UserId, String> = loaded
            .all(members)
            .into_iter()
            .map(|member| (member.user, member.name))
            .collect();
        known.extend(members.iter().map(|(id, name)| (id.uuid(), name.clone())));
        known.extend(loaded.all(tasks).into_iter().map(titled));
        let mentioned = retell::mentioned(&events);
        self.add_titles(scope, &mentioned, &mut known).await?;
        let clocks = around.clocks();
        let light = around.light(self.now(), &clocks);
        let mut events_of: HashMap<ChangeId, Vec<EventView>> = HashMap::new();
        for event in events {
            let title = known.get(&event.subject_id).cloned();
            let mut seen = EventView::new(&event, title);
            retell::say(&mut seen.before, &light);
            retell::say(&mut seen.after, &light);
            events_of.entry(event.change).or_default().push(seen);
        }
        let changes = changes
            .into_iter()
            .map(|change| {
                let mut events = events_of.remove(&change.id).unwrap_or_default();
                events.sort_by_key(|event| event.rev);
                view(change, events, &members, &tokens)
            })
            .collect();
        known.retain(|id, _| mentioned.contains(id));
        Ok(HistoryPage {
            changes,
            names: known,
            next_cursor,
        })
    }

    /// Adds the titles of tasks that are mentioned and not known yet.
    async fn add_titles(
        &self,
        scope: SpaceScope,
        mentioned: &BTreeSet<Uuid>,
        known: &mut BTreeMap<Uuid, String>,
    ) -> Result<(), QueryError> {
        let unknown = mentioned.iter().filter(|id| !known.contains_key(id));
        let unknown: Vec<TaskId> = unknown.copied().map(TaskId::new).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut batch = Batch::new();
        let key = batch.add(store::task::by_ids(scope, &unknown));
        let tasks = self.store().read(batch).await?.all(key);
        known.extend(tasks.into_iter().map(titled));
        Ok(())
    }

    /// Events after a revision, in order: what a feed sends.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn events(
        &self,
        actor: &Actor,
        after: i64,
        limit: u32,
    ) -> Result<Vec<EventView>, QueryError> {
        if actor.projects.is_some() {
            return Err(policy::Forbidden::Project.into());
        }
        let scope = policy::may_read(actor)?;
        let mut batch = Batch::new();
        let key = batch.add(store::event::after(scope, after, limit));
        let mut loaded = self.store().read(batch).await?;
        let events: Vec<Event> = loaded.all(key);
        let untitled: HashSet<TaskId> = events
            .iter()
            .filter(|event| event.subject == Subject::Task && !event.after.contains_key("title"))
            .map(|event| TaskId::new(event.subject_id))
            .collect();
        let mut titles = HashMap::new();
        if !untitled.is_empty() {
            let ids: Vec<TaskId> = untitled.into_iter().collect();
            let mut batch = Batch::new();
            let key = batch.add(store::task::by_ids(scope, &ids));
            let tasks = self.store().read(batch).await?.all(key);
            titles.extend(tasks.into_iter().map(|task| (task.id.uuid(), task.title)));
        }
        Ok(events
            .iter()
            .map(|event| EventView::new(event, titles.get(&event.subject_id).cloned()))
            .collect())
    }
}

fn titled(task: Task) -> (Uuid, String) {
    (task.id.uuid(), task.title)
}

fn view(
    change: Change,
    events: Vec<EventView>,
    members: &HashMap<UserId, String>,
    tokens: &HashMap<TokenId, String>,
) -> ChangeView {
    let credential_name = match change.by.credential {
        Credential::Token(id) => tokens.get(&id).cloned(),
        Credential::Session(_) | Credential::Local | Credential::System => None,
    };
    ChangeView {
        change_id: change.id.uuid(),
        at: change.at,
        actor: ActorView {
            user_id: change.by.user.uuid(),
            name: members.get(&change.by.user).cloned().unwrap_or_default(),
            credential_name,
        },
        via: change.by.via,
        turn_id: change.by.turn.map(domain::TurnId::uuid),
        words: words::change(&change.command, &events),
        undone: change.undone_by.is_some(),
        can_undo: change.can_be_undone(),
        command: change.command,
        events,
    }
}
