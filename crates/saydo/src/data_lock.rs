//! One server per role and data folder: locks that end with the process, however it ends. The
//! command line works beside servers and takes no lock.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::problem::Problem;

/// The roles that work on a data folder, each with a lock of its own: together in one process, or
/// in several.
pub(crate) const ROLES: [&str; 4] = ["api", "chat", "mcp", "worker"];

/// The locks of some roles on a data folder.
#[derive(Debug)]
pub(crate) struct DataLock(Vec<(File, PathBuf)>);

impl DataLock {
    /// Takes the locks of `roles` on `folder`.
    ///
    /// # Errors
    /// A [`Problem`] that says who holds one of them.
    pub(crate) fn take(folder: &Path, roles: &[&str]) -> Result<Self, Problem> {
        std::fs::create_dir_all(folder.join(LOCKS)).map_err(|error| {
            let text = format!("cannot use the folder {}", folder.display());
            Problem::unavailable(text).caused_by(error)
        })?;
        let locks = roles.iter().map(|role| lock(folder, role));
        locks.collect::<Result<_, _>>().map(Self)
    }

    /// Notes where the server is found, for the message that a second one gets.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub(crate) fn note(&mut self, address: SocketAddr) -> Result<(), Problem> {
        let text = format!("http://{address}, process {}\n", std::process::id());
        let write = |file: &mut File| {
            file.set_len(0)?;
            file.rewind()?;
            file.write_all(text.as_bytes())
        };
        for (file, path) in &mut self.0 {
            write(file).map_err(|error| {
                let text = format!("cannot write {}", path.display());
                Problem::unavailable(text).caused_by(error)
            })?;
        }
        Ok(())
    }
}

const LOCKS: &str = "locks";

fn path(folder: &Path, role: &str) -> PathBuf {
    folder.join(LOCKS).join(role)
}

fn lock(folder: &Path, role: &str) -> Result<(File, PathBuf), Problem> {
    let path = path(folder, role);
    let open = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path);
    let cannot = |error| {
        let text = format!("cannot lock {}", path.display());
        Problem::unavailable(text).caused_by(error)
    };
    let mut file = open.map_err(cannot)?;
    match file.try_lock() {
        Ok(()) => Ok((file, path)),
        Err(TryLockError::Error(error)) => Err(cannot(error)),
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            // Only makes the message better.
            let _ = file.read_to_string(&mut holder);
            let holder = match holder.trim() {
                "" => String::new(),
                holder => format!(" ({holder})"),
            };
            Err(Problem::unavailable(format!(
                "a server with the role {role} already runs on {}{holder}; end it first, or choose another --data",
                folder.display(),
            )))
        }
    }
}

/// Where the servers that run on `folder` are found, each once.
pub(crate) fn holders(folder: &Path) -> Vec<String> {
    let mut holders: Vec<String> = ROLES
        .iter()
        .filter_map(|role| holder(&path(folder, role)))
        .collect();
    holders.dedup();
    holders
}

fn holder(path: &Path) -> Option<String> {
    let file = File::options().read(true).write(true).open(path).ok()?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            let holder = std::fs::read_to_string(path).unwrap_or_default();
            Some(holder.trim().to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_server_is_told_where_the_first_one_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = DataLock::take(folder.path(), &ROLES).unwrap();
        first.note("127.0.0.1:8080".parse().unwrap()).unwrap();

        let message = DataLock::take(folder.path(), &ROLES)
            .unwrap_err()
            .to_string();
        assert!(
            message.contains("(http://127.0.0.1:8080, process "),
            "{message}"
        );
        assert_eq!(holders(folder.path()).len(), 1);

        drop(first);
        assert!(DataLock::take(folder.path(), &ROLES).is_ok());
        assert!(holders(folder.path()).is_empty());
    }

    #[test]
    fn servers_with_other_roles_share_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let _api = DataLock::take(folder.path(), &["api"]).unwrap();

        assert!(DataLock::take(folder.path(), &["chat", "worker"]).is_ok());
        let message = DataLock::take(folder.path(), &["chat", "api"])
            .unwrap_err()
            .to_string();

        assert!(message.contains("role api already runs"), "{message}");
    }
}
