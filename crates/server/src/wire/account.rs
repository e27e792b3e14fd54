//! Accounts: signing up and in, settings, tokens, invites.

use std::collections::BTreeMap;

use domain::ProjectId;
use domain::actor::Scope;
use jiff::Timestamp;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A new account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SignUp)]
pub(crate) struct SignUpBody {
    #[schema(example = "ada@example.org")]
    pub(crate) email: String,
    /// Not easily guessed.
    #[schema(value_type = String)]
    pub(crate) password: SecretString,
    /// What to call the person.
    pub(crate) name: String,
    /// Their IANA time zone.
    #[serde(default)]
    #[schema(example = "Europe/Berlin")]
    pub(crate) zone: Option<String>,
    /// An invite, where sign-up needs one.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub(crate) invite: Option<SecretString>,
}

/// Address and password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SignIn)]
pub(crate) struct SignInBody {
    pub(crate) email: String,
    #[schema(value_type = String)]
    pub(crate) password: SecretString,
}

/// A new password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChangePassword)]
pub(crate) struct PasswordBody {
    /// The current one, where there is one.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub(crate) current_password: Option<SecretString>,
    /// The new one.
    #[schema(value_type = String)]
    pub(crate) new_password: SecretString,
    /// An address to sign in with, where the account has none yet.
    #[serde(default)]
    pub(crate) email: Option<String>,
}

/// Deletes the account with everything in it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DeleteAccount)]
pub(crate) struct DeleteAccountBody {
    /// The password, where the account has one.
    #[schema(value_type = Option<String>)]
    pub(crate) password: Option<SecretString>,
    /// `delete everything`, where the account has no password.
    pub(crate) confirm: Option<String>,
}

/// What a person may settle. A field that is absent stays.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MePatch)]
pub(crate) struct MeBody {
    /// What to call them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// A BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) locale: Option<String>,
    /// The IANA zone that floating times follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) time_zone: Option<String>,
    /// monday to sunday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) week_start: Option<String>,
    /// dmy, mdy or ymd.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date_order: Option<String>,
    /// When the day ends, as HH:MM.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) day_rollover: Option<String>,
    /// What morning, noon, afternoon, evening and night mean, as HH:MM.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) day_parts: Option<BTreeMap<String, String>>,
    /// When all-day tasks remind, as HH:MM.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) all_day_reminder_time: Option<String>,
    /// What a task with a due date gets where nothing is said: minutes before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) default_reminders: Option<Vec<i32>>,
}

/// A token to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewToken)]
pub(crate) struct NewTokenBody {
    /// What it is for.
    #[schema(example = "laptop")]
    pub(crate) name: String,
    /// What it allows: tasks:read, tasks:write or tasks:admin, each including the one before.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "tasks:write")]
    pub(crate) scope: Option<Scope>,
    /// The projects that it is limited to.
    #[serde(default)]
    #[schema(value_type = Option<Vec<uuid::Uuid>>)]
    pub(crate) project_ids: Option<Vec<ProjectId>>,
    /// When it ends.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub(crate) expires_at: Option<Timestamp>,
}

/// An invite to make.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewInvite)]
pub(crate) struct NewInviteBody {
    /// Only for this address.
    pub(crate) email: Option<String>,
    /// Days that it is good for, 1 to 30; 7 where nothing is said.
    pub(crate) days: Option<u32>,
}
