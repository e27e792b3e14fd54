//! Phrases as data: a small notation for commands with slots.
//!
//! Words are divided by spaces. `a|b` is one of several, `a_b` two words in a row, a final `?` makes
//! a word or slot optional. Slots stand in angle brackets: `<task>` takes words until what follows
//! fits, `<when>`, `<rule>`, `<amount>`, `<priority>`, `<name>`, `<past>`, `<list>` take what their readers
//! accept.

use crate::locale::Word;
use crate::tokens::Kind;
use crate::when::Scan;

/// What a slot takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Any words, at least one.
    Task,
    /// Any words, at least one: a second text.
    Text,
    /// A moment or range.
    When,
    /// A recurrence.
    Rule,
    /// A length of time.
    Amount,
    /// A priority.
    Priority,
    /// One to four words: the name of a tag or a project.
    Name,
    /// A number.
    Number,
    /// A past form of a verb.
    Past,
    /// The name of a list with its preposition.
    List,
}

#[derive(Debug, Clone)]
enum Element {
    Words {
        choices: Vec<Vec<&'static str>>,
        optional: bool,
    },
    Slot {
        slot: Slot,
        optional: bool,
    },
}

/// One phrase.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    elements: Vec<Element>,
}

/// Where the slots of a phrase were found, as ranges of tokens.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    pub(crate) task: Option<(usize, usize)>,
    pub(crate) text: Option<(usize, usize)>,
    pub(crate) when: Option<(usize, usize)>,
    pub(crate) rule: Option<(usize, usize)>,
    pub(crate) amount: Option<(usize, usize)>,
    pub(crate) priority: Option<(usize, usize)>,
    pub(crate) name: Option<(usize, usize)>,
    pub(crate) number: Option<(usize, usize)>,
    pub(crate) past: Option<(usize, usize)>,
    pub(crate) list: Option<(usize, usize)>,
    /// The place after the phrase.
    pub(crate) end: usize,
}

impl Found {
    fn set(&mut self, slot: Slot, range: (usize, usize)) {
        let place = match slot {
            Slot::Task => &mut self.task,
            Slot::Text => &mut self.text,
            Slot::When => &mut self.when,
            Slot::Rule => &mut self.rule,
            Slot::Amount => &mut self.amount,
            Slot::Priority => &mut self.priority,
            Slot::Name => &mut self.name,
            Slot::Number => &mut self.number,
            Slot::Past => &mut self.past,
            Slot::List => &mut self.list,
        };
        *place = Some(range);
    }
}

/// The text that a phrase is matched with: tokens up to `to`, wholly or as far as the phrase goes.
struct Walk<'s, 't> {
    scan: &'s Scan<'t>,
    to: usize,
    whole: bool,
}

impl Pattern {
    /// Reads the notation. Phrases are written by hand, so a mistake is a bug that tests find.
    pub(crate) fn new(text: &'static str) -> Self {
        let elements = text.split_whitespace().map(element).collect();
        Self { elements }
    }

    /// Matches all of `from..to`, trailing signs aside.
    pub(crate) fn whole(&self, scan: &Scan<'_>, from: usize, to: usize) -> Option<Found> {
        let mut found = Found::default();
        found.end = self.run(
            &Walk {
                scan,
                to,
                whole: true,
            },
            0,
            from,
            &mut found,
        )?;
        Some(found)
    }

    /// Matches at `from`, whatever follows.
    pub(crate) fn prefix(&self, scan: &Scan<'_>, from: usize, to: usize) -> Option<Found> {
        let mut found = Found::default();
        found.end = self.run(
            &Walk {
                scan,
                to,
                whole: false,
            },
            0,
            from,
            &mut found,
        )?;
        Some(found)
    }

    fn run(
        &self,
        walk: &Walk<'_, '_>,
        element: usize,
        at: usize,
        found: &mut Found,
    ) -> Option<usize> {
        let Walk { scan, to, whole } = *walk;
        if !scan.step() {
            return None;
        }
        let Some(current) = self.elements.get(element) else {
            let rest = skip_signs(scan, at, to);
            return (!whole || rest >= to).then_some(at);
        };
        match current {
            Element::Words { choices, optional } => {
                let place = skip_comma(scan, at, to, element);
                for choice in choices {
                    let sign = choice
                        .first()
                        .is_some_and(|word| matches!(*word, ":" | ","));
                    let begin = if sign { at } else { place };
                    if let Some(next) = literal(scan, choice, begin, to)
                        && let Some(end) = self.run(walk, element + 1, next, found)
                    {
                        return Some(end);
                    }
                }
                if *optional {
                    self.run(walk, element + 1, at, found)
                } else {
                    None
                }
            }
            Element::Slot { slot, optional } => {
                let place = skip_comma(scan, at, to, element);
                if let Some(end) = self.fill(*slot, walk, element, place, found) {
                    return Some(end);
                }
                if *optional {
                    self.run(walk, element + 1, at, found)
                } else {
                    None
                }
            }
        }
    }

    fn fill(
        &self,
        slot: Slot,
        walk: &Walk<'_, '_>,
        element: usize,
        at: usize,
        found: &mut Found,
    ) -> Option<usize> {
        let Walk { scan, to, whole } = *walk;
        let limit = match slot {
            Slot::Name => 4,
            Slot::Task | Slot::Text => usize::MAX,
            _ => {
                let end = self.read(slot, scan, at)?;
                if end > to {
                    return None;
                }
                let done = self.run(walk, element + 1, end, found)?;
                found.set(slot, (at, end));
                return Some(done);
            }
        };
        if element + 1 == self.elements.len() && whole && limit == usize::MAX {
            let end = skip_signs_back(scan, at, to);
            if end > at {
                found.set(slot, (at, end));
                return Some(to);
            }
            return None;
        }
        let mut taken = 0;
        for end in at + 1..=to {
            if scan.tokens[end - 1].is_content() {
                taken += 1;
            }
            if taken > limit {
                return None;
            }
            if taken == 0 {
                continue;
            }
            if let Some(done) = self.run(walk, element + 1, end, found) {
                found.set(slot, (at, end));
                return Some(done);
            }
        }
        None
    }

    fn read(&self, slot: Slot, scan: &Scan<'_>, at: usize) -> Option<usize> {
        match slot {
            Slot::When => scan.when(at).map(|(_, end)| end),
            Slot::Rule => scan.recurrence(at).map(|(_, end)| end),
            Slot::Amount => scan.amount(at).map(|(_, end)| end),
            Slot::Priority => scan.priority(at, true).map(|(_, end)| end),
            Slot::Number => scan.number(at).map(|(_, end)| end),
            Slot::Past => scan.past_at(at).map(|_| at + 1),
            Slot::List => scan.destination(at).map(|(_, end)| end),
            Slot::Task | Slot::Text | Slot::Name => None,
        }
    }
}

fn element(text: &'static str) -> Element {
    let optional = text.ends_with('?') && text.len() > 1;
    let body = if optional {
        &text[..text.len() - 1]
    } else {
        text
    };
    if let Some(name) = body
        .strip_prefix('<')
        .and_then(|body| body.strip_suffix('>'))
    {
        let slot = match name {
            "when" => Slot::When,
            "rule" => Slot::Rule,
            "amount" => Slot::Amount,
            "priority" => Slot::Priority,
            "name" => Slot::Name,
            "number" => Slot::Number,
            "past" => Slot::Past,
            "list" => Slot::List,
            "text" => Slot::Text,
            _ => Slot::Task,
        };
        return Element::Slot { slot, optional };
    }
    let choices = body
        .split('|')
        .map(|choice| choice.split('_').collect())
        .collect();
    Element::Words { choices, optional }
}

fn literal(scan: &Scan<'_>, words: &[&str], at: usize, to: usize) -> Option<usize> {
    let mut place = at;
    for word in words {
        if place >= to {
            return None;
        }
        // "to-do", "check-list"
        if place > at && scan.means(place, "-") && scan.glued(place) {
            place += 1;
        }
        let token = scan.tokens.get(place).filter(|_| place < to)?;
        let same = token.low == *word
            || misspelt(scan, place, word)
            || place == at && is_gerund(scan, place, word);
        if !same {
            return None;
        }
        place += 1;
    }
    Some(place)
}

/// Whether the word at `at` is `word` with "ing" behind "would you mind".
fn is_gerund(scan: &Scan<'_>, at: usize, word: &str) -> bool {
    if at == 0 || !scan.means(at - 1, "mind") {
        return false;
    }
    let Some(stem) = scan.surface(at).strip_suffix("ing") else {
        return false;
    };
    let doubled = stem.len() == word.len() + 1 && stem.starts_with(word);
    stem == word || word.strip_suffix('e') == Some(stem) || doubled
}

/// Whether the word at `at` is `word` with one slip, and no word that the locale knows.
fn misspelt(scan: &Scan<'_>, at: usize, word: &str) -> bool {
    let Some(token) = scan.tokens.get(at) else {
        return false;
    };
    if token.kind != Kind::Word || word.len() < 5 || token.low.len() < 5 || token.has_weight() {
        return false;
    }
    // "meeting" is no slip of "meetings".
    let number =
        token.low.strip_suffix('s') == Some(word) || word.strip_suffix('s') == Some(&*token.low);
    !number
        && token.low.as_bytes()[0] == word.as_bytes()[0]
        && !scan.locale.verbs.contains_key(&*token.low)
        && !scan.locale.bases.contains_key(&*token.low)
        && slips(&token.low, word, 1)
}

/// Whether `left` becomes `right` by at most `most` slips: a letter more, less, other, or two swapped.
pub(crate) fn slips(left: &str, right: &str, most: usize) -> bool {
    let left: Vec<char> = left.chars().take(40).collect();
    let right: Vec<char> = right.chars().take(40).collect();
    if left.len().abs_diff(right.len()) > most {
        return false;
    }
    let width = right.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, from) in left.iter().enumerate() {
        let mut now = vec![row + 1; width];
        for (column, to) in right.iter().enumerate() {
            let change = usize::from(from != to);
            let mut least = (last[column] + change)
                .min(last[column + 1] + 1)
                .min(now[column] + 1);
            if row > 0 && column > 0 && *from == right[column - 1] && left[row - 1] == *to {
                least = least.min(before[column - 1] + 1);
            }
            now[column + 1] = least;
        }
        before = std::mem::replace(&mut last, now);
    }
    last[width - 1] <= most
}

fn skip_comma(scan: &Scan<'_>, at: usize, to: usize, element: usize) -> usize {
    let mut place = at;
    while element > 0
        && place < to
        && matches!(
            scan.sense(place),
            "," | ":" | "!" | "-" | "." | "–" | "—" | "…"
        )
    {
        place += 1;
    }
    place
}

/// `at`, past signs that end a sentence.
pub(crate) fn skip_signs(scan: &Scan<'_>, at: usize, to: usize) -> usize {
    let mut place = at;
    while place < to
        && scan.tokens[place].kind == Kind::Punct
        && !scan.tokens[place].is(Word::And)
        && scan.tokens[place].text != "#"
    {
        place += 1;
    }
    place
}

/// `to`, without the signs before it.
pub(crate) fn skip_signs_back(scan: &Scan<'_>, from: usize, to: usize) -> usize {
    let mut place = to;
    while place > from
        && matches!(
            scan.sense(place - 1),
            "." | "!" | "?" | "," | ";" | ":" | "…"
        )
    {
        place -= 1;
    }
    place
}
