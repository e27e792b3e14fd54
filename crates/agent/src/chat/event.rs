//! What a chat turn reports while it runs: the one source of every chat protocol.

use app::view::TaskView;
use domain::{ChangeId, ConversationId, TurnId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::Usage;

/// One thing that happened in a turn, in order. A turn begins with [`AgentEvent::TurnStarted`] and
/// ends with [`AgentEvent::Finished`] or [`AgentEvent::Failed`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AgentEvent {
    /// The message is kept; what follows answers it.
    TurnStarted {
        /// The conversation, new or not.
        conversation: ConversationId,
        /// What the conversation is called.
        title: String,
        /// The turn: all changes of it carry this id.
        turn: TurnId,
    },
    /// More of the answer's text.
    Text {
        /// To append.
        delta: String,
    },
    /// A tool begins.
    ToolCall {
        /// Names the call within the turn.
        id: String,
        /// The tool.
        name: String,
        /// Its arguments.
        args: Value,
    },
    /// A tool has ended.
    ToolResult {
        /// The call.
        id: String,
        /// The tool.
        name: String,
        /// What it did, in one line.
        summary: String,
        /// Whether it could not do it.
        is_error: bool,
    },
    /// Something has changed.
    Receipt(Receipt),
    /// A list that was asked for.
    Tasks(TaskList),
    /// A question with answers to choose from.
    Choices(Choices),
    /// Something that waits for a yes.
    Confirm(Confirm),
    /// The turn is over and kept.
    Finished {
        /// Why it stopped.
        reason: Reason,
        /// What the language model has cost, where one was asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        usage: Option<Usage>,
    },
    /// The turn could not be completed.
    Failed {
        /// What went wrong and what to do, for people.
        message: String,
    },
}

/// What one tool call has changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    /// What undo takes back.
    pub change_id: ChangeId,
    /// What happened, in words.
    pub words: String,
    /// The tasks as they are now; at most twenty.
    pub tasks: Vec<Value>,
    /// The fields that changed.
    pub diffs: Vec<Diff>,
}

/// One field of one task, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diff {
    /// The task's id.
    pub task: String,
    /// Its title.
    pub title: String,
    /// The field.
    pub field: String,
    /// What it was, in words; empty for nothing.
    pub before_words: String,
    /// What it is, in words; empty for nothing.
    pub after_words: String,
}

/// A list of tasks to show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskList {
    /// What was asked for, as a heading.
    pub title: String,
    /// The tasks, in order.
    pub tasks: Vec<Value>,
}

/// A question with answers to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choices {
    /// The question.
    pub question: String,
    /// The answers; each label can be said back.
    pub choices: Vec<Choice>,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// What to say.
    pub label: String,
    /// The task that it stands for, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<Value>,
}

/// Something that waits for a yes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Confirm {
    /// Answers it, once.
    pub token: String,
    /// The question.
    pub words: String,
    /// How many tasks it is about.
    pub count: usize,
    /// Some of them.
    pub sample: Vec<Value>,
}

/// Why a turn stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The answer is complete.
    Done,
    /// The answer is a question back.
    Question,
    /// Something waits for a yes.
    Confirmation,
    /// The message was not understood.
    NotUnderstood,
    /// The language model wanted more steps, calls or words than a turn may have.
    Limit,
    /// The language model called the same twice.
    Repeated,
    /// The language model took too long.
    TimedOut,
    /// The language model used up the tokens of a turn.
    Budget,
    /// The language model's own filter stopped it.
    Filtered,
    /// The language model did not answer.
    ModelFailed,
    /// Nobody listened any more.
    Cancelled,
}

/// A task as cards show it.
pub(crate) fn card(task: &TaskView) -> Value {
    serde_json::to_value(task).unwrap_or_default()
}
