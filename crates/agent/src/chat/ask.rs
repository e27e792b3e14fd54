//! Questions back, and what was not found.

use app::view::TaskView;
use domain::TaskId;
use language::{Action, Proposal, SpanKind, TaskRef};

use super::event::{AgentEvent, Choice, Choices, Reason, card};
use super::find::Partly;
use super::session::{Session, Trouble};
use super::state::{Doubtful, label};
use crate::tools::{listed, quoted};

/// The most tasks to choose from.
const CHOICES: usize = 8;

impl Session {
    /// Asks what was meant, and keeps the message: the answer takes the doubtful piece's place.
    pub(super) async fn ask_doubt(&mut self, proposal: Proposal) -> Reason {
        let Some(doubt) = proposal.doubts.into_iter().next() else {
            return Reason::Done;
        };
        let rule = proposal
            .spans
            .iter()
            .find(|span| span.kind == SpanKind::Rule);
        let piece = rule
            .filter(|_| !doubt.alternatives.is_empty())
            .map(|span| (span.start, span.end));
        self.state.doubt = Some(Doubtful {
            message: self.message.clone(),
            piece,
            alternatives: doubt.alternatives.clone(),
        });
        self.say(doubt.question.clone()).await;
        if !doubt.alternatives.is_empty() {
            let choice = |label: String| Choice { label, task: None };
            let choices = doubt.alternatives.into_iter().map(choice).collect();
            let question = doubt.question;
            self.show(AgentEvent::Choices(Choices { question, choices }))
                .await;
        }
        Reason::Question
    }

    /// Asks which of `tasks` the action is for. `rest` is what else was asked for.
    pub(super) async fn ask_which(
        &mut self,
        action: Action,
        mut tasks: Vec<TaskView>,
        rest: Vec<Action>,
    ) -> Result<Reason, Trouble> {
        tasks.truncate(CHOICES);
        let is_alone = |task: &TaskView| {
            let same = |other: &&TaskView| other.title.eq_ignore_ascii_case(&task.title);
            tasks.iter().filter(same).count() == 1
        };
        let labels: Vec<String> = tasks
            .iter()
            .map(|task| match is_alone(task) {
                true => task.title.clone(),
                false => label(&task.title, task.number),
            })
            .collect();
        let names: Vec<_> = labels.iter().map(|label| quoted(label)).collect();
        let question = match names.as_slice() {
            [one] => format!("Did you mean {one}?"),
            [one, two] => format!("Which one: {one} or {two}?"),
            names => format!("Which one: {}?", listed(names)),
        };
        let ids: Vec<TaskId> = tasks.iter().map(|task| TaskId::new(task.id)).collect();
        let mut candidates = self.app.candidates_by_id(&self.actor, &ids).await?;
        candidates.sort_by_key(|candidate| ids.iter().position(|id| *id == candidate.id));
        self.state.language.choices = candidates;
        self.state.language.asked = Some(action);
        self.state.rest = rest;
        self.say(question.clone()).await;
        let choices = labels.into_iter().zip(&tasks);
        let choices = choices
            .map(|(label, task)| Choice {
                label,
                task: Some(card(task)),
            })
            .collect();
        self.show(AgentEvent::Choices(Choices { question, choices }))
            .await;
        Ok(Reason::Question)
    }

    /// Says which names in a row fit a task and which do not. Nothing is done: what was found is only
    /// part of what was asked for.
    pub(super) async fn say_partly(
        &mut self,
        action: &Action,
        partly: Partly,
    ) -> Result<Reason, Trouble> {
        let found = self.views(&partly.clear).await?;
        let found: Vec<_> = found.iter().map(|task| quoted(&task.title)).collect();
        let missing: Vec<_> = partly.missing.iter().map(|name| quoted(name)).collect();
        let kind = if matches!(action, Action::Reopen { .. }) {
            "finished"
        } else {
            "open"
        };
        let words = format!(
            "I found {}, but no {kind} task that is clearly {}. Nothing was changed.",
            listed(&found),
            listed(&missing)
        );
        self.say(words).await;
        Ok(Reason::Question)
    }

    /// Says that no task fits.
    pub(super) async fn say_missing(&mut self, action: &Action) -> Reason {
        let kind = if matches!(action, Action::Reopen { .. }) {
            "finished"
        } else {
            "open"
        };
        let words = match action.tasks() {
            Some(TaskRef::Number(number)) => format!("There is no task #{number}."),
            Some(TaskRef::Ordinal(_)) => {
                "That place is not in the list that I showed last. Say the task's name.".to_owned()
            }
            Some(TaskRef::Text(text)) if !action.is_change() => {
                format!("I found no task like {}, open or finished.", quoted(text))
            }
            Some(TaskRef::Text(text)) => {
                format!(
                    "I found no {kind} task like {}. Nothing was changed.",
                    quoted(text)
                )
            }
            Some(TaskRef::Filter(_)) => format!("No {kind} task fits that. Nothing was changed."),
            Some(TaskRef::Each(each)) => {
                let texts = each.iter().filter_map(|one| match one {
                    TaskRef::Text(text) => Some(quoted(text)),
                    _ => None,
                });
                let texts = listed(&texts.collect::<Vec<_>>());
                format!(
                    "I did not find all of {texts} among your {kind} tasks. Nothing was changed."
                )
            }
            Some(TaskRef::Focus | TaskRef::Ids(_)) | None => {
                "Which task do you mean? Say its name or its number.".to_owned()
            }
        };
        self.say(words).await;
        Reason::Question
    }
}
