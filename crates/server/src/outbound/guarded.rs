//! The client behind the way out. A name is looked up once, what is found is checked, and exactly
//! that is connected to, so that no name can answer twice differently.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use futures_util::future::BoxFuture;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::tls::Certificate;
use reqwest::{Client, StatusCode, redirect};
use url::{Host, Url};

use super::public::is_public;
use super::{Fetch, FetchError};

const PATIENCE: Duration = Duration::from_secs(5);

type Lookup = fn(String) -> BoxFuture<'static, std::io::Result<Vec<SocketAddr>>>;

/// https to allowed addresses only, no redirects, no proxy, bounded in time and size.
pub(super) struct Guarded {
    checked: Arc<Checked>,
    roots: Vec<Certificate>,
    client: OnceLock<Option<Client>>,
}

struct Checked {
    lookup: Lookup,
    is_allowed: fn(IpAddr) -> bool,
}

impl Default for Guarded {
    fn default() -> Self {
        let lookup: Lookup =
            |name| Box::pin(async move { Ok(tokio::net::lookup_host((name, 0)).await?.collect()) });
        Self::new(lookup, is_public, Vec::new())
    }
}

impl Guarded {
    fn new(lookup: Lookup, is_allowed: fn(IpAddr) -> bool, roots: Vec<Certificate>) -> Self {
        let checked = Checked { lookup, is_allowed };
        Self {
            checked: Arc::new(checked),
            roots,
            client: OnceLock::new(),
        }
    }

    /// Made when it is first needed: reading the roots of trust takes longer than a start may.
    fn client(&self) -> Result<&Client, FetchError> {
        let made = self.client.get_or_init(|| {
            #[expect(
                clippy::disallowed_methods,
                reason = "this is the one client that checks addresses"
            )]
            let client = Client::builder()
                .dns_resolver(Arc::clone(&self.checked))
                .tls_certs_merge(self.roots.iter().cloned())
                .https_only(true)
                .no_proxy()
                .redirect(redirect::Policy::none())
                .timeout(PATIENCE)
                .build();
            client.inspect_err(report).ok()
        });
        made.as_ref().ok_or(FetchError::Unreachable)
    }

    async fn fetch(&self, url: &str, most: usize) -> Result<Vec<u8>, FetchError> {
        let url = Url::parse(url).map_err(|_| FetchError::Unreachable)?;
        // An address that is no name is never looked up, so it would not be checked.
        if url.scheme() != "https" || !matches!(url.host(), Some(Host::Domain(_))) {
            return Err(FetchError::Unreachable);
        }
        let request = self.client()?.get(url).header("accept", "application/json");
        let mut answer = request.send().await.map_err(unreachable)?;
        if answer.status() != StatusCode::OK {
            return Err(FetchError::Status(answer.status().as_u16()));
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
            if body.len() + chunk.len() > most {
                return Err(FetchError::TooLarge(most));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }
}

impl Fetch for Guarded {
    fn get<'a>(&'a self, url: &'a str, most: usize) -> BoxFuture<'a, Result<Vec<u8>, FetchError>> {
        Box::pin(self.fetch(url, most))
    }
}

impl Resolve for Checked {
    fn resolve(&self, name: Name) -> Resolving {
        let found = (self.lookup)(name.as_str().to_owned());
        let is_allowed = self.is_allowed;
        Box::pin(async move {
            let found = found.await?;
            if found.iter().any(|address| !is_allowed(address.ip())) {
                return Err("the name has an address that is not public".into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

fn unreachable(error: reqwest::Error) -> FetchError {
    report(&error.without_url());
    FetchError::Unreachable
}

fn report(error: &reqwest::Error) {
    tracing::debug!(
        error = error as &dyn std::error::Error,
        "a document was not fetched"
    );
}

#[cfg(test)]
mod tests;
