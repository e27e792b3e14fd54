//! Joins the statements of a write batch into as few as possible: PostgreSQL answers each on its
//! own, and an answer costs both sides more than most of the statements do.
//!
//! Statements that are joined run in no order and see nothing of each other. So only those are
//! that cannot meet: inserts and updates that name one table, no table twice but for inserts that
//! can only fail or add a row.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use crate::sql::Engine;
use crate::statement::{Change, Statement};
use crate::value::Value;

/// Statements of a batch that is joined. Every sequence of statements makes a text of its own to
/// prepare; those of long batches hardly ever come again.
const MOST: usize = 12;

/// Sequences of statements that are remembered.
const SEQUENCES: usize = 512;

/// One or more statements of a batch, as PostgreSQL runs them.
pub(super) struct Run<'a> {
    pub(super) text: Arc<str>,
    pub(super) values: Vec<&'a Value>,
    /// The change whose rows must be counted; it is never joined.
    pub(super) checked: Option<&'a Change>,
}

/// Joins batches, and remembers how: the same few sequences of statements come again and again.
#[derive(Default)]
pub(super) struct Joins(Mutex<HashMap<Sequence, Arc<[Part]>>>);

/// The statements of a batch by name, and whether their rows are counted.
type Sequence = Box<[(&'static str, bool)]>;

/// One statement to run: its text, and the changes of the batch that are in it.
struct Part {
    text: Arc<str>,
    changes: Range<usize>,
}

impl Joins {
    /// The statements of a batch in their order, joined where that changes nothing.
    pub(super) fn runs<'a>(&self, changes: &'a [Change]) -> Vec<Run<'a>> {
        if changes.len() > MOST {
            return runs(changes, &parts(changes));
        }
        let sequence: Sequence = changes
            .iter()
            .map(|change| (change.statement.name(), change.exactly_one))
            .collect();
        let known = self.lock().get(&sequence).cloned();
        let parts = known.unwrap_or_else(|| {
            let parts: Arc<[Part]> = parts(changes).into();
            let mut sequences = self.lock();
            if sequences.len() >= SEQUENCES {
                sequences.clear();
            }
            sequences.insert(sequence, Arc::clone(&parts));
            parts
        });
        runs(changes, &parts)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Sequence, Arc<[Part]>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn runs<'a>(changes: &'a [Change], parts: &[Part]) -> Vec<Run<'a>> {
    parts
        .iter()
        .map(|part| {
            let changes = &changes[part.changes.clone()];
            Run {
                text: Arc::clone(&part.text),
                values: changes.iter().flat_map(|it| &it.statement.values).collect(),
                checked: changes.iter().find(|change| change.exactly_one),
            }
        })
        .collect()
}

/// Which changes run together.
fn parts(changes: &[Change]) -> Vec<Part> {
    let mut parts = Vec::with_capacity(changes.len());
    let mut from = 0;
    while from < changes.len() {
        let mut to = from + 1;
        if can_be_joined(changes, from) {
            let fits = |to: usize| {
                let is_met = |other: &Change| meet(&other.statement, &changes[to].statement);
                can_be_joined(changes, to) && !changes[from..to].iter().any(is_met)
            };
            while to < changes.len() && fits(to) {
                to += 1;
            }
        }
        parts.push(Part {
            text: join(&changes[from..to]),
            changes: from..to,
        });
        from = to;
    }
    parts
}

fn can_be_joined(changes: &[Change], index: usize) -> bool {
    let change = &changes[index];
    changes.len() <= MOST && !change.exactly_one && is_simple(&change.statement)
}

/// An insert or an update that reads no other table.
fn is_simple(statement: &Statement) -> bool {
    let text = body(statement);
    (text.starts_with("INSERT INTO ") || text.starts_with("UPDATE "))
        && !text.contains("SELECT")
        && !text.contains("FROM")
}

/// Whether two statements may meet in a row.
fn meet(one: &Statement, other: &Statement) -> bool {
    let only_adds = |statement| {
        let text = body(statement);
        text.starts_with("INSERT") && !text.contains("ON CONFLICT")
    };
    table(one) == table(other) && !(only_adds(one) && only_adds(other))
}

/// The text without the comment that every file begins with.
fn body(statement: &Statement) -> &str {
    let mut text = statement.text(Engine::Postgres);
    while text.starts_with("--") {
        text = text.split_once('\n').map_or("", |(_, rest)| rest);
    }
    text
}

fn table(statement: &Statement) -> &str {
    let text = body(statement);
    let after = text
        .strip_prefix("INSERT INTO ")
        .or_else(|| text.strip_prefix("UPDATE "));
    after
        .unwrap_or(text)
        .split([' ', '\n', '('])
        .next()
        .unwrap_or_default()
}

fn join(changes: &[Change]) -> Arc<str> {
    if let [alone] = changes {
        return alone.statement.text(Engine::Postgres).into();
    }
    let statements = || changes.iter().map(|change| &change.statement);
    let length: usize = statements().map(|it| body(it).len() + 32).sum();
    let mut text = String::with_capacity(length);
    let mut before = 0;
    for (index, statement) in statements().enumerate() {
        let is_last = index + 1 == changes.len();
        if index == 0 {
            text.push_str("WITH s0 AS (");
        } else if is_last {
            text.push_str(")\n");
        } else {
            let _ = write!(text, "), s{index} AS (");
        }
        renumber(body(statement).trim_end(), before, &mut text);
        before += statement.values.len();
    }
    text.into()
}

/// Copies a text whose parameters come after `before` others.
fn renumber(text: &str, before: usize, out: &mut String) {
    let mut parts = text.split('$');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number: usize = part[..digits].parse().unwrap_or_default();
        let _ = write!(out, "${}{}", number + before, &part[digits..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sql::Sql;

    static ADD: Sql = Sql::shared(
        "a/add",
        "-- $1 id.\nINSERT INTO a (id, n)\nVALUES ($1, $2)\n",
    );
    static PUT: Sql = Sql::shared(
        "b/put",
        "INSERT INTO b (id) VALUES ($1)\nON CONFLICT (id) DO UPDATE SET id = excluded.id",
    );
    static SET: Sql = Sql::shared("c/set", "UPDATE c\nSET n = $2\nWHERE id = $1");
    static TAKE: Sql = Sql::shared("c/take", "DELETE FROM c WHERE id = $1");
    static COPY: Sql = Sql::shared("d/copy", "INSERT INTO d SELECT id FROM a WHERE id = $1");

    fn change(sql: &'static Sql, values: &[i64]) -> Change {
        Change {
            statement: Statement::new(sql, values.iter().map(|it| Value::Int(*it)).collect()),
            exactly_one: false,
            is_last: false,
        }
    }

    #[track_caller]
    fn check(changes: &[Change], expected: &[&str]) {
        let joins = Joins::default();
        let texts = || joins.runs(changes).into_iter().map(|run| run.text);
        let first: Vec<_> = texts().collect();
        let again: Vec<_> = texts().collect();
        let expected: Vec<Arc<str>> = expected.iter().map(|text| (*text).into()).collect();
        assert_eq!((&first, &again), (&expected, &expected));
    }

    #[test]
    fn statements_on_different_tables_become_one_with_their_values_in_order() {
        let changes = [
            change(&ADD, &[1, 2]),
            change(&PUT, &[3]),
            change(&SET, &[4, 5]),
        ];
        check(
            &changes,
            &["WITH s0 AS (INSERT INTO a (id, n)\nVALUES ($1, $2)), \
                 s1 AS (INSERT INTO b (id) VALUES ($3)\n\
                 ON CONFLICT (id) DO UPDATE SET id = excluded.id)\n\
                 UPDATE c\nSET n = $5\nWHERE id = $4"],
        );
        let runs = Joins::default().runs(&changes);
        let values: Vec<_> = runs[0].values.iter().copied().cloned().collect();
        assert_eq!(values, [1, 2, 3, 4, 5].map(Value::Int));
    }

    #[test]
    fn rows_may_be_added_to_one_table_twice() {
        let added = "WITH s0 AS (INSERT INTO a (id, n)\nVALUES ($1, $2))\n\
             INSERT INTO a (id, n)\nVALUES ($3, $4)";
        check(&[change(&ADD, &[1, 2]), change(&ADD, &[3, 4])], &[added]);
    }

    #[test]
    fn statements_that_may_meet_in_a_row_stay_apart_and_in_order() {
        let put = PUT.text(Engine::Postgres);
        check(&[change(&PUT, &[1]), change(&PUT, &[2])], &[put, put]);
        let (take, set) = (TAKE.text(Engine::Postgres), SET.text(Engine::Postgres));
        check(&[change(&TAKE, &[1]), change(&SET, &[1, 2])], &[take, set]);
        check(&[change(&SET, &[1, 2]), change(&TAKE, &[1])], &[set, take]);
    }

    #[test]
    fn what_reads_or_is_counted_stays_alone() {
        let (copy, set) = (COPY.text(Engine::Postgres), SET.text(Engine::Postgres));
        check(&[change(&SET, &[1, 2]), change(&COPY, &[1])], &[set, copy]);
        let counted = Change {
            exactly_one: true,
            ..change(&SET, &[1, 2])
        };
        let changes = [counted, change(&PUT, &[3])];
        check(&changes, &[set, PUT.text(Engine::Postgres)]);
        let runs = Joins::default().runs(&changes);
        assert!(runs[0].checked.is_some() && runs[1].checked.is_none());
    }

    #[test]
    fn long_batches_are_left_as_they_are() {
        let many: Vec<_> = (0..13).map(|number| change(&SET, &[number, 0])).collect();
        assert_eq!(Joins::default().runs(&many).len(), 13);
    }
}
