//! What people may see and settle about themselves.

use std::collections::BTreeMap;

use domain::actor::Actor;
use domain::command::Command;
use domain::policy;
use domain::user::Settings;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::WriteBatch;
use store::account::user;
use uuid::Uuid;

use super::bootstrap::person_name;
use super::error::AccountError;
use crate::{App, ExecuteError, Request};

/// The signed-in person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MeView {
    /// Identity.
    pub id: Uuid,
    /// The address they sign in with; null for a local owner without one.
    pub email: Option<String>,
    /// What to call them.
    pub name: String,
    /// Whether they can sign in with a password.
    pub has_password: bool,
    /// A BCP 47 tag.
    pub locale: String,
    /// The IANA zone that floating times follow.
    pub time_zone: String,
    /// monday to sunday.
    pub week_start: String,
    /// dmy, mdy or ymd.
    pub date_order: String,
    /// When the day ends, as HH:MM.
    pub day_rollover: String,
    /// What morning, noon, afternoon, evening and night mean, as HH:MM.
    pub day_parts: BTreeMap<String, String>,
    /// When all-day tasks remind, as HH:MM.
    pub all_day_reminder_time: String,
    /// What a task with a due date gets where nothing is said: minutes before.
    pub default_reminders: Vec<i32>,
}

/// What changes: settings by their names on the wire.
#[derive(Debug, Clone, Default)]
pub struct MeChange {
    /// A new name.
    pub name: Option<String>,
    /// New settings; those that are absent stay.
    pub settings: Map<String, Value>,
}

impl App {
    /// The actor's user.
    ///
    /// # Errors
    /// [`AccountError::Store`] when the store cannot.
    pub async fn me(&self, actor: &Actor) -> Result<MeView, AccountError> {
        policy::may_read(actor)?;
        let account = self.account(actor).await?;
        let mut fields = settings_map(&account.user.settings);
        fields.insert("id".to_owned(), Value::String(actor.user.to_string()));
        fields.insert("email".to_owned(), account.user.email.into());
        fields.insert("name".to_owned(), account.user.name.into());
        fields.insert(
            "has_password".to_owned(),
            account.password_hash.is_some().into(),
        );
        serde_json::from_value(Value::Object(fields)).map_err(|error| {
            AccountError::invalid("", format!("stored settings cannot be shown: {error}"))
        })
    }

    /// Changes what the actor has settled. A new zone takes due dates and reminders along.
    ///
    /// # Errors
    /// [`AccountError::Invalid`] names the field; [`AccountError::Execute`] for what the command
    /// layer says.
    pub async fn update_me(
        &self,
        actor: &Actor,
        change: MeChange,
        request: Option<Request>,
    ) -> Result<MeView, AccountError> {
        let scope = policy::may_administer(actor)?;
        let request = request.as_ref();
        if let Some(answer) = self.answered(scope, request).await? {
            return Ok(answer);
        }
        let name = change.name.map(|name| person_name(&name)).transpose()?;
        if !change.settings.is_empty() {
            let account = self.account(actor).await?;
            let settings = merged(&account.user.settings, change.settings)?;
            let command = Command::UpdateSettings { settings };
            self.execute(actor, command, None)
                .await
                .map_err(from_execute)?;
        }
        let mut me = self.me(actor).await?;
        let mut writes = WriteBatch::new();
        if let Some(name) = name {
            writes = user::set_name(actor.user, &name, self.now());
            me.name = name;
        }
        Ok(self.write_once(scope, request, writes, me).await?)
    }
}

fn settings_map(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

/// The settings with some replaced, each read by itself so that a fault names its field.
fn merged(settings: &Settings, changes: Map<String, Value>) -> Result<Settings, AccountError> {
    let mut fields = settings_map(settings);
    for (name, value) in changes {
        let Some(pointer) = POINTERS.iter().find(|pointer| pointer[1..] == *name) else {
            return Err(AccountError::invalid("", format!("'{name}' is no setting")));
        };
        match (fields.get_mut(&name), value) {
            // Some parts of the day: the others stay.
            (Some(Value::Object(parts)), Value::Object(new)) => parts.extend(new),
            (_, value) => {
                fields.insert(name, value);
            }
        }
        serde_json::from_value::<Settings>(Value::Object(fields.clone()))
            .map_err(|error| AccountError::invalid(pointer, error.to_string()))?;
    }
    serde_json::from_value(Value::Object(fields))
        .map_err(|error| AccountError::invalid("", error.to_string()))
}

const POINTERS: [&str; 8] = [
    "/locale",
    "/time_zone",
    "/week_start",
    "/date_order",
    "/day_rollover",
    "/day_parts",
    "/all_day_reminder_time",
    "/default_reminders",
];

fn from_execute(error: ExecuteError) -> AccountError {
    match error {
        ExecuteError::Forbidden(error) => AccountError::Forbidden(error),
        ExecuteError::Store(error) => AccountError::Store(error),
        other => AccountError::Execute(Box::new(other)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(changes: Value, fault: Option<&str>) {
        let Value::Object(changes) = changes else {
            panic!("an object")
        };
        match (merged(&Settings::default(), changes), fault) {
            (Ok(_), None) => {}
            (Err(AccountError::Invalid { pointer, .. }), Some(expected)) => {
                assert_eq!(pointer, expected)
            }
            (other, _) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_setting_that_cannot_be_is_named() {
        check(
            json!({"time_zone": "Europe/Berlin", "week_start": "sunday"}),
            None,
        );
        check(json!({"time_zone": "Mars/Olympus"}), Some("/time_zone"));
        check(json!({"week_start": "someday"}), Some("/week_start"));
        check(json!({"day_rollover": "4"}), Some("/day_rollover"));
        check(json!({"day_parts": {"morning": "08:00"}}), None);
        check(json!({"day_parts": {"dawn": "05:00"}}), Some("/day_parts"));
        check(
            json!({"default_reminders": ["soon"]}),
            Some("/default_reminders"),
        );
    }

    #[test]
    fn parts_of_the_day_that_are_not_named_stay() {
        let Value::Object(changes) = json!({"day_parts": {"morning": "07:30"}}) else {
            panic!("an object")
        };
        let settings = merged(&Settings::default(), changes).unwrap();
        assert_eq!(settings.day_parts.morning, jiff::civil::time(7, 30, 0, 0));
        assert_eq!(
            settings.day_parts.evening,
            Settings::default().day_parts.evening
        );
    }
}
