//! German phrases that change projects, sections and tags. Earlier lines win.

use crate::organizing::Order::{self, Add, AddCalled, Archive, Delete, Rename, Unarchive};
use crate::organizing::OrganizeKind::{self, Project, Section, Tag};

/// Changes of projects, sections and tags. `<text>` is a new name, `<name>` one that exists.
pub(super) static ORGANIZE: &[((OrganizeKind, Order), &str)] = &[
    (
        (Project, AddCalled),
        "erstell|erstelle|mach|mache|leg|lege|eröffne|beginne|füg|füge mir|uns|bitte? ein|noch_ein|das? neues|leeres|weiteres? projekt namens|mit_dem_namen|mit_namen <text> an|hinzu|auf?",
    ),
    (
        (Project, AddCalled),
        "neues projekt namens|mit_dem_namen <text>",
    ),
    ((Project, AddCalled), "neues projekt : <text>"),
    (
        (Project, Add),
        "erstell|erstelle|mach|mache|leg|lege|eröffne|füg|füge mir|uns|bitte? ein|noch_ein|das? neues|weiteres? projekt <text> an|hinzu|auf?",
    ),
    ((Project, Add), "neues projekt <text>"),
    (
        (Section, AddCalled),
        "erstell|erstelle|leg|lege|füg|füge in|im|dem|zum projekt? <name> einen neuen|weiteren? abschnitt namens|mit_dem_namen <text> an|hinzu?",
    ),
    (
        (Section, Add),
        "erstell|erstelle|leg|lege|füg|füge in|im|dem|zum projekt? <name> einen neuen|weiteren? abschnitt <text> an|hinzu?",
    ),
    (
        (Section, AddCalled),
        "erstell|erstelle|mach|mache|leg|lege|füg|füge mir|uns|bitte? einen|noch_einen|den? neuen|weiteren? abschnitt namens|mit_dem_namen <text> an|hinzu|auf?",
    ),
    (
        (Section, Add),
        "erstell|erstelle|mach|mache|leg|lege|füg|füge mir|uns|bitte? einen|noch_einen|den? neuen|weiteren? abschnitt <text> an|hinzu|auf?",
    ),
    (
        (Section, AddCalled),
        "neuer|neuen abschnitt namens|mit_dem_namen <text>",
    ),
    ((Section, Add), "neuer|neuen abschnitt <text>"),
    (
        (Tag, AddCalled),
        "erstell|erstelle|mach|mache|leg|lege|füg|füge mir|uns|bitte? ein|einen|das|den? neues|neuen? tag|schlagwort|etikett|label namens|mit_dem_namen <text> an|hinzu?",
    ),
    (
        (Tag, Add),
        "erstell|erstelle|leg|lege mir|uns|bitte? ein|einen|das|den? neues|neuen? tag|schlagwort|etikett|label <text> an?",
    ),
    ((Tag, Add), "neues schlagwort|etikett|label <text>"),
    (
        (Project, Rename),
        "benenn|benenne das|mein|unser? projekt <name> um? in|zu <text> um?",
    ),
    (
        (Project, Rename),
        "nenn|nenne das|mein|unser? projekt <name> um in|zu <text>",
    ),
    (
        (Section, Rename),
        "benenn|benenne den|meinen? abschnitt <name> um? in|zu <text> um?",
    ),
    (
        (Tag, Rename),
        "benenn|benenne den|das|mein|meinen? tag|schlagwort|etikett|label <name> um? in|zu <text> um?",
    ),
    (
        (Project, Delete),
        "lösch|lösche|löscht|entfern|entferne das|mein|unser? ganze|gesamte? projekt <name>",
    ),
    (
        (Section, Delete),
        "lösch|lösche|löscht|entfern|entferne den|meinen? abschnitt <name>",
    ),
    (
        (Tag, Delete),
        "lösch|lösche|löscht den|das|mein|meinen? tag|schlagwort|etikett|label <name>",
    ),
    (
        (Project, Archive),
        "archivier|archiviere das|mein|unser? projekt <name>",
    ),
    (
        (Project, Unarchive),
        "hol|hole das|mein|unser? projekt <name> aus_dem_archiv zurück?",
    ),
];

/// The same with the verb at the end, which are tasks of their own unless somebody is asked.
pub(super) static FAVOURS: &[((OrganizeKind, Order), &str)] = &[
    (
        (Project, AddCalled),
        "ein|das? neues? projekt namens|mit_dem_namen <text> anlegen|erstellen|hinzufügen",
    ),
    (
        (Project, Add),
        "ein|das? neues? projekt <text> anlegen|erstellen|hinzufügen",
    ),
    (
        (Section, Add),
        "einen|den? neuen? abschnitt <text> anlegen|erstellen|hinzufügen",
    ),
    (
        (Tag, Add),
        "einen|ein|den|das? neuen|neues? tag|schlagwort|etikett|label <text> anlegen|erstellen|hinzufügen",
    ),
    (
        (Project, Rename),
        "das? projekt <name> in|zu <text> umbenennen",
    ),
    (
        (Section, Rename),
        "den? abschnitt <name> in|zu <text> umbenennen",
    ),
    (
        (Project, Delete),
        "das|mein? ganze? projekt <name> löschen|entfernen",
    ),
    ((Section, Delete), "den? abschnitt <name> löschen|entfernen"),
    (
        (Tag, Delete),
        "den|das? tag|schlagwort|etikett|label <name> löschen",
    ),
    ((Project, Archive), "das|mein? projekt <name> archivieren"),
];
