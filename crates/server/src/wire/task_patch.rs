//! Changes of tasks: a field that is absent stays, null empties it.

use std::collections::BTreeSet;

use domain::command::{
    ChecklistLine, Expected, Patch, Place, ProjectRef, SectionRef, Span, TaskChange, TaskFields,
};
use domain::task::{Priority, Status};
use domain::{ProjectId, Relation, ReminderId, SectionId, TaskId, UserId};
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;

use super::checklist::ChecklistInput;
use super::due::DueInput;
use super::map;
use super::relation::RelationInput;
use super::reminder::ReminderInput;
use super::rule::RuleInput;
use super::task::both;
use crate::problem::{Code, Problem};
use crate::reading::Reading;

/// New values for fields of a task. A field that is absent stays; null empties it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TaskPatch)]
pub(crate) struct TaskFieldsBody {
    /// The version that was edited: disjoint edits merge, the same field is a conflict (409).
    pub(crate) version: Option<i64>,
    /// For a recurring task: `this` changes text, priority and tags of this occurrence only.
    #[schema(value_type = Option<String>, example = "series")]
    pub(crate) scope: Option<Span>,
    /// One line; never null.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    title: Patch<String>,
    /// Markdown.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    notes: Patch<String>,
    /// The project's name; null moves to the Inbox.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    project: Patch<String>,
    /// Or its id.
    #[schema(value_type = Option<uuid::Uuid>)]
    #[serde(default)]
    project_id: Patch<ProjectId>,
    /// The section's name.
    #[schema(value_type = Option<String>)]
    #[serde(default)]
    section: Patch<String>,
    /// Or its id.
    #[schema(value_type = Option<uuid::Uuid>)]
    #[serde(default)]
    section_id: Patch<SectionId>,
    /// The task that this is a part of.
    #[schema(value_type = Option<uuid::Uuid>)]
    #[serde(default)]
    parent_id: Patch<TaskId>,
    /// open, in_progress, waiting, done or cancelled.
    #[schema(value_type = Option<String>, example = "open")]
    status: Option<Status>,
    /// none, low, medium, high or urgent.
    #[schema(value_type = Option<String>, example = "high")]
    #[serde(default)]
    priority: Patch<Priority>,
    /// A new place in the manual order.
    place: Option<PlaceInput>,
    /// Hidden until then.
    #[schema(value_type = Option<DueInput>)]
    #[serde(default)]
    start: Patch<DueInput>,
    /// When it is due; of a recurring task this moves one occurrence.
    #[schema(value_type = Option<DueInput>)]
    #[serde(default)]
    due: Patch<DueInput>,
    /// A hard date.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(default)]
    deadline: Patch<Date>,
    /// How long it takes.
    #[schema(value_type = Option<u32>)]
    #[serde(default)]
    duration_minutes: Patch<u32>,
    /// All tags, by name.
    #[schema(value_type = Option<Vec<String>>)]
    #[serde(default)]
    tags: Patch<Vec<String>>,
    /// Tags to add.
    #[serde(default)]
    add_tags: Vec<String>,
    /// Tags to remove.
    #[serde(default)]
    remove_tags: Vec<String>,
    /// All assignees.
    #[schema(value_type = Option<Vec<uuid::Uuid>>)]
    #[serde(default)]
    assignees: Patch<BTreeSet<UserId>>,
    /// What repeats, from now on; null ends the series and keeps the task.
    #[schema(value_type = Option<RuleInput>)]
    #[serde(default)]
    rule: Patch<RuleInput>,
    /// The whole checklist; a line with an id stays, one without is new.
    #[schema(value_type = Option<Vec<ChecklistInput>>)]
    #[serde(default)]
    checklist: Patch<Vec<ChecklistInput>>,
    /// All tasks that must be done before, by id.
    #[schema(value_type = Option<Vec<uuid::Uuid>>)]
    #[serde(default)]
    blocked_by: Patch<BTreeSet<TaskId>>,
    /// All tasks that it has to do with, by id.
    #[schema(value_type = Option<Vec<uuid::Uuid>>)]
    #[serde(default)]
    relates_to: Patch<BTreeSet<TaskId>>,
    /// All tasks that it says again, by id.
    #[schema(value_type = Option<Vec<uuid::Uuid>>)]
    #[serde(default)]
    duplicates: Patch<BTreeSet<TaskId>>,
    /// Relations to add, also those that the other task keeps.
    #[serde(default)]
    add_relations: Vec<RelationInput>,
    /// Relations to take away, whichever task keeps them.
    #[serde(default)]
    remove_relations: Vec<RelationInput>,
    /// All reminders.
    #[schema(value_type = Option<Vec<ReminderInput>>)]
    #[serde(default)]
    reminders: Patch<Vec<ReminderInput>>,
    /// Reminders to add.
    #[serde(default)]
    add_reminders: Vec<ReminderInput>,
    /// Reminders to remove, by id.
    #[schema(value_type = Vec<uuid::Uuid>)]
    #[serde(default)]
    remove_reminders: Vec<ReminderId>,
}

/// A place in the manual order: `{"after": id}`, `{"before": id}`, `"first"` or `"last"`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PlaceInput)]
pub(crate) enum PlaceInput {
    /// Right after this task.
    After(uuid::Uuid),
    /// Right before this task.
    Before(uuid::Uuid),
    /// At the top.
    First,
    /// At the bottom.
    Last,
}

impl From<PlaceInput> for Place {
    fn from(place: PlaceInput) -> Self {
        match place {
            PlaceInput::After(task) => Self::After(TaskId::new(task)),
            PlaceInput::Before(task) => Self::Before(TaskId::new(task)),
            PlaceInput::First => Self::First,
            PlaceInput::Last => Self::Last,
        }
    }
}

impl TaskFieldsBody {
    /// The change of one task. `if_match` is the strict version of the header.
    pub(crate) async fn change(
        self,
        task: TaskId,
        if_match: Option<i64>,
        reading: &Reading<'_>,
    ) -> Result<TaskChange, Problem> {
        let expected = match (if_match, self.version) {
            (Some(version), _) => Expected::Exactly(version),
            (None, Some(version)) => Expected::Merge(version),
            (None, None) => Expected::Any,
        };
        let only_this = self.scope == Some(Span::This);
        let fields = self.read(reading, "").await?;
        Ok(TaskChange {
            task,
            expected,
            fields,
            only_this,
        })
    }

    /// The fields; words in them are read as `reading`'s user means them.
    pub(crate) async fn read(
        self,
        reading: &Reading<'_>,
        place: &str,
    ) -> Result<TaskFields, Problem> {
        let title = match self.title {
            Patch::Keep => None,
            Patch::Set(title) => Some(title),
            Patch::Clear => {
                let detail = "a task always has a title; write a few words";
                return Err(Problem::new(Code::InvalidField, detail).at(format!("{place}/title")));
            }
        };
        let project = either(
            map(self.project, ProjectRef::NamedOrNew),
            map(self.project_id, ProjectRef::Id),
        )
        .ok_or_else(|| both(place, "project"))?;
        let section = either(
            map(self.section, SectionRef::Named),
            map(self.section_id, SectionRef::Id),
        )
        .ok_or_else(|| both(place, "section"))?;
        let start = patch(self.start, async |input| {
            reading.moment(input, &format!("{place}/start")).await
        })
        .await?;
        let due = patch(self.due, async |input| {
            reading.moment(input, &format!("{place}/due")).await
        })
        .await?;
        let rule = patch(self.rule, async |input| {
            reading.series(input, &format!("{place}/rule")).await
        })
        .await?;
        let mut series_time = None;
        let series = map(rule, |read| {
            series_time = read.time;
            read.series
        });
        let at = format!("{place}/reminders");
        let reminders = patch(self.reminders, async |list| {
            reading.reminders(list, &at).await
        })
        .await?;
        let add_reminders = reading
            .reminders(self.add_reminders, &format!("{place}/add_reminders"))
            .await?;
        Ok(TaskFields {
            title,
            notes: self.notes,
            add_notes: None,
            project,
            section,
            parent: self.parent_id,
            status: self.status,
            priority: self.priority,
            place: self.place.map(Place::from),
            start,
            due,
            deadline: self.deadline,
            duration_minutes: self.duration_minutes,
            tags: self.tags,
            add_tags: self.add_tags,
            remove_tags: self.remove_tags,
            assignees: self.assignees,
            series,
            series_time,
            checklist: map(self.checklist, |lines| {
                lines.into_iter().map(ChecklistLine::from).collect()
            }),
            blocked_by: self.blocked_by,
            relates_to: self.relates_to,
            duplicates: self.duplicates,
            add_relations: relations(self.add_relations),
            remove_relations: relations(self.remove_relations),
            reminders,
            add_reminders,
            remove_reminders: self.remove_reminders,
        })
    }
}

fn relations(inputs: Vec<RelationInput>) -> Vec<Relation> {
    inputs.into_iter().map(Relation::from).collect()
}

/// The one of two patches that says something; `None` where both do.
fn either<T>(one: Patch<T>, other: Patch<T>) -> Option<Patch<T>> {
    match (one, other) {
        (Patch::Keep, patch) | (patch, Patch::Keep) => Some(patch),
        (Patch::Clear, Patch::Clear) => Some(Patch::Clear),
        _ => None,
    }
}

async fn patch<T, U>(
    patch: Patch<T>,
    read: impl AsyncFnOnce(T) -> Result<U, Problem>,
) -> Result<Patch<U>, Problem> {
    Ok(match patch {
        Patch::Keep => Patch::Keep,
        Patch::Clear => Patch::Clear,
        Patch::Set(value) => Patch::Set(read(value).await?),
    })
}
