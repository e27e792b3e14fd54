//! Questions back, and what was not found.

use app::view::TaskView;
use domain::TaskId;
use language::{Action, Proposal, SpanKind, TaskRef};

use super::event::{AgentEvent, Choice, Choices, Reason, card};
use super::find::Partly;
use super::session::{Session, Trouble};
use super::state::{Doubtful, label};
use super::text::{Text, args};

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
        let words = self.words;
        let names: Vec<_> = labels.iter().map(|label| words.quoted(label)).collect();
        let question = match names.as_slice() {
            [one] => words.with(Text::DidYouMean, &args!["one" => &**one]),
            [one, two] => words.with(Text::WhichOfTwo, &args!["one" => &**one, "two" => &**two]),
            names => words.with(Text::WhichOf, &args!["names" => words.listed(names)]),
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
        let facts = args![
            "found" => self.words.titles(found.iter().map(|task| &*task.title)),
            "missing" => self.words.titles(partly.missing.iter().map(|name| &**name)),
        ];
        let text = if matches!(action, Action::Reopen { .. }) {
            Text::FoundPartlyFinished
        } else {
            Text::FoundPartly
        };
        let words = self.words.with(text, &facts);
        self.say(words).await;
        Ok(Reason::Question)
    }

    /// Says that no task fits.
    pub(super) async fn say_missing(&mut self, action: &Action) -> Reason {
        let is_of_open = !matches!(action, Action::Reopen { .. });
        let either = |open, finished| if is_of_open { open } else { finished };
        let words = self.words;
        let words = match action.tasks() {
            Some(TaskRef::Number(number)) => {
                words.with(Text::NoNumber, &args!["number" => number.to_string()])
            }
            Some(TaskRef::Ordinal(_)) => words.say(Text::NoPlace),
            Some(TaskRef::Text(text)) => {
                let none = match action.is_change() {
                    true => either(Text::NoneOpen, Text::NoneFinished),
                    false => Text::NoneAtAll,
                };
                words.with(none, &args!["title" => words.quoted(text)])
            }
            Some(TaskRef::Filter(_)) => {
                words.say(either(Text::NoneOpenFits, Text::NoneFinishedFits))
            }
            Some(TaskRef::Each(each)) => {
                let texts = each.iter().filter_map(|one| match one {
                    TaskRef::Text(text) => Some(&**text),
                    _ => None,
                });
                let text = either(Text::NotAllOpen, Text::NotAllFinished);
                words.with(text, &args!["titles" => words.titles(texts)])
            }
            Some(TaskRef::Focus | TaskRef::Ids(_)) | None => words.say(Text::WhichTask),
        };
        self.say(words).await;
        Reason::Question
    }
}
