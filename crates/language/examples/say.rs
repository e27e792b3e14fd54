//! Interprets each line of standard input and prints the proposal: `say [add] < sentences.txt`.
#![allow(
    clippy::print_stdout,
    clippy::field_reassign_with_default,
    reason = "a tool for the terminal"
)]

use std::io::BufRead;

use language::{Context, Mode, interpret};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut time = domain::time::TimeSettings::default();
    time.date_order = domain::time::DateOrder::Mdy;
    let mut ctx = Context::new("2026-11-20T10:00:00Z".parse()?, time, "en-US");
    if std::env::args().nth(1).as_deref() == Some("add") {
        ctx.mode = Mode::Add;
    }
    ctx.projects = ["Groceries", "Work", "Home Renovation"]
        .map(str::to_owned)
        .to_vec();
    ctx.tags = ["groceries", "home", "health", "travel"]
        .map(str::to_owned)
        .to_vec();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let proposal = interpret(&line, &ctx);
        println!("{line}\n    {}", serde_json::to_string(&proposal)?);
    }
    Ok(())
}
