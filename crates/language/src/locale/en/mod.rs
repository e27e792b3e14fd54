//! English.

mod asking;
mod catalogue;
mod commands;
mod names;
mod openings;
mod talk;
mod topics;
mod verbs;
mod words;

use std::collections::HashMap;

use super::{Locale, Names, Phrases, table};
use crate::pattern::Pattern;

/// Builds the English tables.
pub(super) fn locale() -> Locale {
    let patterns = |lines: &[&'static str]| lines.iter().map(|line| Pattern::new(line)).collect();
    let mut forms = HashMap::new();
    for (form, base) in verbs::PAST.iter().chain(verbs::FORMS) {
        forms.insert(*form, *base);
    }
    Locale {
        words: table(words::WORDS),
        feasts: Names::new(names::FEASTS),
        zones: Names::new(names::ZONES),
        places: Names::new(names::PLACES),
        phrases: Phrases {
            polite: patterns(openings::POLITE),
            new_list: patterns(openings::NEW_LIST),
            ability: patterns(openings::ABILITY),
            polite_end: patterns(openings::POLITE_END),
            create: patterns(openings::CREATE),
            commands: commands::COMMANDS
                .iter()
                .map(|(intent, line)| (*intent, Pattern::new(line)))
                .collect(),
            talk: talk::TALK
                .iter()
                .map(|(talk, line)| (*talk, Pattern::new(line)))
                .collect(),
            ask: asking::ASK
                .iter()
                .map(|(ask, line)| (*ask, Pattern::new(line)))
                .collect(),
        },
        catalogue: &catalogue::CATALOGUE,
        hesitations: openings::HESITATIONS.split_whitespace().collect(),
        noise: verbs::NOISE,
        past: verbs::PAST.iter().copied().collect(),
        forms,
        verbs: verbs::VERBS
            .split_whitespace()
            .map(|verb| (verb, ()))
            .collect(),
        topics: (&topics::TOPICS).into(),
    }
}
