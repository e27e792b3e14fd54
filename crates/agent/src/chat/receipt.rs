//! Receipts: what a tool call has changed, told from its result and from nothing else.

use app::view::TaskView;
use domain::ChangeId;
use language::Context;
use serde_json::Value;

use super::event::{AgentEvent, Diff, Receipt, card};
use super::listing::ids;
use super::organize::ORGANIZE;
use super::session::{Session, Trouble};
use crate::tools::{FieldChange, ToolResult, instant_words, listed, quoted, slot_words};

/// Tasks of one card.
const CARDS: usize = 20;

/// What a call did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Added,
    Completed,
    Skipped,
    Reopened,
    Moved,
    Changed,
    Deleted,
    Snoozed,
}

impl Verb {
    /// What a tool does.
    fn of(tool: &str) -> Self {
        match tool {
            "add_tasks" => Self::Added,
            "complete_tasks" => Self::Completed,
            "reopen_tasks" => Self::Reopened,
            "reschedule_tasks" => Self::Moved,
            "delete_tasks" => Self::Deleted,
            "snooze_reminders" => Self::Snoozed,
            _ => Self::Changed,
        }
    }
}

impl Session {
    /// Tells what any changing tool did.
    pub(super) async fn tell(
        &mut self,
        tool: &str,
        args: &Value,
        result: &ToolResult,
        ctx: &Context,
    ) -> Result<(), Trouble> {
        match tool {
            "undo" => self.undone(result).await,
            ORGANIZE => {
                self.organized(args, result).await;
                Ok(())
            }
            _ => self.receipt(Verb::of(tool), result, ctx).await,
        }
    }

    /// Tells what a call did, by a sentence and a card with undo.
    pub(super) async fn receipt(
        &mut self,
        verb: Verb,
        result: &ToolResult,
        ctx: &Context,
    ) -> Result<(), Trouble> {
        let ids = ids(&result.structured["tasks"]);
        let tasks = self.views(&ids).await?;
        let changes: Vec<FieldChange> =
            serde_json::from_value(result.structured["changes"].clone()).unwrap_or_default();
        let change = change_id(result);
        let mut words = match change {
            Some(_) => words(verb, &tasks, &changes, ctx),
            None => unchanged(verb, &tasks),
        };
        if verb == Verb::Added {
            words.push_str(&self.part_of(&tasks).await?);
        }
        let is_in_trash = tasks.iter().all(|task| task.deleted_at.is_some());
        if verb == Verb::Deleted && change.is_some() && is_in_trash {
            let kept = super::say::kept(tasks.len(), self.app.trash_days());
            words.push_str(&format!(" {kept}"));
        }
        for note in result.structured["notes"].as_array().into_iter().flatten() {
            words.push_str(&format!(
                " {}",
                super::say::sentence(note.as_str().unwrap_or_default())
            ));
        }
        for failure in result.structured["failures"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let error = failure["error"].as_str().unwrap_or_default();
            words.push_str(&format!(" {}", super::say::sentence(error)));
        }
        self.say(words.clone()).await;
        // What was deleted too: "put it back" means it.
        self.state.focus_on(
            tasks
                .iter()
                .map(|task| domain::TaskId::new(task.id))
                .collect(),
        );
        let Some(change_id) = change else {
            return Ok(());
        };
        self.state.note_turn(self.turn.id);
        let diffs = changes.into_iter().map(diff).collect();
        let tasks = tasks.iter().take(CARDS).map(card).collect();
        self.show(AgentEvent::Receipt(Receipt {
            change_id,
            words,
            tasks,
            diffs,
        }))
        .await;
        Ok(())
    }

    /// " It is part of "Groceries"." of new subtasks, else nothing.
    async fn part_of(&self, tasks: &[TaskView]) -> Result<String, Trouble> {
        let Some(parent) = tasks.first().and_then(|task| task.parent_id) else {
            return Ok(String::new());
        };
        let parent = self.views(&[domain::TaskId::new(parent)]).await?;
        let title = parent.first().map(|task| quoted(&task.title));
        Ok(title.map_or_else(String::new, |title| match tasks {
            [_] => format!(" It is part of {title}."),
            _ => format!(" They are part of {title}."),
        }))
    }

    /// Tells what an undo took back.
    pub(super) async fn undone(&mut self, result: &ToolResult) -> Result<(), Trouble> {
        let tasks = self.views(&ids(&result.structured["tasks"])).await?;
        let (gone, back): (Vec<_>, Vec<_>) = tasks
            .iter()
            .cloned()
            .partition(|task| task.deleted_at.is_some());
        let mut words = "Undone.".to_owned();
        if tasks.is_empty() {
            words.push_str(" It was not about tasks.");
        }
        match back.as_slice() {
            [] => {}
            [one] => words.push_str(&format!(" {} is back as it was.", quoted(&one.title))),
            many => words.push_str(&format!(" {} are back as they were.", titles(many))),
        }
        match gone.as_slice() {
            [] => {}
            [one] => words.push_str(&format!(" {} is in the trash.", quoted(&one.title))),
            many => words.push_str(&format!(" {} are in the trash.", titles(many))),
        }
        let conflicts = result.structured["conflicts"].as_array();
        for conflict in conflicts.into_iter().flatten() {
            let text = conflict["words"].as_str().unwrap_or_default();
            words.push_str(&format!(" {}", super::say::sentence(text)));
        }
        self.say(words.clone()).await;
        self.state.focus_on(
            back.iter()
                .map(|task| domain::TaskId::new(task.id))
                .collect(),
        );
        if let Some(change_id) = change_id(result) {
            let tasks = tasks.iter().take(CARDS).map(card).collect();
            let receipt = Receipt {
                change_id,
                words,
                tasks,
                diffs: Vec::new(),
            };
            self.show(AgentEvent::Receipt(receipt)).await;
        }
        Ok(())
    }
}

/// The change that a call has made; `None` where nothing had to change.
pub(super) fn change_id(result: &ToolResult) -> Option<ChangeId> {
    result.structured["change_id"].as_str()?.parse().ok()
}

fn diff(change: FieldChange) -> Diff {
    Diff {
        task: change.id,
        title: change.title,
        field: change.field,
        before_words: change.from,
        after_words: change.to,
    }
}

fn titles(tasks: &[TaskView]) -> String {
    listed(
        &tasks
            .iter()
            .map(|task| quoted(&task.title))
            .collect::<Vec<_>>(),
    )
}

/// What happened, in a sentence or two.
fn words(verb: Verb, tasks: &[TaskView], changes: &[FieldChange], ctx: &Context) -> String {
    let [task] = tasks else {
        return several(verb, tasks, changes);
    };
    let title = quoted(&task.title);
    match verb {
        Verb::Added => added(task, ctx),
        Verb::Completed if task.status.is_open() => next("Done.", task, ctx),
        Verb::Completed => format!("Done: {title}."),
        Verb::Skipped if task.status.is_open() => next("Skipped.", task, ctx),
        Verb::Skipped => format!("Skipped: {title}. It was the last one."),
        Verb::Reopened if changes.iter().any(|change| change.field == "trash") => {
            format!("{title} is back from the trash.")
        }
        Verb::Reopened => format!("{title} is open again."),
        Verb::Moved => match &task.due_words {
            Some(due) => format!("Moved {title} to {due}.{}", after(task, ctx)),
            None => format!("{title} has no due date now."),
        },
        Verb::Changed => {
            if let [only] = changes
                && only.field == "title"
            {
                return format!("Renamed {} to {title}.", quoted(&only.from));
            }
            let repeats = changes.iter().any(|change| change.field == "repeat");
            let next = if repeats {
                after(task, ctx)
            } else {
                String::new()
            };
            format!("Changed {title}: {}.{next}", changed(changes))
        }
        Verb::Deleted if task.deleted_at.is_none() => next("Skipped.", task, ctx),
        Verb::Deleted => format!("Deleted {title}."),
        Verb::Snoozed => match task
            .reminders
            .iter()
            .filter_map(|it| it.snoozed_until)
            .max()
        {
            Some(until) => {
                format!(
                    "I will remind you of {title} again {}.",
                    instant_words(until, ctx)
                )
            }
            None => format!("I will remind you of {title} again later."),
        },
    }
}

fn several(verb: Verb, tasks: &[TaskView], changes: &[FieldChange]) -> String {
    let names = titles(tasks);
    let count = tasks.len();
    match verb {
        Verb::Added => format!("Added {count} tasks: {names}."),
        Verb::Completed => format!("Done: {names}."),
        Verb::Skipped => format!("Skipped {names}."),
        Verb::Reopened => format!("{names} are open again."),
        Verb::Moved => {
            let due = tasks.first().and_then(|task| task.due_words.clone());
            let same = tasks.iter().all(|task| task.due_words == due);
            match due.filter(|_| same) {
                Some(due) => format!("Moved {names} to {due}."),
                None => format!("Moved {names}."),
            }
        }
        Verb::Changed => {
            let first = tasks.first().map(|task| task.id.to_string());
            let of_first: Vec<_> = changes
                .iter()
                .filter(|change| Some(&change.id) == first.as_ref())
                .cloned()
                .collect();
            format!("Changed {names}: {}.", changed(&of_first))
        }
        Verb::Deleted => format!("Deleted {names}."),
        Verb::Snoozed => format!("I will remind you of {names} again later."),
    }
}

/// Nothing had to change.
fn unchanged(verb: Verb, tasks: &[TaskView]) -> String {
    let [task] = tasks else {
        return "Nothing had to change.".to_owned();
    };
    let title = quoted(&task.title);
    match verb {
        Verb::Completed if !task.status.is_open() => format!("{title} was done already."),
        Verb::Reopened => format!("{title} is open already."),
        _ => format!("{title} is like that already."),
    }
}

/// "Done. Next: Fri 1 Jan, Mon 1 Feb, Mon 1 Mar."
fn next(done: &str, task: &TaskView, ctx: &Context) -> String {
    let Some(due) = &task.due_words else {
        return done.to_owned();
    };
    let later = task.next.iter().take(2).map(|slot| slot_words(slot, ctx));
    let dates: Vec<_> = std::iter::once(due.clone()).chain(later).collect();
    format!("{done} Next: {}.", dates.join(", "))
}

/// " Next: Fri 1 Jan, Mon 1 Feb, Mon 1 Mar." after what happened to the current occurrence.
fn after(task: &TaskView, ctx: &Context) -> String {
    let dates: Vec<_> = task.next.iter().map(|slot| slot_words(slot, ctx)).collect();
    if dates.is_empty() {
        String::new()
    } else {
        format!(" Next: {}.", dates.join(", "))
    }
}

/// The task as it was understood, with its next three dates.
fn added(task: &TaskView, ctx: &Context) -> String {
    let mut facts: Vec<String> = Vec::new();
    facts.extend(task.due_words.iter().cloned());
    facts.extend(task.rule.iter().map(|rule| rule.words.clone()));
    let length = |minutes| language::echo::length(minutes, &ctx.locale);
    let takes = |minutes| format!("takes {}", length(minutes));
    facts.extend(task.duration_minutes.map(takes));
    if task.priority != domain::Priority::None
        && let Ok(Value::String(priority)) = serde_json::to_value(task.priority)
    {
        facts.push(if priority == "urgent" {
            priority
        } else {
            format!("{priority} priority")
        });
    }
    facts.extend(task.tags.iter().map(|tag| format!("#{tag}")));
    if !task.project.eq_ignore_ascii_case("inbox") {
        facts.push(format!("in {}", task.project));
    }
    let mut words = match facts.is_empty() {
        true => format!("Added {}.", quoted(&task.title)),
        false => format!("Added {}: {}.", quoted(&task.title), facts.join(", ")),
    };
    words.push_str(&after(task, ctx));
    words
}

/// "due Fri 27 Nov, priority high, no section".
fn changed(changes: &[FieldChange]) -> String {
    let each = changes
        .iter()
        .map(|change| match (change.field.as_str(), change.to.as_str()) {
            ("notes", to) if !to.is_empty() => "notes".to_owned(),
            (field, "") => format!("no {field}"),
            (field, to) => format!("{field} {to}"),
        });
    let each: Vec<_> = each.collect();
    if each.is_empty() {
        "saved".to_owned()
    } else {
        each.join(", ")
    }
}
