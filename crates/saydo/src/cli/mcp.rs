//! `saydo mcp`: lets an assistant on this machine use saydo.

use clap::Args;

use crate::{log, mcp};

use super::Session;

/// Serve an assistant over standard input and output (Model Context Protocol).
#[derive(Debug, Args)]
#[command(after_help = "\
Assistants start this themselves; docs/mcp.md says how to tell them. Examples:
  saydo mcp
  saydo mcp --data ~/saydo
  saydo mcp --server https://todo.example.org")]
pub(super) struct Mcp {}

impl Mcp {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        log::start_beside_output(&session.settings)?;
        match session.remote()? {
            Some(remote) => mcp::carry(remote.assistant()).await,
            None => mcp::serve(session.local().await?).await,
        }
    }
}
