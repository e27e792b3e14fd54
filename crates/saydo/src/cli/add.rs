//! `saydo add`: says what there is to do.

use std::io::Read as _;

use clap::Args;

use crate::print;
use crate::problem::Problem;

use super::Session;

/// Add tasks in your own words; several lines become several tasks.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  saydo add pay rent on the 1st of every month, high priority '#home'
  saydo add 'call mum tomorrow 5pm, remind me an hour before'
  pbpaste | saydo add -")]
pub(super) struct Add {
    /// What to do; `-` reads standard input.
    #[arg(required = true, value_name = "TEXT", allow_hyphen_values = false)]
    text: Vec<String>,
}

impl Add {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let text = if self.text == ["-"] {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            text
        } else {
            self.text.join(" ")
        };
        if text.trim().is_empty() {
            return Err(Problem::usage("there is nothing to add; say what there is to do").into());
        }
        let backend = session.backend().await?;
        let outcome = backend.add(text.trim()).await?;
        if session.json {
            return print::json(&print::pick(&outcome, &["change_id", "tasks"]));
        }
        print::outcome(&outcome)
    }
}
