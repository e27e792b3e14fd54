//! Names that hold words of clock and calendar: films, people, numbered things. What belongs to one
//! says nothing about when.

use crate::locale::Word;
use crate::pieces::Place;
use crate::tokens::Kind;
use crate::when::Scan;

impl Scan<'_> {
    /// Whether the piece `at..next` of the clause `from..to` goes on with a name that stands before it.
    pub(crate) fn continues_a_name(&self, from: usize, at: usize, next: usize, to: usize) -> bool {
        at > from
            && (self.is_numbered(at, next)
                || self.is_train(at, next)
                || self.ends_a_title(from, at)
                || self.is_doubled(from, at)
                || self.is_reviewed(from, at, next, to))
    }

    /// "part 11-20-31", "platform 9 3/4", "2 by 4", "Mr. Noon".
    fn is_numbered(&self, at: usize, next: usize) -> bool {
        let before = at - 1;
        let honorific = if self.means(before, ".") && self.glued(before) && before > 0 {
            before - 1
        } else {
            before
        };
        if self.is(honorific, Word::Honorific) && self.tokens[at].is_capital() {
            return true;
        }
        // "a month of Sundays"
        if self.is(before, Word::Of)
            && before > 0
            && self.unit(before - 1).is_some()
            && self.tokens[at].is_capital()
        {
            return true;
        }
        let by = self.is(at, Word::By) && self.digits(at + 1) > 0 && next == at + 2;
        if by && self.digits(before) > 0 {
            return true;
        }
        // "room 5pm" is a room at five; "pages 3 to 9" is no time.
        let timed = (at..next).any(|place| {
            self.is(place, Word::Am)
                || self.is(place, Word::Pm)
                || self.is(place, Word::Oclock)
                || self.means(place, ":")
        });
        let fraction = self.means(at + 1, "/") && self.digits(before) > 0;
        self.digits(at) > 0 && !timed && (fraction || self.is(before, Word::Numbered))
    }

    /// "watch 3:10 to Yuma"
    fn is_train(&self, at: usize, next: usize) -> bool {
        let capital = |token: &crate::tokens::Token<'_>| token.is_capital();
        self.is(at - 1, Word::Media)
            && self.digits(at) > 0
            && self.is(next, Word::To)
            && self.token(next + 1).is_some_and(capital)
    }

    /// "Any Given Sunday", "The Man Who Was Thursday": a capital on a small word, behind words that
    /// have none, shows a title, which the piece ends.
    fn ends_a_title(&self, from: usize, at: usize) -> bool {
        let written_in = self.is(at, Word::In)
            && self.class(at - 1, day_or_month).is_some()
            && self.class(at + 1, day_or_month).is_some();
        let place = at + usize::from(written_in);
        if !self.tokens[place].is_capital() {
            return false;
        }
        let mut begin = at;
        while begin > from && self.tokens[begin - 1].is_capital() {
            begin -= 1;
        }
        let shown = (begin.max(from + 1)..at).any(|place| self.is_small(place));
        let plain = (from..begin).any(|place| {
            let token = &self.tokens[place];
            token.kind == Kind::Word && !token.is_capital()
        });
        shown && plain
    }

    /// Whether three or four digits alone are read as a time, with a part of the day or without.
    pub(crate) fn is_bare_number(&self, at: usize, next: usize) -> bool {
        let digits = self.skip(at, &[Word::At, Word::By]);
        let part =
            |place: usize| self.class(place, |word| matches!(word, Word::Part(_)).then_some(()));
        self.digits(digits) >= 3
            && (digits + 1..next)
                .all(|place| part(place).is_some() && self.tokens[place].is_capital())
    }

    fn is_small(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let topics = &self.locale.topics;
        token.text != "I"
            && (token.is(Word::Determiner)
                || token.is(Word::Link)
                || token.is(Word::Last)
                || topics.finite.contains(token.low.as_ref())
                || topics.questions.contains(token.low.as_ref()))
    }

    /// "Monday Monday", "Sunday Bloody Sunday".
    fn is_doubled(&self, from: usize, at: usize) -> bool {
        let Some(day) = self.class(at, day_or_month) else {
            return false;
        };
        let run = |place: &usize| self.tokens[*place].is_capital();
        let same = |place: usize| self.class(place, day_or_month) == Some(day);
        self.tokens[at].is_capital()
            && ((from..at).rev().take_while(run).any(same)
                || (at + 1..self.tokens.len()).take_while(run).any(same))
    }

    /// "review Independence Day": a verb alone with a feast has the feast for its object.
    fn is_reviewed(&self, from: usize, at: usize, next: usize, to: usize) -> bool {
        at == from + 1
            && next >= to
            && self.tokens[at].is_capital()
            && self.verb_at(from)
            && self.feast(at).is_some()
    }

    /// Whether a feast that begins at `at` or behind covers `place`.
    pub(crate) fn in_feast(&self, at: usize, place: usize) -> bool {
        (at..=place).any(|begin| self.feast(begin).is_some_and(|(_, end)| end > place))
    }

    /// Whether a verb that begins tasks stands here.
    pub(crate) fn verb_at(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == Kind::Word && self.locale.verbs.contains_key(&*token.low)
        })
    }

    /// Whether `from..to` says something to do: a verb begins it, or closes it where verbs do.
    pub(crate) fn acts(&self, from: usize, to: usize) -> bool {
        self.verb_at(from) || self.closes_with_verb(from, to)
    }

    /// Whether a verb in its plain form closes `from..to`: "Briefmarken kaufen".
    pub(crate) fn closes_with_verb(&self, from: usize, to: usize) -> bool {
        if !self.locale.grammar.verbs_close {
            return false;
        }
        let end = crate::pattern::skip_signs_back(self, from, to);
        let pieces = self.pieces(from, end, crate::pieces::Setting::default());
        let covered = |at: usize| pieces.iter().any(|piece| piece.from <= at && at < piece.to);
        let last = (from..end).rev().find(|at| !covered(*at));
        // "schön, dich zu sehen" says nothing to do.
        last.is_some_and(|at| self.is_plain_verb(at) && !(at > from && self.means(at - 1, "to")))
    }

    /// Whether the word may be the verb that closes what is to do.
    pub(crate) fn is_plain_verb(&self, at: usize) -> bool {
        self.locale.grammar.verbs_close
            && self.token(at).is_some_and(|token| {
                token.kind == Kind::Word
                    && token.words.is_empty()
                    && token.text.starts_with(char::is_lowercase)
                    && (self.locale.forms.closes)(&token.low)
            })
    }

    /// Whether the piece belongs to the name of something: "watch Friday Night Lights",
    /// "The Day After Tomorrow", "Tomorrow Never Dies".
    pub(crate) fn is_named(&self, place: Place) -> bool {
        let Place {
            from,
            at,
            next,
            to,
            shouting,
            titled,
        } = place;
        if self.continues_a_name(from, at, next, to) {
            return true;
        }
        if shouting {
            return false;
        }
        let begins = at == from
            || at == 0
            || matches!(self.sense(at - 1), "." | ":" | "!" | "?" | "-")
            || self.tokens[at - 1].kind == Kind::Newline;
        for place in at..next.min(self.tokens.len()) {
            let token = &self.tokens[place];
            if !token.is_capital() || (place == at && begins) {
                continue;
            }
            let proper = token.words.iter().any(|word| {
                matches!(
                    word,
                    Word::Day(_) | Word::Days(_) | Word::Month(_) | Word::Am | Word::Pm
                )
            }) || self.feast(place).is_some()
                || token.text.len() <= 3 && token.text.chars().all(char::is_uppercase)
                || self.in_feast(at, place)
                || self.in_zone(at, place)
                || place > 0 && self.means(place - 1, "/");
            // "Call dad Tomorrow at 5pm"
            let near = token.words.iter().any(|word| {
                matches!(
                    word,
                    Word::Today | Word::Tomorrow | Word::Tonight | Word::Part(_)
                )
            });
            let timed = near && (at..next).any(|place| self.digits(place) > 0);
            if !proper && !timed {
                return true;
            }
        }
        // "Seven Days in May": a common word of time with a capital is part of a title.
        let digits = (at..next).any(|place| self.digits(place) > 0);
        if titled && !digits {
            return true;
        }
        // A run of capitals goes on behind the piece and the piece opens it.
        let capital_next = next < to
            && self.tokens[next].is_capital()
            && self.tokens[next].text != "I"
            && !self.tokens[next].glued;
        let opens_capital = self.tokens[at].is_capital() && !self.is(at, Word::Link);
        if opens_capital && capital_next && !self.verb_at(next) {
            let all = (from..to).filter(|place| {
                self.tokens[*place].kind == Kind::Word
                    && !self.is(*place, Word::Link)
                    && !self.is(*place, Word::Determiner)
            });
            let mut all = all.map(|place| self.tokens[place].is_capital());
            if !begins || all.all(|capital| capital) {
                return true;
            }
        }
        // "watch Freaky Friday", "read Black Tuesday": a work's name behind its verb.
        let last_capital = self.tokens[at].is_capital()
            && at > from
            && self.tokens[at - 1].is_capital()
            && at - 1 > from;
        let media = last_capital && (from..at).any(|place| self.is(place, Word::Media));
        let after_media = at > from && self.is(at - 1, Word::Media) && self.tokens[at].is_capital();
        !digits && (media || after_media)
    }

    fn in_zone(&self, at: usize, place: usize) -> bool {
        (at + 1..=place).any(|begin| {
            let (zone, end) = self.zone(begin);
            zone.is_some() && end > place
        })
    }
}

fn day_or_month(word: &Word) -> Option<u8> {
    match word {
        Word::Day(day) | Word::Days(day) => u8::try_from(day.to_monday_one_offset()).ok(),
        Word::Month(month) => u8::try_from(month + 100).ok(),
        _ => None,
    }
}
