//! Bare phrases: no panic, and a rule that is understood can be said and understood again.
#![no_main]

use domain::time::TimeSettings;
use language::{Context, echo, parse_move, parse_reminder, parse_rule, parse_when};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let now = "2026-11-20T10:00:00Z".parse().expect("a fixed instant");
    let ctx = Context::new(now, TimeSettings::default(), "en-US");
    let _ = (
        parse_when(text, &ctx),
        parse_reminder(text, &ctx),
        parse_move(text, &ctx),
    );
    if let Some(read) = parse_rule(text, &ctx) {
        let words = echo::rule(&read.rule, None, &ctx.locale);
        let again = parse_rule(&words, &ctx).map(|read| read.rule.canonical());
        assert_eq!(again, Some(read.rule.canonical()), "{words}");
    }
});
