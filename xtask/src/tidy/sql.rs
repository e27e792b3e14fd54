//! SQL: one statement per file, always inside a space, and one place only that changes tasks.

use std::collections::BTreeSet;

use super::{Finding, line_of};
use crate::tree::{SourceFile, Tree};

const STATEMENTS: &str = "crates/store/sql/";
const MIGRATIONS: &str = "crates/store/migrations/";

/// Tables that change through a `Decision` only.
const RECORDED: [&str; 11] = [
    "task",
    "relation",
    "task_tag",
    "task_search",
    "occurrence",
    "project",
    "section",
    "tag",
    "saved_view",
    "event",
    "change",
];

/// The Rust files that may use statements which change a recorded table: the record path,
/// and machinery that is no command, each with its reason.
const WRITERS: &[(&str, &str)] = &[("crates/store/src/record", "the record path")];

/// Statements that look beyond one space, each with its reason.
const BEYOND_ONE_SPACE: &[(&str, &str)] = &[
    ("session/authenticate", "finds out whose space it is"),
    ("token/authenticate", "finds out whose space it is"),
    ("token/names", "a user sees the names of all their tokens"),
    (
        "token/touch",
        "a token belongs to a user, and is found by its hash",
    ),
    (
        "assistant/touch",
        "an assistant belongs to a user, and its token has proved which",
    ),
    (
        "assistant_client/delete_unused",
        "a program that registered itself belongs to nobody",
    ),
    ("assistant_code/lock", "finds out whose space it is"),
    (
        "assistant_token/authenticate",
        "finds out whose space it is",
    ),
    ("assistant_token/lock", "finds out whose space it is"),
    (
        "timer/earliest",
        "the worker sleeps until the earliest timer of all",
    ),
    (
        "timer/due_spaces",
        "the worker asks which spaces have something due",
    ),
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let scoped = scoped_tables(tree);
    let statements = tree.below(STATEMENTS, "sql");
    let mut findings: Vec<Finding> = statements
        .flat_map(|file| check_statement(tree, file, &scoped))
        .collect();
    findings.extend(
        tree.below("crates/", "rs")
            .filter(|f| !f.is_test())
            .flat_map(literals),
    );
    findings
}

fn check_statement(tree: &Tree, file: &SourceFile, scoped: &BTreeSet<String>) -> Vec<Finding> {
    let mut messages = Vec::new();
    if !file.text.starts_with("-- ") {
        messages.push("begin with a comment that says what the statement does".to_owned());
    }
    let sql = without_comments(&file.text);
    let body = sql.trim();
    if body.trim_end_matches(';').contains(';') {
        messages.push("holds more than one statement; give each its own file".to_owned());
    }
    let words = words(body);
    if words
        .windows(2)
        .any(|pair| pair[0] == "SELECT" && pair[1] == "*")
    {
        messages.push("list the columns instead of *".to_owned());
    }
    let name = statement_name(&file.path);
    if !BEYOND_ONE_SPACE.iter().any(|(beyond, _)| *beyond == name)
        && let Some(table) = unscoped(&words, scoped)
    {
        messages.push(format!(
            "reads or changes {table} without space_id in its conditions"
        ));
    }
    if let Some(table) = changes(&words) {
        messages.extend(foreign_writers(tree, name).map(|user| {
            format!("changes {table} and is used by {user}, which is not the record path")
        }));
    }
    messages
        .into_iter()
        .map(|message| Finding::new(&file.path, 1, message))
        .collect()
}

/// `table/verb`, by which Rust names a statement; twins share a name.
fn statement_name(path: &str) -> &str {
    let name = path.strip_prefix(STATEMENTS).unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

/// Rust files that use a statement although they are not among [`WRITERS`].
fn foreign_writers<'a>(tree: &'a Tree, name: &str) -> impl Iterator<Item = &'a str> {
    let quoted = format!("\"{name}\"");
    tree.below("crates/", "rs")
        .filter(|file| !WRITERS.iter().any(|(path, _)| file.path.starts_with(path)))
        .filter(move |file| file.text.contains(&quoted))
        .map(|file| file.path.as_str())
}

/// Statements that change a recorded table, written into Rust source.
fn literals(file: &SourceFile) -> Vec<Finding> {
    let starts = ["INSERT INTO ", "UPDATE ", "DELETE FROM "].into_iter();
    starts
        .flat_map(|verb| file.text.match_indices(verb))
        .filter_map(|(at, verb)| {
            let name = file.text[at + verb.len()..]
                .split(|c: char| !is_word(c))
                .next()?;
            RECORDED.contains(&name).then(|| {
                let message = format!("changes {name} outside the record path's statements");
                Finding::new(&file.path, line_of(&file.text, at), message)
            })
        })
        .collect()
}

/// The recorded table that a statement changes.
fn changes<'a>(words: &[&'a str]) -> Option<&'a str> {
    words.windows(3).find_map(|three| match three {
        ["INSERT", "INTO", table] | ["DELETE", "FROM", table] if RECORDED.contains(table) => {
            Some(*table)
        }
        ["UPDATE", table, _] if RECORDED.contains(table) => Some(*table),
        _ => None,
    })
}

/// The first table with a space that a statement reads or changes without naming the space.
fn unscoped<'a>(words: &[&'a str], scoped: &BTreeSet<String>) -> Option<&'a str> {
    if words.first() == Some(&"INSERT") {
        return None;
    }
    let conditions = words
        .iter()
        .position(|word| *word == "WHERE")
        .unwrap_or(words.len());
    if words[conditions..].contains(&"space_id") {
        return None;
    }
    words.windows(2).find_map(|pair| {
        let (verb, table) = (pair[0], pair[1]);
        (matches!(verb, "FROM" | "JOIN" | "UPDATE") && scoped.contains(table)).then_some(table)
    })
}

/// Tables whose migration gives them a `space_id`.
fn scoped_tables(tree: &Tree) -> BTreeSet<String> {
    let mut tables = BTreeSet::new();
    for file in tree.below(MIGRATIONS, "sql") {
        for statement in without_comments(&file.text).split(';') {
            let words = words(statement);
            let name = words.windows(3).find_map(|three| match three {
                ["CREATE", "TABLE", name] => Some(*name),
                _ => None,
            });
            if let Some(name) = name
                && words.contains(&"space_id")
            {
                tables.insert(name.to_owned());
            }
        }
    }
    tables
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Names and keywords in order, and every `*`.
fn words(sql: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for piece in sql.split_inclusive(|c: char| !is_word(c)) {
        let word = piece.trim_end_matches(|c: char| !is_word(c));
        if !word.is_empty() {
            words.push(word);
        }
        if piece.ends_with('*') {
            words.push("*");
        }
    }
    words
}

/// The text without `--` comments and without the content of string literals.
fn without_comments(sql: &str) -> String {
    let lines = sql
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default());
    let text = lines.collect::<Vec<_>>().join("\n");
    text.split('\'').step_by(2).collect::<Vec<_>>().join("''")
}

#[cfg(test)]
mod tests {
    use super::super::assert_findings;
    use super::*;

    const SCHEMA: &str =
        "CREATE TABLE task (id BLOB, space_id BLOB);\nCREATE TABLE zone (id TEXT);";

    #[track_caller]
    fn check_sql(sql: &str, user: &str, expected: &[&str]) {
        let rust = "//! x\nconst SQL: &str = \"task/one\";";
        let tree = Tree::of(&[
            ("crates/store/migrations/0001_start.sqlite.sql", SCHEMA),
            ("crates/store/sql/task/one.sql", sql),
            (user, rust),
        ]);
        let expected: Vec<String> = expected
            .iter()
            .map(|message| format!("crates/store/sql/task/one.sql:1: {message}"))
            .collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        assert_findings(&check(&tree), &expected);
    }

    #[test]
    fn a_statement_has_a_comment_and_stands_alone() {
        let user = "crates/store/src/task.rs";
        check_sql(
            "-- A zone. $1 id.\nSELECT id\nFROM zone\nWHERE id = $1;\n",
            user,
            &[],
        );
        check_sql(
            "SELECT id FROM zone",
            user,
            &["begin with a comment that says what the statement does"],
        );
        check_sql(
            "-- Two.\nSELECT ';' FROM zone; SELECT 1",
            user,
            &["holds more than one statement; give each its own file"],
        );
        check_sql(
            "-- All.\nSELECT * FROM zone",
            user,
            &["list the columns instead of *"],
        );
    }

    #[test]
    fn a_statement_stays_inside_its_space() {
        let user = "crates/store/src/task.rs";
        check_sql(
            "-- One.\nSELECT id FROM task WHERE id = $1 AND space_id = $2",
            user,
            &[],
        );
        check_sql(
            "-- One.\nSELECT id, space_id FROM task WHERE id = $1",
            user,
            &["reads or changes task without space_id in its conditions"],
        );
    }

    #[test]
    fn only_the_record_path_changes_tasks() {
        let sql = "-- Writes.\nUPDATE task\nSET title = $1\nWHERE id = $2 AND space_id = $3";
        check_sql(sql, "crates/store/src/record/rows.rs", &[]);
        check_sql(
            sql,
            "crates/store/src/account.rs",
            &[
                "changes task and is used by crates/store/src/account.rs, which is not the record path",
            ],
        );
    }

    #[test]
    fn a_change_written_into_rust_is_found() {
        let text = "//! x\nconst A: &str = \"DELETE FROM task WHERE id = $1\";\n";
        let tree = Tree::of(&[
            ("crates/app/src/a.rs", text),
            ("crates/app/tests/a.rs", text),
        ]);
        assert_findings(
            &check(&tree),
            &["crates/app/src/a.rs:2: changes task outside the record path's statements"],
        );
    }
}
