//! Invites: leave to sign up where sign-up is by invitation.

use domain::actor::Actor;
use domain::policy;
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use store::account::invite::{self, Invite};
use uuid::Uuid;

use super::bootstrap::after;
use super::email::Email;
use super::error::AccountError;
use super::secret;
use crate::{App, Request};

/// An invite to make.
#[derive(Debug, Clone, Default)]
pub struct NewInvite {
    /// Only for this address.
    pub email: Option<String>,
    /// Days that it is good for, 1 to 30; 7 where nothing is said.
    pub days: Option<u32>,
}

/// An invite, shown once.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct InviteView {
    /// What the invited person gives when they sign up; shown only now.
    #[schema(value_type = String)]
    #[serde(serialize_with = "expose")]
    pub invite: SecretString,
    /// When it ends.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}

/// Writes a secret into the one answer that shows it.
pub(crate) fn expose<S: serde::Serializer>(
    secret: &SecretString,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose_secret())
}

impl App {
    /// Makes an invite.
    ///
    /// # Errors
    /// [`AccountError::Invalid`] for an address or days that cannot be, [`AccountError::ShownOnce`]
    /// for a request that has made its invite before.
    pub async fn create_invite(
        &self,
        actor: &Actor,
        new: NewInvite,
        request: Option<Request>,
    ) -> Result<InviteView, AccountError> {
        let scope = policy::may_administer(actor)?;
        let request = request.as_ref();
        if self.answered::<Uuid>(scope, request).await?.is_some() {
            return Err(shown_once());
        }
        let days = new.days.unwrap_or(7);
        if !(1..=30).contains(&days) {
            return Err(AccountError::invalid(
                "/days",
                "an invite is good for 1 to 30 days",
            ));
        }
        let email_key = new
            .email
            .map(|email| Email::parse(&email))
            .transpose()?
            .map(|email| email.key);
        let now = self.now();
        let expires_at = after(now, SignedDuration::from_hours(24 * i64::from(days)));
        let fresh = secret::fresh("saydo_inv_");
        let row = Invite {
            email_key,
            expires_at,
            used_at: None,
        };
        let writes = invite::insert(&fresh.hash, actor.user, &row, now);
        let made = self.ids().next();
        if self.write_once(scope, request, writes, made).await? != made {
            return Err(shown_once());
        }
        Ok(InviteView {
            invite: fresh.secret,
            expires_at,
        })
    }
}

fn shown_once() -> AccountError {
    AccountError::ShownOnce {
        what: "its invite".to_owned(),
        remedy: "make another one in a new request",
    }
}
