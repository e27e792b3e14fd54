//! The part of `saydo edit` that looks at what is there first: other tasks, members, ticked lines.

use clap::Args;
use serde_json::{Map, Value, json};

use crate::backend::Backend;
use crate::backend::view::{Item, Task};
use crate::problem::Problem;

/// Fields that name other tasks, members, or lines that are there.
#[derive(Debug, Clone, Args)]
pub(super) struct Others {
    /// The task that it is part of; '' makes it a task of its own.
    #[arg(long, value_name = "TASK")]
    parent: Option<String>,
    /// A task that must be done before.
    #[arg(long, value_name = "TASK")]
    blocked_by: Vec<String>,
    /// A task that must wait for it.
    #[arg(long, value_name = "TASK")]
    blocks: Vec<String>,
    /// A task that it has to do with.
    #[arg(long, value_name = "TASK")]
    relates_to: Vec<String>,
    /// A task that it says again.
    #[arg(long, value_name = "TASK")]
    duplicates: Vec<String>,
    /// A task that it has nothing to do with any more.
    #[arg(long, value_name = "TASK")]
    unrelated_to: Vec<String>,
    /// Put it right after this task.
    #[arg(long, value_name = "TASK", conflicts_with = "before")]
    after: Option<String>,
    /// Put it right before this task.
    #[arg(long, value_name = "TASK")]
    before: Option<String>,
    /// Who does it: me, or the id of a member; several are allowed, '' means nobody.
    #[arg(long, value_name = "WHO")]
    assignee: Vec<String>,
    /// Tick the line of the checklist that begins so.
    #[arg(long, value_name = "LINE", conflicts_with = "checklist")]
    tick: Vec<String>,
    /// Take the tick off the line that begins so.
    #[arg(long, value_name = "LINE", conflicts_with = "checklist")]
    untick: Vec<String>,
}

impl Others {
    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        let lists = [
            &self.blocked_by,
            &self.blocks,
            &self.relates_to,
            &self.duplicates,
            &self.unrelated_to,
            &self.assignee,
            &self.tick,
            &self.untick,
        ];
        let singles = [&self.parent, &self.after, &self.before];
        lists.iter().all(|list| list.is_empty()) && singles.iter().all(|one| one.is_none())
    }

    /// Adds what is said to the `fields` of a change of `task`.
    ///
    /// # Errors
    /// When a name means nothing, or more than one thing.
    pub(super) async fn add_to(
        &self,
        fields: &mut Map<String, Value>,
        task: &Task,
        backend: &Backend,
    ) -> anyhow::Result<()> {
        let id = async |words: &String| anyhow::Ok(backend.resolve(words).await?.id);
        if let Some(parent) = &self.parent {
            let value = match parent.as_str() {
                "" => Value::Null,
                _ => id(parent).await?.into(),
            };
            fields.insert("parent_id".to_owned(), value);
        }
        for (place, words) in [("after", &self.after), ("before", &self.before)] {
            if let Some(words) = words {
                fields.insert("place".to_owned(), json!({ place: id(words).await? }));
            }
        }
        let kinds = [
            ("blocked_by", &self.blocked_by),
            ("blocks", &self.blocks),
            ("relates_to", &self.relates_to),
            ("duplicates", &self.duplicates),
        ];
        let (mut added, mut removed) = (Vec::new(), Vec::new());
        for (kind, tasks) in kinds {
            for words in tasks {
                added.push(json!({ "kind": kind, "task_id": id(words).await? }));
            }
        }
        for words in &self.unrelated_to {
            let other = id(words).await?;
            let all = [
                "blocked_by",
                "blocks",
                "relates_to",
                "duplicates",
                "duplicated_by",
            ];
            removed.extend(all.map(|kind| json!({ "kind": kind, "task_id": other })));
        }
        for (name, list) in [("add_relations", added), ("remove_relations", removed)] {
            if !list.is_empty() {
                fields.insert(name.to_owned(), list.into());
            }
        }
        if !self.assignee.is_empty() {
            let mut users = Vec::new();
            for who in self.assignee.iter().filter(|who| !who.is_empty()) {
                users.push(match who.as_str() {
                    "me" => backend.me().await?,
                    id => id.to_owned(),
                });
            }
            fields.insert("assignees".to_owned(), users.into());
        }
        if !self.tick.is_empty() || !self.untick.is_empty() {
            fields.insert("checklist".to_owned(), self.ticked(&task.checklist)?);
        }
        Ok(())
    }

    /// The checklist with the ticks that are asked for.
    fn ticked(&self, lines: &[Item]) -> Result<Value, Problem> {
        let mut done: Vec<bool> = lines.iter().map(|line| line.done).collect();
        let wanted = self.tick.iter().map(|words| (words, true));
        for (words, tick) in wanted.chain(self.untick.iter().map(|words| (words, false))) {
            let begins = |line: &Item| {
                let (line, words) = (line.title.to_lowercase(), words.to_lowercase());
                line.starts_with(words.trim())
            };
            let at = lines.iter().position(begins).ok_or_else(|| {
                Problem::refused(format!("no line of the checklist begins with '{words}'"))
            })?;
            done[at] = tick;
        }
        let lines = lines.iter().zip(done);
        Ok(lines
            .map(|(line, done)| json!({ "id": line.id, "title": line.title, "done": done }))
            .collect())
    }
}
