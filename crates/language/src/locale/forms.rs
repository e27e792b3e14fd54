//! How words of a locale change their form.

use super::Locale;

/// The forms of words. What differs from language to language in more than a table is a function.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Forms {
    /// The base of a past form: "paid" gives "pay".
    pub(crate) past: fn(&Locale, &str) -> Option<String>,
    /// A folded noun without the ending of its plural.
    pub(crate) singular: fn(&str) -> String,
    /// Gives the base forms that a folded word may have when words are matched with titles.
    pub(crate) stems: fn(&str, &mut dyn FnMut(String)),
    /// An infinitive without the particle that it holds: "anzurufen" gives "anrufen".
    pub(crate) plain_infinitive: fn(&str) -> Option<String>,
    /// Whether a word may be the verb that closes what is to do.
    pub(crate) closes: fn(&str) -> bool,
}
