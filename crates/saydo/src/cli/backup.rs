//! `saydo backup` and `saydo restore`: copies of the embedded database.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use app::jobs::inspect_backup;
use clap::Args;
use serde_json::json;

use crate::backend;
use crate::config::DatabaseSettings;
use crate::data_lock::{DataLock, ROLES};
use crate::print;
use crate::problem::Problem;

use super::{Session, progress};

const POSTGRES: &str = "this is a PostgreSQL database; use pg_dump and pg_restore for copies of it";

/// Copy the database into a file, also while a server runs on it.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The file; without it, a new one named after the time, in `backups` of the data folder.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Backup {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let DatabaseSettings::Embedded(folder) = &session.settings.database else {
            return Err(Problem::refused(POSTGRES).into());
        };
        let app = backend::open(&session.settings, backend::Migrate::Never).await?;
        let file = self.file.unwrap_or_else(|| new_name(folder, &app));
        if file.exists() {
            let text = format!("{} exists already; choose another name", file.display());
            return Err(Problem::refused(text).into());
        }
        if let Some(parent) = file
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            std::fs::create_dir_all(parent)
                .with_context(|| format!("cannot make {}", parent.display()))?;
        }
        let bar = progress::spinner("copying the database");
        app.back_up(file.clone())
            .await
            .map_err(backend::from_store)?;
        bar.finish_and_clear();
        app.close().await;
        let bytes = std::fs::metadata(&file)?.len();
        if session.json {
            return print::json(&json!({ "file": file, "bytes": bytes }));
        }
        let size = indicatif::HumanBytes(bytes);
        Ok(print::line(&format!(
            "Copied the database to {} ({size}).",
            file.display()
        ))?)
    }
}

fn new_name(folder: &Path, app: &app::App) -> PathBuf {
    let now = app.now().strftime("%Y%m%dT%H%M%SZ").to_string();
    folder.join("backups").join(format!("saydo-{now}.db"))
}

/// Put a copy back. What is there now is kept beside it; no server may run meanwhile.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The copy.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

impl Restore {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let DatabaseSettings::Embedded(folder) = &session.settings.database else {
            return Err(Problem::refused(POSTGRES).into());
        };
        if !self.file.is_file() {
            return Err(Problem::usage(format!("there is no file {}", self.file.display())).into());
        }
        inspect_backup(&self.file).map_err(|error| {
            let text = format!(
                "{} cannot be restored; nothing was changed",
                self.file.display()
            );
            Problem::refused(text).caused_by(error)
        })?;
        let _lock = DataLock::take(folder, &ROLES)?;
        let current = backend::file(folder);
        let question = format!("Replace {} by {}?", current.display(), self.file.display());
        if current.exists() && !self.yes && !print::confirm(&question)?.unwrap_or(false) {
            return Err(
                Problem::refused("nothing was changed; --yes restores without asking").into(),
            );
        }
        let kept = put_back(&self.file, &current)?;
        // Opening brings an older copy to this binary's schema and proves that it works.
        backend::open(&session.settings, backend::Migrate::Embedded)
            .await?
            .close()
            .await;
        if session.json {
            return print::json(&json!({ "restored": self.file, "kept": kept }));
        }
        print::line(&format!("Restored {}.", self.file.display()))?;
        if let Some(kept) = kept {
            print::say(&format!("What was there before is {}.", kept.display()));
        }
        Ok(())
    }
}

/// Copies `file` to where the database is; what was there is renamed, with its journal.
fn put_back(file: &Path, current: &Path) -> anyhow::Result<Option<PathBuf>> {
    let new = current.with_extension("restoring");
    std::fs::copy(file, &new)
        .and_then(|_| std::fs::File::open(&new)?.sync_all())
        .with_context(|| format!("cannot copy to {}", new.display()))?;
    let mut kept = None;
    if current.exists() {
        let beside = current.with_extension("before-restore");
        for journal in ["", "-wal", "-shm"] {
            let from = with_suffix(current, journal);
            let to = with_suffix(&beside, journal);
            // An older copy of the same name must not mix with this one.
            let _ = std::fs::remove_file(&to);
            if from.exists() {
                std::fs::rename(&from, &to)
                    .with_context(|| format!("cannot rename {}", from.display()))?;
            }
        }
        kept = Some(beside);
    }
    std::fs::rename(&new, current)
        .with_context(|| format!("cannot write {}", current.display()))?;
    Ok(kept)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
