//! Forms of German words: participles, plurals, infinitives.

use crate::locale::Locale;

/// Parts that stand before a verb and leave it: "an|rufen", "ab|holen".
const SEPARABLE: &[&str] = &[
    "zurück", "zusammen", "weiter", "wieder", "hinzu", "heraus", "herunter", "rüber", "runter",
    "raus", "rein", "fertig", "vorbei", "durch", "nach", "statt", "teil", "fest", "frei", "los",
    "mit", "vor", "her", "hin", "weg", "auf", "aus", "bei", "ein", "ab", "an", "um", "zu",
];

/// Parts that stay with their verb and leave no room for "ge".
const JOINED: &[&str] = &[
    "be", "ent", "er", "ver", "zer", "über", "unter", "wider", "miss",
];

/// Infinitives that begin as participles do.
const GE_VERBS: &[&str] = &[
    "gehen",
    "geben",
    "gewinnen",
    "genießen",
    "gestalten",
    "genehmigen",
    "gewähren",
    "gelangen",
    "gefährden",
    "gebrauchen",
];

/// The infinitive of a participle: "gekauft", "abgeholt", "überwiesen", "repariert".
pub(super) fn past(locale: &Locale, low: &str) -> Option<String> {
    if let Some(base) = locale.past.get(low) {
        return Some((*base).to_owned());
    }
    if let Some(stem) = low.strip_suffix("iert") {
        return (stem.len() > 1).then(|| format!("{stem}ieren"));
    }
    for particle in SEPARABLE {
        if let Some(rest) = low.strip_prefix(particle)
            && let Some(base) = simple(locale, rest)
        {
            return Some(format!("{particle}{base}"));
        }
    }
    if let Some(base) = simple(locale, low) {
        return Some(base);
    }
    let joined = JOINED
        .iter()
        .any(|start| low.strip_prefix(start).is_some_and(|rest| rest.len() > 4));
    let stem = low.strip_suffix('t').filter(|_| joined)?;
    Some(infinitive(stem))
}

/// The infinitive of a participle with "ge".
fn simple(locale: &Locale, low: &str) -> Option<String> {
    if let Some(base) = locale.past.get(low) {
        return Some((*base).to_owned());
    }
    let stem = low.strip_prefix("ge")?.strip_suffix('t')?;
    (stem.chars().count() > 2).then(|| infinitive(stem))
}

fn infinitive(stem: &str) -> String {
    // "geantwort|et", "geöffn|et"
    let stem = stem.strip_suffix('e').unwrap_or(stem);
    if stem.ends_with("el") || stem.ends_with("er") {
        format!("{stem}n")
    } else {
        format!("{stem}en")
    }
}

/// A noun without the ending of its plural or case, folded.
pub(super) fn singular(word: &str) -> String {
    for ending in ["en", "es", "e", "n", "s"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() > 2
        {
            return stem.to_owned();
        }
    }
    word.to_owned()
}

/// The stems that a folded word may have.
pub(super) fn stems(word: &str, add: &mut dyn FnMut(String)) {
    for ending in ["en", "es", "em", "e", "n", "s", "ern", "eln"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() > 2
        {
            add(stem.to_owned());
        }
    }
}

/// "anrufen" of "anzurufen".
pub(super) fn plain(low: &str) -> Option<String> {
    SEPARABLE.iter().find_map(|particle| {
        let verb = low.strip_prefix(particle)?.strip_prefix("zu")?;
        (verb.len() > 3 && closes(verb)).then(|| format!("{particle}{verb}"))
    })
}

/// Whether a word may be an infinitive.
pub(super) fn closes(low: &str) -> bool {
    if low.starts_with("ge") && low.ends_with("en") && !GE_VERBS.contains(&low) {
        return false;
    }
    low == "tun"
        || low.chars().count() > 3 && ["en", "ern", "eln"].iter().any(|end| low.ends_with(end))
}
