//! Asks the person, not the model, before something that is hard to take back.
//!
//! What waits is a token that the database knows, good once, for exactly these arguments and these
//! tasks. A client that can show a form sends it back as opaque state together with the person's
//! answer; for any other client the token is part of the result.

use domain::TaskId;
use rmcp::ErrorData;
use rmcp::RoleServer;
use rmcp::model::{
    CallToolRequestParams, ElicitRequestParams, ElicitResult, ElicitationAction, InputRequest,
    InputRequests, InputRequiredResult, JsonObject, MetaObject, ProtocolVersion,
};
use rmcp::service::RequestContext;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::tools::ToolResult;

/// The name of the question in `inputRequests`.
pub(crate) const QUESTION: &str = "confirm";

/// Where `_meta` holds what is asked, for clients that draw the question themselves.
pub(crate) const ASKED: &str = "saydo/asked";

/// What the person said.
pub(super) enum Answer {
    /// Nothing: nobody was asked.
    None,
    /// Yes, to what the token is for.
    Yes(String),
    /// No.
    No,
}

/// The answer that a repeated request carries.
///
/// # Errors
/// An answer without the state that it belongs to.
pub(super) fn answer(request: &CallToolRequestParams) -> Result<Answer, ErrorData> {
    let responses = request.input_responses.as_ref();
    let Some(said) = responses.and_then(|all| all.get(QUESTION)) else {
        return Ok(Answer::None);
    };
    let Some(token) = request.request_state.clone() else {
        let detail = "an answer needs the requestState that came with the question";
        return Err(ErrorData::invalid_params(detail, None));
    };
    let said: ElicitResult = serde_json::from_value(said.clone())
        .map_err(|error| ErrorData::invalid_params(format!("inputResponses: {error}"), None))?;
    Ok(read(&said, token))
}

fn read(said: &ElicitResult, token: String) -> Answer {
    let is_yes = said
        .content
        .as_ref()
        .is_some_and(|content| content[QUESTION] == true);
    match said.action {
        ElicitationAction::Accept if is_yes => Answer::Yes(token),
        _ => Answer::No,
    }
}

/// Puts a yes into the arguments.
pub(super) fn accept(args: &mut JsonObject, token: String) {
    args.insert("confirm".to_owned(), Value::String(token));
}

/// The result after a no.
pub(super) fn declined() -> ToolResult {
    ToolResult {
        structured: json!({ "status": "declined" }),
        summary: "The person said no; nothing was changed".to_owned(),
        is_error: false,
    }
}

/// What is asked, as data.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// The question.
    pub(crate) words: String,
    /// How many tasks it is about.
    pub(crate) count: usize,
    /// Some of them.
    pub(crate) tasks: Vec<TaskId>,
}

/// What a tool asks.
pub(super) struct Question {
    message: String,
    asked: Asked,
    token: String,
}

/// The question in a result, unless the arguments carried an answer.
pub(super) fn question(result: &ToolResult, args: &JsonObject) -> Option<Question> {
    let structured = &result.structured;
    let is_asked = structured["status"] == "confirmation_required" && !args.contains_key("confirm");
    let token = structured["confirm"].as_str().filter(|_| is_asked)?;
    let words = structured["question"].as_str()?.to_owned();
    let (mut message, mut tasks) = (words.clone(), Vec::new());
    for task in structured["sample"].as_array().into_iter().flatten() {
        message.push_str(&format!(
            "\n#{} {}",
            task["number"],
            task["title"].as_str().unwrap_or_default()
        ));
        tasks.extend(task["id"].as_str().and_then(|id| id.parse::<TaskId>().ok()));
    }
    let count = structured["count"].as_u64();
    let count = count.and_then(|count| usize::try_from(count).ok());
    Some(Question {
        message,
        asked: Asked {
            words,
            count: count.unwrap_or(tasks.len()),
            tasks,
        },
        token: token.to_owned(),
    })
}

/// Whether the client fills in forms and sends a request again (revision 2026-07-28).
pub(super) fn can_require_input(context: &RequestContext<RoleServer>) -> bool {
    let is_new = context
        .protocol_version()
        .is_some_and(|version| version.as_str() >= ProtocolVersion::V_2026_07_28.as_str());
    is_new && has_forms(context)
}

fn has_forms(context: &RequestContext<RoleServer>) -> bool {
    let elicitation = context
        .client_capabilities()
        .and_then(|client| client.elicitation);
    // A client that names no kind of elicitation means forms.
    elicitation.is_some_and(|kinds| kinds.form.is_some() || kinds.url.is_none())
}

impl Question {
    /// The answer that makes the client ask, and send the request again.
    pub(super) fn require(self) -> InputRequiredResult {
        let request = json!({ "method": "elicitation/create", "params": self.form() });
        let request: InputRequest =
            serde_json::from_value(request).expect("the form is a request for input");
        let requests = InputRequests::from([(QUESTION.to_owned(), request)]);
        let mut meta = MetaObject::new();
        meta.0.insert(ASKED.to_owned(), json!(self.asked));
        let mut required = InputRequiredResult::new(Some(requests), Some(self.token));
        required.meta = Some(meta);
        required
    }

    /// Asks over the connection, where a client before 2026-07-28 can be asked.
    pub(super) async fn ask(self, context: &RequestContext<RoleServer>) -> Answer {
        if can_require_input(context) || !has_forms(context) {
            return Answer::None;
        }
        let form: ElicitRequestParams =
            serde_json::from_value(self.form()).expect("the form is a request for input");
        let asked = tokio::select! {
            () = context.ct.cancelled() => return Answer::No,
            asked = context.peer.create_elicitation(form) => asked,
        };
        match asked {
            Ok(said) => read(&said, self.token),
            // The token in the result is the other way.
            Err(_) => Answer::None,
        }
    }

    fn form(&self) -> Value {
        json!({
            "mode": "form",
            "message": self.message,
            "requestedSchema": {
                "type": "object",
                "properties": { QUESTION: {
                    "type": "boolean", "title": "Yes, do it", "default": false,
                } },
                "required": [QUESTION],
            },
        })
    }
}
