//! Locales as data: what words mean to a clock, which phrases give commands, how dates are said.
//! The grammar asks the locale of the speaker, which [`of`] gives. Where it asks what a word does in a
//! sentence, it names that by an English word, the word's sense: English words are their own senses,
//! and the `SENSES` of another locale say which of its words stand for which.

mod catalogue;
mod de;
mod en;
mod forms;
mod source;
mod tables;
mod topics;
mod word;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::organizing::{Order, OrganizeKind};
use crate::pattern::Pattern;

pub(crate) use catalogue::{Catalogue, Doubts, UnitWords};
pub(crate) use forms::Forms;
pub(crate) use tables::{Meaning, Names};
pub(crate) use topics::{TopicWords, Topics};
pub(crate) use word::{Feast, Part, Unit, Word};

/// One language.
pub(crate) struct Locale {
    words: HashMap<&'static str, Meaning>,
    /// Words that are read as two, with the length of the first.
    compounds: HashMap<String, usize>,
    /// Other spellings of words that the tables have.
    spellings: HashMap<String, &'static str>,
    /// The word for a list, which ends the names of lists where nouns join.
    pub(crate) list_suffixes: &'static str,
    /// How its sentences differ from those of other languages.
    pub(crate) grammar: Grammar,
    /// Names of feasts as words, longest first.
    pub(crate) feasts: Names<Feast>,
    /// Cities and abbreviations, with the zone's name; longest first.
    pub(crate) zones: Names<&'static str>,
    /// Cities and countries, with the zone's name.
    pub(crate) places: Names<&'static str>,
    /// Phrases that give commands.
    pub(crate) phrases: Phrases,
    /// Words and catalogue for saying things back.
    pub(crate) catalogue: &'static Catalogue,
    /// Sounds of a speaker who thinks.
    pub(crate) hesitations: HashSet<&'static str>,
    /// What says that a date is taken away.
    pub(crate) no_date: &'static [&'static str],
    /// How its words change their form.
    pub(crate) forms: Forms,
    /// Words that carry no meaning when tasks are matched.
    pub(crate) noise: &'static [&'static str],
    /// Verbs that only say that something was dealt with.
    pub(crate) light: &'static [&'static str],
    /// Inflected forms with their base form, folded.
    pub(crate) bases: HashMap<String, String>,
    /// Past forms of verbs with their base form.
    pub(crate) past: HashMap<&'static str, &'static str>,
    /// Verbs that begin a task.
    pub(crate) verbs: HashMap<&'static str, ()>,
    /// Words of other domains.
    pub(crate) topics: Topics,
}

/// How the sentences of a language differ from those of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Grammar {
    /// Whether the senses of words are given by a table. Else words are their own senses.
    pub(crate) senses_are_listed: bool,
    /// Whether every noun has a capital, so that a capital shows no name.
    pub(crate) nouns_are_capital: bool,
    /// Whether a full stop makes digits an ordinal, and digits with full stops a date.
    pub(crate) dots_order: bool,
    /// Whether a half names the hour that it leads to: "halb acht" is 7:30.
    pub(crate) halves_lead: bool,
    /// Whether hours with minutes are counted to twelve, so that "5:30" leaves the half of the day open.
    pub(crate) twelve_hours: bool,
    /// Whether nouns that belong together are one word, so that a day before a noun is a date.
    pub(crate) nouns_join: bool,
    /// Whether a verb in its plain form closes what is to do: "Milch kaufen".
    pub(crate) verbs_close: bool,
}

/// Phrases by purpose. See [`crate::pattern`] for their notation.
pub(crate) struct Phrases {
    /// What may stand before any request.
    pub(crate) polite: Vec<Pattern>,
    /// What asks for a new list.
    pub(crate) new_list: Vec<Pattern>,
    /// Questions about what is possible.
    pub(crate) ability: Vec<Pattern>,
    /// What may stand after any request.
    pub(crate) polite_end: Vec<Pattern>,
    /// What begins a new task.
    pub(crate) create: Vec<Pattern>,
    /// What stands before and behind a new task.
    pub(crate) around: Vec<(Pattern, Pattern)>,
    /// Commands, each with what it does.
    pub(crate) commands: Vec<(crate::intents::Intent, Pattern)>,
    /// Commands only where somebody is asked for them: "kannst du .. löschen".
    pub(crate) favours: Vec<(crate::intents::Intent, Pattern)>,
    /// Changes of projects, sections and tags.
    pub(crate) organize: Vec<((OrganizeKind, Order), Pattern)>,
    /// The same, only where somebody is asked for them.
    pub(crate) organize_favours: Vec<((OrganizeKind, Order), Pattern)>,
    /// Questions whether something was done.
    pub(crate) whether_done: Vec<Pattern>,
    /// What only opens a list before a command.
    pub(crate) opened: Vec<Pattern>,
    /// Requests to keep what was told before them.
    pub(crate) keep: Vec<Pattern>,
    /// Openings of what is told.
    pub(crate) told: Vec<Pattern>,
    /// Requests to put what was asked about on the list.
    pub(crate) put_it: Vec<Pattern>,
    /// Openings of what is to stand on a list.
    pub(crate) be_there: Vec<Pattern>,
    /// New parts of a task.
    pub(crate) subtask: Vec<Pattern>,
    /// Small talk, each with its kind.
    pub(crate) talk: Vec<(crate::small_talk::Talk, Pattern)>,
    /// What opens a question about tasks.
    pub(crate) ask: Vec<(crate::queries::Ask, Pattern)>,
}

impl Locale {
    /// What a word in lower case means. `as_written` tells whether it has a capital.
    pub(crate) fn meaning(&self, low: &str, is_word: bool, as_written: &str) -> Meaning {
        match self.words.get(low) {
            Some(meaning) if needs_capital(meaning) && !has_capital(as_written) => Meaning {
                words: &[],
                ..*meaning
            },
            Some(meaning) => *meaning,
            None if is_word && self.names_joined_list(low) => Meaning {
                sense: Some("list"),
                ..Meaning::NONE
            },
            None if is_word && self.grammar.senses_are_listed => Meaning {
                sense: Some(""),
                ..Meaning::NONE
            },
            None => Meaning::NONE,
        }
    }

    /// "Einkaufsliste": a list with its name in one word.
    fn names_joined_list(&self, low: &str) -> bool {
        let mut suffixes = self.list_suffixes.split_whitespace();
        suffixes.any(|list| low.len() > list.len() && low.ends_with(list))
    }

    /// The classes of a word in lower case.
    pub(crate) fn classes(&self, low: &str) -> &'static [Word] {
        self.words.get(low).map_or(&[], |meaning| meaning.words)
    }

    /// The length of the first half of a compound that is read as two words.
    pub(crate) fn compound(&self, low: &str) -> Option<usize> {
        self.compounds.get(low).copied()
    }

    /// The spelling that the tables have, where `low` is another one.
    pub(crate) fn spelling(&self, low: &str) -> Option<&'static str> {
        self.spellings.get(low).copied()
    }

    /// The base form of an inflected word, folded.
    pub(crate) fn base<'w>(&'w self, folded: &'w str) -> &'w str {
        self.bases.get(folded).map_or(folded, String::as_str)
    }
}

fn needs_capital(meaning: &Meaning) -> bool {
    meaning.words.contains(&Word::Capitalised)
}

fn has_capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// The locale for a language tag such as `de-AT`; English where there is none.
pub(crate) fn of(tag: &str) -> &'static Locale {
    static ENGLISH: LazyLock<Locale> = LazyLock::new(|| en::SOURCE.locale());
    static GERMAN: LazyLock<Locale> = LazyLock::new(|| de::SOURCE.locale());
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("de") {
        &GERMAN
    } else {
        &ENGLISH
    }
}
