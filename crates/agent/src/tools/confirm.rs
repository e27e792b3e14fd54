//! Asks a person before something that is hard to take back: a token that is good once, for exactly
//! what was asked.

use app::view::TaskView;
use serde_json::json;

use super::access::Access;
use super::batch::brief;
use super::error::ToolError;
use super::result::ToolResult;

/// What a token is good for: a tool, its arguments and the tasks that they mean now.
pub(crate) fn subject(tool: &str, arguments: &str, tasks: &[TaskView]) -> String {
    let mut ids: Vec<_> = tasks.iter().map(|task| task.id.to_string()).collect();
    ids.sort();
    format!("{tool}\n{arguments}\n{}", ids.join("\n"))
}

/// Accepts `token` for `subject`, once.
pub(crate) async fn accept(
    access: &Access<'_>,
    token: &str,
    subject: &str,
) -> Result<(), ToolError> {
    Ok(access
        .app
        .take_confirmation(access.actor, token, subject)
        .await?)
}

/// Asks: a result that nothing has been changed by, with the token that a yes sends back.
pub(crate) async fn ask(
    access: &Access<'_>,
    question: &str,
    subject: &str,
    tasks: &[TaskView],
) -> Result<ToolResult, ToolError> {
    let token = access.app.ask_confirmation(access.actor, subject).await?;
    Ok(ToolResult::new(
        format!("{question} Call again with confirm to do it."),
        json!({
            "status": "confirmation_required",
            "question": question,
            "count": tasks.len(),
            "sample": tasks.iter().take(10).map(|task| brief(access, task)).collect::<Vec<_>>(),
            "confirm": token,
        }),
    ))
}
