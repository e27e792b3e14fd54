//! Adding tasks.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::{Rejection, place, series, validate};
use crate::change::Verb;
use crate::command::NewTask;
use crate::ids::{ChecklistItemId, ReminderId, TaskId};
use crate::limits;
use crate::position::Position;
use crate::task::{ChecklistItem, Reminder, ReminderTime, Status, Task};

pub(super) fn tasks(draft: &mut Draft<'_>, tasks: &[NewTask]) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", tasks.len(), limits::COMMAND_TASKS)?;
    let mut added = Vec::with_capacity(tasks.len());
    for (index, new) in tasks.iter().enumerate() {
        let base = if tasks.len() == 1 {
            String::new()
        } else {
            format!("/tasks/{index}")
        };
        let parent = match (new.parent, new.parent_index) {
            (Some(parent), _) => Some(parent),
            (None, Some(earlier)) => Some(*added.get(earlier).ok_or_else(|| {
                Rejection::invalid(
                    format!("{base}/parent_index"),
                    "the parent must come earlier in the same list",
                )
            })?),
            (None, None) => None,
        };
        added.push(task(draft, &base, new, parent)?);
    }
    Ok(())
}

fn task(
    draft: &mut Draft<'_>,
    base: &str,
    new: &NewTask,
    parent: Option<TaskId>,
) -> Result<TaskId, Rejection> {
    let at = |field: &str| format!("{base}/{field}");
    let title = validate::title(&at("title"), &new.title)?;
    let notes = validate::notes(&at("notes"), &new.notes)?;
    let parent_project = match parent {
        None => None,
        Some(parent) => {
            place::check_depth(draft, parent)?;
            Some(draft.task(parent)?.project)
        }
    };
    let project = match (&new.project, parent_project) {
        (Some(reference), _) => draft.resolve_project(reference)?,
        (None, Some(project)) => project,
        (None, None) => draft.default_project()?,
    };
    let section = match &new.section {
        None => None,
        Some(reference) => Some(draft.resolve_section(project, reference)?),
    };
    let tags = draft.resolve_tags(&at("tags"), &new.tags)?;
    let assignees = draft.check_members(&at("assignees"), new.assignees.iter().copied())?;
    let (series, due) = match &new.series {
        None => (None, validate::moment(&at("due"), new.due.clone())?),
        Some(rule) => {
            validate::moment(&at("due"), new.due.clone())?;
            let (series, due) =
                series::start(draft, rule, new.due.as_ref(), new.series_time.as_ref())?;
            (Some(series), Some(due))
        }
    };
    let reminders = match &new.reminders {
        Some(times) => times.clone(),
        None if due.is_some() => draft.ctx.settings.reminders(),
        None => Vec::new(),
    };
    let finished = !new.status.is_open();
    check_completed_at(draft, &at("completed_at"), new)?;
    let number = draft.take_number();
    let task = Task {
        id: draft.new_id(TaskId::new),
        number,
        project,
        section,
        parent,
        title,
        notes,
        status: new.status,
        priority: new.priority,
        position: Position::nth(number),
        start: validate::moment(&at("start"), new.start.clone())?,
        due,
        deadline: new
            .deadline
            .map(|day| validate::date(&at("deadline"), day))
            .transpose()?,
        duration_minutes: validate::duration(&at("duration_minutes"), new.duration_minutes)?,
        tags,
        assignees,
        series,
        checklist: checklist(draft, &at("checklist"), &new.checklist)?,
        reminders: self::reminders(draft, &reminders)?,
        blocked_by: BTreeSet::new(),
        relates_to: BTreeSet::new(),
        duplicates: BTreeSet::new(),
        source: draft.ctx.actor.via,
        source_text: new.source_text.clone(),
        created_at: draft.ctx.now,
        updated_at: draft.ctx.now,
        completed_at: finished.then(|| new.completed_at.unwrap_or(draft.ctx.now)),
        completed_by: (new.status == Status::Done).then_some(draft.ctx.actor.user),
        deleted_at: None,
        version: 1,
    };
    let id = task.id;
    draft.put_task(Verb::Created, task);
    Ok(id)
}

fn check_completed_at(draft: &Draft<'_>, pointer: &str, new: &NewTask) -> Result<(), Rejection> {
    let detail = match new.completed_at {
        None => return Ok(()),
        Some(_) if new.status.is_open() => "completed_at goes with the status done or cancelled",
        Some(at) if at > draft.ctx.now => "completed_at lies in the future; leave it out for now",
        Some(_) => return Ok(()),
    };
    Err(Rejection::invalid(pointer, detail))
}

fn checklist(
    draft: &Draft<'_>,
    pointer: &str,
    lines: &[String],
) -> Result<Vec<ChecklistItem>, Rejection> {
    validate::at_most("lines of a checklist", lines.len(), limits::CHECKLIST_ITEMS)?;
    lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            Ok(ChecklistItem {
                id: draft.new_id(ChecklistItemId::new),
                title: validate::title(&format!("{pointer}/{index}/title"), line)?,
                done: false,
            })
        })
        .collect()
}

/// New reminders, without repeats.
pub(super) fn reminders(
    draft: &Draft<'_>,
    times: &[ReminderTime],
) -> Result<Vec<Reminder>, Rejection> {
    validate::at_most("reminders of a task", times.len(), limits::TASK_REMINDERS)?;
    let mut reminders: Vec<Reminder> = Vec::with_capacity(times.len());
    for (index, at) in times.iter().enumerate() {
        validate::reminder(&format!("/reminders/{index}"), at)?;
        if reminders.iter().all(|known| known.at != *at) {
            let id = draft.new_id(ReminderId::new);
            reminders.push(Reminder {
                id,
                at: *at,
                snoozed_until: None,
            });
        }
    }
    Ok(reminders)
}

impl Draft<'_> {
    /// The Inbox, or for a limited token its first project.
    pub(super) fn default_project(&self) -> Result<crate::ids::ProjectId, Rejection> {
        let inbox = self.inbox();
        if self.may_use(inbox) {
            return Ok(inbox);
        }
        let allowed = self.ctx.actor.projects.iter().flatten();
        allowed
            .copied()
            .find(|id| self.project(*id).is_ok())
            .ok_or_else(|| {
                Rejection::NotNow(
                    "this token reaches no project; name one that it is limited to".to_owned(),
                )
            })
    }
}
