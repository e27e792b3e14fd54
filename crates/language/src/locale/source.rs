//! What a locale's files say, and the making of a locale from it.

use std::collections::{HashMap, HashSet};

use domain::fold;

use super::tables::{Meaning, WordLines, give_senses, words};
use super::{Catalogue, Feast, Forms, Grammar, Locale, Names, Phrases, TopicWords};
use crate::intents::Intent;
use crate::organizing::{Order, OrganizeKind};
use crate::pattern::Pattern;
use crate::queries::Ask;
use crate::small_talk::Talk;

type Lines = &'static [&'static str];
type Pairs = &'static [(&'static str, &'static str)];

/// One language as its files have it.
pub(super) struct Source {
    pub(super) grammar: Grammar,
    pub(super) forms: Forms,
    pub(super) words: &'static [WordLines],
    /// Senses with the spellings that have them, where they are listed.
    pub(super) senses: Pairs,
    /// Words that are read as two: first halves and second halves.
    pub(super) compounds: Pairs,
    /// Letters with how they are written where they are missing.
    pub(super) transliterations: Pairs,
    /// The word for a list where it ends the names of lists.
    pub(super) list_suffixes: &'static str,
    pub(super) feasts: &'static [(&'static str, Feast)],
    pub(super) zones: Pairs,
    pub(super) places: Pairs,
    pub(super) polite: Lines,
    pub(super) polite_end: Lines,
    pub(super) ability: Lines,
    pub(super) new_list: Lines,
    pub(super) create: Lines,
    pub(super) around: Lines,
    pub(super) commands: &'static [(Intent, &'static str)],
    pub(super) favours: &'static [(Intent, &'static str)],
    pub(super) organize: &'static [((OrganizeKind, Order), &'static str)],
    pub(super) organize_favours: &'static [((OrganizeKind, Order), &'static str)],
    pub(super) opened: Lines,
    pub(super) keep: Lines,
    pub(super) told: Lines,
    pub(super) put_it: Lines,
    pub(super) be_there: Lines,
    pub(super) subtask: Lines,
    pub(super) whether_done: Lines,
    pub(super) talk: &'static [(Talk, &'static str)],
    pub(super) ask: &'static [(Ask, &'static str)],
    pub(super) catalogue: &'static Catalogue,
    pub(super) hesitations: &'static str,
    pub(super) no_date: Lines,
    pub(super) noise: Lines,
    pub(super) light: Lines,
    /// Irregular past forms with their base.
    pub(super) past: Pairs,
    /// Other forms with their base.
    pub(super) bases: Pairs,
    pub(super) verbs: &'static str,
    pub(super) topics: &'static TopicWords,
}

impl Source {
    /// Makes the locale.
    pub(super) fn locale(&'static self) -> Locale {
        let mut table: HashMap<&'static str, Meaning> = HashMap::with_capacity(1024);
        for lines in self.words {
            table.extend(words(lines));
        }
        if self.grammar.senses_are_listed {
            give_senses(&mut table, self.senses);
        }
        let bases = self.past.iter().chain(self.bases);
        Locale {
            spellings: self.spellings(&table),
            words: table,
            compounds: self.compounds(),
            list_suffixes: self.list_suffixes,
            grammar: self.grammar,
            forms: self.forms,
            feasts: Names::new(self.feasts),
            zones: Names::new(self.zones),
            places: Names::new(self.places),
            phrases: Phrases {
                polite: patterns(self.polite),
                new_list: patterns(self.new_list),
                ability: patterns(self.ability),
                polite_end: patterns(self.polite_end),
                create: patterns(self.create),
                around: self.around.iter().map(|line| around(line)).collect(),
                commands: marked(self.commands),
                favours: marked(self.favours),
                organize: marked(self.organize),
                organize_favours: marked(self.organize_favours),
                opened: patterns(self.opened),
                keep: patterns(self.keep),
                told: patterns(self.told),
                put_it: patterns(self.put_it),
                be_there: patterns(self.be_there),
                subtask: patterns(self.subtask),
                whether_done: patterns(self.whether_done),
                talk: marked(self.talk),
                ask: marked(self.ask),
            },
            catalogue: self.catalogue,
            hesitations: self.hesitations.split_whitespace().collect(),
            no_date: self.no_date,
            noise: self.noise,
            light: self.light,
            past: self.past.iter().copied().collect(),
            bases: bases
                .map(|(form, base)| (fold::key(form), fold::key(base)))
                .collect(),
            verbs: self
                .verbs
                .split_whitespace()
                .map(|verb| (verb, ()))
                .collect(),
            topics: self.topics.into(),
        }
    }

    fn compounds(&self) -> HashMap<String, usize> {
        let mut compounds = HashMap::new();
        for (firsts, seconds) in self.compounds {
            for first in firsts.split_whitespace() {
                let whole = seconds
                    .split_whitespace()
                    .map(|second| (format!("{first}{second}"), first.len()));
                compounds.extend(whole);
            }
        }
        compounds
    }

    /// Other spellings of the words of all tables: without the letters that are missing elsewhere.
    fn spellings(&self, table: &HashMap<&'static str, Meaning>) -> HashMap<String, &'static str> {
        let mut spellings = HashMap::new();
        if self.transliterations.is_empty() {
            return spellings;
        }
        let known: HashSet<&'static str> = self.vocabulary().chain(table.keys().copied()).collect();
        for word in &known {
            let mut all = (*word).to_owned();
            for (letter, written) in self.transliterations {
                let one = word.replace(letter, written);
                all = all.replace(letter, written);
                for other in [one, all.clone()] {
                    if !known.contains(other.as_str()) {
                        spellings.insert(other, *word);
                    }
                }
            }
        }
        spellings
    }

    /// Every word of the tables beside the word table.
    fn vocabulary(&self) -> impl Iterator<Item = &'static str> {
        let lines = [
            self.polite,
            self.polite_end,
            self.ability,
            self.new_list,
            self.create,
            self.around,
            self.opened,
            self.keep,
            self.told,
            self.put_it,
            self.be_there,
            self.subtask,
            self.whether_done,
        ];
        let lines = lines.into_iter().flatten().copied();
        let commands = self.commands.iter().chain(self.favours);
        let organize = self.organize.iter().chain(self.organize_favours);
        let marked = commands
            .map(|(_, line)| *line)
            .chain(organize.map(|(_, line)| *line))
            .chain(self.talk.iter().map(|(_, line)| *line))
            .chain(self.ask.iter().map(|(_, line)| *line));
        let names = self.feasts.iter().map(|(names, _)| *names);
        let places = self
            .zones
            .iter()
            .chain(self.places)
            .map(|(names, _)| *names);
        let forms = self.past.iter().chain(self.bases).map(|(form, _)| *form);
        let compounds = self
            .compounds
            .iter()
            .flat_map(|(left, right)| [*left, *right]);
        lines
            .chain(marked)
            .chain(names)
            .chain(places)
            .chain(forms)
            .chain(compounds)
            .chain([self.verbs, self.hesitations])
            .chain(self.topics.all())
            .flat_map(|line| line.split(|c: char| !c.is_alphabetic()))
            .filter(|word| !word.is_empty())
    }
}

fn patterns(lines: &[&'static str]) -> Vec<Pattern> {
    lines.iter().map(|line| Pattern::new(line)).collect()
}

fn marked<T: Copy>(lines: &[(T, &'static str)]) -> Vec<(T, Pattern)> {
    lines
        .iter()
        .map(|(mark, line)| (*mark, Pattern::new(line)))
        .collect()
}

/// The phrases before and behind what stands in the middle.
fn around(line: &'static str) -> (Pattern, Pattern) {
    let (head, tail) = line.split_once("...").unwrap_or((line, ""));
    (Pattern::new(head), Pattern::new(tail))
}
