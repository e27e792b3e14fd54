//! Arguments for the writing tools, as many different ones as there are fields.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

/// A call of a writing tool.
pub(crate) type Call = (&'static str, Value);

/// The names of the tasks that [`crate::home::Home::furnish`] adds, some of tasks that are done,
/// in the trash or nowhere.
const TASKS: [&str; 14] = [
    "Buy milk",
    "Buy eggs",
    "Buy sourdough bread",
    "Pay rent",
    "Call the dentist",
    "Dentist appointment",
    "Clean the garage",
    "Send invoice to Acme",
    "Read Dune",
    "Water the plants",
    "Swim",
    "done before",
    "deleted before",
    "nothing like it",
];

const DUE: [&str; 9] = [
    "tomorrow",
    "friday 5pm",
    "2026-12-24T08:00",
    "2027-03-14T02:30",
    "2026-11-18",
    "in 3 weeks",
    "2028-02-29",
    "2026-12-01T09:00[Europe/Paris]",
    "none",
];
const REPEAT: [&str; 8] = [
    "every weekday at 8",
    "every! 2 weeks",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "every year",
    "FREQ=DAILY;COUNT=3",
    "every monday and thursday",
    "every 2 days until march",
    "none",
];
const PROJECTS: [&str; 5] = ["Groceries", "Inbox", "Garden", "+New", "No such project"];
const TAGS: [&str; 4] = ["groceries", "home", "new", "later"];
const REMIND: [&str; 4] = ["PT30M", "1 hour before", "2026-12-01T09:00", "PT0M"];
const FILTERS: [&str; 7] = [
    "+Groceries",
    "#home",
    "overdue",
    "recurring",
    "no due date",
    "priority high",
    "",
];
const PRIORITIES: [&str; 5] = ["none", "low", "medium", "high", "urgent"];

/// One call of any writing tool but `undo`.
pub(crate) fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        3 => (prop::collection::vec(new_task(), 1..4), any::<bool>()).prop_map(add),
        5 => prop::collection::vec(change(), 1..4)
            .prop_map(|rows| ("update_tasks", json!({ "changes": rows }))),
        3 => (names(), select(&DUE[..]), spans()).prop_map(|(ids, to, scope)| {
            ("reschedule_tasks", json!({ "ids": ids, "to": to, "scope": scope }))
        }),
        1 => (names(), select(&["+1d", "-2w", "+1mo", "16:00", "+45m"][..]), spans())
            .prop_map(|(ids, to, scope)| {
                ("reschedule_tasks", json!({ "ids": ids, "to": to, "scope": scope }))
            }),
        3 => prop::collection::vec(completion(), 1..4)
            .prop_map(|rows| ("complete_tasks", json!({ "tasks": rows }))),
        2 => names().prop_map(|ids| ("reopen_tasks", json!({ "ids": ids }))),
        1 => select(&TASKS[11..13]).prop_map(|id| ("reopen_tasks", json!({ "ids": [id] }))),
        3 => (names(), spans())
            .prop_map(|(ids, scope)| ("delete_tasks", json!({ "ids": ids, "scope": scope }))),
        3 => bulk(),
        2 => (names(), select(&["tomorrow 9am", "+10m", "2026-12-01T09:00"][..])).prop_map(
            |(ids, until)| ("snooze_reminders", json!({ "ids": ids, "until": until }))
        ),
        6 => organize(),
    ]
}

fn add((rows, is_text): (Vec<Value>, bool)) -> Call {
    let mut args = json!({ "tasks": rows });
    if is_text {
        args["text"] = json!("call mum tomorrow at 5pm #family\nstretch every day at 7am");
    }
    ("add_tasks", args)
}

fn names() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(TASKS.to_vec(), 1..4)
}

fn spans() -> impl Strategy<Value = &'static str> {
    select(&["this", "series"][..])
}

/// Some of the fields.
fn some_of(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> impl Strategy<Value = Value> {
    let most = fields.len().min(5);
    subsequence(fields, 1..most)
        .prop_flat_map(|fields| {
            let (names, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
            (Just(names), values)
        })
        .prop_map(|(names, values)| {
            let fields = names.into_iter().map(str::to_owned).zip(values);
            Value::Object(Map::from_iter(fields))
        })
}

fn one(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    select(words).prop_map(Value::from).boxed()
}

fn several(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    subsequence(words.to_vec(), 0..=words.len())
        .prop_map(|some| json!(some))
        .boxed()
}

/// The fields that new tasks have as well as old ones.
fn fields() -> Vec<(&'static str, BoxedStrategy<Value>)> {
    vec![
        ("notes", one(&["now", "# two\n\nlines", ""])),
        ("due", one(&DUE)),
        ("repeat", one(&REPEAT)),
        ("remind", several(&REMIND)),
        ("priority", one(&PRIORITIES)),
        ("tags", several(&TAGS)),
        ("project", one(&PROJECTS)),
        ("section", one(&["Dairy", "none", "No such section"])),
        ("parent_id", one(&["Read Dune", "Buy eggs", "none"])),
        ("start", one(&DUE)),
        ("deadline", one(&["2026-12-25", "next month", "none"])),
        (
            "duration_minutes",
            (0_u32..600).prop_map(Value::from).boxed(),
        ),
    ]
}

fn new_task() -> impl Strategy<Value = Value> {
    ("[a-zà-ÿ]{1,9}( [a-z]{1,9}){0,2}", some_of(fields())).prop_map(|(title, mut row)| {
        row["title"] = Value::from(title);
        row
    })
}

fn change() -> impl Strategy<Value = Value> {
    let mut all = fields();
    all.extend([
        ("title", one(&["Another title", "Buy milk", " ", "ﬁn 🎉"])),
        ("add_notes", one(&["more"])),
        ("add_remind", several(&REMIND)),
        ("add_tags", several(&TAGS)),
        ("remove_tags", several(&TAGS)),
        ("status", one(&["open", "in_progress", "waiting"])),
        (
            "relations",
            several(&[
                "blocked_by #1",
                "-blocked_by #1",
                "blocks #9",
                "relates_to #5",
            ]),
        ),
    ]);
    (select(&TASKS[..]), some_of(all)).prop_map(|(id, mut row)| {
        row["id"] = Value::from(id);
        row
    })
}

fn completion() -> impl Strategy<Value = Value> {
    let outcome = one(&["done", "skipped", "cancelled"]);
    let completed = one(&["yesterday 9am", "2026-11-19T12:00", "today"]);
    let optional = some_of(vec![("outcome", outcome), ("completed_at", completed)]);
    let optional = prop::option::of(optional);
    (select(&TASKS[..]), optional).prop_map(|(id, row)| {
        let mut row = row.unwrap_or_else(|| json!({}));
        row["id"] = Value::from(id);
        row
    })
}

fn bulk() -> impl Strategy<Value = Call> {
    let change = prop_oneof![
        select(&["complete", "reopen", "delete", "restore", "duplicate"][..])
            .prop_map(|action| (action, "")),
        select(&DUE[..]).prop_map(|to| ("reschedule", to)),
        select(&PRIORITIES[..]).prop_map(|priority| ("priority", priority)),
        select(&TAGS[..]).prop_map(|tag| ("add_tag", tag)),
        select(&TAGS[..]).prop_map(|tag| ("remove_tag", tag)),
        select(&PROJECTS[..]).prop_map(|project| ("project", project)),
    ];
    (select(&FILTERS[..]), change).prop_map(|(filter, (action, value))| {
        let mut args = json!({ "filter": filter, "action": action });
        if !value.is_empty() {
            args["value"] = Value::from(value);
        }
        ("bulk_change", args)
    })
}

fn organize() -> impl Strategy<Value = Call> {
    let things: [(&str, &str); 10] = [
        ("project", "Groceries"),
        ("project", "Garden"),
        ("project", "Inbox"),
        ("project", "Attic"),
        ("section", "Dairy"),
        ("section", "Frozen"),
        ("tag", "groceries"),
        ("tag", "attic"),
        ("view", "Morning"),
        ("view", "Evening"),
    ];
    let actions = ["add", "change", "archive", "unarchive", "delete"];
    let optional = some_of(vec![
        ("new_name", one(&["Food", "Renamed", "Inbox"])),
        ("parent", one(&["Groceries", "Garden", "none"])),
        ("colour", one(&["#ff8800", "none"])),
        ("filter", one(&["today", "#home | overdue"])),
    ]);
    (select(things.to_vec()), select(actions.to_vec()), optional).prop_map(
        |((kind, name), action, mut args)| {
            args["kind"] = Value::from(kind);
            args["name"] = Value::from(name);
            args["action"] = Value::from(action);
            ("organize", args)
        },
    )
}
