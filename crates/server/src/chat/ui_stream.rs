//! The AI SDK's UI message stream, version 1, as a projection of the events of a turn.
//!
//! Every line is one JSON chunk of the protocol; `[DONE]` ends the stream.

use std::convert::Infallible;

use agent::AgentEvent;
use axum::response::sse::Event;
use futures_util::{Stream, StreamExt as _, stream};
use serde_json::{Value, json};

/// The stream of one turn.
pub(crate) fn project(
    events: impl Stream<Item = AgentEvent> + Send + 'static,
) -> impl Stream<Item = Result<Event, Infallible>> + Send + 'static {
    let chunks = events
        .map(Some)
        .chain(stream::iter([None]))
        .scan(Projection::default(), |projection, event| {
            let chunks = match event {
                Some(event) => projection.chunks(event),
                None => projection.end(),
            };
            std::future::ready(Some(chunks))
        })
        .flat_map(stream::iter);
    let done = stream::iter([Ok(Event::default().data("[DONE]"))]);
    chunks
        .map(|chunk| Ok(Event::default().data(chunk.to_string())))
        .chain(done)
}

/// Where the stream stands: text comes in blocks that are opened and closed.
#[derive(Default)]
struct Projection {
    is_started: bool,
    is_over: bool,
    text: Option<String>,
    blocks: usize,
    cards: usize,
}

impl Projection {
    fn chunks(&mut self, event: AgentEvent) -> Vec<Value> {
        match event {
            AgentEvent::TurnStarted {
                conversation,
                title,
                turn,
            } => {
                self.is_started = true;
                vec![
                    json!({"type": "start", "messageId": turn}),
                    json!({"type": "data-conversation", "id": "conversation",
                        "data": {"id": conversation, "title": title, "turn_id": turn}}),
                ]
            }
            AgentEvent::Text { delta } => self.text(&delta),
            AgentEvent::ToolCall { id, name, args } => self.after_text([json!({
                "type": "tool-input-available", "toolCallId": id, "toolName": name, "input": args,
                "dynamic": true, "providerExecuted": true,
            })]),
            AgentEvent::ToolResult {
                id,
                summary,
                is_error: false,
                ..
            } => self.after_text([json!({
                "type": "tool-output-available", "toolCallId": id, "output": summary,
                "dynamic": true, "providerExecuted": true,
            })]),
            AgentEvent::ToolResult {
                id,
                summary,
                is_error: true,
                ..
            } => self.after_text([json!({
                "type": "tool-output-error", "toolCallId": id, "errorText": summary,
                "dynamic": true, "providerExecuted": true,
            })]),
            AgentEvent::Receipt(card) => self.card("data-receipt", &json!(card)),
            AgentEvent::Tasks(card) => self.card("data-tasks", &json!(card)),
            AgentEvent::Choices(card) => self.card("data-choices", &json!(card)),
            AgentEvent::Confirm(card) => self.card("data-confirm", &json!(card)),
            AgentEvent::Finished { reason, usage } => {
                self.is_over = true;
                let mut about = json!({ "reason": reason });
                if let Some(usage) = usage {
                    about["usage"] = json!(usage);
                }
                self.after_text([json!({"type": "finish", "messageMetadata": about})])
            }
            AgentEvent::Failed { message } => {
                self.is_over = true;
                self.after_text([
                    json!({"type": "error", "errorText": message}),
                    json!({"type": "finish"}),
                ])
            }
        }
    }

    fn text(&mut self, delta: &str) -> Vec<Value> {
        let mut chunks = Vec::with_capacity(2);
        let id = self.text.get_or_insert_with(|| {
            self.blocks += 1;
            let id = format!("text-{}", self.blocks);
            chunks.push(json!({"type": "text-start", "id": id}));
            id
        });
        chunks.push(json!({"type": "text-delta", "id": id, "delta": delta}));
        chunks
    }

    fn card(&mut self, kind: &str, data: &Value) -> Vec<Value> {
        self.cards += 1;
        self.after_text([json!({"type": kind, "id": format!("card-{}", self.cards), "data": data})])
    }

    /// Closes the open block of text first.
    fn after_text(&mut self, chunks: impl IntoIterator<Item = Value>) -> Vec<Value> {
        let end = self
            .text
            .take()
            .map(|id| json!({"type": "text-end", "id": id}));
        end.into_iter().chain(chunks).collect()
    }

    /// What closes a stream whose turn has stopped without a word.
    fn end(&mut self) -> Vec<Value> {
        if self.is_over || !self.is_started {
            return Vec::new();
        }
        let lost = "the answer was cut off; send the message again";
        self.after_text([
            json!({"type": "error", "errorText": lost}),
            json!({"type": "finish"}),
        ])
    }
}

#[cfg(test)]
mod tests {
    use agent::chat::Reason;
    use domain::{ConversationId, TurnId};
    use uuid::Uuid;

    use super::*;

    fn started() -> AgentEvent {
        AgentEvent::TurnStarted {
            conversation: ConversationId::new(Uuid::from_u128(1)),
            title: "groceries".to_owned(),
            turn: TurnId::new(Uuid::from_u128(2)),
        }
    }

    fn text(delta: &str) -> AgentEvent {
        AgentEvent::Text {
            delta: delta.to_owned(),
        }
    }

    #[track_caller]
    fn check(events: Vec<AgentEvent>, expected: &[&str]) {
        let mut projection = Projection::default();
        let mut chunks: Vec<Value> = events
            .into_iter()
            .flat_map(|event| projection.chunks(event))
            .collect();
        chunks.extend(projection.end());
        let kinds: Vec<&str> = chunks
            .iter()
            .map(|chunk| chunk["type"].as_str().unwrap())
            .collect();
        assert_eq!(kinds, expected);
    }

    #[test]
    fn blocks_of_text_are_opened_and_closed() {
        let call = AgentEvent::ToolCall {
            id: "1".to_owned(),
            name: "find_tasks".to_owned(),
            args: json!({}),
        };
        check(
            vec![
                started(),
                text("a"),
                text("b"),
                call,
                text("c"),
                AgentEvent::Finished {
                    reason: Reason::Done,
                    usage: None,
                },
            ],
            &[
                "start",
                "data-conversation",
                "text-start",
                "text-delta",
                "text-delta",
                "text-end",
                "tool-input-available",
                "text-start",
                "text-delta",
                "text-end",
                "finish",
            ],
        );
    }

    #[test]
    fn a_turn_that_stops_without_a_word_ends_in_an_error() {
        check(
            vec![started(), text("a")],
            &[
                "start",
                "data-conversation",
                "text-start",
                "text-delta",
                "text-end",
                "error",
                "finish",
            ],
        );
    }
}
