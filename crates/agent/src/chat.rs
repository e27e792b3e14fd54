//! The chat: answers messages, and changes tasks by the tools alone, which it reaches as a client of
//! the MCP server.
//!
//! A turn reads everything from the database and leaves everything there, so any process can
//! answer the next message. It runs to its end also when nobody listens any more, unless it waits
//! for a language model.

mod arguments;
mod ask;
mod claims;
mod client;
mod converse;
mod event;
mod find;
mod leave;
mod listing;
mod missing;
mod organize;
mod plan;
mod prompt;
mod receipt;
mod replay;
mod run;
mod say;
mod session;
mod state;
mod text;
mod whether_done;

use std::sync::Arc;

use app::App;
use app::conversation::{BeginTurn, Turn};
use domain::actor::{Actor, Via};
use domain::{ConversationId, RequestId};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

pub use app::conversation::ConversationError as TurnError;
pub use event::{AgentEvent, Choice, Choices, Confirm, Diff, Reason, Receipt, TaskList};

use crate::model::ChatModel;
use session::Session;
use state::State;

/// Events that wait for a slow listener before the turn waits too.
const WAITING_EVENTS: usize = 64;

/// The events of one turn, in order.
pub type TurnStream = ReceiverStream<AgentEvent>;

/// Answers messages. Cheap to clone; keeps nothing between turns.
#[derive(Clone)]
pub struct Chat {
    app: App,
    model: Option<Arc<dyn ChatModel>>,
}

/// A message to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnRequest {
    /// Where it was said; `None` begins a conversation.
    pub conversation: Option<ConversationId>,
    /// What was said.
    pub message: String,
    /// The caller's name for it: the same again gives the stored answer.
    pub request_id: Option<RequestId>,
}

/// A yes or a no to something that waits for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmRequest {
    /// Where it was asked.
    pub conversation: ConversationId,
    /// The token of the question.
    pub token: String,
    /// Yes or no.
    pub accept: bool,
}

/// What a turn answers.
enum Input {
    Message(String),
    Answer { token: String, accept: bool },
}

impl Chat {
    /// A chat over `app`, without a language model.
    pub fn new(app: App) -> Self {
        Self { app, model: None }
    }

    /// The same, with a model for what is not understood without one.
    #[must_use]
    pub fn with_model(self, model: Arc<dyn ChatModel>) -> Self {
        let model = Some(model);
        Self { model, ..self }
    }

    /// Answers a message.
    ///
    /// # Errors
    /// Before the first event: an unknown conversation, a message that is empty or too long, a
    /// request id that was used for another message, a store that cannot be reached.
    pub async fn turn(&self, actor: &Actor, request: TurnRequest) -> Result<TurnStream, TurnError> {
        let message = request.message.clone();
        let begin = BeginTurn {
            conversation: request.conversation,
            message: request.message,
            request: request.request_id,
        };
        let turn = self.app.begin_turn(actor, begin).await?;
        Ok(self.start(actor, turn, Input::Message(message)))
    }

    /// Answers a question that waits for a yes. The same answer again gives the stored one.
    ///
    /// # Errors
    /// As [`Chat::turn`].
    pub async fn confirm(
        &self,
        actor: &Actor,
        request: ConfirmRequest,
    ) -> Result<TurnStream, TurnError> {
        let ConfirmRequest {
            conversation,
            token,
            accept,
        } = request;
        let begin = BeginTurn {
            conversation: Some(conversation),
            message: if accept { "Yes" } else { "No" }.to_owned(),
            request: format!("confirm:{token}").parse().ok(),
        };
        let turn = self.app.begin_turn(actor, begin).await?;
        Ok(self.start(actor, turn, Input::Answer { token, accept }))
    }

    fn start(&self, actor: &Actor, turn: Turn, input: Input) -> TurnStream {
        let (sender, receiver) = mpsc::channel(WAITING_EVENTS);
        let actor = Actor {
            via: Via::Chat,
            turn: Some(turn.id),
            ..actor.clone()
        };
        let state = State::read(&turn.context);
        let mut session = Session::new(self, actor, turn, state, sender);
        tokio::spawn(async move { session.run(input).await });
        ReceiverStream::new(receiver)
    }
}
