//! `saydo config`: shows the settings in effect.

use clap::Args;
use comfy_table::Cell;
use serde_json::{Value, json};

use crate::config::{self, Source};
use crate::print;

use super::Session;

/// Show every setting with its effective value and where it came from. Secrets are masked.
#[derive(Debug, Args)]
pub(super) struct Config {
    /// Print an example file that explains every setting.
    #[arg(long)]
    pub(super) example: bool,
}

impl Config {
    pub(super) fn print_example(&self) -> anyhow::Result<()> {
        Ok(print::piece(&config::example())?)
    }

    pub(super) fn run(self, session: &Session) -> anyhow::Result<()> {
        if session.json {
            let settings = session.values.shown().map(|(name, value, source)| {
                (
                    name.to_owned(),
                    json!({ "value": value, "source": origin(source) }),
                )
            });
            return print::json(&Value::Object(settings.collect()));
        }
        let rows = session
            .values
            .shown()
            .map(|(name, value, source)| vec![name.to_owned(), value, origin(source)]);
        if print::is_for_people() {
            let cells = rows
                .map(|row| row.into_iter().map(Cell::new).collect())
                .collect();
            print::rows(&["setting", "value", "from"], cells)?;
        } else {
            print::plain_rows(rows)?;
        }
        Ok(())
    }
}

fn origin(source: &Source) -> String {
    match source {
        Source::Flag => "flag".to_owned(),
        Source::Variable(name) => name.clone(),
        Source::File(path) => path.display().to_string(),
        Source::Default => "default".to_owned(),
    }
}
