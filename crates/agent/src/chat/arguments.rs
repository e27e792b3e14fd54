//! What was understood as arguments of tools, in the spelling that the tools read back exactly.

use domain::Relation;
use domain::command::{
    Move, NewSeries, NewTask, Patch, ProjectRef, SectionRef, SeriesTime, TaskFields,
};
use domain::due::Due;
use domain::rule::Mode;
use domain::task::{ReminderAnchor, ReminderTime};
use language::{Organize, OrganizeChange};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A task to add, as a row of `add_tasks`.
pub(super) fn new_task(task: &NewTask) -> Value {
    let mut row = Row::default();
    row.set("title", &task.title);
    row.text("notes", &task.notes);
    row.some("due", task.due.as_ref().map(due));
    row.some(
        "repeat",
        task.series.as_ref().map(|series| repeat(series, None)),
    );
    if task.due.is_none() {
        let timed = |series: &NewSeries| repeat(series, task.series_time.as_ref());
        row.some("repeat", task.series.as_ref().map(timed));
    }
    row.some("remind", task.reminders.as_ref().map(|all| reminders(all)));
    if task.priority != domain::Priority::None {
        row.set("priority", task.priority);
    }
    row.list("tags", &task.tags);
    row.some("project", task.project.as_ref().map(project));
    row.some("section", task.section.as_ref().map(section));
    row.some("parent_id", task.parent);
    row.some("start", task.start.as_ref().map(due));
    row.some("deadline", task.deadline);
    row.some("duration_minutes", task.duration_minutes);
    row.list("checklist", &task.checklist);
    row.list("assignees", &task.assignees);
    Value::Object(row.0)
}

/// New values for fields of one task, as a row of `update_tasks`.
pub(super) fn changes(task: uuid::Uuid, fields: &TaskFields) -> Value {
    let mut row = Row::default();
    row.set("id", task);
    row.some("title", fields.title.as_ref());
    row.some("status", fields.status);
    row.patch("notes", &fields.notes, String::clone);
    row.some("add_notes", fields.add_notes.as_ref());
    row.patch("project", &fields.project, project);
    row.patch("section", &fields.section, section);
    row.patch("parent_id", &fields.parent, ToString::to_string);
    row.patch("start", &fields.start, due);
    row.patch("due", &fields.due, due);
    row.patch("deadline", &fields.deadline, ToString::to_string);
    row.patch("repeat", &fields.series, |series| {
        repeat(series, fields.series_time.as_ref())
    });
    match &fields.priority {
        Patch::Keep => {}
        Patch::Clear => row.set("priority", "none"),
        Patch::Set(priority) => row.set("priority", priority),
    }
    match fields.duration_minutes {
        Patch::Keep => {}
        Patch::Clear => row.set("duration_minutes", 0),
        Patch::Set(minutes) => row.set("duration_minutes", minutes),
    }
    row.patched_list("tags", &fields.tags, |tags| json!(tags));
    row.patched_list("assignees", &fields.assignees, |users| json!(users));
    row.patched_list("remind", &fields.reminders, |all| json!(reminders(all)));
    row.list("add_remind", &reminders(&fields.add_reminders));
    row.list("relations", &relations(fields));
    row.list("add_tags", &fields.add_tags);
    row.list("remove_tags", &fields.remove_tags);
    Value::Object(row.0)
}

/// A change of a project, a section or a tag, as arguments of `organize`.
pub(super) fn organize(organize: &Organize) -> Value {
    let mut row = Row::default();
    row.set("kind", organize.kind);
    row.set("name", &organize.name);
    row.some("parent", organize.parent.as_ref());
    let action = match &organize.change {
        OrganizeChange::Add => "add",
        OrganizeChange::Rename { to } => {
            row.set("new_name", to);
            "change"
        }
        OrganizeChange::Archive => "archive",
        OrganizeChange::Unarchive => "unarchive",
        OrganizeChange::Delete => "delete",
    };
    row.set("action", action);
    Value::Object(row.0)
}

/// Where a due date goes, as `to` of `reschedule_tasks`.
pub(super) fn destination(to: &Move) -> String {
    match to {
        Move::To { due: to } => due(to),
        Move::Exactly {
            due: to @ Due::Day { .. },
        } => format!("{} all day", due(to)),
        Move::Exactly { due: to } => due(to),
        Move::ByDays { days } => format!("{days:+}d"),
        Move::ByMonths { months } => format!("{months:+}mo"),
        Move::ToTime { time, zone } => match zone {
            Some(zone) => format!("{}[{zone}]", domain::wall::to_text(*time)),
            None => domain::wall::to_text(*time),
        },
        Move::ByMinutes { minutes } => format!("{minutes:+}m"),
        Move::Clear => "none".to_owned(),
    }
}

fn due(due: &Due) -> String {
    match due.zone() {
        Some(zone) => format!("{}[{zone}]", due.slot()),
        None => due.slot().to_string(),
    }
}

fn repeat(series: &NewSeries, time: Option<&SeriesTime>) -> String {
    let mut text = series.rule.to_rrule();
    if series.rule.mode == Mode::Completion {
        text.insert_str(0, "every! ");
    }
    if let Some(SeriesTime { time, zone }) = time {
        text.push_str(&format!(" at {}", domain::wall::to_text(*time)));
        text.extend(zone.iter().map(|zone| format!("[{zone}]")));
    }
    text
}

fn reminders(all: &[ReminderTime]) -> Vec<String> {
    let text = |reminder: &ReminderTime| match reminder {
        ReminderTime::Absolute { at } => at.to_string(),
        ReminderTime::Relative {
            anchor,
            minutes_before,
        } => {
            let sign = if *minutes_before < 0 { "-" } else { "" };
            let anchor = match anchor {
                ReminderAnchor::Due => "",
                ReminderAnchor::Start => " before start",
                ReminderAnchor::Deadline => " before deadline",
            };
            format!("{sign}PT{}M{anchor}", minutes_before.unsigned_abs())
        }
    };
    all.iter().map(text).collect()
}

fn relations(fields: &TaskFields) -> Vec<String> {
    let text = |sign: &str, relation: &Relation| {
        format!("{sign}{} {}", relation.kind.name(), relation.task)
    };
    let added = fields.add_relations.iter().map(|it| text("", it));
    let removed = fields.remove_relations.iter().map(|it| text("-", it));
    added.chain(removed).collect()
}

fn project(project: &ProjectRef) -> String {
    match project {
        ProjectRef::Id(id) => id.to_string(),
        ProjectRef::Named(name) => name.clone(),
        ProjectRef::NamedOrNew(name) => format!("+{name}"),
    }
}

fn section(section: &SectionRef) -> String {
    match section {
        SectionRef::Id(id) => id.to_string(),
        SectionRef::Named(name) => name.clone(),
    }
}

#[derive(Default)]
struct Row(Map<String, Value>);

impl Row {
    fn set(&mut self, name: &str, value: impl Serialize) {
        self.0.insert(name.to_owned(), json!(value));
    }

    fn some(&mut self, name: &str, value: Option<impl Serialize>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }

    fn text(&mut self, name: &str, value: &str) {
        self.some(name, Some(value).filter(|text| !text.is_empty()));
    }

    fn list(&mut self, name: &str, values: &[impl Serialize]) {
        self.some(name, Some(values).filter(|values| !values.is_empty()));
    }

    fn patch<T>(&mut self, name: &str, patch: &Patch<T>, text: impl Fn(&T) -> String) {
        match patch {
            Patch::Keep => {}
            Patch::Clear => self.set(name, "none"),
            Patch::Set(value) => self.set(name, text(value)),
        }
    }

    fn patched_list<T>(&mut self, name: &str, patch: &Patch<T>, list: impl Fn(&T) -> Value) {
        match patch {
            Patch::Keep => {}
            Patch::Clear => self.set(name, json!([])),
            Patch::Set(value) => self.set(name, list(value)),
        }
    }
}
