//! Strings that nobody says, the same on every machine: letters of every script, words
//! of the grammar in no order, pieces repeated up to the longest text.

use domain::limits::TEXT_CHARS;

const PIECES: [&str; 40] = [
    "every ",
    "1 ",
    "and to ",
    "tomorrow ",
    "\"",
    "'a ",
    "#",
    "- ",
    "call mom at 5, ",
    "a",
    "mon,",
    "1/2/",
    "of the ",
    "remind me to ",
    "every other ",
    "until ",
    "3-4pm ",
    "the last ",
    "done with the ",
    "move it to ",
    "?",
    "😀",
    "next week ",
    "every! ",
    "p1 ",
    "+Work ",
    "@ana ",
    "(",
    ")",
    "\n",
    "half past ",
    "in 3 ",
    "days ",
    "delete ",
    "add milk, eggs and ",
    "12:30",
    "2026-12-01",
    "…",
    "ß",
    "\u{301}",
];

/// So many strings.
pub(crate) fn strings(count: usize) -> Vec<String> {
    let mut source = fastrand::Rng::with_seed(20_261_120);
    (0..count).map(|n| string(&mut source, n)).collect()
}

fn string(source: &mut fastrand::Rng, n: usize) -> String {
    // Most are as long as sentences are, one in ten as long as a text may be.
    let length = if n.is_multiple_of(10) {
        TEXT_CHARS
    } else {
        source.usize(1..200)
    };
    let text: String = match n % 4 {
        0 => {
            let piece = PIECES[source.usize(..PIECES.len())];
            piece.repeat(length / piece.chars().count() + 1)
        }
        1 => {
            let mut text = String::new();
            while text.len() < length {
                text.push_str(PIECES[source.usize(..PIECES.len())]);
            }
            text
        }
        2 => (0..length).map(|_| source.char('\0'..)).collect(),
        _ => (0..length).map(|_| source.char(' '..'~')).collect(),
    };
    text.chars().take(length).collect()
}
