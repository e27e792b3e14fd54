//! Migrations: both engines have the same ones, numbered without a gap.

use std::collections::BTreeSet;

use super::Finding;
use crate::tree::Tree;

const FOLDER: &str = "crates/store/migrations";
const ENGINES: [&str; 2] = ["postgres", "sqlite"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let [postgres, sqlite] = ENGINES.map(|engine| names(tree, engine));
    let mut findings = Vec::new();
    for (engine, mine, others) in [
        ("postgres", &postgres, &sqlite),
        ("sqlite", &sqlite, &postgres),
    ] {
        for name in others.difference(mine) {
            let path = format!("{FOLDER}/{engine}/{name}");
            findings.push(Finding::new(
                &path,
                1,
                "is missing; both engines have every migration",
            ));
        }
        for (at, name) in mine.iter().enumerate() {
            let expected = format!("{:04}_", at + 1);
            if !name.starts_with(&expected) {
                let path = format!("{FOLDER}/{engine}/{name}");
                let message = format!("should be number {expected}; migrations have no gap");
                findings.push(Finding::new(&path, 1, message));
            }
        }
    }
    findings
}

fn names(tree: &Tree, engine: &str) -> BTreeSet<String> {
    let folder = format!("{FOLDER}/{engine}/");
    tree.below(&folder, "sql")
        .map(|file| file.name().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::assert_findings;
    use super::*;

    #[test]
    fn a_migration_without_its_twin_is_found() {
        let tree = Tree::of(&[
            ("crates/store/migrations/sqlite/0001_start.sql", ""),
            ("crates/store/migrations/postgres/0001_start.sql", ""),
            ("crates/store/migrations/sqlite/0002_views.sql", ""),
        ]);
        assert_findings(
            &check(&tree),
            &[
                "crates/store/migrations/postgres/0002_views.sql:1: is missing; both engines have every migration",
            ],
        );
    }

    #[test]
    fn a_gap_between_numbers_is_found() {
        let tree = Tree::of(&[
            ("crates/store/migrations/sqlite/0002_start.sql", ""),
            ("crates/store/migrations/postgres/0002_start.sql", ""),
        ]);
        assert_findings(
            &check(&tree),
            &[
                "crates/store/migrations/postgres/0002_start.sql:1: should be number 0001_; migrations have no gap",
                "crates/store/migrations/sqlite/0002_start.sql:1: should be number 0001_; migrations have no gap",
            ],
        );
    }
}
