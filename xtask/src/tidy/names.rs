//! Names: no file is a drawer for everything, and the public words are those of the vocabulary.

use super::Finding;
use crate::tree::{SourceFile, Tree};

/// File, folder and module names that say nothing.
const DRAWERS: [&str; 7] = [
    "utils", "util", "helpers", "helper", "common", "misc", "manager",
];

/// Words that are synonyms of one of ours, and the word to use instead.
const SYNONYMS: [(&str, &str); 3] = [("Todo", "Task"), ("Label", "Tag"), ("Workspace", "Space")];

/// The folders whose public types people read.
const PUBLIC: [&str; 5] = [
    "crates/domain/",
    "crates/app/",
    "crates/agent/",
    "crates/server/",
    "crates/store/",
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.files()
        .iter()
        .filter(|file| matches!(file.extension(), "rs" | "ts" | "tsx"))
        .flat_map(|file| drawers(file).into_iter().chain(synonyms(file)))
        .collect()
}

fn drawers(file: &SourceFile) -> Option<Finding> {
    let (path, _) = file.path.rsplit_once('.')?;
    let part = path.split('/').find(|part| DRAWERS.contains(part))?;
    let message = format!("{part:?} names no subject; name the file after the noun it keeps");
    Some(Finding::new(&file.path, 1, message))
}

fn synonyms(file: &SourceFile) -> Vec<Finding> {
    if file.extension() != "rs" || !PUBLIC.iter().any(|folder| file.path.starts_with(folder)) {
        return Vec::new();
    }
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(at, line)| {
            let name = public_type(line)?;
            let (word, ours) = SYNONYMS.iter().find(|(word, _)| name.contains(word))?;
            let message = format!("{name} says {word} where the vocabulary says {ours}");
            Some(Finding::new(&file.path, at + 1, message))
        })
        .collect()
}

/// The name of the public type that a line declares.
fn public_type(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("pub ")?;
    let name = ["struct ", "enum ", "trait ", "type "]
        .iter()
        .find_map(|kind| rest.strip_prefix(kind))?;
    name.split(|c: char| !c.is_alphanumeric()).next()
}

#[cfg(test)]
mod tests {
    use super::super::assert_findings;
    use super::*;

    #[test]
    fn a_drawer_is_found_as_a_file_and_as_a_folder() {
        let tree = Tree::of(&[
            ("crates/app/src/utils.rs", "//! x"),
            ("web/src/common/dates.ts", ""),
            ("crates/app/src/history.rs", "//! x"),
        ]);
        assert_findings(
            &check(&tree),
            &[
                "crates/app/src/utils.rs:1: \"utils\" names no subject; name the file after the noun it keeps",
                "web/src/common/dates.ts:1: \"common\" names no subject; name the file after the noun it keeps",
            ],
        );
    }

    #[test]
    fn a_public_type_uses_the_vocabulary() {
        let text = "//! x\npub struct TodoView;\nstruct Label;\npub struct Labelled2;\n";
        let tree = Tree::of(&[("crates/app/src/view.rs", text), ("xtask/src/a.rs", text)]);
        assert_findings(
            &check(&tree),
            &[
                "crates/app/src/view.rs:2: TodoView says Todo where the vocabulary says Task",
                "crates/app/src/view.rs:4: Labelled2 says Label where the vocabulary says Tag",
            ],
        );
    }
}
