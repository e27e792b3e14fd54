//! English.

mod asking;
mod catalogue;
mod commands;
mod forms;
mod names;
mod openings;
mod organizing;
mod talk;
mod told;
mod topics;
mod verbs;
mod words;

use super::source::Source;
use super::{Forms, Grammar};

/// English as its files have it.
pub(super) static SOURCE: Source = Source {
    grammar: Grammar {
        senses_are_listed: false,
        nouns_are_capital: false,
        dots_order: false,
        halves_lead: false,
        twelve_hours: true,
        nouns_join: false,
        verbs_close: false,
    },
    forms: Forms {
        past: forms::past,
        singular: forms::singular,
        stems: forms::stems,
        plain_infinitive: |_| None,
        closes: |_| false,
    },
    words: &[words::WORDS],
    senses: &[],
    compounds: &[],
    transliterations: &[],
    list_suffixes: "",
    feasts: names::FEASTS,
    zones: names::ZONES,
    places: names::PLACES,
    polite: openings::POLITE,
    polite_end: openings::POLITE_END,
    ability: openings::ABILITY,
    new_list: openings::NEW_LIST,
    create: openings::CREATE,
    around: &[],
    commands: commands::COMMANDS,
    favours: &[],
    organize: organizing::ORGANIZE,
    organize_favours: &[],
    opened: told::OPENED,
    keep: told::KEEP,
    told: told::TOLD,
    put_it: told::PUT_IT,
    be_there: told::BE_THERE,
    subtask: openings::SUBTASK,
    whether_done: asking::WHETHER_DONE,
    talk: talk::TALK,
    ask: asking::ASK,
    catalogue: &catalogue::CATALOGUE,
    hesitations: openings::HESITATIONS,
    no_date: &["none", "never", "no date", "no due date", "clear"],
    noise: verbs::NOISE,
    light: verbs::LIGHT,
    past: verbs::PAST,
    bases: verbs::FORMS,
    verbs: verbs::VERBS,
    topics: &topics::TOPICS,
};
