//! A task as callers see it.

use std::collections::BTreeSet;

use domain::rule::{Mode, Overflow, upcoming};
use domain::task::{CatchUp, ReminderAnchor, ReminderTime};
use domain::{Due, Priority, Status, Task, TaskId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{DueView, Light};

/// How many dates of a rule are shown ahead.
const NEXT_DATES: usize = 3;

/// A task, with every key always present.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TaskView {
    /// Identity.
    pub id: Uuid,
    /// The space's own number, said as `#42`.
    pub number: i64,
    /// One line.
    pub title: String,
    /// Markdown; empty when there is none.
    pub notes: String,
    /// Where it stands.
    #[schema(value_type = StatusName)]
    pub status: Status,
    /// How much it matters.
    #[schema(value_type = PriorityName)]
    pub priority: Priority,
    /// The project's name.
    pub project: String,
    /// The project.
    pub project_id: Uuid,
    /// The section's name.
    pub section: Option<String>,
    /// The section.
    pub section_id: Option<Uuid>,
    /// The task that it is part of.
    pub parent_id: Option<Uuid>,
    /// Manual order: compared as text among tasks of the same project, section and parent.
    pub position: String,
    /// Names of tags, in order of name.
    pub tags: Vec<String>,
    /// Users it is assigned to.
    pub assignees: Vec<Uuid>,
    /// Hidden until then.
    pub start: Option<DueView>,
    /// When it is due.
    pub due: Option<DueView>,
    /// The due date as people say it, such as "tomorrow 17:00".
    pub due_words: Option<String>,
    /// Whether the due date has passed for the reader.
    pub overdue: bool,
    /// A hard date, `YYYY-MM-DD`.
    pub deadline: Option<String>,
    /// How long it takes, in minutes.
    pub duration_minutes: Option<u32>,
    /// What repeats.
    pub rule: Option<RuleView>,
    /// The occurrence that the task now stands for: a local day or date-time.
    pub expected_slot: Option<String>,
    /// Up to three dates after the current one: local days or date-times.
    pub next: Vec<String>,
    /// The checklist, in order.
    pub checklist: Vec<ChecklistItemView>,
    /// The reminders.
    pub reminders: Vec<ReminderView>,
    /// Tasks that must be done before.
    pub blocked_by: Vec<Uuid>,
    /// Tasks that it was said to have to do with.
    pub relates_to: Vec<Uuid>,
    /// Tasks that it says again.
    pub duplicates: Vec<Uuid>,
    /// How many direct subtasks there are.
    pub subtasks: Subtasks,
    /// What it was made through: ui, api, cli, chat, mcp, import.
    #[schema(value_type = String)]
    pub source: domain::actor::Via,
    /// The words that it was made from.
    pub source_text: Option<String>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it last changed.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
    /// When it was finished.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub completed_at: Option<Timestamp>,
    /// When it went to the trash.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub deleted_at: Option<Timestamp>,
    /// Grows by one with every change.
    pub version: i64,
}

/// For the OpenAPI document: names of statuses.
#[derive(utoipa::ToSchema)]
#[schema(rename_all = "snake_case")]
#[expect(dead_code, reason = "a schema only")]
pub(crate) enum StatusName {
    Open,
    InProgress,
    Waiting,
    Done,
    Cancelled,
}

/// For the OpenAPI document: names of priorities.
#[derive(utoipa::ToSchema)]
#[schema(rename_all = "lowercase")]
#[expect(dead_code, reason = "a schema only")]
pub(crate) enum PriorityName {
    None,
    Low,
    Medium,
    High,
    Urgent,
}

/// A recurrence rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RuleView {
    /// RFC 5545 text, with RFC 7529's SKIP where a month may lack the day.
    pub rrule: String,
    /// `schedule` counts on the calendar, `completion` from the day of completion.
    #[schema(value_type = String)]
    pub mode: Mode,
    /// `clamp` takes the month's last day where the month lacks the day, `skip` leaves it out.
    #[schema(value_type = String)]
    pub overflow: Overflow,
    /// The rule as people say it.
    pub words: String,
    /// `jump` goes to the first date from today on, `each` steps through missed ones.
    #[schema(value_type = String)]
    pub catch_up: CatchUp,
}

/// One line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ChecklistItemView {
    /// Identity.
    pub id: Uuid,
    /// One line.
    pub title: String,
    /// Whether it is ticked.
    pub done: bool,
}

/// Whether a reminder counts from a date or stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ReminderKind {
    /// So many minutes before a date of the task.
    Relative,
    /// At an instant.
    Absolute,
}

/// One reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReminderView {
    /// Identity.
    pub id: Uuid,
    /// Relative or absolute.
    pub kind: ReminderKind,
    /// The date that a relative one counts from: due, start or deadline.
    #[schema(value_type = Option<String>)]
    pub anchor: Option<ReminderAnchor>,
    /// Minutes before that date; negative is after.
    pub minutes_before: Option<i32>,
    /// The instant of an absolute one.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
    /// When it sounds next; null when it has sounded.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub next_at: Option<Timestamp>,
    /// Until when it is put off.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub snoozed_until: Option<Timestamp>,
    /// The reminder as people say it, such as "1 hour before".
    pub words: String,
}

/// How many direct subtasks there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Subtasks {
    /// Still to do.
    pub open: i64,
    /// Finished.
    pub done: i64,
}

impl TaskView {
    /// The task in the light of a reader.
    pub fn new(task: &Task, subtasks: Subtasks, light: &Light<'_>) -> Self {
        let directory = light.directory;
        let mut tags: Vec<String> = task
            .tags
            .iter()
            .filter_map(|id| directory.tag(*id))
            .map(|tag| tag.name.clone())
            .collect();
        tags.sort();
        let section = task
            .section
            .and_then(|id| directory.sections.iter().find(|section| section.id == id));
        let zone = task.due.as_ref().map_or_else(
            || light.owner.zone.clone(),
            |due| due.zone_or(&light.owner.zone),
        );
        let next = match &task.series {
            Some(series) if task.is_open() => upcoming(series, &zone, NEXT_DATES),
            _ => Vec::new(),
        };
        Self {
            id: task.id.uuid(),
            number: task.number,
            title: task.title.clone(),
            notes: task.notes.clone(),
            status: task.status,
            priority: task.priority,
            project: directory
                .project(task.project)
                .map(|project| project.name.clone())
                .unwrap_or_default(),
            project_id: task.project.uuid(),
            section: section.map(|section| section.name.clone()),
            section_id: task.section.map(domain::SectionId::uuid),
            parent_id: task.parent.map(domain::TaskId::uuid),
            position: task.position.as_str().to_owned(),
            tags,
            assignees: task.assignees.iter().map(|user| user.uuid()).collect(),
            start: task.start.as_ref().map(DueView::from),
            due: task.due.as_ref().map(DueView::from),
            due_words: task
                .due
                .as_ref()
                .map(|due| language::echo::due(due, light.now, light.reader, light.locale)),
            overdue: is_overdue(task, light),
            deadline: task.deadline.map(|date| date.to_string()),
            duration_minutes: task.duration_minutes,
            rule: task.series.as_ref().map(|series| RuleView {
                rrule: series.rule.to_rrule_from(series.anchor),
                mode: series.rule.mode,
                overflow: series.rule.overflow,
                words: language::echo::rule(&series.rule, Some(series.anchor), light.locale),
                catch_up: series.catch_up,
            }),
            expected_slot: task.series.as_ref().map(|series| series.slot.to_string()),
            next: next.iter().map(ToString::to_string).collect(),
            checklist: task
                .checklist
                .iter()
                .map(|line| ChecklistItemView {
                    id: line.id.uuid(),
                    title: line.title.clone(),
                    done: line.done,
                })
                .collect(),
            reminders: reminders(task, light),
            blocked_by: ids(&task.blocked_by),
            relates_to: ids(&task.relates_to),
            duplicates: ids(&task.duplicates),
            subtasks,
            source: task.source,
            source_text: task.source_text.clone(),
            created_at: task.created_at,
            updated_at: task.updated_at,
            completed_at: task.completed_at,
            deleted_at: task.deleted_at,
            version: task.version,
        }
    }
}

fn ids(tasks: &BTreeSet<TaskId>) -> Vec<Uuid> {
    tasks.iter().map(|task| task.uuid()).collect()
}

/// A day is overdue when the reader's day is later, a time when it has passed.
fn is_overdue(task: &Task, light: &Light<'_>) -> bool {
    let past = |due: &Due| match due.instant(&light.owner.zone) {
        Some(at) => at < light.now,
        None => due.date() < light.reader.today(light.now),
    };
    task.is_open() && task.due.as_ref().is_some_and(past)
}

fn reminders(task: &Task, light: &Light<'_>) -> Vec<ReminderView> {
    task.reminders
        .iter()
        .map(|reminder| {
            let (kind, anchor, minutes_before, at) = match reminder.at {
                ReminderTime::Relative {
                    anchor,
                    minutes_before,
                } => (
                    ReminderKind::Relative,
                    Some(anchor),
                    Some(minutes_before),
                    None,
                ),
                ReminderTime::Absolute { at } => (ReminderKind::Absolute, None, None, Some(at)),
            };
            ReminderView {
                id: reminder.id.uuid(),
                kind,
                anchor,
                minutes_before,
                at,
                next_at: if task.is_open() {
                    reminder.next_at(task, light.owner, light.now)
                } else {
                    None
                },
                snoozed_until: reminder.snoozed_until,
                words: language::echo::reminder(
                    &reminder.at,
                    light.now,
                    light.reader,
                    light.locale,
                ),
            }
        })
        .collect()
}
