//! `saydo completions` and `saydo man`: what shells and `man` need to know.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Command};

use crate::print;

/// Print completions for a shell.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: saydo completions bash > ~/.local/share/bash-completion/completions/saydo"
)]
pub(super) struct Completions {
    /// The shell.
    shell: clap_complete::Shell,
}

impl Completions {
    pub(super) fn run(self, command: &mut Command) -> anyhow::Result<()> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, command, "saydo", &mut script);
        Ok(print::piece(&String::from_utf8(script)?)?)
    }
}

/// Write man pages, one per verb.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// The folder to write them to.
    folder: PathBuf,
}

impl Man {
    pub(super) fn run(self, command: &Command) -> anyhow::Result<()> {
        let folder = self.folder;
        std::fs::create_dir_all(&folder)
            .and_then(|()| clap_mangen::generate_to(command.clone(), &folder))
            .with_context(|| format!("cannot write man pages to {}", folder.display()))
    }
}
