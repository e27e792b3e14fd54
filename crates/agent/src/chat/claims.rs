//! Claims of a model that it has changed something. What has happened is told by the server, from
//! the results of tools; a model's word for it is left out.

use domain::fold::key;

/// What is done to tasks, as it is said when it is done.
const DONE: [&str; 38] = [
    "added",
    "archived",
    "assigned",
    "cancelled",
    "canceled",
    "changed",
    "cleared",
    "created",
    "deleted",
    "emptied",
    "erased",
    "moved",
    "postponed",
    "removed",
    "renamed",
    "reopened",
    "rescheduled",
    "restored",
    "skipped",
    "snoozed",
    "tagged",
    "undone",
    "updated",
    "erledigt",
    "gelöscht",
    "hinzugefügt",
    "verschoben",
    "geändert",
    "erstellt",
    "angelegt",
    "entfernt",
    "eingetragen",
    "ajouté",
    "supprimé",
    "déplacé",
    "añadido",
    "borrado",
    "eliminado",
];

/// What is said of tasks as they are, too.
const STATES: [&str; 9] = [
    "completed",
    "done",
    "finished",
    "marked",
    "noted",
    "put",
    "saved",
    "scheduled",
    "set",
];

/// What makes one of those a report of the speaker's own.
const REPORTS: [&str; 12] = [
    "i",
    "i've",
    "ive",
    "we",
    "we've",
    "has",
    "have",
    "was",
    "were",
    "now",
    "just",
    "successfully",
];

/// Words of a sentence that is too short to be about anything else.
const SHORT: usize = 6;

/// What makes it something else: a denial, a question of what to do, a report of earlier days or
/// of what the person did.
const OTHERWISE: [&str; 23] = [
    "you",
    "not",
    "nothing",
    "no",
    "never",
    "cannot",
    "can't",
    "couldn't",
    "didn't",
    "haven't",
    "hasn't",
    "isn't",
    "if",
    "should",
    "shall",
    "could",
    "would",
    "can",
    "yesterday",
    "ago",
    "last",
    "earlier",
    "nicht",
];

/// Whether a sentence claims that something has been changed.
pub(super) fn is_claim(sentence: &str) -> bool {
    let folded = key(sentence);
    if folded.trim_end().ends_with('?') {
        return false;
    }
    let words: Vec<&str> = folded
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .collect();
    let is_state = |word: &&str| STATES.contains(word);
    let first_is_state = words.first().is_some_and(is_state);
    let says = |list: &[&str]| {
        words
            .iter()
            .any(|word| list.iter().any(|it| key(it) == *word))
    };
    if says(&OTHERWISE) {
        return false;
    }
    let is_report = says(&REPORTS) || words.len() <= SHORT || first_is_state;
    says(&DONE) || says(&STATES) && is_report
}

/// Text cut into sentences as it comes, each with the space before it.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    open: String,
}

/// A sentence is cut when it gets longer than this.
const LONGEST: usize = 600;

impl Sentences {
    /// Adds text; the sentences that are complete now.
    pub(super) fn push(&mut self, text: &str) -> Vec<String> {
        self.open.push_str(text);
        let mut complete = Vec::new();
        while let Some(end) = end(&self.open) {
            let rest = self.open.split_off(end);
            complete.push(std::mem::replace(&mut self.open, rest));
        }
        complete
    }

    /// What is left at the end.
    pub(super) fn finish(self) -> Option<String> {
        Some(self.open).filter(|open| !open.trim().is_empty())
    }
}

/// Where the first complete sentence ends.
fn end(text: &str) -> Option<usize> {
    let mut characters = text.char_indices().peekable();
    let mut has_begun = false;
    while let Some((at, character)) = characters.next() {
        let after = at + character.len_utf8();
        has_begun |= !character.is_whitespace();
        match (character, characters.peek()) {
            ('\n', _) if has_begun => return Some(after),
            ('。' | '！' | '？', _) => return Some(after),
            // A point inside of "17.30" or "v1.2" ends nothing.
            ('.' | '!' | '?', Some((_, next))) if next.is_whitespace() => return Some(after),
            _ if after > LONGEST && character.is_whitespace() => return Some(after),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, expected: bool) {
        assert_eq!(is_claim(sentence), expected, "{sentence}");
    }

    #[test]
    fn a_report_of_something_done_is_a_claim() {
        for sentence in [
            "I've added \"Buy milk\" to your list.",
            "I have deleted all tasks.",
            "Done! Milk is now on your list.",
            "Your task has been moved to Friday.",
            "Added.",
            "The project was deleted",
            "All 12 tasks are now completed.",
            "Successfully rescheduled the meeting.",
            "Ich habe alles gelöscht.",
            "Reminder set for 9 am.",
            "Milk is scheduled.",
            "Deleted 3 tasks: milk, eggs, bread.",
        ] {
            check(sentence, true);
        }
    }

    #[test]
    fn a_denial_a_question_or_a_list_is_none() {
        for sentence in [
            "Nothing was changed.",
            "I have not deleted anything.",
            "Should I mark it as done?",
            "You have 3 tasks due today.",
            "Buy milk is due tomorrow.",
            "You completed it yesterday.",
            "You finished 3 tasks this week.",
            "There are two tasks scheduled for the rest of this week.",
            "I could move it to Friday.",
            "If it is done, say so.",
        ] {
            check(sentence, false);
        }
    }

    #[test]
    fn text_is_cut_into_sentences_as_it_comes() {
        let mut sentences = Sentences::default();
        assert_eq!(sentences.push("You have 2 ta"), [""; 0]);
        assert_eq!(
            sentences.push("sks. Both are at 17.30"),
            ["You have 2 tasks."]
        );
        assert_eq!(
            sentences.push("!\n- milk\n"),
            [" Both are at 17.30!", "\n- milk\n"]
        );
        sentences.push("And");
        assert_eq!(sentences.finish().as_deref(), Some("And"));
    }
}
