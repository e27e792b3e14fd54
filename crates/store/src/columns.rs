//! Lists of columns that several statements share: `{task}` in a statement stands for the first.
//!
//! The order is the order in which the row is read. A new column goes in both places.

/// Name and columns.
pub(crate) const COLUMNS: &[(&str, &str)] = &[
    (
        "task",
        "task.id, task.number, task.project_id, task.section_id, task.parent_id, task.title, \
         task.notes, task.status, task.priority, task.position, task.start_on, task.start_time, \
         task.start_zone, task.due_on, task.due_time, task.due_zone, task.deadline_on, \
         task.duration_minutes, task.tag_ids, task.assignees, task.series, task.checklist, \
         task.reminders, task.blocked_by, task.source, task.source_text, task.created_at, \
         task.updated_at, task.completed_at, task.completed_by, task.deleted_at, task.version, \
         task.relations",
    ),
    (
        "project",
        "project.id, project.parent_id, project.name, project.colour, project.icon, project.kind, \
         project.archived, project.position, project.layout, project.deleted_at, project.version",
    ),
    (
        "section",
        "section.id, section.project_id, section.name, section.position, section.is_done_column, \
         section.deleted_at, section.version",
    ),
    (
        "tag",
        "tag.id, tag.name, tag.colour, tag.deleted_at, tag.version",
    ),
    (
        "view",
        "saved_view.id, saved_view.name, saved_view.filter, saved_view.layout, saved_view.sort, \
         saved_view.grouping, saved_view.shared, saved_view.position, saved_view.deleted_at, \
         saved_view.version",
    ),
    (
        "event",
        "event.id, event.space_id, event.rev, event.subject, event.verb, event.subject_id, \
         event.change_id, event.at, change.user_id, change.credential_kind, change.credential_id, \
         change.via, change.turn_id, event.fields_before, event.fields_after",
    ),
    (
        "change",
        "change.id, change.space_id, change.first_rev, change.last_rev, change.at, change.user_id, \
         change.credential_kind, change.credential_id, change.via, change.turn_id, change.command, \
         change.request_id, change.undone_by, change.undoes",
    ),
    (
        "occurrence",
        "occurrence.task_id, occurrence.slot, occurrence.outcome, occurrence.at, \
         occurrence.by_id, occurrence.before_tasks",
    ),
];
