//! One server per data folder: a lock that ends with the process, however it ends. The command
//! line works beside a server and takes no lock.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::problem::Problem;

/// The lock of a data folder.
#[derive(Debug)]
pub(crate) struct DataLock {
    file: File,
    path: PathBuf,
}

impl DataLock {
    /// Takes the lock of `folder`.
    ///
    /// # Errors
    /// A [`Problem`] that says who holds it.
    pub(crate) fn take(folder: &Path) -> Result<Self, Problem> {
        let path = folder.join("saydo.lock");
        let open = || {
            File::options()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
        };
        let mut file = std::fs::create_dir_all(folder)
            .and_then(|()| open())
            .map_err(|error| {
                let text = format!("cannot use the folder {}", folder.display());
                Problem::unavailable(text).caused_by(error)
            })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file, path }),
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Only makes the message better.
                let _ = file.read_to_string(&mut holder);
                Err(Problem::unavailable(format!(
                    "a server already runs on {}{}; end it first, or choose another --data",
                    folder.display(),
                    if holder.is_empty() {
                        String::new()
                    } else {
                        format!(" ({})", holder.trim())
                    },
                )))
            }
            Err(TryLockError::Error(error)) => {
                let text = format!("cannot lock {}", path.display());
                Err(Problem::unavailable(text).caused_by(error))
            }
        }
    }

    /// Notes where the server is found, for the message that a second one gets.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn note(&mut self, address: SocketAddr) -> Result<(), Problem> {
        let text = format!("http://{address}, process {}\n", std::process::id());
        let write = |file: &mut File| {
            file.set_len(0)?;
            file.rewind()?;
            file.write_all(text.as_bytes())
        };
        write(&mut self.file).map_err(|error| {
            let text = format!("cannot write {}", self.path.display());
            Problem::unavailable(text).caused_by(error)
        })
    }
}

/// Where the server that runs on `folder` is found; `None` when none runs.
pub(crate) fn holder(folder: &Path) -> Option<String> {
    let path = folder.join("saydo.lock");
    let file = File::options().read(true).write(true).open(&path).ok()?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Some(
            std::fs::read_to_string(path)
                .unwrap_or_default()
                .trim()
                .to_owned(),
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_server_is_told_where_the_first_one_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = DataLock::take(folder.path()).unwrap();
        first.note("127.0.0.1:8080".parse().unwrap()).unwrap();

        let message = DataLock::take(folder.path()).unwrap_err().to_string();
        assert!(
            message.contains("(http://127.0.0.1:8080, process "),
            "{message}"
        );
        assert!(holder(folder.path()).is_some());

        drop(first);
        assert!(DataLock::take(folder.path()).is_ok());
        assert!(holder(folder.path()).is_none());
    }
}
