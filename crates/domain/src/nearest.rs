//! The name that was probably meant, for messages about names that do not exist.

/// The candidate nearest to `word`, without regard to case and accents; `None` when none is near.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = crate::fold::key(word);
    if word.is_empty() || word.chars().count() > 64 {
        return None;
    }
    let allowed = 1 + word.chars().count() / 4;
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count() <= 2 * 64)
        .map(|candidate| (distance(&word, &crate::fold::key(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(word: &str, candidate: &str) -> usize {
    if word.len() >= 3 && candidate.starts_with(word) {
        return 1;
    }
    strsim::osa_distance(word, candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_keys_finds_the_name() {
        let names = ["errands", "Garden", "home"];
        assert_eq!(nearest("erands", names), Some("errands"));
        assert_eq!(nearest("gadren", names), Some("Garden"));
        assert_eq!(nearest("gard", names), Some("Garden"));
        assert_eq!(nearest("office", names), None);
        assert_eq!(nearest("", names), None);
    }
}
