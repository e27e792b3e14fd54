//! The saydo binary: reads what the user wants and hands it to one verb.

mod backend;
mod chat;
mod cli;
mod config;
mod credentials;
mod data_lock;
mod drain;
mod forward;
mod import;
mod log;
mod mcp;
mod print;
mod problem;
mod roles;
mod signals;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
