//! `saydo edit`: changes fields of a task.

mod others;

use clap::Args;
use serde_json::{Map, Value, json};

use crate::backend::view::Rule;
use crate::print;
use crate::problem::Problem;

use super::Session;

/// Change a task. An empty value clears the field: --due ''.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  saydo edit 12 --due 'friday 5pm' --priority high
  saydo edit rent --add-tag home --rule 'every month on the 1st'
  saydo edit 12 --due ''
  saydo edit 12 --due 'next monday' --series
  saydo edit paint --blocked-by 'buy paint' --tick brushes")]
pub(super) struct Edit {
    /// Its number, or words of its title.
    #[arg(value_name = "TASK")]
    task: String,
    /// A new title.
    #[arg(long)]
    title: Option<String>,
    /// New notes, in Markdown.
    #[arg(long)]
    notes: Option<String>,
    /// When it is due, in words or as 2026-12-01 or 2026-12-01T09:00.
    #[arg(long)]
    due: Option<String>,
    /// Hidden until then.
    #[arg(long)]
    start: Option<String>,
    /// A hard date.
    #[arg(long)]
    deadline: Option<String>,
    /// What repeats, in words or as an RRULE.
    #[arg(long)]
    rule: Option<String>,
    /// none, low, medium, high or urgent; also p4 to p1.
    #[arg(long)]
    priority: Option<String>,
    /// open, in_progress, waiting, done or cancelled.
    #[arg(long, value_parser = ["open", "in_progress", "waiting", "done", "cancelled"])]
    status: Option<String>,
    /// The project it belongs to.
    #[arg(long)]
    project: Option<String>,
    /// The section of that project.
    #[arg(long)]
    section: Option<String>,
    /// Minutes it takes.
    #[arg(long, value_name = "MINUTES")]
    duration: Option<String>,
    /// A tag to add.
    #[arg(long, value_name = "TAG")]
    add_tag: Vec<String>,
    /// A tag to take off.
    #[arg(long, value_name = "TAG")]
    remove_tag: Vec<String>,
    /// When to remind, in words or minutes before; several are allowed, '' removes all.
    #[arg(long, value_name = "WHEN")]
    remind: Vec<String>,
    /// A line of the checklist; all of them are given, '' removes all.
    #[arg(long, value_name = "LINE")]
    checklist: Vec<String>,
    /// What a recurring task does about dates that were missed: jump over them, or take each.
    #[arg(long, value_parser = ["jump", "each"])]
    catch_up: Option<String>,
    /// Of a recurring task, change only this occurrence.
    #[arg(long, conflicts_with = "series")]
    this: bool,
    /// Move the whole series to the new due, not only this occurrence.
    #[arg(long, requires = "due")]
    series: bool,
    #[command(flatten)]
    others: others::Others,
}

impl Edit {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let (words, others) = (self.task.clone(), self.others.clone());
        let (catch_up, has_rule) = (self.catch_up.clone(), self.rule.is_some());
        let (due, series) = (self.due.clone(), self.series);
        let mut fields = self.fields()?;
        if fields.is_empty() && others.is_empty() && catch_up.is_none() {
            return Err(Problem::usage("say what to change; `saydo edit --help` lists it").into());
        }
        if series && (fields.len() > 1 || !others.is_empty()) {
            let text = "--series moves all dates and goes with --due alone";
            return Err(Problem::usage(text).into());
        }
        let backend = session.backend().await?;
        let task = backend.resolve(&words).await?;
        let outcome = if series {
            backend.move_series(&task.id, due.as_deref()).await?
        } else {
            others.add_to(&mut fields, &task, &backend).await?;
            if let Some(catch_up) = catch_up {
                let rule = if has_rule { None } else { task.rule.as_ref() };
                fields.insert("rule".to_owned(), catching_up(rule, &catch_up, &fields)?);
            }
            backend.edit(&task.id, Value::Object(fields)).await?
        };
        print::change(&outcome, session.json)
    }

    fn fields(self) -> anyhow::Result<Map<String, Value>> {
        let mut fields = Map::new();
        if let Some(title) = self.title {
            fields.insert("title".to_owned(), title.into());
        }
        if let Some(status) = self.status {
            fields.insert("status".to_owned(), status.into());
        }
        let priority = match &self.priority {
            Some(text) => Some(known_priority(text)?),
            None => None,
        };
        let clearable = [
            ("notes", self.notes),
            ("due", self.due),
            ("start", self.start),
            ("deadline", self.deadline),
            ("rule", self.rule),
            ("priority", priority),
            ("project", self.project),
            ("section", self.section),
        ];
        for (name, value) in clearable {
            if let Some(value) = value {
                let value = if value.is_empty() {
                    Value::Null
                } else {
                    value.into()
                };
                fields.insert(name.to_owned(), value);
            }
        }
        if let Some(minutes) = self.duration {
            let value = match minutes.as_str() {
                "" => Value::Null,
                text => text
                    .parse::<u32>()
                    .map_err(|_| Problem::usage(format!("'{text}' is no number of minutes")))?
                    .into(),
            };
            fields.insert("duration_minutes".to_owned(), value);
        }
        for (name, tags) in [("add_tags", self.add_tag), ("remove_tags", self.remove_tag)] {
            if !tags.is_empty() {
                let plain = tags.iter().map(|tag| tag.trim_start_matches('#'));
                fields.insert(name.to_owned(), plain.collect::<Vec<_>>().into());
            }
        }
        if !self.remind.is_empty() {
            let reminders = self.remind.iter().filter(|text| !text.is_empty());
            let reminder = |text: &String| match text.parse::<i32>() {
                Ok(minutes) => json!(minutes),
                Err(_) => json!(text),
            };
            fields.insert("reminders".to_owned(), reminders.map(reminder).collect());
        }
        if !self.checklist.is_empty() {
            let lines = self.checklist.iter().filter(|line| !line.is_empty());
            fields.insert("checklist".to_owned(), lines.cloned().collect());
        }
        if self.this && !fields.is_empty() {
            fields.insert("scope".to_owned(), "this".into());
        }
        Ok(fields)
    }
}

/// The rule that the task has, or is about to get, with another way to catch up.
fn catching_up(
    rule: Option<&Rule>,
    catch_up: &str,
    fields: &Map<String, Value>,
) -> Result<Value, Problem> {
    match (rule, fields.get("rule").and_then(Value::as_str)) {
        (Some(rule), _) => Ok(json!({
            "rrule": rule.rrule,
            "mode": rule.mode,
            "overflow": rule.overflow,
            "catch_up": catch_up,
        })),
        (None, Some(text)) => Ok(json!({ "words": text, "catch_up": catch_up })),
        (None, None) => Err(Problem::usage(
            "this task does not repeat; --catch-up goes with a rule",
        )),
    }
}

fn known_priority(text: &str) -> Result<String, Problem> {
    crate::import::priority(text)
        .map(str::to_owned)
        .ok_or_else(|| {
            let remedy = "write none, low, medium, high or urgent";
            Problem::usage(format!("'{text}' is no priority; {remedy}"))
        })
}
