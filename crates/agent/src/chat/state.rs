//! What a conversation remembers from one turn to the next.

use domain::fold::key;
use domain::{TaskId, TurnId};
use language::{Action, Context, Conversation, TaskRef};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The turns that "undo" can take back, latest last.
const TURNS: usize = 50;

/// What a conversation remembers. Questions last for one turn.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct State {
    /// What was spoken about, shown and asked.
    pub(crate) language: Conversation,
    /// What was doubtful, with the answers in words that were offered.
    pub(crate) doubt: Option<Doubtful>,
    /// What waits for a yes, in the order asked.
    #[serde(deserialize_with = "one_or_many")]
    pub(crate) held: Vec<Held>,
    /// What was asked for beside the action that a choice is for.
    pub(crate) rest: Vec<Action>,
    /// The turns that changed something and were not taken back, latest last.
    pub(crate) turns: Vec<TurnId>,
}

/// A message that was understood but for one thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Doubtful {
    /// What was said.
    pub(crate) message: String,
    /// The piece that an answer replaces, in UTF-16 code units; without one it is added.
    pub(crate) piece: Option<(usize, usize)>,
    /// The answers that were offered.
    pub(crate) alternatives: Vec<String>,
}

/// A tool call that waits for a yes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Held {
    pub(crate) tool: String,
    pub(crate) args: Value,
    pub(crate) token: String,
    /// Whether a model planned it, so that the token is for the plan and not for the tool.
    #[serde(default)]
    pub(crate) is_plan: bool,
    /// The question, to be asked again while others are answered.
    #[serde(default)]
    pub(crate) words: String,
}

/// What waits for a yes; a conversation kept by an earlier version has one, or null.
fn one_or_many<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Held>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        Many(Vec<Held>),
        One(Option<Held>),
    }
    Ok(match Kept::deserialize(from)? {
        Kept::Many(held) => held,
        Kept::One(held) => held.into_iter().collect(),
    })
}

/// The questions of the turn before.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub(crate) language: Conversation,
    pub(crate) doubt: Option<Doubtful>,
    pub(crate) held: Vec<Held>,
    pub(crate) rest: Vec<Action>,
}

impl State {
    pub(crate) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    pub(crate) fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned())
    }

    /// Takes the questions out: they are answered now or never.
    pub(crate) fn take_questions(&mut self) -> Asked {
        let language = self.language.clone();
        self.language.pending.clear();
        self.language.choices.clear();
        self.language.asked = None;
        Asked {
            language,
            doubt: self.doubt.take(),
            held: std::mem::take(&mut self.held),
            rest: std::mem::take(&mut self.rest),
        }
    }

    /// Puts questions back that were not answered, so that the next turn may. What waits for a yes
    /// does not come back: a later yes could mean something else.
    pub(crate) fn put_back(&mut self, asked: Asked) {
        self.language.choices = asked.language.choices;
        self.language.asked = asked.language.asked;
        self.doubt = asked.doubt;
        self.rest = asked.rest;
    }

    /// What was last spoken about.
    pub(crate) fn focus_on(&mut self, tasks: Vec<TaskId>) {
        if !tasks.is_empty() {
            self.language.focus = tasks;
        }
    }

    /// A turn that "undo" can take back.
    pub(crate) fn note_turn(&mut self, turn: TurnId) {
        if self.turns.last() != Some(&turn) {
            self.turns.push(turn);
        }
        if self.turns.len() > TURNS {
            self.turns.remove(0);
        }
    }
}

impl Asked {
    /// What `message` chooses of the offered tasks by their label: the action to run, with what was
    /// asked for beside it.
    pub(crate) fn chosen(&self, message: &str) -> Option<Vec<Action>> {
        let action = self.language.asked.clone()?;
        let wanted = key(message);
        let mut fitting = self.language.choices.iter().filter(|choice| {
            key(&choice.title) == wanted
                || format!("#{}", choice.number) == wanted
                || key(&label(&choice.title, choice.number)) == wanted
        });
        let choice = fitting.next()?;
        if fitting.next().is_some() {
            return None;
        }
        let mut actions = vec![action.on(TaskRef::Ids(vec![choice.id]))];
        actions.extend(self.rest.iter().cloned());
        Some(actions)
    }

    /// Whether `message` answers the question whether the one offered task was meant.
    pub(crate) fn meant(&self, message: &str, ctx: &Context) -> Option<bool> {
        if self.language.choices.len() != 1 || self.language.asked.is_none() {
            return None;
        }
        language::yes_or_no(message, ctx)
    }
}

impl Doubtful {
    /// The alternative that `message` chooses, by its words or its place.
    pub(crate) fn alternative(&self, message: &str) -> Option<&str> {
        let wanted = key(message);
        let wanted = wanted.trim_end_matches(['.', '!']);
        let by_words = self
            .alternatives
            .iter()
            .find(|answer| key(answer) == wanted);
        by_words
            .or_else(|| self.alternatives.get(place(wanted)?))
            .map(String::as_str)
    }

    /// The message with an answer in the place of what was doubtful.
    pub(crate) fn with(&self, answer: &str) -> String {
        let Some((start, end)) = self.piece else {
            return format!("{} {answer}", self.message);
        };
        let units: Vec<u16> = self.message.encode_utf16().collect();
        let (before, after) = (units.get(..start), units.get(end..));
        let text = |units: Option<&[u16]>| String::from_utf16_lossy(units.unwrap_or_default());
        format!("{}{answer}{}", text(before), text(after))
    }
}

/// The label of a choice whose title others have too.
pub(crate) fn label(title: &str, number: i64) -> String {
    format!("{title} (#{number})")
}

/// "2", "the second one", "second": the index from 0.
fn place(text: &str) -> Option<usize> {
    let text = text.strip_prefix("the ").unwrap_or(text);
    let text = text
        .strip_suffix(" one")
        .or(text.strip_suffix(" option"))
        .unwrap_or(text);
    const WORDS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    const SHORT: [&str; 5] = ["1st", "2nd", "3rd", "4th", "5th"];
    let by_word = |words: [&str; 5]| words.iter().position(|word| *word == text);
    by_word(WORDS).or_else(|| by_word(SHORT)).or_else(|| {
        text.parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubtful() -> Doubtful {
        Doubtful {
            message: "é twice a week gym".to_owned(),
            piece: Some((2, 14)),
            alternatives: vec!["every tuesday".to_owned(), "every 3 days".to_owned()],
        }
    }

    #[track_caller]
    fn check(message: &str, expected: Option<&str>) {
        assert_eq!(doubtful().alternative(message), expected, "{message}");
    }

    #[test]
    fn an_answer_takes_the_place_of_what_was_doubtful() {
        assert_eq!(doubtful().with("every 3 days"), "é every 3 days gym");
        let whole = Doubtful {
            piece: None,
            ..doubtful()
        };
        assert_eq!(whole.with("at 9"), "é twice a week gym at 9");
    }

    #[test]
    fn what_an_earlier_version_held_still_waits() {
        let held = r#"{"tool":"delete_tasks","args":{},"token":"t"}"#;
        for (kept, count) in [("null", 0), (held, 1), (&format!("[{held},{held}]"), 2)] {
            let state = State::read(&format!(r#"{{"held":{kept}}}"#));
            assert_eq!(state.held.len(), count, "{kept}");
        }
    }

    #[test]
    fn an_alternative_is_chosen_by_place_or_by_its_words() {
        check("2", Some("every 3 days"));
        check("the first one", Some("every tuesday"));
        check("Second", Some("every 3 days"));
        check("Every 3 days.", Some("every 3 days"));
        check("3", None);
        check("0", None);
        check("buy 2 eggs", None);
    }
}
