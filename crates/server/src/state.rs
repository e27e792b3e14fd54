//! What every handler works with.

use std::ops::Deref;
use std::sync::Arc;

use agent::Chat;
use app::App;

use crate::metrics::Metrics;
use crate::options::ServerOptions;
use crate::rate::Rate;

/// What every handler works with. Cheap to clone.
#[derive(Clone)]
pub(crate) struct ServerState(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) app: App,
    pub(crate) chat: Chat,
    pub(crate) options: ServerOptions,
    pub(crate) metrics: Metrics,
    pub(crate) actor_rate: Rate,
    pub(crate) address_rate: Rate,
    pub(crate) sign_in_rate: Rate,
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
            actor_rate,
            address_rate,
            sign_in_rate,
        }))
    }
}

impl Deref for ServerState {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
