//! What must be true after the last start: every acknowledged change is there exactly once.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::client::{Answer, Client};
use super::writer::Acknowledged;

/// How many old keys are sent once more.
const REPEATED: usize = 100;

/// Checks tasks, history, events and repeated keys, and returns the last revision.
pub(super) fn check(client: &Client, done: &[Acknowledged], seed: u64) -> Result<u64> {
    check_tasks(client, done)?;
    check_history(client, done)?;
    let last = check_revisions(client)?;
    let mut random = fastrand::Rng::with_seed(seed);
    for old in random.choose_multiple(done.iter(), REPEATED) {
        let Answer::Acknowledged(answer) = client.write(&old.write)? else {
            anyhow::bail!("the key {} was not answered again", old.write.key)
        };
        ensure!(
            answer["change_id"] == old.change_id.as_str(),
            "the key {} is answered with another change",
            old.write.key
        );
    }
    ensure!(
        check_revisions(client)? == last,
        "repeated keys have changed something"
    );
    Ok(last)
}

/// Title and status that each task must have.
fn expected_tasks(done: &[Acknowledged]) -> BTreeMap<&str, (&str, &str)> {
    let mut tasks = BTreeMap::new();
    for change in done {
        let task = tasks.entry(change.task_id.as_str()).or_insert(("", "open"));
        if let Some(title) = change.write.body["title"].as_str() {
            task.0 = title;
        } else {
            task.1 = "done";
        }
    }
    tasks
}

fn check_tasks(client: &Client, done: &[Acknowledged]) -> Result<()> {
    let expected = expected_tasks(done);
    let mut seen = BTreeSet::new();
    for task in pages(client, "/tasks?status=all&limit=200", "tasks")? {
        let id = task["id"].as_str().context("a task has no id")?.to_owned();
        let found = (task["title"].as_str(), task["status"].as_str());
        let (title, status) = expected
            .get(id.as_str())
            .with_context(|| format!("nobody acknowledged the task {id} ({found:?})"))?;
        ensure!(
            found == (Some(title), Some(status)),
            "task {id} is {found:?} and should be {:?}",
            (title, status)
        );
        ensure!(seen.insert(id.clone()), "task {id} is there twice");
    }
    let lost = expected.keys().find(|id| !seen.contains(**id));
    ensure!(
        lost.is_none(),
        "lost: {} of {} tasks, for example {lost:?}",
        expected.len() - seen.len(),
        expected.len()
    );
    Ok(())
}

fn check_history(client: &Client, done: &[Acknowledged]) -> Result<()> {
    let mut expected = BTreeSet::new();
    for change in done {
        ensure!(
            expected.insert(change.change_id.as_str()),
            "{} was given twice",
            change.change_id
        );
    }
    let mut seen = BTreeSet::new();
    for change in pages(client, "/history?limit=200", "changes")? {
        let touches_tasks = change["events"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|event| {
                event["type"]
                    .as_str()
                    .is_some_and(|kind| kind.starts_with("task."))
            });
        let id = change["change_id"]
            .as_str()
            .context("a change has no id")?
            .to_owned();
        ensure!(
            !touches_tasks || expected.contains(id.as_str()),
            "nobody acknowledged change {id}"
        );
        ensure!(
            seen.insert(id.clone()),
            "change {id} is in the history twice"
        );
    }
    let lost = expected.iter().find(|id| !seen.contains(**id));
    ensure!(lost.is_none(), "change {lost:?} is not in the history");
    Ok(())
}

/// Reads the whole feed and returns its last revision; the first is 1 and none is missing.
fn check_revisions(client: &Client) -> Result<u64> {
    let mut last = 0;
    loop {
        let page = client.read(&format!("/events?after={last}"))?;
        let events = page["events"]
            .as_array()
            .context("the feed has no events")?;
        if events.is_empty() {
            return Ok(last);
        }
        for event in events {
            let rev = event["rev"].as_u64().context("an event has no revision")?;
            ensure!(rev == last + 1, "revision {rev} follows {last}");
            last = rev;
        }
    }
}

/// All rows of a list, page by page.
fn pages(client: &Client, path: &str, list: &str) -> Result<Vec<Value>> {
    let mut rows = Vec::new();
    let mut next = path.to_owned();
    loop {
        let mut page = client.read(&next)?;
        let cursor = page["next_cursor"].as_str().map(str::to_owned);
        match page[list].take() {
            Value::Array(more) => rows.extend(more),
            other => anyhow::bail!("{path} has no list {list}, but {other}"),
        }
        let Some(cursor) = cursor else {
            return Ok(rows);
        };
        next = format!("{path}&cursor={cursor}");
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::client::Write;
    use super::*;

    fn change(task: &str, path: &str, body: Value) -> Acknowledged {
        let write = Write {
            key: String::new(),
            method: "POST",
            path: path.to_owned(),
            body,
        };
        Acknowledged {
            write,
            change_id: String::new(),
            task_id: task.to_owned(),
        }
    }

    #[test]
    fn the_last_acknowledged_write_decides_what_a_task_must_be() {
        let done = [
            change("a", "/tasks", json!({"title": "one"})),
            change("b", "/tasks", json!({"title": "two"})),
            change("a", "/tasks/a", json!({"title": "three"})),
            change("a", "/tasks/a/complete", json!({})),
        ];
        let expected = BTreeMap::from([("a", ("three", "done")), ("b", ("two", "open"))]);
        assert_eq!(expected_tasks(&done), expected);
    }
}
