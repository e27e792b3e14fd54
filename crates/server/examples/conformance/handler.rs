//! The fixtures' side of the protocol.
#![expect(
    deprecated,
    reason = "the judges of 2025-11-25 still ask for logging and sampling"
)]

use std::time::Duration;

use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ClientCapabilities,
    CompleteRequestParams, CompleteResult, CompletionInfo, CreateMessageRequestParams,
    ElicitRequestParams, GetPromptRequestParams, GetPromptResponse, ListPromptsResult,
    ListResourceTemplatesResult, ListResourcesResult, ListToolsResult, LoggingLevel,
    LoggingMessageNotificationParam, PaginatedRequestParams, ProgressNotificationParam,
    ReadResourceRequestParams, ReadResourceResponse, RequestParamsMeta as _, ResultType,
    SamplingCapability, ServerCapabilities, ServerConfig, SetLevelRequestParams,
    SubscribeRequestParams, SubscriptionFilter, Tool, UnsubscribeRequestParams,
};
use rmcp::service::{RequestContext, SubscriptionContext};
use rmcp::{ErrorData, RoleServer, ServerHandler};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::asking::{self, Next};
use crate::{content, described};

type Context = RequestContext<RoleServer>;

/// Answers with the fixtures.
#[derive(Clone)]
pub(crate) struct Fixtures;

impl ServerHandler for Fixtures {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder()
            .enable_tools()
            .enable_prompts()
            .enable_completions()
            .enable_logging()
            .enable_resources()
            .enable_resources_subscribe()
            .build();
        ServerConfig::new(capabilities)
    }

    async fn set_level(&self, _: SetLevelRequestParams, _: Context) -> Result<(), ErrorData> {
        Ok(())
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: Context,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(described::tools()))
    }

    fn get_tool(&self, name: &str) -> Option<Tool> {
        described::tools()
            .into_iter()
            .find(|tool| tool.name == name)
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: Context,
    ) -> Result<CallToolResponse, ErrorData> {
        let name = request.name.as_ref();
        if let Some(content) = content::of_tool(name) {
            return Ok(result(json!({ "content": content })));
        }
        let client = context.client_capabilities().unwrap_or_default();
        let (responses, state) = (
            request.input_responses.as_ref(),
            request.request_state.as_deref(),
        );
        if let Some(next) = asking::next(name, responses, state, &client) {
            return Ok(match next? {
                Next::Ask(required) => required.into(),
                Next::Done(text) => said(&text),
            });
        }
        match name {
            "test_error_handling" => {
                let text = content::text("This tool intentionally returns an error for testing");
                Ok(result(json!({ "content": [text], "isError": true })))
            }
            "test_tool_with_logging" => {
                for text in [
                    "Tool execution started",
                    "Tool processing data",
                    "Tool execution completed",
                ] {
                    log(&context, text).await;
                }
                Ok(said("logged"))
            }
            // Without a level in the request there is nothing to log.
            "test_logging_tool" => Ok(said("not logged")),
            "test_tool_with_progress" => {
                progress(&request, &context).await;
                Ok(said("progressed"))
            }
            "test_missing_capability" if client.sampling.is_none() => {
                let mut required = ClientCapabilities::default();
                required.sampling = Some(SamplingCapability::default());
                Err(ErrorData::missing_required_client_capability(required))
            }
            "test_streaming_elicitation" => {
                let first = asking::next(
                    "test_input_required_result_elicitation",
                    None,
                    None,
                    &client,
                );
                match first.expect("the fixture asks")? {
                    Next::Ask(required) => Ok(required.into()),
                    Next::Done(text) => Ok(said(&text)),
                }
            }
            "test_missing_capability" | "test_reconnection" => Ok(said("done")),
            "test_sampling" => {
                let prompt = argument(&request, "prompt");
                let message = json!({ "role": "user", "content": content::text(&prompt) });
                let params: CreateMessageRequestParams =
                    read(json!({ "messages": [message], "maxTokens": 100 }));
                let answer = context.peer.create_message(params).await.map_err(refused)?;
                let answer = json!(answer);
                let text = answer["content"]["text"].as_str().unwrap_or_default();
                Ok(said(&format!("LLM response: {text}")))
            }
            "test_elicitation" => {
                let message = argument(&request, "message");
                let fields = json!({
                    "username": { "type": "string", "description": "User's response" },
                    "email": { "type": "string", "description": "User's email address" },
                });
                let answer = elicit(&context, &message, fields, &["username", "email"]).await?;
                Ok(said(&format!("User response: {answer}")))
            }
            "test_elicitation_sep1034_defaults" => {
                let answer = elicit(&context, "Please fill in", defaults(), &[]).await?;
                Ok(said(&format!("Elicitation completed: {answer}")))
            }
            "test_elicitation_sep1330_enums" => {
                let answer = elicit(&context, "Please choose", choices(), &[]).await?;
                Ok(said(&format!("Elicitation completed: {answer}")))
            }
            _ => {
                let detail = format!("no tool '{name}'");
                Err(ErrorData::invalid_params(detail, None))
            }
        }
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: Context,
    ) -> Result<ListResourcesResult, ErrorData> {
        Ok(ListResourcesResult::with_all_items(described::resources()))
    }

    async fn list_resource_templates(
        &self,
        _: Option<PaginatedRequestParams>,
        _: Context,
    ) -> Result<ListResourceTemplatesResult, ErrorData> {
        Ok(ListResourceTemplatesResult::with_all_items(
            described::templates(),
        ))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        _: Context,
    ) -> Result<ReadResourceResponse, ErrorData> {
        Ok(content::read(&request.uri)?.into())
    }

    fn accepted_subscription_filter(
        &self,
        asked: &SubscriptionFilter,
    ) -> Option<SubscriptionFilter> {
        let mut filter = SubscriptionFilter::new();
        filter.resource_subscriptions = asked.resource_subscriptions.clone();
        Some(filter)
    }

    async fn listen(&self, context: SubscriptionContext) -> Result<(), ErrorData> {
        context.cancelled().await;
        Ok(())
    }

    async fn subscribe(&self, _: SubscribeRequestParams, _: Context) -> Result<(), ErrorData> {
        Ok(())
    }

    async fn unsubscribe(&self, _: UnsubscribeRequestParams, _: Context) -> Result<(), ErrorData> {
        Ok(())
    }

    async fn list_prompts(
        &self,
        _: Option<PaginatedRequestParams>,
        _: Context,
    ) -> Result<ListPromptsResult, ErrorData> {
        Ok(ListPromptsResult::with_all_items(described::prompts()))
    }

    async fn get_prompt(
        &self,
        request: GetPromptRequestParams,
        context: Context,
    ) -> Result<GetPromptResponse, ErrorData> {
        let client = context.client_capabilities().unwrap_or_default();
        let (responses, state) = (
            request.input_responses.as_ref(),
            request.request_state.as_deref(),
        );
        if let Some(next) = asking::next(&request.name, responses, state, &client) {
            return Ok(match next? {
                Next::Ask(required) => required.into(),
                Next::Done(text) => content::said(vec![content::text(&text)]).into(),
            });
        }
        let arguments = request.arguments.unwrap_or_default();
        Ok(content::prompt(&request.name, &arguments)?.into())
    }

    async fn complete(
        &self,
        _: CompleteRequestParams,
        _: Context,
    ) -> Result<CompleteResult, ErrorData> {
        let found = CompletionInfo::new(vec!["paris".to_owned(), "park".to_owned()]);
        let found = found.map_err(|error| ErrorData::internal_error(error, None))?;
        Ok(CompleteResult::new(found))
    }
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("a fixture speaks the protocol")
}

fn result(value: Value) -> CallToolResponse {
    let mut result: CallToolResult = read(value);
    result.result_type = Some(ResultType::COMPLETE);
    result.into()
}

fn said(text: &str) -> CallToolResponse {
    result(json!({ "content": [content::text(text)] }))
}

fn argument(request: &CallToolRequestParams, name: &str) -> String {
    let given = request.arguments.as_ref().and_then(|all| all.get(name));
    given.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn refused(error: impl std::fmt::Display) -> ErrorData {
    ErrorData::invalid_request(error.to_string(), None)
}

/// The judges want to see messages come one after the other.
async fn pause() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}

async fn log(context: &Context, text: &str) {
    let message = LoggingMessageNotificationParam::new(LoggingLevel::Info, json!(text));
    let _ = context.peer.notify_logging_message(message).await;
    pause().await;
}

async fn progress(request: &CallToolRequestParams, context: &Context) {
    let token = request.progress_token();
    let token = token.or_else(|| context.meta.get_progress_token());
    for done in [0.0, 50.0, 100.0] {
        if let Some(token) = token.clone() {
            let step = ProgressNotificationParam::new(token, done).with_total(100.0);
            let _ = context.peer.notify_progress(step).await;
        }
        pause().await;
    }
}

async fn elicit(
    context: &Context,
    message: &str,
    fields: Value,
    required: &[&str],
) -> Result<String, ErrorData> {
    let schema = json!({ "type": "object", "properties": fields, "required": required });
    let form: ElicitRequestParams =
        read(json!({ "mode": "form", "message": message, "requestedSchema": schema }));
    let answer = context
        .peer
        .create_elicitation(form)
        .await
        .map_err(refused)?;
    let answer = json!(answer);
    Ok(format!(
        "action={}, content={}",
        answer["action"].as_str().unwrap_or_default(),
        answer["content"]
    ))
}

fn defaults() -> Value {
    json!({
        "name": { "type": "string", "default": "John Doe" },
        "age": { "type": "integer", "default": 30 },
        "score": { "type": "number", "default": 95.5 },
        "status": {
            "type": "string", "enum": ["active", "inactive", "pending"], "default": "active",
        },
        "verified": { "type": "boolean", "default": true },
    })
}

fn choices() -> Value {
    let titled = |titles: [&str; 3]| {
        let values = ["value1", "value2", "value3"];
        let pairs = values.iter().zip(titles);
        pairs
            .map(|(value, title)| json!({ "const": value, "title": title }))
            .collect::<Vec<_>>()
    };
    let plain = ["option1", "option2", "option3"];
    json!({
        "untitledSingle": { "type": "string", "enum": plain },
        "titledSingle": {
            "type": "string", "oneOf": titled(["First Option", "Second Option", "Third Option"]),
        },
        "legacyEnum": {
            "type": "string", "enum": ["opt1", "opt2", "opt3"],
            "enumNames": ["Option One", "Option Two", "Option Three"],
        },
        "untitledMulti": { "type": "array", "items": { "type": "string", "enum": plain } },
        "titledMulti": {
            "type": "array",
            "items": { "anyOf": titled(["First Choice", "Second Choice", "Third Choice"]) },
        },
    })
}
