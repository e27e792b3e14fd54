//! Laws that hold for every text.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::time::TimeSettings;
use jiff::tz::TimeZone;
use language::{Action, Context, Mode, interpret, parse_rule, parse_when};
use proptest::prelude::*;

fn context(mode: Mode, locale: &str) -> Context {
    let time = TimeSettings {
        zone: TimeZone::get("Europe/Berlin").unwrap(),
        ..TimeSettings::default()
    };
    let mut ctx = Context::new("2026-11-20T09:00:00Z".parse().unwrap(), time, locale);
    ctx.mode = mode;
    ctx.projects = vec!["Work".to_owned(), "Groceries".to_owned()];
    ctx.tags = vec!["home".to_owned()];
    ctx
}

/// Words that the English grammar looks at.
const ENGLISH: &str = "every monday other the 1st of month at 8 am pm tomorrow in 3 days until next week remind me \
    to and , - add buy milk delete all it #home +Work @ !high p1 \" ' . : 12/5 2026-12-01 5 99999999999 from before \
    last friday half past quarter twice a for times march may 31 \u{1f600} \u{df} \u{e9} ( every! I \u{df}\u{df}ed \u{e4}\u{e4}ed";

/// Words that the German grammar looks at.
const GERMAN: &str = "jeden alle Montag montags zweiten der am im 1. 15. Monat des um 8 Uhr halb Viertel nach vor acht morgen \
    früh Abend Montagabend in 3 Tagen bis nächste Woche erinnere mich daran zu und , - füg hinzu hak ab kaufen Milch \
    lösch alles das nicht #home +Work @ p1 \" . : 31.12. 1.5.27 99999999999 von letzten zweimal ein einer Stunde Mai \
    Einkaufsliste auf verschieb benenne um überwiesen habe ist so So \u{1f600} \u{df} ( jeden!";

/// Words that the grammar looks at, in any order.
fn phrase() -> impl Strategy<Value = String> {
    let one = |words: &'static str| {
        prop::sample::select(
            words
                .split(' ')
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>(),
        )
    };
    let sentence =
        |words| prop::collection::vec(prop_oneof![9 => one(words), 1 => Just("\n")], 0..24);
    prop_oneof![sentence(ENGLISH), sentence(GERMAN)].prop_map(|words| words.join(" "))
}

fn locale() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["en-US", "de-DE"])
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![phrase(), "\\PC{0,80}", "[a-z0-9:/.,!@#+\" '-]{0,120}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_never_overlap(text in text(), add in any::<bool>(), locale in locale()) {
        let ctx = context(if add { Mode::Add } else { Mode::Any }, locale);
        let proposal = interpret(&text, &ctx);
        let length = text.encode_utf16().count();
        let mut end = 0;
        for span in &proposal.spans {
            prop_assert!(span.start >= end && span.start < span.end && span.end <= length, "{:?} in {:?}", span, text);
            end = span.end;
        }
    }

    #[test]
    fn the_add_box_only_creates(text in text(), locale in locale()) {
        let proposal = interpret(&text, &context(Mode::Add, locale));
        for action in &proposal.actions {
            let creates = matches!(action, Action::Create { drafts } if !drafts.is_empty());
            prop_assert!(creates, "{:?}", action);
        }
        if text.chars().any(char::is_alphanumeric) {
            prop_assert!(!proposal.actions.is_empty());
        }
    }

    #[test]
    fn the_same_text_means_the_same(text in text(), locale in locale()) {
        let ctx = context(Mode::Any, locale);
        prop_assert_eq!(interpret(&text, &ctx), interpret(&text, &ctx));
    }

    #[test]
    fn a_quoted_text_is_never_interpreted(
        words in "[a-z]{2,8}( (tomorrow|at 5pm|#home|p1|every monday|friday)){1,4}",
        german in "[a-z]{2,8}( (morgen|um 17 Uhr|#home|p1|jeden Montag|am 3\\.|nicht)){1,4}",
        english in any::<bool>(),
    ) {
        let (text, words, locale) = match english {
            true => (format!("add \"{words}\""), words, "en-US"),
            false => (format!("füg „{german}“ hinzu"), german, "de-DE"),
        };
        let proposal = interpret(&text, &context(Mode::Any, locale));
        let [Action::Create { drafts }] = proposal.actions.as_slice() else { panic!("{proposal:?}") };
        prop_assert_eq!(&drafts[0].task.title, &words);
        prop_assert!(drafts[0].task.due.is_none() && drafts[0].task.series.is_none());
        prop_assert!(drafts[0].task.tags.is_empty());
    }

    #[test]
    fn phrases_never_panic(text in text(), locale in locale()) {
        let ctx = context(Mode::Any, locale);
        let _ = (parse_when(&text, &ctx), parse_rule(&text, &ctx), language::parse_reminder(&text, &ctx), language::parse_move(&text, &ctx));
    }
}

#[test]
fn long_junk_stays_within_its_bounds() {
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
        "jeden ",
        "füg a, ",
        "am 1. ",
        "zu ",
    ] {
        let text: String = piece
            .chars()
            .cycle()
            .take(domain::limits::TEXT_CHARS)
            .collect();
        for locale in ["en-US", "de-DE"] {
            let _ = interpret(&text, &context(Mode::Any, locale));
        }
    }
    let ctx = context(Mode::Any, "en-US");
    let longer = "a".repeat(domain::limits::TEXT_CHARS + 1);
    assert!(interpret(&longer, &ctx).actions.is_empty());
}
