//! `saydo rm`: moves tasks to the trash, and back.

use clap::Args;

use crate::backend::view::TaskAction;
use crate::print;

use super::Session;

/// Move tasks to the trash, for 30 days unless set otherwise; `saydo undo` brings them back.
#[derive(Debug, Args)]
pub(super) struct Rm {
    /// Numbers (12, #12), or the words of one title each.
    #[arg(required = true, value_name = "TASK")]
    tasks: Vec<String>,
    /// Of a recurring task only this occurrence.
    #[arg(long, conflicts_with = "restore")]
    this: bool,
    /// Bring them back from the trash instead.
    #[arg(long)]
    restore: bool,
}

impl Rm {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let action = match (self.this, self.restore) {
            (true, _) => TaskAction::DeleteThis,
            (_, true) => TaskAction::Restore,
            _ => TaskAction::Delete,
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
