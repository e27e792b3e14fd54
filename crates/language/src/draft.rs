//! New tasks from a clause: its pieces set fields, the rest is the title.

use domain::command::{NewSeries, NewTask, ProjectRef, SectionRef};
use domain::limits;
use domain::task::CatchUp;

use crate::echo;
use crate::locale::Word;
use crate::marks::Mark;
use crate::pieces::{Piece, Setting, Value};
use crate::proposal::{Doubt, Draft, Span, SpanKind};
use crate::tokens::{Kind, Utf16};
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
        let pieces = self.pieces(
            from,
            to,
            Setting {
                listing: opening.listing,
            },
        );
        let groups = self.groups(from, to, &pieces, opening);
        let mut drafted = Drafted::default();
        let shared = self.shared_pieces(&pieces, &groups, opening);
        let mut day: Option<Days> = None;
        for (number, (start, end)) in groups.iter().enumerate().take(limits::COMMAND_TASKS) {
            let own = pieces
                .iter()
                .filter(|piece| piece.from >= *start && piece.to <= *end);
            let mut all: Vec<Piece> = own.cloned().collect();
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
            let begin = if number > 0 {
                let bare = self.opt(*start, Word::And);
                self.create_prefix(bare, *end)
                    .filter(|prefix| prefix.end < *end)
                    .map_or(*start, |prefix| prefix.end)
            } else {
                *start
            };
            let title = self.title(text, begin, *end, &pieces, opening, number);
            if let Some((draft, found)) = self.build(text, title, &all, day, &mut drafted.doubts) {
                day = day.or(found);
                drafted.drafts.push(draft);
            }
        }
        drafted
    }

    /// Pieces of the whole sentence: of a divided list the destination and what follows it.
    fn shared_pieces(
        &self,
        pieces: &[Piece],
        groups: &[(usize, usize)],
        opening: Opening,
    ) -> Vec<Piece> {
        let apart = groups.iter().skip(1).any(|(start, _)| {
            *start > 0
                && (self.tokens[start - 1].kind == Kind::Newline
                    || self.tokens[start - 1].text == ";"
                    || self.ends_sentence(start - 1))
        });
        if groups.len() < 2 || apart || !(opening.listing || opening.several) {
            return Vec::new();
        }
        let timed = groups.iter().filter(|(start, end)| {
            pieces
                .iter()
                .any(|p| p.value.is_time() && p.from >= *start && p.to <= *end)
        });
        let one_time = timed.count() == 1;
        let last = groups.last().map_or(0, |group| group.0);
        pieces
            .iter()
            .filter(|piece| match &piece.value {
                Value::Mark(Mark::Project(_) | Mark::Tags(_)) => piece.from >= last,
                value if value.is_time() => one_time && piece.from >= last,
                Value::Priority(_) => piece.from >= last,
                _ => false,
            })
            .cloned()
            .collect()
    }

    /// Divides a clause into the tasks that it names.
    fn groups(
        &self,
        from: usize,
        to: usize,
        pieces: &[Piece],
        opening: Opening,
    ) -> Vec<(usize, usize)> {
        let covered = |at: usize| pieces.iter().any(|piece| piece.from <= at && at < piece.to);
        let mut cuts: Vec<(usize, usize)> = Vec::new();
        let mut at = from;
        while at < to {
            let first = at;
            if !covered(at) && self.is_divider(at) {
                while at < to
                    && !covered(at)
                    && (self.is_divider(at) || self.low_is(at, "then") || self.low_is(at, "also"))
                {
                    at += 1;
                }
                cuts.push((first, at));
            } else {
                at += 1;
            }
        }
        let mut segments = Vec::new();
        let mut start = from;
        for (left, right) in &cuts {
            segments.push((start, *left, *right));
            start = *right;
        }
        segments.push((start, to, to));
        let titled = |start: usize, end: usize| {
            (start..end)
                .any(|at| self.tokens[at].is_content() && !covered(at) && !self.is(at, Word::Link))
        };
        let timed = |start: usize, end: usize| {
            pieces
                .iter()
                .any(|p| p.value.is_time() && p.from >= start && p.to <= end)
        };
        let list =
            (opening.listing || opening.several) && self.is_plain_list(&segments, pieces, opening);
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for (n, (start, end, _)) in segments.iter().enumerate() {
            let Some(last) = groups.last_mut().filter(|_| n > 0) else {
                groups.push((*start, *end));
                continue;
            };
            let cut = (segments[n - 1].1, segments[n - 1].2);
            let hard = (cut.0..cut.1).any(|at| {
                self.tokens[at].kind == Kind::Newline
                    || self.tokens[at].text == ";"
                    || self.ends_sentence(at)
            });
            let begins_to = self.low_is(*start, "to") && opening.to && self.verb_at(start + 1);
            let begins_again = self.create_prefix(*start, *end).is_some() && titled(*start, *end);
            let both_timed = timed(last.0, last.1)
                && titled(last.0, last.1)
                && timed(*start, *end)
                && titled(*start, *end)
                && (self.verb_at(*start)
                    || covered(*start)
                    || self.is_content_time(*start, pieces)
                    || (cut.0..cut.1).any(|at| self.low_is(at, ",")));
            if titled(*start, *end)
                && (hard || list || begins_to || begins_again || both_timed)
                && titled(last.0, last.1)
            {
                groups.push((*start, *end));
            } else {
                last.1 = *end;
            }
        }
        groups
    }

    fn is_content_time(&self, at: usize, pieces: &[Piece]) -> bool {
        pieces
            .iter()
            .any(|piece| piece.from == at && piece.value.is_time())
    }

    fn is_divider(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.kind == Kind::Newline
            || matches!(token.text, "," | ";" | "&")
            || (token.is(Word::And) && token.kind == Kind::Word)
            || self.ends_sentence(at)
            || (token.low_is("then") && at > 0 && self.low_is(at - 1, ","))
    }

    /// A full stop before a new imperative.
    fn ends_sentence(&self, at: usize) -> bool {
        matches!(self.tokens[at].text, "." | "!")
            && self.tokens[at].glued
            && !self.glued(at + 1)
            && (self.verb_at(at + 1)
                || self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.low_is("remind") || next.low_is("add")))
    }

    /// Whether the segments are short names of things: "bananas, apples and yogurt".
    fn is_plain_list(
        &self,
        segments: &[(usize, usize, usize)],
        pieces: &[Piece],
        opening: Opening,
    ) -> bool {
        if segments.len() < 2 {
            return false;
        }
        if opening.several {
            return true;
        }
        let onto = pieces.iter().any(|piece| matches!(&piece.value, Value::Mark(Mark::Project(_) | Mark::Tags(_) | Mark::Nothing) if !self.is_sign(piece.from)));
        let short = segments.iter().all(|(start, end, _)| {
            let words = (*start..*end).filter(|at| {
                self.tokens[*at].is_content()
                    && !pieces
                        .iter()
                        .any(|piece| piece.from <= *at && *at < piece.to)
            });
            words.count() <= 4
        });
        let commas = segments.len() > 2;
        // "add call Anna and Ben to work": a verb with several objects is one task.
        let verb = self.verb_at(segments[0].0)
            && !segments
                .iter()
                .skip(1)
                .any(|(start, ..)| self.verb_at(*start));
        onto && short && !(verb && !commas) && !verb
    }

    fn is_sign(&self, at: usize) -> bool {
        self.tokens[at].kind == Kind::Punct
    }

    /// What is left of `from..to` without the pieces.
    pub(crate) fn title(
        &self,
        text: &str,
        from: usize,
        to: usize,
        pieces: &[Piece],
        opening: Opening,
        number: usize,
    ) -> String {
        let mut left: Vec<usize> = (from..to)
            .filter(|at| {
                !pieces
                    .iter()
                    .any(|piece| piece.from <= *at && *at < piece.to)
                    && self.tokens[*at].kind != Kind::Newline
            })
            .collect();
        self.trim_start(&mut left, from, pieces, opening, number);
        self.trim_end(&mut left, to, pieces);
        if let [only] = left.as_slice()
            && self.tokens[*only].kind == Kind::Quote
        {
            return cut(self.tokens[*only].unquoted().trim());
        }
        let mut title = String::new();
        let mut before: Option<usize> = None;
        for at in left {
            let token = &self.tokens[at];
            if let Some(before) = before {
                let between = &text[self.tokens[before].end..token.start];
                let seam = at > before + 1;
                if seam && matches!(token.text, "," | "." | ";" | ":" | "!" | "?" | ")") {
                    // A sign closes up to the word before the gap.
                } else if seam {
                    if !title.is_empty() && !title.ends_with(' ') {
                        title.push(' ');
                    }
                } else {
                    title.push_str(between);
                }
            }
            title.push_str(token.text);
            before = Some(at);
        }
        cut(title.trim())
    }

    fn trim_start(
        &self,
        left: &mut Vec<usize>,
        from: usize,
        pieces: &[Piece],
        opening: Opening,
        number: usize,
    ) {
        let gap_before = |at: usize| pieces.iter().any(|piece| piece.to == at && piece.from < at);
        loop {
            let Some(&first) = left.first() else { return };
            let token = &self.tokens[first];
            let near_gap = gap_before(first);
            let drop = match token.kind {
                Kind::Punct => {
                    matches!(
                        token.text,
                        "," | ":" | ";" | "-" | "–" | "—" | "." | "!" | "•" | "*" | ")" | "?" | "…"
                    ) || (near_gap && token.text == "'")
                }
                Kind::Word => {
                    let to = token.low_is("to")
                        && (opening.to || near_gap)
                        && (first == from || near_gap || number > 0 || first <= from + 2);
                    let named = near_gap
                        && matches!(
                            token.low.as_ref(),
                            "that"
                                | "and"
                                | "called"
                                | "named"
                                | "for"
                                | "about"
                                | "then"
                                | "please"
                        );
                    let named = named
                        || (opening.to
                            && first == from
                            && matches!(token.low.as_ref(), "for" | "about" | "that" | "of"));
                    let again = number > 0 && matches!(token.low.as_ref(), "and" | "then" | "also");
                    to || named || again
                }
                _ => false,
            };
            if !drop || left.len() == 1 && token.kind == Kind::Word {
                break;
            }
            left.remove(0);
        }
    }

    fn trim_end(&self, left: &mut Vec<usize>, _to: usize, pieces: &[Piece]) {
        let gap_after = |at: usize| {
            pieces
                .iter()
                .any(|piece| piece.from == at + 1 && piece.to > at + 1)
        };
        let mut gap = false;
        loop {
            let Some(&last) = left.last() else { return };
            let token = &self.tokens[last];
            gap = gap || gap_after(last);
            let drop = match token.kind {
                Kind::Punct => {
                    matches!(token.text, "," | ":" | ";" | "–" | "—" | "." | "(" | "@")
                        || (token.text == "-" && !(last > 0 && token.glued))
                        || (matches!(token.text, "!" | "?") && gap)
                }
                Kind::Word => {
                    gap && (matches!(
                        token.low.as_ref(),
                        "and"
                            | "on"
                            | "at"
                            | "by"
                            | "for"
                            | "in"
                            | "due"
                            | "is"
                            | "starting"
                            | "before"
                            | "until"
                            | "the"
                            | "it's"
                            | "with"
                            | "from"
                            | "please"
                            | "around"
                            | "sometime"
                            | "deadline"
                    )) || token.low_is("please")
                }
                _ => false,
            };
            if !drop || left.len() == 1 && token.kind == Kind::Word {
                break;
            }
            left.pop();
        }
    }

    fn build(
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
                    bound = Some(when.clone());
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
                Value::Notes(notes) => task.notes.clone_from(notes),
                Value::Mark(Mark::Nothing) => {}
            }
        }
        let own_day = moment.days;
        if moment.days.is_none() && moment.clock.is_some() && rule.is_none() {
            moment.days = day;
        }
        task.duration_minutes = length;
        if let Some(words) = rule {
            if words.clock.clock.is_some() && moment.clock.is_some() {
                doubts.push(Doubt {
                    question: "A task repeats at one time of day. At which time?".to_owned(),
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
                ..when
            })?;
            task.due = self.due(&when);
        }
        task.source_text = Some(text.chars().take(limits::TEXT_CHARS).collect());
        let spans = self.spans(text, pieces, &task);
        Some((Draft { task, spans }, own_day))
    }

    /// Minutes from the start to the end of a range of clock times, or the length said.
    fn length_of(&self, when: &crate::when::When) -> Option<u32> {
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
                    Value::Notes(notes) => Some(notes.clone()),
                    Value::Mark(Mark::Nothing) => None,
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

/// The text as a title: one line, no quotes around it.
pub(crate) fn plain_title(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    cut(&line)
}

/// A title that fits.
fn cut(title: &str) -> String {
    title
        .chars()
        .take(limits::TITLE_CHARS)
        .collect::<String>()
        .trim()
        .to_owned()
}
