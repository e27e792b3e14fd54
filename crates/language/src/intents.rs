//! From phrases to actions on tasks that exist.

use domain::command::{Move, NewSeries, NewTask, Patch, ProjectRef, Span as Scope, TaskFields};
use domain::task::{CatchUp, ReminderTime};

use crate::marks::Mark;
use crate::pattern::Found;
use crate::pieces::Setting;
use crate::proposal::{Action, Draft, TaskRef};
use crate::reminders;
use crate::when::{Scan, When};

/// What a phrase asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Intent {
    Undo,
    /// A new thing, named before what is to happen with it: "i need milk put on my list".
    Add,
    Reopen,
    ClearDue,
    ClearRule,
    Repeat,
    RemoveTag,
    AddTag,
    Remind,
    SetPriority,
    Prioritize,
    Rename,
    MoveProject,
    Snooze,
    MoveBy,
    MoveTo,
    Skip,
    Complete,
    Delete,
    /// Verbs that delete lists but are also things to do: empty, clear, drop.
    Empty,
}

impl Scan<'_> {
    /// The command that `from..to` wholly is.
    pub(crate) fn command(&self, from: usize, to: usize) -> Option<Action> {
        // Every phrase is short but for what it names.
        if to - from > 60 {
            return None;
        }
        self.locale
            .phrases
            .commands
            .iter()
            .find_map(|(intent, phrase)| {
                let found = phrase.whole(self, from, to)?;
                self.action(*intent, &found, from)
            })
    }

    fn action(&self, intent: Intent, found: &Found, from: usize) -> Option<Action> {
        if intent == Intent::Undo {
            return Some(Action::Undo);
        }
        if intent == Intent::Add {
            return self.named_addition(found);
        }
        let range = found.task;
        // "set a reminder ..", "make a list": a new thing and no task that exists.
        let new = range.is_some_and(|(at, _)| {
            (matches!(self.low(at), "a" | "an" | "another" | "new" | "sure" | "me")
                && intent != Intent::Complete
                && intent != Intent::Delete)
                || (at == from
                    && matches!(
                        self.low(at),
                        "i" | "what"
                            | "how"
                            | "who"
                            | "where"
                            | "when"
                            | "why"
                            | "there"
                            | "if"
                            | "is"
                            | "can"
                            | "get"
                            | "remind"
                            | "add"
                            | "create"
                    ))
        });
        // "trash every tuesday": a habit and no task that exists.
        let habit = range.is_some_and(|(at, end)| {
            self.is(at, crate::locale::Word::Every)
                && self.recurrence(at).is_some_and(|(_, next)| next <= end)
        });
        if new || habit {
            return None;
        }
        // Without a name the last spoken about is meant, where there is one.
        if range.is_none() && intent == Intent::Complete && self.ctx.conversation.focus.is_empty() {
            return None;
        }
        let tasks = match range {
            Some((at, end)) => self.reference(at, end)?,
            None => TaskRef::Focus,
        };
        let named_times = |at: usize, end: usize| {
            self.pieces(at, end, Setting::default())
                .iter()
                .any(|piece| piece.value.is_time())
        };
        match intent {
            Intent::Complete => {
                // "complete the survey by wednesday" is something to do.
                let stated = matches!(
                    self.low(from),
                    "i" | "we"
                        | "i'm"
                        | "we're"
                        | "i've"
                        | "we've"
                        | "done"
                        | "finished"
                        | "completed"
                );
                let filter = matches!(tasks, TaskRef::Filter(_));
                if stated
                    && matches!(&tasks, TaskRef::Filter(question) if **question == crate::Question::default())
                {
                    return None;
                }
                let imperative =
                    !filter && matches!(self.low(from), "complete" | "close" | "finish" | "check");
                if let Some((at, end)) = range
                    && imperative
                    && at == from + 1
                    && named_times(at, end)
                {
                    return None;
                }
                Some(Action::Complete { tasks })
            }
            Intent::Empty => {
                let lists = range.is_some_and(|(at, end)| {
                    (at..end).any(|at| {
                        matches!(
                            self.low(at),
                            "list"
                                | "lists"
                                | "calendar"
                                | "calender"
                                | "schedule"
                                | "agenda"
                                | "tasks"
                                | "todos"
                                | "reminders"
                        )
                    })
                });
                let all = matches!(tasks, TaskRef::Filter(_));
                let listed = range
                    .and_then(|(at, end)| self.question(at, end, false))
                    .filter(|read| {
                        read.rest.is_empty()
                            && (read.question.project.is_some()
                                || !read.question.tags.is_empty()
                                || read.question.overdue)
                    });
                if let Some(read) = listed.filter(|_| !all) {
                    let tasks = TaskRef::Filter(Box::new(read.question));
                    return Some(Action::Delete {
                        tasks,
                        span: Scope::Series,
                    });
                }
                let named = range.is_some_and(|(_, end)| {
                    matches!(self.low(end - 1), "task" | "reminder" | "todo")
                });
                (lists || all || named).then_some(Action::Delete {
                    tasks,
                    span: Scope::Series,
                })
            }
            Intent::Skip => Some(Action::Skip { tasks }),
            Intent::Reopen => Some(Action::Reopen { tasks }),
            Intent::Delete => Some(Action::Delete {
                tasks: self.dated(tasks, range),
                span: Scope::Series,
            }),
            Intent::ClearDue => Some(Action::Reschedule {
                tasks,
                to: Move::Clear,
                span: Scope::This,
            }),
            Intent::MoveTo | Intent::MoveBy | Intent::Snooze => {
                self.moving(intent, found, tasks, from)
            }
            _ => {
                let fields = self.fields(intent, found)?;
                Some(Action::Update {
                    tasks,
                    fields: Box::new(fields),
                })
            }
        }
    }

    fn named_addition(&self, found: &Found) -> Option<Action> {
        let (from, to) = found.task?;
        let from = self.skip(from, &[crate::locale::Word::Determiner]);
        let mut task = NewTask {
            title: self.text_of(from, to),
            ..NewTask::default()
        };
        let clause = (from..to)
            .any(|at| matches!(self.low(at), "i" | "to" | "that" | "is" | "what" | "know"));
        if task.title.is_empty() || clause || to - from > 8 {
            return None;
        }
        match (to..found.end).find_map(|at| self.destination(at)) {
            Some((Mark::Project(project), _)) => task.project = Some(ProjectRef::Named(project)),
            Some((Mark::Tags(tags), _)) => task.tags = tags,
            _ => {}
        }
        Some(Action::Create {
            drafts: vec![Draft {
                task,
                spans: Vec::new(),
            }],
        })
    }

    /// A reference by words whose date only tells which one is meant.
    fn dated(&self, tasks: TaskRef, range: Option<(usize, usize)>) -> TaskRef {
        let (TaskRef::Text(_), Some((at, end))) = (&tasks, range) else {
            return tasks;
        };
        let pieces = self.pieces(at, end, Setting::default());
        let Some(piece) = pieces
            .iter()
            .find(|piece| piece.value.is_time() && piece.from > at)
        else {
            return tasks;
        };
        if piece.to < end {
            return tasks;
        }
        self.reference(at, piece.from).unwrap_or(tasks)
    }

    fn moving(&self, intent: Intent, found: &Found, tasks: TaskRef, from: usize) -> Option<Action> {
        let this = |tasks, to| {
            Some(Action::Reschedule {
                tasks,
                to,
                span: Scope::This,
            })
        };
        if let Some((at, _)) = found.amount {
            let (amount, _) = self.amount(at)?;
            let earlier = (from..found.end)
                .any(|at| matches!(self.low(at), "forward" | "earlier" | "up"))
                && !(from..found.end).any(|at| self.low_is(at, "push"));
            let sign = if earlier { -1 } else { 1 };
            if intent == Intent::Snooze {
                if amount.is_clock() {
                    let until = amount.after(&self.now, 1)?.timestamp();
                    return Some(match found.task {
                        None => Action::Snooze { tasks, until },
                        Some(_) => Action::Reschedule {
                            tasks,
                            to: Move::To {
                                due: self.moment_due(&crate::when::Moment {
                                    exact: Some((
                                        amount.after(&self.now, 1)?,
                                        crate::when::Grain::Minute,
                                    )),
                                    ..crate::when::Moment::NOTHING
                                })?,
                            },
                            span: Scope::This,
                        },
                    });
                }
                let day = amount.after_day(self.today, 1)?;
                return this(
                    tasks,
                    Move::To {
                        due: domain::Due::Day { date: day },
                    },
                );
            }
            let to = if amount.is_clock() {
                Move::ByMinutes {
                    minutes: amount.minutes()?.checked_mul(sign)?,
                }
            } else if amount.months == 0 {
                Move::ByDays {
                    days: i32::try_from(amount.days).ok()?.checked_mul(sign)?,
                }
            } else {
                let day = amount.after_day(self.today, i64::from(sign))?;
                let days = self.today.until(day).ok()?.get_days();
                Move::ByDays { days }
            };
            return this(tasks, to);
        }
        let (at, _) = found.when?;
        let (when, _) = self.when(at)?;
        if when.end.is_some() {
            return None;
        }
        let due = self.due(&when)?;
        if intent == Intent::Snooze && found.task.is_none() {
            let until = due.instant(&self.ctx.time.zone)?;
            return Some(Action::Snooze { tasks, until });
        }
        // A statement with a past or vague date is none of these.
        if due.date() < self.today
            && !self.ctx.conversation.focus.is_empty()
            && matches!(tasks, TaskRef::Text(_))
        {
            return None;
        }
        this(tasks, self.target(&when, due))
    }

    /// A day alone keeps the time that the task has; "today at 5" is exact.
    fn target(&self, _when: &When, due: domain::Due) -> Move {
        Move::To { due }
    }

    fn fields(&self, intent: Intent, found: &Found) -> Option<TaskFields> {
        let mut fields = TaskFields::default();
        let name = || {
            let (at, end) = found.name?;
            let at = if matches!(self.low(at), "#" | "+" | "@") {
                at + 1
            } else {
                at
            };
            (at < end).then(|| self.text_of(at, end))
        };
        match intent {
            Intent::ClearRule => fields.series = Patch::Clear,
            Intent::Repeat => {
                let (at, _) = found.rule?;
                let (words, _) = self.recurrence(at)?;
                let settled = self.settle_rule(&words, None)?;
                fields.series = Patch::Set(NewSeries {
                    rule: settled.rule,
                    catch_up: CatchUp::Jump,
                });
                if let Some(time) = settled.due.time().filter(|_| words.clock.is_something()) {
                    fields.series_time = Some(domain::command::SeriesTime {
                        time,
                        zone: settled.due.zone().cloned(),
                    });
                }
                if words.start.is_some() {
                    fields.due = Patch::Set(settled.due);
                }
            }
            Intent::AddTag => {
                let name = name()?;
                fields.add_tags = vec![self.known(&self.ctx.tags, &name).unwrap_or(name)];
            }
            Intent::RemoveTag => {
                let name = name()?;
                fields.remove_tags = vec![self.known(&self.ctx.tags, &name).unwrap_or(name)];
            }
            Intent::Remind => {
                let (at, _) = found.amount?;
                let (amount, _) = self.amount(at)?;
                let time: ReminderTime = reminders::before(amount.minutes()?);
                fields.add_reminders = vec![time];
            }
            Intent::Prioritize => fields.priority = Patch::Set(domain::Priority::High),
            Intent::SetPriority => match found.priority {
                Some((at, _)) => fields.priority = Patch::Set(self.priority(at, true)?.0),
                None => fields.priority = Patch::Clear,
            },
            Intent::Rename => {
                let (at, end) = found.text?;
                let title = if end - at == 1 {
                    self.tokens[at].unquoted().trim().to_owned()
                } else {
                    self.text_of(at, end)
                };
                fields.title = Some(title.chars().take(domain::limits::TITLE_CHARS).collect());
            }
            Intent::MoveProject => {
                let name = name()?;
                let listed = found.name.is_some_and(|(_, end)| self.low_is(end, "list"));
                // "the reading list" is the project of that name, else the tag.
                if listed && self.known(&self.ctx.projects, &name).is_none() {
                    let tag = self.known(&self.ctx.tags, &name).unwrap_or(name);
                    fields.add_tags = vec![tag];
                } else {
                    fields.project = Patch::Set(ProjectRef::NamedOrNew(self.project_name(&name)));
                }
            }
            _ => return None,
        }
        Some(fields)
    }

    /// "move the faucet to work": a known project without the word.
    pub(crate) fn move_to_known_project(&self, from: usize, to: usize) -> Option<Action> {
        if !matches!(
            self.low(from),
            "move" | "transfer" | "shift" | "file" | "put"
        ) {
            return None;
        }
        for at in (from + 2..to).rev() {
            if matches!(self.low(at), "to" | "into" | "in" | "under") {
                let place = if matches!(self.low(at + 1), "my" | "the" | "our") {
                    at + 2
                } else {
                    at + 1
                };
                let end = crate::pattern::skip_signs_back(self, place, to);
                if place >= end {
                    return None;
                }
                let Some(Mark::Project(project)) = self.known_list(place, end) else {
                    return None;
                };
                if self.low_is(from, "put") {
                    return None;
                }
                let tasks = self.reference(from + 1, at)?;
                let fields = TaskFields {
                    project: Patch::Set(ProjectRef::Named(project)),
                    ..TaskFields::default()
                };
                return Some(Action::Update {
                    tasks,
                    fields: Box::new(fields),
                });
            }
        }
        None
    }
}
