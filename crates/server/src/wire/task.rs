//! Tasks to add.

use std::collections::BTreeSet;

use domain::command::{NewTask, ProjectRef, SectionRef};
use domain::task::{Priority, Status};
use domain::{ProjectId, SectionId, TaskId, UserId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;

use super::checklist::ChecklistInput;
use super::due::DueInput;
use super::reminder::ReminderInput;
use super::rule::RuleInput;
use crate::problem::{Code, Problem};
use crate::reading::Reading;

/// A task to add: one by its `text`, one by its fields, or several by `tasks`.
#[derive(Debug, Default, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTask)]
pub(crate) struct NewTaskBody {
    /// A sentence, read like quick add reads it. No other field goes with it.
    #[schema(example = "remind me to call mum tomorrow at 6pm #family")]
    text: Option<String>,
    /// Several tasks by their fields, all or none. No other field goes with it.
    #[schema(no_recursion)]
    tasks: Option<Vec<NewTaskBody>>,
    /// One line.
    title: Option<String>,
    /// Markdown.
    #[serde(default)]
    notes: String,
    /// The project's name; it is made when it does not exist.
    project: Option<String>,
    /// Or its id.
    #[schema(value_type = Option<uuid::Uuid>)]
    project_id: Option<ProjectId>,
    /// The section's name.
    section: Option<String>,
    /// Or its id.
    #[schema(value_type = Option<uuid::Uuid>)]
    section_id: Option<SectionId>,
    /// The task that this is a part of.
    #[schema(value_type = Option<uuid::Uuid>)]
    parent_id: Option<TaskId>,
    /// none, low, medium, high or urgent.
    #[schema(value_type = Option<String>, example = "high")]
    priority: Option<Priority>,
    /// open, in_progress, waiting, done or cancelled.
    #[schema(value_type = Option<String>, example = "open")]
    status: Option<Status>,
    /// When it was finished, for a task that is done already.
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
    /// Names of tags, made when they do not exist.
    #[serde(default)]
    tags: Vec<String>,
    /// Members of the space.
    #[schema(value_type = Vec<uuid::Uuid>)]
    #[serde(default)]
    assignees: BTreeSet<UserId>,
    /// Hidden until then.
    start: Option<DueInput>,
    /// When it is due.
    due: Option<DueInput>,
    /// A hard date.
    #[schema(value_type = Option<String>, format = Date)]
    deadline: Option<Date>,
    /// How long it takes.
    duration_minutes: Option<u32>,
    /// What repeats.
    rule: Option<RuleInput>,
    /// Lines of the checklist.
    #[serde(default)]
    checklist: Vec<ChecklistInput>,
    /// Absent takes the user's default reminders; an empty list means none.
    reminders: Option<Vec<ReminderInput>>,
    /// The words that it was made from.
    source_text: Option<String>,
}

/// What there is to add.
pub(crate) enum Add {
    Text(String),
    Tasks(Vec<NewTask>),
}

impl NewTaskBody {
    /// What there is to add; words in it are read as `reading`'s user means them.
    pub(crate) async fn read(mut self, reading: &Reading<'_>) -> Result<Add, Problem> {
        let alone = |field: &str| {
            let detail = format!("no other field goes with {field}");
            Problem::new(Code::InvalidField, detail).at(format!("/{field}"))
        };
        if let Some(text) = self.text.take() {
            return if self.is_empty() {
                Ok(Add::Text(text))
            } else {
                Err(alone("text"))
            };
        }
        let Some(list) = self.tasks.take() else {
            return Ok(Add::Tasks(vec![self.task(reading, "").await?]));
        };
        if !self.is_empty() {
            return Err(alone("tasks"));
        }
        if list.is_empty() {
            let detail = "there is nothing to add; name at least one task";
            return Err(Problem::new(Code::InvalidField, detail).at("/tasks"));
        }
        if list.len() > domain::limits::COMMAND_TASKS {
            let detail = format!(
                "at most {} tasks at once; send fewer",
                domain::limits::COMMAND_TASKS
            );
            return Err(Problem::new(Code::TooMany, detail).at("/tasks"));
        }
        let mut tasks = Vec::with_capacity(list.len());
        for (index, task) in list.into_iter().enumerate() {
            let place = format!("/tasks/{index}");
            for (field, is_there) in [
                ("text", task.text.is_some()),
                ("tasks", task.tasks.is_some()),
            ] {
                if is_there {
                    let detail = format!("a task of a list is given by its fields, not by {field}");
                    return Err(
                        Problem::new(Code::InvalidField, detail).at(format!("{place}/{field}"))
                    );
                }
            }
            tasks.push(task.task(reading, &place).await?);
        }
        Ok(Add::Tasks(tasks))
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    async fn task(self, reading: &Reading<'_>, place: &str) -> Result<NewTask, Problem> {
        let Some(title) = self.title else {
            let detail = "a task needs a title, or a text to read it from";
            return Err(Problem::new(Code::InvalidField, detail).at(format!("{place}/title")));
        };
        let project = project(self.project, self.project_id, place)?;
        let section = section(self.section, self.section_id, place)?;
        let start = match self.start {
            Some(input) => Some(reading.moment(input, &format!("{place}/start")).await?),
            None => None,
        };
        let due = match self.due {
            Some(input) => Some(reading.moment(input, &format!("{place}/due")).await?),
            None => None,
        };
        let series = match self.rule {
            Some(input) => Some(reading.series(input, &format!("{place}/rule")).await?),
            None => None,
        };
        let (series, series_time) = match series {
            Some(series) => (Some(series.series), series.time),
            None => (None, None),
        };
        let reminders = match self.reminders {
            Some(list) => Some(
                reading
                    .reminders(list, &format!("{place}/reminders"))
                    .await?,
            ),
            None => None,
        };
        Ok(NewTask {
            title,
            notes: self.notes,
            project,
            section,
            parent: self.parent_id,
            parent_index: None,
            status: self.status.unwrap_or_default(),
            completed_at: self.completed_at,
            priority: self.priority.unwrap_or_default(),
            start,
            due,
            deadline: self.deadline,
            duration_minutes: self.duration_minutes,
            tags: self.tags,
            assignees: self.assignees.into_iter().collect(),
            series,
            series_time,
            checklist: self
                .checklist
                .into_iter()
                .map(ChecklistInput::title)
                .collect(),
            reminders,
            source_text: self.source_text,
        })
    }
}

fn project(
    name: Option<String>,
    id: Option<ProjectId>,
    place: &str,
) -> Result<Option<ProjectRef>, Problem> {
    match (name, id) {
        (Some(_), Some(_)) => Err(both(place, "project")),
        (None, Some(id)) => Ok(Some(ProjectRef::Id(id))),
        (Some(name), None) => Ok(Some(ProjectRef::NamedOrNew(name))),
        (None, None) => Ok(None),
    }
}

fn section(
    name: Option<String>,
    id: Option<SectionId>,
    place: &str,
) -> Result<Option<SectionRef>, Problem> {
    match (name, id) {
        (Some(_), Some(_)) => Err(both(place, "section")),
        (None, Some(id)) => Ok(Some(SectionRef::Id(id))),
        (Some(name), None) => Ok(Some(SectionRef::Named(name))),
        (None, None) => Ok(None),
    }
}

/// Two fields that say the same thing.
pub(crate) fn both(place: &str, field: &str) -> Problem {
    let detail = format!("give either {field} or {field}_id, not both");
    Problem::new(Code::InvalidField, detail).at(format!("{place}/{field}_id"))
}
