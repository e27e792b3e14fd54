//! The chat as a client of the tools: an MCP connection inside this process, one for each turn.
//!
//! The connection belongs to the actor of the turn, so no argument can name another. Messages pass
//! as they are and never become bytes; what answers is the server that other clients reach too.

use app::App;
use domain::TaskId;
use domain::actor::Actor;
use futures_channel::mpsc;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ClientCapabilities, ClientConfig,
    Implementation, InputRequiredResult, JsonObject, ProtocolVersion,
};
use rmcp::service::{ClientInitializeError, RunningService, ServiceError};
use rmcp::{
    ClientHandler, ClientLifecycleMode, ClientServiceExt as _, RoleClient, ServiceExt as _,
};
use serde_json::{Value, json};

use super::converse::offered;
use crate::mcp::{self, McpServer};
use crate::model::ToolOffer;
use crate::tools::ToolResult;

/// Messages under way in one direction.
const WAITING_MESSAGES: usize = 8;

/// The tools, as the actor of one turn reaches them.
pub(super) struct Tools(RunningService<RoleClient, Person>);

/// What became of a call.
pub(super) enum Called {
    /// It is over.
    Done(ToolResult),
    /// Nothing has happened; the person has to be asked first.
    Asks(Question),
}

/// A tool as a model is offered it.
pub(super) struct Offer {
    pub(super) tool: ToolOffer,
    /// Whether it changes something.
    pub(super) writes: bool,
}

/// What a person has to answer before a call is carried out.
pub(super) struct Question {
    /// What is asked.
    pub(super) words: String,
    /// How many tasks it is about.
    pub(super) count: usize,
    /// Some of them.
    pub(super) tasks: Vec<TaskId>,
    /// What a yes sends back. It is for the interface and never for a model.
    pub(super) state: String,
    /// Whether the call was planned by a model and is asked about for that.
    pub(super) is_plan: bool,
}

/// The tools did not answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum ClientError {
    #[error("the tools could not be connected to")]
    Connect(#[from] Box<ClientInitializeError>),
    #[error("a tool did not answer")]
    Call(#[from] Box<ServiceError>),
    #[error("a tool answered something else than a result")]
    Unexpected,
}

impl Tools {
    /// Connects `actor`.
    pub(super) async fn connect(app: App, actor: Actor) -> Result<Self, ClientError> {
        let (to_server, from_client) = mpsc::channel(WAITING_MESSAGES);
        let (to_client, from_server) = mpsc::channel(WAITING_MESSAGES);
        let server = McpServer::for_one(app, actor);
        tokio::spawn(async move {
            // It ends with the client; what goes wrong is told there.
            if let Ok(running) = server.serve((to_client, from_client)).await {
                let _ = running.waiting().await;
            }
        });
        let preferred_versions = vec![ProtocolVersion::V_2026_07_28];
        let lifecycle = ClientLifecycleMode::Discover { preferred_versions };
        let client = Person.serve_with_lifecycle((to_server, from_server), lifecycle);
        Ok(Self(client.await.map_err(Box::new)?))
    }

    /// What a model is offered, always in the same order.
    pub(super) async fn offers(&self) -> Result<Vec<Offer>, ClientError> {
        let listed = self.0.list_all_tools().await.map_err(Box::new)?;
        let offers = listed.into_iter().map(|tool| {
            let reads = tool
                .annotations
                .as_ref()
                .and_then(|hints| hints.read_only_hint);
            let input = Value::Object(tool.input_schema.as_ref().clone());
            let purpose = tool.description.unwrap_or_default();
            Offer {
                tool: offered(&tool.name, &purpose, input),
                writes: reads != Some(true),
            }
        });
        Ok(offers.collect())
    }

    /// Calls a tool. With `yes`, the person has answered the question of that state.
    pub(super) async fn call(
        &self,
        name: &str,
        args: JsonObject,
        yes: Option<String>,
    ) -> Result<Called, ClientError> {
        let mut request = CallToolRequestParams::new(name.to_owned()).with_arguments(args);
        if let Some(state) = yes {
            let answer = json!({ "action": "accept", "content": { mcp::QUESTION: true } });
            request.input_responses = Some([(mcp::QUESTION.to_owned(), answer)].into());
            request.request_state = Some(state);
        }
        match self.0.call_tool_once(request).await {
            Ok(CallToolResponse::Complete(result)) => Ok(Called::Done(read(result))),
            Ok(CallToolResponse::InputRequired(asked)) => {
                let question = question(asked).ok_or(ClientError::Unexpected)?;
                Ok(Called::Asks(question))
            }
            Ok(_) => Err(ClientError::Unexpected),
            Err(ServiceError::McpError(refused)) => Ok(Called::Done(ToolResult {
                structured: Value::Null,
                summary: refused.message.into_owned(),
                is_error: true,
            })),
            Err(error) => Err(Box::new(error).into()),
        }
    }
}

/// Says of the person that they can be asked.
struct Person;

impl ClientHandler for Person {
    fn get_info(&self) -> ClientConfig {
        let capabilities = ClientCapabilities::builder().enable_elicitation().build();
        let chat = Implementation::new("saydo-chat", env!("CARGO_PKG_VERSION"));
        ClientConfig::new(capabilities, chat)
    }
}

fn read(result: CallToolResult) -> ToolResult {
    let mut texts = result.content.iter().filter_map(|block| block.as_text());
    let summary = texts.next_back().map(|text| text.text.clone());
    ToolResult {
        structured: result.structured_content.unwrap_or_default(),
        summary: summary.unwrap_or_default(),
        is_error: result.is_error == Some(true),
    }
}

fn question(asked: InputRequiredResult) -> Option<Question> {
    let state = asked.request_state?;
    let mut about = asked.meta?.0;
    let mcp::Asked {
        words,
        count,
        tasks,
    } = serde_json::from_value(about.remove(mcp::ASKED)?).ok()?;
    Some(Question {
        words,
        count,
        tasks,
        state,
        is_plan: false,
    })
}
