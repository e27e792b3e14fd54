//! Answers to questions whether something was done: when it was finished, or that it is open.

use app::view::TaskView;
use domain::task::OccurrenceOutcome;
use domain::{Status, TaskId};
use language::{Action, Context};
use serde_json::json;

use super::event::{AgentEvent, TaskList, card};
use super::find::Found;
use super::session::{Session, Trouble};
use super::text::{Text, args};
use crate::tools::instant_words;

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
            title: self.words.say(Text::HeadingTasks),
            tasks: tasks.iter().map(card).collect(),
        }))
        .await;
        self.state.language.shown.clone_from(&ids);
        self.state.focus_on(ids);
        Ok(())
    }

    /// One task: finished when, or open and due when.
    async fn told_of(&self, task: &TaskView, ctx: &Context) -> Result<String, Trouble> {
        let words = self.words;
        let title = words.quoted(&task.title);
        if let Some(at) = task.completed_at.filter(|_| task.status == Status::Done) {
            let when = instant_words(at, ctx);
            return Ok(words.with(Text::WasFinished, &args!["title" => title, "when" => when]));
        }
        if !task.status.is_open() {
            return Ok(words.with(Text::WasCancelled, &args!["title" => title]));
        }
        let due = task.due_words.as_ref();
        if task.rule.is_some() {
            let past = self.app.occurrences(&self.actor, TaskId::new(task.id));
            let past = past.await?;
            let done = past
                .iter()
                .find(|slot| slot.outcome == OccurrenceOutcome::Done);
            let mut said = match done {
                Some(slot) => {
                    let when = instant_words(slot.at, ctx);
                    words.with(Text::LastDone, &args!["title" => title, "when" => when])
                }
                None => words.with(Text::NeverDone, &args!["title" => title]),
            };
            if let Some(due) = due {
                said.push(' ');
                said.push_str(&words.with(Text::NextDue, &args!["due" => due.as_str()]));
            }
            return Ok(said);
        }
        Ok(match due {
            Some(due) => words.with(
                Text::StillOpenDue,
                &args!["title" => title, "due" => due.as_str()],
            ),
            None => words.with(Text::StillOpen, &args!["title" => title]),
        })
    }
}
