//! `saydo serve`: serves the web app, the interface for programs, chat and reminders.

use clap::Args;

use crate::{log, roles};

use super::Session;

/// Serve. Prints one line with a link that signs you in once.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  saydo serve
  saydo serve --data ~/saydo --listen 127.0.0.1:9000
  SAYDO_DATABASE_URL=postgres://.. saydo serve --role api --listen 0.0.0.0:8000")]
pub(super) struct Serve {
    /// What to listen on; several are separated by commas.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// What this process does: all, or any list of api, chat, mcp, web, worker.
    #[arg(long, value_name = "ROLES")]
    role: Option<String>,
}

impl Serve {
    /// Its flags as settings.
    pub(super) fn flags(&self, flags: &mut Vec<(&'static str, String)>) {
        let given = [("listen", &self.listen), ("role", &self.role)];
        flags.extend(
            given
                .into_iter()
                .filter_map(|(name, text)| Some((name, text.clone()?))),
        );
    }

    pub(super) fn run(self, session: Session) -> anyhow::Result<()> {
        log::start(&session.settings)?;
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?
            .block_on(roles::serve(session.settings))
    }
}
