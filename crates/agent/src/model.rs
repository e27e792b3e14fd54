//! Language models: what the chat needs of one. How it is reached is the adapter's affair.

mod calls;
mod openai;
mod retry;
mod settings;

use std::time::Duration;

use futures_util::stream::BoxStream;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use openai::{ModelSettingsError, OpenAiModel};
pub use settings::{ModelSettings, Provider};

/// A language model that can call tools.
pub trait ChatModel: Send + Sync {
    /// Streams one step: its text as it comes, and at last what the step was. A stream that ends
    /// without [`ModelEvent::Finished`] was cut. Dropping it ends the request.
    fn step(&self, request: ModelRequest) -> BoxStream<'static, Result<ModelEvent, ModelError>>;
}

/// What a model is given for one step.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelRequest {
    /// What it is to do: the same in every step of every turn.
    pub system: &'static str,
    /// The tools, always in the same order.
    pub tools: Vec<ToolOffer>,
    /// What was said and done so far, oldest first.
    pub messages: Vec<ModelMessage>,
    /// Tokens that it may write.
    pub max_tokens: u32,
}

/// A tool that a model may call.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolOffer {
    /// What it is called by.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// JSON schema of its arguments.
    pub input: Value,
}

/// One message of what a model is given.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelMessage {
    /// A person's words.
    User(String),
    /// What the model wrote, and what it called.
    Assistant {
        /// Its words.
        text: String,
        /// Its calls; each is answered by a [`ModelMessage::Tool`].
        calls: Vec<ModelCall>,
    },
    /// What a call gave.
    Tool {
        /// The call.
        call: String,
        /// The tool.
        name: String,
        /// Its result as JSON.
        result: String,
    },
}

/// A tool call of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelCall {
    /// Names the call within its turn.
    pub id: String,
    /// The tool.
    pub name: String,
    /// The arguments; text that is no JSON stands as text.
    pub args: Value,
}

/// One thing that a model does.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelEvent {
    /// More text.
    Text(String),
    /// The step is complete.
    Finished {
        /// What it wants to be called.
        calls: Vec<ModelCall>,
        /// Why it stopped.
        stop: ModelStop,
        /// What it cost, where that is told.
        usage: Option<Usage>,
    },
}

/// Why a model stopped writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelStop {
    /// It is done, or waits for its calls.
    Complete,
    /// It had written as much as it may.
    Length,
    /// Its maker's filter stopped it.
    Filter,
}

/// Tokens of a step, or of a turn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Read.
    pub input: u64,
    /// Written.
    pub output: u64,
}

impl Usage {
    /// All tokens.
    pub fn total(self) -> u64 {
        self.input.saturating_add(self.output)
    }
}

impl std::ops::AddAssign for Usage {
    fn add_assign(&mut self, more: Self) {
        self.input = self.input.saturating_add(more.input);
        self.output = self.output.saturating_add(more.output);
    }
}

/// Why a model did not answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// Nobody answers at its address.
    #[error("the language model cannot be reached; see whether llm_base_url is right and running")]
    Unreachable,
    /// It takes no more for now.
    #[error("the language model takes no more requests for now")]
    Busy {
        /// When to try again, where it says so.
        retry_after: Option<Duration>,
    },
    /// It does not let us in.
    #[error("the language model refuses our key; see llm_api_key")]
    Denied,
    /// It cannot work with what it was sent, such as a model that does not exist.
    #[error("the language model refuses the request with status {status}; see llm_model")]
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// It failed.
    #[error("the language model failed with status {status}")]
    Failed {
        /// The HTTP status.
        status: u16,
    },
    /// It broke off.
    #[error("the language model broke off in the middle of its answer")]
    Cut,
    /// It sent what nobody can read, or more than anybody wants to.
    #[error("the language model sent something that is no answer")]
    Garbled,
}

impl ModelError {
    /// Whether the same request may succeed a little later.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Unreachable | Self::Busy { .. } | Self::Failed { .. }
        )
    }
}
