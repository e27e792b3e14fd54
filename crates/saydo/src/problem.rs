//! What the user is told when a verb does not succeed, and the exit code that scripts see.

use std::process::ExitCode;

/// What a script can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProblemKind {
    /// Refused, or not found: asking again changes nothing.
    Refused,
    /// The arguments, the input or the configuration are wrong.
    Usage,
    /// The database or the server cannot be used now: try again later.
    Unavailable,
    /// Not signed in, or not allowed.
    NotAllowed,
}

impl ProblemKind {
    fn exit_code(self) -> u8 {
        match self {
            Self::Refused => 1,
            Self::Usage => 2,
            Self::Unavailable => 3,
            Self::NotAllowed => 4,
        }
    }
}

/// The exit codes, for the end of `saydo --help`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  refused or not found; nothing has changed
  2  wrong arguments, input or configuration
  3  the database or the server cannot be used now; try again
  4  not signed in, or not allowed";

/// A sentence for the user and what a script can do about it.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(crate) struct Problem {
    kind: ProblemKind,
    message: String,
    #[source]
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Problem {
    /// A problem with its sentence: lower case, with the thing and the remedy.
    pub(crate) fn new(kind: ProblemKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            source: None,
        }
    }

    /// The same with what caused it.
    pub(crate) fn caused_by(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.source = Some(source.into());
        self
    }

    /// [`ProblemKind::Refused`].
    pub(crate) fn refused(message: impl Into<String>) -> Self {
        Self::new(ProblemKind::Refused, message)
    }

    /// [`ProblemKind::Usage`].
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(ProblemKind::Usage, message)
    }

    /// [`ProblemKind::Unavailable`].
    pub(crate) fn unavailable(message: impl Into<String>) -> Self {
        Self::new(ProblemKind::Unavailable, message)
    }
}

/// Tells the user about `error` on standard error and returns the exit code.
///
/// Output that nobody reads any more (`saydo ls | head -1`) is no error.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    let closed_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(closed_pipe) {
        return ExitCode::SUCCESS;
    }
    crate::print::complain(&sentence(error));
    ExitCode::from(kind_of(error).exit_code())
}

/// Whether the error says that asking again changes nothing.
pub(crate) fn is_refusal(error: &anyhow::Error) -> bool {
    kind_of(error) == ProblemKind::Refused
}

fn kind_of(error: &anyhow::Error) -> ProblemKind {
    for cause in error.chain() {
        if let Some(problem) = cause.downcast_ref::<Problem>() {
            return problem.kind;
        }
        if cause.is::<crate::config::ConfigError>() {
            return ProblemKind::Usage;
        }
    }
    ProblemKind::Refused
}

/// The whole chain in one sentence, without what is said twice.
fn sentence(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain() {
        let part = cause.to_string();
        if text.is_empty() {
            text = part;
        } else if !text.contains(&part) {
            text.push_str(": ");
            text.push_str(&part);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_found_under_any_context() {
        let error = anyhow::Error::new(Problem::unavailable("no server")).context("cannot add");

        assert_eq!(kind_of(&error), ProblemKind::Unavailable);
        assert_eq!(sentence(&error), "cannot add: no server");
    }
}
