//! Tags, projects and lists in words: "tag it car", "in project garden", "to my home list".

use crate::locale::Word;
use crate::marks::Mark;
use crate::tokens::Kind;
use crate::when::Scan;

impl Scan<'_> {
    /// "tag it car", "tagged home and urgent", "with tag work", "tags: a, b".
    pub(crate) fn tag_phrase(&self, at: usize) -> Option<(Mark, usize)> {
        let mut place = at;
        if self.means(place, "and") {
            place += 1;
        }
        if matches!(self.sense(place), "with" | "under") {
            place += 1;
        }
        place = self.skip(place, &[Word::The]);
        let word = self.sense(place);
        let with = place > at;
        match word {
            "tagged" => place += 1,
            "tag" | "tags" | "label" | "labels" => {
                place += 1;
                let it = matches!(
                    self.sense(place),
                    "it" | "this" | "them" | "as" | ":" | "with"
                );
                while matches!(
                    self.sense(place),
                    "it" | "this" | "them" | "as" | ":" | "with"
                ) {
                    place += 1;
                }
                // "buy tag remover": the word alone needs a name that exists, or a comma before it.
                let comma = at > 0 && matches!(self.sense(at - 1), "," | ";" | "and");
                let known = self.known(&self.ctx.tags, self.surface(place)).is_some();
                if !(it || with || comma || known) {
                    return None;
                }
            }
            _ => return None,
        }
        while matches!(self.sense(place), "as" | "with" | ":" | "it") {
            place += 1;
        }
        let mut tags = Vec::new();
        let mut next = place;
        loop {
            let start = self.opt_sense(next, "#");
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
            if self.means(next, ",") || self.means(next, "and") {
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
            self.sense(at),
            "in" | "under" | "for" | "to" | "into" | "on" | "within"
        ) {
            return None;
        }
        let mut place = self.skip(at + 1, &[Word::The]);
        place = if matches!(self.sense(place), "my" | "our") {
            place + 1
        } else {
            place
        };
        if self.means(place, "project") {
            place = self.opt_sense(place + 1, ":");
            let (name, next) = self.mark_name(place, &self.ctx.projects)?;
            return Some((Mark::Project(self.project_name(&name)), next));
        }
        // Up to three words, then "project".
        for length in 1..=3 {
            if self.means(place + length, "project")
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
        if !matches!(self.sense(at), "to" | "on" | "onto" | "in" | "into" | "for") {
            return None;
        }
        let mut place = at + 1;
        let determined = matches!(
            self.sense(place),
            "my" | "the" | "our" | "that" | "this" | "a"
        );
        if determined {
            place += 1;
        }
        let determined = determined || self.is(at, Word::WithArticle);
        if let Some(mark) = self.joined_list(place).filter(|_| determined) {
            return Some((mark, place + 1));
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
                        self.sense(place),
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
                && matches!(self.sense(at), "to" | "on" | "onto" | "in" | "into")
            {
                return Some((mark, end));
            }
        }
        None
    }

    /// "Einkaufsliste": the name of a list and the word for it in one.
    pub(crate) fn joined_list(&self, at: usize) -> Option<Mark> {
        let mut suffixes = self.locale.list_suffixes.split_whitespace();
        let name = suffixes.find_map(|list| self.surface(at).strip_suffix(list))?;
        if name.is_empty() {
            return None;
        }
        let names = [name, name.strip_suffix('s').unwrap_or(name)];
        let project = |name: &&str| self.known(&self.ctx.projects, name).map(Mark::Project);
        let tag = |name: &&str| {
            let tag = self.known(&self.ctx.tags, name)?;
            Some(Mark::Tags(vec![tag]))
        };
        let known = names.iter().find_map(project);
        let known = known.or_else(|| names.iter().find_map(tag));
        if self.locale.topics.kinds_of_list.contains(name) && known.is_none() {
            return Some(Mark::Nothing);
        }
        known.or_else(|| Some(Mark::Tags(vec![names[1].to_owned()])))
    }

    pub(crate) fn list_end(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| {
            !token.is_content()
                || token.is(Word::Link)
                || token.has_weight()
                || token.means("with")
                || token.means("please")
        })
    }

    pub(crate) fn list_word(&self, at: usize) -> Option<usize> {
        match self.sense(at) {
            "list" | "lists" | "todos" | "project" | "checklist" | "backlog" => Some(at + 1),
            "todo" | "task" | "tasks" | "reminder" | "reminders"
                if matches!(self.sense(at + 1), "list" | "lists") =>
            {
                Some(at + 2)
            }
            "to" if matches!(self.sense(self.hyphen(at + 1)), "do" | "dos") => {
                let next = self.hyphen(at + 1) + 1;
                Some(if matches!(self.sense(next), "list" | "lists") {
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
