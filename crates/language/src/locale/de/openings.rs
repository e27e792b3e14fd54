//! German openings of requests and of new tasks, and what is only polite. Earlier lines win.

/// What may stand before any request.
pub(super) static POLITE: &[&str] = &[
    "bitte",
    "hey|hi|hallo|ok|okay saydo|google|siri|alexa|du?",
    "saydo|siri|alexa",
    "kannst|könntest|würdest|kannste du bitte|mal|mir|vielleicht? bitte|mal?",
    "können|könnten|würden wir|sie bitte|mal?",
    "ich möchte|will|hätte_gern dass_du",
    "sei_so_gut_und|sei_so_lieb_und|tu_mir_den_gefallen_und",
    "es_wäre schön|nett|toll|gut wenn du",
    "ja|jo|jep",
    "noch_etwas|noch_was|ach_ja|übrigens",
    "und|dann|auch|nun|also|oh|äh|ähm|hm|eigentlich|mal",
    "ok|okay|gut|alles_klar|super|danke|prima",
    "so ,",
    "hilf_mir",
    "lass_uns",
];

/// Questions about what is possible, which ask for what they name when they name a task.
pub(super) static ABILITY: &[&str] = &[
    "ist_es_möglich|wäre_es_möglich",
    "kann|könnte|darf ich|man|wir",
];

/// What asks for a new list.
pub(super) static NEW_LIST: &[&str] = &[
    "erstell|erstelle|mach|mache|leg|lege|eröffne|beginne mir|uns? eine neue|leere|weitere? liste|checkliste|einkaufsliste|todo_-_liste",
    "neue|leere liste|checkliste|einkaufsliste",
];

/// Sounds of a speaker who thinks.
pub(super) static HESITATIONS: &str = "äh ähm hm hmm öh öhm halt";

/// What may stand after any request.
pub(super) static POLITE_END: &[&str] = &[
    "bitte",
    "danke",
    "dankeschön",
    "vielen_dank",
    "für_mich",
    "ok|okay",
    "ja",
    "wenn_du_kannst",
    "wenn_es_geht",
];

/// What begins a new task. The rest of the sentence is the task.
pub(super) static CREATE: &[&str] = &[
    "erstell|erstelle|mach|mache|leg|lege|neue <number>? neue? aufgaben|todos|erinnerungen an? :",
    "neue? aufgaben|todos :",
    "erinner|erinnere|erinnert|erinnre mich|uns bitte|noch|wieder|auch|mal? daran|dran|dass",
    "erinner|erinnere|erinnert|erinnre mich|uns bitte|noch|wieder|auch|mal?",
    "neue? aufgabe|todo|erinnerung hinzufügen|erstellen|anlegen :",
    "vergiss|vergesst nicht daran?",
    "mich|uns bitte|noch? daran|dran erinnern dass?",
    "lass mich nicht vergessen",
    "denk|denke|denkt daran|dran|bitte_daran",
    "nicht vergessen :",
    "nicht vergessen",
    "sorg|sorge dafür dass",
    "ich|wir muss|müssen|sollte|sollten|soll|sollen noch|auch|unbedingt|eigentlich|wirklich?",
    "ich|wir darf|dürfen nicht vergessen",
    "ich|wir will|wollen|möchte|möchten|würde_gern|würde_gerne gern|gerne|noch|auch?",
    "ich|wir brauche|brauchen eine erinnerung an|für|zum|zur?",
    "wir brauchen noch|mehr?",
    "ich brauche noch|mehr",
    "ich|wir hab|habe|haben einen|eine|ein",
    "ich|wir habe|haben vor",
    "leg|lege|trag|trage mir|uns? eine|einen|ein neue|neuen|neues? <priority>? aufgabe|erinnerung|todo|eintrag|termin an|ein namens|mit_dem_titel|mit_dem_namen?",
    "erstell|erstelle|mach|mache|erzeug|erzeuge|schreib|schreibe|setz|setze mir|uns? eine|einen|ein|die? neue|neuen|neues? <rule>? <priority>? aufgabe|erinnerung|todo|eintrag namens|mit_dem_titel|mit_dem_namen?",
    "neue|neuer|neues|weitere|noch_eine|noch_ein|eine_neue|ein_neues <priority>? aufgabe|erinnerung|todo|eintrag namens|mit_dem_titel?",
    "aufgabe|todo|erinnerung|notiz_an_mich|merkzettel|memo :",
    "todo",
    "merk|merke dir|mir :",
    "merk|merke dir|mir dass?",
    "notier|notiere mir|bitte? :",
];

/// What stands around a new task: words before it, and words that close the sentence. `<list>` is the
/// name of a list, which stays in the task.
pub(super) static AROUND: &[&str] = &[
    "füg|füge|fügt mir|bitte|noch|auch? ... hinzu|dazu",
    "trag|trage|tragt mir|bitte|noch|auch? ... ein",
    "nimm|nehm|nehmt bitte|noch|auch? ... auf",
    "leg|lege ... als_aufgabe|als_neue_aufgabe|als_todo an",
    "schreib|schreibe|schreibt|setz|setze|setzt|pack|packe|packt|nimm|tu|stell|stelle|notier|notiere mir|bitte|noch|auch? ... <list>",
    "... <list> hinzufügen|setzen|schreiben|packen|aufnehmen|eintragen|notieren",
    "mich|uns bitte|noch|mal? daran|dran ... erinnern",
    "mich|uns bitte|noch|mal? ... erinnern",
    "ich|wir möchte|will|möchten|wollen|muss bitte|noch? daran|dran? ... erinnert_werden",
    "... nicht_vergessen",
    "... hinzufügen|notieren|hinzufügst|aufschreibst|notierst|einträgst",
];

/// New parts of a task, which is `<task>`; without it what was last spoken about.
pub(super) static SUBTASK: &[&str] = &[
    "füg|füge|leg|lege|schreib|schreibe zu|zum|zur|bei|beim|unter|der|dem aufgabe? <task> die|eine|noch_eine|als? neue? unteraufgabe|unteraufgaben|teilaufgabe|teilaufgaben|subtask|subtasks namens? <text> hinzu|an|ein",
    "füg|füge|trag|trage|leg|lege|setz|setze|schreib|schreibe <text> als neue? unteraufgabe|unteraufgaben|teilaufgabe|teilaufgaben|subtask|subtasks zu|zum|zur|von|vom|bei|beim|für|unter|in aufgabe? <task> hinzu|an|ein?",
    "füg|füge|trag|trage|leg|lege|setz|setze|schreib|schreibe <text> als neue? unteraufgabe|unteraufgaben|teilaufgabe|teilaufgaben|subtask|subtasks hinzu|an|ein?",
    "füg|füge|leg|lege|erstell|erstelle|mach|mache eine|die|noch_eine? neue? unteraufgabe|unteraufgaben|teilaufgabe|teilaufgaben|subtask|subtasks namens? <text> zu|zum|zur|von|vom|bei|beim|für|unter|in aufgabe? <task> hinzu|an|ein?",
    "füg|füge|leg|lege|erstell|erstelle|mach|mache eine|die|noch_eine? neue? unteraufgabe|unteraufgaben|teilaufgabe|teilaufgaben|subtask|subtasks namens? <text> hinzu|an|ein?",
    "unteraufgabe|unteraufgaben|teilaufgabe|teilaufgaben|subtask|subtasks zu|zum|zur|von|vom|bei|beim|für <task> : <text>",
    "<text> als unteraufgabe|unteraufgaben|teilaufgabe|teilaufgaben|subtask|subtasks zu|zum|zur|von|vom|bei|beim|für|unter <task> hinzufügen|anlegen|eintragen",
];
