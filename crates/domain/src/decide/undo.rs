//! Taking changes back: the inverse diff of every event, where the fields are unchanged since.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::diff::fields;
use super::draft::Draft;
use super::{LedgerStep, Rejection};
use crate::change::{Change, Event, Subject, Verb};
use crate::command::{Command, UndoTarget};
use crate::due::Slot;
use crate::ids::{ChangeId, ProjectId, SectionId, TagId, TaskId, ViewId};
use crate::task::{Series, Task};

/// Fields that grow with every change and are never taken back.
const BOOKKEEPING: [&str; 3] = ["version", "updated_at", "number"];

pub(super) fn changes(draft: &mut Draft<'_>, target: UndoTarget) -> Result<(), Rejection> {
    let changes = &draft.state.undo;
    if changes.is_empty() {
        return Err(match target {
            UndoTarget::Last => Rejection::NotNow("there is nothing to undo".to_owned()),
            UndoTarget::Change(id) => not_found("change", id.to_string()),
            UndoTarget::Turn(id) => not_found("turn", id.to_string()),
            UndoTarget::Token(id) => not_found("token", id.to_string()),
        });
    }
    if let (UndoTarget::Change(_), [(change, _)]) = (target, changes.as_slice())
        && !change.can_be_undone()
    {
        return Err(final_change(change));
    }
    for (change, events) in changes {
        for event in events.iter().rev() {
            take_back(draft, change.id, event)?;
        }
        draft.undoes.push(change.id);
    }
    Ok(())
}

fn not_found(what: &'static str, name: String) -> Rejection {
    Rejection::NotFound {
        what,
        name,
        nearest: None,
    }
}

/// Why a change that was named stays.
fn final_change(change: &Change) -> Rejection {
    Rejection::NotNow(if change.undone_by.is_some() {
        "this change is undone already".to_owned()
    } else if change.command == Command::PURGE_TASKS {
        "what was removed from the trash cannot be brought back".to_owned()
    } else {
        "reminders that have sounded cannot be taken back".to_owned()
    })
}

fn take_back(draft: &mut Draft<'_>, change: ChangeId, event: &Event) -> Result<(), Rejection> {
    match event.subject {
        Subject::Task => take_back_task(draft, change, event),
        Subject::Project => {
            let id = ProjectId::new(event.subject_id);
            let known = |draft: &Draft<'_>| {
                find(&draft.directory.projects, |project| project.id == id)
                    .or_else(|| find(&draft.state.trashed.projects, |project| project.id == id))
            };
            if let Some(current) = known(draft) {
                let mut project = reverted(draft, event, &current)?;
                if event.verb == Verb::Created {
                    project.deleted_at = Some(draft.ctx.now);
                }
                draft.put_project(verb(event), project);
            }
            Ok(())
        }
        Subject::Section => {
            let id = SectionId::new(event.subject_id);
            let known = find(&draft.directory.sections, |section| section.id == id)
                .or_else(|| find(&draft.state.trashed.sections, |section| section.id == id));
            if let Some(current) = known {
                let mut section = reverted(draft, event, &current)?;
                if event.verb == Verb::Created {
                    section.deleted_at = Some(draft.ctx.now);
                }
                draft.put_section(verb(event), section);
            }
            Ok(())
        }
        Subject::Tag => {
            let id = TagId::new(event.subject_id);
            let known = find(&draft.directory.tags, |tag| tag.id == id)
                .or_else(|| find(&draft.state.trashed.tags, |tag| tag.id == id));
            if let Some(current) = known {
                let mut tag = reverted(draft, event, &current)?;
                if event.verb == Verb::Created {
                    tag.deleted_at = Some(draft.ctx.now);
                }
                draft.put_tag(verb(event), tag);
            }
            Ok(())
        }
        Subject::View => {
            let id = ViewId::new(event.subject_id);
            let known = find(&draft.directory.views, |view| view.id == id)
                .or_else(|| find(&draft.state.trashed.views, |view| view.id == id));
            if let Some(current) = known {
                let mut view = reverted(draft, event, &current)?;
                if event.verb == Verb::Created {
                    view.deleted_at = Some(draft.ctx.now);
                }
                draft.put_view(verb(event), view);
            }
            Ok(())
        }
        Subject::Settings => {
            let settings = reverted(draft, event, &draft.settings().clone())?;
            super::settings::update(draft, &settings)
        }
    }
}

fn take_back_task(draft: &mut Draft<'_>, change: ChangeId, event: &Event) -> Result<(), Rejection> {
    let id = TaskId::new(event.subject_id);
    // A task that was deleted for good since then has nothing left to take back.
    let Ok(current) = draft.any_task(id).cloned() else {
        return Ok(());
    };
    let mut task: Task = reverted(draft, event, &current)?;
    if event.verb == Verb::Created {
        task.deleted_at = task.deleted_at.or(Some(draft.ctx.now));
    }
    if matches!(event.verb, Verb::Completed | Verb::Skipped)
        && let Some(series) = &task.series
    {
        draft.ledger.push(LedgerStep::Withdraw {
            task: id,
            from: series.slot,
            until: slot_after(event),
        });
    }
    if event.verb == Verb::Reopened && task != current {
        draft.ledger.push(LedgerStep::Reinstate {
            task: id,
            withdrawn_by: change,
            slot: reopened_at(&current, &task),
        });
    }
    draft.put_task(verb(event), task);
    Ok(())
}

/// The slot that was open after an event, where the event moved it.
fn slot_after(event: &Event) -> Option<Slot> {
    let series = event.after.get("series")?;
    let series: Series = serde_json::from_value(series.clone()).ok()?;
    Some(series.slot)
}

/// The slot of a series that is open now, and was over in `then`.
fn reopened_at(now: &Task, then: &Task) -> Option<Slot> {
    let (series, was) = (now.series.as_ref()?, then.series.as_ref()?);
    (series.slot != was.slot || now.status != then.status).then_some(series.slot)
}

/// What taking an event back is called.
fn verb(event: &Event) -> Verb {
    match event.verb {
        Verb::Created => Verb::Deleted,
        Verb::Deleted => Verb::Restored,
        Verb::Restored => Verb::Deleted,
        Verb::Completed | Verb::Skipped => Verb::Reopened,
        Verb::Reopened => Verb::Completed,
        Verb::Rescheduled => Verb::Rescheduled,
        Verb::Updated | Verb::Ended | Verb::Reminded | Verb::Snoozed | Verb::Purged => {
            Verb::Updated
        }
    }
}

fn find<T: Clone>(records: &[T], is_it: impl Fn(&T) -> bool) -> Option<T> {
    records.iter().find(|record| is_it(record)).cloned()
}

/// The record with the event's fields as they were before it. A field that something else has
/// changed since stays, and is noted as a conflict.
fn reverted<T: Serialize + DeserializeOwned>(
    draft: &mut Draft<'_>,
    event: &Event,
    current: &T,
) -> Result<T, Rejection> {
    let mut now: Map<String, Value> = fields(current);
    for (name, before) in &event.before {
        if BOOKKEEPING.contains(&name.as_str()) {
            continue;
        }
        if now.get(name) == event.after.get(name) {
            now.insert(name.clone(), before.clone());
        } else if now.get(name) != Some(before) {
            draft
                .conflicts
                .push((TaskId::new(event.subject_id), name.clone()));
        }
    }
    serde_json::from_value(Value::Object(now)).map_err(|_| {
        Rejection::NotNow(
            "this change was made by another version of saydo and cannot be undone".to_owned(),
        )
    })
}
