//! Actions in the scorer's vocabulary of calls.

use domain::command::{Move, NewTask, Patch, ProjectRef, TaskFields};
use domain::due::{Due, Slot};
use domain::rule::{Mode, Rule};
use domain::task::ReminderTime;
use domain::{Priority, TaskId};
use jiff::ToSpan;
use serde_json::{Map, Value, json};

use super::commands::List;
use crate::context::Context;
use crate::organizing::{Organize, OrganizeChange};
use crate::proposal::Action;
use crate::question::{Question, Sort, StatusFilter};

pub(super) fn create(task: &NewTask, ctx: &Context) -> Value {
    let mut call = Map::new();
    call.insert("tool".into(), "create_task".into());
    call.insert("title".into(), task.title.clone().into());
    if let Some(due) = &task.due {
        call.insert("due".into(), local(due, ctx));
    }
    if let Some(series) = &task.series {
        let anchor = task.due.as_ref().map(Due::slot);
        insert_rule(&mut call, &series.rule, anchor);
    }
    if task.priority != Priority::None {
        call.insert("priority".into(), priority(task.priority).into());
    }
    if !task.tags.is_empty() {
        call.insert("tags".into(), task.tags.clone().into());
    }
    if let Some(project) = &task.project {
        call.insert("project".into(), project_name(project));
    }
    if let Some(reminders) = &task.reminders {
        call.insert(
            "remind".into(),
            reminders
                .iter()
                .filter_map(duration)
                .collect::<Vec<_>>()
                .into(),
        );
    }
    if !task.notes.is_empty() {
        call.insert("notes".into(), task.notes.clone().into());
    }
    Value::Object(call)
}

/// The due date on the speaker's own clock.
fn local(due: &Due, ctx: &Context) -> Value {
    let zone = &ctx.time.zone;
    let elsewhere = due
        .zone()
        .and_then(|_| due.instant(zone))
        .map(|instant| Slot::timed(instant.to_zoned(zone.clone()).datetime()));
    elsewhere.unwrap_or_else(|| due.slot()).to_string().into()
}

/// The call of a change of a project, a section or a tag.
pub(super) fn organize(organize: &Organize) -> Value {
    let mut call = json!({"tool": "organize", "kind": organize.kind, "name": organize.name});
    call["action"] = match &organize.change {
        OrganizeChange::Add => "add",
        OrganizeChange::Rename { to } => {
            call["new_name"] = to.clone().into();
            "change"
        }
        OrganizeChange::Archive => "archive",
        OrganizeChange::Unarchive => "unarchive",
        OrganizeChange::Delete => "delete",
    }
    .into();
    if let Some(parent) = &organize.parent {
        call["parent"] = parent.clone().into();
    }
    call
}

pub(super) fn list(question: &Question) -> Value {
    let mut filter = Map::new();
    let mut day = |key: &str, day: Option<jiff::civil::Date>| {
        if let Some(day) = day {
            filter.insert(key.into(), day.to_string().into());
        }
    };
    day("due_from", question.due_from);
    day("due_to", question.due_to);
    day("completed_from", question.completed_from);
    day("completed_to", question.completed_to);
    match question.status {
        StatusFilter::Open => {}
        StatusFilter::Done => drop(filter.insert("status".into(), "done".into())),
        StatusFilter::All => drop(filter.insert("status".into(), "all".into())),
    }
    for (key, is_set) in [
        ("overdue", question.overdue),
        ("no_due", question.no_due),
        ("recurring", question.recurring),
    ] {
        if is_set {
            filter.insert(key.into(), true.into());
        }
    }
    if !question.priority.is_empty() {
        filter.insert(
            "priority".into(),
            question
                .priority
                .iter()
                .map(|p| priority(*p))
                .collect::<Vec<_>>()
                .into(),
        );
    }
    if !question.tags.is_empty() {
        filter.insert("tags".into(), question.tags.clone().into());
    }
    for (key, text) in [("project", &question.project), ("text", &question.text)] {
        if let Some(text) = text {
            filter.insert(key.into(), text.clone().into());
        }
    }
    let mut call = json!({"tool": "list_tasks", "filter": filter});
    if let Some(sort) = question.sort {
        call["sort"] = match sort {
            Sort::Due => "due",
            Sort::Priority => "priority",
            Sort::Title => "title",
            Sort::Created => "created",
            Sort::Completed => "completed",
        }
        .into();
    }
    if let Some(limit) = question.limit {
        call["limit"] = limit.into();
    }
    call
}

/// The calls of a change of tasks that are found.
pub(super) fn change(action: &Action, ids: &[TaskId], tasks: &List, ctx: &Context) -> Vec<Value> {
    let names: Vec<&str> = ids.iter().filter_map(|id| tasks.name(*id)).collect();
    let first = ids.first().and_then(|id| tasks.task(*id));
    let anchor = first.and_then(|task| task.due.as_ref()).map(Due::slot);
    match action {
        Action::Complete { .. } => vec![json!({"tool": "complete_task", "ids": names})],
        Action::AddSubtasks { drafts, .. } => drafts
            .iter()
            .map(|draft| {
                let mut call = create(&draft.task, ctx);
                call["parent"] = names.first().copied().into();
                call
            })
            .collect(),
        Action::Reopen { .. } => vec![json!({"tool": "reopen_task", "ids": names})],
        Action::Delete { .. } => vec![json!({"tool": "delete_task", "ids": names})],
        Action::Update { fields, .. } => vec![json!({"tool": "update_task", "ids": names, "set": set(fields, anchor, ctx)})],
        Action::Snooze { until, .. } => {
            let due = ctx.time.local(*until).datetime().strftime("%Y-%m-%dT%H:%M").to_string();
            vec![json!({"tool": "update_task", "ids": names, "set": {"due": due}})]
        }
        Action::Skip { .. } => ids.iter().filter_map(|id| {
            let place = tasks.tasks.iter().position(|task| task.id == *id)?;
            let series = tasks.series.get(place)?.as_ref()?;
            let next = series.rule.next_after(series.anchor, series.slot, &ctx.time.zone)?;
            Some(json!({"tool": "update_task", "ids": [tasks.name(*id)?], "set": {"due": next.to_string()}}))
        }).collect(),
        Action::Reschedule { to, .. } => moved(to, ids, tasks, ctx),
        _ => Vec::new(),
    }
}

/// One call per due date.
fn moved(to: &Move, ids: &[TaskId], tasks: &List, ctx: &Context) -> Vec<Value> {
    let mut calls: Vec<(Value, Vec<&str>)> = Vec::new();
    for id in ids {
        let (Some(name), Some(task)) = (tasks.name(*id), tasks.task(*id)) else {
            continue;
        };
        let due = target(to, task.due.as_ref(), ctx);
        match calls.iter_mut().find(|(own, _)| *own == due) {
            Some((_, names)) => names.push(name),
            None => calls.push((due, vec![name])),
        }
    }
    calls
        .into_iter()
        .map(|(due, names)| json!({"tool": "update_task", "ids": names, "set": {"due": due}}))
        .collect()
}

fn target(to: &Move, current: Option<&Due>, ctx: &Context) -> Value {
    let today = ctx.time.today(ctx.now);
    match to {
        Move::Clear => Value::Null,
        Move::To {
            due: Due::Day { date },
        } => {
            let time = current.and_then(Due::time);
            Slot { date: *date, time }.to_string().into()
        }
        Move::To { due } | Move::Exactly { due } => local(due, ctx),
        Move::ByMonths { months } => {
            let date = current.map_or(today, Due::date);
            let moved = date.checked_add(i64::from(*months).months());
            Slot {
                date: moved.unwrap_or(date),
                time: current.and_then(Due::time),
            }
            .to_string()
            .into()
        }
        Move::ToTime { time, zone } => {
            let own = ctx.time.zone.clone();
            let now = ctx
                .now
                .to_zoned(zone.as_ref().map_or(own, |zone| zone.time_zone().clone()));
            let today = now.date();
            let mut date = current.map_or(today, |due| due.date().max(today));
            if date == today && *time <= now.time() {
                date = date.tomorrow().unwrap_or(date);
            }
            let due = match zone {
                Some(zone) => Due::Zoned {
                    date,
                    time: *time,
                    zone: zone.clone(),
                },
                None => Due::Floating { date, time: *time },
            };
            local(&due, ctx)
        }
        Move::ByDays { days } => {
            let date = current.map_or(today, Due::date);
            let moved = date.checked_add(i64::from(*days).days()).unwrap_or(date);
            Slot {
                date: moved,
                time: current.and_then(Due::time),
            }
            .to_string()
            .into()
        }
        Move::ByMinutes { minutes } => {
            let from = current.filter(|due| due.time().is_some()).map_or_else(
                || ctx.time.local(ctx.now).datetime(),
                |due| due.slot().datetime(),
            );
            let moved = from
                .checked_add(i64::from(*minutes).minutes())
                .unwrap_or(from);
            Slot::timed(moved).to_string().into()
        }
    }
}

fn set(fields: &TaskFields, anchor: Option<Slot>, ctx: &Context) -> Value {
    let mut set = Map::new();
    if let Some(title) = &fields.title {
        set.insert("title".into(), title.clone().into());
    }
    match &fields.notes {
        Patch::Keep => {}
        Patch::Clear => drop(set.insert("notes".into(), Value::Null)),
        Patch::Set(notes) => drop(set.insert("notes".into(), notes.clone().into())),
    }
    if let Some(notes) = &fields.add_notes {
        set.insert("notes".into(), notes.clone().into());
    }
    if matches!(fields.reminders, Patch::Clear) {
        set.insert("remind".into(), Value::Null);
    }
    match &fields.priority {
        Patch::Keep => {}
        Patch::Clear => drop(set.insert("priority".into(), Value::Null)),
        Patch::Set(own) => drop(set.insert("priority".into(), priority(*own).into())),
    }
    match fields.duration_minutes {
        Patch::Keep => {}
        Patch::Clear => drop(set.insert("duration".into(), Value::Null)),
        Patch::Set(minutes) => drop(set.insert("duration".into(), minutes.into())),
    }
    match &fields.project {
        Patch::Keep => {}
        Patch::Clear => drop(set.insert("project".into(), Value::Null)),
        Patch::Set(project) => drop(set.insert("project".into(), project_name(project))),
    }
    match &fields.due {
        Patch::Keep => {}
        Patch::Clear => drop(set.insert("due".into(), Value::Null)),
        Patch::Set(due) => drop(set.insert("due".into(), local(due, ctx))),
    }
    match &fields.series {
        Patch::Keep => {}
        Patch::Clear => drop(set.insert("recurrence".into(), Value::Null)),
        Patch::Set(series) => insert_rule(&mut set, &series.rule, anchor),
    }
    if !fields.add_tags.is_empty() {
        set.insert("tags_add".into(), fields.add_tags.clone().into());
    }
    if !fields.remove_tags.is_empty() {
        set.insert("tags_remove".into(), fields.remove_tags.clone().into());
    }
    if !fields.add_reminders.is_empty() {
        set.insert(
            "remind".into(),
            fields
                .add_reminders
                .iter()
                .filter_map(duration)
                .collect::<Vec<_>>()
                .into(),
        );
    }
    Value::Object(set)
}

fn insert_rule(call: &mut Map<String, Value>, rule: &Rule, anchor: Option<Slot>) {
    let text = anchor.map_or_else(|| rule.to_rrule(), |anchor| rule.to_interpret_rrule(anchor));
    call.insert("recurrence".into(), text.into());
    if rule.mode == Mode::Completion {
        call.insert("repeat_from".into(), "completion".into());
    }
}

fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Urgent => "urgent",
        Priority::High => "high",
        Priority::Medium => "medium",
        Priority::Low => "low",
        Priority::None => "none",
    }
}

fn project_name(project: &ProjectRef) -> Value {
    match project {
        ProjectRef::Named(name) | ProjectRef::NamedOrNew(name) => name.clone().into(),
        ProjectRef::Id(id) => id.to_string().into(),
    }
}

/// An offset as an ISO 8601 duration.
fn duration(reminder: &ReminderTime) -> Option<Value> {
    let ReminderTime::Relative { minutes_before, .. } = reminder else {
        return None;
    };
    let minutes = *minutes_before;
    let text = match minutes {
        m if m % 1_440 == 0 => format!("P{}D", m / 1_440),
        m if m % 60 == 0 => format!("PT{}H", m / 60),
        m => format!("PT{m}M"),
    };
    Some(text.into())
}
