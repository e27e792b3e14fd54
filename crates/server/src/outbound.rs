//! Calls to addresses that strangers name. There is one way out, and it reaches public addresses only.

mod guarded;
mod public;

use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;

use guarded::Guarded;

/// Why a document was not fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// Nothing answers there, or it is no public address: never said which.
    #[error("nothing public answers there over https")]
    Unreachable,
    /// The answer is another one than 200; a redirect is not followed.
    #[error("it answers {0} instead of 200")]
    Status(u16),
    /// The answer is longer than it may be.
    #[error("it is longer than {0} bytes")]
    TooLarge(usize),
}

/// Fetches documents whose addresses come from outside.
pub trait Fetch: Send + Sync {
    /// The body of `url`, of at most `most` bytes.
    fn get<'a>(&'a self, url: &'a str, most: usize) -> BoxFuture<'a, Result<Vec<u8>, FetchError>>;
}

/// The way out.
#[derive(Clone)]
pub struct Outbound(Arc<dyn Fetch>);

impl Outbound {
    /// Another way out than the guarded one, for tests.
    pub fn new(fetch: impl Fetch + 'static) -> Self {
        Self(Arc::new(fetch))
    }

    pub(crate) async fn get(&self, url: &str, most: usize) -> Result<Vec<u8>, FetchError> {
        self.0.get(url, most).await
    }
}

impl Default for Outbound {
    /// https to public addresses only, no redirects, no proxy.
    fn default() -> Self {
        Self::new(Guarded::default())
    }
}

impl fmt::Debug for Outbound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Outbound")
    }
}
