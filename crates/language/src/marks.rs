//! Marks and words that set fields: `#tag`, `+project`, `@name`, `p1`, `!high`, "high priority",
//! "tag it car", "in project garden".

use domain::fold;
use domain::{Priority, UserId};

use crate::tokens::Kind;
use crate::when::Scan;

/// What a mark sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    Priority(Priority),
    Tags(Vec<String>),
    /// A project by name; whether it is known.
    Project(String),
    Section(String),
    Member(UserId, String),
    /// "to my list": names no list in particular.
    Nothing,
}

impl Scan<'_> {
    /// A mark with a sign: `#tag`, `+project`, `@name`, `!high`, `p1`.
    pub(crate) fn sign_mark(&self, at: usize) -> Option<(Mark, usize)> {
        let token = self.token(at)?;
        let free = !token.glued || at == 0 || matches!(self.sense(at - 1), "(" | "," | ";");
        if token.kind == Kind::Word && token.means("p") && !self.cut_on(at) {
            let n = self
                .number_at(at + 1)
                .filter(|_| self.glued(at + 1) && self.digits(at + 1) == 1)?;
            let priority = by_number(n)?;
            return (!self.cut_off(at + 2)).then_some((Mark::Priority(priority), at + 2));
        }
        if !free || !self.glued(at + 1) {
            return self.exclamations(at).filter(|_| free);
        }
        match token.text {
            "#" => {
                let (name, next) = self.mark_name(at + 1, &self.ctx.tags)?;
                (!name.bytes().all(|b| b.is_ascii_digit()))
                    .then_some((Mark::Tags(vec![name]), next))
            }
            "+" => {
                let (name, next) = self.mark_name(at + 1, &self.ctx.projects)?;
                name.starts_with(|c: char| !c.is_ascii_digit())
                    .then(|| (Mark::Project(self.project_name(&name)), next))
            }
            "@" => self.at_mark(at + 1),
            "/" => {
                let (name, next) = self.mark_name(at + 1, &self.ctx.sections)?;
                let known = self
                    .ctx
                    .sections
                    .iter()
                    .find(|section| fold::key(section) == fold::key(&name))?;
                Some((Mark::Section(known.clone()), next))
            }
            "!" => self.exclamations(at).or_else(|| {
                if let Some(n) = self.number_at(at + 1) {
                    let priority = by_number(n).filter(|_| !self.cut_off(at + 2))?;
                    return Some((Mark::Priority(priority), at + 2));
                }
                let priority = by_word(self.sense(at + 1))?;
                Some((Mark::Priority(priority), at + 2))
            }),
            _ => None,
        }
    }

    pub(crate) fn at_mark(&self, at: usize) -> Option<(Mark, usize)> {
        if self.ctx.shared || !self.ctx.members.is_empty() {
            let names: Vec<String> = self
                .ctx
                .members
                .iter()
                .map(|member| member.name.clone())
                .collect();
            if let Some((name, next)) = self.mark_name(at, &names) {
                let key = fold::key(&name);
                let first = |full: &str| fold::key(full).split(' ').next() == Some(&key);
                let member = self
                    .ctx
                    .members
                    .iter()
                    .find(|member| fold::key(&member.name) == key)
                    .or_else(|| self.ctx.members.iter().find(|member| first(&member.name)));
                if let Some(member) = member {
                    return Some((Mark::Member(member.id, member.name.clone()), next));
                }
            }
        }
        let (name, next) = self.mark_name(at, &self.ctx.projects)?;
        name.starts_with(char::is_alphabetic)
            .then(|| (Mark::Project(self.project_name(&name)), next))
    }

    /// The name behind a sign: a known name of several words, a quoted one, or up to the next space.
    pub(crate) fn mark_name(&self, at: usize, known: &[String]) -> Option<(String, usize)> {
        let token = self.token(at)?;
        if token.kind == Kind::Quote {
            return Some((token.unquoted().to_owned(), at + 1));
        }
        if !token.is_content() {
            return None;
        }
        let mut best: Option<(String, usize)> = None;
        for name in known {
            if let Some(next) = self.name_at(at, name)
                && best.as_ref().is_none_or(|(_, end)| next > *end)
            {
                best = Some((name.clone(), next));
            }
        }
        let mut end = at + 1;
        while let Some(next) = self.token(end)
            && next.glued
            && (next.is_content()
                || matches!(next.text, "-" | "_" | "/" | "&" | "'")
                    && self.glued(end + 1)
                    && self.tokens[end + 1].is_content())
        {
            end += 1;
        }
        if let Some((name, next)) = best
            && next >= end
        {
            return Some((name, next));
        }
        let text: String = self.tokens[at..end]
            .iter()
            .map(|token| token.text)
            .collect();
        Some((text, end))
    }

    /// The place after `name` when it stands at `at`, without regard to case and accents.
    pub(crate) fn name_at(&self, at: usize, name: &str) -> Option<usize> {
        let mut place = at;
        let mut words = 0;
        for word in name
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|word| !word.is_empty())
        {
            let mut rest = word;
            while !rest.is_empty() {
                let token = self.token(place)?;
                if token.kind == Kind::Punct && words > 0 {
                    place += 1;
                    continue;
                }
                let same = token.low.len() <= rest.len()
                    && rest.is_char_boundary(token.low.len())
                    && crate::tokens::lower(&rest[..token.low.len()]) == token.low;
                if same {
                    rest = &rest[token.low.len()..];
                } else if fold::key(rest) == fold::key(token.text) {
                    rest = "";
                } else {
                    return None;
                }
                words += 1;
                place += 1;
            }
        }
        (words > 0).then_some(place)
    }

    /// The known project of this name, or the name as written.
    pub(crate) fn project_name(&self, name: &str) -> String {
        self.known(&self.ctx.projects, name)
            .unwrap_or_else(|| name.to_owned())
    }

    /// The known name that equals `name`, also in the other number ("grocery", "groceries").
    pub(crate) fn known(&self, names: &[String], name: &str) -> Option<String> {
        let key = fold::key(name);
        let same = names.iter().find(|known| fold::key(known) == key);
        same.or_else(|| {
            let singular = self.locale.forms.singular;
            let stem = singular(&key);
            names
                .iter()
                .find(|known| singular(&fold::key(known)) == stem)
        })
        .cloned()
    }

    /// `!!` and `!!!` standing alone.
    pub(crate) fn exclamations(&self, at: usize) -> Option<(Mark, usize)> {
        let count = (at..at + 4).take_while(|at| self.means(*at, "!")).count();
        if !(2..=3).contains(&count)
            || (at > 0 && self.glued(at))
            || self.tokens.get(at + count).is_some_and(|t| t.glued)
        {
            return None;
        }
        let priority = if count == 3 {
            Priority::Urgent
        } else {
            Priority::High
        };
        Some((Mark::Priority(priority), at + count))
    }

    /// A priority in words. `bare` also takes a word alone, such as "high" or "urgent".
    pub(crate) fn priority(&self, at: usize, bare: bool) -> Option<(Priority, usize)> {
        if let Some((Mark::Priority(priority), next)) = self.sign_mark(at) {
            return Some((priority, next));
        }
        if matches!(self.sense(at), "priority" | "prio") {
            let mut place = at + 1;
            while matches!(self.sense(place), ":" | "=" | "is" | "to" | "of" | "level") {
                place += 1;
            }
            if let Some(n) = self.number(place).and_then(|(n, _)| by_number(n)) {
                return Some((n, place + 1));
            }
            return Some((by_word(self.sense(place))?, place + 1));
        }
        if self.means(at, "no") && self.means(at + 1, "priority") {
            return Some((Priority::None, at + 2));
        }
        let start =
            if matches!(self.sense(at), "a" | "with") && by_word(self.sense(at + 1)).is_some() {
                at + 1
            } else {
                at
            };
        let start = if self.means(at, "with") && self.means(at + 1, "a") {
            at + 2
        } else {
            start
        };
        if let Some(priority) = by_word(self.sense(start)) {
            let place = self.hyphen(start + 1);
            if matches!(self.sense(place), "priority" | "prio" | "importance") {
                return Some((priority, place + 1));
            }
            if bare {
                return Some((priority, start + 1));
            }
        }
        None
    }

    /// A priority in words, where the place in the sentence shows that it is one.
    pub(crate) fn priority_phrase(&self, at: usize) -> Option<(Priority, usize)> {
        if let Some((priority, next)) = self.priority(at, false) {
            // "set up the priority list" is no priority.
            return Some((priority, next));
        }
        let mut place = at;
        let said = matches!(
            (self.sense(at), self.sense(at + 1)),
            ("it's" | "its" | "that's", _) | ("it" | "this" | "that", "is")
        ) || matches!(self.sense(at), "make" | "mark" | "set")
            && matches!(self.sense(at + 1), "it" | "this")
            || matches!(self.sense(at), "marked");
        if said {
            place += 1;
            while matches!(
                self.sense(place),
                "is" | "it" | "this" | "as" | "very" | "really" | "super" | "so"
            ) {
                place += 1;
            }
        }
        let priority = match self.sense(place) {
            "urgent" | "asap" | "urgently" | "critical" => Priority::Urgent,
            "important" => Priority::High,
            _ if said => {
                let (priority, next) = self.priority(place, true)?;
                return Some((priority, next));
            }
            _ => return None,
        };
        if self.tokens[place].is_capital()
            && place > 0
            && self.sense(place) != "asap"
            && self.tokens[place]
                .text
                .chars()
                .nth(1)
                .is_some_and(char::is_lowercase)
        {
            return None;
        }
        let next = place + 1;
        let ends = self.tokens.get(next).is_none_or(|token| {
            token.kind == Kind::Newline
                || matches!(
                    token.text,
                    "," | "!" | ":" | "." | ";" | ")" | "#" | "@" | "+" | "-"
                )
        });
        let begins = at == 0
            || matches!(
                self.sense(at - 1),
                "," | "(" | "-" | "!" | ";" | ":" | "." | "and" | "–"
            );
        let tail = matches!(self.sense(place), "asap" | "urgently" | "urgent");
        let closes = tail && self.boundary(next);
        if !ends && !closes {
            return None;
        }
        if begins || said || (tail && at > 0) {
            let next = if self.means(next, "!") || (at == 0 && self.means(next, ":")) {
                next + 1
            } else {
                next
            };
            return Some((priority, next));
        }
        None
    }

    /// The words of a range with single spaces.
    pub(crate) fn text_of(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        let mut end = None;
        for token in &self.tokens[from.min(self.tokens.len())..to.min(self.tokens.len())] {
            if !token.glued && end.is_some_and(|end| token.start > end) {
                text.push(' ');
            }
            text.push_str(token.text);
            end = Some(token.end);
        }
        text
    }
}

/// The priority of p1 to p4.
fn by_number(n: u32) -> Option<Priority> {
    match n {
        1 => Some(Priority::Urgent),
        2 => Some(Priority::High),
        3 => Some(Priority::Medium),
        4 => Some(Priority::Low),
        _ => None,
    }
}

fn by_word(word: &str) -> Option<Priority> {
    match word {
        "urgent" | "top" | "highest" | "critical" | "asap" | "max" | "maximum" => {
            Some(Priority::Urgent)
        }
        "high" | "important" | "higher" | "hi" => Some(Priority::High),
        "medium" | "normal" | "med" | "moderate" | "mid" => Some(Priority::Medium),
        "low" | "lower" | "lowest" | "minor" => Some(Priority::Low),
        _ => None,
    }
}
