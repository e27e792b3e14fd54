//! Where tasks are: a database in this process, or a server. Both speak the same REST contract, so
//! that both give the same results: the database through the server's own router, without a port.

mod call;
mod failure;
mod local;
mod remote;
mod sse;
pub(crate) mod view;

use call::Answer;
pub(crate) use call::{Body, Call};
pub(crate) use failure::{from_account, from_store};
pub(crate) use local::{Local, Migrate, chat, file, open, open_direct};
pub(crate) use remote::Remote;

use domain::RequestId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::problem::Problem;
use view::{List, Relation, Relations, Task, TaskAction, Tasks};

/// A name for a new request, so that sending it again does nothing twice.
pub(crate) fn new_request() -> RequestId {
    let id = format!("cli-{}", uuid::Uuid::now_v7());
    id.parse()
        .expect("a prefix and a UUID are visible ASCII characters")
}

/// A database or a server.
pub(crate) enum Backend {
    /// A database in this process.
    Local(Box<Local>),
    /// A server.
    Remote(Remote),
}

impl Backend {
    async fn answer(&self, call: Call) -> anyhow::Result<Answer> {
        match self {
            Self::Local(local) => local.send(call).await,
            Self::Remote(remote) => remote.send(call).await,
        }
    }

    /// The answer to a call; problem documents are errors.
    ///
    /// # Errors
    /// A [`Problem`] with the sentence of the document.
    pub(crate) async fn send(&self, call: Call) -> anyhow::Result<Body> {
        let answer = self.answer(call).await?;
        if answer.is_success() {
            return Ok(answer.body);
        }
        let document = answer.body.json().await.unwrap_or(Value::Null);
        Err(failure::from_document(answer.status, &document).into())
    }

    /// The JSON answer to a call, or the problem document where the input is refused.
    ///
    /// # Errors
    /// Those of [`Backend::send`] for everything else.
    pub(crate) async fn send_for(&self, call: Call) -> anyhow::Result<Result<Value, Value>> {
        let answer = self.answer(call).await?;
        let status = answer.status;
        let is_success = answer.is_success();
        let document = answer.body.json().await?;
        match status {
            _ if is_success => Ok(Ok(document)),
            400 | 404 | 409 | 413 | 422 => Ok(Err(document)),
            _ => Err(failure::from_document(status, &document).into()),
        }
    }

    /// The same, for changes that history shall show as imported.
    pub(crate) fn importing(self) -> Self {
        match self {
            Self::Local(local) => Self::Local(Box::new(local.importing())),
            remote @ Self::Remote(_) => remote,
        }
    }

    /// The JSON answer to a call; nothing is null.
    ///
    /// # Errors
    /// Those of [`Backend::send`].
    pub(crate) async fn json(&self, call: Call) -> anyhow::Result<Value> {
        self.send(call).await?.json().await
    }

    /// Adds what the lines of `text` say, one task per line.
    pub(crate) async fn add(&self, text: &str) -> anyhow::Result<Value> {
        let call = Call::new(Method::POST, "/v1/tasks").json(json!({ "text": text }));
        self.json(call.request(&new_request())).await
    }

    /// One page of tasks.
    pub(crate) async fn list(&self, list: &List) -> anyhow::Result<Value> {
        let call = Call::new(Method::GET, "/v1/tasks")
            .query("status", &list.status)
            .query("limit", list.limit)
            .query_some("filter", list.filter.as_deref())
            .query_some("sort", list.sort.as_deref())
            .query_some("cursor", list.cursor.as_deref());
        self.json(call).await
    }

    /// One task, by number or id.
    pub(crate) async fn task(&self, key: &str) -> anyhow::Result<Value> {
        self.json(Call::new(Method::GET, format!("/v1/tasks/{key}")))
            .await
    }

    /// Completes, reopens, deletes, restores tasks.
    pub(crate) async fn act(&self, ids: &[String], action: TaskAction) -> anyhow::Result<Value> {
        let bulk = |kind: &str| {
            Call::new(Method::POST, "/v1/tasks/bulk")
                .json(json!({ "ids": ids, "action": { "kind": kind }, "confirm": true }))
        };
        let call = match (action, ids) {
            (TaskAction::Complete, [id]) => {
                Call::new(Method::POST, format!("/v1/tasks/{id}/complete")).json(json!({}))
            }
            (TaskAction::Complete, _) => bulk("complete"),
            (TaskAction::Reopen, _) => bulk("reopen"),
            (TaskAction::Delete, _) => bulk("delete"),
            (TaskAction::Restore, _) => bulk("restore"),
            (TaskAction::Skip, [id]) => {
                Call::new(Method::POST, format!("/v1/tasks/{id}/skip")).json(json!({}))
            }
            (TaskAction::DeleteThis, [id]) => {
                Call::new(Method::DELETE, format!("/v1/tasks/{id}")).query("scope", "this")
            }
            (TaskAction::Skip | TaskAction::DeleteThis, _) => {
                return Err(Problem::usage("give one task at a time for this").into());
            }
        };
        self.json(call.request(&new_request())).await
    }

    /// Changes fields of one task.
    pub(crate) async fn edit(&self, id: &str, fields: Value) -> anyhow::Result<Value> {
        let call = Call::new(Method::PATCH, format!("/v1/tasks/{id}")).json(fields);
        self.json(call.request(&new_request())).await
    }

    /// Moves all dates of a recurring task; `None` and empty words are refused by the server.
    pub(crate) async fn move_series(&self, id: &str, to: Option<&str>) -> anyhow::Result<Value> {
        let body = json!({ "to": to.filter(|to| !to.is_empty()), "scope": "series" });
        let path = format!("/v1/tasks/{id}/reschedule");
        let call = Call::new(Method::POST, path).json(body);
        self.json(call.request(&new_request())).await
    }

    /// The id of the person whose tasks these are.
    pub(crate) async fn me(&self) -> anyhow::Result<String> {
        let me = self.json(Call::new(Method::GET, "/v1/me")).await?;
        Ok(me["id"].as_str().unwrap_or_default().to_owned())
    }

    /// How a task relates to others: each kind in words, with the other task.
    pub(crate) async fn relations(&self, id: &str) -> anyhow::Result<Vec<Relation>> {
        let call = Call::new(Method::GET, format!("/v1/tasks/{id}/relations"));
        let relations: Relations = serde_json::from_value(self.json(call).await?)?;
        Ok(relations.relations)
    }

    /// Takes a change back; without one, the user's latest that is not undone.
    pub(crate) async fn undo(&self, change: Option<&str>) -> anyhow::Result<Value> {
        let body = change.map_or_else(|| json!({}), |change| json!({ "change_id": change }));
        let call = Call::new(Method::POST, "/v1/undo").json(body);
        self.json(call.request(&new_request())).await
    }

    /// The task that the user means by `words`: a number, an id, or words of one title.
    ///
    /// # Errors
    /// When nothing or more than one thing fits, with the candidates.
    pub(crate) async fn resolve(&self, words: &str) -> anyhow::Result<Task> {
        if view::is_key(words) {
            return Ok(serde_json::from_value(
                self.task(words.trim_start_matches('#')).await?,
            )?);
        }
        let call = Call::new(Method::GET, "/v1/search")
            .query("q", words)
            .query("limit", 6);
        let found: Tasks = serde_json::from_value(self.json(call).await?)?;
        failure::only_one(words, found.tasks)
    }
}
