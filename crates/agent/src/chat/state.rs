//! What a conversation remembers from one turn to the next.

use domain::fold::key;
use domain::{TaskId, TurnId};
use language::{Action, Conversation, TaskRef};
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
    /// The answers in words to a doubt that was asked.
    pub(crate) alternatives: Vec<String>,
    /// What waits for a yes.
    pub(crate) held: Option<Held>,
    /// What was asked for beside the action that a choice is for.
    pub(crate) rest: Vec<Action>,
    /// The turns that changed something and were not taken back, latest last.
    pub(crate) turns: Vec<TurnId>,
}

/// A tool call that waits for a yes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Held {
    pub(crate) tool: String,
    pub(crate) args: Value,
    pub(crate) token: String,
}

/// The questions of the turn before.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub(crate) language: Conversation,
    pub(crate) alternatives: Vec<String>,
    pub(crate) held: Option<Held>,
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
            alternatives: std::mem::take(&mut self.alternatives),
            held: self.held.take(),
            rest: std::mem::take(&mut self.rest),
        }
    }

    /// Puts questions back that were not answered, so that the next turn may. What waits for a yes
    /// does not come back: a later yes could mean something else.
    pub(crate) fn put_back(&mut self, asked: Asked) {
        self.language.choices = asked.language.choices;
        self.language.asked = asked.language.asked;
        self.alternatives = asked.alternatives;
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

    #[track_caller]
    fn check(message: &str, expected: Option<&str>) {
        let alternatives = vec![
            "Tuesdays and Thursdays".to_owned(),
            "every 3 days".to_owned(),
        ];
        let asked = Asked {
            alternatives,
            ..Asked::default()
        };
        assert_eq!(asked.alternative(message), expected, "{message}");
    }

    #[test]
    fn an_alternative_is_chosen_by_place_or_by_its_words() {
        check("2", Some("every 3 days"));
        check("the first one", Some("Tuesdays and Thursdays"));
        check("Second", Some("every 3 days"));
        check("Every 3 days.", Some("every 3 days"));
        check("3", None);
        check("0", None);
        check("buy 2 eggs", None);
    }
}
