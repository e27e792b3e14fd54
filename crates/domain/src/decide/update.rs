//! Changing fields of tasks.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::{Rejection, add, complete, merge, place, relate, reopen, reschedule, series, validate};
use crate::change::Verb;
use crate::command::{ChecklistLine, Completion, CompletionOutcome, Patch, TaskChange, TaskFields};
use crate::due::Due;
use crate::ids::{ChecklistItemId, TagId, TaskId};
use crate::limits;
use crate::task::{ChecklistItem, Original, Reminder, Status, Task};

pub(super) fn tasks(draft: &mut Draft<'_>, changes: &[TaskChange]) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", changes.len(), limits::COMMAND_TASKS)?;
    for change in changes {
        merge::check(draft, change)?;
        task(draft, change)?;
    }
    Ok(())
}

fn task(draft: &mut Draft<'_>, change: &TaskChange) -> Result<(), Rejection> {
    let fields = &change.fields;
    let old = draft.task(change.task)?.clone();
    let mut task = old.clone();
    texts(draft, &mut task, fields, change.only_this)?;
    structure(draft, &mut task, fields)?;
    dates(draft, &mut task, fields)?;
    lists(draft, &mut task, fields)?;
    relate::edit(draft, &mut task, fields)?;
    let verb = if task.due == old.due {
        Verb::Updated
    } else {
        Verb::Rescheduled
    };
    let moved = task.project != old.project;
    let task = reschedule::with_reminders(draft, task)?;
    let (id, project) = (task.id, task.project);
    draft.put_task(verb, task);
    relate::check_circles(draft, id, fields)?;
    if moved {
        for child in draft.descendants(id) {
            let child = draft.task(child)?.clone();
            draft.put_task(
                Verb::Updated,
                Task {
                    project,
                    section: None,
                    ..child
                },
            );
        }
    }
    match fields.status {
        Some(status) if status != old.status => set_status(draft, id, status),
        _ => Ok(()),
    }
}

/// `more` below `notes`, a paragraph of its own.
fn below(notes: &str, more: &str) -> String {
    if notes.trim().is_empty() {
        more.to_owned()
    } else {
        format!("{}\n\n{more}", notes.trim_end())
    }
}

/// Title, notes, priority and tags: of the series, or of this occurrence only.
fn texts(
    draft: &mut Draft<'_>,
    task: &mut Task,
    fields: &TaskFields,
    only_this: bool,
) -> Result<(), Rejection> {
    let title = match &fields.title {
        None => None,
        Some(title) => Some(validate::title("/title", title)?),
    };
    let notes = match &fields.notes {
        Patch::Keep => None,
        Patch::Clear => Some(String::new()),
        Patch::Set(notes) => Some(validate::notes("/notes", notes)?),
    };
    let notes = match &fields.add_notes {
        None => notes,
        Some(more) => Some(validate::notes(
            "/add_notes",
            &below(notes.as_deref().unwrap_or(&task.notes), more),
        )?),
    };
    let priority = match &fields.priority {
        Patch::Keep => None,
        Patch::Clear => Some(crate::task::Priority::None),
        Patch::Set(priority) => Some(*priority),
    };
    let tags = tags(draft, &task.tags, fields)?;
    if let Some(series) = &mut task.series {
        if only_this {
            series.original.get_or_insert_with(|| Original {
                title: task.title.clone(),
                notes: task.notes.clone(),
                priority: task.priority,
                tags: task.tags.clone(),
            });
        } else if let Some(original) = &mut series.original {
            original.title = title.clone().unwrap_or_else(|| original.title.clone());
            original.notes = notes.clone().unwrap_or_else(|| original.notes.clone());
            original.priority = priority.unwrap_or(original.priority);
            original.tags = tags.clone().unwrap_or_else(|| original.tags.clone());
        }
    }
    task.title = title.unwrap_or_else(|| std::mem::take(&mut task.title));
    task.notes = notes.unwrap_or_else(|| std::mem::take(&mut task.notes));
    task.priority = priority.unwrap_or(task.priority);
    task.tags = tags.unwrap_or_else(|| std::mem::take(&mut task.tags));
    Ok(())
}

fn tags(
    draft: &mut Draft<'_>,
    current: &BTreeSet<TagId>,
    fields: &TaskFields,
) -> Result<Option<BTreeSet<TagId>>, Rejection> {
    if fields.tags.is_keep() && fields.add_tags.is_empty() && fields.remove_tags.is_empty() {
        return Ok(None);
    }
    let mut tags = match &fields.tags {
        Patch::Keep => current.clone(),
        Patch::Clear => BTreeSet::new(),
        Patch::Set(names) => draft.resolve_tags("/tags", names)?,
    };
    tags.extend(draft.resolve_tags("/add_tags", &fields.add_tags)?);
    for name in &fields.remove_tags {
        if let Some(tag) = draft.known_tag(name) {
            tags.remove(&tag);
        }
    }
    validate::at_most("tags of a task", tags.len(), limits::TASK_TAGS)?;
    Ok(Some(tags))
}

/// Project, section, parent and place.
fn structure(draft: &mut Draft<'_>, task: &mut Task, fields: &TaskFields) -> Result<(), Rejection> {
    let project = match &fields.project {
        Patch::Keep => task.project,
        Patch::Clear => draft.default_project()?,
        Patch::Set(reference) => draft.resolve_project(reference)?,
    };
    if project != task.project {
        task.project = project;
        task.section = None;
        // A subtask that moves to another project leaves its parent behind.
        if fields.parent.is_keep() {
            task.parent = None;
        }
    }
    match &fields.parent {
        Patch::Keep => {}
        Patch::Clear => task.parent = None,
        Patch::Set(parent) => {
            place::check_parent(draft, task.id, *parent)?;
            let home = draft.task(*parent)?.project;
            if home != task.project {
                task.project = home;
                task.section = None;
            }
            task.parent = Some(*parent);
        }
    }
    match &fields.section {
        Patch::Keep => {}
        Patch::Clear => task.section = None,
        Patch::Set(reference) => {
            task.section = Some(draft.resolve_section(task.project, reference)?);
        }
    }
    if let Some(place) = fields.place {
        task.position = place::position(draft, place)?;
    }
    Ok(())
}

/// Due, start, deadline, duration and rule.
fn dates(draft: &mut Draft<'_>, task: &mut Task, fields: &TaskFields) -> Result<(), Rejection> {
    if let Patch::Set(start) = &fields.start {
        validate::date("/start", start.date())?;
    }
    if let Patch::Set(deadline) = &fields.deadline {
        validate::date("/deadline", *deadline)?;
    }
    if let Patch::Set(minutes) = fields.duration_minutes {
        validate::duration("/duration_minutes", Some(minutes))?;
    }
    if let Patch::Set(due) = &fields.due {
        validate::date("/due", due.date())?;
    }
    task.start = fields.start.clone().apply(task.start.take());
    task.deadline = fields.deadline.clone().apply(task.deadline);
    task.duration_minutes = fields.duration_minutes.clone().apply(task.duration_minutes);
    let due = fields.due.clone().apply(task.due.clone());
    match &fields.series {
        Patch::Keep if due.is_none() && task.series.is_some() => {
            return Err(Rejection::invalid(
                "/due",
                "this task repeats; clear its rule before taking its date away",
            ));
        }
        Patch::Keep => task.due = due,
        Patch::Clear => {
            task.series = None;
            task.due = due;
        }
        Patch::Set(new) => {
            let from = match (&fields.due, &fields.series_time) {
                (Patch::Set(_), _) => due.clone(),
                (_, Some(_)) => None,
                _ => due.filter(|due| continues(draft, new, due)),
            };
            let time = fields
                .series_time
                .clone()
                .or_else(|| kept_time(task.due.as_ref()));
            let (series, due) = series::start(draft, new, from.as_ref(), time.as_ref())?;
            task.series = Some(series);
            task.due = Some(due);
        }
    }
    if task.due != draft.task(task.id)?.due {
        for reminder in &mut task.reminders {
            reminder.snoozed_until = None;
        }
    }
    Ok(())
}

/// Whether a new rule may go on from the present due: it is not past, and the rule falls on it.
fn continues(draft: &Draft<'_>, new: &crate::command::NewSeries, due: &Due) -> bool {
    let zone = due.zone_or(&draft.clock.zone);
    due.date() >= draft.clock.today(draft.ctx.now)
        && new.rule.first(due.slot(), &zone) == Some(due.slot())
}

fn kept_time(due: Option<&Due>) -> Option<crate::command::SeriesTime> {
    let due = due?;
    Some(crate::command::SeriesTime {
        time: due.time()?,
        zone: due.zone().cloned(),
    })
}

/// Checklist, reminders and assignees.
fn lists(draft: &mut Draft<'_>, task: &mut Task, fields: &TaskFields) -> Result<(), Rejection> {
    match &fields.checklist {
        Patch::Keep => {}
        Patch::Clear => task.checklist.clear(),
        Patch::Set(lines) => task.checklist = checklist(draft, &task.checklist, lines)?,
    }
    let mut times = match &fields.reminders {
        Patch::Keep => task.reminders.iter().map(|reminder| reminder.at).collect(),
        Patch::Clear => Vec::new(),
        Patch::Set(times) => times.clone(),
    };
    times.extend(fields.add_reminders.iter().copied());
    let fresh = add::reminders(draft, &times)?;
    let kept = |reminder: Reminder| {
        task.reminders
            .iter()
            .find(|old| old.at == reminder.at)
            .cloned()
            .unwrap_or(reminder)
    };
    task.reminders = fresh
        .into_iter()
        .map(kept)
        .filter(|reminder| !fields.remove_reminders.contains(&reminder.id))
        .collect();
    match &fields.assignees {
        Patch::Keep => {}
        Patch::Clear => task.assignees.clear(),
        Patch::Set(users) => {
            task.assignees = draft.check_members("/assignees", users.iter().copied())?;
        }
    }
    Ok(())
}

fn checklist(
    draft: &Draft<'_>,
    current: &[ChecklistItem],
    lines: &[ChecklistLine],
) -> Result<Vec<ChecklistItem>, Rejection> {
    validate::at_most("lines of a checklist", lines.len(), limits::CHECKLIST_ITEMS)?;
    lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let known = line
                .id
                .filter(|id| current.iter().any(|item| item.id == *id));
            Ok(ChecklistItem {
                id: known.unwrap_or_else(|| draft.new_id(ChecklistItemId::new)),
                title: validate::title(&format!("/checklist/{index}/title"), &line.title)?,
                done: line.done,
            })
        })
        .collect()
}

fn set_status(draft: &mut Draft<'_>, id: TaskId, status: Status) -> Result<(), Rejection> {
    let outcome = match status {
        Status::Done => CompletionOutcome::Done,
        Status::Cancelled => CompletionOutcome::Cancelled,
        Status::Open | Status::InProgress | Status::Waiting => {
            if !draft.task(id)?.status.is_open() {
                reopen::task(draft, id)?;
            }
            let task = draft.task(id)?.clone();
            draft.put_task(Verb::Updated, Task { status, ..task });
            return Ok(());
        }
    };
    let completion = Completion {
        task: id,
        expected_slot: None,
        outcome,
        completed_at: None,
    };
    complete::task(draft, &completion)
}
