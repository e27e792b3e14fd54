//! One running turn: reports events, keeps the answer.

use std::sync::Arc;

use app::conversation::Turn;
use app::{App, QueryError};
use domain::actor::Actor;
use language::{Action, Context, Mode, Proposal, Reply};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::client::{Called, ClientError, Tools};
use super::event::{AgentEvent, Reason};
use super::state::{Asked, State};
use super::text::{Text, Words};
use super::{Chat, Input, replay, say};
use crate::model::{ChatModel, Usage};
use crate::tools::ToolResult;

/// One running turn.
pub(super) struct Session {
    pub(super) app: App,
    pub(super) actor: Actor,
    pub(super) turn: Turn,
    pub(super) state: State,
    /// What is being answered, for words that matter beyond the proposal.
    pub(super) message: String,
    /// What is said, in the person's language.
    pub(super) words: Words,
    /// What the language model has cost in this turn, where one was asked.
    pub(super) usage: Option<Usage>,
    model: Option<Arc<dyn ChatModel>>,
    parts: Vec<Value>,
    tools: Option<Tools>,
    calls: usize,
    events: mpsc::Sender<AgentEvent>,
}

/// The store or the app could not; the turn ends without an answer, and a retry takes it up again.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    #[error(transparent)]
    Query(#[from] app::QueryError),
    #[error(transparent)]
    Conversation(#[from] app::conversation::ConversationError),
    #[error(transparent)]
    Confirm(#[from] app::conversation::ConfirmError),
    #[error(transparent)]
    Tools(#[from] ClientError),
    #[error("{0} asked a question where it has none")]
    Unasked(&'static str),
}

impl Session {
    pub(super) fn new(
        chat: &Chat,
        actor: Actor,
        turn: Turn,
        state: State,
        events: mpsc::Sender<AgentEvent>,
    ) -> Self {
        let (parts, message) = (Vec::new(), String::new());
        Self {
            app: chat.app.clone(),
            usage: None,
            model: chat.model.clone(),
            actor,
            turn,
            state,
            message,
            words: Words::of("en"),
            parts,
            tools: None,
            calls: 0,
            events,
        }
    }

    /// Answers, to the end.
    pub(super) async fn run(&mut self, input: Input) {
        let started = AgentEvent::TurnStarted {
            conversation: self.turn.conversation,
            title: self.turn.title.clone(),
            turn: self.turn.id,
        };
        self.report(started).await;
        if let Some(answer) = self.turn.answer.take() {
            for event in replay::events(&answer) {
                self.report(event).await;
            }
            let (reason, usage) = replay::end(&answer);
            self.report(AgentEvent::Finished { reason, usage }).await;
            return;
        }
        let answered = match input {
            Input::Message(message) => self.answer(message).await,
            Input::Answer { token, accept } => self.confirmed(&token, accept).await,
        };
        let reason = match answered {
            Ok(reason) => reason,
            // What was asked for cannot be, such as a tag that does not exist. Only reading fails
            // like this, before anything is changed.
            Err(Trouble::Query(
                error @ (QueryError::Filter(_)
                | QueryError::NotFound { .. }
                | QueryError::Invalid { .. }
                | QueryError::Forbidden(_)),
            )) => {
                self.say(say::sentence(&error.to_string())).await;
                Reason::Done
            }
            Err(trouble) => {
                tracing::warn!(error = %trouble, turn.id = %self.turn.id, "a chat turn failed");
                let message = self.words.say(Text::Failed);
                self.report(AgentEvent::Failed { message }).await;
                return;
            }
        };
        let usage = self.usage;
        self.parts.extend(replay::stop_part(reason, usage));
        let context = self.state.write();
        match self
            .app
            .end_turn(&self.actor, &self.turn, &self.parts, &context)
            .await
        {
            Ok(()) => self.report(AgentEvent::Finished { reason, usage }).await,
            Err(error) => {
                tracing::warn!(error = %error, turn.id = %self.turn.id, "an answer was not kept");
                let message = self.words.say(Text::NotKept);
                self.report(AgentEvent::Failed { message }).await;
            }
        }
    }

    async fn answer(&mut self, message: String) -> Result<Reason, Trouble> {
        let mut ctx = self.app.language_context(&self.actor, Mode::Any).await?;
        self.words = Words::of(&ctx.locale);
        let asked = self.state.take_questions();
        ctx.conversation = asked.language.clone();
        self.message = message;
        match asked.meant(&self.message, &ctx) {
            Some(true) => {
                let one = asked
                    .language
                    .choices
                    .iter()
                    .map(|choice| choice.title.clone());
                self.message = one.collect();
            }
            Some(false) => {
                self.say(self.words.say(Text::Rejected)).await;
                return Ok(Reason::Done);
            }
            None => {}
        }
        if let Some(actions) = asked.chosen(&self.message) {
            return self.act(&ctx, actions, &asked).await;
        }
        let proposal = self.understand(&ctx, &asked);
        self.reply(&ctx, proposal, asked).await
    }

    /// What the message means, as an answer to what was doubtful where it is one.
    fn understand(&mut self, ctx: &Context, asked: &Asked) -> Proposal {
        let alone = language::interpret(&self.message, ctx);
        let Some(doubt) = &asked.doubt else {
            return alone;
        };
        let chosen = doubt.alternative(&self.message);
        // With nothing to choose from, the rest of the sentence was asked for.
        let is_rest = doubt.alternatives.is_empty() && may_be_a_title(&alone);
        let answer = match chosen {
            Some(answer) => answer,
            None if is_rest => &self.message,
            None => return alone,
        };
        let message = doubt.with(answer);
        let whole = language::interpret(&message, ctx);
        if whole.reply != Reply::Act || !whole.doubts.is_empty() || whole.actions.is_empty() {
            return alone;
        }
        self.message = message;
        whole
    }

    async fn reply(
        &mut self,
        ctx: &Context,
        proposal: Proposal,
        asked: Asked,
    ) -> Result<Reason, Trouble> {
        if !proposal.doubts.is_empty() {
            return Ok(self.ask_doubt(proposal).await);
        }
        let (words, reason) = match proposal.reply {
            Reply::Act if !proposal.actions.is_empty() => {
                let mut actions = proposal.actions;
                if asked.language.asked.is_some() && answers_choice(&actions) {
                    actions.extend(asked.rest.iter().cloned());
                }
                return self.act(ctx, actions, &asked).await;
            }
            Reply::SmallTalk(chat) if self.model.is_none() || chat.is_form() => {
                (say::small_talk(chat, ctx), Reason::Done)
            }
            Reply::Help => (self.words.say(Text::Help), Reason::Done),
            reply => match self.model.clone() {
                Some(model) => return self.converse(ctx, &model, &reply).await,
                None if reply == Reply::OutOfScope => (say::out_of_scope(ctx), Reason::Done),
                None => {
                    self.state.put_back(asked);
                    (self.words.say(Text::NotUnderstood), Reason::NotUnderstood)
                }
            },
        };
        self.say(words).await;
        Ok(reason)
    }

    /// Says a sentence; sentences are parted by a space.
    pub(super) async fn say(&mut self, words: impl Into<String>) {
        let mut words = words.into();
        // Some clients print the text without the cards between.
        if self.parts.iter().any(|part| part["type"] == "text") {
            words.insert(0, ' ');
        }
        self.append(&words).await;
    }

    /// Adds text as it is.
    pub(super) async fn append(&mut self, text: &str) {
        let last = self.parts.last_mut().filter(|part| part["type"] == "text");
        match last {
            Some(part) => {
                let before = part["text"].as_str().unwrap_or_default();
                part["text"] = json!(format!("{before}{text}"));
            }
            None => self.parts.push(json!({ "type": "text", "text": text })),
        }
        let delta = text.to_owned();
        self.report(AgentEvent::Text { delta }).await;
    }

    /// Reports a card and keeps it.
    pub(super) async fn show(&mut self, event: AgentEvent) {
        self.parts.extend(replay::part(&event));
        self.report(event).await;
    }

    /// Calls a tool that never asks.
    pub(super) async fn call(
        &mut self,
        name: &'static str,
        args: Value,
    ) -> Result<ToolResult, Trouble> {
        match self.request(name, args, None).await? {
            Called::Done(result) => Ok(result),
            Called::Asks(_) => Err(Trouble::Unasked(name)),
        }
    }

    /// Calls a tool. With `yes`, the person has answered the question of that state.
    pub(super) async fn request(
        &mut self,
        name: &str,
        args: Value,
        yes: Option<String>,
    ) -> Result<Called, Trouble> {
        self.calls += 1;
        let id = format!("{}-{}", self.turn.id, self.calls);
        let call = AgentEvent::ToolCall {
            id: id.clone(),
            name: name.to_owned(),
            args: args.clone(),
        };
        let Value::Object(mut args) = args else {
            return Err(ClientError::Unexpected.into());
        };
        if !matches!(name, "find_tasks" | "get_overview" | "get_history") {
            args.insert("request_id".to_owned(), json!(id));
        }
        self.report(call.clone()).await;
        let called = self.tools().await?.call(name, args, yes).await?;
        let (summary, is_error) = match &called {
            Called::Done(result) => (result.summary.clone(), result.is_error),
            Called::Asks(question) => (question.words.clone(), false),
        };
        let done = AgentEvent::ToolResult {
            id,
            name: name.to_owned(),
            summary,
            is_error,
        };
        self.parts.extend(replay::tool_part(&call, &done));
        self.report(done).await;
        Ok(called)
    }

    /// The connection to the tools, made with the first call.
    pub(super) async fn tools(&mut self) -> Result<&Tools, ClientError> {
        let tools = match self.tools.take() {
            Some(tools) => tools,
            None => Tools::connect(self.app.clone(), self.actor.clone()).await?,
        };
        Ok(self.tools.insert(tools))
    }

    /// Waits until nobody listens any more.
    pub(super) async fn nobody_listens(&self) {
        self.events.closed().await;
    }

    async fn report(&self, event: AgentEvent) {
        // Nobody may be listening any more; the turn is carried out all the same.
        let _ = self.events.send(event).await;
    }
}

/// Whether a text says nothing but what could be a title.
fn may_be_a_title(proposal: &Proposal) -> bool {
    match proposal.actions.as_slice() {
        [] => matches!(proposal.reply, Reply::Unknown | Reply::OutOfScope),
        [Action::Create { drafts }] => drafts.len() == 1 && proposal.doubts.is_empty(),
        _ => false,
    }
}

/// Whether the actions are an answer to a choice: exactly one, on tasks that are known.
fn answers_choice(actions: &[Action]) -> bool {
    let [action] = actions else { return false };
    matches!(action.tasks(), Some(language::TaskRef::Ids(_)))
}
