//! German phrases that give commands. Earlier lines win.

use crate::intents::Intent::{
    self, AddNotes, AddTag, ClearDue, ClearLength, ClearNotes, ClearProject, ClearReminders,
    ClearRule, Complete, Delete, Length, MoveBy, MoveProject, MoveTo, Prioritize, Remind,
    RemoveTag, Rename, Reopen, Repeat, SetNotes, SetPriority, Skip, Snooze, Undo,
};

/// Commands on tasks that exist.
pub(super) static COMMANDS: &[(Intent, &str)] = &[
    (Complete, "erledigt|fertig|abgehakt|geschafft"),
    (
        Remind,
        "erinner|erinnere|erinnert mich|uns bitte? <amount> vorher|davor daran|dran?",
    ),
    (
        Remind,
        "erinner|erinnere|erinnert mich|uns bitte? <amount> vorher|davor an <task>",
    ),
    (
        Remind,
        "erinner|erinnere|erinnert mich|uns bitte? <amount> vor|vorm <task>",
    ),
    (
        Remind,
        "erinner|erinnere|erinnert mich|uns bitte? an <task> <amount> vorher|davor",
    ),
    (
        ClearReminders,
        "erinner|erinnere|erinnert mich|uns nicht mehr|länger an <task>",
    ),
    (
        ClearReminders,
        "lösch|lösche|entfern|entferne|streich|streiche die|alle|meine? erinnerung|erinnerungen von|vom|an|für|bei|zu|zum|zur <task>",
    ),
    (AddNotes, "notiz zu|zum|zur|für|bei <task> : <text>"),
    (
        AddNotes,
        "schreib|schreibe|notier|notiere zu|zum|zur|bei|in|für <task> : <text>",
    ),
    (
        AddNotes,
        "füg|füge zu|zum|zur|bei <task> eine|die|folgende? notiz hinzu : <text>",
    ),
    (
        AddNotes,
        "füg|füge eine|die|folgende? notiz zu|zum|zur|bei <task> hinzu : <text>",
    ),
    (
        AddNotes,
        "schreib|schreibe|notier|notiere|füg|füge|mach|mache bei|beim|zu|zum|zur|für <task> die|eine|folgende|als? notiz|anmerkung hinzu|dazu? : <text>",
    ),
    (
        SetNotes,
        "änder|ändere|setz|setze die? notiz|notizen von|vom|bei|zu|zum|zur <task> auf|in|zu <text>",
    ),
    (
        ClearNotes,
        "lösch|lösche|entfern|entferne die|alle? notiz|notizen von|vom|bei|zu|zum|zur <task>",
    ),
    (
        Undo,
        "ups|hoppla|oh|huch|nein|sorry|warte|mist? mach|mache das|es|dies|die_letzte_änderung|das_letzte|letzteres? wieder? rückgängig",
    ),
    (
        Undo,
        "ups|hoppla|oh|huch|nein|sorry|warte|mist? nimm|nehm das|es|die_letzte_änderung wieder? zurück",
    ),
    (
        Undo,
        "ups|hoppla|oh|huch|nein|sorry|warte|mist? das|es|die_letzte_änderung|die_letzte_aktion? rückgängig machen?",
    ),
    (
        Undo,
        "ups|hoppla|oh|huch das_war_falsch|falsch|das_war_ein_versehen",
    ),
    (
        Undo,
        "ups|hoppla|oh|huch|nein|sorry|warte|mist? bitte das|es|die_letzte_änderung|alles? wieder? rückgängig machen?",
    ),
    (Undo, "undo"),
    (Undo, "widerruf|widerrufe das|es|die_letzte_änderung?"),
    (
        Reopen,
        "öffne|öffnet|reaktivier|reaktiviere <task> wieder|erneut|nochmal?",
    ),
    (Reopen, "mach|mache <task> wieder auf"),
    (Reopen, "hol|hole <task> zurück|wieder_zurück"),
    (Reopen, "<task> wieder öffnen|aufmachen|reaktivieren"),
    (
        Reopen,
        "markier|markiere|setz|setze|kennzeichne <task> als|auf wieder? offen|unerledigt|nicht_erledigt|nicht_fertig|noch_offen",
    ),
    (
        Reopen,
        "<task> ist|sind doch|leider? noch? nicht erledigt|fertig|gemacht|abgeschlossen|geschafft",
    ),
    (
        Complete,
        "markier|markiere|setz|setze|stell|stelle|kennzeichne|meld|melde <task> als|auf erledigt|fertig|abgeschlossen|getan|gemacht|abgehakt|geschafft|done",
    ),
    (
        Complete,
        "markier|markiere|setz|setze als|auf erledigt|fertig|abgeschlossen : <task>",
    ),
    (
        ClearDue,
        "lösch|lösche|entfern|entferne|streich|streiche|nimm das|den|die? fälligkeitsdatum|datum|fälligkeit|frist|deadline von|vom|für|bei|aus <task> weg|raus?",
    ),
    (
        ClearDue,
        "mach|mache|setz|setze <task> undatiert|ohne_datum|auf_kein_datum",
    ),
    (ClearRule, "wiederhol|wiederhole <task> nicht mehr|länger"),
    (
        ClearRule,
        "lösch|lösche|entfern|entferne|stopp|stoppe|beende die? wiederholung von|vom|für|bei <task>",
    ),
    (
        ClearRule,
        "<task> soll|sollen sich? nicht mehr|länger wiederholen|wiederkehren",
    ),
    (Repeat, "wiederhol|wiederhole <task> <rule>"),
    (
        Repeat,
        "änder|ändere|setz|setze|stell|stelle die? wiederholung von|vom|für|bei <task> auf|in|zu <rule>",
    ),
    (
        Repeat,
        "<task> soll|sollen|muss sich|jetzt|ab_jetzt|künftig? <rule> wiederholen|wiederkehren|wiederholt_werden",
    ),
    (Repeat, "mach|mache|stell|stelle <task> auf? <rule>"),
    (
        RemoveTag,
        "lösch|lösche|entfern|entferne|nimm|streich|streiche den|das? tag|schlagwort|etikett|label <name> von|vom|aus|bei <task> weg|runter?",
    ),
    (
        RemoveTag,
        "lösch|lösche|entfern|entferne|nimm|streich|streiche # <name> von|vom|aus|bei <task> weg|runter?",
    ),
    (
        AddTag,
        "versieh|versehe|markier|markiere|kennzeichne <task> mit dem|den|das? tag|schlagwort|etikett|label <name>",
    ),
    (
        AddTag,
        "versieh|versehe|markier|markiere|kennzeichne <task> mit # <name>",
    ),
    (AddTag, "tagge <task> mit|als <name>"),
    (
        AddTag,
        "gib|gebt <task> den|das tag|schlagwort|etikett|label <name>",
    ),
    (
        AddTag,
        "füg|füge den|das? tag|schlagwort|etikett|label <name> zu|zum|zur|bei <task> hinzu",
    ),
    (
        AddTag,
        "füg|füge <task> den|das tag|schlagwort|etikett|label <name> hinzu",
    ),
    (
        SetPriority,
        "setz|setze|stell|stelle|änder|ändere|erhöh|erhöhe|senk|senke|heb|hebe die? priorität|prio von|vom|für|bei|des|der <task> auf|zu <priority>",
    ),
    (
        SetPriority,
        "setz|setze|stell|stelle|stuf|stufe|markier|markiere|kennzeichne <task> auf|als <priority> ein?",
    ),
    (SetPriority, "gib|gebt <task> eine? <priority>"),
    (SetPriority, "mach|mache <task> zu|zur? <priority>"),
    (
        SetPriority,
        "<task> ist|sind jetzt|nun|sehr|wirklich|echt|besonders? <priority>",
    ),
    (SetPriority, "<task> hat|haben jetzt|nun? <priority>"),
    (
        SetPriority,
        "lösch|lösche|entfern|entferne|nimm die? priorität|prio von|vom|für|bei <task> weg?",
    ),
    (Prioritize, "priorisier|priorisiere <task>"),
    (Length, "es|das dauert etwa|ungefähr|circa|nur? <amount>"),
    (
        Length,
        "setz|setze|änder|ändere|stell|stelle die? dauer von|vom|für|bei|der|des <task> auf|zu <amount>",
    ),
    (
        ClearLength,
        "lösch|lösche|entfern|entferne die? dauer von|vom|für|bei <task>",
    ),
    (Rename, "benenn|benenne <task> um? in|zu|als <text> um"),
    (
        Rename,
        "benenn|benenne|nenn|nenne <task> um in|zu|als <text>",
    ),
    (Rename, "nenn|nenne <task> in|zu <text> um"),
    (Rename, "<task> in|zu <text> umbenennen"),
    (
        Rename,
        "änder|ändere den|die? titel|namen|text|bezeichnung von|vom|der|des <task> in|zu|auf <text>",
    ),
    (
        ClearProject,
        "nimm|entfern|entferne <task> aus dem|seinem? projekt <name>",
    ),
    (
        ClearProject,
        "nimm|entfern|entferne <task> aus dem|seinem|ihrem? projekt",
    ),
    (
        MoveProject,
        "verschieb|verschiebe|schieb|schiebe|pack|packe|leg|lege|steck|stecke|setz|setze|tu|ordne <task> in|ins|zu|zum|nach|unter das|dem|mein|meinem|unser? projekt <name> ein?",
    ),
    (
        MoveProject,
        "<task> in|ins|zu|zum|nach das|dem|mein|meinem|unser? projekt <name> verschieben|legen|packen",
    ),
    (Snooze, "snooze|schlummern bis|auf|aufs <when>"),
    (Snooze, "snooze|schlummern für|um? <amount>"),
    (
        Snooze,
        "snooze|stell|stelle <task> bis|auf|aufs <when> zurück?",
    ),
    (Snooze, "snooze <task> für|um <amount>"),
    (Snooze, "stell|stelle <task> für|um <amount> zurück"),
    (
        MoveBy,
        "verschieb|verschiebe|verschiebt|schieb|schiebe|verleg|verlege|vertag|vertage|zieh|ziehe|hol|hole|rück|rücke <task> um|noch_einmal_um|nochmal_um <amount> nach_hinten|nach_vorn|nach_vorne|vor|später|früher|weiter|zurück|auf?",
    ),
    (
        MoveBy,
        "<task> um <amount> verschieben|vorziehen|vorverlegen|vertagen|verlegen",
    ),
    (MoveBy, "mach|mache <task> <amount> später|früher"),
    (
        MoveBy,
        "zieh|ziehe|hol|hole <task> <amount> vor|nach_vorn|nach_vorne",
    ),
    (
        MoveTo,
        "setz|setze|änder|ändere|stell|stelle|verschieb|verschiebe|leg|lege das|die|den? fälligkeit|fälligkeitsdatum|datum|termin|frist|deadline|uhrzeit von|vom|für|bei|der|des <task> auf|aufs|zu <when>",
    ),
    (
        MoveTo,
        "verschieb|verschiebe|verschiebt|schieb|schiebe|verleg|verlege|leg|lege|setz|setze|stell|stelle|vertag|vertage|änder|ändere|zieh|ziehe|hol|hole <task> auf|aufs|zu|nach|bis <when> vor|um|zurück|stattdessen?",
    ),
    (MoveTo, "verschieb|verschiebe|vertag|vertage <task> <when>"),
    (
        MoveTo,
        "<task> auf|aufs|zu|nach|bis <when> verschieben|verlegen|legen|vertagen|umlegen|vorziehen|setzen",
    ),
    (
        MoveTo,
        "<task> kann|soll|sollte|muss|darf noch? bis|auf|aufs <when> warten|liegen_bleiben|verschoben_werden|bleiben",
    ),
    (MoveTo, "<task> ist jetzt|nun|erst <when> fällig?"),
    (
        Skip,
        "überspring|überspringe <task> diese_woche|heute|diesmal|dieses_mal|morgen|diesen_monat|einmal?",
    ),
    (
        Skip,
        "lass|lasse <task> diese_woche|heute|diesmal|dieses_mal|morgen|diesen_monat? aus|weg|ausfallen",
    ),
    (
        Complete,
        "<task> als|auf erledigt|fertig|abgeschlossen|getan markieren|setzen|kennzeichnen",
    ),
    (Complete, "hak|hake|hakt|streich|streiche <task> ab|durch"),
    (Complete, "schließ|schließe|schließt die_aufgabe <task> ab"),
    (Complete, "<task> abhaken"),
    (
        Complete,
        "ich|wir hab|habe|haben|hätten jetzt|schon|gerade|endlich|bereits|eben|heute|nun|auch? <task> erledigt|gemacht|geschafft|abgeschlossen|fertig|hinter_mir|abgehakt|getan",
    ),
    (
        Complete,
        "ich|wir bin|sind mit <task> fertig|durch|jetzt_fertig|endlich_fertig",
    ),
    (
        Complete,
        "ich|wir bin|sind jetzt|endlich|nun? fertig|durch mit <task>",
    ),
    (Complete, "fertig|durch mit <task>"),
    (Complete, "erledigt|fertig|abgehakt|geschafft : <task>"),
    (Complete, "<task> : erledigt|fertig|abgehakt"),
    (
        Complete,
        "<task> ist|sind|wurde|wurden|war|waren jetzt|schon|bereits|endlich|nun|alle|auch|gerade? erledigt|fertig|gemacht|abgeschlossen|geschafft|durch|abgehakt",
    ),
    (
        Complete,
        "<task> hab|habe|haben ich|wir jetzt|schon|endlich|bereits? erledigt|gemacht|geschafft|fertig|abgeschlossen",
    ),
    (Complete, "<task> erledigt|abgehakt|geschafft|abgeschlossen"),
    (Complete, "erledige|erledigt <task>"),
    (
        Complete,
        "ich|wir hab|habe|haben jetzt|schon|gerade|endlich|bereits|eben|heute|nun|auch|gestern? <task> <past>",
    ),
    (
        Complete,
        "<task> hab|habe|haben ich|wir jetzt|schon|gerade|endlich|bereits|eben|heute|nun|auch? <past>",
    ),
    (
        Complete,
        "hab|habe|haben jetzt|schon|gerade|endlich|bereits|eben|heute|nun|auch? <task> <past>",
    ),
    (
        Complete,
        "<task> ist|sind|wurde|wurden jetzt|schon|bereits|endlich|nun|alle|auch|gerade? <past> worden?",
    ),
    (Complete, "<task> <past>"),
    (
        Delete,
        "lösch|lösche|löscht|entfern|entferne|entfernt|streich|streiche|verwirf|nimm|wirf|schmeiß <task> von|aus|vom der|meiner|unserer|dem|meinem? liste|einkaufsliste|kalender|todo_-_liste|aufgabenliste|plan runter|raus|weg|herunter?",
    ),
    (
        Delete,
        "lösch|lösche|löscht|entfern|entferne|entfernt|verwirf|cancel|storniere_die_aufgabe <task>",
    ),
    // Without a word for what is written down, these are things to do: "streich den Zaun".
    (
        Delete,
        "streich|streiche|wirf|schmeiß|schmeiße die_aufgabe|den_eintrag|den_punkt <task> weg|raus|runter?",
    ),
    (
        Delete,
        "<task> von|aus der|meiner|unserer|dem|meinem? liste|einkaufsliste|kalender|todo_-_liste|aufgabenliste|plan streichen|nehmen|werfen",
    ),
    (
        Delete,
        "ich|wir brauche|brauchen|will|wollen|möchte|möchten <task> nicht_mehr also|bitte? lösch|lösche|streich|streiche|entfern|entferne|wirf|nimm ihn|sie|es|das|die bitte? raus|weg|runter|von_der_liste?",
    ),
    (Delete, "vergiss die aufgabe <task>"),
];

/// Commands whose verb closes the sentence, which are tasks of their own unless somebody is asked.
pub(super) static FAVOURS: &[(Intent, &str)] = &[
    (Delete, "<task> löschen|entfernen|verwerfen"),
    (Complete, "<task> erledigen|abschließen"),
];
