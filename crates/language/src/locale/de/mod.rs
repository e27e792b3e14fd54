//! German.

mod asking;
mod catalogue;
mod commands;
mod forms;
mod names;
mod numbers;
mod openings;
mod organizing;
mod senses;
mod talk;
mod told;
mod topics;
mod verbs;
mod words;

use super::source::Source;
use super::{Forms, Grammar};

/// German as its files have it.
pub(super) static SOURCE: Source = Source {
    grammar: Grammar {
        senses_are_listed: true,
        nouns_are_capital: true,
        dots_order: true,
        halves_lead: true,
        twelve_hours: false,
        nouns_join: true,
        verbs_close: true,
    },
    forms: Forms {
        past: forms::past,
        singular: forms::singular,
        stems: forms::stems,
        plain_infinitive: forms::plain,
        closes: forms::closes,
    },
    words: &[words::WORDS, numbers::NUMBERS],
    senses: senses::SENSES,
    compounds: &[
        (
            "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
            "morgen vormittag mittag nachmittag abend nacht morgens vormittags mittags nachmittags abends nachts",
        ),
        ("viertel", "stunde"),
        ("drei", "viertel viertelstunde"),
    ],
    transliterations: &[("ß", "ss"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue")],
    list_suffixes: "liste zettel",
    feasts: names::FEASTS,
    zones: names::ZONES,
    places: names::PLACES,
    polite: openings::POLITE,
    polite_end: openings::POLITE_END,
    ability: openings::ABILITY,
    new_list: openings::NEW_LIST,
    create: openings::CREATE,
    around: openings::AROUND,
    commands: commands::COMMANDS,
    favours: commands::FAVOURS,
    organize: organizing::ORGANIZE,
    organize_favours: organizing::FAVOURS,
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
    no_date: &["kein datum", "ohne datum", "nie", "keins", "löschen"],
    noise: verbs::NOISE,
    light: verbs::LIGHT,
    past: verbs::PAST,
    bases: verbs::FORMS,
    verbs: verbs::VERBS,
    topics: &topics::TOPICS,
};
