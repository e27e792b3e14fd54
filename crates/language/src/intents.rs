//! From phrases to actions on tasks that exist.

use domain::command::{Move, NewTask, ProjectRef, Span as Scope};

use crate::locale::Word;
use crate::marks::Mark;
use crate::pattern::{Found, Pattern};
use crate::pieces::Setting;
use crate::proposal::{Action, Draft, TaskRef};
use crate::when::Scan;

/// What a phrase asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Intent {
    Undo,
    /// A new thing, named before what is to happen with it: "i need milk put on my list".
    Add,
    Reopen,
    AddNotes,
    SetNotes,
    ClearNotes,
    ClearReminders,
    ClearProject,
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
    /// How long it takes.
    Length,
    ClearLength,
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
        if let Some(organize) = self.organizing(from, to) {
            return Some(organize.into());
        }
        let phrases = &self.locale.phrases;
        let said = |(intent, phrase): &(Intent, Pattern)| {
            let found = phrase.whole(self, from, to)?;
            if found.task.is_some_and(|(at, end)| self.denies(at, end)) {
                return None;
            }
            self.action(*intent, &found, from)
        };
        // "Fotos löschen" is a task of its own; "die letzte löschen" is not.
        let favour = |action: &Action| {
            self.is_asked_for(from) || !matches!(action.tasks(), Some(TaskRef::Text(_)))
        };
        let command = phrases.commands.iter().find_map(said);
        command.or_else(|| phrases.favours.iter().find_map(said).filter(favour))
    }

    /// Whether politeness before `from` asks somebody: "kannst du bitte ..".
    pub(crate) fn is_asked_for(&self, from: usize) -> bool {
        (0..from).any(|at| matches!(self.sense(at), "can" | "could" | "would" | "please"))
    }

    fn action(&self, intent: Intent, found: &Found, from: usize) -> Option<Action> {
        if intent == Intent::Undo {
            return Some(Action::Undo);
        }
        if intent == Intent::Add {
            return self.named_addition(found);
        }
        // "the next standup" is the one that is skipped anyway.
        let range = match found.task {
            Some((at, end)) if intent == Intent::Skip => self.behind_next(at, end),
            other => other,
        };
        // "set a reminder ..", "make a list": a new thing and no task that exists.
        let new = range.is_some_and(|(at, _)| {
            (matches!(
                self.sense(at),
                "a" | "an" | "another" | "new" | "sure" | "me"
            ) && intent != Intent::Complete
                && intent != Intent::Delete)
                || (at == from
                    && matches!(
                        self.sense(at),
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
            self.is(at, Word::Every) && self.recurrence(at).is_some_and(|(_, next)| next <= end)
        });
        if new || habit || range.is_some_and(|(at, end)| self.is_conditional(at, end)) {
            return None;
        }
        if range.is_some_and(|(at, end)| self.asks_instead(from, at, end)) {
            return None;
        }
        // "change the lights to blue", "restore factory settings": things of other domains.
        let topics = &self.locale.topics;
        let loose = intent == Intent::Rename && self.is(from, Word::Change);
        let foreign = range.is_some_and(|(at, end)| {
            (at..end).any(|at| {
                topics.strangers.contains(self.surface(at))
                    || loose && topics.foreign.contains(self.surface(at))
            })
        });
        // "cancel my reservation", "delete this account": the thing itself, and no task.
        let owned = range.is_some_and(|(at, _)| matches!(self.sense(at), "my" | "our" | "this"))
            && !range.is_some_and(|(at, end)| {
                (at..end).any(|at| topics.nouns.contains(self.surface(at)))
            });
        // "skip to the next episode"
        let onward = intent == Intent::Skip && range.is_some_and(|(at, _)| self.means(at, "to"));
        if onward
            || foreign
                && (loose
                    || intent == Intent::Reopen
                    || intent == Intent::Skip
                    || intent == Intent::Delete && owned)
        {
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
        let tasks = match (tasks, found.past.and_then(|(at, _)| self.past_at(at))) {
            (TaskRef::Text(words), Some(done)) => TaskRef::Text(format!("{done} {words}")),
            (tasks, _) => tasks,
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
                    self.sense(from),
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
                // "I finished my to do list": which it means is not said.
                if stated && range.is_some_and(|(at, end)| self.is_list_itself(at, end)) {
                    return None;
                }
                if stated
                    && matches!(&tasks, TaskRef::Filter(question) if **question == crate::Question::default())
                {
                    return None;
                }
                // "finish the deck" is something to do; "finish all home tasks" is not.
                let did = (from..range.map_or(from, |(at, _)| at))
                    .any(|at| matches!(self.sense(at), "did" | "do" | "finish"));
                if !filter && did && tasks != TaskRef::Focus {
                    return None;
                }
                let imperative =
                    !filter && matches!(self.sense(from), "complete" | "close" | "check");
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
                            self.sense(at),
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
                // "clear the haircut today" names it by its day.
                let range =
                    range.map(|(at, end)| (at, self.pieces_of_time(at, end).unwrap_or(end)));
                let named = range.is_some_and(|(_, end)| {
                    matches!(self.sense(end - 1), "task" | "todo")
                        || self.locale.topics.events.contains(self.surface(end - 1))
                });
                (lists || all || named).then_some(Action::Delete {
                    tasks,
                    span: Scope::Series,
                })
            }
            Intent::Skip => Some(Action::Skip { tasks }),
            Intent::Reopen => Some(Action::Reopen { tasks }),
            // "take out the trash", "take away the chairs tonight" are things to do, unless a
            // list, a task or an event is named.
            Intent::Delete
                if self.means(from, "take")
                    && matches!(self.sense(from + 1), "out" | "away" | "off")
                    && matches!(tasks, TaskRef::Text(_))
                    && !(from..found.end)
                        .any(|at| topics.nouns.contains(self.surface(at)) || self.is_event(at)) =>
            {
                None
            }
            Intent::Delete => Some(Action::Delete {
                tasks: self.dated(tasks, range),
                span: Scope::Series,
            }),
            Intent::ClearDue => Some(Action::Reschedule {
                tasks,
                to: Move::Clear,
                span: Scope::This,
            }),
            // "put the bins to the street" is something to do; "put everything overdue to monday" is not.
            Intent::MoveTo
                if self.means(from, "put")
                    && !matches!(tasks, TaskRef::Filter(_) | TaskRef::Focus) =>
            {
                None
            }
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

    /// What is skipped, without "the next", "the next occurrence of"; `None` where nothing is named.
    fn behind_next(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let start = self.skip(at, &[Word::Determiner]);
        if !self.means(start, "next") || self.unit(start + 1).is_some() {
            return Some((at, end));
        }
        let mut next = start + 1;
        if matches!(self.sense(next), "one" | "occurrence" | "time" | "instance") {
            next = self.opt(next + 1, Word::Of);
        }
        (next < crate::pattern::skip_signs_back(self, next, end)).then_some((next, end))
    }

    /// "ist die Miete erledigt?", "habe ich die Miete überwiesen": where verbs close, a question has
    /// the words of a statement.
    fn asks_instead(&self, from: usize, at: usize, end: usize) -> bool {
        if !self.locale.grammar.verbs_close {
            return false;
        }
        let marked = self.tokens.last().is_some_and(|token| token.means("?"));
        let turned = self.locale.topics.questions.contains(self.surface(from));
        let speaks = (at..end).any(|at| self.is(at, Word::Speaker));
        // "Mama hat angerufen": somebody else did.
        let states = at == from && self.locale.topics.finite.contains(self.surface(end - 1));
        speaks || states || at == from && !self.is_asked_for(from) && (marked || turned)
    }

    /// "if ..", "because ..": the sentence speaks of a case and orders nothing.
    fn is_conditional(&self, from: usize, to: usize) -> bool {
        (from + 1..to).any(|at| self.is(at, Word::Condition))
    }

    fn named_addition(&self, found: &Found) -> Option<Action> {
        let (from, to) = found.task?;
        let from = self.skip(from, &[Word::Determiner]);
        let mut task = NewTask {
            title: self.text_of(from, to),
            ..NewTask::default()
        };
        let clause = (from..to)
            .any(|at| matches!(self.sense(at), "i" | "to" | "that" | "is" | "what" | "know"));
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
}
