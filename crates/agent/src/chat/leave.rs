//! Whether what a model plans may run at once, or a person is asked first.
//!
//! A model reads text that anybody may have written. So its plans are small, can be taken back, and
//! are about what the person spoke of; everything else waits for a yes.

use std::collections::BTreeSet;

use domain::fold::key;
use serde_json::Value;

/// The most tasks that a model changes without a yes.
const FEW: usize = 5;

/// Words that are in too many titles to name one.
const PLAIN: [&str; 24] = [
    "the",
    "and",
    "for",
    "with",
    "all",
    "any",
    "task",
    "tasks",
    "todo",
    "from",
    "into",
    "this",
    "that",
    "what",
    "when",
    "then",
    "add",
    "delete",
    "complete",
    "move",
    "done",
    "please",
    "mark",
    "everything",
];

/// What a model plans: a tool with its arguments, and the titles or names that it would change.
pub(super) struct Plan<'a> {
    pub(super) tool: &'a str,
    pub(super) args: &'a Value,
    pub(super) named: &'a [String],
    pub(super) numbers: &'a [i64],
}

/// What the person said.
pub(super) struct Said {
    words: BTreeSet<String>,
    numbers: BTreeSet<i64>,
    asks: bool,
}

impl Said {
    /// What was said; `is_talk` where nothing was told to be done.
    pub(super) fn new(message: &str, is_talk: bool) -> Self {
        let folded = key(message);
        let all = folded.split(|c: char| !c.is_alphanumeric());
        let asks = is_talk || folded.trim_end().ends_with('?');
        Self {
            words: all
                .clone()
                .filter(|word| is_telling(word))
                .map(stem)
                .collect(),
            numbers: all.filter_map(|word| word.parse().ok()).collect(),
            asks,
        }
    }

    /// Whether a question was asked, rather than something to be done.
    pub(super) fn asks(&self) -> bool {
        self.asks
    }

    fn names(&self, title: &str) -> bool {
        let folded = key(title);
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| is_telling(word) && self.words.contains(&stem(word)))
    }
}

fn is_telling(word: &str) -> bool {
    word.chars().count() >= 3 && !PLAIN.contains(&word)
}

/// The beginning of a word, which its forms share.
fn stem(word: &str) -> String {
    word.chars().take(5).collect()
}

/// Whether a person has to say yes first. `has_read` says whether text that others may have
/// written was read before. Tools that ask by themselves are not asked for here.
pub(super) fn needs_yes(plan: &Plan<'_>, said: &Said, has_read: bool) -> bool {
    let text = |name: &str| plan.args[name].as_str().unwrap_or_default();
    let destroys = match plan.tool {
        "organize" => matches!(text("action"), "delete" | "archive"),
        "undo" => ["change_id", "turn_id", "token_id"]
            .iter()
            .any(|name| plan.args.get(name).is_some()),
        _ => false,
    };
    if destroys || plan.named.len() > FEW {
        return true;
    }
    let is_suspect = has_read || said.asks || plan.tool == "delete_tasks";
    let is_named = |(at, name): (usize, &String)| {
        said.names(name)
            || plan
                .numbers
                .get(at)
                .is_some_and(|n| said.numbers.contains(n))
    };
    is_suspect
        && (said.asks || plan.named.is_empty() || !plan.named.iter().enumerate().all(is_named))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(message: &str, tool: &str, args: Value, named: &[&str], has_read: bool, asks: bool) {
        let named: Vec<String> = named.iter().map(|&name| name.to_owned()).collect();
        let numbers: Vec<i64> = (1..=6).collect();
        let plan = Plan {
            tool,
            args: &args,
            named: &named,
            numbers: &numbers,
        };
        let found = needs_yes(&plan, &Said::new(message, false), has_read);
        assert_eq!(found, asks, "{message}: {tool} {args} {named:?}");
    }

    #[test]
    fn what_was_asked_for_runs_at_once() {
        let none = json!({});
        let milk = ["Buy milk"];
        check(
            "get the milk sorted for friday",
            "reschedule_tasks",
            none.clone(),
            &milk,
            true,
            false,
        );
        check(
            "bin the milk one",
            "delete_tasks",
            none.clone(),
            &milk,
            false,
            false,
        );
        check(
            "bin number 1",
            "delete_tasks",
            none.clone(),
            &milk,
            false,
            false,
        );
        check(
            "plan my party",
            "add_tasks",
            none.clone(),
            &["Invite all", "Cake"],
            false,
            false,
        );
        check("take that back", "undo", none, &milk, false, false);
    }

    #[test]
    fn what_nobody_spoke_of_waits_for_a_yes_once_text_was_read() {
        let none = json!({});
        check(
            "sort out the milk",
            "complete_tasks",
            none.clone(),
            &["Pay rent"],
            true,
            true,
        );
        check(
            "sort out the milk",
            "add_tasks",
            none.clone(),
            &["Send money"],
            true,
            true,
        );
        check(
            "sort out the milk",
            "delete_tasks",
            none.clone(),
            &["Pay rent"],
            false,
            true,
        );
        check(
            "sort out the milk",
            "complete_tasks",
            none.clone(),
            &["Buy milk", "Pay rent"],
            true,
            true,
        );
        check(
            "is there milk?",
            "complete_tasks",
            none,
            &["Buy milk"],
            false,
            true,
        );
    }

    #[test]
    fn much_at_once_and_what_is_hard_to_take_back_waits_for_a_yes() {
        let six = ["milk 1", "milk 2", "milk 3", "milk 4", "milk 5", "milk 6"];
        check(
            "do the milk",
            "complete_tasks",
            json!({}),
            &six,
            false,
            true,
        );
        check(
            "the milk project can go",
            "organize",
            json!({ "action": "delete" }),
            &["Milk"],
            false,
            true,
        );
        check(
            "undo the milk",
            "undo",
            json!({ "change_id": "x" }),
            &["Buy milk"],
            false,
            true,
        );
    }
}
