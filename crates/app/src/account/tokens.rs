//! Personal tokens: made, shown once, listed, revoked.

use domain::actor::{Actor, Scope};
use domain::policy::{self, Forbidden};
use domain::{ProjectId, TokenId};
use jiff::Timestamp;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use store::account::token::{self, TokenRow};
use store::{Batch, StoreError};
use uuid::Uuid;

use super::bootstrap::person_name;
use super::error::AccountError;
use super::invites::expose;
use super::secret::{self, TOKEN_PREFIX};
use crate::once::OnceError;
use crate::{App, Request};

/// A token to make.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What it is for.
    pub name: String,
    /// The most that it allows.
    pub scope: Scope,
    /// The projects that it is limited to.
    pub projects: Option<Vec<ProjectId>>,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
}

/// A token as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TokenView {
    /// Identity.
    pub id: Uuid,
    /// What it is for.
    pub name: String,
    /// The most that it allows: tasks:read, tasks:write or tasks:admin.
    #[schema(value_type = String, example = "tasks:write")]
    pub scope: Scope,
    /// The projects that it is limited to; null for all.
    #[schema(value_type = Option<Vec<Uuid>>)]
    pub project_ids: Option<Vec<ProjectId>>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_used_at: Option<Timestamp>,
    /// When it ends; null for never.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
}

/// A token with its secret, shown once.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct WholeToken {
    /// Goes after `Authorization: Bearer`; shown only now.
    #[schema(value_type = String, example = "saydo_pat_...")]
    #[serde(serialize_with = "expose")]
    pub token: SecretString,
    /// The token.
    #[serde(flatten)]
    pub view: TokenView,
}

impl App {
    /// Makes a token that allows no more than the actor's own credential.
    ///
    /// # Errors
    /// [`AccountError::Forbidden`] for a credential below `tasks:admin`, [`AccountError::Invalid`]
    /// for a name, projects or an end that cannot be, [`AccountError::ShownOnce`] for a request
    /// that has made its token before.
    pub async fn create_token(
        &self,
        actor: &Actor,
        new: NewToken,
        request: Option<Request>,
    ) -> Result<WholeToken, AccountError> {
        let scope = policy::may_administer(actor)?;
        if actor.projects.is_some() {
            return Err(Forbidden::Project.into());
        }
        let request = request.as_ref();
        if let Some(made) = self.answered(scope, request).await? {
            return Err(shown_once(&made));
        }
        let now = self.now();
        if new.expires_at.is_some_and(|at| at <= now) {
            return Err(AccountError::invalid(
                "/expires_at",
                "this is in the past; choose a later moment or none",
            ));
        }
        let name = person_name(&new.name)?;
        if let Some(projects) = &new.projects {
            let mut batch = Batch::new();
            let keys = store::space::directory(scope, &mut batch);
            let directory = keys.take(&mut self.store().read(batch).await?);
            let is_foreign = |id: &&ProjectId| directory.project(**id).is_none();
            if projects.is_empty() || projects.len() > domain::limits::PROJECTS {
                return Err(AccountError::invalid(
                    "/project_ids",
                    "name at least one project, or leave the field out",
                ));
            }
            if let Some(id) = projects.iter().find(is_foreign) {
                return Err(AccountError::NotFound {
                    what: "project",
                    name: id.to_string(),
                });
            }
        }
        let fresh = secret::fresh(TOKEN_PREFIX);
        let row = TokenRow {
            id: TokenId::new(self.ids().next()),
            name,
            scope: new.scope,
            projects: new.projects,
            created_at: now,
            last_used_at: None,
            expires_at: new.expires_at,
        };
        let writes = token::insert(&fresh.hash, actor.user, actor.space, &row);
        let made = view(row);
        let kept = self
            .write_once(scope, request, writes, made.clone())
            .await?;
        if kept.id != made.id {
            return Err(shown_once(&kept));
        }
        Ok(WholeToken {
            token: fresh.secret,
            view: made,
        })
    }

    /// The actor's tokens, the latest first.
    ///
    /// # Errors
    /// [`AccountError::Forbidden`] for a credential below `tasks:admin`.
    pub async fn tokens(&self, actor: &Actor) -> Result<Vec<TokenView>, AccountError> {
        policy::may_administer(actor)?;
        let mut batch = Batch::new();
        let key = batch.add(token::list(actor.space, actor.user));
        let mut rows = self.store().read(batch).await?.all(key);
        rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.id)));
        Ok(rows.into_iter().map(view).collect())
    }

    /// Revokes one token of the actor.
    ///
    /// # Errors
    /// [`AccountError::NotFound`] when there is no such token of theirs.
    pub async fn revoke_token(
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
        let writes = token::delete(actor.space, actor.user, id);
        let revoked = self.write_once(scope, request, writes, ()).await;
        self.0.accounts.actors.forget(actor.user);
        match revoked {
            Err(OnceError::Store(StoreError::Changed { .. })) => Err(AccountError::NotFound {
                what: "token",
                name: id.to_string(),
            }),
            other => Ok(other?),
        }
    }
}

fn shown_once(made: &TokenView) -> AccountError {
    AccountError::ShownOnce {
        what: format!("the token '{}' ({})", made.name, made.id),
        remedy: "revoke it, and make another one in a new request",
    }
}

fn view(row: TokenRow) -> TokenView {
    TokenView {
        id: row.id.uuid(),
        name: row.name,
        scope: row.scope,
        project_ids: row.projects,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        expires_at: row.expires_at,
    }
}
