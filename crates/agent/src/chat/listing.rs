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
use super::text::{Text, Words, args};
use crate::tools::due_words;

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
        let mut sentence = words(self.words, count, ids.len(), question, &what);
        if let ([task], 1) = (tasks.as_slice(), count) {
            sentence.push(' ');
            sentence.push_str(&alone(self.words, task));
        }
        self.say(sentence).await;
        if !question.count_only && !ids.is_empty() {
            let tasks = tasks.iter().map(card).collect();
            self.show(AgentEvent::Tasks(TaskList {
                title: heading(self.words, &what),
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
        let said = self.words;
        let mut sentence = words(said, due.len(), due.len(), question, &what);
        if !overdue.is_empty() {
            let late = Question {
                overdue: true,
                ..Question::default()
            };
            sentence.push(' ');
            let what = said.say(Text::WhatOverdue);
            sentence.push_str(&words(said, overdue.len(), overdue.len(), &late, &what));
        }
        self.say(sentence).await;
        let overdue_title = said.say(Text::HeadingOverdue);
        for (title, ids) in [(overdue_title, &overdue), (heading(said, &what), &due)] {
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
fn words(words: Words, count: usize, shown: usize, question: &Question, what: &str) -> String {
    let facts = match what {
        "" => String::new(),
        what => format!(" {what}"),
    };
    let is_done = question.status == StatusFilter::Done && question.completed_from.is_none();
    let is_open = question.status == StatusFilter::Open && what.is_empty();
    let text = match count {
        0 if is_open => Text::NothingToDo,
        0 if is_done => Text::NothingFinished,
        0 => Text::NothingFits,
        _ if is_open => Text::TasksOpen,
        _ if is_done => Text::TasksFinished,
        _ => Text::TasksCount,
    };
    let mut sentence = words.with(text, &args!["count" => count, "what" => facts]);
    if shown < count && !question.count_only {
        sentence.push(' ');
        sentence.push_str(&words.with(Text::FirstShown, &args!["shown" => shown]));
    }
    sentence
}

/// The only task of a list, in words.
fn alone(words: Words, task: &TaskView) -> String {
    let title = words.quoted(&task.title);
    if !task.status.is_open() {
        return words.with(Text::ItIs, &args!["title" => title]);
    }
    match &task.due_words {
        Some(due) => words.with(Text::IsDue, &args!["title" => title, "due" => due.as_str()]),
        None => words.with(Text::HasNoDue, &args!["title" => title]),
    }
}

fn heading(words: Words, what: &str) -> String {
    if what.is_empty() {
        words.say(Text::HeadingTasks)
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
    let words = Words::of(&ctx.locale);
    let mut terms: Vec<String> = Vec::new();
    if question.overdue {
        terms.push(words.say(Text::WhatOverdue));
    }
    if let Some(days) = days(question.due_from, question.due_to, ctx) {
        terms.push(words.with(Text::WhatDue, &args!["days" => days]));
    }
    if let Some(days) = days(question.completed_from, question.completed_to, ctx) {
        terms.push(words.with(Text::WhatFinished, &args!["days" => days]));
    }
    if question.no_due {
        terms.push(words.say(Text::WhatNoDue));
    }
    if question.recurring {
        terms.push(words.say(Text::WhatRecurring));
    }
    let names = question.priority.iter();
    let names = names.map(|priority| words.priority(*priority));
    let names = names
        .reduce(|first, second| words.with(Text::Or, &args!["first" => first, "second" => second]));
    terms.extend(names.map(|names| words.with(Text::WhatPriority, &args!["names" => names])));
    let tags = question.tags.iter();
    terms.extend(tags.map(|tag| words.with(Text::WhatTag, &args!["tag" => tag.as_str()])));
    let named = |text, name, value: &String| words.with(text, &args![name => value.as_str()]);
    let project = question.project.iter();
    terms.extend(project.map(|project| named(Text::WhatProject, "project", project)));
    let text = question.text.iter();
    terms.extend(text.map(|text| named(Text::WhatWords, "text", text)));
    terms.join(", ")
}

/// A range of days in words; the end is exclusive.
fn days(from: Option<Date>, to: Option<Date>, ctx: &Context) -> Option<String> {
    let words = Words::of(&ctx.locale);
    let today = ctx.time.today(ctx.now);
    let say = |date: Date| due_words(&domain::Due::Day { date }, ctx);
    Some(match (from, to) {
        (None, None) => return None,
        (Some(from), None) => words.with(Text::DaysFrom, &args!["day" => say(from)]),
        (None, Some(to)) => words.with(Text::DaysBefore, &args!["day" => say(to)]),
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
                    words.say(Text::ThisWeek)
                }
                7 if from.weekday() == week && from > today && from <= in_a_week(today) => {
                    words.say(Text::NextWeek)
                }
                _ => words.with(
                    Text::DaysBetween,
                    &args!["first" => say(from), "last" => say(last)],
                ),
            }
        }
    })
}

fn in_a_week(today: Date) -> Date {
    today
        .checked_add(jiff::Span::new().days(7))
        .unwrap_or(today)
}
