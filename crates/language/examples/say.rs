//! Interprets each line of standard input and prints the proposal: `say [add] [LOCALE] < sentences.txt`.
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
    let (modes, locales): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|word| word == "add");
    let locale = locales.first().map_or("en-US", String::as_str);
    let mut ctx = Context::new("2026-11-20T10:00:00Z".parse()?, time, locale);
    if !modes.is_empty() {
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
