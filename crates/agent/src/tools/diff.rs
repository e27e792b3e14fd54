//! What changed in a task, field by field, in words.

use app::view::TaskView;
use domain::Priority;
use serde::{Deserialize, Serialize};

use super::words::listed;

/// One field of one task, before and after, in words; empty for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FieldChange {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) field: String,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// The fields that differ between tasks as they were and as they are. New tasks have none.
pub(crate) fn changes(before: &[TaskView], after: &[TaskView]) -> Vec<FieldChange> {
    let pairs = after.iter().filter_map(|after| {
        let before = before.iter().find(|before| before.id == after.id)?;
        Some((before, after))
    });
    pairs
        .flat_map(|(before, after)| fields(before, after))
        .collect()
}

fn fields(before: &TaskView, after: &TaskView) -> Vec<FieldChange> {
    READERS
        .iter()
        .map(|(field, read)| (field, read(before), read(after)))
        .filter(|(_, from, to)| from != to)
        .map(|(field, from, to)| FieldChange {
            id: after.id.to_string(),
            title: after.title.clone(),
            field: (*field).to_owned(),
            from,
            to,
        })
        .collect()
}

type Reader = fn(&TaskView) -> String;

static READERS: [(&str, Reader); 17] = [
    ("title", |task| task.title.clone()),
    ("notes", |task| task.notes.clone()),
    ("due", |task| task.due_words.clone().unwrap_or_default()),
    ("start", |task| text(&task.start)),
    ("deadline", |task| text(&task.deadline)),
    ("repeat", |task| {
        task.rule
            .as_ref()
            .map(|rule| rule.words.clone())
            .unwrap_or_default()
    }),
    ("priority", |task| priority(task.priority)),
    ("project", |task| task.project.clone()),
    ("section", |task| task.section.clone().unwrap_or_default()),
    ("tags", |task| {
        listed(
            &task
                .tags
                .iter()
                .map(|tag| format!("#{tag}"))
                .collect::<Vec<_>>(),
        )
    }),
    ("status", |task| plain(&task.status)),
    ("duration", |task| {
        task.duration_minutes
            .map(|minutes| format!("{minutes} min"))
            .unwrap_or_default()
    }),
    ("parent", |task| text(&task.parent_id)),
    ("reminders", |task| {
        task.reminders
            .iter()
            .map(reminder)
            .collect::<Vec<_>>()
            .join(", ")
    }),
    ("checklist", |task| match task.checklist.len() {
        0 => String::new(),
        all => format!(
            "{} of {all}",
            task.checklist.iter().filter(|line| line.done).count()
        ),
    }),
    ("assignees", |task| {
        plain(&task.assignees).replace(['[', ']', '"'], "")
    }),
    ("trash", |task| {
        if task.deleted_at.is_some() {
            "in the trash".into()
        } else {
            "".into()
        }
    }),
];

fn reminder(reminder: &app::view::ReminderView) -> String {
    if let Some(until) = &reminder.snoozed_until {
        return format!("snoozed until {until}");
    }
    match (reminder.minutes_before, &reminder.at) {
        (Some(0), _) => "at the time".to_owned(),
        (Some(minutes), _) if minutes < 0 => format!("{} min after", -minutes),
        (Some(minutes), _) if minutes % 60 == 0 => format!("{} h before", minutes / 60),
        (Some(minutes), _) => format!("{minutes} min before"),
        (None, Some(at)) => at.to_string(),
        (None, None) => String::new(),
    }
}

fn priority(priority: Priority) -> String {
    if priority == Priority::None {
        String::new()
    } else {
        plain(&priority)
    }
}

/// A value as its JSON text without quotes; empty for null.
fn plain(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(serde_json::Value::Null) | Err(_) => String::new(),
        Ok(other) => other.to_string(),
    }
}

/// A moment or an id as text; empty for none.
fn text<T: Serialize>(value: &Option<T>) -> String {
    let Some(value) = value else {
        return String::new();
    };
    match serde_json::to_value(value) {
        Ok(serde_json::Value::Object(due)) => {
            let part = |name: &str| due.get(name).and_then(serde_json::Value::as_str);
            let parts = [part("date"), part("time"), part("zone")];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}
