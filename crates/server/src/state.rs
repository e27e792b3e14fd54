//! What every handler works with.

use std::ops::Deref;
use std::sync::{Arc, Once};
use std::time::Duration;

use agent::Chat;
use app::App;

use crate::metrics::Metrics;
use crate::oauth::KnownClients;
use crate::options::ServerOptions;
use crate::rate::Rate;

/// How often changes of other processes are looked for.
const POLL: Duration = Duration::from_secs(1);

/// What every handler works with. Cheap to clone.
#[derive(Clone)]
pub(crate) struct ServerState(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) app: App,
    pub(crate) chat: Chat,
    pub(crate) options: ServerOptions,
    pub(crate) metrics: Metrics,
    pub(crate) clients: KnownClients,
    pub(crate) actor_rate: Rate,
    pub(crate) address_rate: Rate,
    pub(crate) sign_in_rate: Rate,
    polling: Once,
}

impl ServerState {
    pub(crate) fn new(app: App, chat: Chat, options: ServerOptions, metrics: Metrics) -> Self {
        let actor_rate = Rate::new("actor", options.actor_requests_per_minute);
        let address_rate = Rate::new("address", options.address_requests_per_minute);
        let sign_in_rate = Rate::new("sign-in", options.sign_in_requests_per_minute);
        Self(Arc::new(Inner {
            app,
            chat,
            options,
            metrics,
            clients: KnownClients::default(),
            actor_rate,
            address_rate,
            sign_in_rate,
            polling: Once::new(),
        }))
    }
}

impl ServerState {
    /// From now on looks every second whether another process has written: behind every hint
    /// stands a look. Ends with the last router.
    pub(crate) fn poll_feed(&self) {
        self.polling.call_once(|| {
            let inner = Arc::downgrade(&self.0);
            tokio::spawn(async move {
                loop {
                    tokio::time::sleep(POLL).await;
                    let Some(inner) = inner.upgrade() else { return };
                    if let Err(error) = inner.app.poll_feed().await {
                        tracing::debug!(
                            error = &error as &dyn std::error::Error,
                            "could not look for changes of other processes"
                        );
                    }
                }
            });
        });
    }
}

impl Deref for ServerState {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
