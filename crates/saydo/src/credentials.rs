//! The tokens that `saydo login` has stored: one file that only this user can read.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

/// Tokens by server.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Credentials {
    /// The server that verbs talk to where nothing else is said: the last one signed in to.
    #[serde(default)]
    pub(crate) default: Option<String>,
    #[serde(default)]
    tokens: BTreeMap<String, String>,
}

impl Credentials {
    /// What is stored under the user's configuration `folder`; nothing when there is no file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn load(folder: &Path) -> anyhow::Result<Self> {
        let path = path(folder);
        match std::fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).with_context(|| {
                format!("{} is damaged; remove it and sign in again", path.display())
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }

    /// The token for `server`.
    pub(crate) fn token(&self, server: &str) -> Option<&str> {
        self.tokens.get(server).map(String::as_str)
    }

    /// Keeps the token for `server` and makes it the default server.
    pub(crate) fn keep(&mut self, server: &str, token: String) {
        self.tokens.insert(server.to_owned(), token);
        self.default = Some(server.to_owned());
    }

    /// Forgets the token for `server`; the token that was stored.
    pub(crate) fn forget(&mut self, server: &str) -> Option<String> {
        if self.default.as_deref() == Some(server) {
            self.default = None;
        }
        self.tokens.remove(server)
    }

    /// Writes the file anew, readable by this user only.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn store(&self, folder: &Path) -> anyhow::Result<()> {
        let path = path(folder);
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        let new = path.with_extension("new");
        let write = || -> std::io::Result<()> {
            let mut file = private(&new)?;
            file.write_all(&serde_json::to_vec_pretty(self)?)?;
            file.sync_all()?;
            std::fs::rename(&new, &path)
        };
        write().with_context(|| format!("cannot write {}", path.display()))
    }
}

/// Opens a new file that only this user can read.
pub(crate) fn private(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn path(folder: &Path) -> PathBuf {
    folder.join("credentials.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_token_is_read_back_by_this_user_only() {
        let folder = tempfile::tempdir().unwrap();
        let mut credentials = Credentials::load(folder.path()).unwrap();

        credentials.keep("https://saydo.example", "sdp_1".to_owned());
        credentials.store(folder.path()).unwrap();

        let read = Credentials::load(folder.path()).unwrap();
        assert_eq!(read.token("https://saydo.example"), Some("sdp_1"));
        assert_eq!(read.default.as_deref(), Some("https://saydo.example"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(path(folder.path()))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
