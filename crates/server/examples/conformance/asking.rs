//! Fixtures that need something of the client first: what they ask, and what they make of it.

use rmcp::model::{
    ClientCapabilities, ErrorData, InputRequest, InputRequests, InputRequiredResult, InputResponses,
};
use serde_json::{Value, json};

/// What the judges accept as a state of this server. A real one is sealed; see `confirming` in the
/// agent, whose state is a token that the database knows.
const STATE: &str = "fixture-state-";

/// What a call with these answers leads to.
pub(crate) enum Next {
    Ask(InputRequiredResult),
    Done(String),
}

/// The answer of a fixture that asks, if `name` is one.
///
/// # Errors
/// A state that is not of this server.
pub(crate) fn next(
    name: &str,
    responses: Option<&InputResponses>,
    state: Option<&str>,
    client: &ClientCapabilities,
) -> Option<Result<Next, ErrorData>> {
    let fixture = name.strip_prefix("test_input_required_result_")?;
    Some(continued(fixture, responses, state, client))
}

fn continued(
    fixture: &str,
    responses: Option<&InputResponses>,
    state: Option<&str>,
    client: &ClientCapabilities,
) -> Result<Next, ErrorData> {
    let round = round(state)?;
    let given = |key: &str| responses.and_then(|all| all.get(key));
    let field = |key: &str, field: &str| given(key)?["content"][field].as_str().map(str::to_owned);
    let ask = |requests: Vec<(&str, Value)>, round: Option<u8>| {
        let state = round.map(|round| format!("{STATE}{round}"));
        Ok(Next::Ask(required(requests, state)))
    };
    let done = |text: String| Ok(Next::Done(text));
    match fixture {
        "elicitation" => match field("user_name", "name") {
            Some(name) => done(format!("Hello, {name}!")),
            None => ask(
                vec![("user_name", form("What is your name?", "name"))],
                None,
            ),
        },
        "sampling" => match given("capital_question") {
            Some(answer) => done(format!("The model said: {}", answer["content"]["text"])),
            None => {
                let question = sample("What is the capital of France?");
                ask(vec![("capital_question", question)], None)
            }
        },
        "list_roots" => match given("client_roots") {
            Some(answer) => done(format!("The roots are {}", answer["roots"])),
            None => ask(vec![("client_roots", roots())], None),
        },
        "prompt" => match field("user_context", "context") {
            Some(context) => done(format!("The context is {context}")),
            None => {
                let question = form("What context should the prompt use?", "context");
                ask(vec![("user_context", question)], None)
            }
        },
        "request_state" | "tampered_state" => match (given("confirm"), round) {
            (Some(_), Some(1)) => done("state-ok".to_owned()),
            _ => ask(vec![("confirm", yes_or_no())], Some(1)),
        },
        "multiple_inputs" => {
            let all = ["user_name", "greeting", "client_roots"];
            if round == Some(1) && all.iter().all(|key| given(key).is_some()) {
                return done("all answered".to_owned());
            }
            let asked = [
                form("What is your name?", "name"),
                sample("Generate a greeting"),
                roots(),
            ];
            ask(all.into_iter().zip(asked).collect(), Some(1))
        }
        "multi_round" => match (field("step1", "name"), field("step2", "color"), round) {
            (_, Some(colour), Some(2)) => done(format!("The colour is {colour}")),
            (Some(_), _, Some(1)) => {
                let question = form("Step 2: What is your favorite color?", "color");
                ask(vec![("step2", question)], Some(2))
            }
            _ => {
                let question = form("Step 1: What is your name?", "name");
                ask(vec![("step1", question)], Some(1))
            }
        },
        "capabilities" => {
            if responses.is_some_and(|all| !all.is_empty()) {
                return done("answered".to_owned());
            }
            let mut asked = Vec::new();
            if client.sampling.is_some() {
                asked.push(("greeting", sample("Generate a greeting")));
            }
            if client.elicitation.is_some() {
                asked.push(("user_name", form("What is your name?", "name")));
            }
            ask(asked, Some(1))
        }
        _ => {
            let detail = format!("no fixture '{fixture}'");
            Err(ErrorData::invalid_params(detail, None))
        }
    }
}

/// The round that a state belongs to.
fn round(state: Option<&str>) -> Result<Option<u8>, ErrorData> {
    let Some(state) = state else { return Ok(None) };
    let round = state
        .strip_prefix(STATE)
        .and_then(|round| round.parse().ok());
    match round {
        Some(round) => Ok(Some(round)),
        None => Err(ErrorData::invalid_params("requestState is not ours", None)),
    }
}

fn required(requests: Vec<(&str, Value)>, state: Option<String>) -> InputRequiredResult {
    let requests = requests.into_iter().map(|(key, request)| {
        let request: InputRequest =
            serde_json::from_value(request).expect("a fixture asks as the protocol has it");
        (key.to_owned(), request)
    });
    InputRequiredResult::new(Some(requests.collect::<InputRequests>()), state)
}

fn form(message: &str, field: &str) -> Value {
    elicit(message, field, "string")
}

fn yes_or_no() -> Value {
    elicit("Please confirm", "ok", "boolean")
}

fn elicit(message: &str, field: &str, kind: &str) -> Value {
    let schema = json!({
        "type": "object", "properties": { field: { "type": kind } }, "required": [field],
    });
    let params = json!({ "mode": "form", "message": message, "requestedSchema": schema });
    json!({ "method": "elicitation/create", "params": params })
}

fn sample(text: &str) -> Value {
    let message = json!({ "role": "user", "content": { "type": "text", "text": text } });
    let params = json!({ "messages": [message], "maxTokens": 100 });
    json!({ "method": "sampling/createMessage", "params": params })
}

fn roots() -> Value {
    json!({ "method": "roots/list", "params": {} })
}
