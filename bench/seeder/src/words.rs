//! The words of the data set, and how the words of a task are stored for search.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use uuid::Uuid;

/// The words that every measured server gets.
pub(crate) const WORDS: [&str; 40] = [
    "rent",
    "milk",
    "dentist",
    "report",
    "invoice",
    "garden",
    "passport",
    "battery",
    "lecture",
    "backup",
    "kitchen",
    "laundry",
    "meeting",
    "insurance",
    "birthday",
    "deploy",
    "review",
    "exercise",
    "library",
    "tickets",
    "window",
    "printer",
    "coffee",
    "budget",
    "flight",
    "hotel",
    "parcel",
    "doctor",
    "school",
    "engine",
    "filter",
    "cable",
    "monitor",
    "notebook",
    "contract",
    "survey",
    "slides",
    "dinner",
    "bicycle",
    "password",
];

/// Every word behind the id of its space.
pub(crate) fn marked(space: Uuid, words: &BTreeSet<&str>) -> String {
    words.iter().fold(String::new(), |mut text, word| {
        let _ = write!(text, "{}{word} ", space.simple());
        text
    })
}

/// A `tsvector` as text: words of the title weigh most.
pub(crate) fn vector(space: Uuid, title: &BTreeSet<&str>, notes: &BTreeSet<&str>) -> String {
    let mut text = String::new();
    let all = title
        .iter()
        .map(|word| (word, "A"))
        .chain(notes.iter().map(|word| (word, "")));
    for (position, (word, weight)) in (1..).zip(all) {
        let _ = write!(text, "'{}{word}':{position}{weight} ", space.simple());
    }
    text
}
