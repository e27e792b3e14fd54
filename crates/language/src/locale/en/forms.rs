//! Forms of English words: past forms, plurals.

use crate::locale::Locale;

/// The base form of a past form.
pub(super) fn past(locale: &Locale, low: &str) -> Option<String> {
    if let Some(base) = locale.past.get(low) {
        return Some((*base).to_owned());
    }
    let stem = low.strip_suffix("ed")?;
    if stem.len() < 2 {
        return None;
    }
    let verbs = &locale.verbs;
    if verbs.contains_key(stem) {
        return Some(stem.to_owned());
    }
    let with_e = &low[..low.len() - 1];
    if verbs.contains_key(with_e) {
        return Some(with_e.to_owned());
    }
    let mut letters = stem.chars();
    let last = letters.next_back();
    let short = letters.as_str();
    if short.ends_with(last?) && verbs.contains_key(short) {
        return Some(short.to_owned());
    }
    let root = stem.strip_suffix('i')?;
    verbs
        .keys()
        .any(|verb| verb.strip_suffix('y') == Some(root))
        .then(|| stem.to_owned())
}

/// A noun without the ending of the plural.
pub(super) fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["ches", "shes", "sses", "xes", "zes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') && !stem.ends_with("'") => {
            stem.to_owned()
        }
        _ => word.to_owned(),
    }
}

/// The stems of a word with a common ending.
pub(super) fn stems(word: &str, add: &mut dyn FnMut(String)) {
    for ending in ["ing", "ed", "es", "er", "al"] {
        if let Some(stem) = word
            .strip_suffix(ending)
            .filter(|stem| stem.chars().count() >= 3)
        {
            add(stem.to_owned());
            add(format!("{stem}e"));
            let mut letters = stem.chars().rev();
            if letters.next() == letters.next() {
                let mut short = stem.to_owned();
                short.pop();
                add(short);
            }
            if let Some(root) = stem.strip_suffix('i') {
                add(format!("{root}y"));
            }
        }
    }
}
