//! `saydo interpret`: what a sentence means, without doing anything.

use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use language::rows::{RowMode, predict};

use crate::problem::Problem;

/// Say what sentences mean, as JSON rows, without doing anything.
///
/// Reads one JSON row per line from standard input and writes one per line.
#[derive(Debug, Args)]
pub(super) struct Interpret {
    /// Read and write JSON rows.
    #[arg(long, required = true)]
    jsonl: bool,
    /// The lists that the rows speak about.
    #[arg(long, value_name = "FILE")]
    fixtures: Option<PathBuf>,
    /// What the rows are.
    #[arg(long, value_enum, default_value_t = Mode::Commands)]
    mode: Mode,
    /// The language of rows that name none, such as de or en-GB.
    #[arg(long, value_name = "TAG", default_value = "en-US")]
    locale: String,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Mode {
    /// Full commands with a state and a history.
    Commands,
    /// Date expressions.
    Dates,
    /// Recurrence phrases.
    Recurrences,
    /// Utterances of which only the action counts.
    Actions,
    /// What the add box makes of a text.
    Titles,
}

impl Interpret {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let mode = match self.mode {
            Mode::Commands => RowMode::Commands,
            Mode::Dates => RowMode::Dates,
            Mode::Recurrences => RowMode::Recurrences,
            Mode::Actions => RowMode::Actions,
            Mode::Titles => RowMode::Titles,
        };
        let fixtures = match &self.fixtures {
            Some(path) => Some(std::fs::read_to_string(path).map_err(|error| {
                Problem::usage(format!("cannot read {}", path.display())).caused_by(error)
            })?),
            None => None,
        };
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        for line in std::io::stdin().lock().lines() {
            let line = line.context("cannot read standard input")?;
            if !line.trim().is_empty() {
                writeln!(
                    out,
                    "{}",
                    predict(&line, mode, fixtures.as_deref(), &self.locale)
                )?;
            }
        }
        out.flush()?;
        Ok(())
    }
}
