//! What a command changes: where due dates go, and new values of fields.

use domain::command::{Move, NewSeries, Patch, ProjectRef, Span as Scope, TaskFields};
use domain::task::{CatchUp, ReminderTime};

use crate::intents::Intent;
use crate::marks::Mark;
use crate::pattern::Found;
use crate::proposal::{Action, TaskRef};
use crate::reminders;
use crate::when::Scan;
use crate::when::amounts::Amount;

impl Scan<'_> {
    pub(crate) fn moving(
        &self,
        intent: Intent,
        found: &Found,
        tasks: TaskRef,
        from: usize,
    ) -> Option<Action> {
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
                .any(|at| matches!(self.sense(at), "forward" | "earlier" | "up"))
                && !(from..found.end).any(|at| self.means(at, "push"));
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
            return this(tasks, self.shifted_by(amount, sign)?);
        }
        let (at, _) = found.when?;
        let (when, _) = self.when(at)?;
        if when.end.is_some() {
            return None;
        }
        // "to 4pm": the time moves, the day stays.
        if when.start.days.is_none()
            && when.start.exact.is_none()
            && !(intent == Intent::Snooze && found.task.is_none())
        {
            let time = self.habit_time(&when.start)?;
            let zone = when.start.zone.clone();
            return this(tasks, Move::ToTime { time, zone });
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
        // A day alone keeps the time that the task has; "today at 5" is exact.
        this(tasks, Move::To { due })
    }

    /// The move by a length of time, later or earlier by `sign`.
    pub(crate) fn shifted_by(&self, amount: Amount, sign: i32) -> Option<Move> {
        let signed = |n: i64| i32::try_from(n).ok()?.checked_mul(sign);
        if amount.is_clock() {
            let minutes = amount.minutes()?.checked_mul(sign)?;
            return Some(Move::ByMinutes { minutes });
        }
        if amount.months == 0 {
            let days = signed(amount.days)?;
            return Some(Move::ByDays { days });
        }
        if amount.days == 0 {
            let months = signed(amount.months)?;
            return Some(Move::ByMonths { months });
        }
        // "a month and a half" has no calendar unit of its own.
        let day = amount.after_day(self.today, i64::from(sign))?;
        let days = self.today.until(day).ok()?.get_days();
        Some(Move::ByDays { days })
    }

    pub(crate) fn fields(&self, intent: Intent, found: &Found) -> Option<TaskFields> {
        let mut fields = TaskFields::default();
        let name = || {
            let (at, end) = found.name?;
            let at = if matches!(self.sense(at), "#" | "+" | "@") {
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
            Intent::Length => {
                let (at, _) = found.amount?;
                let (amount, _) = self.amount(at)?;
                let minutes = u32::try_from(amount.minutes()?).ok()?;
                fields.duration_minutes = Patch::Set(Some(minutes).filter(|some| *some > 0)?);
            }
            Intent::ClearLength => fields.duration_minutes = Patch::Clear,
            Intent::AddNotes => fields.add_notes = Some(self.said_text(found)?),
            Intent::SetNotes => fields.notes = Patch::Set(self.said_text(found)?),
            Intent::ClearNotes => fields.notes = Patch::Clear,
            Intent::ClearReminders => fields.reminders = Patch::Clear,
            Intent::ClearProject => {
                let known = |name: String| self.known(&self.ctx.projects, &name);
                if found.name.is_some() {
                    known(name()?)?;
                }
                fields.project = Patch::Clear;
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
                let title = self.said_text(found)?;
                fields.title = Some(title.chars().take(domain::limits::TITLE_CHARS).collect());
            }
            Intent::MoveProject => {
                let name = name()?;
                let listed = found.name.is_some_and(|(_, end)| self.means(end, "list"));
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

    /// The text that a phrase gives, quotes off.
    fn said_text(&self, found: &Found) -> Option<String> {
        let (at, end) = found.text?;
        self.words_in(at, end)
    }

    /// The words of a range, quotes off; `None` where there are none.
    pub(crate) fn words_in(&self, at: usize, end: usize) -> Option<String> {
        if at >= end {
            return None;
        }
        let text = if end - at == 1 {
            self.tokens[at].unquoted().trim().to_owned()
        } else {
            self.text_of(at, end)
        };
        (!text.is_empty()).then_some(text)
    }

    /// "move the faucet to work": a known project without the word.
    pub(crate) fn move_to_known_project(&self, from: usize, to: usize) -> Option<Action> {
        if !matches!(
            self.sense(from),
            "move" | "transfer" | "shift" | "file" | "put"
        ) {
            return None;
        }
        for at in (from + 2..to).rev() {
            if matches!(self.sense(at), "to" | "into" | "in" | "under") {
                let place = if matches!(self.sense(at + 1), "my" | "the" | "our") {
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
                if self.means(from, "put") {
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
