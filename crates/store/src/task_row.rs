//! A task as a row: every column in one place, for reading and for writing.

use std::collections::BTreeSet;

use domain::due_sort::due_sort;
use domain::{Due, Priority, SpaceId, Status, TagId, Task, TaskId, Zone, fold, wall};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::row::Row;
use crate::value::Value;

/// Reads a task in the order of `{task}`.
pub(crate) fn read(row: &mut Row<'_>) -> Result<Task, StoreError> {
    let mut task = Task {
        id: row.take()?,
        number: row.take()?,
        project: row.take()?,
        section: row.take()?,
        parent: row.take()?,
        title: row.take()?,
        notes: row.take()?,
        status: row.take_name()?,
        priority: priority(row.take()?)?,
        position: row.take()?,
        start: due(row)?,
        due: due(row)?,
        deadline: row.take()?,
        duration_minutes: row.take()?,
        tags: row.take_list()?,
        assignees: row.take_list()?,
        series: row.take_json_opt()?,
        checklist: row.take_list()?,
        reminders: row.take_list()?,
        blocked_by: row.take_list()?,
        source: row.take_name()?,
        source_text: row.take()?,
        created_at: row.take()?,
        updated_at: row.take()?,
        completed_at: row.take()?,
        completed_by: row.take()?,
        deleted_at: row.take()?,
        version: row.take()?,
        relates_to: BTreeSet::new(),
        duplicates: BTreeSet::new(),
    };
    if let Some(Relations {
        relates_to,
        duplicates,
    }) = row.take_json_opt()?
    {
        task.relates_to = relates_to;
        task.duplicates = duplicates;
    }
    Ok(task)
}

/// The relations that a task keeps, blockers aside; most tasks have none.
#[derive(Serialize, Deserialize)]
struct Relations {
    relates_to: BTreeSet<TaskId>,
    duplicates: BTreeSet<TaskId>,
}

fn relations(task: &Task) -> Option<String> {
    let has_some = !task.relates_to.is_empty() || !task.duplicates.is_empty();
    has_some.then(|| {
        json(&Relations {
            relates_to: task.relates_to.clone(),
            duplicates: task.duplicates.clone(),
        })
    })
}

/// The values of `task/insert` and `task/update`. `zone` is that of the space's owner.
pub(crate) fn values(space: SpaceId, task: &Task, zone: &TimeZone) -> Vec<Value> {
    let mut values: Vec<Value> = crate::value::values![
        space,
        task.id,
        task.number,
        task.project,
        task.section,
        task.parent,
        &task.title,
        fold::key(&task.title),
        &task.notes,
        fold::key(&task.notes),
        status_name(task.status),
        task.is_open(),
        priority_number(task.priority),
        &task.position,
    ];
    values.extend(due_values(task.start.as_ref(), zone));
    values.extend(due_values(task.due.as_ref(), zone));
    values.extend(crate::value::values![
        task.deadline,
        task.duration_minutes,
        json(&task.tags),
        json(&task.assignees),
        task.series.as_ref().map(json),
        json(&task.checklist),
        json(&task.reminders),
        json(&task.blocked_by),
        name(&task.source),
        task.source_text.as_ref(),
        task.created_at,
        task.updated_at,
        task.completed_at,
        task.completed_by,
        task.deleted_at,
        task.version,
        relations(task),
    ]);
    values
}

/// The tags that `before` has and `after` has not.
pub(crate) fn without<'a>(
    before: Option<&'a BTreeSet<TagId>>,
    after: &'a BTreeSet<TagId>,
) -> impl Iterator<Item = TagId> + 'a {
    before
        .into_iter()
        .flatten()
        .copied()
        .filter(|tag| !after.contains(tag))
}

/// Urgent is the greatest.
pub(crate) fn priority_number(priority: Priority) -> i64 {
    match priority {
        Priority::None => 0,
        Priority::Low => 1,
        Priority::Medium => 2,
        Priority::High => 3,
        Priority::Urgent => 4,
    }
}

fn priority(number: i64) -> Result<Priority, StoreError> {
    Ok(match number {
        0 => Priority::None,
        1 => Priority::Low,
        2 => Priority::Medium,
        3 => Priority::High,
        4 => Priority::Urgent,
        other => return Err(wrong(format!("{other} is no priority"))),
    })
}

/// The name that a status is stored by.
pub(crate) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::InProgress => "in_progress",
        Status::Waiting => "waiting",
        Status::Done => "done",
        Status::Cancelled => "cancelled",
    }
}

fn due(row: &mut Row<'_>) -> Result<Option<Due>, StoreError> {
    let date: Option<Date> = row.take()?;
    let time: Option<String> = row.take()?;
    let zone: Option<String> = row.take()?;
    let Some(date) = date else { return Ok(None) };
    let Some(time) = time else {
        return Ok(Some(Due::Day { date }));
    };
    let time = wall::parse(&time).map_err(wrong)?;
    let Some(zone) = zone else {
        return Ok(Some(Due::Floating { date, time }));
    };
    let zone = Zone::named(&zone).map_err(|error| wrong(error.to_string()))?;
    Ok(Some(Due::Zoned { date, time, zone }))
}

fn due_values(due: Option<&Due>, zone: &TimeZone) -> [Value; 5] {
    let time = due.and_then(Due::time).map(wall::to_text);
    let named = due.and_then(Due::zone).map(Zone::name);
    [
        due.map(Due::date).into(),
        time.into(),
        named.into(),
        due.and_then(|due| due.instant(zone)).into(),
        due_sort(due, zone).into(),
    ]
}

/// What serialises in memory always does.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("our own types have string keys and no failing fields")
}

/// The name of an enum's variant, as it is on the wire.
pub(crate) fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        other => unreachable!("a variant without fields serialises as its name, not {other:?}"),
    }
}

fn wrong(detail: String) -> StoreError {
    StoreError::Decode { column: 0, detail }
}
