//! The only file that knows roles: what a process serves is put together here and nowhere else.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context as _;
use app::App;
use axum::Router;
use axum::response::Redirect;
use axum::routing::get;
use axum::serve::ListenerExt as _;
use secrecy::ExposeSecret as _;
use server::{Metrics, ServerOptions, Surfaces};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::backend;
use crate::config::{DatabaseSettings, Settings, SignUp};
use crate::data_lock::{self, DataLock};
use crate::drain::draining;
use crate::forward::{Elsewhere, forwarding};
use crate::problem::Problem;
use crate::{print, signals};

/// What a process does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Roles {
    api: bool,
    chat: bool,
    mcp: bool,
    web: bool,
    worker: bool,
}

impl Roles {
    fn of(settings: &Settings) -> Self {
        let has = |word: &str| {
            settings
                .roles
                .iter()
                .any(|role| role == word || role == "all")
        };
        Self {
            api: has("api"),
            chat: has("chat"),
            mcp: has("mcp"),
            web: has("web"),
            worker: has("worker"),
        }
    }

    fn is_web_only(self) -> bool {
        self.ports() == [3000, 3001]
    }

    /// The roles that work on the database; the web role alone needs none.
    fn on_database(self) -> Vec<&'static str> {
        let roles = [self.api, self.chat, self.mcp, self.worker];
        let named = data_lock::ROLES.into_iter().zip(roles);
        named
            .filter_map(|(name, has)| has.then_some(name))
            .collect()
    }

    /// Where the web role finds what other processes serve.
    fn elsewhere(self, settings: &Settings) -> Elsewhere {
        let find = |is_here: bool, url: &Option<String>, port: u16| {
            let default = || format!("http://{}:{port}", Ipv4Addr::LOCALHOST);
            (self.web && !is_here).then(|| url.clone().unwrap_or_else(default))
        };
        Elsewhere {
            api: find(self.api, &settings.api_url, 8000),
            chat: find(self.chat, &settings.chat_url, 8001),
            mcp: find(self.mcp, &settings.mcp_url, 8002),
        }
    }

    fn surfaces(self) -> Surfaces {
        Surfaces {
            api: self.api,
            chat: self.chat,
            mcp: self.mcp,
            web: self.web,
        }
    }

    /// The ports that a process with these roles has where nothing is said.
    fn ports(self) -> &'static [u16] {
        match self {
            Self {
                api: true,
                chat: false,
                mcp: false,
                web: false,
                worker: false,
            } => &[8000],
            Self {
                api: false,
                chat: true,
                mcp: false,
                web: false,
                worker: false,
            } => &[8001],
            Self {
                api: false,
                chat: false,
                mcp: true,
                web: false,
                worker: false,
            } => &[8002],
            Self {
                api: false,
                chat: false,
                mcp: false,
                web: false,
                worker: true,
            } => &[8003],
            Self {
                api: false,
                chat: false,
                mcp: false,
                web: true,
                worker: false,
            } => &[3000, 3001],
            _ => &[8080],
        }
    }
}

/// What a process with these settings listens on.
pub(crate) fn addresses(settings: &Settings) -> Vec<SocketAddr> {
    if !settings.listen.is_empty() {
        return settings.listen.clone();
    }
    let ports = Roles::of(settings).ports();
    ports
        .iter()
        .map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, *port)))
        .collect()
}

/// Serves until the process is told to end.
///
/// # Errors
/// When the database or an address cannot be used; nothing has been served then.
pub(crate) async fn serve(settings: Settings) -> anyhow::Result<()> {
    let roles = Roles::of(&settings);
    let on_database = roles.on_database();
    let mut lock = match &settings.database {
        DatabaseSettings::Embedded(folder) if !on_database.is_empty() => {
            Some(DataLock::take(folder, &on_database)?)
        }
        _ => None,
    };
    let listeners = listen(&settings).await?;
    let address = listeners
        .first()
        .context("nothing is listened on")?
        .local_addr()?;
    if let Some(lock) = &mut lock {
        lock.note(address)?;
    }
    let app = if on_database.is_empty() {
        None
    } else {
        Some(backend::open(&settings, backend::Migrate::Embedded).await?)
    };

    let metrics = Metrics::new();
    let shutdown = CancellationToken::new();
    let tasks = TaskTracker::new();
    let router = match &app {
        None => server::web_app(metrics.clone()),
        Some(app) => server::router(
            app.clone(),
            backend::chat(&settings, app)?,
            options(&settings),
            roles.surfaces(),
            metrics.clone(),
        ),
    };
    let router = draining(forwarding(router, roles.elsewhere(&settings))?, &shutdown);
    for (index, listener) in listeners.into_iter().enumerate() {
        let router = if roles.is_web_only() && index == 1 {
            at_chat(router.clone())
        } else {
            router.clone()
        };
        tasks.spawn(serve_on(listener, router, shutdown.clone()));
    }
    if let Some(app) = app.as_ref().filter(|_| roles.worker) {
        let observe = move |late| metrics.reminder_fired(late);
        tasks.spawn(worker::run(
            app.clone(),
            worker::Options::default(),
            observe,
            shutdown.clone(),
        ));
    }
    tasks.close();
    // Whoever has read that it is ready may tell it to end.
    let end = signals::listen();
    greet(app.as_ref(), &settings, roles, address).await?;

    end.await;
    tracing::info!("ending: no new requests, finishing what has begun");
    shutdown.cancel();
    if tokio::time::timeout(signals::DRAIN, tasks.wait())
        .await
        .is_err()
    {
        tracing::warn!("some requests did not end in time and were cut off");
    }
    if let Some(app) = app {
        app.close().await;
    }
    drop(lock);
    Ok(())
}

async fn listen(settings: &Settings) -> anyhow::Result<Vec<TcpListener>> {
    let mut listeners = Vec::new();
    for address in addresses(settings) {
        let listener = TcpListener::bind(address).await.map_err(|error| {
            let text = format!("cannot listen on {address}; choose another address with --listen");
            Problem::unavailable(text).caused_by(error)
        })?;
        listeners.push(listener);
    }
    Ok(listeners)
}

async fn serve_on(listener: TcpListener, router: Router, shutdown: CancellationToken) {
    let listener = listener.tap_io(|connection| {
        // Answers are small; waiting to fill a packet only makes them late.
        let _ = connection.set_nodelay(true);
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service)
        .with_graceful_shutdown(async move { shutdown.cancelled().await })
        .await;
    if let Err(error) = served {
        tracing::error!(
            error = &error as &dyn std::error::Error,
            "cannot go on listening"
        );
    }
}

/// The same, opening at the chat.
fn at_chat(router: Router) -> Router {
    Router::new()
        .route("/", get(|| async { Redirect::to("/chat") }))
        .fallback_service(router)
}

/// Says where the server is found: one line on standard output, with a link that signs the owner
/// in once. A server that others can reach prints no such link, nor does one whose browsers come
/// through another process at an address that it does not know.
async fn greet(
    app: Option<&App>,
    settings: &Settings,
    roles: Roles,
    address: SocketAddr,
) -> anyhow::Result<()> {
    let url = settings
        .public_url
        .clone()
        .unwrap_or_else(|| format!("http://{address}"));
    let is_own =
        matches!(settings.database, DatabaseSettings::Embedded(_)) || address.ip().is_loopback();
    let reaches_browsers = roles.api && (roles.web || settings.public_url.is_some());
    let Some(app) = app.filter(|_| reaches_browsers && is_own) else {
        tracing::info!(url, "listening");
        return Ok(());
    };
    let owner = app.local_owner().await.map_err(backend::from_account)?;
    let secret = app
        .create_link(&owner)
        .await
        .map_err(backend::from_account)?;
    let link = format!("{url}/sign-in/link?token={}", secret.expose_secret());
    print::line(&format!("saydo is ready, open {link}"))?;
    Ok(())
}

fn options(settings: &Settings) -> ServerOptions {
    ServerOptions {
        public_url: settings.public_url.clone(),
        sign_up: match settings.sign_up {
            SignUp::Open => app::account::SignUp::Open,
            SignUp::Invite => app::account::SignUp::Invite,
            SignUp::Closed => app::account::SignUp::Closed,
        },
        trusted_proxies: settings.trusted_proxies as usize,
        actor_requests_per_minute: settings.rate_limit,
        address_requests_per_minute: settings.address_rate_limit,
        sign_in_requests_per_minute: settings.sign_in_rate_limit,
        mcp_hosts: settings.mcp_hosts.clone(),
        mcp_origins: settings.mcp_origins.clone(),
        mcp_sessions: settings.mcp_sessions,
        oauth_registration: settings.oauth_registration,
        ..ServerOptions::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(roles: &[&str], ports: &[u16]) {
        let values = crate::config::load(vec![("role", roles.join(","))], None).unwrap();
        let settings = values.settings().unwrap();

        let found: Vec<u16> = addresses(&settings).iter().map(SocketAddr::port).collect();

        assert_eq!(found, ports);
    }

    #[test]
    fn every_role_has_its_port() {
        check(&["all"], &[8080]);
        check(&["api"], &[8000]);
        check(&["chat"], &[8001]);
        check(&["mcp"], &[8002]);
        check(&["worker"], &[8003]);
        check(&["web"], &[3000, 3001]);
        check(&["api", "chat"], &[8080]);
    }
}
