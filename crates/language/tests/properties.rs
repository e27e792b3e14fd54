//! Laws that hold for every text.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::time::TimeSettings;
use jiff::tz::TimeZone;
use language::{Action, Context, Mode, interpret, parse_rule, parse_when};
use proptest::prelude::*;

fn context(mode: Mode) -> Context {
    let time = TimeSettings {
        zone: TimeZone::get("Europe/Berlin").unwrap(),
        ..TimeSettings::default()
    };
    let mut ctx = Context::new("2026-11-20T09:00:00Z".parse().unwrap(), time, "en-US");
    ctx.mode = mode;
    ctx.projects = vec!["Work".to_owned(), "Groceries".to_owned()];
    ctx.tags = vec!["home".to_owned()];
    ctx
}

/// Words that the grammar looks at, in any order.
fn phrase() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "every",
        "monday",
        "other",
        "the",
        "1st",
        "of",
        "month",
        "at",
        "8",
        "am",
        "pm",
        "tomorrow",
        "in",
        "3",
        "days",
        "until",
        "next",
        "week",
        "remind",
        "me",
        "to",
        "and",
        ",",
        "-",
        "add",
        "buy",
        "milk",
        "delete",
        "all",
        "it",
        "#home",
        "+Work",
        "@",
        "!high",
        "p1",
        "\"",
        "'",
        ".",
        ":",
        "12/5",
        "2026-12-01",
        "5",
        "99999999999",
        "from",
        "before",
        "last",
        "friday",
        "half",
        "past",
        "quarter",
        "twice",
        "a",
        "for",
        "times",
        "march",
        "may",
        "31",
        "😀",
        "ß",
        "é",
        "\n",
        "(",
        "every!",
    ]);
    prop::collection::vec(words, 0..24).prop_map(|words| words.join(" "))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![phrase(), "\\PC{0,80}", "[a-z0-9:/.,!@#+\" '-]{0,120}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_never_overlap(text in text(), add in any::<bool>()) {
        let ctx = context(if add { Mode::Add } else { Mode::Any });
        let proposal = interpret(&text, &ctx);
        let length = text.encode_utf16().count();
        let mut end = 0;
        for span in &proposal.spans {
            prop_assert!(span.start >= end && span.start < span.end && span.end <= length, "{:?} in {:?}", span, text);
            end = span.end;
        }
    }

    #[test]
    fn the_add_box_only_creates(text in text()) {
        let proposal = interpret(&text, &context(Mode::Add));
        for action in &proposal.actions {
            let creates = matches!(action, Action::Create { drafts } if !drafts.is_empty());
            prop_assert!(creates, "{:?}", action);
        }
        if text.chars().any(char::is_alphanumeric) {
            prop_assert!(!proposal.actions.is_empty());
        }
    }

    #[test]
    fn the_same_text_means_the_same(text in text()) {
        let ctx = context(Mode::Any);
        prop_assert_eq!(interpret(&text, &ctx), interpret(&text, &ctx));
    }

    #[test]
    fn a_quoted_text_is_never_interpreted(words in "[a-z]{2,8}( (tomorrow|at 5pm|#home|p1|every monday|friday)){1,4}") {
        let text = format!("add \"{words}\"");
        let proposal = interpret(&text, &context(Mode::Any));
        let [Action::Create { drafts }] = proposal.actions.as_slice() else { panic!("{proposal:?}") };
        prop_assert_eq!(&drafts[0].task.title, &words);
        prop_assert!(drafts[0].task.due.is_none() && drafts[0].task.series.is_none());
        prop_assert!(drafts[0].task.tags.is_empty());
    }

    #[test]
    fn phrases_never_panic(text in text()) {
        let ctx = context(Mode::Any);
        let _ = (parse_when(&text, &ctx), parse_rule(&text, &ctx), language::parse_reminder(&text, &ctx), language::parse_move(&text, &ctx));
    }
}

#[test]
fn long_junk_stays_within_its_bounds() {
    let ctx = context(Mode::Any);
    for piece in [
        "every ",
        "1 ",
        "and to ",
        "tomorrow ",
        "\"",
        "'a ",
        "#",
        "- ",
        "call mom at 5, ",
        "a",
        "mon,",
        "1/2/",
        "of the ",
    ] {
        let text: String = piece
            .chars()
            .cycle()
            .take(domain::limits::TEXT_CHARS)
            .collect();
        let _ = interpret(&text, &ctx);
    }
    let longer = "a".repeat(domain::limits::TEXT_CHARS + 1);
    assert!(interpret(&longer, &ctx).actions.is_empty());
}
