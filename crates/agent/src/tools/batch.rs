//! Runs commands over several tasks: all at once, and where one is refused, all but those.

use app::Outcome;
use app::view::TaskView;
use domain::command::Command;
use serde_json::{Value, json};

use super::access::{Access, Control, is_about_one};
use super::diff::changes;
use super::error::ToolError;
use super::result::ToolResult;
use super::words::{counted, next_words};

/// An entry of a call, with its place in the arguments.
pub(crate) struct Entry<T> {
    pub(crate) index: usize,
    pub(crate) value: T,
}

/// An entry that could not be done.
#[derive(Debug)]
pub(crate) struct Failure {
    index: usize,
    error: ToolError,
}

impl Failure {
    pub(crate) fn new(index: usize, error: ToolError) -> Self {
        Self { index, error }
    }

    fn describe(&self) -> Value {
        json!({
            "index": self.index,
            "code": self.error.code(),
            "error": self.error.to_string(),
        })
    }
}

/// What became of a call over several entries.
pub(crate) struct Done {
    pub(crate) outcome: Outcome,
    pub(crate) failures: Vec<Failure>,
}

/// Runs one command over all entries. Where it is refused, each entry is tried alone, the command
/// runs over those that pass, and the others are failures. With none that pass, the error of the
/// first is the error of the call.
pub(crate) async fn run<T: Clone>(
    access: &Access<'_>,
    control: &Control,
    entries: Vec<Entry<T>>,
    mut failures: Vec<Failure>,
    command: impl Fn(Vec<T>) -> Command,
) -> Result<Done, ToolError> {
    let all = || {
        entries
            .iter()
            .map(|entry| entry.value.clone())
            .collect::<Vec<_>>()
    };
    if entries.is_empty() {
        return Err(first(failures));
    }
    let total = entries.len() + failures.len();
    let error = match access.run(command(all()), control).await {
        Ok(outcome) => {
            access.progress.step(total, total);
            return Ok(Done { outcome, failures });
        }
        Err(error) if !is_about_one(&error) || entries.len() == 1 && failures.is_empty() => {
            return Err(error);
        }
        Err(error) => error,
    };
    let mut passing = Vec::new();
    for entry in &entries {
        let alone = command(vec![entry.value.clone()]);
        match access.app.preview(access.actor, alone).await {
            Ok(_) => passing.push(entry.value.clone()),
            Err(error) => failures.push(Failure::new(entry.index, error.into())),
        }
    }
    if passing.len() == entries.len() {
        return Err(error);
    }
    if passing.is_empty() {
        return Err(first(failures));
    }
    let outcome = access.run(command(passing), control).await?;
    access.progress.step(total, total);
    Ok(Done { outcome, failures })
}

fn first(failures: Vec<Failure>) -> ToolError {
    let nothing = || ToolError::argument("", "nothing to do; name at least one task");
    failures
        .into_iter()
        .next()
        .map_or_else(nothing, |failure| failure.error)
}

/// The result of a call that changed tasks. `before` are the tasks as they were.
pub(crate) fn result(
    access: &Access<'_>,
    control: &Control,
    before: &[TaskView],
    done: Done,
    verb: &str,
) -> ToolResult {
    let Done { outcome, failures } = done;
    let mut summary = if outcome.change_id.is_none() && !control.dry_run {
        "Nothing changed".to_owned()
    } else {
        let what = match outcome.tasks.as_slice() {
            [one] => format!("#{} {}", one.number, one.title),
            many => counted(many.len()),
        };
        format!(
            "{}{verb} {what}",
            if control.dry_run { "Would have " } else { "" }
        )
    };
    if !failures.is_empty() {
        summary.push_str(&format!("; {} failed", failures.len()));
    }
    ToolResult::new(
        summary,
        json!({
            "tasks": outcome.tasks.iter().map(|task| brief(access, task)).collect::<Vec<_>>(),
            "changes": changes(before, &outcome.tasks, &access.language),
            "failures": failures.iter().map(Failure::describe).collect::<Vec<_>>(),
            "notes": outcome.notes,
            "change_id": outcome.change_id,
            "dry_run": control.dry_run.then_some(true),
        }),
    )
}

/// A task in few words: what an assistant needs to speak of it. Empty fields are left out.
pub(crate) fn brief(access: &Access<'_>, task: &TaskView) -> Value {
    let mut row = json!({
        "id": task.id,
        "number": task.number,
        "title": task.title,
        "status": task.status,
        "project": task.project,
    });
    let mut set = |name: &str, value: Value| {
        let is_empty = value.is_null()
            || value.as_array().is_some_and(Vec::is_empty)
            || value.as_bool() == Some(false);
        if !is_empty {
            row[name] = value;
        }
    };
    set("due", json!(task.due_words));
    set("overdue", json!(task.overdue));
    set("repeat", json!(task.rule.as_ref().map(|rule| &rule.words)));
    set("next", json!(next_words(task, &access.language)));
    set("expected_slot", json!(task.expected_slot));
    if task.priority != domain::Priority::None {
        set("priority", json!(task.priority));
    }
    set("tags", json!(task.tags));
    set("trash", json!(task.deleted_at.is_some()));
    row
}

/// The tasks that `names` mean with their places, each once, and the names that mean none.
pub(crate) async fn find(
    access: &Access<'_>,
    names: &[String],
    among: super::access::Among,
) -> (Vec<(usize, TaskView)>, Vec<Failure>) {
    let (mut found, mut failures): (Vec<(usize, TaskView)>, Vec<Failure>) = Default::default();
    for (index, name) in names.iter().enumerate() {
        access.progress.step(index, names.len());
        match access.task(name, among).await {
            Ok(task) if found.iter().all(|(_, known)| known.id != task.id) => {
                found.push((index, task));
            }
            Ok(_) => {}
            Err(error) => failures.push(Failure::new(index, error)),
        }
    }
    (found, failures)
}

/// The tasks without their places.
pub(crate) fn views(found: Vec<(usize, TaskView)>) -> Vec<TaskView> {
    found.into_iter().map(|(_, task)| task).collect()
}
