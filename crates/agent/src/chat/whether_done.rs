//! Answers to questions whether something was done: when it was finished, or that it is open.

use app::view::TaskView;
use domain::task::OccurrenceOutcome;
use domain::{Status, TaskId};
use language::{Action, Context};
use serde_json::json;

use super::event::{AgentEvent, TaskList, card};
use super::find::Found;
use super::session::{Session, Trouble};
use crate::tools::{instant_words, quoted};

/// So many tasks are told about where several fit.
const TOLD: usize = 3;

impl Session {
    /// Tells of the tasks that the words fit whether they are done. Nothing is asked back: a
    /// question may be about several.
    pub(super) async fn whether_done(
        &mut self,
        ctx: &Context,
        action: &Action,
    ) -> Result<(), Trouble> {
        let found = match self.find(ctx, action).await? {
            Found::Tasks(tasks) | Found::Ambiguous(tasks) => tasks,
            Found::Partly(partly) => {
                let mut tasks = self.views(&partly.clear).await?;
                tasks.extend(partly.choices);
                tasks
            }
            Found::Missing | Found::TooMany => Vec::new(),
        };
        if found.is_empty() {
            self.say_missing(action).await;
            return Ok(());
        }
        // What is still to do matters first, then what was finished last.
        let mut tasks = found;
        tasks.sort_by_key(|task| (!task.status.is_open(), std::cmp::Reverse(task.completed_at)));
        tasks.truncate(TOLD);
        let ids: Vec<TaskId> = tasks.iter().map(|task| TaskId::new(task.id)).collect();
        self.call("find_tasks", json!({ "ids": ids, "view": "all" }))
            .await?;
        for task in &tasks {
            let words = self.told_of(task, ctx).await?;
            self.say(words).await;
        }
        self.show(AgentEvent::Tasks(TaskList {
            title: "Tasks".to_owned(),
            tasks: tasks.iter().map(card).collect(),
        }))
        .await;
        self.state.language.shown.clone_from(&ids);
        self.state.focus_on(ids);
        Ok(())
    }

    /// One task: finished when, or open and due when.
    async fn told_of(&self, task: &TaskView, ctx: &Context) -> Result<String, Trouble> {
        let title = quoted(&task.title);
        if let Some(at) = task.completed_at.filter(|_| task.status == Status::Done) {
            let when = instant_words(at, ctx);
            return Ok(format!("Yes: {title} was finished {when}."));
        }
        if !task.status.is_open() {
            return Ok(format!("{title} was cancelled."));
        }
        let due = task.due_words.as_ref();
        if task.rule.is_some() {
            let past = self.app.occurrences(&self.actor, TaskId::new(task.id));
            let past = past.await?;
            let done = past
                .iter()
                .find(|slot| slot.outcome == OccurrenceOutcome::Done);
            let next = due.map_or_else(String::new, |due| format!(" The next is due {due}."));
            return Ok(match done {
                Some(slot) => {
                    let when = instant_words(slot.at, ctx);
                    format!("{title} was last done {when}.{next}")
                }
                None => format!("Not yet: {title} was never done.{next}"),
            });
        }
        Ok(match due {
            Some(due) => format!("Not yet: {title} is open, due {due}."),
            None => format!("Not yet: {title} is open."),
        })
    }
}
