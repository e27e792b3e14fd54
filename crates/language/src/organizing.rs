//! Projects, sections and tags by name: "create a project called Family", "rename the project
//! Family to Kin", "delete the tag urgent".

use domain::nearest::nearest;
use serde::{Deserialize, Serialize};

use crate::locale::Word;
use crate::pattern::{Found, skip_signs_back};
use crate::pieces::Setting;
use crate::proposal::{Action, Doubt, Proposal, Reply};
use crate::tokens::Kind;
use crate::when::Scan;

/// A change of what tasks are ordered by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organize {
    /// What is changed.
    pub kind: OrganizeKind,
    /// Its name; where it exists, as it is spelled there.
    pub name: String,
    /// The project of a section, where it was said.
    pub parent: Option<String>,
    /// What happens to it.
    #[serde(flatten)]
    pub change: OrganizeChange,
}

/// What tasks are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganizeKind {
    /// A project.
    Project,
    /// A part of a project.
    Section,
    /// A tag.
    Tag,
}

/// What happens to a project, a section or a tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum OrganizeChange {
    /// It is made.
    Add,
    /// It gets another name.
    Rename {
        /// The name.
        to: String,
    },
    /// A project is put away, with what is in it.
    Archive,
    /// A project comes back.
    Unarchive,
    /// It goes; a person says yes first where it is a project, since its tasks go along.
    Delete,
}

/// What a phrase asks for. `<text>` is a new name, `<name>` one that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// A new one, with words that say that its name follows: "called".
    AddCalled,
    /// A new one, with a word that says that it is new.
    AddNew,
    /// Only the word for it, so that the name could be the end of a longer noun: "a project plan".
    Add,
    Rename,
    Archive,
    Unarchive,
    Delete,
}

impl Scan<'_> {
    /// The change of a project, a section or a tag that `from..to` wholly is.
    pub(crate) fn organizing(&self, from: usize, to: usize) -> Option<Organize> {
        let named = |at| matches!(self.sense(at), "project" | "section" | "tag" | "label");
        if !(from..to).any(named) {
            return None;
        }
        let phrases = &self.locale.phrases;
        let asked = self.is_asked_for(from);
        let favours = phrases.organize_favours.iter().filter(|_| asked);
        phrases
            .organize
            .iter()
            .chain(favours)
            .find_map(|((kind, order), phrase)| {
                let found = phrase.whole(self, from, to)?;
                if self.denies(from, to) {
                    return None;
                }
                match order {
                    Order::AddCalled | Order::AddNew | Order::Add => {
                        self.new_place(*kind, *order, &found)
                    }
                    _ => self.known_place(*kind, *order, &found),
                }
            })
    }

    /// What asks for a section without its project.
    pub(crate) fn homeless_section(&self, organize: &Organize) -> Option<Proposal> {
        let is_new = organize.change == OrganizeChange::Add;
        if organize.kind != OrganizeKind::Section || !is_new || organize.parent.is_some() {
            return None;
        }
        let (question, place) = self.locale.catalogue.doubts.which_project;
        let answer = |name: &String| format!("{place} {name}");
        let alternatives = self.ctx.projects.iter().take(8).map(answer).collect();
        Some(Proposal {
            reply: Reply::Act,
            doubts: vec![Doubt {
                question: question.to_owned(),
                alternatives,
            }],
            ..Proposal::default()
        })
    }

    fn new_place(&self, kind: OrganizeKind, order: Order, found: &Found) -> Option<Organize> {
        let (at, end) = found.text?;
        let end = skip_signs_back(self, at, end);
        let before = match found.name {
            Some((at, end)) => Some(self.known(&self.ctx.projects, &self.words_in(at, end)?)?),
            None => None,
        };
        let (end, parent) = match kind {
            OrganizeKind::Section if before.is_none() => self.with_parent(at, end),
            _ => (end, before),
        };
        let at = match self.sense(at) {
            "#" | "+" | "@" | ":" => at + 1,
            _ => at,
        };
        let said = order == Order::AddCalled;
        if at >= end || !said && !self.is_name(kind, order, (at, end), parent.is_some()) {
            return None;
        }
        Some(Organize {
            kind,
            name: self.words_in(at, end)?,
            parent,
            change: OrganizeChange::Add,
        })
    }

    /// Whether what stands behind the word for a project, a section or a tag is its name, and not
    /// the end of a longer noun, a purpose or a date.
    fn is_name(
        &self,
        kind: OrganizeKind,
        order: Order,
        (at, end): (usize, usize),
        is_placed: bool,
    ) -> bool {
        let tokens = &self.tokens[at..end];
        let first = &tokens[0];
        if kind == OrganizeKind::Section && !is_placed {
            return false;
        }
        if first.kind == Kind::Quote {
            return tokens.len() == 1;
        }
        let pieces = self.pieces(at, end, Setting::default());
        let words = tokens.iter().filter(|token| token.is_content()).count();
        let leads_on = first.is(Word::Link) || first.is(Word::Determiner) || !first.is_content();
        if leads_on || words > 4 || pieces.iter().any(|piece| piece.value.is_time()) {
            return false;
        }
        let is_upper = |text: &str| text.starts_with(char::is_uppercase);
        if self.locale.grammar.nouns_join {
            return is_upper(first.text) || words == 1;
        }
        let is_compound = self
            .locale
            .topics
            .compounds
            .contains(&*tokens[words - 1].low);
        match order {
            Order::AddNew if is_upper(first.text) => true,
            Order::AddNew => words <= 2 && !is_compound,
            _ if kind == OrganizeKind::Project => tokens
                .iter()
                .all(|token| !token.is_content() || is_upper(token.text)),
            _ => words == 1 && !is_compound,
        }
    }

    /// The end of a section's name, with the project behind it: "Fruit | in groceries".
    fn with_parent(&self, at: usize, end: usize) -> (usize, Option<String>) {
        let parent = |place: usize| {
            let link = matches!(
                self.sense(place),
                "in" | "into" | "to" | "under" | "of" | "from" | "on"
            );
            let (mut from, mut to) = (place + 1, end);
            from = self.skip(from, &[Word::Determiner]);
            let said = self.means(from, "project") || to > from && self.means(to - 1, "project");
            from = self.opt_sense(from, "project");
            if to > from && matches!(self.sense(to - 1), "project" | "list") {
                to -= 1;
            }
            if !link || from >= to {
                return None;
            }
            let name = self.words_in(from, to)?;
            let known = self.known(&self.ctx.projects, &name);
            Some((place, known.or_else(|| said.then_some(name))?))
        };
        match (at + 1..end).find_map(parent) {
            Some((place, parent)) => (place, Some(parent)),
            None => (end, None),
        }
    }

    fn known_place(&self, kind: OrganizeKind, order: Order, found: &Found) -> Option<Organize> {
        let (at, end) = found.name?;
        let (end, parent) = match kind {
            OrganizeKind::Section => self.with_parent(at, end),
            _ => (end, None),
        };
        let at = match self.sense(at) {
            "#" | "+" | "@" => at + 1,
            _ => at,
        };
        let names = match kind {
            OrganizeKind::Project => &self.ctx.projects,
            OrganizeKind::Section => &self.ctx.sections,
            OrganizeKind::Tag => &self.ctx.tags,
        };
        let name = self.words_in(at, end)?;
        let known = self.known(names, &name);
        // What is nearly a name is told so; anything else may name a task.
        let is_near = || nearest(&name, names.iter().map(String::as_str)).is_some();
        if known.is_none() && !is_near() {
            return None;
        }
        let change = match order {
            Order::Rename => {
                let (at, end) = found.text?;
                let to = self.words_in(at, skip_signs_back(self, at, end))?;
                OrganizeChange::Rename { to }
            }
            Order::Archive => OrganizeChange::Archive,
            Order::Unarchive => OrganizeChange::Unarchive,
            _ => OrganizeChange::Delete,
        };
        Some(Organize {
            kind,
            name: known.unwrap_or(name),
            parent,
            change,
        })
    }
}

impl From<Organize> for Action {
    fn from(organize: Organize) -> Self {
        Self::Organize(organize)
    }
}
