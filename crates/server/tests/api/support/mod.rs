//! A server on a database of its own, and people who use it.

mod answer;
mod clock;
mod log;
mod person;

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use agent::Chat;
use app::account::assistants::{Approval, Exchange};
use app::account::{NewAccount, NewToken, SignUp};
use app::clock::TimeOrderedIds;
use app::{App, Database};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request};
use domain::SessionId;
use domain::actor::{Actor, Credential, Scope};
use secrecy::ExposeSecret as _;
use serde_json::Value;
use server::{Metrics, ServerOptions, Surfaces};
use tower::ServiceExt as _;

pub(crate) use answer::Answer;
pub(crate) use clock::TestClock;
pub(crate) use log::LogTap;
pub(crate) use person::Person;

/// A password that nobody guesses.
pub(crate) const PASSWORD: &str = "walnut-ferry-oblique-91";

/// A server on a database of its own.
pub(crate) struct TestApp {
    pub(crate) app: App,
    pub(crate) clock: Arc<TestClock>,
    router: Router,
    folder: Option<tempfile::TempDir>,
}

impl TestApp {
    /// On SQLite.
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// On SQLite, with other options.
    pub(crate) async fn with(change: impl FnOnce(&mut ServerOptions)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::Sqlite(folder.path().join("saydo.db"));
        Self::on(database, Some(folder), change).await
    }

    /// On PostgreSQL.
    pub(crate) async fn on_postgres() -> Self {
        Self::on_postgres_with(|_| {}).await
    }

    /// On PostgreSQL, with other options.
    pub(crate) async fn on_postgres_with(change: impl FnOnce(&mut ServerOptions)) -> Self {
        let database = Database::Postgres {
            url: private_postgres::database().into(),
        };
        Self::on(database, None, change).await
    }

    async fn on(
        database: Database,
        folder: Option<tempfile::TempDir>,
        change: impl FnOnce(&mut ServerOptions),
    ) -> Self {
        log::install();
        let clock = Arc::new(TestClock::new("2026-11-20T10:00:00Z"));
        let is_postgres = folder.is_none();
        let options = app::Options {
            clock: Arc::clone(&clock) as Arc<dyn app::Clock>,
            ids: Arc::new(TimeOrderedIds),
            ..app::Options::new(database)
        };
        let app = App::open(options).await.unwrap();
        if is_postgres {
            app.migrate().await.unwrap();
        }
        let mut options = ServerOptions {
            sign_up: SignUp::Open,
            actor_requests_per_minute: None,
            address_requests_per_minute: None,
            sign_in_requests_per_minute: NonZeroU32::new(1_000),
            ..ServerOptions::default()
        };
        change(&mut options);
        let router = server::router(
            app.clone(),
            Chat::new(app.clone()),
            options,
            Surfaces::ALL,
            Metrics::new(),
        );
        Self {
            app,
            clock,
            router,
            folder,
        }
    }

    /// The same database, opened as another process would.
    pub(crate) async fn another_process(&self) -> App {
        let folder = self.folder.as_ref().expect("on SQLite");
        let database = Database::Sqlite(folder.path().join("saydo.db"));
        App::open(app::Options::new(database)).await.unwrap()
    }

    /// Every byte that the database has written.
    pub(crate) fn stored(&self) -> Vec<u8> {
        let folder = self.folder.as_ref().expect("on SQLite");
        let files = std::fs::read_dir(folder.path()).unwrap();
        files
            .flat_map(|file| std::fs::read(file.unwrap().path()).unwrap())
            .collect()
    }

    /// Sends one request from an address of its own.
    pub(crate) async fn send(&self, mut request: Request<Body>) -> Answer {
        let address: SocketAddr = "192.0.2.1:4000".parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(address));
        Answer::read(self.router.clone().oneshot(request).await.unwrap()).await
    }

    /// Sends one request and leaves its answer unread, for streams.
    pub(crate) async fn open(&self, request: Request<Body>) -> axum::response::Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// A request without any proof.
    pub(crate) async fn anonymous(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        self.send(request.body(body).unwrap()).await
    }

    /// A request without any proof, with these headers.
    pub(crate) async fn anonymous_with(
        &self,
        method: Method,
        path: &str,
        body: Value,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    /// A new account with a token that allows everything.
    pub(crate) async fn person(&self, name: &str) -> Person<'_> {
        let account = NewAccount {
            email: format!("{name}@example.org"),
            password: PASSWORD.into(),
            name: name.to_owned(),
            zone: Some("Europe/Berlin".to_owned()),
            invite: None,
        };
        let actor = self.app.user_create(account).await.unwrap();
        let token = self.token(&actor, Scope::Admin).await;
        Person {
            server: self,
            actor,
            token,
        }
    }

    /// The id of a connected assistant of an account.
    pub(crate) async fn assistant(&self, actor: &Actor) -> String {
        let in_browser = Actor {
            credential: Credential::Session(SessionId::new(actor.user.uuid())),
            ..actor.clone()
        };
        let approval = Approval {
            client_id: "https://assistant.example/client.json".to_owned(),
            name: "Assistant".to_owned(),
            host: None,
            scope: Scope::Write,
            resource: "http://localhost/mcp".to_owned(),
            redirect_uri: "https://assistant.example/callback".to_owned(),
            challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM".to_owned(),
        };
        let code = self
            .app
            .approve_assistant(&in_browser, approval)
            .await
            .unwrap();
        let exchange = Exchange {
            code: code.expose_secret(),
            client_id: "https://assistant.example/client.json",
            redirect_uri: "https://assistant.example/callback",
            verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            resource: None,
        };
        self.app.exchange_code(exchange).await.unwrap();
        self.app.assistants(actor).await.unwrap()[0].id.to_string()
    }

    /// A token of an account.
    pub(crate) async fn token(&self, actor: &Actor, scope: Scope) -> String {
        let new = NewToken {
            name: "test".to_owned(),
            scope,
            projects: None,
            expires_at: None,
        };
        let whole = self.app.create_token(actor, new, None).await.unwrap();
        whole.token.expose_secret().to_owned()
    }
}
