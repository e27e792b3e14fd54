//! Changes of projects, sections and tags, with what is said of them.

use serde_json::Value;

use super::client::Called;
use super::event::{AgentEvent, Reason, Receipt};
use super::receipt::change_id;
use super::say;
use super::session::{Session, Trouble};
use crate::tools::{ToolResult, quoted};

/// The tool that carries them out.
pub(super) const ORGANIZE: &str = "organize";

impl Session {
    /// Calls the tool and tells what it did, or asks what it asks.
    pub(super) async fn organize(&mut self, args: Value) -> Result<Reason, Trouble> {
        let result = match self.request(ORGANIZE, args.clone(), None).await? {
            Called::Asks(question) => return self.hold(ORGANIZE, args, question).await,
            Called::Done(result) => result,
        };
        if result.is_error {
            self.say(say::sentence(&result.summary)).await;
        } else {
            self.organized(&args, &result).await;
        }
        Ok(Reason::Done)
    }

    /// Tells what a call with these arguments did.
    pub(super) async fn organized(&mut self, args: &Value, result: &ToolResult) {
        let change = change_id(result);
        let words = words(args, change.is_some());
        self.say(words.clone()).await;
        if let Some(change_id) = change {
            self.state.note_turn(self.turn.id);
            self.show(AgentEvent::Receipt(Receipt {
                change_id,
                words,
                tasks: Vec::new(),
                diffs: Vec::new(),
            }))
            .await;
        }
    }
}

/// "Added the project "Family".", from the arguments of a call that was carried out.
fn words(args: &Value, is_change: bool) -> String {
    let text = |name: &str| args[name].as_str().unwrap_or_default();
    let (kind, name) = (text("kind"), quoted(text("name")));
    if !is_change {
        return format!("The {kind} {name} is like that already.");
    }
    match text("action") {
        "add" => match args["parent"].as_str() {
            Some(parent) => format!("Added the {kind} {name} to {}.", quoted(parent)),
            None => format!("Added the {kind} {name}."),
        },
        "change" if text("new_name").is_empty() => format!("Changed the {kind} {name}."),
        "change" => format!("Renamed the {kind} {name} to {}.", quoted(text("new_name"))),
        "archive" => format!("Archived the {kind} {name}."),
        "unarchive" => format!("The {kind} {name} is back from the archive."),
        _ => format!("Deleted the {kind} {name}."),
    }
}
