//! Fills a migrated database of saydo with the data set that every measured server gets, past the
//! product's own code, because a million commands would take too long. Only for benchmarks.
#![expect(clippy::print_stderr, reason = "a command-line program talks")]

mod cell;
mod plan;
mod postgres;
mod rows;
mod sqlite;
mod words;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Parser;

use cell::{Loader, Table};
use plan::Plan;

/// Fills a migrated database with users and tasks, and writes their tokens.
#[derive(Debug, Parser)]
struct Arguments {
    /// The SQLite file.
    #[arg(long, conflicts_with = "postgres")]
    sqlite: Option<PathBuf>,
    /// The PostgreSQL database.
    #[arg(long)]
    postgres: Option<String>,
    /// Where group, user and token of every user go.
    #[arg(long, default_value = "users.tsv")]
    users: PathBuf,
    /// Users with few tasks.
    #[arg(long, default_value_t = 10_000)]
    base: u32,
    /// Tasks of each of them.
    #[arg(long, default_value_t = 100)]
    each: u32,
    /// Leave out the users with 1,000 to 100,000 tasks.
    #[arg(long)]
    small: bool,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let plan = Plan::new(arguments.base, arguments.each, !arguments.small);
    match (&arguments.sqlite, &arguments.postgres) {
        (Some(path), None) => {
            let mut loader = sqlite::Sqlite::open(path)?;
            load(&plan, &mut loader)?;
            loader.finish()?;
        }
        (None, Some(url)) => {
            let mut loader = postgres::Postgres::open(url)?;
            load(&plan, &mut loader)?;
            loader.finish()?;
        }
        _ => bail!("name a database with --sqlite or --postgres"),
    }
    let file = File::create(&arguments.users)
        .with_context(|| format!("cannot write {}", arguments.users.display()))?;
    let mut file = BufWriter::new(file);
    for user in plan.users() {
        writeln!(
            file,
            "{}\tu{}@bench.test\t{}",
            user.group,
            user.number,
            user.token()
        )?;
    }
    file.flush()?;
    eprintln!(
        "seeded {} users and {} tasks",
        plan.users().len(),
        plan.tasks()
    );
    Ok(())
}

/// Writes table by table, so that each database may load in bulk.
fn load(plan: &Plan, loader: &mut impl Loader) -> Result<()> {
    let password = rows::password_hash()?;
    for table in Table::ALL {
        let bar = indicatif::ProgressBar::new(plan.users().len() as u64)
            .with_style(indicatif::ProgressStyle::with_template(
                "{msg:12} {wide_bar} {pos}/{len}",
            )?)
            .with_message(table.name());
        loader.begin(table)?;
        for user in plan.users() {
            rows::each(table, user, &password, loader.engine(), |row| {
                loader.row(table, row)
            })?;
            bar.inc(1);
        }
        loader.end(table)?;
        bar.finish_and_clear();
    }
    Ok(())
}
