//! Founding an account: user, personal space, owner and Inbox, in one transaction.
//!
//! A system path: nobody can act before it. Sign-up, `saydo user create` and the local owner share it.

use domain::actor::{Actor, Credential, Scope, Via};
use domain::space::Role;
use domain::user::Settings;
use domain::{ProjectId, SpaceId, UserId, Zone};
use jiff::Timestamp;
use store::account::installation;
use store::account::user::{self, NewUser};
use store::{Batch, NewSpace, StoreError, WriteBatch};

use super::email::Email;
use super::error::AccountError;
use super::sign_in::flatten;
use crate::App;

/// The setting that names the local owner.
pub(crate) const LOCAL_OWNER: &str = "local_owner";

/// An account to found.
pub(crate) struct Founder {
    pub(crate) name: String,
    pub(crate) email: Option<Email>,
    pub(crate) password_hash: Option<String>,
    pub(crate) zone: Zone,
}

/// What is written to found an account.
pub(crate) struct Founded {
    pub(crate) user: UserId,
    pub(crate) space: SpaceId,
    pub(crate) writes: WriteBatch,
}

impl App {
    /// The writes that found an account.
    pub(crate) fn bootstrap(&self, founder: Founder) -> Founded {
        let now = self.now();
        let ids = self.ids();
        let user = UserId::new(ids.next());
        let space = SpaceId::new(ids.next());
        let (email, email_key) = founder
            .email
            .map(|email| (email.written, email.key))
            .unzip();
        let row = NewUser {
            id: user,
            email,
            email_key,
            name: founder.name.clone(),
            password_hash: founder.password_hash,
            settings: Settings {
                time_zone: founder.zone,
                ..Settings::default()
            },
            created_at: now,
        };
        let mut writes = user::insert(&row);
        let inbox = ProjectId::new(ids.next());
        writes.append(store::begin_space(
            &NewSpace {
                id: space,
                name: founder.name,
                owner: user,
                inbox,
            },
            now,
        ));
        Founded {
            user,
            space,
            writes,
        }
    }

    /// The actor of the person at the machine, whose account is founded on first use.
    ///
    /// # Errors
    /// [`AccountError::Store`] when the store cannot, [`AccountError::WrongCredentials`] when the
    /// account is disabled.
    pub async fn local_owner(&self) -> Result<Actor, AccountError> {
        match self.find_or_found_local_owner().await {
            // Another process has founded it in the same moment.
            Err(AccountError::Store(StoreError::Unique { .. })) => {
                self.find_or_found_local_owner().await
            }
            other => other,
        }
    }

    async fn find_or_found_local_owner(&self) -> Result<Actor, AccountError> {
        if let Some(owner) = self.known_local_owner().await? {
            return Ok(owner);
        }
        let zone = jiff::tz::TimeZone::system();
        let zone = zone
            .iana_name()
            .and_then(|name| Zone::named(name).ok())
            .unwrap_or_else(Zone::utc);
        let founded = self.bootstrap(Founder {
            name: "me".to_owned(),
            email: None,
            password_hash: None,
            zone,
        });
        let owner = local(founded.user, founded.space);
        let mut batch = Batch::new();
        let key = batch.add(installation::get(LOCAL_OWNER));
        let founding = self.store().transact(batch, move |loaded| {
            let mut writes = WriteBatch::new();
            let is_there = loaded.one(key).is_some();
            if !is_there {
                writes = founded.writes;
                writes.append(installation::insert(LOCAL_OWNER, &founded.user.to_string()));
            }
            Ok((writes, is_there))
        });
        if founding.await.map_err(flatten)? {
            return self
                .known_local_owner()
                .await?
                .ok_or(AccountError::WrongCredentials);
        }
        Ok(owner)
    }

    async fn known_local_owner(&self) -> Result<Option<Actor>, AccountError> {
        let mut batch = Batch::new();
        let key = batch.add(installation::get(LOCAL_OWNER));
        let Some(id) = self.store().read(batch).await?.one(key) else {
            return Ok(None);
        };
        let Ok(id) = id.parse::<UserId>() else {
            return Ok(None);
        };
        let mut batch = Batch::new();
        let key = batch.add(user::get(id));
        let account = self
            .store()
            .read(batch)
            .await?
            .one(key)
            .ok_or(AccountError::WrongCredentials)?;
        if account.user.disabled_at.is_some() {
            return Err(AccountError::WrongCredentials);
        }
        Ok(Some(local(id, account.space)))
    }
}

/// The actor at the machine of a user.
pub(crate) fn local(user: UserId, space: SpaceId) -> Actor {
    Actor {
        user,
        space,
        role: Role::Owner,
        scope: Scope::Admin,
        projects: None,
        credential: Credential::Local,
        via: Via::Cli,
        turn: None,
    }
}

/// A name of a person, in bounds.
pub(crate) fn person_name(text: &str) -> Result<String, AccountError> {
    let name = text.trim();
    let length = name.chars().count();
    if length == 0 || length > domain::limits::NAME_CHARS || name.chars().any(char::is_control) {
        let detail = format!(
            "a name has 1 to {} characters on one line",
            domain::limits::NAME_CHARS
        );
        return Err(AccountError::invalid("/name", detail));
    }
    Ok(name.to_owned())
}

/// A zone by its name; UTC where none is given.
pub(crate) fn zone(name: Option<&str>) -> Result<Zone, AccountError> {
    let Some(name) = name else {
        return Ok(Zone::utc());
    };
    Zone::named(name).map_err(|error| AccountError::invalid("/zone", error.to_string()))
}

/// The instant so long after `now`.
pub(crate) fn after(now: Timestamp, life: jiff::SignedDuration) -> Timestamp {
    now.checked_add(life).unwrap_or(Timestamp::MAX)
}
