//! The rules of the house, each in a file of its own: a check reads the tree and returns findings.

mod documents;
pub(crate) mod edges;
mod migrations;
mod names;
mod shape;
mod sql;
mod ways;

use crate::tree::Tree;

/// One place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    /// A finding in line `line`, counted from 1.
    pub(crate) fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            message: message.into(),
        }
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// Runs every check that needs nothing but the files.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    [
        documents::check(tree),
        migrations::check(tree),
        names::check(tree),
        shape::check(tree),
        sql::check(tree),
        ways::check(tree),
    ]
    .concat()
}

/// The number, counted from 1, of the line that holds byte `at`.
fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Fails unless `findings` are exactly `expected`, written as `path:line: message`.
#[cfg(test)]
#[track_caller]
fn assert_findings(findings: &[Finding], expected: &[&str]) {
    let mut found: Vec<String> = findings.iter().map(ToString::to_string).collect();
    found.sort();
    assert_eq!(found, expected);
}
