//! Predictions for evaluation rows: `rows MODE [FIXTURES] < rows.jsonl > predictions.jsonl`, with the
//! time of each in microseconds.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a tool for the terminal"
)]

use std::io::BufRead;
use std::time::Instant;

use language::rows::{RowMode, predict};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mode = match arguments.next().as_deref() {
        Some("commands") => RowMode::Commands,
        Some("dates") => RowMode::Dates,
        Some("recurrences") => RowMode::Recurrences,
        Some("actions") => RowMode::Actions,
        Some("titles") => RowMode::Titles,
        _ => return Err("say commands, dates, recurrences, actions or titles".into()),
    };
    let fixtures = arguments.next().map(std::fs::read_to_string).transpose()?;
    predict(
        "{\"text\": \"warm up\"}",
        mode,
        fixtures.as_deref(),
        "en-US",
    );
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let begin = Instant::now();
        let mut answer = predict(&line, mode, fixtures.as_deref(), "en-US");
        let spent = begin.elapsed().as_micros();
        answer.insert_str(answer.len() - 1, &format!(",\"us\":{spent}"));
        println!("{answer}");
    }
    Ok(())
}
