//! `saydo import`: brings tasks from a file.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::import::{self, Format};
use crate::print;
use crate::problem::Problem;

use super::{Session, progress};

/// Bring tasks from a file. Running the same import again changes nothing.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  saydo import tasks.jsonl
  saydo import --format todoist Chores.csv --dry-run")]
pub(super) struct Import {
    /// The file; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What the file is; without it, what it looks like.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The project for tasks of a CSV file that name none; for Todoist the file's name.
    #[arg(long)]
    project: Option<String>,
    /// Read and check the file, and import nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let text = if self.file.as_os_str() == "-" {
            std::io::read_to_string(std::io::stdin())?
        } else {
            std::fs::read_to_string(&self.file).map_err(|error| {
                Problem::usage(format!("cannot read {}", self.file.display())).caused_by(error)
            })?
        };
        let format = self.format.unwrap_or_else(|| import::guess(&text));
        let stem = self
            .file
            .file_stem()
            .and_then(|stem| stem.to_str())
            .map(str::to_owned);
        let project = match format {
            Format::Todoist => self.project.or(stem),
            _ => self.project,
        };
        let file = import::read(&text, format, project.as_deref())?;
        for remark in &file.remarks {
            print::say(&format!("Note: {remark}."));
        }
        if self.dry_run {
            if session.json {
                let tasks: Vec<_> = file.rows.iter().map(|row| &row.fields).collect();
                return print::json(&json!({ "dry_run": true, "tasks": tasks }));
            }
            let count = file.rows.len();
            return Ok(print::line(&format!(
                "{count} tasks could be imported; nothing was changed."
            ))?);
        }
        let backend = session.backend().await?.importing();
        let bar = progress::tasks(file.rows.len());
        let sent = import::send(&backend, &file, &text, &bar).await;
        bar.finish_and_clear();
        let sent = sent?;
        if session.json {
            return print::json(&json!({ "imported": sent.tasks, "changes": sent.changes }));
        }
        Ok(print::line(&format!("Imported {} tasks.", sent.tasks))?)
    }
}
