//! Which tasks an action means.

use app::view::TaskView;
use app::{ListTasks, QueryError, TaskKey, TaskSet};
use domain::TaskId;
use domain::limits::COMMAND_TASKS;
use language::{Action, Candidate, Context, Question, Resolution, StatusFilter, TaskRef};

use super::session::{Session, Trouble};

/// What an action's words for tasks mean.
pub(super) enum Found {
    /// These.
    Tasks(Vec<TaskView>),
    /// One of these; ask.
    Ambiguous(Vec<TaskView>),
    /// Of several names in a row not every one is clear.
    Partly(Partly),
    /// None.
    Missing,
    /// More than one command may change.
    TooMany,
}

/// What became of the names in a row: "milk, the bread and the dentist".
pub(super) struct Partly {
    /// Those that are clear.
    pub(super) clear: Vec<TaskId>,
    /// What the first unclear one may mean; empty where only names are missing.
    pub(super) choices: Vec<TaskView>,
    /// Names that fit no task.
    pub(super) missing: Vec<String>,
}

impl Session {
    /// The tasks that `action` means.
    pub(super) async fn find(&self, ctx: &Context, action: &Action) -> Result<Found, Trouble> {
        let Some(reference) = action.tasks() else {
            return Ok(Found::Missing);
        };
        let Some(candidates) = self.candidates(action, reference).await? else {
            return Ok(Found::TooMany);
        };
        let ids = match language::resolve(action, &candidates, ctx) {
            Resolution::Tasks(ids) if self.is_plain_it(ctx, reference, ids.len()) => {
                return self.views(&ids).await.map(Found::Ambiguous);
            }
            Resolution::Tasks(ids) => ids,
            unclear => {
                if let Some(partly) = self.partly(ctx, action, reference, &candidates).await? {
                    return Ok(Found::Partly(partly));
                }
                return match unclear {
                    Resolution::Ambiguous(ids) => self.views(&ids).await.map(Found::Ambiguous),
                    _ => Ok(Found::Missing),
                };
            }
        };
        if ids.len() > COMMAND_TASKS {
            return Ok(Found::TooMany);
        }
        let tasks = self.views(&ids).await?;
        Ok(if tasks.is_empty() {
            Found::Missing
        } else {
            Found::Tasks(tasks)
        })
    }

    /// Names in a row, each by itself; `None` where the words are no row, or none of them is clear.
    async fn partly(
        &self,
        ctx: &Context,
        action: &Action,
        reference: &TaskRef,
        candidates: &[Candidate],
    ) -> Result<Option<Partly>, Trouble> {
        let TaskRef::Text(text) = reference else {
            return Ok(None);
        };
        let (mut clear, mut choices, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        for name in language::names_in_a_row(text, ctx) {
            let one = action.clone().on(TaskRef::Text(name.clone()));
            match language::resolve(&one, candidates, ctx) {
                Resolution::Tasks(ids) => clear.extend(ids),
                Resolution::Ambiguous(ids) if choices.is_empty() => choices = ids,
                // A second unclear name: the first is asked about, and this one said again.
                Resolution::Ambiguous(_) | Resolution::None => missing.push(name),
            }
        }
        if clear.is_empty() {
            return Ok(None);
        }
        let choices = self.views(&choices).await?;
        Ok(Some(Partly {
            clear,
            choices,
            missing,
        }))
    }

    /// Whether "it" was said while several tasks were spoken about: never a leave to change all.
    fn is_plain_it(&self, ctx: &Context, reference: &TaskRef, count: usize) -> bool {
        let is_focus = matches!(reference, TaskRef::Focus) && ctx.conversation.focus.len() > 1;
        count > 1 && is_focus && !language::speaks_of_several(&self.message, ctx)
    }

    pub(super) async fn views(&self, ids: &[TaskId]) -> Result<Vec<TaskView>, Trouble> {
        Ok(self.app.tasks_by_id(&self.actor, ids).await?)
    }

    /// The tasks that the reference may mean; `None` when there are too many.
    async fn candidates(
        &self,
        action: &Action,
        reference: &TaskRef,
    ) -> Result<Option<Vec<Candidate>>, Trouble> {
        let mut found: Vec<Candidate> = Vec::new();
        for part in parts(reference) {
            let more = match part {
                TaskRef::Number(number) => self.numbered(*number).await?,
                TaskRef::Filter(question) => match self.matching(action, question).await? {
                    Some(more) => more,
                    None => return Ok(None),
                },
                TaskRef::Text(_) => self.worded(action, part).await?,
                TaskRef::Focus | TaskRef::Ordinal(_) | TaskRef::Ids(_) | TaskRef::Each(_) => {
                    Vec::new()
                }
            };
            for candidate in more {
                if found.iter().all(|known| known.id != candidate.id) {
                    found.push(candidate);
                }
            }
        }
        Ok(Some(found))
    }

    async fn numbered(&self, number: i64) -> Result<Vec<Candidate>, Trouble> {
        match self.app.task(&self.actor, TaskKey::Number(number)).await {
            Ok(task) => self.candidates_of(&[task]).await,
            Err(QueryError::NotFound { .. }) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }

    async fn worded(&self, action: &Action, part: &TaskRef) -> Result<Vec<Candidate>, Trouble> {
        let mut found = Vec::new();
        for words in language::search_words(part) {
            found.extend(self.app.candidates(&self.actor, &words).await?);
        }
        let asks = matches!(action, Action::WhetherDone { .. });
        if asks && found.is_empty() {
            for set in [TaskSet::Open, TaskSet::Done] {
                found.extend(self.latest(set).await?);
            }
        } else if asks {
            return Ok(found);
        }
        let reopens = matches!(action, Action::Reopen { .. });
        if reopens {
            for set in [TaskSet::Done, TaskSet::Trash] {
                found.extend(self.latest(set).await?);
            }
        } else if found.iter().all(|candidate| !candidate.status.is_open()) {
            // Words may be misspelt, so search alone does not decide that there is none.
            found.extend(self.latest(TaskSet::Open).await?);
        }
        Ok(found)
    }

    async fn latest(&self, set: TaskSet) -> Result<Vec<Candidate>, Trouble> {
        let list = ListTasks {
            set,
            sort: Some("-created".to_owned()),
            limit: 200,
            ..ListTasks::default()
        };
        let page = self.app.tasks(&self.actor, &list).await?;
        self.candidates_of(&page.tasks).await
    }

    async fn matching(
        &self,
        action: &Action,
        question: &Question,
    ) -> Result<Option<Vec<Candidate>>, Trouble> {
        let mut list = super::listing::query(question);
        if matches!(action, Action::Reopen { .. }) && question.status == StatusFilter::Open {
            list.set = TaskSet::Done;
        }
        list.limit = 200;
        let mut tasks = Vec::new();
        loop {
            let page = self.app.tasks(&self.actor, &list).await?;
            tasks.extend(page.tasks);
            if tasks.len() > COMMAND_TASKS {
                return Ok(None);
            }
            match page.next_cursor {
                Some(cursor) => list.cursor = Some(cursor),
                None => break,
            }
        }
        if let Some(limit) = question.limit {
            tasks.truncate(limit as usize);
        }
        self.candidates_of(&tasks).await.map(Some)
    }

    /// Tasks as candidates. What is in the trash counts as done: it can come back.
    async fn candidates_of(&self, tasks: &[TaskView]) -> Result<Vec<Candidate>, Trouble> {
        let ids: Vec<_> = tasks.iter().map(|task| TaskId::new(task.id)).collect();
        let mut candidates = self.app.candidates_by_id(&self.actor, &ids).await?;
        for task in tasks.iter().filter(|task| task.deleted_at.is_some()) {
            let same = candidates
                .iter_mut()
                .find(|candidate| candidate.id.uuid() == task.id);
            if let Some(candidate) = same {
                candidate.status = domain::Status::Done;
            }
        }
        Ok(candidates)
    }
}

fn parts(reference: &TaskRef) -> Vec<&TaskRef> {
    match reference {
        TaskRef::Each(each) => each.iter().flat_map(parts).collect(),
        one => vec![one],
    }
}
