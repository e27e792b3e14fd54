//! New tasks from a clause: its pieces set fields, the rest is the title.

use domain::command::{NewSeries, NewTask, ProjectRef, SectionRef};
use domain::limits;
use domain::task::CatchUp;

use crate::context::Mode;
use crate::echo;
use crate::groups::within;
use crate::locale::Word;
use crate::marks::Mark;
use crate::pieces::{Piece, Setting, Value};
use crate::proposal::{Doubt, Draft, Span, SpanKind};
use crate::titles::Part;
use crate::tokens::Utf16;
use crate::when::{Days, Moment, Scan};

/// New tasks with what is unclear about them.
#[derive(Debug, Default)]
pub(crate) struct Drafted {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) doubts: Vec<Doubt>,
}

/// How a clause asks for tasks.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Opening {
    /// "remind me", "i need": a leading "to" goes.
    pub(crate) to: bool,
    /// "add .. to ..": a destination may follow and lists are divided.
    pub(crate) listing: bool,
    /// "add three tasks:": every comma divides.
    pub(crate) several: bool,
}

impl Scan<'_> {
    /// The tasks that `from..to` asks for. `text` is the whole text, `lead` pieces that stood in the
    /// opening words.
    pub(crate) fn draft(
        &self,
        text: &str,
        from: usize,
        to: usize,
        opening: Opening,
        lead: &[Piece],
    ) -> Drafted {
        let setting = Setting {
            listing: opening.listing,
            ..Setting::default()
        };
        let pieces = self.pieces(from, to, setting);
        self.draft_of(text, (from, to), opening, lead, &pieces)
    }

    /// The tasks of a clause whose pieces are known.
    pub(crate) fn draft_of(
        &self,
        text: &str,
        (from, to): (usize, usize),
        opening: Opening,
        lead: &[Piece],
        pieces: &[Piece],
    ) -> Drafted {
        let groups = self.groups(from, to, pieces, opening);
        let mut drafted = Drafted::default();
        if self.ctx.mode == Mode::Any {
            drafted.doubts.extend(self.exception(from, to, pieces));
        }
        let shared = self.shared_pieces(pieces, &groups, opening);
        let mut day: Option<Days> = None;
        for (number, (start, end)) in groups.iter().enumerate().take(limits::COMMAND_TASKS) {
            let mut all: Vec<Piece> = within(pieces, *start, *end).to_vec();
            let own_count = all.len();
            for piece in shared
                .iter()
                .filter(|piece| !(piece.from >= *start && piece.to <= *end))
            {
                let same_kind = all
                    .iter()
                    .take(own_count)
                    .any(|own| own.value.kind() == piece.value.kind());
                if !same_kind {
                    all.push(piece.clone());
                }
            }
            all.extend(lead.iter().cloned());
            // "..; add another: fix CI" opens again.
            let again = (number > 0)
                .then(|| self.create_prefix(self.opt(*start, Word::And), *end))
                .flatten()
                .filter(|prefix| prefix.end < *end);
            if again
                .as_ref()
                .is_some_and(|prefix| self.is_refused(prefix, *end))
            {
                continue;
            }
            let begin = again.as_ref().map_or(*start, |prefix| prefix.end);
            let close = again.map_or(*end, |prefix| prefix.ends(*end));
            let title = self.title(
                text,
                Part {
                    from: begin,
                    to: close,
                    number,
                },
                pieces,
                opening,
            );
            if let Some((draft, found)) = self.build(text, title, &all, day, &mut drafted.doubts) {
                day = day.or(found);
                drafted.drafts.push(draft);
            }
        }
        drafted
    }

    pub(crate) fn build(
        &self,
        text: &str,
        title: String,
        pieces: &[Piece],
        day: Option<Days>,
        doubts: &mut Vec<Doubt>,
    ) -> Option<(Draft, Option<Days>)> {
        let mut task = NewTask {
            title,
            ..NewTask::default()
        };
        if !task.title.chars().any(char::is_alphanumeric) && task.title.trim().is_empty() {
            return None;
        }
        let mut moment = Moment::NOTHING;
        let mut bound = None;
        let mut length = None;
        let mut rule = None;
        for piece in pieces {
            match &piece.value {
                Value::When(when) => {
                    let fits = moment.exact.is_none() && when.start.exact.is_none();
                    if fits
                        && (when.start.days.is_none() || moment.days.is_none())
                        && (when.start.clock.is_none() || moment.clock.is_none())
                    {
                        moment.days = moment.days.or(when.start.days);
                        moment.clock = moment.clock.or(when.start.clock);
                        moment.part = moment.part.or(when.start.part);
                        moment.zone = moment.zone.clone().or(when.start.zone.clone());
                    } else {
                        moment = when.start.clone();
                    }
                    bound = Some(when);
                    length = length.or(self.length_of(when));
                }
                Value::Rule(words) => rule = Some(words),
                Value::Priority(priority) | Value::Mark(Mark::Priority(priority)) => {
                    task.priority = *priority
                }
                Value::Mark(Mark::Tags(tags)) => {
                    for tag in tags {
                        let tag = self
                            .known(&self.ctx.tags, tag)
                            .filter(|known| domain::fold::key(known) == domain::fold::key(tag))
                            .unwrap_or_else(|| tag.clone());
                        if !task.tags.contains(&tag) && task.tags.len() < limits::TASK_TAGS {
                            task.tags.push(tag);
                        }
                    }
                }
                Value::Mark(Mark::Project(project)) => {
                    task.project = Some(ProjectRef::NamedOrNew(project.clone()))
                }
                Value::Mark(Mark::Section(section)) => {
                    task.section = Some(SectionRef::Named(section.clone()))
                }
                Value::Mark(Mark::Member(id, _)) => task.assignees.push(*id),
                Value::Reminders(times) => task
                    .reminders
                    .get_or_insert_default()
                    .extend(times.iter().take(limits::TASK_REMINDERS)),
                Value::Length(minutes) => length = length.or(Some(*minutes)),
                Value::Notes(notes) => task.notes.clone_from(notes),
                Value::Mark(Mark::Nothing) | Value::Kept => {}
            }
        }
        let times: Vec<_> = pieces
            .iter()
            .filter_map(|piece| match &piece.value {
                Value::When(when) if when.start.clock.is_some() || when.start.part.is_some() => {
                    self.day_and_time(&when.start)
                }
                _ => None,
            })
            .map(|(_, time)| domain::wall::to_text(time))
            .collect();
        if times.len() > 1 && times.iter().any(|time| *time != times[0]) {
            doubts.push(Doubt {
                question: self.locale.catalogue.doubts.one_time.to_owned(),
                alternatives: times,
            });
        }
        let own_day = moment.days;
        if moment.days.is_none() && moment.clock.is_some() && rule.is_none() {
            moment.days = day;
        }
        task.duration_minutes = length;
        if let Some(words) = rule {
            if words.clock.clock.is_some() && moment.clock.is_some() {
                doubts.push(Doubt {
                    question: self.locale.catalogue.doubts.one_time_of_day.to_owned(),
                    alternatives: [words.clock.clock, moment.clock]
                        .into_iter()
                        .flatten()
                        .map(|clock| domain::wall::to_text(self.settle_hour(clock, None)))
                        .collect(),
                });
            }
            let settled = self.settle_rule(words, moment.is_something().then_some(&moment))?;
            task.due = Some(settled.due);
            task.series = Some(NewSeries {
                rule: settled.rule,
                catch_up: CatchUp::Jump,
            });
            doubts.extend(settled.doubt);
        } else if moment.is_something() {
            let when = bound.map(|when| crate::when::When {
                start: moment,
                ..when.as_ref().clone()
            })?;
            task.due = self.due(&when);
        }
        let spans = self.spans(text, pieces, &task);
        Some((Draft { task, spans }, own_day))
    }

    /// Minutes from the start to the end of a range of clock times, or the length said.
    pub(crate) fn length_of(&self, when: &crate::when::When) -> Option<u32> {
        if let Some(amount) = when.length {
            return u32::try_from(amount.minutes()?)
                .ok()
                .filter(|minutes| *minutes > 0);
        }
        let end = when.end.as_ref()?.clock?;
        let start = when.start.clock?;
        let minutes =
            |time: jiff::civil::Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
        u32::try_from((minutes(end.time) - minutes(start.time)).rem_euclid(1_440))
            .ok()
            .filter(|m| *m > 0)
    }

    /// The spans of pieces, with what they were understood as.
    pub(crate) fn spans(&self, text: &str, pieces: &[Piece], task: &NewTask) -> Vec<Span> {
        let mut offsets = Utf16::new(text);
        let locale = &self.ctx.locale;
        let mut spans: Vec<Span> = pieces
            .iter()
            .filter(|piece| piece.to > piece.from)
            .map(|piece| {
                let value = match &piece.value {
                    Value::When(_) => task
                        .due
                        .as_ref()
                        .map(|due| echo::due(due, self.ctx.now, &self.ctx.time, locale)),
                    Value::Rule(_) => task.series.as_ref().map(|series| {
                        echo::rule(
                            &series.rule,
                            task.due.as_ref().map(domain::Due::slot),
                            locale,
                        )
                    }),
                    Value::Priority(priority) | Value::Mark(Mark::Priority(priority)) => {
                        Some(echo::priority(*priority, locale).to_owned())
                    }
                    Value::Mark(Mark::Tags(tags)) => Some(tags.join(", ")),
                    Value::Mark(
                        Mark::Project(name) | Mark::Section(name) | Mark::Member(_, name),
                    ) => Some(name.clone()),
                    Value::Reminders(times) => {
                        let words: Vec<_> = times
                            .iter()
                            .map(|time| echo::reminder(time, self.ctx.now, &self.ctx.time, locale))
                            .collect();
                        Some(words.join(", "))
                    }
                    Value::Length(minutes) => Some(echo::length(*minutes, locale)),
                    Value::Notes(notes) => Some(notes.clone()),
                    Value::Mark(Mark::Nothing) | Value::Kept => None,
                };
                Span {
                    start: offsets.at(self.tokens[piece.from].start),
                    end: offsets.at(self.tokens[piece.to - 1].end),
                    kind: piece.value.kind(),
                    value: value.unwrap_or_default(),
                    confidence: piece.confidence,
                }
            })
            .collect();
        spans.sort_by_key(|span| (span.start, span.end));
        spans.dedup_by(|later, earlier| later.start < earlier.end);
        spans
    }

    /// A span over tokens.
    pub(crate) fn span(&self, text: &str, from: usize, to: usize, kind: SpanKind) -> Option<Span> {
        if from >= to {
            return None;
        }
        let mut offsets = Utf16::new(text);
        Some(Span {
            start: offsets.at(self.tokens[from].start),
            end: offsets.at(self.tokens[to - 1].end),
            kind,
            value: String::new(),
            confidence: 1.0,
        })
    }
}
