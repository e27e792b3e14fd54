//! Change notifications: which resources have changed, read from the event feed.
//!
//! A notification says only "look"; a client reads the resource again.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::App;
use app::view::EventView;
use domain::TaskId;
use rmcp::model::{ResourceUpdatedNotificationParam, SubscriptionFilter};
use rmcp::service::{Peer, SubscriptionContext};
use rmcp::{ErrorData, RoleServer};
use serde_json::Value;
use tokio::sync::watch;
use uuid::Uuid;

use super::caller::Caller;
use super::resources::{failed, find_project, task_key};
use super::uri::Address;

/// Events that are read at once.
const PAGE: u32 = 200;
/// How often an idle watcher asks whether its client still may read.
const RECHECK: Duration = Duration::from_secs(60);

/// What of a requested filter there is to be told about.
pub(super) fn accepted(requested: &SubscriptionFilter) -> SubscriptionFilter {
    let mut filter = SubscriptionFilter::new();
    filter.resources_list_changed = requested.resources_list_changed;
    let known = |uri: &&String| Address::read(uri).is_some();
    filter.resource_subscriptions = requested
        .resource_subscriptions
        .as_ref()
        .map(|uris| uris.iter().filter(known).cloned().collect());
    filter
}

/// Tells one client (revision 2026-07-28) what changes, until it or its credential is gone.
pub(super) async fn listen(
    app: &App,
    caller: Caller,
    context: &SubscriptionContext,
) -> Result<(), ErrorData> {
    let accepted = context.accepted();
    let uris = accepted.resource_subscriptions.clone().unwrap_or_default();
    let tells_lists = accepted.resources_list_changed == Some(true);
    let mut watcher = Watcher::start(app, caller).await?;
    loop {
        let changed = tokio::select! {
            () = context.cancelled() => return Ok(()),
            changed = watcher.next(&uris) => changed?,
        };
        let Some(changed) = changed else {
            return Ok(());
        };
        let sink = context.sink();
        for uri in changed.uris {
            if sink.notify_resource_updated(uri).await.is_err() {
                return Ok(());
            }
        }
        if changed.lists && tells_lists && sink.notify_resource_list_changed().await.is_err() {
            return Ok(());
        }
    }
}

/// What a lasting connection of a client before 2026-07-28 has subscribed to.
#[derive(Clone, Default)]
pub(super) struct Subscriptions(Arc<Mutex<Subscribed>>);

#[derive(Default)]
struct Subscribed {
    uris: BTreeSet<String>,
    is_watched: bool,
}

impl Subscriptions {
    /// What happens after this is told.
    pub(super) async fn add(
        &self,
        app: &App,
        caller: Caller,
        uri: String,
        peer: Peer<RoleServer>,
    ) -> Result<(), ErrorData> {
        if Address::read(&uri).is_none() {
            let detail = format!("no resource '{uri}'; resources/list has those that exist");
            return Err(ErrorData::resource_not_found(detail, None));
        }
        let is_first = {
            let mut subscribed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            subscribed.uris.insert(uri);
            !std::mem::replace(&mut subscribed.is_watched, true)
        };
        if is_first {
            let watcher = Watcher::start(app, caller).await?;
            tokio::spawn(self.clone().tell(watcher, peer));
        }
        Ok(())
    }

    pub(super) fn remove(&self, uri: &str) {
        let mut subscribed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        subscribed.uris.remove(uri);
    }

    /// Tells what changes as long as the connection lasts.
    async fn tell(self, mut watcher: Watcher, peer: Peer<RoleServer>) {
        while !peer.is_transport_closed() {
            let uris: Vec<String> = {
                let subscribed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                subscribed.uris.iter().cloned().collect()
            };
            let Ok(Some(changed)) = watcher.next(&uris).await else {
                return;
            };
            for uri in changed.uris {
                let param = ResourceUpdatedNotificationParam::new(uri);
                if peer.notify_resource_updated(param).await.is_err() {
                    return;
                }
            }
            if changed.lists && peer.notify_resource_list_changed().await.is_err() {
                return;
            }
        }
    }
}

/// What has changed since the last look.
#[derive(Debug, Default, PartialEq, Eq)]
struct Changed {
    uris: Vec<String>,
    lists: bool,
}

struct Watcher {
    app: App,
    caller: Caller,
    hints: watch::Receiver<i64>,
    rev: i64,
}

impl Watcher {
    async fn start(app: &App, caller: Caller) -> Result<Self, ErrorData> {
        // The hint first, then the reading: what happens in between is hinted at.
        let hints = app.subscribe(&caller.actor).map_err(failed)?;
        let rev = app.overview(&caller.actor).await.map_err(failed)?.rev;
        Ok(Self {
            app: app.clone(),
            caller,
            hints,
            rev,
        })
    }

    /// Waits for changes that concern `uris` or the list of resources. `None` when nobody may be
    /// told any more. Nothing is lost when it is dropped.
    async fn next(&mut self, uris: &[String]) -> Result<Option<Changed>, ErrorData> {
        loop {
            let Some(actor) = self.caller.again().await else {
                return Ok(None);
            };
            self.hints.borrow_and_update();
            let events = self
                .app
                .events(&actor, self.rev, PAGE)
                .await
                .map_err(failed)?;
            let Some(last) = events.last() else {
                match tokio::time::timeout(RECHECK, self.hints.changed()).await {
                    Ok(Ok(())) | Err(_) => continue,
                    // The application is closing.
                    Ok(Err(_)) => return Ok(None),
                }
            };
            let rev = last.rev;
            let changed = self.concern(&events, uris).await?;
            self.rev = rev;
            if changed != Changed::default() {
                return Ok(Some(changed));
            }
        }
    }

    async fn concern(&self, events: &[EventView], uris: &[String]) -> Result<Changed, ErrorData> {
        let is_about = |event: &&EventView, what: &str| event.kind.starts_with(what);
        let tasks: BTreeSet<Uuid> = events
            .iter()
            .filter(|event| is_about(event, "task."))
            .map(|event| event.subject_id)
            .collect();
        let lists = events
            .iter()
            .any(|event| is_about(&event, "project.") || is_about(&event, "view."));
        let mut changed = Changed {
            lists,
            uris: Vec::new(),
        };
        for uri in uris {
            let is_changed = match Address::read(uri) {
                None => false,
                Some(Address::Overview | Address::View(_)) => true,
                Some(Address::Task(name)) => match task_key(&name) {
                    Some(key) => {
                        let id = self.app.task_id(&self.caller.actor, key).await;
                        id.is_ok_and(|id| tasks.contains(&id.uuid()))
                    }
                    None => false,
                },
                Some(Address::Project(name)) => self.concerns(&name, &tasks, events).await?,
            };
            if is_changed {
                changed.uris.push(uri.clone());
            }
        }
        Ok(changed)
    }

    /// Whether a project is the subject of an event, the place of a changed task, or was that.
    async fn concerns(
        &self,
        name: &str,
        tasks: &BTreeSet<Uuid>,
        events: &[EventView],
    ) -> Result<bool, ErrorData> {
        let actor = &self.caller.actor;
        let overview = self.app.overview(actor).await.map_err(failed)?;
        let Some(project) = find_project(&overview.projects, name) else {
            return Ok(false);
        };
        let id = project.id.to_string();
        let names = |value: &Value| value.as_str() == Some(id.as_str());
        let is_named = events.iter().any(|event| {
            event.subject_id == project.id
                || event.before.values().any(names)
                || event.after.values().any(names)
        });
        if is_named {
            return Ok(true);
        }
        let ids: Vec<_> = tasks.iter().copied().map(TaskId::new).collect();
        let tasks = self.app.tasks_by_id(actor, &ids).await.map_err(failed)?;
        Ok(tasks.iter().any(|task| task.project_id == project.id))
    }
}
