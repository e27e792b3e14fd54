//! Runs what was understood: every change is a tool call.

use app::view::TaskView;
use domain::TaskId;
use domain::command::NewTask;
use domain::limits::COMMAND_TASKS;
use language::{Action, Context, TaskRef};
use serde_json::{Value, json};

use super::arguments;
use super::client::{Called, Question};
use super::event::{AgentEvent, Confirm, Reason, card};
use super::find::Found;
use super::organize::ORGANIZE;
use super::receipt::Verb;
use super::session::{Session, Trouble};
use super::state::{Asked, Held};
use super::text::{Text, Words, args};
use super::{plan, say};

/// Rows of one call of `update_tasks`.
const UPDATES: usize = 50;

/// Tasks that a question counts at most.
const PAGE: usize = 200;

/// An action with the tasks that it means.
struct Step {
    action: Action,
    tasks: Vec<TaskView>,
}

impl Session {
    /// Runs all actions in order, or none: first it is made sure that every one is clear.
    pub(super) async fn act(
        &mut self,
        ctx: &Context,
        actions: Vec<Action>,
        asked: &Asked,
    ) -> Result<Reason, Trouble> {
        let actions = together(actions);
        let mut steps = Vec::with_capacity(actions.len());
        for (index, action) in actions.iter().enumerate() {
            let mut tasks = Vec::new();
            // A question may be about several tasks, and about finished ones.
            if action.tasks().is_some() && action.is_change() {
                match self.find(ctx, action).await? {
                    Found::Tasks(found) if action.is_for_one() && found.len() > 1 => {
                        let mut rest = actions.clone();
                        let action = rest.remove(index);
                        return self.ask_which(action, found, rest).await;
                    }
                    Found::Tasks(found) => tasks = found,
                    Found::Ambiguous(tasks) => {
                        let mut rest = actions.clone();
                        let action = rest.remove(index);
                        return self.ask_which(action, tasks, rest).await;
                    }
                    Found::Partly(partly) if partly.missing.is_empty() => {
                        let mut rest = actions.clone();
                        let action = rest.remove(index);
                        // With the choice, all of them are meant.
                        rest.insert(0, action.clone().on(TaskRef::Ids(partly.clear)));
                        return self.ask_which(action, partly.choices, rest).await;
                    }
                    Found::Partly(partly) => return self.say_partly(action, partly).await,
                    Found::Missing => return Ok(self.say_missing(action).await),
                    Found::TooMany => {
                        let words = self
                            .words
                            .with(Text::TooMany, &args!["limit" => COMMAND_TASKS]);
                        self.say(words).await;
                        return Ok(Reason::Question);
                    }
                }
            }
            steps.push(Step {
                action: action.clone(),
                tasks,
            });
        }
        let mut reason = Reason::Done;
        for step in deleted_at_once(steps) {
            let ended = self.step(ctx, step, asked).await?;
            if ended != Reason::Done {
                reason = ended;
            }
        }
        Ok(reason)
    }

    async fn step(&mut self, ctx: &Context, step: Step, asked: &Asked) -> Result<Reason, Trouble> {
        let Step { action, tasks } = step;
        let ids = || tasks.iter().map(|task| task.id).collect::<Vec<_>>();
        match &action {
            Action::Create { drafts } => {
                let rows: Vec<_> = drafts
                    .iter()
                    .map(|draft| arguments::new_task(&draft.task))
                    .collect();
                self.change("add_tasks", json!({ "tasks": rows }), Verb::Added, ctx)
                    .await
            }
            Action::AddMissing { drafts } => self.add_missing(ctx, drafts).await,
            Action::AddSubtasks { drafts, .. } => {
                let parent = tasks.first().map(|task| TaskId::new(task.id));
                let rows: Vec<_> = drafts
                    .iter()
                    .map(|draft| {
                        let task = draft.task.clone();
                        arguments::new_task(&NewTask { parent, ..task })
                    })
                    .collect();
                self.change("add_tasks", json!({ "tasks": rows }), Verb::Added, ctx)
                    .await
            }
            Action::Complete { .. } => {
                let args = json!({ "tasks": rows(&tasks, None) });
                self.change("complete_tasks", args, Verb::Completed, ctx)
                    .await
            }
            Action::Skip { .. } => {
                let args = json!({ "tasks": rows(&tasks, Some("skipped")) });
                self.change("complete_tasks", args, Verb::Skipped, ctx)
                    .await
            }
            Action::Reopen { .. } => {
                self.change("reopen_tasks", json!({ "ids": ids() }), Verb::Reopened, ctx)
                    .await
            }
            Action::Reschedule { to, span, .. } => {
                let to = arguments::destination(to);
                let args = json!({ "ids": ids(), "to": to, "scope": span });
                self.change("reschedule_tasks", args, Verb::Moved, ctx)
                    .await
            }
            Action::Update { fields, .. } => {
                let mut reason = Reason::Done;
                for some in tasks.chunks(UPDATES) {
                    let rows: Vec<_> = some
                        .iter()
                        .map(|task| arguments::changes(task.id, fields))
                        .collect();
                    let args = json!({ "changes": rows });
                    reason = self
                        .change("update_tasks", args, Verb::Changed, ctx)
                        .await?;
                }
                Ok(reason)
            }
            Action::Delete { span, .. } => {
                let args = json!({ "ids": ids(), "scope": span });
                self.change("delete_tasks", args, Verb::Deleted, ctx).await
            }
            Action::Snooze { until, .. } => {
                let args = json!({ "ids": ids(), "until": until.to_string() });
                self.change("snooze_reminders", args, Verb::Snoozed, ctx)
                    .await
            }
            Action::Organize(organize) => self.organize(arguments::organize(organize)).await,
            Action::Undo => self.undo().await,
            Action::List { question } => {
                self.list(ctx, question).await?;
                Ok(Reason::Done)
            }
            Action::WhetherDone { .. } => {
                self.whether_done(ctx, &action).await?;
                Ok(Reason::Done)
            }
            Action::Agenda { question } => {
                self.agenda(ctx, question).await?;
                Ok(Reason::Done)
            }
            Action::Confirm => self.accept_next(asked.held.clone(), ctx).await,
            Action::ConfirmAll => self.accept_all(asked.held.clone(), ctx).await,
            Action::Reject => {
                self.say(self.words.say(Text::Rejected)).await;
                Ok(Reason::Done)
            }
        }
    }

    /// A yes or a no by a button.
    pub(super) async fn confirmed(&mut self, token: &str, yes: bool) -> Result<Reason, Trouble> {
        let ctx = self
            .app
            .language_context(&self.actor, language::Mode::Any)
            .await?;
        self.words = Words::of(&ctx.locale);
        let held = self.state.take_questions().held;
        let (mut answered, others): (Vec<_>, Vec<_>) =
            held.into_iter().partition(|held| held.token == token);
        // A button answers its own question; the others still wait.
        self.wait_for(others);
        let held = answered.pop();
        if held.is_some() && !yes {
            self.say(self.words.say(Text::Rejected)).await;
            return Ok(Reason::Done);
        }
        self.accept(held, &ctx).await
    }

    /// A yes in words: it answers the question that was asked first, and the next is asked again.
    async fn accept_next(&mut self, mut held: Vec<Held>, ctx: &Context) -> Result<Reason, Trouble> {
        let first = (!held.is_empty()).then(|| held.remove(0));
        let next = held.first().map(|held| held.words.clone());
        self.wait_for(held);
        let reason = self.accept(first, ctx).await?;
        let Some(next) = next else { return Ok(reason) };
        self.say(next).await;
        Ok(Reason::Confirmation)
    }

    /// "yes to all": every question, in the order asked.
    async fn accept_all(&mut self, held: Vec<Held>, ctx: &Context) -> Result<Reason, Trouble> {
        if held.is_empty() {
            return self.accept(None, ctx).await;
        }
        let mut reason = Reason::Done;
        for one in held {
            let ended = self.accept(Some(one), ctx).await?;
            if ended != Reason::Done {
                reason = ended;
            }
        }
        Ok(reason)
    }

    /// Puts back what still waits for a yes, before what is asked now.
    fn wait_for(&mut self, held: Vec<Held>) {
        if !held.is_empty() {
            // So that "yes" is an answer.
            self.state.language.pending = vec![Action::Confirm];
            self.state.held = held;
        }
    }

    async fn accept(&mut self, held: Option<Held>, ctx: &Context) -> Result<Reason, Trouble> {
        let Some(Held {
            tool,
            args,
            token,
            is_plan,
            ..
        }) = held
        else {
            self.say(self.words.say(Text::Passed)).await;
            return Ok(Reason::Done);
        };
        let mut yes = Some(token);
        if let Some(token) = yes.take_if(|_| is_plan) {
            let subject = plan::subject(&tool, &args);
            let taken = self.app.take_confirmation(&self.actor, &token, &subject);
            if let Err(error) = taken.await {
                self.say(say::sentence(&error.to_string())).await;
                return Ok(Reason::Done);
            }
        }
        match self.request(&tool, args.clone(), yes).await? {
            Called::Done(result) if !result.is_error => {
                self.tell(&tool, &args, &result, ctx).await?;
                Ok(Reason::Done)
            }
            other => self.told(other, &tool, args, Verb::Changed, ctx).await,
        }
    }

    /// Calls a changing tool and tells what it did.
    pub(super) async fn change(
        &mut self,
        tool: &str,
        args: Value,
        verb: Verb,
        ctx: &Context,
    ) -> Result<Reason, Trouble> {
        let called = self.request(tool, args.clone(), None).await?;
        self.told(called, tool, args, verb, ctx).await
    }

    /// Tells what a call did, or asks what it asks.
    async fn told(
        &mut self,
        called: Called,
        tool: &str,
        args: Value,
        verb: Verb,
        ctx: &Context,
    ) -> Result<Reason, Trouble> {
        match called {
            Called::Asks(question) => self.hold(tool, args, question).await,
            Called::Done(result) if result.is_error => {
                self.say(say::sentence(&result.summary)).await;
                Ok(Reason::Done)
            }
            Called::Done(result) => {
                self.receipt(verb, &result, ctx).await?;
                Ok(Reason::Done)
            }
        }
    }

    /// Asks for a yes; the call waits for it.
    pub(super) async fn hold(
        &mut self,
        tool: &str,
        args: Value,
        question: Question,
    ) -> Result<Reason, Trouble> {
        let Question {
            words,
            count,
            tasks,
            state,
            is_plan,
        } = question;
        let sample = self.views(&tasks).await?;
        let words = match is_plan {
            true => words,
            false => asked(self.words, tool, &args, count).unwrap_or(words),
        };
        let mut said = words.clone();
        if count > 0 && matches!(tool, "delete_tasks" | ORGANIZE) {
            said = format!(
                "{words} {}",
                say::kept(self.words, count, self.app.trash_days())
            );
        }
        self.say(said).await;
        // So that "yes" is an answer.
        self.state.language.pending = vec![Action::Confirm];
        self.state.held.push(Held {
            tool: tool.to_owned(),
            args,
            token: state.clone(),
            is_plan,
            words: words.clone(),
        });
        self.show(AgentEvent::Confirm(Confirm {
            token: state,
            words,
            count,
            sample: sample.iter().map(card).collect(),
        }))
        .await;
        Ok(Reason::Confirmation)
    }

    /// Takes back the last change of this conversation, else the user's last.
    async fn undo(&mut self) -> Result<Reason, Trouble> {
        let turn = self.state.turns.pop();
        let args = turn.map_or_else(|| json!({}), |turn| json!({ "turn_id": turn }));
        let result = self.call("undo", args).await?;
        if result.is_error {
            let words = match turn {
                Some(_) => self.words.say(Text::UndoneAlready),
                None => say::sentence(&result.summary),
            };
            self.say(words).await;
            return Ok(Reason::Done);
        }
        self.undone(&result).await?;
        Ok(Reason::Done)
    }
}

/// What a tool asks, in the person's language; `None` where only its own words say it.
fn asked(words: Words, tool: &str, args: &Value, count: usize) -> Option<String> {
    match tool {
        "delete_tasks" => Some(words.with(Text::AskDelete, &args!["count" => count])),
        // A page of tasks may not be all of them.
        ORGANIZE if count < PAGE => {
            let name = words.quoted(args["name"].as_str()?);
            let args = args!["name" => name, "count" => count];
            Some(words.with(Text::AskDeleteProjectTasks, &args))
        }
        _ => None,
    }
}

/// The actions, where the same is to happen to tasks that are known as one: a choice and what was
/// clear beside it, so that deleting both asks first.
fn together(actions: Vec<Action>) -> Vec<Action> {
    let mut all: Vec<Action> = Vec::with_capacity(actions.len());
    for action in actions {
        if let Some(TaskRef::Ids(more)) = action.tasks()
            && let Some(before) = all.last_mut()
            && let Some(TaskRef::Ids(ids)) = before.tasks()
            && before.clone().on(TaskRef::Ids(more.clone())) == action
        {
            let new = more.iter().filter(|id| !ids.contains(id));
            let ids = ids.iter().chain(new).copied().collect();
            *before = before.clone().on(TaskRef::Ids(ids));
            continue;
        }
        all.push(action);
    }
    all
}

/// The steps, with all that is deleted in the first of them that deletes: several are asked about,
/// however they were named.
fn deleted_at_once(steps: Vec<Step>) -> Vec<Step> {
    let mut all: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        let scope = |action: &Action| match action {
            Action::Delete { span, .. } => Some(*span),
            _ => None,
        };
        let own = scope(&step.action);
        let before = all
            .iter_mut()
            .find(|before| own.is_some() && scope(&before.action) == own);
        match before {
            Some(before) => {
                let known: Vec<_> = before.tasks.iter().map(|task| task.id).collect();
                let new = step.tasks.into_iter();
                before
                    .tasks
                    .extend(new.filter(|task| !known.contains(&task.id)));
            }
            None => all.push(step),
        }
    }
    all
}

/// Rows of `complete_tasks`.
fn rows(tasks: &[TaskView], outcome: Option<&str>) -> Vec<Value> {
    let row = |task: &TaskView| match outcome {
        Some(outcome) => json!({ "id": task.id, "outcome": outcome }),
        None => json!({ "id": task.id }),
    };
    tasks.iter().map(row).collect()
}
