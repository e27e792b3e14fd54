//! Reads words as restrictions of a question: dates, priorities, lists, words to find.

use domain::Priority;

use crate::locale::{Unit, Word};
use crate::marks::Mark;
use crate::queries::Read;
use crate::question::{Question, Sort, StatusFilter};
use crate::tokens::Kind;
use crate::when::{Bound, Grain, Scan, When};

impl Scan<'_> {
    /// Reads `from..to` as a restriction. `finding` keeps nouns such as "appointment" as words to find.
    pub(crate) fn question(&self, from: usize, to: usize, finding: bool) -> Option<Read> {
        let mut read = Read::default();
        let mut at = from;
        while at < to {
            if !self.step() {
                return None;
            }
            let next = self.restriction(&mut read, at, to, finding);
            if let Some(next) = next {
                at = next.max(at + 1).min(to);
                continue;
            }
            let token = &self.tokens[at];
            match token.kind {
                Kind::Punct | Kind::Newline => {}
                Kind::Quote => read.rest.push(token.unquoted().trim().to_owned()),
                _ if self.is_filler(at, finding) => {}
                _ => read.rest.push(token.low.to_string()),
            }
            if finding
                && matches!(
                    token.sense(),
                    "task" | "tasks" | "todo" | "todos" | "reminder" | "reminders"
                )
            {
                read.cue = true;
            }
            if !finding
                && token.kind == Kind::Word
                && self.locale.topics.nouns.contains(token.low.as_ref())
            {
                read.cue = true;
                if read.rest.last().is_some_and(|word| *word == token.low) {
                    read.rest.pop();
                }
            }
            at += 1;
        }
        Some(read)
    }

    pub(crate) fn restriction(
        &self,
        read: &mut Read,
        at: usize,
        to: usize,
        finding: bool,
    ) -> Option<usize> {
        let question = &mut read.question;
        match self.sense(at) {
            "overdue" | "late" => {
                question.overdue = true;
                read.cue = true;
                return Some(at + 1);
            }
            "past" if self.is(at + 1, Word::Due) => {
                question.overdue = true;
                read.cue = true;
                return Some(at + 2);
            }
            "no" | "without" => {
                let place = self.skip(at + 1, &[Word::A, Word::Determiner]);
                let dated = matches!(
                    (self.sense(place), self.sense(place + 1)),
                    ("due", "date" | "dates") | ("due", _) | ("date" | "dates" | "deadline", _)
                );
                if dated {
                    question.no_due = true;
                    read.cue = true;
                    return Some(if matches!(self.sense(place + 1), "date" | "dates") {
                        place + 2
                    } else {
                        place + 1
                    });
                }
            }
            "undated" | "unscheduled" => {
                question.no_due = true;
                read.cue = true;
                return Some(at + 1);
            }
            "recurring" | "repeating" | "recurrent" | "repeated" | "repeat" | "repeats"
            | "recur" => {
                question.recurring = true;
                read.cue = true;
                return Some(at + 1);
            }
            // "was muss noch erledigt werden"
            "done" if self.means(at + 1, "become") => {
                read.cue = true;
                return Some(at + 2);
            }
            "done" | "completed" | "finished" | "complete" | "finish" | "closed"
            | "accomplished" | "accomplish" | "achieve" => {
                question.status = StatusFilter::Done;
                read.cue = true;
                return Some(at + 1);
            }
            "get" if self.means(at + 1, "done") => {
                // "what did i get done" and "what should i get done".
                let past = (0..at).any(|at| self.means(at, "did"));
                question.status = if past {
                    StatusFilter::Done
                } else {
                    StatusFilter::Open
                };
                read.cue = true;
                return Some(at + 2);
            }
            "sorted" | "ordered" | "sort" | "order" if self.is(at + 1, Word::By) => {
                return self.sorting(question, at + 2);
            }
            "by" => {
                if let Some(next) = self.sorting(question, at + 1).filter(|next| *next >= to) {
                    return Some(next);
                }
            }
            "about" | "mentioning" | "containing" | "regarding" | "named" | "called"
            | "matching" | "concerning" => {
                return self.search_text(read, at + 1, to);
            }
            "with"
                if matches!(self.sense(at + 1), "word" | "text")
                    || (self.means(at + 1, "the")
                        && matches!(self.sense(at + 2), "word" | "text" | "words")) =>
            {
                let next = if self.means(at + 1, "the") {
                    at + 3
                } else {
                    at + 2
                };
                return self.search_text(read, next, to);
            }
            "with" if at > 0 && self.holds_words(at) => {
                return self.search_text(read, at + 1, to);
            }
            "related" if self.means(at + 1, "to") => return self.search_text(read, at + 2, to),
            _ => {}
        }
        if let Some(days) = self.possessive_day(at) {
            read.question.due_from = Some(days.0);
            read.question.due_to = Some(days.1);
            read.cue = true;
            return Some(at + 1);
        }
        // "the last 5 tasks I finished"
        if self.is(at, Word::Last)
            && let Some((limit, next)) = self.wanted_number(at + 1)
        {
            read.question.limit = Some(limit);
            let done = (next..to)
                .any(|at| matches!(self.sense(at), "done" | "finished" | "completed" | "did"));
            let sort = if done { Sort::Completed } else { Sort::Created };
            read.question.sort = Some(sort);
            return Some(next);
        }
        if let Some((limit, next)) = self.wanted_number(at) {
            read.question.limit = Some(limit);
            return Some(next);
        }
        let question = &mut read.question;
        if let Some((mark, next)) = self.sign_mark(at) {
            match mark {
                Mark::Tags(tags) => question.tags.extend(tags),
                Mark::Project(project) => question.project = Some(project),
                Mark::Priority(priority) => question.priority.push(priority),
                _ => return None,
            }
            read.cue = true;
            return Some(next);
        }
        if let Some(next) = self.asked_priority(read, at) {
            return Some(next);
        }
        if (!finding || !self.is_name_part(at))
            && let Some(next) = self.asked_list(read, at, to)
        {
            return Some(next);
        }
        if let Some((when, next)) = self.when(at)
            && next <= to
            && self.asked_time(&mut read.question, &when)
        {
            read.cue = read.cue || (at..next).any(|at| self.is(at, Word::Due));
            return Some(next);
        }
        None
    }

    pub(crate) fn is_name_part(&self, at: usize) -> bool {
        // "find tasks mentioning car": the word itself is searched for.
        !matches!(
            self.sense(at),
            "in" | "for" | "tagged" | "at" | "under" | "on" | "to" | "onto" | "into"
        )
    }

    /// "everything with milk", "all tasks with invoice": behind a word for all of them, words of titles,
    /// where they name no list and no priority.
    fn holds_words(&self, at: usize) -> bool {
        let all = matches!(
            self.sense(at - 1),
            "everything" | "all" | "anything" | "tasks" | "todos" | "things" | "items"
        );
        let next = self.skip(at + 1, &[Word::Determiner]);
        all && self
            .tokens
            .get(next)
            .is_some_and(crate::tokens::Token::is_content)
            && !matches!(
                self.sense(next),
                "no" | "tag" | "tags" | "label" | "project"
            )
            && self.priority(next, true).is_none()
            && self.sign_mark(next).is_none()
            && self.known_list(next, next + 1).is_none()
            && self.when(next).is_none()
            && self.recurrence(next).is_none()
    }

    pub(crate) fn sorting(&self, question: &mut Question, at: usize) -> Option<usize> {
        let place = self.skip(at, &[Word::The]);
        let (sort, next) = match (self.sense(place), self.sense(place + 1)) {
            ("due", "date") => (Sort::Due, place + 2),
            ("due" | "date" | "deadline", _) => (Sort::Due, place + 1),
            ("priority" | "importance" | "urgency", _) => (Sort::Priority, place + 1),
            ("title" | "name", _) => (Sort::Title, place + 1),
            ("created" | "creation" | "age" | "newest", _) => (Sort::Created, place + 1),
            _ => return None,
        };
        question.sort = Some(sort);
        Some(next)
    }

    pub(crate) fn search_text(&self, read: &mut Read, at: usize, to: usize) -> Option<usize> {
        let start = self.skip(at, &[Word::Determiner]);
        let end = crate::pattern::skip_signs_back(self, start, to);
        if start >= end {
            return None;
        }
        let text = if end - start == 1 {
            self.tokens[start].unquoted().trim().to_owned()
        } else {
            self.text_of(start, end)
        };
        read.question.text = Some(text);
        Some(to)
    }

    pub(crate) fn asked_priority(&self, read: &mut Read, at: usize) -> Option<usize> {
        let mut place = at;
        let mut found = Vec::new();
        // "high or urgent priority tasks"
        loop {
            let bare = matches!(self.sense(place), "urgent" | "important" | "critical")
                || (self.is(place + 1, Word::Or) || self.is(place + 1, Word::And))
                    && self.priority(place + 2, false).is_some();
            let Some((priority, next)) = self.priority(place, bare) else {
                break;
            };
            found.push(priority);
            place = next;
            if self.is(place, Word::Or)
                || self.is(place, Word::And) && self.priority(place + 1, true).is_some()
            {
                place += 1;
            } else {
                break;
            }
        }
        if found.is_empty() {
            return None;
        }
        read.question.priority.extend(
            found
                .into_iter()
                .filter(|priority| *priority != Priority::None),
        );
        read.cue = read.cue || self.sense(place - 1) == "priority";
        Some(
            if matches!(self.sense(place), "or") && self.means(place + 1, "higher") {
                place + 2
            } else {
                place
            },
        )
    }

    /// "in Work", "tagged travel", "home tasks", "for work", "on the grocery list".
    pub(crate) fn asked_list(&self, read: &mut Read, at: usize, to: usize) -> Option<usize> {
        if let Some((mark, next)) = self.tag_phrase(at) {
            return apply_list(read, mark, next);
        }
        if let Some(mark) = self.joined_list(at) {
            return apply_list(read, mark, at + 1);
        }
        if self.means(at, "tagged") || self.means(at, "labelled") || self.means(at, "labeled") {
            return None;
        }
        if let Some((mark, next)) = self.project_phrase(at).or_else(|| self.destination(at))
            && (!matches!(mark, Mark::Tags(_))
                || self.known_tag(&mark)
                || self.sense(next.wrapping_sub(1)) == "list")
        {
            return apply_list(read, mark, next);
        }
        let mut place = at;
        if matches!(
            self.sense(place),
            "in" | "for" | "at" | "on" | "under" | "from" | "with"
        ) {
            place += 1;
        }
        place = if matches!(self.sense(place), "my" | "the" | "our") {
            place + 1
        } else {
            place
        };
        for length in (1..=3).rev() {
            let end = place + length;
            if end > to
                || self.tokens[place..end]
                    .iter()
                    .any(|token| token.kind != Kind::Word)
            {
                continue;
            }
            if let Some(mark) = self.known_list(place, end) {
                let next = if matches!(self.sense(end), "list" | "project" | "tag") {
                    end + 1
                } else {
                    end
                };
                return apply_list(read, mark, next);
            }
        }
        None
    }

    pub(crate) fn known_tag(&self, mark: &Mark) -> bool {
        matches!(mark, Mark::Tags(tags) if tags.iter().all(|tag| self.known(&self.ctx.tags, tag).is_some()))
    }

    /// Sets the range that `when` means in a question.
    pub(crate) fn asked_time(&self, question: &mut Question, when: &When) -> bool {
        let Some((from, to)) = self.days_of(when) else {
            return false;
        };
        let (from, to) = match when.bound {
            Bound::On | Bound::Since if when.bound == Bound::On => (Some(from), Some(to)),
            Bound::By | Bound::Until => (None, Some(to)),
            Bound::Before => (None, Some(from)),
            Bound::After => (Some(to), None),
            _ => (Some(from), None),
        };
        if question.status == StatusFilter::Done
            || (question.due_from.is_none()
                && from.is_some_and(|from| from < self.today)
                && self.means(0, "what")
                && self.means(1, "did"))
        {
            question.status = StatusFilter::Done;
            question.completed_from = from;
            question.completed_to = to;
        } else {
            // "on monday and tuesday" covers both.
            let joined = |a: Option<jiff::civil::Date>, b: Option<jiff::civil::Date>| a.zip(b);
            question.due_from = joined(question.due_from, from)
                .map(|(a, b)| a.min(b))
                .or(from)
                .or(question.due_from);
            question.due_to = joined(question.due_to, to)
                .map(|(a, b)| a.max(b))
                .or(to)
                .or(question.due_to);
        }
        true
    }

    /// The first day and the day after the last that `when` covers.
    pub(crate) fn days_of(&self, when: &When) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
        if let Some((instant, _)) = &when.start.exact {
            let day = instant.date();
            return Some((day, day.tomorrow().ok()?));
        }
        let first = match when.start.days {
            Some(days) => days,
            None => crate::when::Days::one(self.today, crate::when::moment::Weight::Full)?,
        };
        let to = match when.end.as_ref().and_then(|end| end.days) {
            Some(last) => last.to,
            None => first.to,
        };
        let whole = matches!(first.grain, Grain::Weekend) || first.from != first.task;
        let from = if whole || first.grain != Grain::Day {
            first.from
        } else {
            first.task
        };
        Some((from, to))
    }

    /// "today's", "tomorrow's", "friday's", and "week's" behind this or next.
    fn possessive_day(&self, at: usize) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
        let token = self.token(at)?;
        let stem = token.low.strip_suffix("'s").or(match &*token.low {
            "todays" => Some("today"),
            "tomorrows" => Some("tomorrow"),
            _ => None,
        })?;
        let classes = self.locale.classes(stem);
        let day = if classes.contains(&Word::Today) {
            self.today
        } else if classes.contains(&Word::Tomorrow) {
            self.today.tomorrow().ok()?
        } else if classes.contains(&Word::Yesterday) {
            self.today.yesterday().ok()?
        } else if classes.contains(&Word::Unit(Unit::Week)) {
            let shift = i64::from(at > 0 && self.is(at - 1, Word::Next));
            let from = self.shifted_week(shift)?;
            return Some((from, from.checked_add(jiff::ToSpan::weeks(1)).ok()?));
        } else {
            let weekday = classes.iter().find_map(|word| match word {
                Word::Day(day) => Some(*day),
                _ => None,
            })?;
            self.next_weekday(weekday)?
        };
        Some((day, day.tomorrow().ok()?))
    }

    /// "5 tasks", "three things": at most so many.
    fn wanted_number(&self, at: usize) -> Option<(u32, usize)> {
        let (n, next) = self.number(at)?;
        let noun = matches!(
            self.sense(next),
            "tasks" | "things" | "items" | "todos" | "reminders"
        );
        (noun && n > 0).then_some((n.min(200), next))
    }

    /// Words that carry no restriction.
    pub(crate) fn is_filler(&self, at: usize, finding: bool) -> bool {
        let low = self.surface(at);
        let topics = &self.locale.topics;
        if finding {
            return topics.filler_of_search.contains(low);
        }
        let named = low == "work" && self.known(&self.ctx.projects, low).is_some();
        topics.filler.contains(low) && !named
    }
}

fn apply_list(read: &mut Read, mark: Mark, next: usize) -> Option<usize> {
    match mark {
        Mark::Tags(tags) => read.question.tags.extend(tags),
        Mark::Project(project) => read.question.project = Some(project),
        Mark::Nothing => {}
        _ => return None,
    }
    read.cue = true;
    Some(next)
}
