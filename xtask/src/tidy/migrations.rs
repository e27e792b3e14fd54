//! Migrations: both engines have the same ones, numbered without a gap.

use std::collections::BTreeSet;

use super::Finding;
use crate::tree::Tree;

const FOLDER: &str = "crates/store/migrations/";
const ENGINES: [&str; 2] = ["postgres", "sqlite"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let [postgres, sqlite] = ENGINES.map(|engine| names(tree, engine));
    let mut findings = Vec::new();
    for (engine, mine, others) in [
        ("postgres", &postgres, &sqlite),
        ("sqlite", &sqlite, &postgres),
    ] {
        let path = |name: &str| format!("{FOLDER}{name}.{engine}.sql");
        for name in others.difference(mine) {
            let message = "is missing; both engines have every migration";
            findings.push(Finding::new(&path(name), 1, message));
        }
        for (at, name) in mine.iter().enumerate() {
            let expected = format!("{:04}_", at + 1);
            if !name.starts_with(&expected) {
                let message = format!("should be number {expected}; migrations have no gap");
                findings.push(Finding::new(&path(name), 1, message));
            }
        }
    }
    findings
}

/// Names, without ending, of the migrations of one engine.
fn names<'a>(tree: &'a Tree, engine: &str) -> BTreeSet<&'a str> {
    let ending = format!(".{engine}.sql");
    let files = tree.below(FOLDER, "sql");
    files
        .filter_map(|file| file.name().strip_suffix(&ending))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::assert_findings;
    use super::*;

    #[test]
    fn a_migration_without_its_twin_is_found() {
        let tree = Tree::of(&[
            ("crates/store/migrations/0001_start.sqlite.sql", ""),
            ("crates/store/migrations/0001_start.postgres.sql", ""),
            ("crates/store/migrations/0002_views.sqlite.sql", ""),
        ]);
        assert_findings(
            &check(&tree),
            &[
                "crates/store/migrations/0002_views.postgres.sql:1: is missing; both engines have every migration",
            ],
        );
    }

    #[test]
    fn a_gap_between_numbers_is_found() {
        let tree = Tree::of(&[
            ("crates/store/migrations/0002_start.sqlite.sql", ""),
            ("crates/store/migrations/0002_start.postgres.sql", ""),
        ]);
        assert_findings(
            &check(&tree),
            &[
                "crates/store/migrations/0002_start.postgres.sql:1: should be number 0001_; migrations have no gap",
                "crates/store/migrations/0002_start.sqlite.sql:1: should be number 0001_; migrations have no gap",
            ],
        );
    }
}
