//! `saydo undo`: takes a change back.

use clap::Args;
use serde_json::{Value, json};

use crate::print;

use super::Session;

/// Take back your latest change, or the one that is named.
#[derive(Debug, Args)]
pub(super) struct Undo {
    /// The change, as `--json` printed it.
    #[arg(value_name = "CHANGE")]
    change: Option<String>,
}

impl Undo {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let backend = session.backend().await?;
        let outcome = backend.undo(self.change.as_deref()).await?;
        if session.json {
            let undone = match &outcome["undone"] {
                Value::Array(changes) => changes.first().cloned().unwrap_or_default(),
                one => one.clone(),
            };
            return print::json(&json!({ "undone": undone, "tasks": outcome["tasks"] }));
        }
        print::outcome(&outcome)
    }
}
