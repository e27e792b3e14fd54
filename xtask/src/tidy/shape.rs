//! How a file looks: it opens with what it is for, and it is short enough to be read in one go.

use super::Finding;
use crate::tree::{SourceFile, Tree};

const RUST_LINES: usize = 500;
const COMPONENT_LINES: usize = 150;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.files()
        .iter()
        .filter_map(check_header)
        .chain(tree.files().iter().filter_map(check_length))
        .collect()
}

fn check_header(file: &SourceFile) -> Option<Finding> {
    let missing = file.extension() == "rs" && !file.text.starts_with("//!");
    missing.then(|| {
        Finding::new(
            &file.path,
            1,
            "open the file with a `//!` line that says what it is for",
        )
    })
}

fn check_length(file: &SourceFile) -> Option<Finding> {
    let (lines, limit, what) = match file.extension() {
        "rs" if !file.is_test() => (lines_without_tests(&file.text), RUST_LINES, "without tests"),
        "tsx" if !file.is_test() => (file.text.lines().count(), COMPONENT_LINES, "in a component"),
        _ => return None,
    };
    (lines > limit).then(|| {
        let message = format!("{lines} lines {what}, more than {limit}; give a part its own file");
        Finding::new(&file.path, limit + 1, message)
    })
}

/// Lines before the test module at the end of a file.
fn lines_without_tests(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let tests = lines.windows(2).position(|pair| {
        pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{')
    });
    tests.unwrap_or(lines.len())
}

#[cfg(test)]
mod tests {
    use super::super::assert_findings;
    use super::*;

    #[track_caller]
    fn check_file(path: &str, text: &str, expected: &[&str]) {
        assert_findings(&check(&Tree::of(&[(path, text)])), expected);
    }

    #[test]
    fn a_rust_file_opens_with_what_it_is_for() {
        check_file("crates/x/src/lib.rs", "//! Nouns.\n", &[]);
        check_file(
            "crates/x/src/lib.rs",
            "use std::fmt;\n",
            &["crates/x/src/lib.rs:1: open the file with a `//!` line that says what it is for"],
        );
    }

    #[test]
    fn a_long_file_is_found_and_its_tests_do_not_count() {
        let long = format!("//! Long.\n{}", "fn f() {}\n".repeat(500));
        check_file(
            "crates/x/src/a.rs",
            &long,
            &[
                "crates/x/src/a.rs:501: 501 lines without tests, more than 500; give a part its own file",
            ],
        );
        let tested = format!(
            "//! Short.\n#[cfg(test)]\nmod tests {{\n{}}}\n",
            "// x\n".repeat(600)
        );
        check_file("crates/x/src/a.rs", &tested, &[]);
        check_file("crates/x/tests/a.rs", &long, &[]);
    }

    #[test]
    fn a_component_has_at_most_150_lines() {
        let long = "<p/>\n".repeat(151);
        check_file(
            "web/src/ui/row.tsx",
            &long,
            &[
                "web/src/ui/row.tsx:151: 151 lines in a component, more than 150; give a part its own file",
            ],
        );
        check_file("web/src/ui/row.test.tsx", &long, &[]);
    }
}
