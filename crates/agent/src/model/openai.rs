//! Models that speak OpenAI's Chat Completions, at any address: OpenAI's own, Ollama's, vLLM's, and
//! those that other makers offer beside their own protocols.
//! (<https://platform.openai.com/docs/api-reference/chat>)

use std::error::Error as _;
use std::time::Duration;

use futures_util::stream::{self, BoxStream, StreamExt as _};
use reqwest::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, RequestBuilder, Response, Url, redirect};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use sse_stream::{Sse, SseStream};

use super::calls::{Piece, Pieces};
use super::{
    ChatModel, ModelCall, ModelError, ModelEvent, ModelMessage, ModelRequest, ModelSettings,
    ModelStop, Usage, retry,
};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);
/// How long nothing may come.
const SILENCE: Duration = Duration::from_secs(20);
/// Bytes of one step, at most.
const BYTES: usize = 4 * 1024 * 1024;

/// A model that speaks OpenAI's Chat Completions. Cheap to clone.
#[derive(Debug, Clone)]
pub struct OpenAiModel {
    http: Client,
    completions: Url,
    models: Url,
    model: String,
    key: Option<SecretString>,
    limit: &'static str,
}

/// Settings that no model can be reached with.
#[derive(Debug, thiserror::Error)]
pub enum ModelSettingsError {
    /// The address is none.
    #[error("'{0}' is no address of a language model; write one such as http://127.0.0.1:11434/v1")]
    Url(String),
    /// The client could not be made.
    #[error("the client for language models could not be made")]
    Client(#[source] reqwest::Error),
}

impl OpenAiModel {
    /// The model that the settings name. Nothing is asked of it yet.
    ///
    /// # Errors
    /// [`ModelSettingsError`].
    pub fn new(settings: ModelSettings) -> Result<Self, ModelSettingsError> {
        let ModelSettings {
            provider,
            base_url,
            model,
            api_key,
        } = settings;
        let address = |path: &[&str]| {
            address(&base_url, path).ok_or_else(|| ModelSettingsError::Url(base_url.clone()))
        };
        let (completions, models) = (address(&["chat", "completions"])?, address(&["models"])?);
        #[expect(
            clippy::disallowed_methods,
            reason = "the address is an administrator's setting, often on this machine; not a user's"
        )]
        let http = Client::builder()
            .connect_timeout(CONNECT)
            .read_timeout(SILENCE)
            .redirect(redirect::Policy::none())
            .build()
            .map_err(ModelSettingsError::Client)?;
        Ok(Self {
            http,
            completions,
            models,
            model,
            key: api_key,
            limit: provider.limit(),
        })
    }

    /// Opens the stream of an answer, trying again where that may help.
    async fn open(&self, body: &Value) -> Result<Response, ModelError> {
        let mut attempt = 1;
        loop {
            let error = match self.try_open(body).await {
                Ok(response) => return Ok(response),
                Err(error) => error,
            };
            let Some(wait) = retry::wait(attempt, &error, rand::random()) else {
                return Err(error);
            };
            tracing::info!(model.error = %error, attempt, "asking the language model again");
            tokio::time::sleep(wait).await;
            attempt += 1;
        }
    }

    async fn try_open(&self, body: &Value) -> Result<Response, ModelError> {
        let request = self.http.post(self.completions.clone()).json(body);
        let response = self.send(request, "text/event-stream").await?;
        if is_stream(&response) {
            Ok(response)
        } else {
            Err(ModelError::Garbled)
        }
    }

    /// Asks the server which models it has, to see whether it answers and takes the key. Servers that
    /// keep no list are taken for good.
    ///
    /// # Errors
    /// [`ModelError`], as a turn would meet it.
    pub async fn probe(&self) -> Result<(), ModelError> {
        let request = self.http.get(self.models.clone());
        match self.send(request, "application/json").await {
            Ok(_) | Err(ModelError::Refused { status: 404 | 405 }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The answer to a request, where it is a good one. What went wrong is told without what was sent
    /// or received: that holds what people wrote.
    async fn send(
        &self,
        request: RequestBuilder,
        accept: &'static str,
    ) -> Result<Response, ModelError> {
        let request = match &self.key {
            Some(key) => request.bearer_auth(key.expose_secret()),
            None => request,
        };
        let sent = request.header(ACCEPT, accept).send().await;
        let response = sent.map_err(|_| ModelError::Unreachable)?;
        match response.status().as_u16() {
            200..300 => Ok(response),
            401 | 403 => Err(ModelError::Denied),
            408 | 429 => Err(ModelError::Busy {
                retry_after: retry_after(&response),
            }),
            status @ 500.. => Err(ModelError::Failed { status }),
            status => Err(ModelError::Refused { status }),
        }
    }

    fn body(&self, request: &ModelRequest) -> Value {
        let tools = request.tools.iter().map(|tool| {
            json!({ "type": "function", "function": {
                "name": tool.name, "description": tool.purpose, "parameters": tool.input,
            } })
        });
        let mut messages = vec![json!({ "role": "system", "content": request.system })];
        messages.extend(request.messages.iter().map(message));
        let mut body = json!({
            "model": self.model,
            "messages": messages,
            "tools": tools.collect::<Vec<_>>(),
            "stream": true,
            "stream_options": { "include_usage": true },
        });
        body[self.limit] = json!(request.max_tokens);
        body
    }
}

impl ChatModel for OpenAiModel {
    fn step(&self, request: ModelRequest) -> BoxStream<'static, Result<ModelEvent, ModelError>> {
        let (model, body) = (self.clone(), self.body(&request));
        let opening = async move {
            match model.open(&body).await {
                Ok(response) => stream::unfold(Some(Answer::new(response)), next).boxed(),
                Err(error) => stream::iter([Err(error)]).boxed(),
            }
        };
        stream::once(opening).flatten().boxed()
    }
}

/// An answer as far as it has come.
struct Answer {
    events: BoxStream<'static, Result<Sse, ModelError>>,
    pieces: Pieces,
    stop: Option<ModelStop>,
    usage: Option<Usage>,
}

/// The next event of an answer, and the answer after it unless that was the last.
async fn next(answer: Option<Answer>) -> Option<(Result<ModelEvent, ModelError>, Option<Answer>)> {
    let mut answer = answer?;
    loop {
        let read = match answer.events.next().await {
            Some(Ok(event)) => answer.read(event.data.as_deref().unwrap_or_default()),
            // Some servers close without a word once they have said why they stop.
            Some(Err(_)) | None if answer.stop.is_some() => Ok(Read::End),
            Some(Err(error)) => Err(error),
            None => Err(ModelError::Cut),
        };
        match read {
            Ok(Read::Nothing) => {}
            Ok(Read::Text(text)) => return Some((Ok(ModelEvent::Text(text)), Some(answer))),
            Ok(Read::End) => return Some((Ok(answer.finish()), None)),
            Err(error) => return Some((Err(error), None)),
        }
    }
}

/// What one event of the stream brought.
enum Read {
    Nothing,
    Text(String),
    End,
}

impl Answer {
    fn new(response: Response) -> Self {
        let mut left = BYTES;
        let bytes = response.bytes_stream().map(move |chunk| {
            let chunk = chunk.map_err(|_| ModelError::Cut)?;
            left = left.checked_sub(chunk.len()).ok_or(ModelError::Garbled)?;
            Ok::<_, ModelError>(chunk)
        });
        let events = SseStream::from_bytes_stream(bytes);
        Self {
            events: events.map(|event| event.map_err(error_of)).boxed(),
            pieces: Pieces::default(),
            stop: None,
            usage: None,
        }
    }

    fn read(&mut self, data: &str) -> Result<Read, ModelError> {
        match data.trim() {
            "" => return Ok(Read::Nothing),
            "[DONE]" => return Ok(Read::End),
            _ => {}
        }
        let chunk: Value = serde_json::from_str(data).map_err(|_| ModelError::Garbled)?;
        if !chunk["error"].is_null() {
            return Err(ModelError::Cut);
        }
        let usage = &chunk["usage"];
        if usage.is_object() {
            self.usage = Some(Usage {
                input: usage["prompt_tokens"].as_u64().unwrap_or_default(),
                output: usage["completion_tokens"].as_u64().unwrap_or_default(),
            });
        }
        let choice = &chunk["choices"][0];
        match choice["finish_reason"].as_str() {
            None | Some("") => {}
            Some("length") => self.stop = Some(ModelStop::Length),
            Some("content_filter") => self.stop = Some(ModelStop::Filter),
            Some(_) => self.stop = Some(ModelStop::Complete),
        }
        for call in choice["delta"]["tool_calls"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let text = |value: &'_ Value| value.as_str().unwrap_or_default().to_owned();
            let (id, name) = (text(&call["id"]), text(&call["function"]["name"]));
            let args = text(&call["function"]["arguments"]);
            self.pieces.add(Piece {
                index: call["index"].as_u64(),
                id: &id,
                name: &name,
                args: &args,
            })?;
        }
        // A refusal is what the model says, too.
        let said = ["content", "refusal"]
            .iter()
            .filter_map(|field| choice["delta"][field].as_str());
        let said: String = said.collect();
        Ok(if said.is_empty() {
            Read::Nothing
        } else {
            Read::Text(said)
        })
    }

    fn finish(self) -> ModelEvent {
        ModelEvent::Finished {
            calls: self.pieces.finish(),
            stop: self.stop.unwrap_or(ModelStop::Complete),
            usage: self.usage,
        }
    }
}

/// The address of `path` behind the base.
fn address(base_url: &str, path: &[&str]) -> Option<Url> {
    let mut url = Url::parse(base_url).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    url.path_segments_mut().ok()?.pop_if_empty().extend(path);
    Some(url)
}

fn message(message: &ModelMessage) -> Value {
    match message {
        ModelMessage::User(text) => json!({ "role": "user", "content": text }),
        ModelMessage::Assistant { text, calls } if calls.is_empty() => {
            json!({ "role": "assistant", "content": text })
        }
        ModelMessage::Assistant { text, calls } => {
            let calls: Vec<_> = calls.iter().map(tool_call).collect();
            let text = Some(text).filter(|text| !text.is_empty());
            json!({ "role": "assistant", "content": text, "tool_calls": calls })
        }
        ModelMessage::Tool { call, result, .. } => {
            json!({ "role": "tool", "tool_call_id": call, "content": result })
        }
    }
}

fn tool_call(call: &ModelCall) -> Value {
    json!({ "id": call.id, "type": "function", "function": {
        "name": call.name, "arguments": call.args.to_string(),
    } })
}

fn is_stream(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/event-stream"))
}

fn retry_after(response: &Response) -> Option<Duration> {
    let header = response.headers().get(RETRY_AFTER)?;
    let seconds = header.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

fn error_of(error: sse_stream::Error) -> ModelError {
    let cause = error.source().and_then(|cause| cause.downcast_ref());
    cause.cloned().unwrap_or(ModelError::Garbled)
}
