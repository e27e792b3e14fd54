//! How a fake model answers one request, as bytes on the wire.

use serde_json::{Value, json};

/// One way to answer.
#[derive(Debug, Clone)]
pub enum Behaviour {
    /// Says this.
    Say(String),
    /// Says something, then calls tools, in pieces that are mixed with each other.
    Call(&'static str, Vec<(&'static str, Value)>),
    /// The same, with arguments that are this text.
    CallWith(&'static str, &'static str),
    /// Says this until it may write no more.
    Length(String),
    /// Calls a tool until it may write no more.
    LengthInCall(&'static str, Value),
    /// Is stopped by a filter.
    Filter,
    /// An HTTP status with headers.
    Status(u16, &'static str),
    /// Answers something that is no stream of events.
    Garbage(&'static str),
    /// Begins, and breaks off in the middle of a call.
    Cut(&'static str, Value),
    /// Begins, and says nothing more.
    Stall,
    /// Reports an error in the stream.
    ErrorEvent,
}

impl Behaviour {
    /// What a message asks for by name, to be tried by hand; otherwise its words again.
    pub fn named(message: &str) -> Self {
        let name = message.split("behave:").nth(1).map(str::trim);
        let name = name.and_then(|name| name.split_whitespace().next());
        match name {
            Some("call") => Self::Call(
                "Let me see.",
                vec![
                    ("find_tasks", json!({ "text": "milk", "limit": 3 })),
                    ("get_overview", json!({})),
                ],
            ),
            Some("filter") => Self::Filter,
            Some("length") => Self::Length("and so on ".repeat(20)),
            Some("busy") => Self::Status(429, "retry-after: 1"),
            Some("denied") => Self::Status(401, "x-none: 1"),
            Some("fail") => Self::Status(500, "x-none: 1"),
            Some("garbage") => Self::Garbage("<html>502</html>"),
            Some("cut") => Self::Cut("add_tasks", json!({ "text": "milk" })),
            Some("stall") => Self::Stall,
            Some("error") => Self::ErrorEvent,
            _ => Self::Say(format!("You said: {message}")),
        }
    }

    /// Status, headers and body, and whether the connection stays open after that.
    pub(crate) fn response(&self) -> Response {
        let stream = Stream::new();
        let stream = match self {
            Self::Say(text) => stream.say(text).stop("stop"),
            Self::Call(text, calls) => stream.say(text).call(calls).stop("tool_calls"),
            Self::CallWith(name, args) => stream
                .begin_call(0, name)
                .arguments(0, args)
                .stop("tool_calls"),
            Self::Length(text) => stream.say(text).stop("length"),
            Self::LengthInCall(name, args) => stream.call(&[(*name, args.clone())]).stop("length"),
            Self::Filter => stream.say("I").stop("content_filter"),
            Self::Status(status, header) => return Response::refusal(*status, header),
            Self::Garbage(text) => return Response::page(text),
            Self::Cut(name, args) => {
                let args = args.to_string();
                stream
                    .begin_call(0, name)
                    .arguments(0, &args[..args.len() / 2])
            }
            Self::Stall => stream.say("Well"),
            Self::ErrorEvent => stream.event(&json!({ "error": {
                "message": "the server had an error", "type": "server_error",
            } })),
        };
        Response {
            head: "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n\
                   cache-control: no-cache\r\ntransfer-encoding: chunked\r\n\r\n"
                .to_owned(),
            body: stream.text.into_bytes(),
            end: match self {
                Self::Cut(..) => End::Cut,
                Self::Stall => End::Stall,
                _ => End::Whole,
            },
        }
    }
}

/// How a response ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// As it should.
    Whole,
    /// The connection is closed in the middle.
    Cut,
    /// Nothing more comes.
    Stall,
}

/// Bytes to send.
pub(crate) struct Response {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    pub(crate) end: End,
}

impl Response {
    fn refusal(status: u16, header: &str) -> Self {
        // Servers repeat what they were sent, and more than that.
        let body = json!({ "error": { "message": "no: secret words", "code": status } });
        Self {
            head: format!(
                "HTTP/1.1 {status} No\r\ncontent-type: application/json\r\n{header}\r\n\
                 transfer-encoding: chunked\r\n\r\n"
            ),
            body: body.to_string().into_bytes(),
            end: End::Whole,
        }
    }

    /// The list of models, whole: to look at it is no request to a model.
    pub(crate) fn list() -> String {
        let body = json!({ "object": "list", "data": [{ "id": super::judge::MODEL }] }).to_string();
        let length = body.len();
        format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        )
    }

    fn page(text: &str) -> Self {
        Self {
            head:
                "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n"
                    .to_owned(),
            body: text.as_bytes().to_vec(),
            end: End::Whole,
        }
    }
}

/// A stream of events as it grows.
struct Stream {
    text: String,
}

impl Stream {
    fn new() -> Self {
        let mut stream = Self {
            // Signs of life before, between and after, as proxies send them.
            text: ": PROCESSING\n\n".to_owned(),
        };
        stream.delta(json!({ "role": "assistant", "content": "" }));
        stream
    }

    fn event(mut self, data: &Value) -> Self {
        self.push(data);
        self
    }

    fn push(&mut self, data: &Value) {
        self.text
            .push_str(&format!("data: {data}\n\n: keep-alive\r\n\r\n"));
    }

    fn delta(&mut self, delta: Value) {
        self.push(&json!({
            "id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1,
            "model": super::judge::MODEL,
            "choices": [{ "index": 0, "delta": delta, "finish_reason": null }],
        }));
    }

    fn say(mut self, text: &str) -> Self {
        let characters: Vec<char> = text.chars().collect();
        for piece in characters.chunks(5) {
            let piece: String = piece.iter().collect();
            self.delta(json!({ "content": piece }));
        }
        self
    }

    fn begin_call(mut self, at: usize, name: &str) -> Self {
        self.delta(json!({ "tool_calls": [{
            "index": at, "id": format!("call-{at}-{name}"), "type": "function",
            "function": { "name": name, "arguments": "" },
        }] }));
        self
    }

    fn arguments(mut self, at: usize, piece: &str) -> Self {
        self.delta(json!({ "tool_calls": [{ "index": at, "function": { "arguments": piece } }] }));
        self
    }

    /// All calls at the same time: a piece of each in turn.
    fn call(mut self, calls: &[(&str, Value)]) -> Self {
        let texts: Vec<Vec<char>> = calls
            .iter()
            .map(|(_, args)| args.to_string().chars().collect())
            .collect();
        for (at, (name, _)) in calls.iter().enumerate() {
            self = self.begin_call(at, name);
        }
        let longest = texts.iter().map(Vec::len).max().unwrap_or_default();
        for from in (0..longest).step_by(3) {
            for (at, text) in texts.iter().enumerate() {
                let piece: String = text.iter().skip(from).take(3).collect();
                if !piece.is_empty() {
                    self = self.arguments(at, &piece);
                }
            }
        }
        self
    }

    fn stop(mut self, reason: &str) -> Self {
        self.push(&json!({
            "id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1,
            "model": super::judge::MODEL,
            "choices": [{ "index": 0, "delta": {}, "finish_reason": reason }],
        }));
        self.push(&json!({
            "id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1,
            "model": super::judge::MODEL, "choices": [],
            "usage": { "prompt_tokens": 900, "completion_tokens": 20, "total_tokens": 920 },
        }));
        self.text.push_str("data: [DONE]\n\n");
        self
    }
}
