//! Time per utterance, over the project's own commands.
#![allow(missing_docs, reason = "criterion's macros make public items")]

use criterion::{Criterion, criterion_group, criterion_main};
use language::rows::{RowMode, predict};
use language::{Context, interpret};

const COMMANDS: &str = include_str!("../../../evals/data/commands-dev.jsonl");
const FIXTURES: &str = include_str!("../../../evals/data/fixtures.json");

fn texts() -> Vec<String> {
    let rows = COMMANDS
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    rows.filter_map(|row| row["text"].as_str().map(str::to_owned))
        .collect()
}

fn commands(criterion: &mut Criterion) {
    let texts = texts();
    let now = "2026-11-20T10:00:00Z"
        .parse()
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let mut ctx = Context::new(now, domain::time::TimeSettings::default(), "en-US");
    ctx.projects = vec!["Work".to_owned(), "Groceries".to_owned()];
    ctx.tags = vec!["home".to_owned(), "travel".to_owned()];
    criterion.bench_function("interpret all own commands", |bencher| {
        bencher.iter(|| {
            texts
                .iter()
                .map(|text| interpret(text, &ctx).actions.len())
                .sum::<usize>()
        });
    });
    criterion.bench_function("one rent reminder", |bencher| {
        let text = "remind me to pay rent on the 1st of every month, high priority, #home";
        bencher.iter(|| interpret(text, &ctx));
    });
    let row = COMMANDS.lines().next().unwrap_or_default();
    criterion.bench_function("one row with its list", |bencher| {
        bencher.iter(|| predict(row, RowMode::Commands, Some(FIXTURES), "en-US"));
    });
}

criterion_group!(benches, commands);
criterion_main!(benches);
