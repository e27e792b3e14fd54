//! Whatever the writing tools do, with whatever arguments, `undo` restores exactly what was.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use agent::tools::Effect;
use domain::command::{Command, NewTask};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::{Value, json};

use crate::generated::{self, Call};
use crate::home::Home;
use crate::undoing::prepared;

/// Different sequences of calls.
const CASES: u32 = 48;

/// What there is, by id.
pub(crate) type State = BTreeMap<String, Value>;

/// Everything that `undo` must bring back: tasks, the ledgers of those that repeat, and the
/// directory. Tasks that were not known before the change stay in the trash and are left out.
pub(crate) async fn state(home: &Home, known: Option<&State>) -> State {
    let mut state = BTreeMap::new();
    for task in home.everything().await {
        let id = task["id"].as_str().unwrap().to_owned();
        let is_known = known.is_none_or(|known| known.contains_key(&id));
        if !is_known && !task["deleted_at"].is_null() {
            continue;
        }
        let past = match task["rule"].is_null() {
            true => Vec::new(),
            false => {
                let task = id.parse().unwrap();
                home.app.occurrences(&home.actor, task).await.unwrap()
            }
        };
        state.insert(id, json!({ "task": task, "past": past }));
    }
    let overview = home.app.overview(&home.actor).await.unwrap();
    let overview = serde_json::to_value(overview).unwrap();
    for kind in ["projects", "sections", "tags", "views"] {
        for item in overview[kind].as_array().unwrap() {
            let mut item = item.clone();
            item.as_object_mut().unwrap().remove("version");
            state.insert(item["id"].as_str().unwrap().to_owned(), item);
        }
    }
    state
}

/// Does what a call says, after a yes where one is asked for; the change, if there was one.
async fn done(home: &Home, (tool, args): &Call) -> Option<Value> {
    let mut result = home.call(tool, args.clone()).await;
    if result.structured["status"] == "confirmation_required" {
        let mut confirmed = args.clone();
        confirmed["confirm"] = result.structured["confirm"].clone();
        result = home.call(tool, confirmed).await;
    }
    let change = &result.structured["change_id"];
    (!result.is_error && change.is_string()).then(|| change.clone())
}

/// A household with one of everything.
async fn house() -> Home {
    let home = prepared().await;
    let organize = async |kind: &str, name: &str, fields: Value| {
        let mut args = fields;
        args["kind"] = json!(kind);
        args["action"] = json!("add");
        args["name"] = json!(name);
        home.ok("organize", args).await;
    };
    organize("project", "Garden", json!({})).await;
    organize("section", "Dairy", json!({ "parent": "Groceries" })).await;
    organize("view", "Morning", json!({ "filter": "today & #home" })).await;
    let plants = json!({
        "title": "Water the plants", "repeat": "every! 3 days", "due": "2026-11-21T08:00",
        "remind": ["PT30M"], "project": "Garden", "parent_id": "Read Dune",
    });
    home.ok("add_tasks", json!({ "tasks": [plants] })).await;
    // No tool makes checklists, but completing starts them anew.
    let swim = NewTask {
        title: "Swim".to_owned(),
        checklist: vec!["towel".to_owned(), "goggles".to_owned()],
        ..NewTask::default()
    };
    let tasks = vec![swim];
    let command = Command::AddTasks { tasks };
    home.app.execute(&home.actor, command, None).await.unwrap();
    let swim = json!({ "id": "Swim", "repeat": "every day at 7am", "remind": ["PT1H"] });
    home.ok("update_tasks", json!({ "changes": [swim] })).await;
    let milk = json!({ "id": "Buy milk", "section": "Dairy", "relations": ["blocked_by #2"] });
    home.ok("update_tasks", json!({ "changes": [milk] })).await;
    home
}

/// Where two states differ.
fn differences<'a>(now: &'a State, wanted: &'a State) -> Vec<[Option<&'a Value>; 2]> {
    let ids: BTreeSet<_> = now.keys().chain(wanted.keys()).collect();
    let both = ids.into_iter().map(|id| [now.get(id), wanted.get(id)]);
    both.filter(|[now, wanted]| now != wanted).collect()
}

/// Carries the calls out one after the other, and takes all back in reverse; the tools that changed
/// something.
async fn there_and_back(house: &Home, calls: &[Call]) -> Result<Vec<&'static str>, TestCaseError> {
    let home = house.copied().await;
    let mut now = state(&home, None).await;
    let mut changes = Vec::new();
    for call in calls {
        let before = now;
        let change = done(&home, call).await;
        now = state(&home, None).await;
        match change {
            Some(change) => changes.push((call, change, before)),
            None => is_as(&now, &before, "refused", call)?,
        }
    }
    let tools = changes.iter().map(|((tool, _), ..)| *tool).collect();
    while let Some((call, change, before)) = changes.pop() {
        let change = undo(&home, change).await;
        is_as(&known(&home, &before).await, &before, "undone", call)?;
        // An undo is a change as well. The next one finds whether this is undone again.
        let change = undo(&home, change).await;
        is_as(&known(&home, &now).await, &now, "done again", call)?;
        undo(&home, change).await;
        now = before;
    }
    is_as(&known(&home, &now).await, &now, "all undone", &calls[0])?;
    Ok(tools)
}

/// What there is now, as far as it matters beside what there was.
async fn known(home: &Home, there_was: &State) -> State {
    state(home, Some(there_was)).await
}

async fn undo(home: &Home, change: Value) -> Value {
    let undone = home.ok("undo", json!({ "change_id": change })).await;
    undone["change_id"].clone()
}

/// Fails unless everything is as `wanted`.
fn is_as(now: &State, wanted: &State, what: &str, call: &Call) -> Result<(), TestCaseError> {
    let differences = differences(now, wanted);
    prop_assert!(
        differences.is_empty(),
        "{what}: {call:?}: now, wanted: {differences:#?}"
    );
    Ok(())
}

/// Carries the calls out as one turn, and takes the turn back as a whole.
async fn turn_and_back(house: &Home, calls: &[Call]) -> Result<(), TestCaseError> {
    let mut home = house.copied().await;
    let before = state(&home, None).await;
    let turn = domain::TurnId::new(uuid::Uuid::from_u128(42));
    home.actor.turn = Some(turn);
    let mut is_changed = false;
    for call in calls {
        is_changed |= done(&home, call).await.is_some();
    }
    home.actor.turn = None;
    if is_changed {
        home.ok("undo", json!({ "turn_id": turn })).await;
    }
    is_as(
        &known(&home, &before).await,
        &before,
        "turn undone",
        &calls[0],
    )
}

#[test]
fn whatever_the_tools_did_undo_restores_the_identical_state() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let config = ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::default()
    };
    let house = runtime.block_on(house());
    let (calls, changes) = (Cell::new(0), RefCell::new(BTreeMap::new()));
    let some = prop::collection::vec(generated::call(), 1..5);
    let found = TestRunner::new(config).run(&some, |some| {
        let tools = runtime.block_on(there_and_back(&house, &some))?;
        runtime.block_on(turn_and_back(&house, &some))?;
        calls.set(calls.get() + some.len());
        for tool in tools {
            *changes.borrow_mut().entry(tool).or_insert(0) += 1;
        }
        Ok(())
    });
    found.unwrap();
    // Arguments that are refused all the time would show nothing.
    let (calls, changes) = (calls.into_inner(), changes.into_inner());
    assert!(changes.values().sum::<usize>() * 2 > calls, "{changes:?}");
    let writes = |tool: &&agent::tools::Tool| tool.effect != Effect::Reads;
    for tool in agent::tools::list().iter().filter(writes) {
        // Taking back is what is done to all others.
        let is_tried = changes.get(tool.name).is_some_and(|times| *times >= 2);
        assert!(
            is_tried || tool.name == "undo",
            "{} of {changes:?}",
            tool.name
        );
    }
}
