//! Changes of projects, sections and tags, with what is said of them.

use serde_json::Value;

use super::client::Called;
use super::event::{AgentEvent, Reason, Receipt};
use super::receipt::change_id;
use super::say;
use super::session::{Session, Trouble};
use super::text::{Text, Words, args};
use crate::tools::ToolResult;

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
        let words = words(self.words, args, change.is_some());
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
fn words(words: Words, args: &Value, is_change: bool) -> String {
    let text = |name: &str| args[name].as_str().unwrap_or_default();
    let kind = match text("kind") {
        "project" => words.say(Text::KindProject),
        "section" => words.say(Text::KindSection),
        "tag" => words.say(Text::KindTag),
        "view" => words.say(Text::KindView),
        other => other.to_owned(),
    };
    let mut facts = args!["kind" => kind, "name" => words.quoted(text("name"))];
    if !is_change {
        return words.with(Text::OrganizeSame, &facts);
    }
    let done = match text("action") {
        "add" => match args["parent"].as_str() {
            Some(parent) => {
                facts.set("parent", words.quoted(parent));
                Text::OrganizeAddedTo
            }
            None => Text::OrganizeAdded,
        },
        "change" if text("new_name").is_empty() => Text::OrganizeChanged,
        "change" => {
            facts.set("new", words.quoted(text("new_name")));
            Text::OrganizeRenamed
        }
        "archive" => Text::OrganizeArchived,
        "unarchive" => Text::OrganizeUnarchived,
        _ => Text::OrganizeDeleted,
    };
    words.with(done, &facts)
}
