//! Tags, projects and lists in words: "tag it car", "in project garden", "to my home list".

use crate::locale::Word;
use crate::marks::Mark;
use crate::tokens::Kind;
use crate::when::Scan;

impl Scan<'_> {
    /// "tag it car", "tagged home and urgent", "with tag work", "tags: a, b".
    pub(crate) fn tag_phrase(&self, at: usize) -> Option<(Mark, usize)> {
        let mut place = at;
        if self.low_is(place, "and") {
            place += 1;
        }
        if matches!(self.low(place), "with" | "under") {
            place += 1;
        }
        place = self.skip(place, &[Word::The]);
        let word = self.low(place);
        let with = place > at;
        match word {
            "tagged" => place += 1,
            "tag" | "tags" | "label" | "labels" => {
                place += 1;
                let it = matches!(
                    self.low(place),
                    "it" | "this" | "them" | "as" | ":" | "with"
                );
                while matches!(
                    self.low(place),
                    "it" | "this" | "them" | "as" | ":" | "with"
                ) {
                    place += 1;
                }
                // "buy tag remover": the word alone needs a name that exists, or a comma before it.
                let comma = at > 0 && matches!(self.low(at - 1), "," | ";" | "and");
                let known = self.known(&self.ctx.tags, self.low(place)).is_some();
                if !(it || with || comma || known) {
                    return None;
                }
            }
            _ => return None,
        }
        while matches!(self.low(place), "as" | "with" | ":" | "it") {
            place += 1;
        }
        let mut tags = Vec::new();
        let mut next = place;
        loop {
            let start = self.opt_low(next, "#");
            let Some((name, end)) = self.mark_name(start, &self.ctx.tags) else {
                break;
            };
            let lists =
                self.known(&self.ctx.tags, &name).is_some() || tags.is_empty() || start > next;
            if !lists || self.tokens[start].is(Word::Link) {
                break;
            }
            tags.push(name);
            place = end;
            next = end;
            if self.low_is(next, ",") || self.low_is(next, "and") {
                next += 1;
            } else {
                break;
            }
        }
        (!tags.is_empty()).then_some((Mark::Tags(tags), place))
    }

    /// "in project garden", "in the garden project", "under work", "for project x".
    pub(crate) fn project_phrase(&self, at: usize) -> Option<(Mark, usize)> {
        if !matches!(
            self.low(at),
            "in" | "under" | "for" | "to" | "into" | "on" | "within"
        ) {
            return None;
        }
        let mut place = self.skip(at + 1, &[Word::The]);
        place = if matches!(self.low(place), "my" | "our") {
            place + 1
        } else {
            place
        };
        if self.low_is(place, "project") {
            place = self.opt_low(place + 1, ":");
            let (name, next) = self.mark_name(place, &self.ctx.projects)?;
            return Some((Mark::Project(self.project_name(&name)), next));
        }
        // Up to three words, then "project".
        for length in 1..=3 {
            if self.low_is(place + length, "project")
                && self.tokens[place..place + length]
                    .iter()
                    .all(|t| t.kind == Kind::Word && !t.is(Word::Link))
            {
                let name = self.text_of(place, place + length);
                return Some((Mark::Project(self.project_name(&name)), place + length + 1));
            }
        }
        None
    }

    /// Where a thing is put: "to my home list", "on the grocery list", "to groceries", "to my list".
    pub(crate) fn destination(&self, at: usize) -> Option<(Mark, usize)> {
        if !matches!(self.low(at), "to" | "on" | "onto" | "in" | "into" | "for") {
            return None;
        }
        let mut place = at + 1;
        let determined = matches!(
            self.low(place),
            "my" | "the" | "our" | "that" | "this" | "a"
        );
        if determined {
            place += 1;
        }
        if let Some(next) = self.list_word(place) {
            return determined.then_some((Mark::Nothing, next));
        }
        for length in 1..=3 {
            let end = place + length;
            if end > self.tokens.len()
                || self.tokens[place..end]
                    .iter()
                    .any(|t| !t.is_content() || (t.is(Word::Link) && length > 1))
            {
                break;
            }
            if let Some(next) = self.list_word(end)
                && (determined || self.known_list(place, end).is_some())
            {
                let mark = self.known_list(place, end).unwrap_or_else(|| {
                    let name = crate::tokens::lower(&self.text_of(place, end)).into_owned();
                    if matches!(
                        self.low(place),
                        "to" | "todo" | "reminder" | "reminders" | "task" | "daily"
                    ) {
                        Mark::Nothing
                    } else {
                        Mark::Tags(vec![name])
                    }
                });
                return Some((mark, next));
            }
        }
        for length in (1..=3).rev() {
            let end = place + length;
            if end <= self.tokens.len()
                && let Some(mark) = self.known_list(place, end)
                && self.list_end(end)
                && matches!(self.low(at), "to" | "on" | "onto" | "in" | "into")
            {
                return Some((mark, end));
            }
        }
        None
    }

    pub(crate) fn list_end(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| {
            !token.is_content()
                || token.is(Word::Link)
                || token.has_weight()
                || token.low_is("with")
                || token.low_is("please")
        })
    }

    pub(crate) fn list_word(&self, at: usize) -> Option<usize> {
        match self.low(at) {
            "list" | "lists" | "todos" | "project" | "checklist" | "backlog" => Some(at + 1),
            "todo" | "task" | "tasks" | "reminder" | "reminders"
                if matches!(self.low(at + 1), "list" | "lists") =>
            {
                Some(at + 2)
            }
            "to" if matches!(self.low(self.hyphen(at + 1)), "do" | "dos") => {
                let next = self.hyphen(at + 1) + 1;
                Some(if matches!(self.low(next), "list" | "lists") {
                    next + 1
                } else {
                    next
                })
            }
            "calendar" | "agenda" | "schedule" | "inbox" | "diary" => Some(at + 1),
            _ => None,
        }
    }

    /// The project, else the tag, of this name.
    pub(crate) fn known_list(&self, from: usize, to: usize) -> Option<Mark> {
        let name = self.text_of(from, to);
        if let Some(project) = self.known(&self.ctx.projects, &name) {
            return Some(Mark::Project(project));
        }
        self.known(&self.ctx.tags, &name)
            .map(|tag| Mark::Tags(vec![tag]))
    }
}
