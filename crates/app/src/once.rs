//! Requests that are no commands: carried out once per name, like commands are.
//!
//! The answer is kept in the transaction that does the work, so that a retry finds either both or
//! neither.

use domain::UserId;
use domain::policy::SpaceScope;
use jiff::SignedDuration;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::account::request::{self, Kept};
use store::{Batch, StoreError, WriteBatch};

use crate::{App, Request};

/// How long answers are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Why a named request was not carried out.
#[derive(Debug)]
pub(crate) enum OnceError {
    /// The name was used for another request.
    Reused,
    /// The store could not.
    Store(StoreError),
}

impl From<StoreError> for OnceError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl App {
    /// What the request was answered when it was first seen.
    pub(crate) async fn answered<T: DeserializeOwned>(
        &self,
        scope: SpaceScope,
        request: Option<&Request>,
    ) -> Result<Option<T>, OnceError> {
        let Some(asked) = request else {
            return Ok(None);
        };
        let mut batch = Batch::new();
        let kept = batch.add(request::get(scope.user(), &asked.id));
        let change = batch.add(store::change::by_request(scope, &asked.id));
        let mut loaded = self.store().read(batch).await?;
        match (loaded.one(kept), loaded.one(change)) {
            (None, None) => Ok(None),
            (Some(kept), None) if kept.request_hash == asked.fingerprint => {
                let answer = serde_json::from_str(&kept.answer);
                answer.map(Some).map_err(|_| {
                    let detail = "the stored answer was written by another version".to_owned();
                    OnceError::Store(StoreError::Decode { column: 0, detail })
                })
            }
            _ => Err(OnceError::Reused),
        }
    }

    /// What keeps the answer of a request; to be written with what the request does.
    pub(crate) fn keep<T: Serialize>(
        &self,
        user: UserId,
        request: Option<&Request>,
        answer: &T,
    ) -> WriteBatch {
        let Some(asked) = request else {
            return WriteBatch::new();
        };
        let now = self.now();
        let kept = Kept {
            request_hash: asked.fingerprint.clone(),
            answer: serde_json::to_string(answer).expect("answers serialise"),
        };
        let forget_before = now.checked_sub(KEPT).unwrap_or(now);
        request::keep(user, &asked.id, &kept, now, forget_before)
    }

    /// Writes what a request does and keeps its answer, unless the same request does so at the
    /// same moment: its answer is returned then.
    pub(crate) async fn write_once<T: Serialize + DeserializeOwned>(
        &self,
        scope: SpaceScope,
        request: Option<&Request>,
        writes: WriteBatch,
        answer: T,
    ) -> Result<T, OnceError> {
        // First, so that of two at once the later one meets the earlier one's answer.
        let mut all = self.keep(scope.user(), request, &answer);
        all.append(writes);
        match self.store().write(all).await {
            Err(error) if request::is_repeated(&error) => self
                .answered(scope, request)
                .await?
                .ok_or(OnceError::Store(error)),
            other => other.map(|()| answer).map_err(OnceError::Store),
        }
    }
}
