//! Full commands: interprets a row, resolves its references in the row's list, and writes the calls
//! that would be made. Nothing is carried out.

use domain::due::Due;
use domain::task::{CatchUp, Series};
use domain::{Priority, Status, TaskId};
use jiff::civil::{Date, DateTime};
use serde_json::{Value, json};

use super::calls;
use crate::context::Context;
use crate::organizing::OrganizeChange;
use crate::proposal::{Action, Proposal, Reply, TaskRef};
use crate::question::{Question, StatusFilter};
use crate::resolve::{Candidate, Resolution, resolve};
use crate::{interpret, locale, tokens};

/// The tasks of a row's list, with the names that the rows use.
pub(super) struct List {
    pub(super) names: Vec<String>,
    pub(super) tasks: Vec<Candidate>,
    /// The rules, for moved series.
    pub(super) series: Vec<Option<Series>>,
}

impl List {
    pub(super) fn name(&self, id: TaskId) -> Option<&str> {
        let place = self.tasks.iter().position(|task| task.id == id)?;
        self.names.get(place).map(String::as_str)
    }

    pub(super) fn task(&self, id: TaskId) -> Option<&Candidate> {
        self.tasks.iter().find(|task| task.id == id)
    }

    fn ids(&self, names: &Value) -> Vec<TaskId> {
        let names = names.as_array().into_iter().flatten();
        names
            .filter_map(|name| {
                let name = name.as_str().or_else(|| name["id"].as_str())?;
                let place = self.names.iter().position(|own| own == name)?;
                self.tasks.get(place).map(|task| task.id)
            })
            .collect()
    }
}

pub(super) fn predict(text: &str, row: &Value, mut ctx: Context, fixtures: Option<&str>) -> Value {
    let list = load(row, fixtures);
    let mut projects: Vec<String> = list
        .tasks
        .iter()
        .filter_map(|task| task.project.clone())
        .collect();
    let mut tags: Vec<String> = list
        .tasks
        .iter()
        .flat_map(|task| task.tags.clone())
        .collect();
    projects.sort();
    projects.dedup();
    tags.sort();
    tags.dedup();
    ctx.projects = projects;
    ctx.tags = tags;
    let (pending, asked) = recall(row, &list, &mut ctx);
    let proposal = interpret(text, &ctx);
    answer(&proposal, &list, &ctx, &pending, asked.as_ref())
}

/// Puts the last assistant turn into the context; gives the calls that it left open.
fn recall(row: &Value, list: &List, ctx: &mut Context) -> (Vec<Value>, Option<Value>) {
    let turns = row["history"].as_array();
    let last = turns
        .into_iter()
        .flatten()
        .rev()
        .find(|turn| turn["role"] == "assistant");
    let Some(turn) = last else {
        return (Vec::new(), None);
    };
    let talk = &mut ctx.conversation;
    talk.focus = list.ids(&turn["focus"]);
    talk.shown = if turn["shown"].is_null() {
        talk.focus.clone()
    } else {
        list.ids(&turn["shown"])
    };
    let pending = turn["pending"].as_array().cloned().unwrap_or_default();
    if !pending.is_empty() {
        talk.pending = vec![Action::Confirm];
        if talk.focus.is_empty() {
            talk.focus = pending
                .iter()
                .flat_map(|call| list.ids(&call["ids"]))
                .collect();
        }
    }
    let choices = list.ids(&turn["choices"]);
    talk.choices = choices
        .iter()
        .filter_map(|id| list.task(*id).cloned())
        .collect();
    let asked = match &turn["asked"] {
        Value::Array(calls) => calls.first().cloned(),
        Value::Null => None,
        Value::String(tool) => Some(json!({ "tool": tool })),
        call => Some(call.clone()),
    };
    if let Some(call) = &asked {
        let tasks = TaskRef::Focus;
        talk.asked = Some(if call["tool"] == "reopen_task" {
            Action::Reopen { tasks }
        } else {
            Action::Complete { tasks }
        });
    }
    (pending, asked)
}

fn answer(
    proposal: &Proposal,
    list: &List,
    ctx: &Context,
    pending: &[Value],
    asked: Option<&Value>,
) -> Value {
    let plain = |reply: &str| json!({"reply": reply, "calls": []});
    match proposal.reply {
        Reply::Unknown => return json!({"reply": "chat", "calls": [], "handoff": true}),
        Reply::SmallTalk(_) | Reply::Help | Reply::OutOfScope => return plain("chat"),
        Reply::Act => {}
    }
    if !proposal.doubts.is_empty() || proposal.actions.is_empty() {
        return plain("clarify");
    }
    let mut made = Vec::new();
    let mut listed = false;
    let mut confirm = false;
    let mut deleted = 0;
    for action in &proposal.actions {
        match action {
            Action::Confirm | Action::ConfirmAll => made.extend(pending.iter().cloned()),
            Action::Reject => return plain("chat"),
            Action::Create { drafts } => {
                made.extend(drafts.iter().map(|draft| calls::create(&draft.task, ctx)))
            }
            Action::AddMissing { drafts } => {
                let there = |task: &&crate::proposal::Draft| {
                    let same = |own: &Candidate| {
                        own.status.is_open()
                            && domain::fold::key(&own.title) == domain::fold::key(&task.task.title)
                    };
                    list.tasks.iter().any(same)
                };
                let missing = drafts.iter().filter(|draft| !there(draft));
                made.extend(missing.map(|draft| calls::create(&draft.task, ctx)));
            }
            Action::Undo => made.push(json!({"tool": "undo"})),
            Action::Organize(organize) => {
                confirm = confirm || action.needs_yes(0);
                made.push(calls::organize(organize));
            }
            Action::WhetherDone { tasks } => {
                listed = true;
                let text = match tasks {
                    TaskRef::Text(words) => Some(words.clone()),
                    _ => None,
                };
                made.push(calls::list(&Question {
                    status: StatusFilter::All,
                    text,
                    ..Question::default()
                }));
            }
            Action::List { question } | Action::Agenda { question } => {
                listed = true;
                made.push(calls::list(question));
            }
            _ => {
                let Resolution::Tasks(ids) = resolve(action, &list.tasks, ctx) else {
                    return plain("clarify");
                };
                if action.is_for_one() && ids.len() > 1 {
                    return plain("clarify");
                }
                if let (Some(call), Some(TaskRef::Ids(_))) = (asked, action.tasks()) {
                    let mut call = call.clone();
                    call["ids"] = ids
                        .iter()
                        .filter_map(|id| list.name(*id))
                        .collect::<Vec<_>>()
                        .into();
                    made.push(call);
                    continue;
                }
                // Deleting several is asked about, also when each is named by itself.
                if matches!(action, Action::Delete { .. }) {
                    deleted += ids.len();
                    confirm = confirm || action.needs_yes(deleted);
                }
                made.extend(calls::change(action, &ids, list, ctx));
            }
        }
    }
    if confirm {
        return json!({"reply": "confirm", "calls": [], "pending": made});
    }
    json!({"reply": if listed { "list" } else { "done" }, "calls": made})
}

/// Only the kind of action.
pub(super) fn action(text: &str, ctx: &Context) -> Value {
    let proposal = interpret(text, ctx);
    let name = match (proposal.reply, proposal.actions.first()) {
        (Reply::Act, None) if !proposal.doubts.is_empty() => "create",
        (Reply::Act, Some(action)) => match action {
            Action::Create { .. } | Action::AddMissing { .. } | Action::AddSubtasks { .. } => {
                "create"
            }
            Action::Delete { .. } => "delete",
            Action::Organize(organize) => match organize.change {
                OrganizeChange::Add => "create",
                OrganizeChange::Delete => "delete",
                _ => "update",
            },
            Action::List { .. } | Action::Agenda { .. } => "list",
            // A fact about no task that exists changes nothing.
            Action::Complete { .. } if is_fact(text, ctx) => "none",
            Action::Complete { .. } | Action::Skip { .. } => "complete",
            // Without the tasks nothing can be told of it.
            Action::WhetherDone { .. } => "none",
            Action::Confirm | Action::ConfirmAll | Action::Reject => "none",
            _ => "update",
        },
        _ => "none",
    };
    json!({ "action": name })
}

fn is_fact(text: &str, ctx: &Context) -> bool {
    let cut = tokens::tokenize(text, locale::of(&ctx.locale));
    let scan = crate::when::Scan::new(&cut, ctx);
    let (from, to) = scan.request(0, cut.len());
    scan.command(from, to).is_none()
}

fn load(row: &Value, fixtures: Option<&str>) -> List {
    let mut list = List {
        names: Vec::new(),
        tasks: Vec::new(),
        series: Vec::new(),
    };
    let all: Value = fixtures
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or(Value::Null);
    let state = match &row["state"] {
        Value::String(name) => all[name.as_str()].clone(),
        other => other.clone(),
    };
    for (number, task) in state.as_array().into_iter().flatten().enumerate() {
        let Ok(id) = format!("00000000-0000-7000-8000-{:012x}", number + 1).parse::<TaskId>()
        else {
            continue;
        };
        list.names
            .push(task["id"].as_str().unwrap_or_default().to_owned());
        let texts = |key: &str| {
            task[key]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|tag| tag.as_str().map(str::to_owned))
                .collect()
        };
        let due = task["due"].as_str().and_then(due);
        let rule = task["recurrence"]
            .as_str()
            .and_then(|rule| domain::Rule::parse(rule).ok());
        list.series
            .push(rule.zip(due.clone()).map(|(rule, due)| Series {
                rule,
                anchor: due.slot(),
                slot: due.slot(),
                spent: 0,
                catch_up: CatchUp::Jump,
                original: None,
            }));
        list.tasks.push(Candidate {
            id,
            number: i64::try_from(number + 1).unwrap_or(i64::MAX),
            title: task["title"].as_str().unwrap_or_default().to_owned(),
            status: if task["status"] == "done" {
                Status::Done
            } else {
                Status::Open
            },
            priority: priority(task["priority"].as_str()),
            project: task["project"].as_str().map(str::to_owned),
            tags: texts("tags"),
            due,
            completed_on: task["completed"]
                .as_str()
                .and_then(|day| day.get(..10)?.parse().ok()),
            recurring: !task["recurrence"].is_null(),
        });
    }
    list
}

fn due(text: &str) -> Option<Due> {
    if let Ok(date) = text.parse::<Date>()
        && text.len() == 10
    {
        return Some(Due::Day { date });
    }
    let at: DateTime = text.parse().ok()?;
    Some(Due::Floating {
        date: at.date(),
        time: at.time(),
    })
}

fn priority(name: Option<&str>) -> Priority {
    match name {
        Some("urgent") => Priority::Urgent,
        Some("high") => Priority::High,
        Some("medium") => Priority::Medium,
        Some("low") => Priority::Low,
        _ => Priority::None,
    }
}
