//! What events need so that they can be told in words: the names behind ids, the words of rules
//! and reminders. Nothing here reads the store.

use std::collections::{BTreeMap, BTreeSet};

use domain::change::Event;
use domain::space::Directory;
use domain::task::{Reminder, Series};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::view::Light;

/// The fields that mention other records by id.
const MENTIONS: [&str; 8] = [
    "assignees",
    "blocked_by",
    "duplicates",
    "parent",
    "project",
    "relates_to",
    "section",
    "tags",
];

/// The ids that the fields of events mention.
pub(crate) fn mentioned(events: &[Event]) -> BTreeSet<Uuid> {
    let mut ids = BTreeSet::new();
    for fields in events
        .iter()
        .flat_map(|event| [&event.before, &event.after])
    {
        for value in MENTIONS.iter().filter_map(|name| fields.get(*name)) {
            let one = std::slice::from_ref(value);
            let values = value.as_array().map_or(one, Vec::as_slice);
            let texts = values.iter().filter_map(Value::as_str);
            ids.extend(texts.filter_map(|text| text.parse::<Uuid>().ok()));
        }
    }
    ids
}

/// The names of the projects, sections, tags and views of a directory, by id.
pub(crate) fn names(directory: &Directory) -> BTreeMap<Uuid, String> {
    let projects = directory.projects.iter().map(|it| (it.id.uuid(), &it.name));
    let sections = directory.sections.iter().map(|it| (it.id.uuid(), &it.name));
    let tags = directory.tags.iter().map(|it| (it.id.uuid(), &it.name));
    let views = directory.views.iter().map(|it| (it.id.uuid(), &it.name));
    let all = projects.chain(sections).chain(tags).chain(views);
    all.map(|(id, name)| (id, name.clone())).collect()
}

/// Gives the rule and the reminders among the fields of a task their `words`.
pub(crate) fn say(fields: &mut Map<String, Value>, light: &Light<'_>) {
    if let Some(series) = fields.get_mut("series")
        && let Some(read) = read::<Series>(series)
    {
        let words = language::echo::rule(&read.rule, Some(read.anchor), light.locale);
        series["rule"]["words"] = Value::String(words);
    }
    let reminders = fields.get_mut("reminders").and_then(Value::as_array_mut);
    for reminder in reminders.into_iter().flatten() {
        if let Some(read) = read::<Reminder>(reminder) {
            let words = language::echo::reminder(&read.at, light.now, light.reader, light.locale);
            reminder["words"] = Value::String(words);
        }
    }
}

/// A value as what it is; `None` for null, and for a form that an older saydo wrote.
fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}
