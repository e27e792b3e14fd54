//! The project's own text files, read once; generated and foreign folders are left out.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Folders whose content nobody here wrote by hand.
const FOREIGN: [&str; 6] = [
    ".git",
    "target",
    "node_modules",
    "dist",
    "artifacts",
    ".venv",
];

/// Endings of the files that the checks read.
const READ: [&str; 7] = ["rs", "sql", "md", "ts", "tsx", "toml", "mjs"];

/// One text file.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// Path from the root, with `/` between its parts.
    pub(crate) path: String,
    /// The whole text.
    pub(crate) text: String,
}

impl SourceFile {
    /// The ending of the file name, without the dot.
    pub(crate) fn extension(&self) -> &str {
        self.path
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
    }

    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Whether the file holds tests only.
    pub(crate) fn is_test(&self) -> bool {
        let name = self.name();
        self.path
            .split('/')
            .any(|part| part == "tests" || part == "e2e" || part == "suite")
            || name == "tests.rs"
            || name.ends_with("_tests.rs")
            || name.contains(".test.")
            || name.contains(".spec.")
    }
}

/// The files of the project.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    files: Vec<SourceFile>,
    /// Every path, also of the files that are not read (pictures, scripts) and of folders.
    paths: std::collections::BTreeSet<String>,
}

impl Tree {
    /// Reads the project below `root`.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let mut tree = Self::default();
        tree.walk(root, "")?;
        Ok(tree)
    }

    /// The files that were read, in no particular order.
    pub(crate) fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Whether a file or folder of that path exists.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.paths.contains(path.trim_end_matches('/'))
    }

    /// The files below a folder that have one ending.
    pub(crate) fn below<'a>(
        &'a self,
        folder: &'a str,
        extension: &'a str,
    ) -> impl Iterator<Item = &'a SourceFile> {
        self.files
            .iter()
            .filter(move |file| file.path.starts_with(folder) && file.extension() == extension)
    }

    fn walk(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        let entries =
            fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if FOREIGN.contains(&name.as_str()) {
                continue;
            }
            let path = if prefix.is_empty() {
                name
            } else {
                format!("{prefix}/{name}")
            };
            self.paths.insert(path.clone());
            if entry.file_type()?.is_dir() {
                self.walk(&entry.path(), &path)?;
            } else if path
                .rsplit_once('.')
                .is_some_and(|(_, end)| READ.contains(&end))
            {
                let text = fs::read_to_string(entry.path())
                    .with_context(|| format!("cannot read {path}"))?;
                self.files.push(SourceFile { path, text });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
impl Tree {
    /// A tree of given files, for tests.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.paths.insert((*path).to_owned());
            for (at, _) in path.match_indices('/') {
                tree.paths.insert(path[..at].to_owned());
            }
            tree.files.push(SourceFile {
                path: (*path).to_owned(),
                text: (*text).to_owned(),
            });
        }
        tree
    }
}
