//! Words into commands: the language engine with this space's names and this user's clock.

use domain::actor::Actor;
use domain::command::{Command, NewTask};
use domain::task::{ReminderAnchor, ReminderTime};
use domain::{Due, RequestId, limits};
use language::{Action, Context, Mode, Proposal};
use serde::{Deserialize, Serialize};

use crate::App;
use crate::error::{ExecuteError, QueryError};
use crate::execute::Request;
use crate::load::Surroundings;
use crate::outcome::Outcome;
use crate::view::TaskView;

/// What a text was understood as. Nothing has been done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Parsed {
    /// `add` or `any`.
    #[schema(value_type = String)]
    pub mode: Mode,
    /// The recognised pieces, in order, never overlapping.
    pub spans: Vec<SpanView>,
    /// The tasks that would be added, as they would look.
    pub tasks: Vec<TaskView>,
    /// What would be done, in the terms of the language engine; only in mode `any`.
    #[schema(value_type = Vec<Object>)]
    pub actions: Vec<Action>,
    /// What is ambiguous, with the alternatives in words.
    pub doubts: Vec<DoubtView>,
    /// The understood dates and rules said back.
    pub words: String,
}

/// A recognised piece of a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct SpanView {
    /// First UTF-16 code unit.
    pub start: usize,
    /// One past the last UTF-16 code unit.
    pub end: usize,
    /// due, rule, priority, tag, project, section, assignee, reminder, command, quote and so on.
    #[schema(value_type = String)]
    pub kind: language::SpanKind,
    /// The piece as it was written.
    pub text: String,
    /// What it means, in words.
    pub words: String,
    /// 0 to 1.
    pub confidence: f32,
}

/// Something ambiguous.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DoubtView {
    /// The question.
    pub question: String,
    /// The readings, in words.
    pub alternatives: Vec<String>,
}

impl App {
    /// What the language engine has to know about this actor and space.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn language_context(&self, actor: &Actor, mode: Mode) -> Result<Context, QueryError> {
        let around = self.surroundings(actor).await?;
        Ok(self.context(&around, mode))
    }

    /// What a text means here, without doing it.
    ///
    /// # Errors
    /// [`ExecuteError`] when the text is too long, the actor may not read or the store cannot.
    pub async fn parse(
        &self,
        actor: &Actor,
        text: &str,
        mode: Mode,
    ) -> Result<Parsed, ExecuteError> {
        let text = bounded(text)?;
        let around = self.surroundings(actor).await.map_err(as_execute)?;
        let ctx = self.context(&around, mode);
        let mut parsed = Parsed {
            mode,
            spans: Vec::new(),
            tasks: Vec::new(),
            actions: Vec::new(),
            doubts: Vec::new(),
            words: String::new(),
        };
        let mut new = Vec::new();
        match mode {
            Mode::Add => {
                for line in lines(text) {
                    let proposal = language::interpret(line.text, &ctx);
                    note(&mut parsed, &proposal, &line);
                    new.extend(drafts(proposal, line.text));
                }
            }
            Mode::Any => {
                let proposal = language::interpret(text, &ctx);
                note(&mut parsed, &proposal, &Line { text, start: 0 });
                parsed.actions.clone_from(&proposal.actions);
                new.extend(drafts(proposal, text));
            }
        }
        if !new.is_empty() && actor.scope >= domain::actor::Scope::Write {
            let preview = self.preview(actor, Command::AddTasks { tasks: new }).await;
            // A text that is all marks has no title yet; the pieces are shown all the same.
            if let Ok(outcome) = preview {
                parsed.words = echo(&outcome.tasks);
                parsed.tasks = outcome.tasks;
            }
        }
        Ok(parsed)
    }

    /// Adds what a text says: one task a line.
    ///
    /// # Errors
    /// [`ExecuteError`] when a line says no title, or as [`App::execute`].
    pub async fn add_text(
        &self,
        actor: &Actor,
        text: &str,
        request: Option<&RequestId>,
    ) -> Result<Outcome, ExecuteError> {
        let text = bounded(text)?;
        let context = self
            .language_context(actor, Mode::Add)
            .await
            .map_err(as_execute)?;
        let tasks: Vec<NewTask> = lines(text)
            .flat_map(|line| drafts(language::interpret(line.text, &context), line.text))
            .collect();
        if tasks.is_empty() {
            return Err(ExecuteError::NotUnderstood(
                "the text is empty; write what to do, for example 'pay rent on the 1st'".to_owned(),
            ));
        }
        // The same words are the same request on a later day too, when "tomorrow" is another date.
        let request = request.map(|id| Request::new(id.clone(), text.as_bytes()));
        self.execute_request(actor, Command::AddTasks { tasks }, request)
            .await
    }

    /// A due date from words such as "tomorrow 5pm", or from ISO text.
    ///
    /// # Errors
    /// [`QueryError::Invalid`] when the words name no date.
    pub async fn read_when(&self, actor: &Actor, words: &str) -> Result<Due, QueryError> {
        let context = self.language_context(actor, Mode::Add).await?;
        language::parse_when(words, &context).ok_or_else(|| QueryError::Invalid {
            parameter: "due",
            detail: format!(
                "'{words}' names no date; write 2026-12-01, 'tomorrow 5pm' or 'next friday'"
            ),
        })
    }

    /// A rule from words such as "every other tuesday", or from RFC 5545 text.
    ///
    /// # Errors
    /// [`QueryError::Invalid`] when the words name no rule.
    pub async fn read_rule(
        &self,
        actor: &Actor,
        words: &str,
    ) -> Result<language::RuleWords, QueryError> {
        let context = self.language_context(actor, Mode::Add).await?;
        language::parse_rule(words, &context).ok_or_else(|| QueryError::Invalid {
            parameter: "rule",
            detail: format!(
                "'{words}' names no rule; write 'every monday', 'every! 2 weeks' or an RRULE"
            ),
        })
    }

    /// A reminder from words such as "an hour before" or "tomorrow 9am".
    ///
    /// # Errors
    /// [`QueryError::Invalid`] when the words name no moment.
    pub async fn read_reminder(
        &self,
        actor: &Actor,
        words: &str,
    ) -> Result<ReminderTime, QueryError> {
        if let Ok(at) = words.trim().parse() {
            return Ok(ReminderTime::Absolute { at });
        }
        let context = self.language_context(actor, Mode::Add).await?;
        let (before, anchor) = before_what(words);
        let read = language::parse_reminder(before, &context);
        let read = match (read, anchor) {
            (Some(ReminderTime::Relative { minutes_before, .. }), Some(anchor)) => {
                Some(ReminderTime::Relative {
                    anchor,
                    minutes_before,
                })
            }
            (read, None) => read,
            (_, Some(_)) => None,
        };
        read.ok_or_else(|| QueryError::Invalid {
            parameter: "reminders",
            detail: format!(
                "'{words}' names no moment; write 'an hour before', 'a day before deadline' or \
                 'tomorrow 9am'"
            ),
        })
    }

    pub(crate) fn context(&self, around: &Surroundings, mode: Mode) -> Context {
        let mut context = Context::new(self.now(), around.reader.time(), &around.reader.locale);
        context.mode = mode;
        context.shared = around.space.kind == domain::space::SpaceKind::Shared;
        let directory = &around.directory;
        context.projects = directory
            .projects
            .iter()
            .map(|project| project.name.clone())
            .collect();
        context.sections = directory
            .sections
            .iter()
            .map(|section| section.name.clone())
            .collect();
        context.tags = directory.tags.iter().map(|tag| tag.name.clone()).collect();
        context.members = directory
            .members
            .iter()
            .map(|member| language::Member {
                id: member.user,
                name: member.name.clone(),
            })
            .collect();
        context
    }
}

/// One line of a text and where it starts, in UTF-16 code units.
struct Line<'a> {
    text: &'a str,
    start: usize,
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split('\n').filter_map(move |raw| {
        let lead = raw.len() - raw.trim_start().len();
        let line = Line {
            text: raw.trim(),
            start: start + utf16(&raw[..lead]),
        };
        start += utf16(raw) + 1;
        (!line.text.is_empty()).then_some(line)
    })
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

fn note(parsed: &mut Parsed, proposal: &Proposal, line: &Line<'_>) {
    let units: Vec<u16> = line.text.encode_utf16().collect();
    parsed.spans.extend(proposal.spans.iter().map(|span| {
        SpanView {
            start: line.start + span.start,
            end: line.start + span.end,
            kind: span.kind,
            text: units
                .get(span.start..span.end)
                .map(String::from_utf16_lossy)
                .unwrap_or_default(),
            words: span.value.clone(),
            confidence: span.confidence,
        }
    }));
    parsed
        .doubts
        .extend(proposal.doubts.iter().map(|doubt| DoubtView {
            question: doubt.question.clone(),
            alternatives: doubt.alternatives.clone(),
        }));
}

fn drafts(proposal: Proposal, text: &str) -> impl Iterator<Item = NewTask> + use<> {
    let text = text.to_owned();
    proposal
        .actions
        .into_iter()
        .filter_map(|action| match action {
            Action::Create { drafts } => Some(drafts),
            _ => None,
        })
        .flatten()
        .map(move |draft| NewTask {
            source_text: Some(text.clone()),
            ..draft.task
        })
}

/// Dates and rules said back, a sentence a task.
fn echo(tasks: &[TaskView]) -> String {
    let sentences = tasks.iter().filter_map(|task| {
        let due = task.due_words.as_ref()?;
        Some(match &task.rule {
            None => format!("Due {due}."),
            Some(rule) => format!("Due {due}, {}.", rule.words),
        })
    });
    sentences.collect::<Vec<_>>().join(" ")
}

fn bounded(text: &str) -> Result<&str, ExecuteError> {
    let length = text.chars().count();
    if length > limits::TEXT_CHARS {
        return Err(ExecuteError::NotUnderstood(format!(
            "the text has {length} characters; at most {} are read at once",
            limits::TEXT_CHARS
        )));
    }
    Ok(text)
}

pub(crate) fn as_execute(error: QueryError) -> ExecuteError {
    match error {
        QueryError::Forbidden(error) => ExecuteError::Forbidden(error),
        QueryError::Filter(error) => ExecuteError::Filter(error),
        QueryError::Store(error) => ExecuteError::Store(error),
        other => ExecuteError::NotUnderstood(other.to_string()),
    }
}

/// Words such as "an hour before" without the date that they count from, where they name one.
fn before_what(words: &str) -> (&str, Option<ReminderAnchor>) {
    let anchors = [
        ("start", ReminderAnchor::Start),
        ("deadline", ReminderAnchor::Deadline),
        ("due", ReminderAnchor::Due),
    ];
    let found = anchors.into_iter().find_map(|(name, anchor)| {
        let rest = words.trim_end().strip_suffix(name)?.trim_end();
        let rest = rest.strip_suffix("the").map_or(rest, str::trim_end);
        rest.ends_with("before").then_some((rest, Some(anchor)))
    });
    found.unwrap_or((words, None))
}
