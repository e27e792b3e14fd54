//! German openings of questions. Earlier lines win.

use crate::queries::Ask::{self, Agenda, Any, Count, Find, List, Look, Noun, Top, When};

/// What opens a question about tasks.
pub(super) static ASK: &[(Ask, &str)] = &[
    (Count, "wie_viele|wieviele|wie_viel|wieviel"),
    (
        Agenda,
        "was_liegt_an|was_steht_an|was_ist_los|tagesplan|agenda",
    ),
    (Agenda, "wie_sieht mein|der|meine|die tag|woche aus?"),
    (
        Agenda,
        "hab|habe|haben ich|wir <when> noch|etwas|schon? zeit|frei|luft",
    ),
    (
        Agenda,
        "bin|sind ich|wir <when> noch|schon? frei|verfügbar|beschäftigt|verplant|belegt",
    ),
    (Agenda, "plan|plane meinen|den tag"),
    (Agenda, "was ist|kommt|steht als_nächstes dran|an?"),
    (Count, "zähl|zähle|anzahl"),
    (Find, "find|finde|such|suche nach|mir|alle?"),
    (Find, "hab|habe|haben ich|wir schon|bereits|noch|etwas|was?"),
    (Find, "ist|sind noch|schon|bereits?"),
    (
        When,
        "wann|bis_wann|um_wie_viel_uhr|um_wieviel_uhr|an_welchem_tag ist|sind|war|findet|muss|soll|habe|hab|wird|beginnt ich|wir?",
    ),
    (
        Top,
        "zeig|zeige|nenn|nenne? mir|uns? die|meine? ersten|nächsten|obersten|wichtigsten <number>",
    ),
    (
        Any,
        "gibt_es|gibts|gibt's|liegt|steht noch|etwas|irgendetwas|irgendwas|was?",
    ),
    (
        List,
        "zeig|zeige|zeigt|liste|nenn|nenne|gib|sag|sage mir|uns? auf?",
    ),
    (Look, "öffne|lies|lese mir|uns? vor?"),
    (List, "was|welche|welchen|welcher|welches|wer|wo|woran|wie"),
    (List, "ich|wir will|möchte|würde_gern|muss sehen|wissen"),
    (
        Noun,
        "alle|alles|meine|mein|die|aufgaben|todos|erinnerungen|termine|überfällige|überfälliges|offene|offenes|heutige|morgige|dringende|wichtige|erledigte|wiederkehrende|anstehende|tagesplan|einkaufsliste",
    ),
];

/// Questions whether something was done. `<past>` gives the verb; without one it does not matter.
pub(super) static WHETHER_DONE: &[&str] = &[
    "hab|habe|haben ich|wir denn? heute|gestern|eigentlich|schon|bereits? schon|bereits|eigentlich? <task> schon|bereits? erledigt|gemacht|geschafft|abgeschlossen|abgehakt",
    "hab|habe|haben ich|wir denn? heute|gestern|eigentlich|schon|bereits? schon|bereits|eigentlich? <task> schon|bereits? <past>",
    "ist|sind|war|waren|wurde|wurden der|die|das|mein|meine|unser|unsere <task> schon|bereits|eigentlich? erledigt|fertig|gemacht|abgeschlossen|abgehakt",
    "ist|sind|wurde|wurden der|die|das|mein|meine|unser|unsere <task> schon|bereits|eigentlich? <past>",
    "wann hab|habe|haben ich|wir zuletzt|eigentlich? <task> zuletzt? erledigt|gemacht|geschafft|abgeschlossen|abgehakt",
    "wann hab|habe|haben ich|wir zuletzt|eigentlich? <task> zuletzt? <past>",
];
