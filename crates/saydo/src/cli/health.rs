//! `saydo health`: whether a server on this machine is ready; for probes in images without a shell.

use std::time::Duration;

use clap::Args;

use crate::backend::{Backend, Call, Remote};
use crate::print;
use crate::problem::Problem;
use crate::roles;

use super::Session;

/// Ask the server on this machine whether it is ready. Exit code 0 when it is.
#[derive(Debug, Args)]
pub(super) struct Health {
    /// Ask whether the process lives, not whether it can serve.
    #[arg(long)]
    live: bool,
}

impl Health {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let server = match &session.settings.server {
            Some(server) => server.clone(),
            None => {
                let address = roles::addresses(&session.settings).first().copied();
                let address = address.ok_or_else(|| Problem::usage("nothing is listened on"))?;
                let port = address.port();
                if address.ip().is_unspecified() {
                    format!("http://127.0.0.1:{port}")
                } else {
                    format!("http://{address}")
                }
            }
        };
        let path = if self.live { "/livez" } else { "/readyz" };
        let backend = Backend::Remote(Remote::new(server.clone(), None)?);
        let ask = backend.send(Call::new(reqwest::Method::GET, path));
        let answer = tokio::time::timeout(Duration::from_secs(5), ask);
        let _ready = answer.await.map_err(|_| {
            Problem::unavailable(format!("{server} did not answer within 5 seconds"))
        })??;
        let word = if self.live { "alive" } else { "ready" };
        if session.json {
            return print::json(&serde_json::json!({ "status": word, "server": server }));
        }
        Ok(print::line(word)?)
    }
}
