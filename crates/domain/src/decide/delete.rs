//! The trash: what goes there, and what comes back.

use super::draft::Draft;
use super::{Rejection, complete, validate};
use crate::change::Verb;
use crate::command::{Completion, CompletionOutcome, Span};
use crate::ids::{ProjectId, SectionId, TagId, TaskId, ViewId};
use crate::limits;
use crate::space::{Project, ProjectKind, Section, Tag, View};
use crate::task::Task;

pub(super) fn tasks(draft: &mut Draft<'_>, tasks: &[TaskId], span: Span) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", tasks.len(), limits::COMMAND_TASKS)?;
    for id in tasks {
        if draft.any_task(*id)?.deleted_at.is_some() {
            continue;
        }
        let task = draft.task(*id)?;
        if task.series.is_some() && task.status.is_open() && span == Span::This {
            let skip = Completion {
                task: *id,
                expected_slot: None,
                outcome: CompletionOutcome::Skipped,
                completed_at: None,
            };
            complete::task(draft, &skip)?;
            continue;
        }
        for child in draft.descendants(*id) {
            trash(draft, child)?;
        }
        trash(draft, *id)?;
    }
    Ok(())
}

fn trash(draft: &mut Draft<'_>, id: TaskId) -> Result<(), Rejection> {
    let task = draft.task(id)?.clone();
    draft.put_task(
        Verb::Deleted,
        Task {
            deleted_at: Some(draft.ctx.now),
            ..task
        },
    );
    Ok(())
}

/// Brings tasks back, with the subtasks that went to the trash with them.
pub(super) fn restore(draft: &mut Draft<'_>, tasks: &[TaskId]) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", tasks.len(), limits::COMMAND_TASKS)?;
    for id in tasks {
        let mut task = draft.any_task(*id)?.clone();
        if !draft.may_use(task.project) {
            return Err(Rejection::NotFound {
                what: "task",
                name: id.to_string(),
                nearest: None,
            });
        }
        let Some(deleted_at) = task.deleted_at.take() else {
            continue;
        };
        if task
            .parent
            .is_some_and(|parent| draft.task(parent).is_err())
        {
            task.parent = None;
        }
        if draft.project(task.project).is_err() {
            task.project = draft.inbox();
            task.section = None;
        }
        let project = task.project;
        draft.put_task(Verb::Restored, task);
        let mut parents = vec![*id];
        while let Some(parent) = parents.pop() {
            let below: Vec<Task> = draft
                .all_tasks()
                .filter(|child| {
                    child.parent == Some(parent) && child.deleted_at == Some(deleted_at)
                })
                .cloned()
                .collect();
            for child in below {
                parents.push(child.id);
                let section = child.section.filter(|_| child.project == project);
                draft.put_task(
                    Verb::Restored,
                    Task {
                        deleted_at: None,
                        project,
                        section,
                        ..child
                    },
                );
            }
        }
    }
    Ok(())
}

/// Removes tasks of the trash for good, with the subtasks that lie there with them.
pub(super) fn purge(draft: &mut Draft<'_>, tasks: &[TaskId]) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", tasks.len(), limits::COMMAND_TASKS)?;
    for id in tasks {
        let task = draft.any_task(*id)?;
        if !draft.may_use(task.project) {
            return Err(Rejection::NotFound {
                what: "task",
                name: id.to_string(),
                nearest: None,
            });
        }
        if task.deleted_at.is_none() {
            return Err(Rejection::NotNow(format!(
                "task #{} is not in the trash; delete it first",
                task.number
            )));
        }
        let mut parents = vec![*id];
        while let Some(parent) = parents.pop() {
            let below = draft
                .all_tasks()
                .filter(|child| child.parent == Some(parent) && child.deleted_at.is_some());
            parents.extend(below.map(|child| child.id));
            draft.purge_task(parent);
        }
    }
    Ok(())
}

pub(super) fn project(draft: &mut Draft<'_>, id: ProjectId) -> Result<(), Rejection> {
    let project = draft.project(id)?.clone();
    if project.kind == ProjectKind::Inbox {
        return Err(Rejection::NotNow(
            "the Inbox stays; every space needs one".to_owned(),
        ));
    }
    let now = draft.ctx.now;
    let tasks: Vec<Task> = draft
        .all_tasks()
        .filter(|task| task.project == id && task.deleted_at.is_none())
        .cloned()
        .collect();
    for task in tasks {
        draft.put_task(
            Verb::Deleted,
            Task {
                deleted_at: Some(now),
                ..task
            },
        );
    }
    let sections: Vec<Section> = draft
        .directory
        .sections
        .iter()
        .filter(|section| section.project == id && section.deleted_at.is_none())
        .cloned()
        .collect();
    for section in sections {
        draft.put_section(
            Verb::Deleted,
            Section {
                deleted_at: Some(now),
                ..section
            },
        );
    }
    let inside: Vec<Project> = draft
        .directory
        .projects
        .iter()
        .filter(|child| child.parent == Some(id) && child.deleted_at.is_none())
        .cloned()
        .collect();
    for child in inside {
        draft.put_project(
            Verb::Updated,
            Project {
                parent: project.parent,
                ..child
            },
        );
    }
    draft.put_project(
        Verb::Deleted,
        Project {
            deleted_at: Some(now),
            ..project
        },
    );
    Ok(())
}

pub(super) fn section(draft: &mut Draft<'_>, id: SectionId) -> Result<(), Rejection> {
    let section = draft.section(id)?.clone();
    let tasks: Vec<Task> = draft
        .all_tasks()
        .filter(|task| task.section == Some(id))
        .cloned()
        .collect();
    for task in tasks {
        draft.put_task(
            Verb::Updated,
            Task {
                section: None,
                ..task
            },
        );
    }
    draft.put_section(
        Verb::Deleted,
        Section {
            deleted_at: Some(draft.ctx.now),
            ..section
        },
    );
    Ok(())
}

pub(super) fn tag(draft: &mut Draft<'_>, id: TagId) -> Result<(), Rejection> {
    let tag = draft.tag(id)?.clone();
    let tasks: Vec<Task> = draft
        .all_tasks()
        .filter(|task| task.tags.contains(&id))
        .cloned()
        .collect();
    for mut task in tasks {
        task.tags.remove(&id);
        draft.put_task(Verb::Updated, task);
    }
    draft.put_tag(
        Verb::Deleted,
        Tag {
            deleted_at: Some(draft.ctx.now),
            ..tag
        },
    );
    Ok(())
}

pub(super) fn view(draft: &mut Draft<'_>, id: ViewId) -> Result<(), Rejection> {
    let view = draft.view(id)?.clone();
    draft.put_view(
        Verb::Deleted,
        View {
            deleted_at: Some(draft.ctx.now),
            ..view
        },
    );
    Ok(())
}
