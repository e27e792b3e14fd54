//! Answers to questions: which tasks, under which heading, in which words.

use app::view::TaskView;
use app::{ListTasks, TaskSet};
use domain::TaskId;
use jiff::civil::Date;
use language::{Context, Question, Sort, StatusFilter};
use serde_json::{Value, json};

use super::event::{AgentEvent, TaskList, card};
use super::say;
use super::session::{Session, Trouble};
use crate::tools::{due_words, quoted};

/// Rows of a list where the question does not say.
const ROWS: u32 = 20;

impl Session {
    /// Answers a question by a list, and remembers what was shown.
    pub(super) async fn list(&mut self, ctx: &Context, question: &Question) -> Result<(), Trouble> {
        let query = query(question);
        let limit = question.limit.unwrap_or(ROWS).clamp(1, 100);
        let mut args = json!({ "view": view(query.set), "limit": limit, "count": true });
        for (name, value) in [("filter", query.filter), ("sort", query.sort)] {
            if let Some(value) = value {
                args[name] = json!(value);
            }
        }
        let result = self.call("find_tasks", args).await?;
        if result.is_error {
            self.say(say::sentence(&result.summary)).await;
            return Ok(());
        }
        let ids = ids(&result.structured["tasks"]);
        let count = result.structured["count"]
            .as_i64()
            .and_then(|count| usize::try_from(count).ok());
        let count = count.unwrap_or(ids.len()).max(ids.len());
        let what = what(question, ctx);
        let tasks = self.views(&ids).await?;
        let mut sentence = words(count, ids.len(), question, &what);
        if let ([task], 1) = (tasks.as_slice(), count) {
            sentence.push_str(&alone(task));
        }
        self.say(sentence).await;
        if !question.count_only && !ids.is_empty() {
            let tasks = tasks.iter().map(card).collect();
            self.show(AgentEvent::Tasks(TaskList {
                title: heading(&what),
                tasks,
            }))
            .await;
        }
        if !ids.is_empty() {
            self.state.language.shown.clone_from(&ids);
            self.state.language.focus = ids;
        }
        Ok(())
    }

    /// Shows the plan of some days: what is overdue, then what is due.
    pub(super) async fn agenda(
        &mut self,
        ctx: &Context,
        question: &Question,
    ) -> Result<(), Trouble> {
        let late = Question {
            overdue: true,
            ..Question::default()
        };
        let filter = |question: &Question| {
            json!({
                "filter": question.filter_text(),
                "sort": "due",
                "limit": 50,
            })
        };
        let overdue = self.call("find_tasks", filter(&late)).await?;
        let due = self.call("find_tasks", filter(question)).await?;
        for result in [&overdue, &due] {
            if result.is_error {
                self.say(say::sentence(&result.summary)).await;
                return Ok(());
            }
        }
        let overdue = ids(&overdue.structured["tasks"]);
        let mut due = ids(&due.structured["tasks"]);
        due.retain(|id| !overdue.contains(id));
        let what = what(question, ctx);
        let mut sentence = words(due.len(), due.len(), question, &what);
        if !overdue.is_empty() {
            let late = Question {
                overdue: true,
                ..Question::default()
            };
            sentence.push(' ');
            sentence.push_str(&words(overdue.len(), overdue.len(), &late, "overdue"));
        }
        self.say(sentence).await;
        for (title, ids) in [("Overdue".to_owned(), &overdue), (heading(&what), &due)] {
            if !ids.is_empty() {
                let tasks = self.views(ids).await?.iter().map(card).collect();
                self.show(AgentEvent::Tasks(TaskList { title, tasks }))
                    .await;
            }
        }
        let shown: Vec<TaskId> = overdue.into_iter().chain(due).collect();
        if !shown.is_empty() {
            self.state.language.shown.clone_from(&shown);
            self.state.language.focus = shown;
        }
        Ok(())
    }
}

/// The list that a question asks for.
pub(super) fn query(question: &Question) -> ListTasks {
    let filter = question.filter_text();
    let sort = question.sort.map(|sort| match sort {
        Sort::Due => "due",
        Sort::Priority => "-priority",
        Sort::Title => "title",
        Sort::Created => "-created",
        Sort::Completed => "-completed",
    });
    ListTasks {
        filter: Some(filter).filter(|filter| !filter.is_empty()),
        sort: sort.map(str::to_owned),
        set: match question.status {
            StatusFilter::Open => TaskSet::Open,
            StatusFilter::Done => TaskSet::Done,
            StatusFilter::All => TaskSet::All,
        },
        ..ListTasks::default()
    }
}

fn view(set: TaskSet) -> &'static str {
    match set {
        TaskSet::Open => "open",
        TaskSet::Done => "done",
        TaskSet::Trash => "trash",
        TaskSet::All => "all",
    }
}

/// The ids of tasks in a tool's result.
pub(super) fn ids(tasks: &Value) -> Vec<TaskId> {
    let rows = tasks.as_array().into_iter().flatten();
    rows.filter_map(|row| row["id"].as_str()?.parse().ok())
        .collect()
}

/// The answer in words: "2 tasks due this week."
fn words(count: usize, shown: usize, question: &Question, what: &str) -> String {
    let what = if what.is_empty() {
        String::new()
    } else {
        format!(" {what}")
    };
    let (none, kind) = match question.status {
        StatusFilter::Open if what.is_empty() => ("Nothing to do", "open "),
        StatusFilter::Open => ("Nothing", ""),
        StatusFilter::Done if question.completed_from.is_some() => ("Nothing", ""),
        StatusFilter::Done => ("Nothing finished", "finished "),
        StatusFilter::All => ("Nothing", ""),
    };
    let mut words = match count {
        0 => format!("{none}{what}."),
        1 => format!("1 {kind}task{what}."),
        many => format!("{many} {kind}tasks{what}."),
    };
    if shown < count && !question.count_only {
        words.push_str(&format!(" Here are the first {shown}."));
    }
    words
}

/// The only task of a list, in words.
fn alone(task: &TaskView) -> String {
    let title = quoted(&task.title);
    if !task.status.is_open() {
        return format!(" It is {title}.");
    }
    match &task.due_words {
        Some(due) => format!(" {title} is due {due}."),
        None => format!(" {title} has no due date."),
    }
}

fn heading(what: &str) -> String {
    if what.is_empty() {
        "Tasks".to_owned()
    } else {
        capital(what)
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// What the question restricts to, in words: "due this week, tagged #home".
fn what(question: &Question, ctx: &Context) -> String {
    let mut terms: Vec<String> = Vec::new();
    if question.overdue {
        terms.push("overdue".to_owned());
    }
    if let Some(days) = days(question.due_from, question.due_to, ctx) {
        terms.push(format!("due {days}"));
    }
    if let Some(days) = days(question.completed_from, question.completed_to, ctx) {
        terms.push(format!("finished {days}"));
    }
    if question.no_due {
        terms.push("without a due date".to_owned());
    }
    if question.recurring {
        terms.push("on repeat".to_owned());
    }
    if !question.priority.is_empty() {
        let names = question.priority.iter().map(|priority| json!(priority));
        let names: Vec<_> = names
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect();
        terms.push(format!("with priority {}", names.join(" or ")));
    }
    terms.extend(question.tags.iter().map(|tag| format!("tagged #{tag}")));
    terms.extend(
        question
            .project
            .iter()
            .map(|project| format!("in {project}")),
    );
    terms.extend(question.text.iter().map(|text| format!("about \"{text}\"")));
    terms.join(", ")
}

/// A range of days in words; the end is exclusive.
fn days(from: Option<Date>, to: Option<Date>, ctx: &Context) -> Option<String> {
    let today = ctx.time.today(ctx.now);
    let say = |date: Date| due_words(&domain::Due::Day { date }, ctx);
    Some(match (from, to) {
        (None, None) => return None,
        (Some(from), None) => format!("from {}", say(from)),
        (None, Some(to)) => format!("before {}", say(to)),
        (Some(from), Some(to)) => {
            let last = to.yesterday().unwrap_or(to);
            let length = from
                .until(to)
                .map(|span| span.get_days())
                .unwrap_or_default();
            let week = ctx.time.week_start;
            match length {
                1 => say(from),
                7 if from.weekday() == week && from <= today && today < to => {
                    "this week".to_owned()
                }
                7 if from.weekday() == week && from > today && from <= in_a_week(today) => {
                    "next week".to_owned()
                }
                _ => format!("from {} to {}", say(from), say(last)),
            }
        }
    })
}

fn in_a_week(today: Date) -> Date {
    today
        .checked_add(jiff::Span::new().days(7))
        .unwrap_or(today)
}
