//! Output: data to standard output, talk to standard error; colour only where people look.

mod json;
mod outcome;
mod table;
mod task;

pub(crate) use json::{json, pick};
pub(crate) use outcome::{change, outcome};
pub(crate) use table::{plain_rows, rows};
pub(crate) use task::{dates, task_details, tasks};

use std::io::{IsTerminal as _, Write as _};

use anstyle::{AnsiColor, Style};

/// Emphasis.
pub(crate) const BOLD: Style = Style::new().bold();
/// What may be overlooked.
pub(crate) const DIM: Style = Style::new().dimmed();
/// What is wrong or late.
pub(crate) const RED: Style = AnsiColor::Red.on_default();
/// What went well.
pub(crate) const GREEN: Style = AnsiColor::Green.on_default();
/// What wants attention.
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default();
/// Names: tags and projects.
pub(crate) const CYAN: Style = AnsiColor::Cyan.on_default();

/// Whether a person looks at standard output.
pub(crate) fn is_for_people() -> bool {
    std::io::stdout().is_terminal()
}

/// Writes one line of data.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn line(text: &str) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

/// Writes data without a line break, at once.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn piece(text: &str) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    write!(out, "{text}")?;
    out.flush()
}

/// Says something beside the data. Nobody need hear it.
pub(crate) fn say(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Says what went wrong.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{RED}saydo:{RED:#} {text}");
}

/// A text in a style.
pub(crate) fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Asks for one line on the terminal; `None` when there is nobody to ask.
///
/// # Errors
/// When the terminal cannot be read.
pub(crate) fn ask(question: &str) -> std::io::Result<Option<String>> {
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut err = anstream::stderr().lock();
    write!(err, "{question} ")?;
    err.flush()?;
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer)?;
    Ok((read > 0).then(|| answer.trim().to_owned()))
}

/// Asks for a yes; `None` when there is nobody to ask.
///
/// # Errors
/// When the terminal cannot be read.
pub(crate) fn confirm(question: &str) -> std::io::Result<Option<bool>> {
    let answer = ask(&format!("{question} [y/N]"))?;
    let is_yes = |answer: String| matches!(answer.to_ascii_lowercase().as_str(), "y" | "yes");
    Ok(answer.map(is_yes))
}
