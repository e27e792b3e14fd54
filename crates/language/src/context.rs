//! What interpretation depends on besides the text: the moment, the speaker, and the conversation.

use domain::time::TimeSettings;
use domain::{TaskId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::proposal::Action;
use crate::resolve::Candidate;

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The add box: always creates; "delete everything" is a title there.
    Add,
    /// Chat and palette: every command is understood.
    #[default]
    Any,
}

/// A member of the space, for `@name` marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub id: UserId,
    /// The name that marks are compared with.
    pub name: String,
}

/// What the conversation last spoke about. It is kept by the caller between turns.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conversation {
    /// The tasks last spoken about: "it", "that one", "them".
    pub focus: Vec<TaskId>,
    /// The actions that wait for a yes.
    pub pending: Vec<Action>,
    /// The candidates that were offered after an ambiguity, in the order shown.
    pub choices: Vec<Candidate>,
    /// The action that the choice is for.
    pub asked: Option<Action>,
    /// The last shown list, in order: "the second one".
    pub shown: Vec<TaskId>,
}

/// Everything that the meaning of a text depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    /// What kind of text it is.
    pub mode: Mode,
    /// The moment it is said.
    pub now: Timestamp,
    /// The speaker's clock.
    pub time: TimeSettings,
    /// The speaker's language, such as `en-US`. Unknown languages read as English.
    pub locale: String,
    /// Names of projects.
    pub projects: Vec<String>,
    /// Names of sections.
    pub sections: Vec<String>,
    /// Names of tags, without `#`.
    pub tags: Vec<String>,
    /// Members of the space.
    pub members: Vec<Member>,
    /// Whether the space is shared: times are then bound to the speaker's zone.
    pub shared: bool,
    /// What was said before.
    pub conversation: Conversation,
}

impl Context {
    /// A context without names and without a conversation, in mode [`Mode::Any`].
    pub fn new(now: Timestamp, time: TimeSettings, locale: &str) -> Self {
        Self {
            mode: Mode::Any,
            now,
            time,
            locale: locale.to_owned(),
            projects: Vec::new(),
            sections: Vec::new(),
            tags: Vec::new(),
            members: Vec::new(),
            shared: false,
            conversation: Conversation::default(),
        }
    }
}
