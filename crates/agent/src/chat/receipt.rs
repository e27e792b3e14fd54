//! Receipts: what a tool call has changed, told from its result and from nothing else.

use app::view::TaskView;
use domain::{ChangeId, Priority};
use language::Context;
use serde_json::Value;

use super::event::{AgentEvent, Diff, Receipt, card};
use super::listing::ids;
use super::organize::ORGANIZE;
use super::session::{Session, Trouble};
use super::text::{Text, Words, args};
use crate::tools::{FieldChange, ToolResult, instant_words, slot_words};

/// Tasks of one card.
const CARDS: usize = 20;

/// What a call did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Added,
    Completed,
    Skipped,
    Reopened,
    Moved,
    Changed,
    Deleted,
    Snoozed,
}

impl Verb {
    /// What a tool does.
    fn of(tool: &str) -> Self {
        match tool {
            "add_tasks" => Self::Added,
            "complete_tasks" => Self::Completed,
            "reopen_tasks" => Self::Reopened,
            "reschedule_tasks" => Self::Moved,
            "delete_tasks" => Self::Deleted,
            "snooze_reminders" => Self::Snoozed,
            _ => Self::Changed,
        }
    }
}

impl Session {
    /// Tells what any changing tool did.
    pub(super) async fn tell(
        &mut self,
        tool: &str,
        args: &Value,
        result: &ToolResult,
        ctx: &Context,
    ) -> Result<(), Trouble> {
        match tool {
            "undo" => self.undone(result).await,
            ORGANIZE => {
                self.organized(args, result).await;
                Ok(())
            }
            _ => self.receipt(Verb::of(tool), result, ctx).await,
        }
    }

    /// Tells what a call did, by a sentence and a card with undo.
    pub(super) async fn receipt(
        &mut self,
        verb: Verb,
        result: &ToolResult,
        ctx: &Context,
    ) -> Result<(), Trouble> {
        let ids = ids(&result.structured["tasks"]);
        let tasks = self.views(&ids).await?;
        let changes: Vec<FieldChange> =
            serde_json::from_value(result.structured["changes"].clone()).unwrap_or_default();
        let change = change_id(result);
        let mut words = match change {
            Some(_) => words(verb, &tasks, &changes, ctx),
            None => unchanged(self.words, verb, &tasks),
        };
        if verb == Verb::Added
            && let Some(part) = self.part_of(&tasks).await?
        {
            words.push_str(&format!(" {part}"));
        }
        let is_in_trash = tasks.iter().all(|task| task.deleted_at.is_some());
        if verb == Verb::Deleted && change.is_some() && is_in_trash {
            let kept = super::say::kept(self.words, tasks.len(), self.app.trash_days());
            words.push_str(&format!(" {kept}"));
        }
        for note in result.structured["notes"].as_array().into_iter().flatten() {
            words.push_str(&format!(
                " {}",
                super::say::sentence(note.as_str().unwrap_or_default())
            ));
        }
        for failure in result.structured["failures"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let error = failure["error"].as_str().unwrap_or_default();
            words.push_str(&format!(" {}", super::say::sentence(error)));
        }
        self.say(words.clone()).await;
        // What was deleted too: "put it back" means it.
        self.state.focus_on(
            tasks
                .iter()
                .map(|task| domain::TaskId::new(task.id))
                .collect(),
        );
        let Some(change_id) = change else {
            return Ok(());
        };
        self.state.note_turn(self.turn.id);
        let diffs = changes.into_iter().map(diff).collect();
        let tasks = tasks.iter().take(CARDS).map(card).collect();
        self.show(AgentEvent::Receipt(Receipt {
            change_id,
            words,
            tasks,
            diffs,
        }))
        .await;
        Ok(())
    }

    /// "It is part of "Groceries"." of new subtasks.
    async fn part_of(&self, tasks: &[TaskView]) -> Result<Option<String>, Trouble> {
        let Some(parent) = tasks.first().and_then(|task| task.parent_id) else {
            return Ok(None);
        };
        let parent = self.views(&[domain::TaskId::new(parent)]).await?;
        Ok(parent.first().map(|parent| {
            let parent = self.words.quoted(&parent.title);
            let facts = args!["count" => tasks.len(), "parent" => parent];
            self.words.with(Text::PartOf, &facts)
        }))
    }

    /// Tells what an undo took back.
    pub(super) async fn undone(&mut self, result: &ToolResult) -> Result<(), Trouble> {
        let tasks = self.views(&ids(&result.structured["tasks"])).await?;
        let (gone, back): (Vec<_>, Vec<_>) = tasks
            .iter()
            .cloned()
            .partition(|task| task.deleted_at.is_some());
        let mut words = self.words.say(Text::Undone);
        if tasks.is_empty() {
            words.push_str(&format!(" {}", self.words.say(Text::UndoneNoTasks)));
        }
        for (some, text) in [(&back, Text::BackAsItWas), (&gone, Text::InTrash)] {
            if !some.is_empty() {
                let names = titles(self.words, some);
                let facts = args!["count" => some.len(), "names" => names];
                words.push_str(&format!(" {}", self.words.with(text, &facts)));
            }
        }
        let conflicts = result.structured["conflicts"].as_array();
        for conflict in conflicts.into_iter().flatten() {
            let text = conflict["words"].as_str().unwrap_or_default();
            words.push_str(&format!(" {}", super::say::sentence(text)));
        }
        self.say(words.clone()).await;
        self.state.focus_on(
            back.iter()
                .map(|task| domain::TaskId::new(task.id))
                .collect(),
        );
        if let Some(change_id) = change_id(result) {
            let tasks = tasks.iter().take(CARDS).map(card).collect();
            let receipt = Receipt {
                change_id,
                words,
                tasks,
                diffs: Vec::new(),
            };
            self.show(AgentEvent::Receipt(receipt)).await;
        }
        Ok(())
    }
}

/// The change that a call has made; `None` where nothing had to change.
pub(super) fn change_id(result: &ToolResult) -> Option<ChangeId> {
    result.structured["change_id"].as_str()?.parse().ok()
}

fn diff(change: FieldChange) -> Diff {
    Diff {
        task: change.id,
        title: change.title,
        field: change.field,
        before_words: change.from,
        after_words: change.to,
    }
}

fn titles(words: Words, tasks: &[TaskView]) -> String {
    words.titles(tasks.iter().map(|task| &*task.title))
}

/// What happened, in a sentence or two.
fn words(verb: Verb, tasks: &[TaskView], changes: &[FieldChange], ctx: &Context) -> String {
    let words = Words::of(&ctx.locale);
    let [task] = tasks else {
        return several(verb, tasks, changes, ctx);
    };
    let title = args!["title" => words.quoted(&task.title)];
    match verb {
        Verb::Added => added(task, ctx),
        Verb::Completed if task.status.is_open() => next(Text::Done, task, ctx),
        Verb::Completed => words.with(Text::DoneOne, &title),
        Verb::Skipped if task.status.is_open() => next(Text::Skipped, task, ctx),
        Verb::Skipped => words.with(Text::SkippedLast, &title),
        Verb::Reopened if changes.iter().any(|change| change.field == "trash") => {
            words.with(Text::BackFromTrash, &title)
        }
        Verb::Reopened => words.with(Text::Reopened, &title),
        Verb::Moved => match &task.due_words {
            Some(due) => {
                let mut facts = title;
                facts.set("due", due.as_str());
                words.with(Text::Moved, &facts) + &after(task, ctx)
            }
            None => words.with(Text::Undated, &title),
        },
        Verb::Changed => {
            let mut facts = title;
            if let [only] = changes
                && only.field == "title"
            {
                facts.set("from", words.quoted(&only.from));
                return words.with(Text::Renamed, &facts);
            }
            facts.set("fields", changed(changes, ctx));
            let repeats = changes.iter().any(|change| change.field == "repeat");
            let next = if repeats {
                after(task, ctx)
            } else {
                String::new()
            };
            words.with(Text::Changed, &facts) + &next
        }
        Verb::Deleted if task.deleted_at.is_none() => next(Text::Skipped, task, ctx),
        Verb::Deleted => words.with(Text::Deleted, &title),
        Verb::Snoozed => {
            let until = task.reminders.iter().filter_map(|it| it.snoozed_until);
            match until.max() {
                Some(until) => {
                    let mut facts = title;
                    facts.set("when", instant_words(until, ctx));
                    words.with(Text::Snoozed, &facts)
                }
                None => words.with(Text::SnoozedLater, &title),
            }
        }
    }
}

fn several(verb: Verb, tasks: &[TaskView], changes: &[FieldChange], ctx: &Context) -> String {
    let words = Words::of(&ctx.locale);
    let names = titles(words, tasks);
    let mut facts = args![
        "count" => tasks.len(),
        "title" => names.clone(),
        "names" => names,
    ];
    let text = match verb {
        Verb::Added => Text::AddedSeveral,
        Verb::Completed => Text::DoneOne,
        Verb::Skipped => Text::SkippedSeveral,
        Verb::Reopened => Text::ReopenedSeveral,
        Verb::Moved => {
            let due = tasks.first().and_then(|task| task.due_words.clone());
            let same = tasks.iter().all(|task| task.due_words == due);
            match due.filter(|_| same) {
                Some(due) => {
                    facts.set("due", due);
                    Text::Moved
                }
                None => Text::MovedSeveral,
            }
        }
        Verb::Changed => {
            let first = tasks.first().map(|task| task.id.to_string());
            let of_first: Vec<_> = changes
                .iter()
                .filter(|change| Some(&change.id) == first.as_ref())
                .cloned()
                .collect();
            facts.set("fields", changed(&of_first, ctx));
            Text::Changed
        }
        Verb::Deleted => Text::Deleted,
        Verb::Snoozed => Text::SnoozedLater,
    };
    words.with(text, &facts)
}

/// Nothing had to change.
fn unchanged(words: Words, verb: Verb, tasks: &[TaskView]) -> String {
    let [task] = tasks else {
        return words.say(Text::NothingToChange);
    };
    let text = match verb {
        Verb::Completed if !task.status.is_open() => Text::DoneAlready,
        Verb::Reopened => Text::OpenAlready,
        _ => Text::SoAlready,
    };
    words.with(text, &args!["title" => words.quoted(&task.title)])
}

/// "Done. Next: Fri 1 Jan, Mon 1 Feb, Mon 1 Mar."
fn next(done: Text, task: &TaskView, ctx: &Context) -> String {
    let words = Words::of(&ctx.locale);
    let done = words.say(done);
    let Some(due) = &task.due_words else {
        return done;
    };
    let later = task.next.iter().take(2).map(|slot| slot_words(slot, ctx));
    let dates: Vec<_> = std::iter::once(due.clone()).chain(later).collect();
    let next = words.with(Text::Next, &args!["dates" => dates.join(", ")]);
    format!("{done} {next}")
}

/// " Next: Fri 1 Jan, Mon 1 Feb, Mon 1 Mar." after what happened to the current occurrence.
fn after(task: &TaskView, ctx: &Context) -> String {
    let dates: Vec<_> = task.next.iter().map(|slot| slot_words(slot, ctx)).collect();
    if dates.is_empty() {
        return String::new();
    }
    let dates = args!["dates" => dates.join(", ")];
    format!(" {}", Words::of(&ctx.locale).with(Text::Next, &dates))
}

/// The task as it was understood, with its next three dates.
fn added(task: &TaskView, ctx: &Context) -> String {
    let words = Words::of(&ctx.locale);
    let mut facts: Vec<String> = Vec::new();
    facts.extend(task.due_words.iter().cloned());
    facts.extend(task.rule.iter().map(|rule| rule.words.clone()));
    let length = |minutes| language::echo::length(minutes, &ctx.locale);
    let takes = |minutes| words.with(Text::Takes, &args!["length" => length(minutes)]);
    facts.extend(task.duration_minutes.map(takes));
    match task.priority {
        Priority::None => {}
        Priority::Urgent => facts.push(words.priority(Priority::Urgent)),
        other => {
            let name = words.priority(other);
            facts.push(words.with(Text::PriorityFact, &args!["priority" => name]));
        }
    }
    facts.extend(task.tags.iter().map(|tag| format!("#{tag}")));
    if !task.project.eq_ignore_ascii_case("inbox") {
        let project = args!["project" => task.project.as_str()];
        facts.push(words.with(Text::InProject, &project));
    }
    let title = words.quoted(&task.title);
    let said = match facts.is_empty() {
        true => words.with(Text::Added, &args!["title" => title]),
        false => words.with(
            Text::AddedWith,
            &args!["title" => title, "facts" => facts.join(", ")],
        ),
    };
    said + &after(task, ctx)
}

/// "due Fri 27 Nov, priority high, no section".
fn changed(changes: &[FieldChange], ctx: &Context) -> String {
    let words = Words::of(&ctx.locale);
    let each = changes.iter().map(|change| {
        let name = match field(&change.field) {
            Some(text) => words.say(text),
            None => change.field.clone(),
        };
        match (change.field.as_str(), change.to.as_str()) {
            ("notes", to) if !to.is_empty() => name,
            (_, "") => words.with(Text::FieldNone, &args!["field" => name]),
            (field, to) => {
                let value = match (field, priority(to)) {
                    ("priority", Some(priority)) => words.priority(priority),
                    _ => to.to_owned(),
                };
                words.with(Text::FieldIs, &args!["field" => name, "value" => value])
            }
        }
    });
    let each: Vec<_> = each.collect();
    if each.is_empty() {
        words.say(Text::Saved)
    } else {
        each.join(", ")
    }
}

fn priority(name: &str) -> Option<Priority> {
    serde_json::from_value(Value::String(name.to_owned())).ok()
}

/// What a field of a task is called.
fn field(name: &str) -> Option<Text> {
    Some(match name {
        "title" => Text::FieldTitle,
        "notes" => Text::FieldNotes,
        "due" => Text::FieldDue,
        "start" => Text::FieldStart,
        "deadline" => Text::FieldDeadline,
        "repeat" => Text::FieldRepeat,
        "priority" => Text::FieldPriority,
        "project" => Text::FieldProject,
        "section" => Text::FieldSection,
        "tags" => Text::FieldTags,
        "status" => Text::FieldStatus,
        "duration" => Text::FieldDuration,
        "relations" => Text::FieldRelations,
        "parent" => Text::FieldParent,
        "reminders" => Text::FieldReminders,
        "checklist" => Text::FieldChecklist,
        "assignees" => Text::FieldAssignees,
        "trash" => Text::FieldTrash,
        _ => return None,
    })
}
