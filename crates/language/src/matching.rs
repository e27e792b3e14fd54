//! Compares words with titles: inflections and slips count as the same word, and only one clear
//! match is a match.

use domain::fold;

use crate::context::Context;
use crate::locale::{self, Locale};
use crate::pattern::slips;
use crate::resolve::{Candidate, Resolution};

/// At most so many words of a reference are compared.
const WORDS: usize = 24;

/// The candidate that `text` names.
pub(crate) fn matching(text: &str, candidates: &[&Candidate], ctx: &Context) -> Resolution {
    let locale = locale::of(&ctx.locale);
    let titles: Vec<Vec<Vec<String>>> = candidates
        .iter()
        .map(|task| words(&task.title, locale))
        .collect();
    let whole = one_of(&words(text, locale), candidates, &titles, locale);
    if !matches!(whole, Found::Part(_) | Found::Nothing) {
        return whole.into();
    }
    // "got the eggs": the verb is not in the title.
    let mut own = words(text, locale);
    let light = own.first().is_some_and(|first| {
        first
            .iter()
            .any(|form| locale.light.contains(&form.as_str()))
    });
    if light && own.len() > 1 {
        own.remove(0);
        let found = one_of(&own, candidates, &titles, locale);
        if !matches!(found, Found::Part(_) | Found::Nothing) {
            return found.into();
        }
    }
    let parts = divided(text, locale);
    if parts.len() > 1 {
        let mut ids = Vec::new();
        for part in parts {
            let mut own = words(part, locale);
            let mut found = one_of(&own, candidates, &titles, locale);
            let light = own.first().is_some_and(|first| {
                first
                    .iter()
                    .any(|form| locale.light.contains(&form.as_str()))
            });
            if light && own.len() > 1 && matches!(found, Found::Part(_) | Found::Nothing) {
                own.remove(0);
                found = one_of(&own, candidates, &titles, locale);
            }
            match found.into() {
                Resolution::Tasks(found) => ids.extend(found),
                other => return other,
            }
        }
        return Resolution::Tasks(ids);
    }
    whole.into()
}

/// The names that `text` puts in a row: "milk and the bread" has two. One where it is no enumeration.
pub fn names_in_a_row(text: &str, ctx: &Context) -> Vec<String> {
    let parts = divided(text, locale::of(&ctx.locale));
    parts.into_iter().map(str::to_owned).collect()
}

/// The parts of an enumeration.
fn divided<'t>(text: &'t str, locale: &Locale) -> Vec<&'t str> {
    let and = format!(" {} ", locale.catalogue.and);
    text.split(',')
        .flat_map(|part| part.split(and.as_str()))
        .map(|part| part.trim().trim_start_matches(and.trim_start()).trim())
        .filter(|part| !part.is_empty())
        .take(20)
        .collect()
}

enum Found {
    One(domain::TaskId),
    Several(Vec<domain::TaskId>),
    /// Some of the words fit: worth asking.
    Part(Vec<domain::TaskId>),
    Nothing,
}

impl From<Found> for Resolution {
    fn from(found: Found) -> Self {
        match found {
            Found::One(id) => Self::Tasks(vec![id]),
            Found::Several(ids) | Found::Part(ids) => Self::Ambiguous(ids),
            Found::Nothing => Self::None,
        }
    }
}

/// How well a title fits, in percent.
struct Fit {
    id: domain::TaskId,
    /// Of the reference's words.
    covered: usize,
    /// How exactly they fit.
    quality: usize,
    /// Of the title's words.
    title: usize,
}

fn one_of(
    reference: &[Vec<String>],
    candidates: &[&Candidate],
    titles: &[Vec<Vec<String>>],
    locale: &Locale,
) -> Found {
    if reference.is_empty() {
        return Found::Nothing;
    }
    let mut fits: Vec<Fit> = candidates
        .iter()
        .zip(titles)
        .filter_map(|(task, title)| fit(task, reference, title, locale))
        .collect();
    fits.sort_by_key(|fit| std::cmp::Reverse((fit.covered, fit.quality, fit.title)));
    let full: Vec<&Fit> = fits.iter().filter(|fit| fit.covered == 100).collect();
    match full.as_slice() {
        [] => {
            let part: Vec<_> = fits
                .iter()
                .filter(|fit| fit.covered >= 50)
                .take(5)
                .map(|fit| fit.id)
                .collect();
            if part.is_empty() {
                Found::Nothing
            } else {
                Found::Part(part)
            }
        }
        [one] => Found::One(one.id),
        many => {
            let exact: Vec<_> = many
                .iter()
                .filter(|fit| fit.title == 100 && fit.quality == 100)
                .collect();
            if let [one] = exact.as_slice() {
                return Found::One(one.id);
            }
            let clean: Vec<_> = many.iter().filter(|fit| fit.quality == 100).collect();
            if let [one] = clean.as_slice() {
                return Found::One(one.id);
            }
            Found::Several(many.iter().take(10).map(|fit| fit.id).collect())
        }
    }
}

fn fit(
    task: &Candidate,
    reference: &[Vec<String>],
    title: &[Vec<String>],
    locale: &Locale,
) -> Option<Fit> {
    let mut used = vec![false; title.len()];
    let mut found = 0;
    let mut quality = 0;
    for word in reference {
        let best = title
            .iter()
            .enumerate()
            .filter(|(n, _)| !used[*n])
            .map(|(n, own)| (closeness(word, own, locale), n))
            .max_by_key(|(close, n)| (*close, std::cmp::Reverse(*n)));
        if let Some((close, place)) = best.filter(|(close, _)| *close > 0) {
            used[place] = true;
            found += 1;
            quality += close;
        }
    }
    if found == 0 {
        return None;
    }
    let share = |part: usize, whole: usize| part * 100 / whole.max(1);
    Some(Fit {
        id: task.id,
        covered: share(found, reference.len()),
        quality: quality / found,
        title: share(used.iter().filter(|used| **used).count(), title.len()),
    })
}

/// How close two words are, each given with its forms: 100 is the same.
fn closeness(left: &[String], right: &[String], locale: &Locale) -> usize {
    if left.iter().any(|form| right.contains(form)) {
        return 100;
    }
    let (Some(a), Some(b)) = (left.first(), right.first()) else {
        return 0;
    };
    if a.chars().any(|c| c.is_ascii_digit()) || b.chars().any(|c| c.is_ascii_digit()) {
        return 0;
    }
    let (short, long) = (
        a.chars().count().min(b.chars().count()),
        a.chars().count().max(b.chars().count()),
    );
    // "Frisör" begins "Frisörtermin", and "Müll" does not begin "Müller".
    let joined = !locale.grammar.nouns_join || long - short > 3;
    if short >= 4 && joined && b.starts_with(a.as_str()) {
        return 80;
    }
    // "Bericht" is the noun of "Quartalsbericht".
    if short >= 5 && locale.grammar.nouns_join && b.ends_with(a.as_str()) {
        return 80;
    }
    let most = if short >= 8 { 2 } else { 1 };
    let same_start = a.chars().next() == b.chars().next();
    if short >= 5 && long <= 40 && same_start && slips(a, b, most) {
        return 85;
    }
    0
}

/// The words of a text that carry weight, each with its forms; all words where none does.
fn words(text: &str, locale: &Locale) -> Vec<Vec<String>> {
    let folded = fold::key(text);
    let all: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '\u{2019}')
        .map(|word| word.trim_matches(['\'', '\u{2019}']).trim_end_matches("'s"))
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .collect();
    let heavy: Vec<&str> = all
        .iter()
        .copied()
        .filter(|word| !locale.noise.contains(word))
        .collect();
    let chosen = if heavy.is_empty() { all } else { heavy };
    chosen.into_iter().map(|word| forms(word, locale)).collect()
}

/// A word with its base forms.
fn forms(word: &str, locale: &Locale) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let mut add = |form: String| {
        if form.chars().count() > 1 && !forms.contains(&form) {
            forms.push(form);
        }
    };
    add(locale.base(word).to_owned());
    let single = (locale.forms.singular)(word);
    add(locale.base(&single).to_owned());
    add(single);
    (locale.forms.stems)(word, &mut add);
    forms
}
