//! `saydo done`: completes, skips or reopens tasks.

use clap::Args;

use crate::backend::view::TaskAction;
use crate::print;

use super::Session;

/// Complete tasks; a recurring one moves on to its next date.
#[derive(Debug, Args)]
pub(super) struct Done {
    /// Numbers (12, #12), or the words of one title each.
    #[arg(required = true, value_name = "TASK")]
    tasks: Vec<String>,
    /// Leave this occurrence out instead.
    #[arg(long, conflicts_with = "reopen")]
    skip: bool,
    /// Open done tasks again instead.
    #[arg(long)]
    reopen: bool,
}

impl Done {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let action = match (self.skip, self.reopen) {
            (true, _) => TaskAction::Skip,
            (_, true) => TaskAction::Reopen,
            _ => TaskAction::Complete,
        };
        let backend = session.backend().await?;
        let mut ids = Vec::new();
        for words in &self.tasks {
            ids.push(backend.resolve(words).await?.id);
        }
        let outcome = backend.act(&ids, action).await?;
        print::change(&outcome, session.json)
    }
}
