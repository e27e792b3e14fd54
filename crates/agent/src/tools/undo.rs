//! `undo`: takes changes back.

use app::Outcome;
use domain::command::{Command, UndoTarget};
use serde::Deserialize;
use serde_json::{Value, json};

use super::access::{Access, Control};
use super::batch::brief;
use super::error::ToolError;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};
use super::words::counted;

pub(super) const TOOL: Tool = Tool {
    name: "undo",
    purpose: "Takes back the last or a named change.",
    effect: Effect::Changes {
        destructive: true,
        idempotent: false,
    },
    input,
    output,
};

fn input() -> Value {
    object(
        &[],
        with_control(vec![
            ("change_id", text("One change")),
            ("turn_id", text("All of a turn")),
            ("token_id", text("All of a token")),
        ]),
    )
}

fn output() -> Value {
    result(vec![
        ("tasks", list()),
        ("undone", list()),
        ("change_id", string()),
    ])
}

#[derive(Deserialize)]
struct Args {
    change_id: Option<String>,
    turn_id: Option<String>,
    token_id: Option<String>,
    #[serde(flatten)]
    control: Control,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let target = match (&args.change_id, &args.turn_id, &args.token_id) {
        (None, None, None) => UndoTarget::Last,
        (Some(text), None, None) => UndoTarget::Change(id(text, "/change_id")?),
        (None, Some(text), None) => UndoTarget::Turn(id(text, "/turn_id")?),
        (None, None, Some(text)) => UndoTarget::Token(id(text, "/token_id")?),
        _ => {
            let detail = "give one of change_id, turn_id and token_id";
            return Err(ToolError::argument("", detail));
        }
    };
    let outcome = access.run(Command::Undo { target }, &args.control).await?;
    Ok(report(access, &outcome, args.control.dry_run))
}

/// What was taken back.
pub(super) fn report(access: &Access<'_>, outcome: &Outcome, is_dry: bool) -> ToolResult {
    let conflicts = match outcome.conflicts.len() {
        0 => String::new(),
        1 => ", 1 field has changed since and stays".to_owned(),
        many => format!(", {many} fields have changed since and stay"),
    };
    let summary = format!("undone: {}{conflicts}", counted(outcome.tasks.len()));
    ToolResult::new(
        summary,
        json!({
            "tasks": outcome.tasks.iter().map(|task| brief(access, task)).collect::<Vec<_>>(),
            "undone": outcome.undone,
            "conflicts": outcome.conflicts,
            "change_id": outcome.change_id,
            "dry_run": is_dry.then_some(true),
        }),
    )
}

fn id<T: std::str::FromStr>(text: &str, at: &str) -> Result<T, ToolError> {
    let detail = || format!("'{text}' is no id; take it from get_history");
    text.trim()
        .parse()
        .map_err(|_| ToolError::argument(at, detail()))
}
