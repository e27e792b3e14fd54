//! Laws of the add box: what a sentence says about a task does not depend on the task's name, and
//! what was understood can be said again.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::command::NewTask;
use domain::time::TimeSettings;
use jiff::tz::TimeZone;
use language::{Action, Context, Mode, echo, interpret};
use proptest::prelude::*;
use proptest::sample::select;

/// Friday 20 November 2026, 10:00 in Berlin.
fn context() -> Context {
    let time = TimeSettings {
        zone: TimeZone::get("Europe/Berlin").unwrap(),
        ..TimeSettings::default()
    };
    let now = "2026-11-20T09:00:00Z".parse().unwrap();
    let mut ctx = Context::new(now, time, "en-US");
    ctx.mode = Mode::Add;
    ctx.projects = vec!["Work".to_owned(), "Home Renovation".to_owned()];
    ctx.tags = vec!["home".to_owned(), "travel".to_owned()];
    ctx
}

/// The one task of a text.
fn task(text: &str) -> NewTask {
    let proposal = interpret(text, &context());
    let [Action::Create { drafts }] = proposal.actions.as_slice() else {
        panic!("{text}: {proposal:?}")
    };
    assert_eq!(drafts.len(), 1, "{text}: {drafts:?}");
    drafts[0].task.clone()
}

/// A task without its name.
fn unnamed(task: NewTask) -> NewTask {
    NewTask {
        title: String::new(),
        source_text: None,
        ..task
    }
}

fn verb() -> impl Strategy<Value = &'static str> {
    select(vec![
        "call", "email", "buy", "fix", "clean", "write", "review", "pay", "book", "paint", "sell",
        "ship",
    ])
}

fn object() -> impl Strategy<Value = &'static str> {
    select(vec![
        "the plumber",
        "a lamp",
        "Ana",
        "the tax form",
        "new shoes",
        "the garden fence",
        "our landlord",
        "boxes",
    ])
}

fn opening() -> impl Strategy<Value = &'static str> {
    select(vec![
        "",
        "",
        "remind me to ",
        "add a task to ",
        "don't forget to ",
        "i need to ",
    ])
}

fn when() -> impl Strategy<Value = &'static str> {
    select(vec![
        "",
        "tomorrow",
        "on friday",
        "next tuesday at 5pm",
        "at 17:30",
        "in 3 days",
        "in 30 minutes",
        "on the 28th",
        "on december 3",
        "by the end of the month",
        "tomorrow morning",
        "tonight",
        "this weekend",
        "2026-12-24",
        "2026-12-24 16:30",
        "in two weeks",
        "monday at half past four",
        "at noon tomorrow",
        "3-4pm on monday",
    ])
}

fn rule() -> impl Strategy<Value = &'static str> {
    select(vec![
        "every day",
        "every weekday at 8",
        "every other tuesday",
        "every 3 days",
        "every! 2 weeks",
        "weekly",
        "on the 1st of every month",
        "every monday and thursday at 18:00",
        "on the last friday of every month",
        "every year on march 3",
        "every day until january 31",
        "every tuesday for 4 weeks",
        "every 2 hours",
    ])
}

fn mark() -> impl Strategy<Value = &'static str> {
    select(vec![
        "",
        "",
        "#home",
        "p1",
        "!high",
        "+Work",
        "#home #car p2",
        "urgent",
        ", high priority",
    ])
}

/// A word that means nothing to a clock, a list or a grammar.
fn word() -> impl Strategy<Value = String> {
    "[bdfgklmnprstvz][aou][bdfgklmnprstvz]{1,2}[aou][kmrt]?"
        .prop_filter("it is a word of English", |word| {
            !["demo", "memo", "tomato", "potato"].contains(&word.as_str())
        })
}

/// A sentence as opening, verb, object and the rest.
fn sentence() -> impl Strategy<Value = (String, &'static str, String)> {
    let tail = prop_oneof![2 => when(), 1 => rule()];
    (opening(), verb(), object(), tail, mark()).prop_map(|(opening, verb, object, tail, mark)| {
        let head = format!("{opening}{verb}");
        (head, object, format!("{tail} {mark}").trim().to_owned())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_unrelated_word_in_the_title_changes_nothing_else((head, object, tail) in sentence(), word in word()) {
        let plain = unnamed(task(&format!("{head} {object} {tail}")));
        let before = unnamed(task(&format!("{head} {word} {object} {tail}")));
        let behind = unnamed(task(&format!("{head} {object} {word} {tail}")));
        prop_assert_eq!(&before, &plain, "{} {} {} {}", head, word, object, tail);
        prop_assert_eq!(&behind, &plain, "{} {} {} {}", head, object, word, tail);
    }

    #[test]
    fn the_word_is_in_the_title_and_nothing_else_is_lost((head, object, tail) in sentence(), word in word()) {
        let plain = task(&format!("{head} {object} {tail}")).title;
        let longer = task(&format!("{head} {object} {word} {tail}")).title;
        prop_assert_eq!(longer, format!("{plain} {word}"));
    }

    #[test]
    fn what_was_understood_can_be_said_again((head, object, tail) in sentence()) {
        let ctx = context();
        let said = task(&format!("{head} {object} {tail}"));
        let mut words = format!("\"{}\"", said.title);
        if let Some(due) = &said.due {
            words = format!("{words} {}", echo::due(due, ctx.now, &ctx.time, &ctx.locale));
        }
        if let Some(series) = &said.series {
            words = format!("{words} {}", echo::rule(&series.rule, None, &ctx.locale));
        }
        if said.priority != domain::Priority::None {
            words = format!("{words}, {}", echo::priority(said.priority, &ctx.locale));
        }
        let again = task(&words);
        prop_assert_eq!(&again.title, &said.title, "{}", words);
        prop_assert_eq!(&again.due.map(|due| due.slot()), &said.due.as_ref().map(|due| due.slot()), "{}", words);
        prop_assert_eq!(&again.series, &said.series, "{}", words);
        prop_assert_eq!(again.priority, said.priority, "{}", words);
    }
}
