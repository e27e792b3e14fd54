//! German small talk and answers.

use crate::small_talk::Talk::{
    self, Acknowledge, Advice, Bye, Greet, Help, No, Remark, Thank, Yes, YesToAll,
};

/// Whole utterances, by kind.
pub(super) static TALK: &[(Talk, &str)] = &[
    (
        YesToAll,
        "ja|jo|jep|klar|sicher|ok|okay|gern|gerne|bitte|bestätigt|j zu? allem|allen|alle|alles|beide|beides|beidem|beiden bitte?",
    ),
    (
        YesToAll,
        "alle|beide|beides|alles|zu_allem_ja|alle_beide|mach_beides|mach_alles|bestätige_alles bitte?",
    ),
    (
        Yes,
        "ja|jo|jep|jawohl|klar|sicher|ok|okay|gern|gerne|natürlich|genau|richtig|stimmt|bestätigt|bestätige|j bitte|mach_das|mach|klar|gerne|lösch_sie|sicher|genau|tu_das?",
    ),
    (
        Yes,
        "mach_das|tu_das|na_klar|auf_jeden_fall|nur_zu|weiter|passt|so_machen",
    ),
    (
        No,
        "nein|nee|nö|ne|nicht|keine|keines|stopp|stop|abbrechen|abbruch|halt|n danke|lass_sie|lass_es|lass_das|lieber_nicht|bitte_nicht|doch_nicht|nicht_löschen|behalt_sie|abbrechen?",
    ),
    (
        No,
        "lass_sie|lass_es|lass_das|lieber_nicht|bitte_nicht|doch_nicht|behalt_sie|behalte_sie|vergiss_es|mach_das_nicht|tu_das_nicht",
    ),
    (
        Greet,
        "hi|hallo|hey|moin|servus|tach|grüezi|hallöchen|grüß_gott|grüß_dich du|zusammen|saydo|nochmal|wieder?",
    ),
    (
        Greet,
        "guten|gute|schönen|n morgen|tag|abend|mittag|nachmittag|nacht saydo|zusammen|dir?",
    ),
    (
        Greet,
        "wie geht_es|gehts|geht's|läuft_es|läuft's dir|euch|ihnen? heute|so?",
    ),
    (Greet, "was_geht|was_geht_ab|na"),
    (
        Thank,
        "ok|okay|super|prima|toll|klasse|alles_klar? danke|dankeschön|vielen_dank|besten_dank|herzlichen_dank|danke_dir|merci <text>?",
    ),
    (
        Thank,
        "du bist der|die|echt|wirklich|so? super|toll|klasse|spitze|beste|genial|hilfreich|großartig|ein_schatz",
    ),
    (Thank, "gut|super|toll|prima gemacht|hingekriegt"),
    (Acknowledge, "gern|gerne geschehen"),
    (
        Acknowledge,
        "keine_ursache|kein_problem|schon_gut|macht_nichts|nicht_schlimm",
    ),
    (
        Bye,
        "tschüss|tschüs|ciao|bis_bald|bis_später|bis_dann|bis_morgen|auf_wiedersehen|schönen_tag_noch|gute_nacht|mach's_gut|man_sieht_sich dann|saydo?",
    ),
    (Help, "hilfe|hilf_mir|hilf"),
    (
        Help,
        "was kannst|kann|machst|tust du|ich|man hier|sagen|alles|für_mich|tun|fragen? tun|machen|sagen|fragen?",
    ),
    (
        Help,
        "wie funktioniert|geht|benutze|bediene|verwende|fange das|es|ich|du|saydo ich|saydo|dich|an? an?",
    ),
    (
        Help,
        "was bist du|ist_das|ist_saydo|sind_die_befehle|gibt_es_für_befehle",
    ),
    (
        Help,
        "zeig|zeige mir? die? hilfe|befehle|beispiele|was_du_kannst",
    ),
    (
        Acknowledge,
        "cool|super|toll|prima|klasse|schön|perfekt|gut|verstanden|aha|ach_so|alles_klar|okay|wow|interessant|lol|haha|hm|hmm|oh|ah|na_gut|sehr_gut|wunderbar",
    ),
    (
        Remark,
        "ich bin|war|liebe|hasse|mag|finde|glaube|denke|fühle|hoffe|wünsche|weiß|verstehe|kann|vermisse <text>",
    ),
    (Remark, "mir ist|geht|war <text>"),
    (
        Remark,
        "du bist|siehst|hast|kannst|klingst|nervst|weißt <text>",
    ),
    (
        Remark,
        "es|das|dies|er|sie|hier|heute ist|war|sind|waren|wird|regnet|schneit <text>?",
    ),
    (Advice, "soll|sollte|sollten|darf|muss ich|wir|man <text>"),
    (
        Advice,
        "was|welche|welcher|welches|wie|warum|wieso|weshalb|wann|wer|wo <text>",
    ),
    (
        Advice,
        "ist|sind|war|wird|hat|haben|kann|kannst|bist|wäre es|er|sie|das|der|die|du|ihr|ein|eine <text>",
    ),
    (
        Advice,
        "wenn|falls|ob|vielleicht|angenommen|was_wäre_wenn <text>",
    ),
];
