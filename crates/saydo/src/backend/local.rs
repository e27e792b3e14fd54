//! A database in this process, behind the same router as a server's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use agent::Chat;
use agent::model::OpenAiModel;
use app::jobs::Retention;
use app::{App, Database};
use axum::Router;
use axum::body::Body as HttpBody;
use axum::http::{Request, header};
use domain::actor::{Actor, Via};
use futures_util::TryStreamExt as _;
use secrecy::SecretString;
use tower::ServiceExt as _;

use crate::config::{DatabaseSettings, Settings};
use crate::problem::Problem;

use super::call::{Answer, Body, Call};
use super::failure;

/// A database in this process, used by the person at the machine.
pub(crate) struct Local {
    app: App,
    chat: Chat,
    actor: Actor,
    router: Router,
}

impl Local {
    /// The owner's view of a database.
    pub(crate) fn new(app: App, chat: Chat, actor: Actor) -> Self {
        let router = server::in_process(app.clone(), chat.clone(), actor.clone());
        Self {
            app,
            chat,
            actor,
            router,
        }
    }

    /// The same, for changes that history shall show as imported.
    pub(super) fn importing(self) -> Self {
        let actor = Actor {
            via: Via::Import,
            ..self.actor
        };
        Self::new(self.app, self.chat, actor)
    }

    /// The answer of the router.
    ///
    /// # Errors
    /// When the call is not well formed.
    pub(super) async fn send(&self, call: Call) -> anyhow::Result<Answer> {
        let target = call.target()?;
        let mut request = Request::builder()
            .method(call.method)
            .uri(target)
            .header(header::ACCEPT, call.accept);
        if let Some(id) = &call.request {
            request = request.header("Idempotency-Key", id.as_str());
        }
        let request = match &call.body {
            Some(body) => request
                .header(header::CONTENT_TYPE, "application/json")
                .body(HttpBody::from(serde_json::to_vec(body)?)),
            None => request.body(HttpBody::empty()),
        }?;
        let response = match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let status = response.status().as_u16();
        let chunks = response
            .into_body()
            .into_data_stream()
            .map_ok(|bytes| bytes.to_vec());
        Ok(Answer {
            status,
            body: Body::new(chunks.map_err(std::io::Error::other)),
        })
    }
}

/// The chat on `app`, with the language model that is set.
///
/// # Errors
/// When the model's settings cannot be used.
pub(crate) fn chat(settings: &Settings, app: &App) -> anyhow::Result<Chat> {
    let chat = Chat::new(app.clone());
    Ok(match &settings.model {
        Some(model) => chat.with_model(Arc::new(OpenAiModel::new(model.clone())?)),
        None => chat,
    })
}

/// Which migrations opening a database may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Migrate {
    /// Those of the embedded database, after a backup; PostgreSQL must have none pending.
    Embedded,
    /// None, and pending ones are no error.
    Never,
}

/// The file of the embedded database in the data `folder`.
pub(crate) fn file(folder: &Path) -> PathBuf {
    folder.join("saydo.db")
}

/// Opens the configured database in this process.
///
/// # Errors
/// When it is newer, damaged, locked, full, out of reach, or lacks migrations.
pub(crate) async fn open(settings: &Settings, migrate: Migrate) -> anyhow::Result<App> {
    let database = match &settings.database {
        DatabaseSettings::Embedded(folder) => {
            make_folder(folder)?;
            Database::Sqlite(file(folder))
        }
        DatabaseSettings::Postgres { url, .. } => Database::Postgres { url: url.clone() },
    };
    let is_postgres = matches!(database, Database::Postgres { .. });
    let options = app::Options {
        migrate: migrate == Migrate::Embedded,
        retention: Retention {
            trash_days: settings.trash_days.into(),
            notification_days: settings.notification_days.into(),
        },
        ..app::Options::new(database)
    };
    let app = App::open(options).await.map_err(failure::from_store)?;
    if is_postgres && migrate == Migrate::Embedded {
        let pending = app
            .pending_migrations()
            .await
            .map_err(failure::from_store)?;
        if !pending.is_empty() {
            let text = format!(
                "the database lacks {} (run `saydo migrate` first)",
                pending.join(", ")
            );
            return Err(Problem::unavailable(text).into());
        }
    }
    Ok(app)
}

/// Opens the PostgreSQL database for migrations, past a pooler.
///
/// # Errors
/// Those of [`open`].
pub(crate) async fn open_direct(settings: &Settings) -> anyhow::Result<App> {
    let mut direct = settings.clone();
    if let DatabaseSettings::Postgres { url, direct_url } = &mut direct.database
        && let Some(given) = direct_url.take()
    {
        *url = SecretString::clone(&given);
    }
    open(&direct, Migrate::Never).await
}

fn make_folder(folder: &Path) -> Result<(), Problem> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| {
        let text = format!(
            "cannot make the folder {}; choose one with --data",
            folder.display()
        );
        Problem::unavailable(text).caused_by(error)
    })
}
