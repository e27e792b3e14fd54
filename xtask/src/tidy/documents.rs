//! Documents: every link leads somewhere, and every invariant names a test that exists.

use super::{Finding, line_of};
use crate::tree::{SourceFile, Tree};

const MAP: &str = "ARCHITECTURE.md";
const INVARIANTS: &str = "## Invariants";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let documents = tree.files().iter().filter(|file| file.extension() == "md");
    let mut findings: Vec<Finding> = documents.flat_map(|file| links(tree, file)).collect();
    match tree.files().iter().find(|file| file.path == MAP) {
        Some(map) => findings.extend(invariants(tree, map)),
        None => findings.push(Finding::new(
            MAP,
            1,
            "is missing; it holds the map and the invariants",
        )),
    }
    findings
}

fn links(tree: &Tree, file: &SourceFile) -> Vec<Finding> {
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let starts = file.text.match_indices("](");
    starts
        .filter_map(|(at, _)| {
            let target = file.text[at + 2..].split([')', '\n']).next()?;
            let path = target.split('#').next()?;
            if path.is_empty() || path.contains("://") || path.starts_with("mailto:") {
                return None;
            }
            let whole = resolve(folder, path);
            (!tree.has(&whole)).then(|| {
                let message = format!("the link to {target} leads nowhere");
                Finding::new(&file.path, line_of(&file.text, at), message)
            })
        })
        .collect()
}

/// The path from the root of a link in a document of `folder`.
fn resolve(folder: &str, link: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The last column of the invariants' table names, in backquotes, the tests that keep the row.
fn invariants(tree: &Tree, map: &SourceFile) -> Vec<Finding> {
    let Some(start) = map.text.find(INVARIANTS) else {
        return vec![Finding::new(MAP, 1, "has no section Invariants")];
    };
    let section = &map.text[start + INVARIANTS.len()..];
    let section = section.split("\n## ").next().unwrap_or(section);
    let first = line_of(&map.text, start);
    let mut findings = Vec::new();
    for (at, line) in section.lines().enumerate() {
        let Some(row) = line.strip_prefix('|') else {
            continue;
        };
        let tests = row
            .trim_end()
            .trim_end_matches('|')
            .rsplit('|')
            .next()
            .unwrap_or_default();
        if at == 0 || tests.trim_start().starts_with("---") || tests.trim() == "kept by" {
            continue;
        }
        let names: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        if names.is_empty() {
            findings.push(Finding::new(MAP, first + at, "the invariant names no test"));
        }
        for name in names {
            if !test_exists(tree, name) {
                let message = format!("the test `{name}` does not exist");
                findings.push(Finding::new(MAP, first + at, message));
            }
        }
    }
    findings
}

/// Whether `name` is a test function, the title of a browser test, or a check of `cargo xtask`.
fn test_exists(tree: &Tree, name: &str) -> bool {
    if let Some(task) = name.strip_prefix("cargo xtask ") {
        let file = format!("xtask/src/{}.rs", task.replace(['-', ' '], "_"));
        return tree.has(&file);
    }
    let function = name.rsplit("::").next().unwrap_or(name);
    let rust = format!("fn {function}(");
    tree.files().iter().any(|file| match file.extension() {
        "rs" => file.text.contains(&rust),
        "ts" | "tsx" => file.is_test() && file.text.contains(&format!("\"{name}\"")),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::assert_findings;
    use super::*;

    const HEAD: &str = "# Map\n\n## Invariants\n\n| what | kept by |\n| --- | --- |\n";

    #[track_caller]
    fn check_row(row: &str, expected: &[&str]) {
        let map = format!("{HEAD}{row}\n\n## After\n");
        let tree = Tree::of(&[
            (MAP, &map),
            (
                "crates/store/tests/undo.rs",
                "//! x\nfn undo_after_do_is_identity() {}",
            ),
            ("e2e/tests/story.spec.ts", "test(\"nothing is lost\", run)"),
            ("xtask/src/tidy.rs", "//! x"),
        ]);
        assert_findings(&check(&tree), expected);
    }

    #[test]
    fn an_invariant_names_a_test_that_exists() {
        check_row("| undo | `undo_after_do_is_identity` |", &[]);
        check_row(
            "| undo | `store::undo_after_do_is_identity`, `nothing is lost` |",
            &[],
        );
        check_row("| edges | `cargo xtask tidy` |", &[]);
        check_row(
            "| undo | `gone` |",
            &["ARCHITECTURE.md:7: the test `gone` does not exist"],
        );
        check_row(
            "| undo | nobody |",
            &["ARCHITECTURE.md:7: the invariant names no test"],
        );
    }

    #[test]
    fn a_link_to_a_missing_file_is_found() {
        let map = format!("{HEAD}| a | `f` |\n");
        let tree = Tree::of(&[
            (MAP, &map),
            ("crates/a/src/lib.rs", "//! x\nfn f() {}"),
            (
                "docs/cli.md",
                "[map](../ARCHITECTURE.md#x) [web](https://a.example) [no](../no.md)",
            ),
        ]);
        assert_findings(
            &check(&tree),
            &["docs/cli.md:1: the link to ../no.md leads nowhere"],
        );
    }
}
