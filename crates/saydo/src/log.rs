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
    let filter = EnvFilter::try_new(&settings.log).map_err(|error| {
        let text = format!(
            "log: '{}' is no filter; write a level such as info",
            settings.log
        );
        Problem::usage(text).caused_by(error)
    })?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter);
    let is_terminal = std::io::stderr().is_terminal();
    let started = match settings.log_format {
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
