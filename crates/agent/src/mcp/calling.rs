//! Tool calls: arguments in, the result as data, as the same data in text, and in one line.

use std::sync::LazyLock;

use app::App;
use domain::actor::Actor;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, JsonObject,
    ProgressNotificationParam, RequestParamsMeta as _, Tool,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer};
use serde_json::Value;
use tokio::sync::mpsc;

use super::confirming::{self, Answer};
use crate::tools::{self, Progress, ToolError, ToolResult};

static LISTED: LazyLock<Vec<Tool>> = LazyLock::new(|| {
    let described = tools::list().iter().map(tools::Tool::describe);
    described
        .map(|tool| serde_json::from_value(tool).expect("a described tool is a tool"))
        .collect()
});

/// Every tool, as clients see it.
pub(super) fn list() -> &'static [Tool] {
    &LISTED
}

/// The tool called `name`.
pub(super) fn find(name: &str) -> Option<&'static Tool> {
    LISTED.iter().find(|tool| tool.name == name)
}

/// Calls a tool; asks the person first where it has to be and the client can.
pub(super) async fn call(
    app: &App,
    actor: &Actor,
    request: CallToolRequestParams,
    context: &RequestContext<RoleServer>,
) -> Result<CallToolResponse, ErrorData> {
    let name = request.name.as_ref();
    if find(name).is_none() {
        let error = ToolError::unknown_tool(name);
        return Err(ErrorData::invalid_params(error.to_string(), None));
    }
    let mut args = request.arguments.clone().unwrap_or_default();
    match confirming::answer(&request)? {
        Answer::None => {}
        Answer::Yes(token) => confirming::accept(&mut args, token),
        Answer::No => return Ok(finished(confirming::declined()).into()),
    }
    let result = run(app, actor, &request, args.clone(), context).await?;
    let Some(question) = confirming::question(&result, &args) else {
        return Ok(finished(result).into());
    };
    if confirming::can_require_input(context) {
        return Ok(question.require().into());
    }
    match question.ask(context).await {
        Answer::None => Ok(finished(result).into()),
        Answer::No => Ok(finished(confirming::declined()).into()),
        Answer::Yes(token) => {
            confirming::accept(&mut args, token);
            let result = run(app, actor, &request, args, context).await?;
            Ok(finished(result).into())
        }
    }
}

/// Runs the tool, reporting progress where the client asked for it, until it ends or the client
/// takes the request back. What has reached the database by then is done.
async fn run(
    app: &App,
    actor: &Actor,
    request: &CallToolRequestParams,
    args: JsonObject,
    context: &RequestContext<RoleServer>,
) -> Result<ToolResult, ErrorData> {
    let token = request
        .progress_token()
        .or_else(|| context.meta.get_progress_token());
    let (sender, mut steps) = mpsc::unbounded_channel();
    let progress = match &token {
        Some(_) => Progress::new(move |done, total| {
            // The receiver lives as long as the call.
            let _ = sender.send((done, total));
        }),
        None => Progress::default(),
    };
    let report = async |(done, total): (usize, usize)| {
        let Some(token) = token.clone() else { return };
        #[expect(clippy::cast_precision_loss, reason = "a call has at most 500 entries")]
        let step = ProgressNotificationParam::new(token, done as f64).with_total(total as f64);
        // A client that does not listen any more misses nothing that it needs.
        let _ = context.peer.notify_progress(step).await;
    };
    let call = tools::call_with(app, actor, &request.name, Value::Object(args), progress);
    tokio::pin!(call);
    let result = loop {
        tokio::select! {
            biased;
            () = context.ct.cancelled() => {
                return Err(ErrorData::invalid_request("the client took the request back", None));
            }
            Some(step) = steps.recv(), if token.is_some() => report(step).await,
            result = &mut call => break result,
        }
    };
    while let Ok(step) = steps.try_recv() {
        report(step).await;
    }
    Ok(result)
}

fn finished(result: ToolResult) -> CallToolResult {
    let text = result.structured.to_string();
    let content = vec![ContentBlock::text(text), ContentBlock::text(result.summary)];
    let mut finished = if result.is_error {
        CallToolResult::error(content)
    } else {
        CallToolResult::success(content)
    };
    finished.structured_content = Some(result.structured);
    finished
}
