//! What the chat says, in the language of the person: messages of Project Fluent, one file for each
//! language in `text/`.
//!
//! A further language is a further file and its row in [`FILES`]. Dates, rules and lengths come from
//! the language engine, which has them by locale.

mod messages;

use std::sync::LazyLock;

use domain::Priority;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub(super) use messages::Text;

/// The languages, the first for people whose own is not among them.
const FILES: [(&str, &str); 2] = [
    ("en", include_str!("text/en.ftl")),
    ("de", include_str!("text/de.ftl")),
];

/// Arguments of a message.
macro_rules! args {
    ($($name:expr => $value:expr),+ $(,)?) => {{
        let mut args = fluent_bundle::FluentArgs::new();
        $(args.set($name, $value);)+
        args
    }};
}
pub(super) use args;

type Bundle = FluentBundle<FluentResource>;

static LANGUAGES: LazyLock<Vec<(&str, Bundle)>> = LazyLock::new(|| {
    let read = |(tag, text): (&'static str, &'static str)| (tag, bundle(tag, text));
    FILES.into_iter().map(read).collect()
});

fn bundle(tag: &str, text: &str) -> Bundle {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Titles stand in quotes already, and marks of direction would be copied along.
    bundle.set_use_isolating(false);
    // What cannot be read is left out; a test reads every file and finds every message.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(read, _)| read);
    let _ = bundle.add_resource(resource);
    bundle
}

/// The messages of one language.
#[derive(Clone, Copy)]
pub(super) struct Words(&'static Bundle);

impl Words {
    /// Those for a language tag such as `de-AT`; English where there are none.
    pub(super) fn of(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        let known = LANGUAGES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(language));
        Self(&known.unwrap_or(&LANGUAGES[0]).1)
    }

    /// A message that needs nothing more.
    pub(super) fn say(self, text: Text) -> String {
        self.with(text, &FluentArgs::new())
    }

    /// A message about `args`.
    pub(super) fn with(self, text: Text, args: &FluentArgs<'_>) -> String {
        let message = self.0.get_message(text.name());
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return text.name().to_owned();
        };
        let mut errors = Vec::new();
        self.0
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned()
    }

    /// `title` in quotes.
    pub(super) fn quoted(self, title: &str) -> String {
        self.with(Text::Quoted, &args!["text" => title])
    }

    /// "a", "a and b", "a, b and c"; of many, the first three and how many more.
    pub(super) fn listed(self, words: &[String]) -> String {
        match words {
            [] => String::new(),
            [one] => one.clone(),
            [one, two] => self.with(Text::Two, &args!["first" => &**one, "second" => &**two]),
            [one, two, three] => self.with(
                Text::Three,
                &args!["first" => &**one, "second" => &**two, "third" => &**three],
            ),
            [one, two, three, rest @ ..] => self.with(
                Text::More,
                &args![
                    "first" => &**one,
                    "second" => &**two,
                    "third" => &**three,
                    "rest" => rest.len()
                ],
            ),
        }
    }

    /// What a priority is called.
    pub(super) fn priority(self, priority: Priority) -> String {
        self.say(match priority {
            Priority::None => Text::PriorityNone,
            Priority::Low => Text::PriorityLow,
            Priority::Medium => Text::PriorityMedium,
            Priority::High => Text::PriorityHigh,
            Priority::Urgent => Text::PriorityUrgent,
        })
    }

    /// Titles in quotes, listed.
    pub(super) fn titles<'t>(self, titles: impl IntoIterator<Item = &'t str>) -> String {
        let quoted: Vec<_> = titles.into_iter().map(|title| self.quoted(title)).collect();
        self.listed(&quoted)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The names that a message takes, as its file writes them.
    fn taken(file: &str, name: &str) -> BTreeSet<String> {
        let start = file.find(&format!("\n{name} =")).unwrap() + 1;
        let body = &file[start..];
        let next_line = |(at, _): &(usize, &str)| {
            let next = &body[at + 1..];
            next.starts_with(|c: char| c.is_ascii_lowercase() || c == '#' || c == '\n')
        };
        let end = body.match_indices('\n').find(next_line);
        let body = &body[..end.map_or(body.len(), |(at, _)| at)];
        body.split('$')
            .skip(1)
            .map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect()
            })
            .collect()
    }

    #[test]
    fn every_language_has_every_message_with_the_same_arguments() {
        let (_, english) = FILES[0];
        for (tag, file) in FILES {
            let resource = FluentResource::try_new(file.to_owned());
            assert!(resource.is_ok(), "{tag}: {:?}", resource.err());
            for text in Text::ALL {
                let name = text.name();
                let message = Words::of(tag).0.get_message(name);
                let has_text = message.is_some_and(|message| message.value().is_some());
                assert!(has_text, "{tag} lacks {name}");
                assert_eq!(taken(file, name), taken(english, name), "{tag}: {name}");
            }
            let written = file.lines().filter(|line| {
                line.starts_with(|c: char| c.is_ascii_lowercase()) && line.contains(" =")
            });
            assert_eq!(written.count(), Text::ALL.len(), "{tag} has others too");
        }
    }

    #[test]
    fn numbers_and_lists_take_the_form_of_the_language() {
        let ask = |tag: &str, count: usize| {
            Words::of(tag).with(Text::AskDelete, &args!["count" => count])
        };
        assert_eq!(ask("en-GB", 1), "Delete 1 task?");
        assert_eq!(ask("en-GB", 3), "Delete 3 tasks?");
        assert_eq!(ask("de-AT", 1), "1 Aufgabe löschen?");
        assert_eq!(ask("de", 3), "3 Aufgaben löschen?");
        // A language without a file is answered in English.
        assert_eq!(ask("fr-FR", 2), "Delete 2 tasks?");
        let listed = |tag: &str| Words::of(tag).titles(["a", "b", "c"]);
        assert_eq!(listed("en"), "\"a\", \"b\" and \"c\"");
        assert_eq!(listed("de"), "„a“, „b“ und „c“");
    }
}
