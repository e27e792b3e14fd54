//! Sentences that need no facts.

use language::Chat;

/// What can be said, by example.
pub(super) const HELP: &str = "I keep your tasks. Say what to do, ask what is due, or tell me what \
    is done. For example: \"remind me to pay rent on the 1st of every month\", \"what's due this \
    week?\", \"move the dentist to friday at 3\". \"Undo\" takes the last change back.";

/// What was not understood, honestly.
pub(super) const NOT_UNDERSTOOD: &str = "I did not understand that, so nothing was changed. I can \
    add, find, move, complete and delete tasks. For example: \"add buy milk tomorrow\", \"show \
    overdue tasks\", \"done with the rent\".";

/// Another domain.
pub(super) fn out_of_scope(locale: &str) -> String {
    let opening = language::echo::opening(locale);
    format!(
        "I only keep tasks, so I cannot help with that. If it is something to do, say \"{opening}\" before it."
    )
}

/// A question that nobody waits for any more.
pub(super) const PASSED: &str = "That question has passed, and nothing was changed. Say again what \
    you want.";

/// Nothing was done, as wished.
pub(super) const REJECTED: &str = "All right, nothing was changed.";

/// A sentence back.
pub(super) fn small_talk(chat: Chat, locale: &str) -> String {
    let words = match chat {
        Chat::Greeting => "Hello. Tell me what to do, or ask what is due.",
        Chat::Thanks => "You are welcome.",
        Chat::Farewell => "Until next time.",
        Chat::Acknowledgement => "All right.",
        Chat::NothingPending => "Nothing waits for an answer. Tell me what to do.",
        Chat::Negated => "All right, nothing was changed.",
        Chat::Advice => {
            "That is for you to decide, and nothing was changed. Say it plainly when you know."
        }
        Chat::Remark => {
            let opening = language::echo::opening(locale);
            return format!(
                "I see. Nothing was changed. If it is something to do, say \"{opening}\" before it."
            );
        }
    };
    words.to_owned()
}

/// How long what was deleted can be brought back.
pub(super) fn kept(tasks: usize, days: i64) -> String {
    let stay = if tasks == 1 { "It stays" } else { "They stay" };
    let unit = if days == 1 { "day" } else { "days" };
    format!("{stay} in the trash for {days} {unit}.")
}

/// `message` as a sentence: a capital first, a full stop last.
pub(super) fn sentence(message: &str) -> String {
    let mut characters = message.trim().chars();
    let Some(first) = characters.next() else {
        return String::new();
    };
    let mut sentence: String = first.to_uppercase().chain(characters).collect();
    if !sentence.ends_with(['.', '?']) {
        sentence.push('.');
    }
    sentence
}
