//! What utterances and junk cost, as tables: time by percentiles, the most bytes held at once.
//!
//! Time is that of the fastest of several runs of each text, so that other programs on the machine
//! weigh little. `cargo bench -p saydo-language --bench limits`.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a tool for the terminal that measures time"
)]

#[path = "../tests/junk/mod.rs"]
mod junk;

use std::time::{Duration, Instant};

use domain::time::TimeSettings;
use language::{Context, Mode, interpret};

const COMMANDS: &str = include_str!("../../../evals/data/commands-dev.jsonl");
const RECURRENCES: &str = include_str!("../../../evals/data/recurrences-dev.jsonl");
const GERMAN_COMMANDS: &str = include_str!("../../../evals/data/commands-de.jsonl");
const GERMAN_RECURRENCES: &str = include_str!("../../../evals/data/recurrences-de.jsonl");

/// The cost of one text.
struct Cost {
    time: Duration,
    bytes: u64,
}

fn texts(rows: &str) -> Vec<String> {
    let rows = rows
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    rows.filter_map(|row| row["text"].as_str().map(str::to_owned))
        .collect()
}

fn cost(text: &str, ctx: &Context, runs: usize) -> Cost {
    let times = (0..runs).map(|_| {
        let begin = Instant::now();
        std::hint::black_box(interpret(std::hint::black_box(text), ctx));
        begin.elapsed()
    });
    Cost {
        time: times.min().unwrap_or_default(),
        bytes: allocation_counter::measure(|| {
            std::hint::black_box(interpret(text, ctx));
        })
        .bytes_max,
    }
}

fn row(name: &str, texts: &[String], ctx: &Context, runs: usize) {
    let costs: Vec<Cost> = texts.iter().map(|text| cost(text, ctx, runs)).collect();
    let slowest = costs.iter().zip(texts).max_by_key(|(cost, _)| cost.time);
    let slowest: String = slowest
        .map(|(_, text)| text.chars().take(24).collect())
        .unwrap_or_default();
    let mut times: Vec<u128> = costs.iter().map(|cost| cost.time.as_nanos()).collect();
    times.sort_unstable();
    let part = |hundredths: usize| times[(times.len() - 1) * hundredths / 100] as f64 / 1_000.0;
    let bytes = costs
        .iter()
        .map(|cost| cost.bytes)
        .max()
        .unwrap_or_default();
    println!(
        "{name:<24} {:>6} {:>9.1} {:>9.1} {:>9.1} {:>9.1}  {slowest:?}",
        texts.len(),
        part(50),
        part(99),
        part(100),
        bytes as f64 / 1_024.0
    );
}

fn main() {
    let now = "2026-11-20T10:00:00Z"
        .parse()
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let mut ctx = Context::new(now, TimeSettings::default(), "en-US");
    ctx.projects = vec!["Work".to_owned(), "Groceries".to_owned()];
    ctx.tags = vec!["home".to_owned(), "travel".to_owned()];
    interpret("warm up", &ctx);
    println!(
        "{:<24} {:>6} {:>9} {:>9} {:>9} {:>9}  slowest",
        "set", "texts", "us p50", "us p99", "us max", "kB most"
    );
    row("commands, any", &texts(COMMANDS), &ctx, 50);
    row("recurrences, any", &texts(RECURRENCES), &ctx, 50);
    let junk = junk::strings(10_000);
    row("junk, any", &junk, &ctx, 3);
    ctx.mode = Mode::Add;
    row("commands, add", &texts(COMMANDS), &ctx, 50);
    let mut german = Context::new(now, TimeSettings::default(), "de-DE");
    german.projects = vec!["Arbeit".to_owned(), "Einkauf".to_owned()];
    german.tags = vec!["wohnung".to_owned(), "reise".to_owned()];
    interpret("warm up", &german);
    row("german, any", &texts(GERMAN_COMMANDS), &german, 50);
    row(
        "german recurrences, any",
        &texts(GERMAN_RECURRENCES),
        &german,
        50,
    );
    row("german junk, any", &junk, &german, 3);
    german.mode = Mode::Add;
    row("german, add", &texts(GERMAN_COMMANDS), &german, 50);
    row("junk, add", &junk, &ctx, 3);
    println!("\nthe costliest pieces, by length");
    for piece in [
        "every ",
        "call mom at 5, ",
        "mon,",
        "1/2/",
        "of the ",
        "add milk, eggs and ",
        "- ",
    ] {
        for length in [250, 500, 1_000, 2_000] {
            let text: String = piece.chars().cycle().take(length).collect();
            row(&format!("{piece:?} x {length}"), &[text], &ctx, 5);
        }
    }
}
