//! The command line: arguments in, one verb run, an exit code out.

mod add;
mod backup;
mod chat;
mod completions;
mod config;
mod doctor;
mod done;
mod edit;
mod events;
mod export;
mod health;
mod import;
mod interpret;
mod login;
mod ls;
mod mcp;
mod migrate;
mod progress;
mod rm;
mod serve;
mod session;
mod show;
mod token;
mod undo;
mod user;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory as _, Parser, Subcommand};

use crate::problem::{self, EXIT_CODES};
pub(crate) use session::Session;

/// Say it, and it is done: tasks, reminders and lists that you talk to.
#[derive(Debug, Parser)]
#[command(name = "saydo", version, after_help = EXIT_CODES, propagate_version = true)]
#[command(arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    verb: Verb,
}

/// What every verb understands.
#[derive(Debug, Args)]
struct Global {
    /// Work on the local database in this folder.
    #[arg(long, global = true, value_name = "DIR", conflicts_with = "server")]
    data: Option<PathBuf>,
    /// Work on this server, signed in with `saydo login`.
    #[arg(long, global = true, value_name = "URL")]
    server: Option<String>,
    /// Read settings from this file.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Set any setting, such as --set trash_days=60; `saydo config` lists them.
    #[arg(long, global = true, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Print JSON for programs.
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Serve(serve::Serve),
    Add(add::Add),
    Ls(ls::Ls),
    Show(show::Show),
    Done(done::Done),
    Edit(Box<edit::Edit>),
    Rm(rm::Rm),
    Undo(undo::Undo),
    Chat(chat::Chat),
    Mcp(mcp::Mcp),
    Interpret(interpret::Interpret),
    Login(login::Login),
    Logout(login::Logout),
    Token(token::Token),
    User(user::User),
    Migrate(migrate::Migrate),
    Doctor(doctor::Doctor),
    Health(health::Health),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Export(export::Export),
    Import(import::Import),
    Events(events::Events),
    Config(config::Config),
    Completions(completions::Completions),
    Man(completions::Man),
}

/// Runs the verb that the process was started with.
pub(crate) fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Nothing can be done when not even this can be printed.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match run_verb(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => problem::report(&error),
    }
}

fn run_verb(cli: Cli) -> anyhow::Result<()> {
    let verb = match cli.verb {
        // These need no settings, so that they work when the settings are broken.
        Verb::Completions(completions) => return completions.run(&mut Cli::command()),
        Verb::Man(man) => return man.run(&Cli::command()),
        Verb::Interpret(interpret) => return interpret.run(),
        Verb::Config(config) if config.example => return config.print_example(),
        verb => verb,
    };
    let mut flags = Vec::new();
    if let Verb::Serve(serve) = &verb {
        serve.flags(&mut flags);
    }
    let session = session::open(&cli.global, flags)?;
    if let Verb::Serve(serve) = verb {
        return serve.run(session);
    }
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(async {
            match verb {
                Verb::Add(add) => add.run(&session).await,
                Verb::Ls(ls) => ls.run(&session).await,
                Verb::Show(show) => show.run(&session).await,
                Verb::Done(done) => done.run(&session).await,
                Verb::Edit(edit) => edit.run(&session).await,
                Verb::Rm(rm) => rm.run(&session).await,
                Verb::Undo(undo) => undo.run(&session).await,
                Verb::Chat(chat) => chat.run(&session).await,
                Verb::Mcp(mcp) => mcp.run(&session).await,
                Verb::Login(login) => login.run(&session).await,
                Verb::Logout(logout) => logout.run(&session).await,
                Verb::Token(token) => token.run(&session).await,
                Verb::User(user) => user.run(&session).await,
                Verb::Migrate(migrate) => migrate.run(&session).await,
                Verb::Doctor(doctor) => doctor.run(&session).await,
                Verb::Health(health) => health.run(&session).await,
                Verb::Backup(backup) => backup.run(&session).await,
                Verb::Restore(restore) => restore.run(&session).await,
                Verb::Export(export) => export.run(&session).await,
                Verb::Import(import) => import.run(&session).await,
                Verb::Events(events) => events.run(&session).await,
                Verb::Config(config) => config.run(&session),
                Verb::Serve(_) | Verb::Interpret(_) | Verb::Completions(_) | Verb::Man(_) => Ok(()),
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Cli::command().debug_assert();
    }
}
