//! Connected assistants: a person says yes once, the program gets tokens for one address, and both
//! can end it. What OAuth says on the wire is the server's; here is what it does.

mod clients;
mod codes;
mod error;
mod refresh;

use domain::actor::{Actor, Scope};
use domain::{TokenId, policy};
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use store::account::assistant::{self, AssistantRow, Grant, token};
use store::{Batch, StoreError, WriteBatch};
use uuid::Uuid;

use super::bootstrap::after;
use super::error::AccountError;
use super::secret;
use crate::once::OnceError;
use crate::{App, Request};

pub use clients::RegisteredClient;
pub use codes::{Approval, Exchange};
pub use error::GrantError;
pub use refresh::Refresh;

/// What every access token of an assistant begins with, so that scanners find leaked ones.
pub const ACCESS_PREFIX: &str = "saydo_oat_";
/// What every refresh token begins with.
const REFRESH_PREFIX: &str = "saydo_ort_";
/// How long an access token is good.
const ACCESS_LIFE: SignedDuration = SignedDuration::from_hours(1);
/// An assistant that is not used for so long has to be connected again.
const REFRESH_LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The tokens of an assistant, given out once.
#[derive(Debug)]
pub struct Tokens {
    /// Opens the resource.
    pub access: SecretString,
    /// Gets the next tokens, once.
    pub refresh: SecretString,
    /// The most that the access token allows.
    pub scope: Scope,
    /// How long the access token is good, in seconds.
    pub expires_in_seconds: i64,
}

/// A connected assistant as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct AssistantView {
    /// Identity; undo takes it as `token_id`.
    pub id: Uuid,
    /// What the program calls itself.
    #[schema(example = "Claude")]
    pub name: String,
    /// The host that vouches for the program; null for one that has registered itself.
    #[schema(example = "claude.ai")]
    pub host: Option<String>,
    /// The most that it may do: tasks:read, tasks:write or tasks:admin.
    #[schema(value_type = String, example = "tasks:write")]
    pub scope: Scope,
    /// When it was connected.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_used_at: Option<Timestamp>,
    /// When it ends unless it is used.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}

impl App {
    /// The actor's connected assistants, the latest first.
    ///
    /// # Errors
    /// [`AccountError::Forbidden`] for a credential below `tasks:admin`.
    pub async fn assistants(&self, actor: &Actor) -> Result<Vec<AssistantView>, AccountError> {
        policy::may_administer(actor)?;
        let mut batch = Batch::new();
        let key = batch.add(assistant::list(actor.space, actor.user, self.now()));
        let mut rows = self.store().read(batch).await?.all(key);
        rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.id)));
        Ok(rows.into_iter().map(view).collect())
    }

    /// Disconnects one assistant of the actor: its tokens open nothing from now on. What it did
    /// stays, and can be undone.
    ///
    /// # Errors
    /// [`AccountError::NotFound`] when there is no such assistant of theirs.
    pub async fn revoke_assistant(
        &self,
        actor: &Actor,
        id: TokenId,
        request: Option<Request>,
    ) -> Result<(), AccountError> {
        let scope = policy::may_administer(actor)?;
        let request = request.as_ref();
        if self.answered::<()>(scope, request).await?.is_some() {
            return Ok(());
        }
        let writes = assistant::revoke(actor.space, actor.user, id, self.now());
        let revoked = self.write_once(scope, request, writes, ()).await;
        self.0.accounts.actors.forget(actor.user);
        match revoked {
            Err(OnceError::Store(StoreError::Changed { .. })) => Err(AccountError::NotFound {
                what: "assistant",
                name: id.to_string(),
            }),
            other => Ok(other?),
        }
    }

    /// New tokens of an assistant, to be written with whatever they answer.
    fn new_tokens(&self, assistant: TokenId, scope: Scope) -> (Tokens, WriteBatch) {
        let now = self.now();
        let access = secret::fresh(ACCESS_PREFIX);
        let refresh = secret::fresh(REFRESH_PREFIX);
        let mut writes = token::delete_expired(assistant, now);
        writes.append(token::insert(
            &access.hash,
            assistant,
            token::Kind::Access,
            scope,
            after(now, ACCESS_LIFE),
        ));
        writes.append(token::insert(
            &refresh.hash,
            assistant,
            token::Kind::Refresh,
            scope,
            self.refreshable_until(),
        ));
        let tokens = Tokens {
            access: access.secret,
            refresh: refresh.secret,
            scope,
            expires_in_seconds: ACCESS_LIFE.as_secs(),
        };
        (tokens, writes)
    }

    fn refreshable_until(&self) -> Timestamp {
        after(self.now(), REFRESH_LIFE)
    }

    /// What a stolen code or token leads to: the assistant is disconnected.
    fn disconnect(&self, grant: &Grant) -> WriteBatch {
        assistant::revoke_if_connected(grant.space, grant.user, grant.id, self.now())
    }
}

fn view(row: AssistantRow) -> AssistantView {
    AssistantView {
        id: row.id.uuid(),
        name: row.name,
        host: row.host,
        scope: row.scope,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        expires_at: row.expires_at,
    }
}
