//! Finds the pieces of a clause that set fields of a new task, and leaves names and titles alone.

use domain::Priority;
use domain::task::ReminderTime;

use crate::locale::Word;
use crate::marks::Mark;
use crate::proposal::SpanKind;
use crate::rule::RuleWords;
use crate::tokens::Kind;
use crate::when::moment::Weight;
use crate::when::{Bound, Grain, Scan, When};

/// A piece with its place in the tokens.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) value: Value,
    pub(crate) confidence: f32,
}

/// What a piece says.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    When(Box<When>),
    Rule(Box<RuleWords>),
    Priority(Priority),
    Mark(Mark),
    Reminders(Vec<ReminderTime>),
    /// Minutes that it takes.
    Length(u32),
    Notes(String),
    /// A time that nothing is due at, which stays in the title.
    Kept,
}

impl Value {
    /// The kind of span that shows the piece.
    pub(crate) fn kind(&self) -> SpanKind {
        match self {
            Self::When(_) => SpanKind::Due,
            Self::Rule(_) => SpanKind::Rule,
            Self::Priority(_) | Self::Mark(Mark::Priority(_)) => SpanKind::Priority,
            Self::Mark(Mark::Tags(_)) => SpanKind::Tag,
            Self::Mark(Mark::Project(_)) => SpanKind::Project,
            Self::Mark(Mark::Section(_)) => SpanKind::Section,
            Self::Mark(Mark::Member(..)) => SpanKind::Assignee,
            Self::Reminders(_) => SpanKind::Reminder,
            Self::Length(_) => SpanKind::Duration,
            Self::Notes(_) => SpanKind::Notes,
            Self::Mark(Mark::Nothing) | Self::Kept => SpanKind::Command,
        }
    }

    /// Whether it says when.
    pub(crate) fn is_time(&self) -> bool {
        matches!(self, Self::When(_) | Self::Rule(_))
    }
}

/// Where a piece may stand: the clause, the piece, and whether all of the text is in capitals.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) from: usize,
    pub(crate) at: usize,
    pub(crate) next: usize,
    pub(crate) to: usize,
    pub(crate) shouting: bool,
    pub(crate) titled: bool,
}

/// What kind of sentence the pieces are looked for in.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Setting {
    /// "add .. to my list": a destination may follow.
    pub(crate) listing: bool,
    /// Nothing is in lower case.
    pub(crate) shouting: bool,
    /// A common word of time has a capital behind a capital: "Seven Days in May".
    pub(crate) titled: bool,
}

impl Scan<'_> {
    /// A time or a rule that opens `from..to`, with the place behind it and its comma.
    pub(crate) fn leading_time(&self, from: usize, to: usize) -> Option<(Piece, usize)> {
        let (value, next, confidence) = self
            .piece(from, from, to, Setting::default())
            .filter(|(value, next, _)| value.is_time() && *next < to)?;
        let piece = Piece {
            from,
            to: next,
            value,
            confidence,
        };
        let behind = if self.is(next, Word::On) {
            next + 1
        } else {
            next
        };
        Some((piece, self.opt_sense(behind, ",")))
    }

    /// The pieces of `from..to`, in order, never overlapping.
    pub(crate) fn pieces(&self, from: usize, to: usize, setting: Setting) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = from;
        let shouting = self
            .tokens
            .iter()
            .all(|t| t.kind != Kind::Word || t.text.chars().all(|c| !c.is_lowercase()));
        let titled = (from + 1..to).any(|place| {
            self.tokens[place].is_capital()
                && self.unit(place).is_some()
                && self.tokens[place].text.len() > 3
                && self.tokens[place - 1].is_capital()
        });
        let setting = Setting {
            shouting,
            titled,
            ..setting
        };
        let mut excepted = None;
        while at < to {
            let token = &self.tokens[at];
            if matches!(token.kind, Kind::Quote | Kind::Opaque | Kind::Newline) {
                at += 1;
                continue;
            }
            if let Some(next) = self.end_of_rule(&mut pieces, at).filter(|next| *next <= to) {
                pieces.push(Piece {
                    from: at,
                    to: next,
                    value: Value::Mark(Mark::Nothing),
                    confidence: 0.9,
                });
                at = next;
                continue;
            }
            let place = Place {
                from,
                at,
                next: at,
                to,
                shouting,
                titled,
            };
            if let Some(next) = self.excepted_time(place, excepted) {
                excepted = Some(next);
                at = next;
                continue;
            }
            let found = self
                .piece(from, at, to, setting)
                .filter(|(_, next, _)| *next <= to && *next > at);
            match found {
                Some((Value::Kept, next, _)) => at = next,
                Some((value, next, confidence)) => {
                    pieces.push(Piece {
                        from: at,
                        to: next,
                        value,
                        confidence,
                    });
                    at = next;
                }
                None => at += 1,
            }
        }
        pieces
    }

    /// "bis Ende Januar" behind a rule ends it, where the same word says by when something is due.
    fn end_of_rule(&self, pieces: &mut [Piece], at: usize) -> Option<usize> {
        if !(self.is(at, Word::By) && self.is(at, Word::Until)) {
            return None;
        }
        pieces.iter_mut().find_map(|piece| match &mut piece.value {
            Value::Rule(words) => self.ending_tail(words, at),
            _ => None,
        })
    }

    fn piece(
        &self,
        from: usize,
        at: usize,
        to: usize,
        setting: Setting,
    ) -> Option<(Value, usize, f32)> {
        if let Some((mark, next)) = self.sign_mark(at) {
            return Some((Value::Mark(mark), next, 1.0));
        }
        if at > from
            && let Some((times, next)) = self.reminder_phrase(at)
        {
            return Some((Value::Reminders(times), next, 0.95));
        }
        if let Some((minutes, next)) = self.duration_phrase(from, at, to) {
            return Some((Value::Length(minutes), next, 0.9));
        }
        if let Some((priority, next)) = self.priority_phrase(at)
            && !self.is_excepted(from, at)
        {
            let known_name = self.tokens.get(next).is_some_and(|t| t.means("list"));
            if !known_name {
                return Some((Value::Priority(priority), next, 0.9));
            }
        }
        if at > from || self.means(at, "tagged") {
            if let Some((mark, next)) = self.tag_phrase(at) {
                return Some((Value::Mark(mark), next, 0.9));
            }
            if let Some((mark, next)) = self.notes(at, to) {
                return Some((mark, next, 0.9));
            }
        }
        if let Some((mark, next)) = self.project_phrase(at) {
            return Some((Value::Mark(mark), next, 0.9));
        }
        if setting.listing
            && at >= from
            && let Some((mark, next)) = self.destination(at)
        {
            return Some((Value::Mark(mark), next, 0.85));
        }
        if let Some((words, next)) = self.recurrence(at)
            && let Some(confidence) = self.accepts_rule(
                &words,
                Place {
                    from,
                    at,
                    next,
                    to,
                    shouting: setting.shouting,
                    titled: setting.titled,
                },
            )
        {
            return Some((Value::Rule(Box::new(words)), next, confidence));
        }
        let (when, next) = self.when(at)?;
        if self.is_over(&when) {
            return Some((Value::Kept, next, 1.0));
        }
        let place = Place {
            from,
            at,
            next,
            to,
            shouting: setting.shouting,
            titled: setting.titled,
        };
        let confidence = self.accepts_when(&when, place)?;
        Some((Value::When(Box::new(when)), next, confidence))
    }

    fn notes(&self, at: usize, to: usize) -> Option<(Value, usize)> {
        let word = matches!(self.sense(at), "note" | "notes") && self.means(at + 1, ":");
        let slashes =
            self.means(at, "/") && self.means(at + 1, "/") && self.glued(at + 1) && !self.glued(at);
        if !word && !slashes || at + 2 >= to {
            return None;
        }
        let text = self.text_of(at + 2, to);
        Some((Value::Notes(text), to))
    }

    fn accepts_rule(&self, words: &RuleWords, place: Place) -> Option<f32> {
        let Place {
            from, at, next, to, ..
        } = place;
        if self.is_named(place) {
            return None;
        }
        let on = self.skip(at, &[Word::On]);
        let every = (at..next).any(|place| self.is(place, Word::Every));
        let edge = self.locale.grammar.nouns_join || self.edge_after(next, to);
        if every {
            return Some(0.97);
        }
        // "monthly report" is a report; "back up weekly" is a habit.
        let first = at == from;
        let determined = at > from && self.is(at - 1, Word::Determiner);
        let adverb = self
            .class(at, |w| matches!(w, Word::Adverb(..)).then_some(()))
            .is_some();
        if determined && (!edge || adverb) {
            return None;
        }
        let spoken =
            on > at || words.rule.end.is_some() || words.clock.is_something() || next - at > 1;
        if edge || (first && self.means(next, ":")) || (first && spoken) {
            return Some(if spoken || edge { 0.9 } else { 0.75 });
        }
        None
    }

    fn accepts_when(&self, when: &When, place: Place) -> Option<f32> {
        let Place {
            from,
            at,
            next,
            to,
            shouting,
            ..
        } = place;
        if when.bound == Bound::Until || self.is_named(place) || self.due(when).is_none() {
            return None;
        }
        if self.means(at, "from") && when.end.is_none() {
            return None;
        }
        // "Midnight in Paris": a part of the day alone says when only at the end.
        let bare_part =
            when.start.part.is_some() && when.start.days.is_none() && when.start.clock.is_none();
        if bare_part && !when.announced && !self.only_signs(next, to) && !self.means(next, ",") {
            return None;
        }
        // "gegen 1. FC Köln": the stop makes an ordinal of what would be an hour.
        let ordinal = self.locale.grammar.dots_order && self.dotted(at + 1);
        if ordinal && self.is(at, Word::About) && self.token(next + 1).is_some() {
            return None;
        }
        let first = at == from
            || self.only_signs(from, at)
            || matches!(self.sense(at - 1), "," | ";")
            || self.tokens[at - 1].kind == Kind::Newline;
        // "Fr. Müller anrufen", "Do it yourself": a short day needs a time or an edge behind it.
        let short = self.is_short_day(at, next);
        let joins = self.locale.grammar.nouns_join && !short;
        let edge = joins || self.edge_after(next, to) && !(short && self.names_somebody(next));
        // "Weihnachten planen": a feast alone is what the verb is about.
        if !when.announced && self.feast(at).is_some_and(|(_, end)| end == next) {
            let only_verb = next + 1 >= crate::pattern::skip_signs_back(self, next, to);
            if at == from && only_verb && self.is_plain_verb(next) {
                return None;
            }
        }
        let weight = when.start.weight();
        let open_hour = when
            .start
            .clock
            .is_some_and(|clock| clock.open && clock.grain == Grain::Hour);
        let announced = when.announced && !when.weakly;
        let determined = !when.announced
            && at > from
            && self.is(at - 1, Word::Determiner)
            && !self.is(at - 1, Word::This);
        if determined && !(edge && weight == Weight::Full) {
            return None;
        }
        // "at 10 Downing Street", "in May Hall": a capital goes on with a name.
        let name_goes_on = self.tokens.get(next).is_some_and(|token| {
            next < to
                && token.is_capital()
                && !shouting
                && !token.is(Word::Link)
                && token.text != "I"
                && !token.glued
                && !matches!(token.sense(), "asap")
        });
        let near = when.start.exact.is_some()
            || (at..next).any(|place| {
                self.is(place, Word::Today)
                    || self.is(place, Word::Tomorrow)
                    || self.is(place, Word::Tonight)
            });
        let grain = when.start.days.map(|days| days.grain);
        match weight {
            Weight::Full => {
                // "at 10 Downing Street", "at 1835 Elm Street"
                let house = name_goes_on && (open_hour || self.is_bare_number(at, next));
                if edge || near || announced && !house {
                    return Some(0.97);
                }
                let clocked = when.start.clock.is_some();
                if first || clocked && !open_hour && !house {
                    return Some(0.85);
                }
                None
            }
            Weight::Plain => {
                if name_goes_on && !first {
                    return None;
                }
                if edge {
                    return Some(if announced { 0.95 } else { 0.9 });
                }
                // At the start a bare day opens a task ("friday lunch with Ana"), or names one
                // ("black friday deals", "Wednesday Addams", "the weekend album").
                let opens = first
                    && (self.verb_at(next) || self.weekday_name(at).is_some() && !name_goes_on);
                if announced && (!open_hour || first) || opens {
                    return Some(0.75);
                }
                None
            }
            Weight::Slight => {
                let month = grain.is_some_and(|grain| grain > Grain::Weekend);
                if name_goes_on {
                    return None;
                }
                if announced && edge && !(month && self.is(at, Word::At)) {
                    return Some(0.9);
                }
                if month {
                    return None;
                }
                let last = self.only_signs(next, to);
                let bare_day = self.is(at, Word::The) || self.ordinal(at).is_some();
                if edge && last && !bare_day && !when.weakly {
                    return Some(0.7);
                }
                (edge && bare_day && last && first).then_some(0.6)
            }
        }
    }

    fn only_signs(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| self.tokens.get(at).is_none_or(|token| !token.is_content()))
    }
}
