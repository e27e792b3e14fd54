//! What an utterance may cost at most, whatever it says.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod junk;

use domain::time::TimeSettings;
use language::{Context, Mode, interpret};

const COMMANDS: &str = include_str!("../../../evals/data/commands-dev.jsonl");
const GERMAN: &str = include_str!("../../../evals/data/commands-de.jsonl");

fn context(mode: Mode, locale: &str) -> Context {
    let now = "2026-11-20T10:00:00Z".parse().unwrap();
    let mut ctx = Context::new(now, TimeSettings::default(), locale);
    ctx.mode = mode;
    ctx.projects = vec!["Work".to_owned(), "Groceries".to_owned()];
    ctx.tags = vec!["home".to_owned(), "travel".to_owned()];
    ctx
}

fn utterances(rows: &str) -> Vec<String> {
    let rows = rows.lines().filter(|line| !line.is_empty());
    rows.map(|line| {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        row["text"].as_str().unwrap().to_owned()
    })
    .collect()
}

/// The most bytes that were allocated at once.
fn peak_bytes(text: &str, ctx: &Context) -> u64 {
    allocation_counter::measure(|| {
        interpret(text, ctx);
    })
    .bytes_max
}

#[test]
fn an_utterance_never_holds_more_than_64_kilobytes() {
    for (rows, locale) in [(COMMANDS, "en-US"), (GERMAN, "de-DE")] {
        for mode in [Mode::Any, Mode::Add] {
            let ctx = context(mode, locale);
            // The tables of the locale are made once, by the first utterance.
            interpret("warm up", &ctx);
            for text in utterances(rows) {
                let peak = peak_bytes(&text, &ctx);
                assert!(peak <= 64 * 1_024, "{peak} bytes for {text}");
            }
        }
    }
}

#[test]
fn junk_never_panics_and_never_holds_more_than_512_kilobytes() {
    for locale in ["en-US", "de-DE"] {
        for mode in [Mode::Any, Mode::Add] {
            let ctx = context(mode, locale);
            interpret("warm up", &ctx);
            for text in junk::strings(400) {
                let peak = peak_bytes(&text, &ctx);
                assert!(peak <= 512 * 1_024, "{peak} bytes for {text}");
            }
        }
    }
}
