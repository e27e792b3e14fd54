//! Development tasks of the workspace: `cargo xtask tidy` and `cargo xtask kill-loop`.
//! Nothing here is part of the product, and nothing here depends on its crates.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line program talks"
)]

mod kill_loop;
mod tidy;
mod tree;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const HELP: &str = "\
cargo xtask tidy        check the rules of the house that the compiler cannot see
cargo xtask kill-loop   kill -9 a writing server again and again, and look for lost changes
                        [--times 100] [--seed 1] [--writers 4] [--binary target/debug/saydo]
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("tidy") => run_tidy(),
        Some("kill-loop") => {
            let options = kill_loop::Options::parse(arguments)?;
            println!("{}", kill_loop::run(&options)?);
            Ok(ExitCode::SUCCESS)
        }
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Some(other) => bail!("there is no task {other:?}; the tasks are:\n{HELP}"),
    }
}

fn run_tidy() -> Result<ExitCode> {
    let tree = tree::Tree::read(&workspace_root()?)?;
    let mut findings = tidy::edges::check_workspace()?;
    findings.extend(tidy::check(&tree));
    findings.sort();
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() {
        eprintln!("tidy: {} files, nothing to mend", tree.files().len());
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("tidy: {} findings", findings.len());
    Ok(ExitCode::FAILURE)
}

/// The folder that holds the workspace's `Cargo.toml`.
fn workspace_root() -> Result<std::path::PathBuf> {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(here
        .parent()
        .context("the folder xtask has no parent folder")?
        .to_path_buf())
}
