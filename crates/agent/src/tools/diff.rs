//! What changed in a task, field by field, in words.

use app::view::TaskView;
use domain::Priority;
use language::Context;
use serde::{Deserialize, Serialize};

use super::words::{instant_words, listed, slot_words};

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
pub(crate) fn changes(before: &[TaskView], after: &[TaskView], ctx: &Context) -> Vec<FieldChange> {
    let pairs = after.iter().filter_map(|after| {
        let before = before.iter().find(|before| before.id == after.id)?;
        Some((before, after))
    });
    pairs
        .flat_map(|(before, after)| fields(before, after, ctx))
        .collect()
}

fn fields(before: &TaskView, after: &TaskView, ctx: &Context) -> Vec<FieldChange> {
    READERS
        .iter()
        .map(|(field, read)| (field, read(before, ctx), read(after, ctx)))
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

type Reader = fn(&TaskView, &Context) -> String;

static READERS: [(&str, Reader); 18] = [
    ("title", |task, _| task.title.clone()),
    ("notes", |task, _| task.notes.clone()),
    ("due", |task, _| task.due_words.clone().unwrap_or_default()),
    ("start", |task, ctx| start(task, ctx)),
    ("deadline", |task, ctx| {
        task.deadline
            .as_deref()
            .map(|day| slot_words(day, ctx))
            .unwrap_or_default()
    }),
    ("repeat", |task, _| {
        task.rule
            .as_ref()
            .map(|rule| rule.words.clone())
            .unwrap_or_default()
    }),
    ("priority", |task, _| priority(task.priority)),
    ("project", |task, _| task.project.clone()),
    ("section", |task, _| {
        task.section.clone().unwrap_or_default()
    }),
    ("tags", |task, _| tags(task)),
    ("status", |task, _| plain(&task.status).replace('_', " ")),
    ("duration", |task, _| {
        task.duration_minutes
            .map(|it| format!("{it} min"))
            .unwrap_or_default()
    }),
    ("relations", |task, _| related(task)),
    ("parent", |task, _| {
        task.parent_id
            .map(|_| "a subtask".to_owned())
            .unwrap_or_default()
    }),
    ("reminders", |task, ctx| reminders(task, ctx)),
    ("checklist", |task, _| checklist(task)),
    ("assignees", |task, ctx| assignees(task, ctx)),
    ("trash", |task, _| {
        task.deleted_at
            .map(|_| "in the trash".to_owned())
            .unwrap_or_default()
    }),
];

/// How many tasks of each kind it names.
fn related(task: &TaskView) -> String {
    let kinds = [
        ("blocked by", &task.blocked_by),
        ("relates to", &task.relates_to),
        ("duplicates", &task.duplicates),
    ];
    let some = kinds.into_iter().filter(|(_, others)| !others.is_empty());
    let words: Vec<String> = some
        .map(|(kind, others)| match others.len() {
            1 => format!("{kind} 1 task"),
            count => format!("{kind} {count} tasks"),
        })
        .collect();
    words.join(", ")
}

fn start(task: &TaskView, ctx: &Context) -> String {
    let Some(start) = &task.start else {
        return String::new();
    };
    match &start.time {
        None => slot_words(&start.date, ctx),
        Some(time) => slot_words(&format!("{}T{time}", start.date), ctx),
    }
}

fn tags(task: &TaskView) -> String {
    listed(
        &task
            .tags
            .iter()
            .map(|tag| format!("#{tag}"))
            .collect::<Vec<_>>(),
    )
}

fn reminders(task: &TaskView, ctx: &Context) -> String {
    let words = task
        .reminders
        .iter()
        .map(|reminder| match reminder.snoozed_until {
            Some(until) => format!("again {}", instant_words(until, ctx)),
            None => reminder.words.clone(),
        });
    words.collect::<Vec<_>>().join(", ")
}

fn checklist(task: &TaskView) -> String {
    match task.checklist.len() {
        0 => String::new(),
        all => format!(
            "{} of {all}",
            task.checklist.iter().filter(|line| line.done).count()
        ),
    }
}

fn assignees(task: &TaskView, ctx: &Context) -> String {
    let name = |id: &uuid::Uuid| {
        let member = ctx.members.iter().find(|member| member.id.uuid() == *id);
        member.map(|member| member.name.clone())
    };
    listed(&task.assignees.iter().filter_map(name).collect::<Vec<_>>())
}

fn priority(priority: Priority) -> String {
    if priority == Priority::None {
        String::new()
    } else {
        plain(&priority)
    }
}

/// The name of a variant.
fn plain(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}
