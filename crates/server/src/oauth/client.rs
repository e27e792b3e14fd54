//! The program that asks: described by its own page, or registered here.

use std::sync::Arc;
use std::time::{Duration, Instant};

use quick_cache::sync::Cache;

use super::document;
use crate::state::ServerState;

/// How long a document that was fine is not fetched again.
const FRESH: Duration = Duration::from_secs(10 * 60);
const DOCUMENTS: usize = 1_000;

/// A program that wants to be connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Client {
    /// As it identifies itself.
    pub(super) id: String,
    /// What it calls itself.
    pub(super) name: String,
    /// The host of the page that describes it; none for one that has registered itself.
    pub(super) host: Option<String>,
    /// Where it may be answered.
    pub(super) redirect_uris: Vec<String>,
}

/// Documents that were fetched a moment ago. What was wrong is never kept.
pub(crate) struct Known(Cache<String, (Instant, Arc<Client>)>);

impl Default for Known {
    fn default() -> Self {
        Self(Cache::new(DOCUMENTS))
    }
}

/// The program with this id.
///
/// # Errors
/// Why there is none, as a sentence for the person in front of the browser.
pub(super) async fn find(state: &ServerState, client_id: &str) -> Result<Arc<Client>, String> {
    if !client_id.contains(':') {
        return registered(state, client_id).await;
    }
    let url = document::address(client_id)?;
    if let Some((at, client)) = state.clients.0.get(client_id)
        && at.elapsed() < FRESH
    {
        return Ok(client);
    }
    let host = url.host_str().unwrap_or_default();
    let fetched = state.options.outbound.get(url.as_str(), document::BYTES);
    let body = fetched.await.map_err(|error| {
        format!("the description of the assistant at {host} is of no use: {error}")
    })?;
    let client = document::read(&url, &body).map_err(|error| {
        format!("the description of the assistant at {host} is of no use: {error}")
    })?;
    let client = Arc::new(client);
    let kept = (Instant::now(), Arc::clone(&client));
    state.clients.0.insert(client_id.to_owned(), kept);
    Ok(client)
}

async fn registered(state: &ServerState, client_id: &str) -> Result<Arc<Client>, String> {
    let found = state.app.registered_client(client_id).await;
    let found = found.map_err(|error| error.to_string())?;
    let unknown = "saydo does not know this assistant; remove the connection there and add it anew";
    let client = found.ok_or(unknown)?;
    Ok(Arc::new(Client {
        id: client_id.to_owned(),
        name: client.name,
        host: None,
        redirect_uris: client.redirect_uris,
    }))
}
