//! Importing: files of several formats become rows, rows become chunks of commands that can be
//! sent again without doing anything twice.

mod csv_file;
mod own;
mod row;
mod send;
mod todoist;

pub(crate) use row::{ImportFile, priority};
pub(crate) use send::send;

use crate::problem::Problem;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// What `saydo export` writes.
    Jsonl,
    /// A table with a header line: title, notes, due, priority, project, tags, ..
    Csv,
    /// Todoist's export of one project.
    Todoist,
}

/// Reads a whole file.
///
/// # Errors
/// A [`Problem`] that names the line and the remedy. Nothing has been sent.
pub(crate) fn read(
    text: &str,
    format: Format,
    project: Option<&str>,
) -> anyhow::Result<ImportFile> {
    let file = match format {
        Format::Jsonl => own::read(text),
        Format::Csv => csv_file::read(text, project),
        Format::Todoist => todoist::read(text, project),
    }?;
    if file.rows.is_empty() {
        return Err(Problem::usage("there is no task in this file").into());
    }
    Ok(file)
}

/// The format that a file seems to have.
pub(crate) fn guess(text: &str) -> Format {
    let first = text
        .trim_start_matches('\u{feff}')
        .lines()
        .next()
        .unwrap_or_default();
    if first.trim_start().starts_with('{') {
        Format::Jsonl
    } else if first.to_ascii_uppercase().starts_with("TYPE,CONTENT") {
        Format::Todoist
    } else {
        Format::Csv
    }
}

/// An error about one line.
fn at_line(line: usize, detail: impl std::fmt::Display) -> Problem {
    Problem::usage(format!("line {line}: {detail}; nothing was imported"))
}
