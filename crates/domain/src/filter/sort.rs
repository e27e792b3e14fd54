//! Orders such as `due,-priority`.

use super::FilterError;
use super::ast::{SortField, SortKey};
use crate::nearest::nearest;

const FIELDS: [(&str, SortField); 10] = [
    ("due", SortField::Due),
    ("start", SortField::Start),
    ("deadline", SortField::Deadline),
    ("priority", SortField::Priority),
    ("created", SortField::Created),
    ("updated", SortField::Updated),
    ("completed", SortField::Completed),
    ("title", SortField::Title),
    ("position", SortField::Position),
    ("number", SortField::Number),
];

impl SortKey {
    /// Reads `due,-priority`: a minus is descending. An empty text is no order.
    ///
    /// # Errors
    /// When a field does not exist, is given twice, or is missing between commas.
    pub fn parse_list(text: &str) -> Result<Vec<Self>, FilterError> {
        if text.trim().is_empty() {
            Ok(Vec::new())
        } else {
            keys(text, 0)
        }
    }
}

impl std::fmt::Display for SortKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.descending { "-" } else { "" };
        write!(f, "{sign}{}", name(self.field))
    }
}

pub(super) fn keys(text: &str, position: usize) -> Result<Vec<SortKey>, FilterError> {
    let mut keys: Vec<SortKey> = Vec::new();
    let mut here = position;
    for item in text.split(',') {
        let word = item.trim();
        let descending = word.starts_with('-');
        let word = word.strip_prefix(['-', '+']).unwrap_or(word);
        let found = FIELDS
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(word));
        let Some((_, field)) = found else {
            let meant = nearest(word, FIELDS.iter().map(|(name, _)| *name)).map(str::to_owned);
            let message = format!("tasks cannot be sorted by '{word}'");
            return Err(FilterError::new(here, message).or_maybe(meant));
        };
        if keys.iter().any(|key| key.field == *field) {
            return Err(FilterError::new(
                here,
                format!("'{word}' is given twice; give it once"),
            ));
        }
        keys.push(SortKey {
            field: *field,
            descending,
        });
        here += item.chars().count() + 1;
    }
    Ok(keys)
}

fn name(field: SortField) -> &'static str {
    FIELDS
        .iter()
        .find(|(_, known)| *known == field)
        .map_or("position", |(name, _)| name)
}
