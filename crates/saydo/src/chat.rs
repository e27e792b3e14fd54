//! A conversation with the chat endpoint, printed as it arrives.

use anyhow::Context as _;
use futures_util::TryStreamExt as _;
use reqwest::Method;
use serde_json::{Value, json};

use crate::backend::view::Tasks;
use crate::backend::{Backend, Call, new_request};
use crate::print::{self, DIM, GREEN, YELLOW, styled};
use crate::problem::Problem;

/// One conversation.
pub(crate) struct Conversation<'a> {
    backend: &'a Backend,
    id: Option<String>,
    json: bool,
    yes: bool,
}

/// Something that waits for a yes.
pub(crate) struct Question {
    token: String,
    words: String,
}

impl<'a> Conversation<'a> {
    /// A new conversation, or the one with this id.
    pub(crate) fn new(backend: &'a Backend, id: Option<String>, json: bool, yes: bool) -> Self {
        Self {
            backend,
            id,
            json,
            yes,
        }
    }

    /// Says something and prints the answer. Where the answer asks for a yes, the next message may
    /// give it.
    ///
    /// # Errors
    /// When the server refuses or the connection breaks.
    pub(crate) async fn say(&mut self, message: &str) -> anyhow::Result<Option<Question>> {
        let mut body = json!({ "message": message, "request_id": new_request() });
        if let Some(id) = &self.id {
            body["conversation"] = id.clone().into();
        }
        let mut question = self.turn("/v1/chat", body).await?;
        while let Some(asked) = question.take_if(|_| self.yes) {
            question = self.answer(&asked, true).await?;
        }
        Ok(question)
    }

    /// Says something and has the user answer what the answer asks. Without a terminal to ask on
    /// the question stays open.
    ///
    /// # Errors
    /// As [`Conversation::say`].
    pub(crate) async fn say_and_settle(&mut self, message: &str) -> anyhow::Result<()> {
        let mut question = self.say(message).await?;
        while let Some(asked) = question {
            let Some(accept) = print::confirm(&styled(YELLOW, &asked.words))? else {
                let id = self.id.as_deref().unwrap_or_default();
                let text = format!(
                    "nothing is changed yet; to say yes: saydo chat --conversation {id} yes"
                );
                return Err(Problem::refused(text).into());
            };
            question = self.answer(&asked, accept).await?;
        }
        Ok(())
    }

    async fn answer(&mut self, asked: &Question, accept: bool) -> anyhow::Result<Option<Question>> {
        let body = json!({ "conversation": self.id, "token": asked.token, "accept": accept });
        self.turn("/v1/chat/confirm", body).await
    }

    async fn turn(&mut self, path: &str, body: Value) -> anyhow::Result<Option<Question>> {
        let call = Call::new(Method::POST, path).json(body).stream();
        let mut events = self.backend.send(call).await?.events();
        let mut question = None;
        let mut is_mid_line = false;
        let mut said = String::new();
        while let Some(event) = events.try_next().await? {
            if event.data == "[DONE]" {
                break;
            }
            if self.json {
                print::line(&event.data)?;
            }
            let part: Value =
                serde_json::from_str(&event.data).context("cannot read the answer")?;
            let data = &part["data"];
            match part["type"].as_str().unwrap_or_default() {
                "data-conversation" => {
                    self.id = data["id"].as_str().map(str::to_owned).or(self.id.take());
                }
                "data-confirm" => {
                    let text = |name: &str| data[name].as_str().unwrap_or_default().to_owned();
                    question = Some(Question {
                        token: text("token"),
                        words: text("words"),
                    });
                }
                "error" => {
                    let text = part["errorText"].as_str().unwrap_or("the turn failed");
                    return Err(Problem::unavailable(text).into());
                }
                _ if self.json => {}
                "text-delta" => {
                    let delta = part["delta"].as_str().unwrap_or_default();
                    print::piece(delta)?;
                    said.push_str(delta);
                    is_mid_line = !delta.is_empty() && !delta.ends_with('\n');
                }
                "text-end" if is_mid_line => {
                    print::line("")?;
                    is_mid_line = false;
                }
                "data-receipt" => receipt(data, &said)?,
                "data-tasks" => {
                    let page: Tasks = serde_json::from_value(data.clone())?;
                    print::tasks(&page)?;
                }
                "data-choices" => choices(data)?,
                _ => {}
            }
        }
        if is_mid_line {
            print::line("")?;
        }
        Ok(question)
    }
}

fn receipt(data: &Value, said: &str) -> std::io::Result<()> {
    let words = data["words"].as_str().unwrap_or_default();
    if !said.contains(words) {
        print::line(&format!("{} {words}", styled(GREEN, "✓")))?;
    }
    if let Some(change) = data["change_id"].as_str() {
        print::say(&styled(
            DIM,
            &format!("  take it back: saydo undo {change}"),
        ));
    }
    Ok(())
}

fn choices(data: &Value) -> std::io::Result<()> {
    for (index, choice) in data["choices"].as_array().into_iter().flatten().enumerate() {
        let label = choice["label"].as_str().unwrap_or_default();
        print::line(&format!("  {}. {label}", index + 1))?;
    }
    Ok(())
}
