//! What the app and the server refuse, as sentences and exit codes. The only mapping of both.

use app::StoreError;
use app::account::AccountError;
use serde_json::Value;

use crate::problem::{Problem, ProblemKind};

use super::view::Task;

/// What a server's problem document says.
pub(crate) fn from_document(status: u16, document: &Value) -> Problem {
    let kind = match status {
        401 | 403 => ProblemKind::NotAllowed,
        400 | 413 | 422 => ProblemKind::Usage,
        408 | 429 | 500..=599 => ProblemKind::Unavailable,
        _ => ProblemKind::Refused,
    };
    let mut message = ["detail", "title"]
        .iter()
        .find_map(|name| document[*name].as_str())
        .map_or_else(
            || format!("the server answered with status {status}"),
            str::to_owned,
        );
    for error in document["errors"].as_array().into_iter().flatten() {
        let (pointer, detail) = (&error["pointer"], &error["detail"]);
        if let (Some(pointer), Some(detail)) = (pointer.as_str(), detail.as_str())
            && !message.contains(detail)
        {
            message.push_str(&format!("\n  {pointer}: {detail}"));
        }
    }
    if let Some(position) = document["position"].as_u64() {
        message.push_str(&format!(" (after {position} characters)"));
    }
    if let Some(suggestion) = document["suggestion"].as_str()
        && !message.contains(suggestion)
    {
        message.push_str(&format!("\n  did you mean: {suggestion}"));
    }
    if document["code"] == "unauthenticated" {
        message.push_str("; sign in with `saydo login`");
    }
    Problem::new(kind, message)
}

/// What the database of this process could not do.
pub(crate) fn from_store(error: StoreError) -> Problem {
    Problem::unavailable(error.to_string()).caused_by(error)
}

/// What an account could not do.
pub(crate) fn from_account(error: AccountError) -> Problem {
    let kind = match &error {
        AccountError::Store(_) => ProblemKind::Unavailable,
        AccountError::Forbidden(_) => ProblemKind::NotAllowed,
        AccountError::Invalid { .. } => ProblemKind::Usage,
        _ => ProblemKind::Refused,
    };
    Problem::new(kind, error.to_string()).caused_by(error)
}

/// The one task that `words` fit.
pub(super) fn only_one(words: &str, mut found: Vec<Task>) -> anyhow::Result<Task> {
    let exact = found
        .iter()
        .position(|task| domain::fold::key(&task.title) == domain::fold::key(words));
    if let Some(index) = exact
        && found
            .iter()
            .filter(|task| domain::fold::key(&task.title) == domain::fold::key(words))
            .count()
            == 1
    {
        return Ok(found.swap_remove(index));
    }
    match found.len() {
        0 => Err(Problem::refused(format!("no open task has '{words}' in it")).into()),
        1 => Ok(found.swap_remove(0)),
        _ => {
            let list: String = found
                .iter()
                .map(|task| format!("\n  #{} {}", task.number, task.title))
                .collect();
            let text = format!("'{words}' fits several tasks; say which by its number:{list}");
            Err(Problem::refused(text).into())
        }
    }
}
