//! `saydo show`: everything about one task.

use clap::Args;

use crate::print;

use super::Session;

/// Show everything about one task.
#[derive(Debug, Args)]
pub(super) struct Show {
    /// Its number, or words of its title.
    #[arg(required = true, value_name = "TASK")]
    task: Vec<String>,
}

impl Show {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let backend = session.backend().await?;
        let task = backend.resolve(&self.task.join(" ")).await?;
        if session.json {
            return print::json(&backend.task(&task.id).await?);
        }
        print::task_details(&task, &backend.relations(&task.id).await?)?;
        Ok(())
    }
}
