//! Logging: lines for people or JSON for machines. Standard output carries JSON lines only where
//! that was asked for, because a server's own line with the sign-in link goes there.

use std::io::IsTerminal as _;

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, Settings};
use crate::problem::Problem;

/// Starts logging for a server process.
///
/// # Errors
/// When the filter is malformed.
pub(crate) fn start(settings: &Settings) -> anyhow::Result<()> {
    start_as(settings, settings.log_format)
}

/// Starts logging for a process whose standard output carries a protocol.
///
/// # Errors
/// When the filter is malformed.
pub(crate) fn start_beside_output(settings: &Settings) -> anyhow::Result<()> {
    start_as(settings, LogFormat::Text)
}

fn start_as(settings: &Settings, format: LogFormat) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&settings.log).map_err(|error| {
        let text = format!(
            "log: '{}' is no filter; write a level such as info",
            settings.log
        );
        Problem::usage(text).caused_by(error)
    })?;
    let quiet = agent::mcp::QUIET.parse();
    let filter = filter.add_directive(quiet.expect("the directive is well formed"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter);
    let is_terminal = std::io::stderr().is_terminal();
    let started = match format {
        LogFormat::Json => builder
            .json()
            .flatten_event(true)
            .with_writer(std::io::stdout)
            .try_init(),
        LogFormat::Auto if !is_terminal => builder
            .json()
            .flatten_event(true)
            .with_writer(std::io::stderr)
            .try_init(),
        LogFormat::Auto | LogFormat::Text => {
            let has_colour = is_terminal && !crate::config::no_color();
            builder
                .with_ansi(has_colour)
                .with_writer(std::io::stderr)
                .try_init()
        }
    };
    started
        .map_err(|error| anyhow::anyhow!(error))
        .context("cannot start logging")
}
