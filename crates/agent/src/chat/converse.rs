//! A turn that a language model answers, step by step, by the same tools and within limits.

use std::collections::HashSet;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use language::{Context, Reply};
use serde_json::{Value, json};

use super::claims::{Sentences, is_claim};
use super::client::{Called, Offer};
use super::event::Reason;
use super::leave::Said;
use super::session::{Session, Trouble};
use super::text::Text;
use super::{prompt, say};
use crate::model::{
    ChatModel, ModelCall, ModelError, ModelEvent, ModelMessage, ModelRequest, ModelStop, ToolOffer,
    Usage,
};

/// Steps of one turn.
const STEPS: usize = 8;
/// Calls of one turn.
const CALLS: usize = 20;
/// How long a turn may take.
const TURN: Duration = Duration::from_secs(30);
/// Tokens of one turn, read and written.
const TOKENS: u64 = 80_000;
/// Tokens that one step may write.
const STEP_TOKENS: u32 = 2_000;
/// Characters of prose of one turn.
const CHARACTERS: usize = 8_000;

/// Where a turn with a model stands.
pub(super) struct Talk {
    pub(super) offers: Vec<Offer>,
    pub(super) said: Said,
    /// Whether text was read that others may have written.
    pub(super) has_read: bool,
    /// Whether something was changed.
    pub(super) has_changed: bool,
    messages: Vec<ModelMessage>,
    made: HashSet<String>,
    calls: usize,
    characters: usize,
    has_claimed: bool,
    /// Whether nothing of this step was told yet.
    is_silent: bool,
}

/// One finished step.
struct Step {
    text: String,
    calls: Vec<ModelCall>,
    stop: ModelStop,
}

/// Why a step did not finish.
enum Halt {
    Stopped(Reason),
    Failed(ModelError),
}

impl Session {
    /// Lets the model answer what is no command that is understood without it. Where it is no
    /// command at all, but a question for advice or a remark, nothing is done without a yes.
    pub(super) async fn converse(
        &mut self,
        ctx: &Context,
        model: &Arc<dyn ChatModel>,
        reply: &Reply,
    ) -> Result<Reason, Trouble> {
        let mut talk = self.begin_talk(ctx, reply).await?;
        self.usage = Some(Usage::default());
        let reason = self.steps(model, &mut talk, ctx).await?;
        let tokens = self.usage.unwrap_or_default().total();
        tracing::info!(turn.id = %self.turn.id, model.tokens = tokens, model.calls = talk.calls, ?reason, "a language model answered");
        self.end_talk(&talk, reason).await;
        Ok(reason)
    }

    async fn steps(
        &mut self,
        model: &Arc<dyn ChatModel>,
        talk: &mut Talk,
        ctx: &Context,
    ) -> Result<Reason, Trouble> {
        let deadline = tokio::time::sleep(TURN);
        tokio::pin!(deadline);
        for _ in 0..STEPS {
            let step = match self.model_step(model, talk, deadline.as_mut()).await {
                Ok(step) => step,
                Err(Halt::Stopped(reason)) => return Ok(reason),
                Err(Halt::Failed(error)) => {
                    tracing::warn!(model.error = %error, turn.id = %self.turn.id, "a language model failed");
                    self.say(say::sentence(&error.to_string())).await;
                    return Ok(Reason::ModelFailed);
                }
            };
            match step.stop {
                // What was called may be incomplete too.
                ModelStop::Length => return Ok(Reason::Limit),
                ModelStop::Filter => return Ok(Reason::Filtered),
                ModelStop::Complete if step.calls.is_empty() => return Ok(Reason::Done),
                ModelStop::Complete => {}
            }
            talk.messages.push(ModelMessage::Assistant {
                text: step.text,
                calls: step.calls.clone(),
            });
            if let Some(reason) = self.carry_out(step.calls, talk, ctx).await? {
                return Ok(reason);
            }
            if self.usage.unwrap_or_default().total() > TOKENS {
                return Ok(Reason::Budget);
            }
        }
        Ok(Reason::Limit)
    }

    async fn begin_talk(&mut self, ctx: &Context, reply: &Reply) -> Result<Talk, Trouble> {
        let offers = self.tools().await?.offers().await?;
        let conversation = self.app.conversation(&self.actor, self.turn.conversation);
        let mut messages = prompt::history(&conversation.await?.messages);
        let has_read = messages
            .iter()
            .any(|message| matches!(message, ModelMessage::Assistant { .. }));
        messages.push(prompt::message(&self.message, ctx));
        Ok(Talk {
            offers,
            said: Said::new(&self.message, matches!(reply, Reply::SmallTalk(_))),
            has_read,
            has_changed: false,
            messages,
            made: HashSet::new(),
            calls: 0,
            characters: 0,
            has_claimed: false,
            is_silent: true,
        })
    }

    /// One step, told as it comes. Nobody listening any more, too much time or too many words end
    /// it, and the request with it.
    async fn model_step(
        &mut self,
        model: &Arc<dyn ChatModel>,
        talk: &mut Talk,
        mut deadline: Pin<&mut tokio::time::Sleep>,
    ) -> Result<Step, Halt> {
        let mut stream = model.step(ModelRequest {
            system: prompt::SYSTEM,
            tools: talk.offers.iter().map(|offer| offer.tool.clone()).collect(),
            messages: talk.messages.clone(),
            max_tokens: STEP_TOKENS,
        });
        let (mut text, mut sentences) = (String::new(), Sentences::default());
        talk.is_silent = true;
        loop {
            let event = tokio::select! {
                biased;
                () = self.nobody_listens() => return Err(Halt::Stopped(Reason::Cancelled)),
                () = deadline.as_mut() => return Err(Halt::Stopped(Reason::TimedOut)),
                event = stream.next() => event,
            };
            match event {
                Some(Ok(ModelEvent::Text(more))) => {
                    text.push_str(&more);
                    talk.characters += more.chars().count();
                    for sentence in sentences.push(&more) {
                        self.repeat(talk, &sentence).await;
                    }
                    if talk.characters > CHARACTERS {
                        return Err(Halt::Stopped(Reason::Limit));
                    }
                }
                Some(Ok(ModelEvent::Finished { calls, stop, usage })) => {
                    if let Some(rest) = sentences.finish() {
                        self.repeat(talk, &rest).await;
                    }
                    let cost = usage.unwrap_or_else(|| estimate(talk, &text));
                    *self.usage.get_or_insert_default() += cost;
                    return Ok(Step { text, calls, stop });
                }
                Some(Err(error)) => return Err(Halt::Failed(error)),
                None => return Err(Halt::Failed(ModelError::Cut)),
            }
        }
    }

    /// Tells a sentence of the model, unless it claims that something was changed.
    async fn repeat(&mut self, talk: &mut Talk, sentence: &str) {
        if is_claim(sentence) {
            talk.has_claimed = true;
        } else if std::mem::take(&mut talk.is_silent) {
            self.say(sentence.trim_start()).await;
        } else {
            self.append(sentence).await;
        }
    }

    /// Carries calls out in order; why the turn ends, where it does.
    async fn carry_out(
        &mut self,
        calls: Vec<ModelCall>,
        talk: &mut Talk,
        ctx: &Context,
    ) -> Result<Option<Reason>, Trouble> {
        for call in calls {
            talk.calls += 1;
            if talk.calls > CALLS {
                return Ok(Some(Reason::Limit));
            }
            if !talk.made.insert(format!("{} {}", call.name, call.args)) {
                return Ok(Some(Reason::Repeated));
            }
            let result = match self.plan(&call, talk, ctx).await? {
                Called::Done(result) => result,
                Called::Asks(question) => {
                    let reason = self.hold(&call.name, call.args, question).await?;
                    return Ok(Some(reason));
                }
            };
            talk.messages.push(ModelMessage::Tool {
                call: call.id,
                name: call.name,
                result: told(&result.summary, result.structured),
            });
            // Also what a change answers has titles and notes in it.
            talk.has_read = true;
        }
        Ok(None)
    }

    /// Says what the model left open: that nothing was changed, or why it stopped.
    async fn end_talk(&mut self, talk: &Talk, reason: Reason) {
        let why = match reason {
            Reason::Limit => Some(Text::ModelLimit),
            Reason::Repeated => Some(Text::ModelRepeated),
            Reason::TimedOut => Some(Text::ModelTimedOut),
            Reason::Budget => Some(Text::ModelBudget),
            Reason::Filtered => Some(Text::ModelFiltered),
            _ => None,
        };
        if let Some(why) = why {
            self.say(self.words.say(why)).await;
        }
        let is_open = matches!(reason, Reason::Confirmation | Reason::Cancelled);
        if talk.has_changed {
            if reason == Reason::ModelFailed {
                self.say(self.words.say(Text::ModelDoneAbove)).await;
            }
        } else if !is_open && (talk.has_claimed || reason != Reason::Done || !talk.said.asks()) {
            self.say(self.words.say(Text::NothingChanged)).await;
        }
    }
}

/// What a step has cost that does not tell: about a token for four characters.
fn estimate(talk: &Talk, text: &str) -> Usage {
    let read: usize = talk.messages.iter().map(length).sum();
    Usage {
        input: (read / 4) as u64,
        output: (text.len() / 4) as u64,
    }
}

fn length(message: &ModelMessage) -> usize {
    match message {
        ModelMessage::User(text) | ModelMessage::Assistant { text, .. } => text.len(),
        ModelMessage::Tool { result, .. } => result.len(),
    }
}

/// Characters of a result that a model is given.
const RESULT: usize = 12_000;

/// A result as a model reads it.
fn told(summary: &str, data: Value) -> String {
    let whole = json!({ "summary": summary, "data": data }).to_string();
    if whole.len() <= RESULT {
        return whole;
    }
    json!({ "summary": summary, "error": "the result is too long; ask for less" }).to_string()
}

/// The tool as a model sees it: what is the server's own affair is left out.
pub(super) fn offered(name: &str, purpose: &str, mut input: Value) -> ToolOffer {
    for own in OWN {
        if let Some(fields) = input["properties"].as_object_mut() {
            fields.remove(own);
        }
    }
    ToolOffer {
        name: name.to_owned(),
        purpose: purpose.to_owned(),
        input,
    }
}

/// Arguments that a model never gives: the token of a yes, the name of a call, the preview.
pub(super) const OWN: [&str; 3] = ["confirm", "request_id", "dry_run"];
