//! What happened, in a sentence: short, active, dates as people say them.

use crate::outcome::Outcome;
use crate::view::{EventView, TaskView};

/// The most titles that one sentence names.
const NAMED: usize = 3;

/// What a command did.
pub(crate) fn outcome(command: &str, outcome: &Outcome) -> String {
    if outcome.change_id.is_none() {
        return match command {
            "complete_tasks" => "Already done.".to_owned(),
            _ => "Nothing to change.".to_owned(),
        };
    }
    let tasks = outcome.tasks.as_slice();
    match command {
        "add_tasks" => added(tasks),
        "complete_tasks" => completed(tasks),
        "reschedule_tasks" => rescheduled(tasks),
        "reopen_tasks" => format!("Reopened {}.", titles(tasks)),
        "delete_tasks" => deleted(tasks),
        "restore_tasks" => format!("Restored {}.", titles(tasks)),
        "purge_tasks" => format!("Deleted {} for good.", titles(tasks)),
        "duplicate_tasks" => format!("Duplicated {}.", titles(tasks)),
        "snooze_reminders" => format!("Will remind of {} again later.", titles(tasks)),
        "undo" => undone(outcome),
        "update_tasks" => format!("Changed {}.", titles(tasks)),
        "update_settings" => "Settings saved.".to_owned(),
        _ => directory(command, outcome),
    }
}

/// Why undo left a field alone.
pub(crate) fn conflict(field: &str) -> String {
    format!(
        "{} has changed since and was left as it is",
        field.replace('_', " ")
    )
}

fn added(tasks: &[TaskView]) -> String {
    match tasks {
        [task] => {
            let mut sentence = format!("Added #{} {}", task.number, task.title);
            if let Some(due) = &task.due_words {
                sentence.push_str(&format!(", due {due}"));
            }
            if let Some(rule) = &task.rule {
                sentence.push_str(&format!(", {}", rule.words));
            }
            sentence.push('.');
            sentence
        }
        _ => format!("Added {} tasks: {}.", tasks.len(), titles(tasks)),
    }
}

fn completed(tasks: &[TaskView]) -> String {
    match tasks {
        [task] if task.status.is_open() && task.rule.is_some() => {
            format!(
                "Done: {}. Next: {}.",
                task.title,
                task.due_words.clone().unwrap_or_default()
            )
        }
        _ => format!("Done: {}.", titles(tasks)),
    }
}

fn rescheduled(tasks: &[TaskView]) -> String {
    match tasks {
        [task] => match &task.due_words {
            Some(due) => format!("Moved {} to {due}.", task.title),
            None => format!("Took the date off {}.", task.title),
        },
        _ => format!("Moved {}.", titles(tasks)),
    }
}

fn deleted(tasks: &[TaskView]) -> String {
    match tasks {
        [task] if task.deleted_at.is_none() => {
            format!(
                "Skipped this one: {}. Next: {}.",
                task.title,
                task.due_words.clone().unwrap_or_default()
            )
        }
        _ => format!("Moved {} to the trash.", titles(tasks)),
    }
}

fn undone(outcome: &Outcome) -> String {
    let mut sentence = match outcome.tasks.as_slice() {
        [] => "Undone.".to_owned(),
        tasks => format!("Undone: {}.", titles(tasks)),
    };
    if !outcome.conflicts.is_empty() {
        sentence.push_str(" Some fields have changed since and were left as they are.");
    }
    sentence
}

fn directory(command: &str, outcome: &Outcome) -> String {
    let (verb, what) = command.split_once('_').unwrap_or((command, ""));
    let name = match what {
        "project" => outcome.projects.last().map(|project| project.name.as_str()),
        "section" => outcome.sections.last().map(|section| section.name.as_str()),
        "tag" => outcome.tags.last().map(|tag| tag.name.as_str()),
        "view" => outcome.views.last().map(|view| view.name.as_str()),
        _ => None,
    };
    let verb = match verb {
        "add" => "Added",
        "delete" => "Deleted",
        _ => "Changed",
    };
    format!("{verb} {what} {}.", name.unwrap_or_default())
}

fn titles(tasks: &[TaskView]) -> String {
    joined(
        &tasks
            .iter()
            .map(|task| task.title.as_str())
            .collect::<Vec<_>>(),
    )
}

fn joined(titles: &[&str]) -> String {
    let more = titles.len().saturating_sub(NAMED);
    let rest = format!("{more} more");
    let mut named: Vec<&str> = titles.iter().take(NAMED).copied().collect();
    if more > 0 {
        named.push(&rest);
    }
    match named.as_slice() {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// What a past change did, from its events.
pub(crate) fn change(command: &str, events: &[EventView]) -> String {
    // Deleting a tag changes tasks too, adding a task may add its tag: the sentence is about what
    // the command is about.
    let subject = command.rsplit('_').next().unwrap_or_default();
    let subject = format!("{}.", subject.trim_end_matches('s'));
    let is_about = |event: &&EventView| event.kind.starts_with(&subject);
    let is_named = events.iter().any(|event| is_about(&event));
    let mut named: Vec<&str> = Vec::new();
    for event in events.iter().filter(|event| !is_named || is_about(event)) {
        if let Some(title) = event.title.as_deref().filter(|it| !named.contains(it)) {
            named.push(title);
        }
    }
    let what = joined(&named);
    let verb = match command {
        "add_tasks" | "add_project" | "add_section" | "add_tag" | "add_view" => "Added",
        "complete_tasks" if events.iter().any(|event| event.kind == "task.skipped") => "Skipped",
        "complete_tasks" => "Completed",
        "reopen_tasks" => "Reopened",
        "reschedule_tasks" => "Moved",
        "delete_tasks" | "delete_project" | "delete_section" | "delete_tag" | "delete_view" => {
            "Deleted"
        }
        "restore_tasks" => "Restored",
        "purge_tasks" => "Deleted for good:",
        "duplicate_tasks" => "Duplicated",
        "snooze_reminders" => "Snoozed",
        "fire_reminders" => "Reminded of",
        "undo" => "Undid",
        "update_settings" => return "Changed settings".to_owned(),
        _ => "Changed",
    };
    format!("{verb} {what}")
}
