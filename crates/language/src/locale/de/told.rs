//! German requests that stand behind what they are about, and words that only open a list.

/// What only opens a list before a command.
pub(super) static OPENED: &[&str] = &[
    "öffne|zeig|mach mir? meine|die|meinen|den? <name>? liste|listen|kalender|aufgaben|todos auf? und|dann",
    "geh|geht in|zu|zur|zum|auf meine|die|meinen|den|meiner|meinem|der|dem? liste|kalender|aufgaben und|dann",
];

/// Requests to keep what was told before them, wholly.
pub(super) static KEEP: &[&str] = &[
    "erinner|erinnere mich|uns bitte|noch? daran|dran?",
    "mich|uns daran|dran? erinnern",
    "trag|trage|schreib|schreibe|setz|setze|notier|notiere|nimm das|es|ihn|sie|dies mir|bitte? <list>? ein|auf|an?",
    "das|es|ihn|sie <list>? eintragen|notieren|vormerken|aufschreiben",
    "merk|merke dir das|es",
];

/// Openings of what is told.
pub(super) static TOLD: &[&str] = &[
    "ich|wir hab|habe|haben einen|eine|ein|meinen|meine|mein?",
    "es_gibt|da_ist|da_sind ein|eine|einen?",
    "ich|wir brauche|brauchen|will|wollen|möchte|möchten",
];

/// Requests to put what was asked about on the list, wholly.
pub(super) static PUT_IT: &[&str] = &[
    "setz|setze|schreib|schreibe|pack|packe|füg|füge|nimm|trag|trage sie|es|ihn|das|die|welche bitte|noch? <list>? drauf|dazu|hinzu|auf|ein|darauf?",
];

/// Openings of what is to stand on a list.
pub(super) static BE_THERE: &[&str] = &["sorg|sorge dafür dass", "stell|stelle sicher dass"];
