//! Where PostgreSQL's programs are.

use std::path::PathBuf;

/// The folder with `initdb` and `postgres`: of `PATH`, else the newest of Debian's.
#[expect(
    clippy::disallowed_methods,
    reason = "programs are found on PATH, also by tests"
)]
pub(crate) fn folder() -> Result<PathBuf, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).find(|folder| is_complete(folder));
    on_path.or_else(newest_of_debian).ok_or_else(|| {
        "PostgreSQL is not installed, and these tests need it: run 'apt-get install postgresql' \
         (Debian, Ubuntu), 'brew install postgresql' (macOS), or put the folder with initdb and \
         postgres on PATH"
            .to_owned()
    })
}

fn newest_of_debian() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| is_complete(folder))
        .max()
        .map(|(_, folder)| folder)
}

fn is_complete(folder: &std::path::Path) -> bool {
    ["initdb", "postgres", "psql"]
        .iter()
        .all(|program| folder.join(program).is_file())
}
