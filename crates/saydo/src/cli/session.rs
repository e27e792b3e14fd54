//! What a verb works with: the settings, and the database or server that they lead to.

use app::App;
use secrecy::ExposeSecret as _;

use super::Global;
use crate::backend::{self, Backend, Remote};
use crate::config::{self, Settings, Source, Values};
use crate::credentials::Credentials;
use crate::problem::Problem;

/// The settings of one run.
pub(crate) struct Session {
    pub(crate) values: Values,
    pub(crate) settings: Settings,
    pub(crate) json: bool,
}

/// Reads the settings; `flags` are those of the verb itself.
pub(super) fn open(
    global: &Global,
    mut flags: Vec<(&'static str, String)>,
) -> anyhow::Result<Session> {
    if let Some(data) = &global.data {
        let text = data
            .to_str()
            .ok_or_else(|| Problem::usage("--data is not valid text"))?;
        flags.push(("data", text.to_owned()));
    }
    if let Some(server) = &global.server {
        flags.push(("server", server.clone()));
    }
    for pair in &global.set {
        flags.push(config::parse_pair(pair)?);
    }
    let values = config::load(flags, global.config.clone())?;
    let settings = values.settings()?;
    Ok(Session {
        values,
        settings,
        json: global.json,
    })
}

impl Session {
    /// The server or database that task verbs work on.
    ///
    /// A flag decides; then a configured server; then a configured database; then the server last
    /// signed in to; then the user's own database.
    pub(crate) async fn backend(&self) -> anyhow::Result<Backend> {
        match self.remote()? {
            Some(remote) => Ok(Backend::Remote(remote)),
            None => {
                let app = self.local().await?;
                let actor = app.local_owner().await.map_err(backend::from_account)?;
                let chat = backend::chat(&self.settings, &app)?;
                Ok(Backend::Local(Box::new(backend::Local::new(
                    app, chat, actor,
                ))))
            }
        }
    }

    /// The server, where the verb is to talk to one.
    pub(crate) fn remote(&self) -> anyhow::Result<Option<Remote>> {
        let Some(server) = self.server()? else {
            return Ok(None);
        };
        let given = self
            .settings
            .token
            .as_ref()
            .map(|token| token.expose_secret().to_owned());
        let token = match given {
            Some(token) => Some(token),
            None => Credentials::load(&self.settings.folders.config)?
                .token(&server)
                .map(str::to_owned),
        };
        Ok(Some(Remote::new(server, token)?))
    }

    /// The address of the server, where the verb is to talk to one.
    pub(crate) fn server(&self) -> anyhow::Result<Option<String>> {
        let is_flag = |name| *self.values.source(name) == Source::Flag;
        let is_local = (is_flag("data") || is_flag("database_url")) && !is_flag("server");
        if is_local {
            return Ok(None);
        }
        if let Some(server) = &self.settings.server {
            return Ok(Some(server.clone()));
        }
        let has_database = ["data", "database_url"]
            .iter()
            .any(|name| *self.values.source(name) != Source::Default);
        if has_database {
            return Ok(None);
        }
        Ok(Credentials::load(&self.settings.folders.config)?.default)
    }

    /// The database, in this process.
    pub(crate) async fn local(&self) -> anyhow::Result<App> {
        backend::open(&self.settings, backend::Migrate::Embedded).await
    }
}
